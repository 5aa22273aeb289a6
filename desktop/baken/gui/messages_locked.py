"""What each failure of writing without unlocking is called, and what to do next; part of `messages`."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

LOCKED: Final = {
    "no-notice": (
        str(QT_TRANSLATE_NOOP("messages", "A note without unlocking cannot be kept here yet.")),
        str(QT_TRANSLATE_NOOP("messages", "An administrator has to unlock once; until then unlock to write.")),
    ),
    "initials-missing": (
        str(QT_TRANSLATE_NOOP("messages", "Your initials are missing.")),
        str(QT_TRANSLATE_NOOP("messages", "Give one or more letters; what you typed is still there.")),
    ),
}
