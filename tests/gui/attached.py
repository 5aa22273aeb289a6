"""Files for the tests of attachments, and what people see of them."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

PDF = b"%PDF-1.4 brief van de school"
SECRET = b"Kanariegeheim"


def photo(size: tuple[int, int] = (80, 60)) -> bytes:
    """A JPEG of one colour."""
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, "JPEG")
    return out.getvalue()


def files_in(folder: Path) -> dict[str, Path]:
    """A photo, a PDF and a sound in a folder outside the vault, by their kinds."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {"photo": folder / "auto bij hek.jpg", "pdf": folder / "brief.pdf", "sound": folder / "opname.ogg"}
    made["photo"].write_bytes(photo())
    made["pdf"].write_bytes(PDF)
    made["sound"].write_bytes(b"OggS" + SECRET)
    return made


def drop_on(target: QWidget, *files: Path) -> Qt.DropAction | None:
    """Let files fall on a widget, as Qt does: it asks who under them takes them. Gives what that one does with them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(3, 3), actions, data, *keys)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return None
    fall = QDropEvent(QPointF(3, 3), actions, data, *keys)
    QApplication.sendEvent(target, fall)
    return fall.dropAction() if fall.isAccepted() else None
