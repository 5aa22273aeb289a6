"""The pages of a PDF as pictures, drawn from bytes in memory; nothing is written.

PDFium may be used by one thread at a time, and the pool has two: whoever draws waits for the other. A page that came
from elsewhere may be of any size and take any time: it is drawn no larger than a screen needs, and drawing stops when
its task is cancelled, as at a lock.
"""

import math
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import pypdfium2
from pypdfium2 import raw
from PySide6.QtGui import QImage

from baken.errors import UserError

from .task import Progress

_ONE_AT_A_TIME: Final = threading.Lock()
_HIGHEST: Final = 5_000  # pixels, of one page
_SLICE_S: Final = 0.1
_WHITE: Final = (255, 255, 255, 255)


def draw_page(pdf: bytes, index: int, width: int, progress: Progress) -> tuple[QImage, int]:
    """Draw a page `width` pixels wide, or less where it is very high; gives it with the number of pages.

    Raises UserError attachment-unshowable for what is no PDF, is locked with a password, or has no such page; and
    Cancelled from `progress`.
    """
    try:
        with _opened(pdf) as document:
            return _draw(document[index], width, progress), len(document)
    except (pypdfium2.PdfiumError, IndexError, ValueError, OverflowError):
        raise UserError("attachment-unshowable") from None


def draw_pages(pdf: bytes, width: int, progress: Progress) -> tuple[QImage, ...]:
    """Draw every page of a PDF that this programme made; slow enough for the pool."""
    with _opened(pdf) as document:
        return tuple(_draw(document[index], width, progress) for index in range(len(document)))


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def _draw(page: pypdfium2.PdfPage, width: int, progress: Progress) -> QImage:
    """Draw in slices, so that a page that takes long can be stopped."""
    wide, high = page.get_size()
    if not (wide > 0 and high > 0 and math.isfinite(wide * high)):
        raise ValueError("a page of no size")
    scale = min(width / wide, _HIGHEST / high)
    across, down = max(int(wide * scale), 1), max(int(high * scale), 1)
    bitmap = pypdfium2.PdfBitmap.new_native(across, down, raw.FPDFBitmap_BGRx, rev_byteorder=True)
    bitmap.fill_rect(_WHITE, 0, 0, across, down)
    began = time.monotonic()

    def is_slice_over(_pause: object) -> int:
        return time.monotonic() - began > _SLICE_S

    pause = raw.IFSDK_PAUSE(1, type(raw.IFSDK_PAUSE().NeedToPauseNow)(is_slice_over), None)
    flags = raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER
    state = raw.FPDF_RenderPageBitmap_Start(bitmap, page, 0, 0, across, down, 0, flags, pause)
    try:
        while state == raw.FPDF_RENDER_TOBECONTINUED:
            progress(0, 0)
            began = time.monotonic()
            state = raw.FPDF_RenderPage_Continue(page, pause)
    finally:
        raw.FPDF_RenderPage_Close(page)
    image = QImage(bytes(bitmap.buffer), across, down, bitmap.stride, QImage.Format.Format_RGBX8888)
    return image.copy()
