"""The words in which people write a moment, Dutch and English together; a mixed team writes both.

Only vocabulary; the grammar is in `when.py`. No word stands for two things.
"""

from typing import Final

WEEKDAYS: Final = {
    word: number
    for number, words in enumerate(
        (
            "maandag ma monday mon",
            "dinsdag di tuesday tue tues",
            "woensdag wo woe wednesday wed",
            "donderdag do don thursday thu thur thurs",
            "vrijdag vr vrij friday fri",
            "zaterdag za zat saturday sat",
            "zondag zo zon sunday sun",
        )
    )
    for word in words.split()
}
"""Monday is 0."""

MONTHS: Final = {
    word: number
    for number, words in enumerate(
        (
            "januari jan january",
            "februari feb february",
            "maart mrt march mar",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "augustus aug august",
            "september sep sept",
            "oktober okt october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for word in words.split()
}

SEASONS: Final = {
    "lente": 3,
    "voorjaar": 3,
    "spring": 3,
    "zomer": 6,
    "summer": 6,
    "herfst": 9,
    "najaar": 9,
    "autumn": 9,
    "winter": 12,
}
"""First month; the winter of a year starts in December of the year before."""

PARTS: Final = {
    word: part
    for part, words in (
        ("morning", "ochtend ochtends morgens morning"),
        ("afternoon", "middag middags afternoon"),
        ("evening", "avond avonds evening"),
        ("night", "nacht nachts night"),
    )
    for word in words.split()
}

PART_HOURS: Final = {"morning": (6, 11), "afternoon": (12, 17), "evening": (18, 23), "night": (23, 29)}
"""First and last whole hour, both included, counted from midnight of the day on which the part begins."""

NUMBERS: Final = {
    word: number
    for number, words in enumerate(
        (
            "een one an a",
            "twee two",
            "drie three",
            "vier four",
            "vijf five",
            "zes six",
            "zeven seven",
            "acht eight",
            "negen nine",
            "tien ten",
            "elf eleven",
            "twaalf twelve",
        ),
        start=1,
    )
    for word in words.split()
}

APPROXIMATE: Final = frozenset(
    (
        "rond",
        "omstreeks",
        "ongeveer",
        "circa",
        "ca",
        "tegen",
        "about",
        "around",
        "approximately",
        "approx",
        "roughly",
        "~",
        "±",
    )
)

FILLERS: Final = frozenset(("om", "op", "de", "het", "in", "van", "tijdens", "'s", "the", "at", "on", "of", "during"))
"""Words that may stand between and say nothing."""
