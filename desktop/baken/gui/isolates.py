"""Names and numbers inside sentences, wrapped so that their direction stays their own.

Without this an Arabic name turns the Dutch sentence around. Apart from `text.py`, because the lock screen needs
nothing else of it.
"""

from typing import Final

FIRST_STRONG_ISOLATE: Final = "\u2068"
POP_ISOLATE: Final = "\u2069"


def isolate(text: str) -> str:
    """Wrap a name or number so that its direction stays its own."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def plain(text: str) -> str:
    """Give `text` without isolates, for comparing and for assistive technology."""
    return text.replace(FIRST_STRONG_ISOLATE, "").replace(POP_ISOLATE, "")
