"""What an attachment is called in a chip: its name, shortened in the middle; its kind; how large it is."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from baken.model.records import Attachment

from . import language
from .isolates import isolate

NAME_LENGTH: Final = 16  # characters of a name in a chip; tooltip and accessible name hold all of it
_ENDING: Final = 7  # of them at the end, where the kind of file stands
_KB: Final = 1000  # bytes, as file managers count


def is_photo(attachment: Attachment) -> bool:
    """Whether it can be looked at as a picture."""
    return attachment.media_type.startswith("image/")


def is_pdf(attachment: Attachment) -> bool:
    """Whether it has pages."""
    return attachment.media_type == "application/pdf"


def icon_of(attachment: Attachment) -> str:
    """Name the icon beside the word for its kind."""
    if is_photo(attachment):
        return "image"
    return "file-text" if is_pdf(attachment) else "audio-lines"


def say_kind(attachment: Attachment) -> str:
    """Give the word for what it is."""
    if is_photo(attachment):
        return QCoreApplication.translate("attached", "photo")
    if is_pdf(attachment):
        return QCoreApplication.translate("attached", "PDF")
    return QCoreApplication.translate("attached", "sound")


def say_size(size_bytes: int) -> str:
    """Give a size such as "1,2 MB"; less than a thousand bytes is 1 kB."""
    if size_bytes < _KB * _KB:
        return f"{max(round(size_bytes / _KB), 1)} kB"
    megabytes = f"{size_bytes / _KB / _KB:.1f}"
    return f"{megabytes.replace('.', ',') if language.current() == 'nl' else megabytes} MB"


def say_short(attachment: Attachment) -> str:
    """Give a name that fits in a chip, with kind and size."""
    return f"{isolate(_shortened(attachment.title))} · {say_about(attachment)}"


def say_in_full(attachment: Attachment) -> str:
    """Give the whole name, with kind and size."""
    return f"{isolate(attachment.title)}, {say_about(attachment)}"


def say_about(attachment: Attachment) -> str:
    """Give kind and size."""
    return f"{say_kind(attachment)} · {say_size(attachment.size_bytes)}"


def _shortened(name: str) -> str:
    """Leave out the middle of a long name: its beginning says what it is, its end what kind of file."""
    if len(name) <= NAME_LENGTH:
        return name
    return f"{name[: NAME_LENGTH - _ENDING - 1]}…{name[-_ENDING:]}"
