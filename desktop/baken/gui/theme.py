"""What the window looks like now: light or dark, and how large the text is.

Widgets ask here for colours, fonts and sizes each time they lay out or paint, so a switch needs no restart:
`apply` changes the state and calls `restyle()` on every widget that has one. Spacing stays as it is at any text
size; text, icons and everything derived from a line of text grow. There is no style sheet at all: one would take over
the painting of every field. Main thread only.
"""

from functools import cache

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from . import fonts
from .tokens import Role, TypeRole, TypeStyle, load_tokens

SCALES = (100, 110, 125, 150, 175, 200)
"""Text sizes in percent, the steps of A− and A+."""


class _State:
    """The one look of this process."""

    dark: bool = False
    percent: int = 100


def is_dark() -> bool:
    """Whether the dark palette is in use."""
    return _State.dark


def percent() -> int:
    """Give the text size in percent."""
    return _State.percent


def colour(role: Role) -> QColor:
    """Give the colour of a role in the palette in use."""
    return QColor(_colour(role, _State.dark))


def px(size: int) -> int:
    """Give `size`, pixels at 100 %, at the text size in use."""
    return round(size * _State.percent / 100)


def font(role: TypeRole) -> QFont:
    """Give the font of a text role at the text size in use."""
    return QFont(_font(role, _State.percent))


def line_height(role: TypeRole) -> int:
    """Give the fixed height in pixels of one line of a text role."""
    return px(_style(role).line)


def apply(*, dark: bool, percent: int) -> None:
    """Switch the palette and the text size of the whole application."""
    _State.dark, _State.percent = dark, min(max(percent, SCALES[0]), SCALES[-1])
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setPalette(_palette())
        app.setFont(font("body"))
        QToolTip.setPalette(_palette())
        QToolTip.setFont(font("small"))
        restyle_all()


def restyle_all() -> None:
    """Call `restyle()` on every widget that has one."""
    _call_all("restyle")


def retranslate_all() -> None:
    """Call `retranslate()` on every widget that has one."""
    _call_all("retranslate")


def _call_all(method: str) -> None:
    for widget in QApplication.allWidgets():
        call = getattr(widget, method, None)
        if callable(call):
            call()


@cache
def _colour(role: str, dark: bool) -> QColor:
    tokens = load_tokens()
    return QColor((tokens.dark if dark else tokens.light)[role])


@cache
def _style(role: str) -> TypeStyle:
    return load_tokens().type[role]


@cache
def _font(role: str, scale: int) -> QFont:
    style = _style(role)
    font = QFont()
    font.setFamilies(list(fonts.FAMILIES))
    font.setPixelSize(max(11, round(style.size * scale / 100)))
    font.setWeight(QFont.Weight(style.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _palette() -> QPalette:
    """Give Qt's palette for what Fusion itself draws: menus, tooltips, scroll areas, selections."""
    roles: tuple[tuple[QPalette.ColorRole, Role], ...] = (
        (QPalette.ColorRole.Window, "window"),
        (QPalette.ColorRole.WindowText, "text"),
        (QPalette.ColorRole.Base, "base"),
        (QPalette.ColorRole.AlternateBase, "sunk"),
        (QPalette.ColorRole.Text, "text"),
        (QPalette.ColorRole.Button, "base"),
        (QPalette.ColorRole.ButtonText, "text"),
        (QPalette.ColorRole.BrightText, "danger"),
        (QPalette.ColorRole.ToolTipBase, "base"),
        (QPalette.ColorRole.ToolTipText, "text"),
        (QPalette.ColorRole.PlaceholderText, "muted"),
        (QPalette.ColorRole.Highlight, "accent"),
        (QPalette.ColorRole.HighlightedText, "on_accent"),
        (QPalette.ColorRole.Link, "accent"),
        (QPalette.ColorRole.LinkVisited, "accent"),
        (QPalette.ColorRole.Accent, "accent"),
        (QPalette.ColorRole.Light, "base"),
        (QPalette.ColorRole.Midlight, "sunk"),
        (QPalette.ColorRole.Mid, "line"),
        (QPalette.ColorRole.Dark, "line"),
        (QPalette.ColorRole.Shadow, "line"),
    )
    palette = QPalette()
    for role, token in roles:
        palette.setColor(role, colour(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("muted"))
    return palette
