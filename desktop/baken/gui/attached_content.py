"""What is seen of an attachment, made in the pool: the picture of a photo, or a page of a PDF; of a sound nothing.

Everything stays in memory. A large photo comes with smaller copies of itself, so that the window paints it at any size
without scaling millions of pixels each time.
"""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from baken.errors import UserError
from baken.model.ids import EntityId
from baken.model.records import Attachment
from baken.work.attaching import Attachments, find_attachment
from baken.work.pictures import Pixels, decoded

from .attached_words import is_pdf, is_photo
from .pdf_pages import draw_page
from .runner import Progress, Workspace

SHEET_WIDTH: Final = 1654  # pixels; an A4 page at 200 dots per inch
SHEET_SCALE: Final = 0.5  # of them make a page at 100 %
_SMALLEST: Final = 1_000_000  # pixels; copies are not made smaller than this


@dataclass(frozen=True, kw_only=True)
class Found:
    """An attachment of a piece, and where its content is opened."""

    attachment: Attachment
    attachments: Attachments


@dataclass(frozen=True, kw_only=True)
class Look:
    """What is shown: the same picture in sizes, the largest first; `scale` of the largest is 100 %.

    A PDF has `sheets` and keeps its bytes for turning them; anything else has none. A sound has no picture.
    """

    sizes: tuple[QImage, ...] = ()
    scale: float = 1.0
    sheets: int = 0
    pdf: bytes = field(default=b"", repr=False)


def find(workspace: Workspace, *, piece: str, attachment: str) -> Found:
    """Find an attachment of a piece that this person may read; raises UserError not-found."""
    found = find_attachment(workspace.observation(EntityId(piece)), attachment)
    return Found(attachment=found, attachments=workspace.attachments)


def look_at(progress: Progress, *, found: Found) -> Look:
    """Open and draw an attachment, for the pool.

    Raises UserError attachment-missing, attachment-damaged, attachment-unshowable.
    """
    progress(0, 0)
    content = found.attachments.open(found.attachment)
    if is_photo(found.attachment):
        try:
            return Look(sizes=_in_sizes(_image(decoded(content))))
        except UserError:
            raise UserError("attachment-unshowable") from None
    if is_pdf(found.attachment):
        return turn_to(progress, pdf=content, sheet=0)
    return Look()


def turn_to(progress: Progress, *, pdf: bytes, sheet: int) -> Look:
    """Draw one page of a PDF, for the pool; raises UserError attachment-unshowable."""
    image, sheets = draw_page(pdf, sheet, SHEET_WIDTH, progress)
    return Look(sizes=_in_sizes(image), scale=SHEET_SCALE, sheets=sheets, pdf=pdf)


def _image(pixels: Pixels) -> QImage:
    form, depth = (QImage.Format.Format_RGBA8888, 4) if pixels.has_alpha else (QImage.Format.Format_RGB888, 3)
    return QImage(pixels.rows, pixels.width, pixels.height, pixels.width * depth, form).copy()


def _in_sizes(image: QImage) -> tuple[QImage, ...]:
    """Give a picture and its halves."""
    modes = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    sizes = [image]
    while sizes[-1].width() * sizes[-1].height() > 2 * _SMALLEST and min(sizes[-1].width(), sizes[-1].height()) > 1:
        sizes.append(sizes[-1].scaled(sizes[-1].width() // 2, sizes[-1].height() // 2, *modes))
    return tuple(sizes)
