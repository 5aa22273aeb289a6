"""Comparing a fingerprint: what the other site reads out must be typed, so that it was really heard. No Qt."""

HIDDEN_GROUPS = 2
"""The last groups that are not shown: the other site reads them out, by telephone or face to face."""


def shown_part(fingerprint: str) -> str:
    """Give the groups that are shown, for recognising the card."""
    return " ".join(fingerprint.split()[:-HIDDEN_GROUPS])


def is_heard(fingerprint: str, typed: str) -> bool:
    """Say whether what was typed is the last groups, whatever the spaces and capitals."""
    wanted = "".join(fingerprint.split()[-HIDDEN_GROUPS:]).casefold()
    return bool(wanted) and "".join(typed.split()).casefold() == wanted
