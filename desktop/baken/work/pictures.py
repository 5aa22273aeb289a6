"""Pictures decoded and encoded afresh, so that nothing but the picture itself is kept.

No EXIF, no place, no camera, no comment, no colour profile, no text, no thumbnail and nothing that hung behind the
picture: only the pixels of the first frame, turned the way they are looked at. Colours of a wide-gamut camera come out
slightly paler for it. The only importer of Pillow. Source: security.md, "Leaks to close".
"""

import struct
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

from PIL import Image

from baken.errors import UserError

PIXELS_MAX: Final = 50_000_000  # 150 MB decoded
FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
_QUALITY: Final = 90
_ORIENTATION: Final = 0x0112  # the EXIF field
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# What Pillow's decoders raise on bytes that are no picture.
_REFUSED: Final = (
    ArithmeticError, AttributeError, EOFError, LookupError, OSError, SyntaxError, TypeError, ValueError, struct.error,
    zlib.error,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Pixels:
    """A decoded picture: rows from the top, three bytes for each pixel (red, green, blue), or four with alpha."""

    width: int
    height: int
    has_alpha: bool
    rows: bytes = field(repr=False)


def cleaned(data: bytes) -> tuple[bytes, str]:
    """Give a picture anew, with its media type: JPEG where it was a photo, PNG where it was drawn or is see-through.

    Raises UserError picture-damaged for what does not decode to its end, picture-too-large for more than 50 million
    pixels; that is known before anything is decoded.
    """
    pixels, is_photo, turn = _decode(data)
    if turn is not None:
        pixels = pixels.transpose(turn)
    bare = Image.frombytes(pixels.mode, pixels.size, pixels.tobytes())  # nothing that hung on the old one comes along
    out = BytesIO()
    if is_photo and bare.mode == "RGB":
        bare.save(out, "JPEG", quality=_QUALITY)
        return out.getvalue(), "image/jpeg"
    bare.save(out, "PNG")
    return out.getvalue(), "image/png"


def decoded(data: bytes) -> Pixels:
    """Give the pixels of a picture, which may come from another site; raises as `cleaned`."""
    pixels, _, turn = _decode(data)
    if turn is not None:
        pixels = pixels.transpose(turn)
    return Pixels(width=pixels.width, height=pixels.height, has_alpha=pixels.mode == "RGBA", rows=pixels.tobytes())


def _decode(data: bytes) -> tuple[Image.Image, bool, Image.Transpose | None]:
    """Give the first frame, whether it is a photo, and how it is to be turned; raises as `cleaned`."""
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as opened:
            if opened.width * opened.height > PIXELS_MAX:
                raise UserError("picture-too-large")
            is_photo = opened.format in ("JPEG", "WEBP")
            turn = _TURNS.get(_orientation(opened))
            return opened.convert("RGBA" if opened.has_transparency_data else "RGB"), is_photo, turn
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UserError("picture-too-large") from None
    except _REFUSED:
        raise UserError("picture-damaged") from None


def _orientation(picture: Image.Image) -> int:
    """Give how the camera was held; 1 where the picture does not say so in a way that can be read."""
    try:
        return int(picture.getexif().get(_ORIENTATION, 1))
    except _REFUSED:
        return 1
