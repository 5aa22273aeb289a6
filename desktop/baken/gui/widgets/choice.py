"""Choosing: check boxes, radio buttons, a list that drops down, a row of segments, tabs with an underline."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from baken.gui import icons, theme
from baken.gui.isolates import plain
from baken.gui.tokens import Role, TypeRole

from . import paint
from .field import FieldHeight, paint_field
from .push_button import PushButton

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object  # PySide6 takes one class of Qt only; the other base of the heirs is it

_MARK = 18


class _Marked(_Base):
    """What check boxes and radio buttons share: a mark of 18 px with its word beside it, and all of it is pressed."""

    def setText(self, text: str) -> None:
        """Show another word."""
        super().setText(text)
        self.setAccessibleName(plain(_word(self)))

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size of mark and word."""
        word = _word(self)
        width = QFontMetrics(theme.font("body")).horizontalAdvance(word) + 10 if word else 0
        return QSize(theme.px(_MARK) + width + 4, max(theme.px(24), 24))

    def minimumSizeHint(self) -> QSize:
        """Give the size hint: a word is never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Whether a press counts: anywhere."""
        return self.rect().contains(pos)

    def _mark_area(self) -> QRectF:
        side = theme.px(_MARK)
        x = self.width() - side - 1 if self.isRightToLeft() else 1
        return QRectF(x, (self.height() - side) / 2, side, side)

    def _paint_word(self, painter: QPainter, mark: QRectF) -> None:
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text" if self.isEnabled() else "muted"))
        room = QRectF(mark.right() + 8, 0, self.width() - mark.right() - 8, self.height())
        if self.isRightToLeft():
            room = QRectF(0, 0, mark.left() - 8, self.height())
        painter.drawText(room, paint.LEADING, _word(self))
        if self.hasFocus():
            paint.ring(painter, QRectF(self.rect()), 7)


class CheckBox(_Marked, QCheckBox):
    """A square with its word."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark and the word."""
        painter = QPainter(self)
        mark = self._mark_area()
        if self.isChecked():
            paint.box(painter, mark, 5, fill="accent" if self.isEnabled() else "line")
            size = mark.width() - theme.px(4)
            icons.draw(painter, "check", "on_accent", mark.x() + theme.px(2), mark.y() + theme.px(2), size=int(size))
        else:
            paint.box(painter, mark, 5, fill="base", edge="line", width=1.5)
        self._paint_word(painter, mark)


class RadioButton(_Marked, QRadioButton):
    """A circle with its word."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark and the word."""
        painter = QPainter(self)
        mark = self._mark_area()
        edge: Role = "accent" if self.isChecked() else "line"
        paint.box(painter, mark, mark.width() / 2, fill="base", edge=edge, width=1.5)
        if self.isChecked():
            inset = mark.width() * 0.26
            dot = mark.adjusted(inset, inset, -inset, -inset)
            paint.box(painter, dot, dot.width() / 2, fill="accent")
        self._paint_word(painter, mark)


class ComboBox(QComboBox):
    """A list that drops down; the data of an item is what it stands for."""

    def __init__(self, name: str, *, height: FieldHeight = 34, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height, self._icon_name = height, icon
        self.setAccessibleName(plain(name))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Take the font of now."""
        self.setFont(theme.font("body"))
        self.view().setFont(theme.font("body"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the widest item and the fixed height."""
        metrics = QFontMetrics(theme.font("body"))
        widest = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=60)
        return QSize(widest + 20 + theme.px(16) + 8 + self._icon_room(), theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Give the size hint: no item is cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the chosen item, and the arrow."""
        painter = QPainter(self)
        paint_field(painter, self, 6, has_focus=self.hasFocus())
        size = theme.px(16)
        mirrored = self.isRightToLeft()
        arrow_x = 10 if mirrored else self.width() - 10 - size
        icons.draw(painter, "chevron-down", "text", arrow_x, (self.height() - size) / 2, size=size)
        room = self.rect().adjusted(10 + self._icon_room(), 0, -(size + 16), 0)
        if mirrored:
            room = self.rect().adjusted(size + 16, 0, -10 - self._icon_room(), 0)
        if self._icon_name:
            at = self.width() - 10 - size if mirrored else 10
            icons.draw(painter, self._icon_name, "muted", at, (self.height() - size) / 2, size=size)
        painter.setFont(theme.font("body"))
        chosen = self.currentText()
        painter.setPen(theme.colour("text" if chosen else "muted"))
        painter.drawText(room, paint.LEADING, chosen or self.placeholderText())

    def _icon_room(self) -> int:
        return theme.px(16) + 8 if self._icon_name else 0


class _Segment(PushButton):
    """One of several exclusive words in a frame."""

    def __init__(self, text: str, height: int) -> None:
        super().__init__(text)
        self._height = height
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(plain(text))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size with the bold word."""
        width = QFontMetrics(theme.font("small_strong")).horizontalAdvance(self.text())
        return QSize(max(width + 22, theme.px(32)), max(theme.px(self._height - 4), 24))

    def minimumSizeHint(self) -> QSize:
        """Give the size hint: a word is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the word, and its box when chosen."""
        painter = QPainter(self)
        chosen = self.isChecked()
        if chosen:
            paint.box(painter, QRectF(self.rect()), 6, fill="selection", edge="accent")
        if self.hasFocus():
            paint.ring(painter, QRectF(self.rect()), 6)
        painter.setFont(theme.font("small_strong" if chosen else "chip"))
        painter.setPen(theme.colour("text" if chosen else "muted"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class Segmented(QWidget):
    """A few exclusive words in one frame, such as nl | en or Keep | Remove; `chosen` carries the data."""

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, object]],
        *,
        height: int = 30,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(plain(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._data: list[object] = [data for _, data in options]
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for index, (text, _) in enumerate(options):
            segment = _Segment(text, height)
            self._group.addButton(segment, index)
            layout.addWidget(segment)
        self._group.idClicked.connect(self._emit)

    def choose(self, data: object) -> None:
        """Mark the option with `data`; None marks nothing; no signal."""
        self._group.setExclusive(False)
        for index, other in enumerate(self._data):
            self._group.button(index).setChecked(data is not None and other == data)
        self._group.setExclusive(True)

    def value(self) -> object:
        """Give the data of the chosen option, or None."""
        index = self._group.checkedId()
        return self._data[index] if index >= 0 else None

    def buttons(self) -> list[QAbstractButton]:
        """Give the buttons of the options, in their order."""
        return self._group.buttons()

    def set_texts(self, name: str, texts: Sequence[str]) -> None:
        """Name the options in another language."""
        self.setAccessibleName(plain(name))
        for index, text in enumerate(texts):
            button = self._group.button(index)
            button.setText(text)
            button.setAccessibleName(plain(text))
            button.updateGeometry()

    def restyle(self) -> None:
        """Paint again."""
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        paint.box(QPainter(self), QRectF(self.rect()), 8, fill="base", edge="line")

    def _emit(self, index: int) -> None:
        self.chosen.emit(self._data[index])


class _Tab(PushButton):
    """One tab: a word, underlined when chosen."""

    def __init__(self, text: str, role: TypeRole, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._role: TypeRole = role
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(plain(_word(self)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size with the bold word."""
        return QSize(QFontMetrics(theme.font("strong")).horizontalAdvance(_word(self)) + 4, theme.px(36))

    def minimumSizeHint(self) -> QSize:
        """Give the size hint: a word is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the word and the underline."""
        painter = QPainter(self)
        chosen = self.isChecked()
        painter.setFont(theme.font("strong" if chosen else self._role))
        painter.setPen(theme.colour("text" if chosen else "muted"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), _word(self))
        if chosen:
            painter.fillRect(QRect(0, self.height() - 3, self.width(), 3), theme.colour("accent"))
        if self.hasFocus():
            paint.ring(painter, QRectF(self.rect()), 6)


class Tabs(QWidget):
    """A row of tabs; `chosen` carries the index."""

    chosen = Signal(int)

    def __init__(self, name: str, texts: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(plain(name))
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(20)
        for index, text in enumerate(texts):
            tab = _Tab(text, "list")
            self._group.addButton(tab, index)
            layout.addWidget(tab)
        layout.addStretch(1)
        self._group.idClicked.connect(self.chosen)
        if texts:
            self._group.button(0).setChecked(True)

    def choose(self, index: int) -> None:
        """Mark a tab; no signal."""
        self._group.button(index).setChecked(True)

    def index(self) -> int:
        """Give the index of the chosen tab."""
        return self._group.checkedId()

    def set_texts(self, texts: Sequence[str]) -> None:
        """Name the tabs in another language."""
        for index, text in enumerate(texts):
            button = self._group.button(index)
            button.setText(text)
            button.setAccessibleName(plain(_word(button)))
            button.updateGeometry()


def _word(button: QAbstractButton) -> str:
    return button.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
