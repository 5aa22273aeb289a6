"""Buttons: plain, primary, danger, quiet, with icon and key cap.

A so that keyboard and assistive technology work as everywhere; only its paint and size are ours.
The shortcut on the cap is shown, not bound: `shortcuts.py` binds it once, at the window. An icon-only button
takes its word as accessible name and tooltip.
"""

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from baken.gui import icons, theme
from baken.gui.isolates import plain
from baken.gui.tokens import Role, TypeRole

from . import paint
from .focus_ring import FocusRing, is_keyboard_focus
from .keycap import cap_height, cap_width, draw_cap, key_text
from .push_button import PushButton

Look = Literal["plain", "primary", "danger", "danger_filled", "quiet", "bare"]
Height = Literal[26, 28, 30, 32, 34, 36, 44]

_GAP = 7
_ICON = 16
_RADIUS = 7


class Button(PushButton):
    """One action; `text` may hold a mnemonic. `spread` takes the whole width, the key cap at its end."""

    def __init__(
        self,
        text: str,
        look: Look = "plain",
        *,
        icon: str = "",
        keys: str = "",
        height: Height = 34,
        trailing: str = "",
        colour: Role | None = None,
        icon_only: bool = False,
        spread: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look: Look = look
        self._icon_name, self._trailing = icon, trailing
        self._keys = key_text(keys) if keys else ""
        self._height = height
        self._colour = colour
        self._icon_only, self._spread = icon_only, spread
        self._hovered = False
        self._ring: FocusRing | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        across = QSizePolicy.Policy.Expanding if spread else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another word; the accessible name and an icon's tooltip follow."""
        super().setText(text)
        name = plain(self._word())
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  {self._keys}".rstrip() if self._icon_only else "")
        self.updateGeometry()

    def set_look(self, look: Look) -> None:
        """Change the look, such as primary to plain while another screen has the primary button."""
        self._look = look
        self.restyle()

    def set_icon_only(self, is_icon_only: bool) -> None:
        """Show the icon alone, its word as tooltip; or both again."""
        self._icon_only = is_icon_only
        self.setText(self.text())
        self.update()

    def set_icon(self, name: str) -> None:
        """Change the icon."""
        self._icon_name = name
        self.restyle()

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size of the box."""
        height = max(theme.px(self._height), 24)
        if self._icon_only:
            return QSize(height, height)
        return QSize(self._content_width() + 2 * self._padding(), height)

    def minimumSizeHint(self) -> QSize:
        """Give the size hint: a button is never cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover look."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Show the normal look."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        if is_keyboard_focus(event):
            self._ring = FocusRing(self, _RADIUS)
            self._ring.follow(self)  # showing the ring settles the layout, which may have moved this button just now

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.deleteLater()
            self._ring = None

    def moveEvent(self, event: QMoveEvent) -> None:
        """Let the ring follow."""
        super().moveEvent(event)
        if self._ring is not None:
            self._ring.follow(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the ring follow."""
        super().resizeEvent(event)
        if self._ring is not None:
            self._ring.follow(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, icon, word, and key cap."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        fill, edge, ink = self._colours()
        paint.box(painter, area, _RADIUS, fill=fill, edge=edge)
        self._paint_content(painter, area, ink)

    def _colours(self) -> tuple[Role | None, Role | None, Role]:
        hovered = self.isEnabled() and (self._hovered or self.isDown())
        if not self.isEnabled():
            return ("sunk", "hair", "muted") if self._look != "quiet" else (None, None, "muted")
        match self._look:
            case "primary":
                return "accent_hover" if hovered else "accent", None, "on_accent"
            case "danger_filled":
                return "danger_hover" if hovered else "danger", None, "on_danger"
            case "danger":
                return "danger_fill" if hovered else "base", "danger", "danger"
            case "quiet":
                return "sunk" if hovered else None, None, self._colour or "accent"
            case "bare":
                return "sunk" if hovered else None, None, self._colour or "muted"
            case _:
                if self.isChecked():
                    return "selection", "accent", "text"
                return "sunk" if hovered else "base", "line", self._colour or "text"

    def _paint_content(self, painter: QPainter, area: QRectF, ink: Role) -> None:
        spare = area.width() - self._content_width() - 2 * self._padding()
        x = area.x() + self._padding() + (0 if self._spread and not self._icon_only else spare / 2)
        middle = area.center().y()
        right_to_left = self.isRightToLeft()

        def place(width: float) -> float:
            nonlocal x
            at = x
            x += width + theme.px(_GAP)
            return area.left() + area.right() - at - width if right_to_left else at

        size = theme.px(18 if self._icon_only else _ICON)
        if self._icon_name:
            at = place(size)
            icons.draw(painter, self._icon_name, ink, at, middle - size / 2, size=size)
        if not self._icon_only:
            font = theme.font(self._type())
            width = QFontMetrics(font).horizontalAdvance(self._word())
            painter.setFont(font)
            painter.setPen(theme.colour(ink))
            box = QRect(round(place(width)), round(area.y()), width + 2, round(area.height()))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._word())
        if self._keys and not self._icon_only:
            filled = ink in ("on_accent", "on_danger")
            x += spare if self._spread else 0
            at = place(cap_width(self._keys))
            edge: Role = ink if filled else "line" if self._look == "bare" else "hair"
            colour: Role = ink if filled or self._look == "danger" else "muted"
            draw_cap(painter, at, round(middle - cap_height() / 2), self._keys, colour=colour, edge=edge)
        if self._trailing:
            icons.draw(painter, self._trailing, ink, place(size), middle - size / 2, size=size)

    def _content_width(self) -> int:
        parts = []
        if self._icon_name:
            parts.append(theme.px(18 if self._icon_only else _ICON))
        if not self._icon_only:
            parts.append(QFontMetrics(theme.font(self._type())).horizontalAdvance(self._word()))
        if self._keys and not self._icon_only:
            parts.append(cap_width(self._keys))
        if self._trailing:
            parts.append(theme.px(_ICON))
        return sum(parts) + theme.px(_GAP) * (len(parts) - 1)

    def _padding(self) -> int:
        return 8 if self._look in ("quiet", "bare") else 12

    def _type(self) -> TypeRole:
        if self._height >= 44:
            return "primary"
        return "button_primary" if self._look in ("primary", "danger_filled") else "button"

    def _word(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
