"""A found text cut into what matched and what surrounds it. No Qt."""

from dataclasses import dataclass

_OPEN = "\x02"
_CLOSE = "\x03"


@dataclass(frozen=True, kw_only=True)
class Run:
    """A stretch of a snippet; `hit` when the search matched it."""

    text: str
    hit: bool


def runs_of(snippet: str) -> tuple[Run, ...]:
    """Cut at the marks U+0002 and U+0003 (views.SearchHit); marks that do not pair up are dropped."""
    runs: list[Run] = []
    hit = False
    text = ""
    for character in snippet:
        if character in {_OPEN, _CLOSE}:
            if text:
                runs.append(Run(text=text, hit=hit))
            text = ""
            hit = character == _OPEN
        else:
            text += " " if character in "\r\n\t" else character
    if text:
        runs.append(Run(text=text, hit=False))
    return tuple(runs)
