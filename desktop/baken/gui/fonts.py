"""The bundled fonts and their order of fallback.

The Latin weights are loaded before the first window, the Arabic and Ethiopic faces once it stands: the lock
screen needs none of them. Files are read by Qt only; nothing is installed on the machine.
"""

from typing import Final

from PySide6.QtGui import QFontDatabase

from .shipped import resource_root

FAMILIES: Final = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic")
_LATIN: Final = (
    "NotoSans-Regular.ttf",
    "NotoSans-Medium.ttf",
    "NotoSans-SemiBold.ttf",
    "NotoSans-Bold.ttf",
)
_OTHER_SCRIPTS: Final = ("NotoSansArabic-Regular.ttf", "NotoSansEthiopic-Regular.ttf")
_loaded: set[str] = set()


def load_latin() -> None:
    """Make the four Latin weights available."""
    _load(_LATIN)


def load_all_scripts() -> None:
    """Make every bundled face available."""
    _load(_LATIN + _OTHER_SCRIPTS)


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        if name not in _loaded:
            QFontDatabase.addApplicationFont(str(resource_root() / "fonts" / name))
            _loaded.add(name)
