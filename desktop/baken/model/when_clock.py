"""The time of day inside a typed moment: "23u40", "11 pm", "half 12", "kwart over drie", "om 11".

Takes the time out of the text and leaves the rest to the days. Knows no date and no clock.
"""

import re
from dataclasses import dataclass

from .when_words import NUMBERS

_NUMBER = r"\d{1,2}|" + "|".join(sorted((w for w in NUMBERS if len(w) > 2), key=len, reverse=True))
_UNIT = r"(?:uur|u|h|hrs|o'clock)"
_DIGITAL = re.compile(
    r"(?<![\d:./-])(?P<hour>\d{1,2})(?:[:.]|\s?[uh]\s?)(?P<minute>\d{2})(?:\s*(?P<half>am|pm)|\s*(?:uur|u|h|hrs))?"
    r"(?![\d./-])"
)
_HOUR = re.compile(
    rf"(?<![\d:./-])(?P<hour>{_NUMBER})\s*(?:(?P<half>am|pm)|{_UNIT})\b",
)
_MILITARY = re.compile(rf"(?<!\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s*{_UNIT}\b")
_SPOKEN = re.compile(
    r"\b(?:(?P<nl_half>half)|(?P<en_half>half past)|"
    r"(?P<amount>kwart|quarter|\d{1,2}|vijf|tien|five|ten)(?:\s+minuten|\s+minutes)?\s+"
    r"(?P<side>over half|voor half|over|voor|past|to))\s+"
    rf"(?P<hour>{_NUMBER})\b(?:\s*{_UNIT})?"
)
_BARE = re.compile(rf"\b(?:om|at|rond|tegen|around|about|omstreeks)\s+(?P<hour>{_NUMBER})(?![\w:./-]|\s*[a-z]{{3}})")


@dataclass(frozen=True, kw_only=True)
class Clocktime:
    """A time of day; `minute` None when only the hour was said, `twelve` when morning or evening is not said."""

    hour: int
    minute: int | None
    twelve: bool = False

    @property
    def is_valid(self) -> bool:
        """Whether a clock can show it."""
        return 0 <= self.hour <= 24 and 0 <= (self.minute or 0) <= 59 and (self.hour < 24 or not self.minute)


def take_clock(text: str) -> tuple[Clocktime | None, str]:
    """Take the time of day out of `text` and give what remains; None and the whole text when it names none."""
    for pattern, read in (
        (_SPOKEN, _spoken),
        (_DIGITAL, _digital),
        (_MILITARY, _digital),
        (_HOUR, _hour),
        (_BARE, _bare),
    ):
        if match := pattern.search(text):
            return read(match), f"{text[: match.start()]} {text[match.end() :]}"
    return None, text


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word]


def _half_day(hour: int, half: str | None) -> int:
    """`hour` on the 24-hour clock; out of range when am or pm cannot be said of it."""
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        return -1
    return hour % 12 + (12 if half == "pm" else 0)


def _digital(match: re.Match[str]) -> Clocktime:
    half = match.groupdict().get("half")
    return Clocktime(hour=_half_day(int(match["hour"]), half), minute=int(match["minute"]))


def _hour(match: re.Match[str]) -> Clocktime:
    word, half = match["hour"], match["half"]
    twelve = half is None and not word.isdigit()
    return Clocktime(hour=_half_day(_number(word), half), minute=None, twelve=twelve)


def _bare(match: re.Match[str]) -> Clocktime:
    hour = _number(match["hour"])
    return Clocktime(hour=hour, minute=None, twelve=1 <= hour <= 12)


def _spoken(match: re.Match[str]) -> Clocktime:
    hour = _number(match["hour"])
    if not 1 <= hour <= 12:
        return Clocktime(hour=-1, minute=None)
    if match["nl_half"]:
        minutes = -30
    elif match["en_half"]:
        minutes = 30
    else:
        amount = {"kwart": 15, "quarter": 15}.get(match["amount"]) or _number(match["amount"])
        minutes = {
            "over": amount,
            "past": amount,
            "voor": -amount,
            "to": -amount,
            "over half": amount - 30,
            "voor half": -amount - 30,
        }[match["side"]]
    total = (hour % 12 * 60 + minutes) % 720
    return Clocktime(hour=total // 60, minute=total % 60, twelve=True)
