"""Files for the tests of attachments, and what people see of them."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from baken.gui.runner import Runner
from baken.model.commands import RecordObservation
from baken.model.ids import EntityId
from baken.model.records import Attachment, Observation, When
from baken.work.workspace import Workspace

from .vaults import ask

PDF = b"%PDF-1.4 brief van de school"
LONG = "foto van de auto met het kenteken van de overkant van de straat.jpg"
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


def paper(pages: int = 3, note: str = "") -> bytes:
    """A PDF of A4 pages with a number on each."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), pageCompression=0)
    for number in range(1, pages + 1):
        canvas.drawString(60, 760, f"Bladzijde {number} {note}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def record_with(
    runner: Runner, qtbot: QtBot, *files: tuple[str, bytes], about: tuple[EntityId, ...] = (), restricted: bool = False
) -> tuple[EntityId, tuple[Attachment, ...]]:
    """A new piece with these files (title and content), and what it says of them."""

    def record(workspace: Workspace) -> tuple[EntityId, tuple[Attachment, ...]]:
        made = tuple(
            workspace.attachments.attach(data, title=title, shows="grijze auto bij het hek" if title == LONG else "")
            for title, data in files
        )
        piece = Observation(text="Auto bij het hek", when=When(start="2026-03-13T23:40"), attachments=made)
        changes = workspace.execute(RecordObservation(observation=piece, about=about, restricted=restricted))
        return EntityId(changes.id), made

    return ask(runner, qtbot, record)


def drop_on(target: QWidget, *files: Path) -> Qt.DropAction | None:
    """Let files fall on a widget, as Qt does: it asks who under them takes them. Gives what that one does with them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return _drop(target, data)


def drop_text_on(target: QWidget, text: str) -> bool:
    """Let a text fall on a widget; gives whether somebody took it."""
    data = QMimeData()
    data.setText(text)
    return _drop(target, data) is not None


def _drop(target: QWidget, data: QMimeData) -> Qt.DropAction | None:
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(3, 3), actions, data, *keys)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return None
    fall = QDropEvent(QPointF(3, 3), actions, data, *keys)
    QApplication.sendEvent(target, fall)
    return fall.dropAction() if fall.isAccepted() else None
