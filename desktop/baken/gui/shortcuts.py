"""Every key that does something, once.

Buttons show what stands here and the window binds it; a test holds the keys of one scope apart.
"""

from enum import StrEnum
from typing import Final


class Keys(StrEnum):
    """What each key does; the value is Qt's portable text."""

    CAPTURE = "Ctrl+N"
    SEARCH = "Ctrl+K"
    LOCK = "Ctrl+L"
    COVER = "F12"
    SAVE_PIECE = "Ctrl+Return"
    KEEP_DRAFT = "Esc"
    TAKE_OFFER = "Alt+J"
    ATTACH = "Ctrl+O"
    LEAVE_VIEW = "Esc"
    ZOOM_IN = "+"
    ZOOM_OUT = "-"
    ZOOM_FIT = "0"
    SHEET_BEFORE = "PgUp"
    SHEET_AFTER = "PgDown"
    LIST_TWIN = "F6"
    SAVE = "Ctrl+S"
    HAND_OVER = "Ctrl+D"
    UNDO = "Ctrl+Z"
    REDO = "Ctrl+Shift+Z"
    SAVE_PDF = "Ctrl+P"
    LARGER = "Ctrl++"
    SMALLER = "Ctrl+-"
    QUIT = "Ctrl+Q"
    BACK = "Alt+Left"
    PAGE_TODAY = "Ctrl+1"
    PAGE_YOUTHS = "Ctrl+2"
    PAGE_PASSING = "Ctrl+3"
    PAGE_SIGNALS = "Ctrl+4"
    PAGE_EXCHANGE = "Ctrl+5"
    PAGE_ADMIN = "Ctrl+6"


EVERYWHERE: Final = (
    Keys.CAPTURE,
    Keys.SEARCH,
    Keys.LOCK,
    Keys.COVER,
    Keys.LARGER,
    Keys.SMALLER,
    Keys.QUIT,
    Keys.PAGE_TODAY,
    Keys.PAGE_YOUTHS,
    Keys.PAGE_PASSING,
    Keys.PAGE_SIGNALS,
    Keys.PAGE_EXCHANGE,
    Keys.PAGE_ADMIN,
)
"""The keys that the main window binds; the others belong to the page or panel that shows them."""
