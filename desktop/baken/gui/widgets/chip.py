"""Chips: a fact, a state with a word, a person, a choice.

filled: chosen · dashed: only offered · outline: a neutral fact · tinted: a state with a word, in its tone.
`Chip` is read only; `ChipButton` can be pressed, and removed where it says so.
"""

from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from baken.gui import icons, theme
from baken.gui.isolates import plain
from baken.gui.tokens import Role, TypeRole

from . import paint
from .focus_ring import FocusRing, is_keyboard_focus
from .push_button import PushButton

Variant = Literal["filled", "dashed", "outline", "sunk", "choice", "warn", "danger", "ok"]

_GAP = 6
_PADDING = 9
_ICON = 14
_LOOKS: Final[dict[Variant, tuple[Role | None, Role | None, Role]]] = {
    "filled": ("selection", None, "text"),
    "dashed": ("base", "accent", "accent"),
    "outline": ("base", "hair", "text"),
    "sunk": ("sunk", None, "muted"),
    "choice": ("base", "line", "text"),
    "warn": ("warn_fill", None, "warn"),
    "danger": ("danger_fill", None, "danger"),
    "ok": ("ok_fill", None, "ok"),
}


class _Face:
    """What both chips measure and paint."""

    def __init__(self, variant: Variant, icon: str, height: int, type_role: TypeRole, native: str) -> None:
        self.variant: Variant = variant
        self.icon, self.height, self.type_role, self.native = icon, height, type_role, native
        self.trailing = ""

    def size(self, text: str) -> QSize:
        """Give the size of the chip with `text`."""
        parts = [QFontMetrics(theme.font(self.type_role)).horizontalAdvance(text)] if text else []
        if self.icon:
            parts.append(theme.px(_ICON))
        if self.native:
            parts.append(QFontMetrics(theme.font("native_list")).horizontalAdvance(self.native))
        if self.trailing:
            parts.append(theme.px(_ICON))
        return QSize(sum(parts) + _GAP * (len(parts) - 1) + 2 * theme.px(_PADDING), max(theme.px(self.height), 24))

    def paint(self, widget: QWidget, text: str, *, hovered: bool) -> None:
        """Paint the chip over the whole of `widget`."""
        painter = QPainter(widget)
        fill, edge, ink = _LOOKS[self.variant]
        area = QRectF(widget.rect())
        if hovered and self.variant in ("dashed", "outline", "choice"):
            fill = "sunk"
        paint.box(painter, area, area.height() / 2, fill=fill, edge=edge, dashed=self.variant == "dashed")
        icon_ink: Role = "muted" if ink == "text" else ink
        x = float(theme.px(_PADDING))
        mirrored = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft

        def place(width: float) -> float:
            nonlocal x
            at = x
            x += width + _GAP
            return area.width() - at - width if mirrored else at

        def write(word: str, role: TypeRole, colour: Role) -> None:
            font = theme.font(role)
            width = QFontMetrics(font).horizontalAdvance(word)
            painter.setFont(font)
            painter.setPen(theme.colour(colour))
            room = QRectF(place(width), 0, width + 2, area.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), word)

        size = theme.px(_ICON)
        top = (area.height() - size) / 2
        if self.icon:
            icons.draw(painter, self.icon, icon_ink, place(size), top, size=size)
        if text:
            write(text, self.type_role, ink)
        if self.native:
            write(self.native, "native_list", ink)
        if self.trailing:
            icons.draw(painter, self.trailing, icon_ink, place(size), top, size=size)


class Chip(QLabel):
    """A fact or a state; read only."""

    def __init__(
        self,
        text: str,
        variant: Variant = "sunk",
        *,
        icon: str = "",
        native: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._face = _Face(variant, icon, 24, "chip_small" if small else "chip", native)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another word."""
        super().setText(text)
        self.setAccessibleName(plain(f"{text} {self._face.native}".strip()))
        self.updateGeometry()

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size of the chip."""
        return self._face.size(self.text())

    def minimumSizeHint(self) -> QSize:
        """Give the size of the chip: it is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        self._face.paint(self, self.text(), hovered=False)


class ChipButton(PushButton):
    """A chip that can be pressed: an offer to take, a filter to switch, a youth to take off again.

    `removable` adds a cross; the whole chip is one target and its accessible name says what pressing does.
    """

    def __init__(
        self,
        text: str,
        variant: Variant = "choice",
        *,
        icon: str = "",
        native: str = "",
        removable: bool = False,
        checkable: bool = False,
        action_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._face = _Face(variant, icon, 26, "chip", native)
        self._face.trailing = "x" if removable else ""
        self._resting: Variant = variant
        self._ring: FocusRing | None = None
        self.setCheckable(checkable)
        self.toggled.connect(self._show_checked)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(plain(action_name or f"{text} {native}".strip()))

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size of the chip."""
        return self._face.size(self._word())

    def minimumSizeHint(self) -> QSize:
        """Give the size of the chip: it is never cut."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        if is_keyboard_focus(event):
            self._ring = FocusRing(self, self.height() / 2)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.deleteLater()
            self._ring = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        self._face.paint(self, self._word(), hovered=self.underMouse())

    def _show_checked(self, is_checked: bool) -> None:
        self._face.variant = "filled" if is_checked else self._resting
        self.update()

    def _word(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
