"""Fields to type in: a line, a passphrase, a text area; and the label above a field.

Edges are 1 px `line`, 2 px accent with the focus. Every field is made with its accessible name. Tab leaves a text
area; Ctrl+Tab types a tab.
"""

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from baken.gui import icons, theme
from baken.gui.isolates import plain
from baken.gui.tokens import Role, TypeRole

from . import paint
from .button import Button
from .keycap import cap_height, cap_width, draw_cap, key_text
from .label import Label
from .scroll import use_slim_bars

FieldHeight = Literal[32, 34, 36, 42]


class LineEdit(QLineEdit):
    """One line; an icon may stand before it and a key cap at its end."""

    def __init__(
        self,
        name: str,
        *,
        placeholder: str = "",
        icon: str = "",
        keys: str = "",
        height: FieldHeight = 34,
        width: int = 220,
        parent: QWidget | None = None,
    ) -> None:
        """Show a field; `width` is a comfortable one in px at 100 %."""
        super().__init__(parent)
        self._icon_name, self._height, self._width = icon, height, width
        self._keys = key_text(keys) if keys else ""
        self.setFrame(False)
        self.setAccessibleName(plain(name))
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Take the font, margins and colours of now."""
        self.setFont(theme.font("body"))
        see_through(self)
        start = 10 + (theme.px(16) + 7 if self._icon_name else 0)
        end = 10 + (cap_width(self._keys) + 6 if self._keys else 0)
        if self.isRightToLeft():
            start, end = end, start
        self.setTextMargins(start - 2, 0, end - 2, 0)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give a comfortable width and the fixed height."""
        return QSize(theme.px(self._width), theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Give the least that stays usable."""
        return QSize(theme.px(90), theme.px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, what Qt paints, then the icon and the key cap."""
        painter = QPainter(self)
        paint_field(painter, self, 6, has_focus=self.hasFocus())
        mirrored = self.isRightToLeft()
        size = theme.px(16)
        if self._icon_name:
            x = self.width() - 10 - size if mirrored else 10
            icons.draw(painter, self._icon_name, "muted", x, (self.height() - size) / 2, size=size)
        if self._keys:
            width = cap_width(self._keys)
            x = 10 if mirrored else self.width() - 10 - width
            top = (self.height() - cap_height()) // 2
            draw_cap(painter, x, top, self._keys, colour="muted", edge="hair")
        painter.end()
        super().paintEvent(event)


class PassphraseEdit(LineEdit):
    """A passphrase, hidden until the eye is pressed; never offered to the clipboard's history or undo."""

    def __init__(self, name: str, show_word: str, hide_word: str, *, height: FieldHeight = 42) -> None:
        super().__init__(name, height=height)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhSensitiveData
        )
        self._words = (show_word, hide_word)
        self._eye = Button("", "bare", icon="eye", icon_only=True, height=28, parent=self)
        self._eye.clicked.connect(self.toggle_visible)
        self._show_state()

    def set_words(self, name: str, show_word: str, hide_word: str) -> None:
        """Name the field and its eye in another language."""
        self.setAccessibleName(plain(name))
        self._words = (show_word, hide_word)
        self._show_state()

    def toggle_visible(self) -> None:
        """Show or hide what was typed."""
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._show_state()

    def hide_text(self) -> None:
        """Hide what is typed, whatever the eye was pressed for before."""
        if self.echoMode() != QLineEdit.EchoMode.Password:
            self.toggle_visible()

    def restyle(self) -> None:
        """Keep room for the eye."""
        super().restyle()
        margins = self.textMargins()
        if self.isRightToLeft():
            margins.setLeft(margins.left() + theme.px(26))
        else:
            margins.setRight(margins.right() + theme.px(26))
        self.setTextMargins(margins)
        if hasattr(self, "_eye"):
            self._show_state()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place the eye at the end."""
        size = self._eye.sizeHint()
        x = 4 if self.isRightToLeft() else self.width() - size.width() - 4
        self._eye.setGeometry(x, (self.height() - size.height()) // 2, size.width(), size.height())

    def _show_state(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self._eye.set_icon("eye" if hidden else "eye-off")
        self._eye.setText(self._words[0 if hidden else 1])


class TextArea(QWidget):
    """Several lines; a rounded frame around a plain text edit, which is `edit`."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        *,
        placeholder: str = "",
        lines: int = 3,
        dashed: bool = False,
        framed: bool = True,
        role: TypeRole = "typed",
        colour: Role = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._dashed, self._framed, self._lines = dashed, framed, lines
        self._role, self._colour = role, colour
        self.edit = QPlainTextEdit(self)
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setTabChangesFocus(True)
        use_slim_bars(self.edit)
        self.edit.setAccessibleName(plain(name))
        self.edit.setPlaceholderText(placeholder)
        self.edit.document().setDocumentMargin(0)
        self.edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.edit.textChanged.connect(self.changed)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*((13, 11, 13, 11) if framed else (0, 0, 0, 0)))
        layout.addWidget(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.restyle()

    def text(self) -> str:
        """Give what was typed."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Replace the text; undo goes back to it only."""
        self.edit.setPlainText(text)

    def set_words(self, name: str, placeholder: str = "") -> None:
        """Name the field in another language."""
        self.edit.setAccessibleName(plain(name))
        self.edit.setPlaceholderText(placeholder)

    def restyle(self) -> None:
        """Take the font and colours of now."""
        self.edit.setFont(theme.font(self._role))
        see_through(self.edit, self._colour)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the asked number of lines."""
        return QSize(theme.px(320), self._height_of(self._lines))

    def minimumSizeHint(self) -> QSize:
        """Give the least that stays usable: one line."""
        return QSize(theme.px(120), self._height_of(1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the frame again when the focus comes or goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        if self._framed:
            paint_field(QPainter(self), self, 8, has_focus=self.edit.hasFocus(), dashed=self._dashed)

    def _height_of(self, lines: int) -> int:
        return lines * theme.line_height(self._role) + (22 if self._framed else 0)


class Field(QWidget):
    """A label above a field, 3 px apart; the label's mnemonic leads to the field."""

    def __init__(self, label: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = Label(label, "label", colour="muted")
        self.label.setBuddy(field)
        self.label.setText(label)
        self.field = field
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.label)
        layout.addWidget(field)

    def set_label(self, label: str) -> None:
        """Name the field in another language."""
        self.label.setText(label)
        if not isinstance(self.field, TextArea):
            self.field.setAccessibleName(self.label.accessibleName())


def paint_field(painter: QPainter, widget: QWidget, radius: int, *, has_focus: bool, dashed: bool = False) -> None:
    """Paint the box of a field over the whole of `widget`."""
    area = QRectF(widget.rect())
    fill: Role = "base" if widget.isEnabled() else "sunk"
    if has_focus:
        paint.box(painter, area, radius, fill=fill, edge="accent", width=2)
    else:
        paint.box(painter, area, radius, fill=fill, edge="line", dashed=dashed)


def see_through(widget: QWidget, colour: Role = "text") -> None:
    """Let the box painted behind a Qt edit show, and set its ink."""
    palette = QPalette(widget.palette())
    ground = theme.colour("base")
    ground.setAlpha(0)
    palette.setColor(QPalette.ColorRole.Base, ground)
    palette.setColor(QPalette.ColorRole.Text, theme.colour(colour))
    palette.setColor(QPalette.ColorRole.PlaceholderText, theme.colour("muted"))
    palette.setColor(QPalette.ColorRole.Highlight, theme.colour("accent"))
    palette.setColor(QPalette.ColorRole.HighlightedText, theme.colour("on_accent"))
    widget.setPalette(palette)
