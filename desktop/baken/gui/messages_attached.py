"""What each failure with an attachment is called, and what to do next; part of `messages`."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

ATTACHED: Final = {
    "attachment-empty": (
        str(QT_TRANSLATE_NOOP("messages", "This file is empty.")),
        str(QT_TRANSLATE_NOOP("messages", "Nothing was added. Choose another file.")),
    ),
    "attachment-too-large": (
        str(QT_TRANSLATE_NOOP("messages", "This file is larger than {mib} MB.")),
        str(QT_TRANSLATE_NOOP("messages", "Nothing was added. Send a photo smaller, or cut a recording into parts.")),
    ),
    "attachments-too-large": (
        str(QT_TRANSLATE_NOOP("messages", "Together these attachments are larger than {mib} MB.")),
        str(QT_TRANSLATE_NOOP("messages", "Nothing was added. Record another piece for the others.")),
    ),
    "attachments-too-many": (
        str(QT_TRANSLATE_NOOP("messages", "A piece has at most {limit} attachments.")),
        str(QT_TRANSLATE_NOOP("messages", "Nothing was added. Record another piece for the others.")),
    ),
    "not-a-file": (
        str(QT_TRANSLATE_NOOP("messages", "This is a folder or something else that is no file.")),
        str(QT_TRANSLATE_NOOP("messages", "Nothing was added. Open the folder and choose the file itself.")),
    ),
    "file-unreadable": (
        str(QT_TRANSLATE_NOOP("messages", "This file cannot be read.")),
        str(QT_TRANSLATE_NOOP("messages", "Nothing was added. Copy it to this laptop first, or ask for it again.")),
    ),
    "attachment-type": (
        str(QT_TRANSLATE_NOOP("messages", "Baken does not take this kind of file.")),
        str(
            QT_TRANSLATE_NOOP(
                "messages",
                "Nothing was added. Photos (JPEG, PNG, WebP), PDFs and sound can be added; save it as one of these.",
            )
        ),
    ),
    "picture-damaged": (
        str(QT_TRANSLATE_NOOP("messages", "This picture cannot be read to its end.")),
        str(QT_TRANSLATE_NOOP("messages", "Nothing was added. Copy it again from the phone or stick.")),
    ),
    "picture-too-large": (
        str(QT_TRANSLATE_NOOP("messages", "This picture has more than 50 million dots.")),
        str(QT_TRANSLATE_NOOP("messages", "Nothing was added. Make it smaller, or take a part of it.")),
    ),
    "attachment-missing": (
        str(QT_TRANSLATE_NOOP("messages", "The file of this attachment is not in this vault.")),
        str(
            QT_TRANSLATE_NOOP(
                "messages", "The piece itself is whole. Ask who recorded it for the file, or restore it from a backup."
            )
        ),
    ),
    "attachment-damaged": (
        str(QT_TRANSLATE_NOOP("messages", "The file of this attachment is damaged.")),
        str(
            QT_TRANSLATE_NOOP(
                "messages", "Nothing of it is shown; the piece itself is whole. Restore the file from a backup."
            )
        ),
    ),
    "attachment-unshowable": (
        str(QT_TRANSLATE_NOOP("messages", "This attachment cannot be shown here.")),
        str(
            QT_TRANSLATE_NOOP(
                "messages", "It stays in the vault as it came. “Save as…” writes it to a place where you can open it."
            )
        ),
    ),
}
