"""The part of the tour with attachments: a drawn photo and a paper go along with a piece, and are looked at."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from .attached_page import AttachmentPage
from .capture_window import CaptureWindow
from .dossier_target import inside
from .tour_album import Album
from .tour_desk import Desk
from .tour_hands import after, press, sees, type_in, wait_until
from .tour_texts import TourTexts

_WIDTH, _HEIGHT = 1600, 1000  # pixels of the drawn photo
_FENCE = 80  # pixels between its bars


def attach(album: Album, here: Desk, texts: TourTexts, working: Path) -> None:
    """Record a piece with two attachments and look at both."""
    photo = draw_photo(working / "auto bij het hek.png")
    here.open("today")
    here.shell.top_bar.capture_requested.emit()
    window, editor = here.part(CaptureWindow), here.editor()
    type_in(editor.text.edit, texts.attached)
    here.shell.capture.attach(window.current(), (photo, album.folder / "form-f6-nl.pdf"))
    wait_until(lambda: len(editor.attached.attachments()) > 1 and not editor.attached.is_adding, "two attachments")
    wait_until(lambda: sees(window, "Draft saved"), "the draft on the disk")
    album.show(here.window, "37-attachments", "A photo and a PDF go along with a piece", english=True)
    after(here.shell.capture.closed, lambda: press(window, "Save"))
    rows = here.ask(lambda workspace: workspace.observations())
    piece = next(row.id for row in rows if row.text == texts.attached)
    attached = here.ask(lambda workspace: workspace.observation(piece)).versions[0].attachments
    for number, name, attachment in zip((38, 39), ("photo", "paper"), attached, strict=True):
        here.open("attachment", inside(piece, attachment.id))
        page = here.page(AttachmentPage)
        wait_until(partial(page.view.isVisibleTo, page), "the attachment")
        if name == "paper":
            press(page, "&Save as…")
        shows = "A photo inside the programme" if name == "photo" else "A PDF, and the warning before it leaves"
        album.show(here.window, f"{number}-{name}", shows, english=True)


def draw_photo(path: Path) -> Path:
    """Draw a car behind a fence at night, and write it; nobody was ever photographed for it."""
    image = QImage(_WIDTH, _HEIGHT, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    night = QLinearGradient(QPointF(0, 0), QPointF(0, _HEIGHT))
    night.setColorAt(0, QColor("#1d2a3a"))
    night.setColorAt(1, QColor("#56616e"))
    painter.fillRect(image.rect(), night)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#8a929b"))
    painter.drawRoundedRect(QRectF(420, 480, 820, 210), 60, 60)
    painter.drawRoundedRect(QRectF(580, 370, 460, 190), 70, 70)
    painter.setBrush(QColor("#22272d"))
    for left in (520, 980):
        painter.drawEllipse(QRectF(left, 610, 150, 150))
    painter.setBrush(QColor("#ffe9a8"))
    painter.drawEllipse(QRectF(1180, 540, 50, 40))
    painter.setBrush(QColor("#3c444d"))
    for left in range(0, _WIDTH, _FENCE):
        painter.drawRect(QRectF(left, 260, 12, _HEIGHT - 260))
    painter.drawRect(QRectF(0, 300, _WIDTH, 16))
    painter.end()
    image.save(str(path))
    return path
