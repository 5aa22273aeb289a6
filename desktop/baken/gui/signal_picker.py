"""Choosing an indicator from the list: filtered while typing, each with its source and how well that was read.

The programme suggests nothing here; a person looks, reads the source and chooses.
"""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from baken.model.catalogue import Catalogue, Indicator
from baken.model.ids import IndicatorId

from . import labels, language, theme
from .text import isolate
from .widgets import paint
from .widgets.button import Button
from .widgets.card import HairLine, Panel
from .widgets.field import LineEdit
from .widgets.label import Label, fill_lines
from .widgets.scroll import use_slim_bars

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_INDICATOR = Qt.ItemDataRole.UserRole
_SIDE = 13  # px


class IndicatorModel(QAbstractListModel):
    """The indicators that pass the filter, in the order of the list."""

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._taken: frozenset[IndicatorId] = frozenset()
        self._filter = ""
        self._rows: tuple[Indicator, ...] = ()

    def leave_out(self, taken: Iterable[IndicatorId]) -> None:
        """Leave out what is in the signal already."""
        self._taken = frozenset(taken)
        self.filter_by(self._filter)

    def filter_by(self, text: str) -> None:
        """Keep what holds every typed word in its wording (either language) or code."""
        self._filter = text
        words = text.casefold().split()
        self.beginResetModel()
        self._rows = tuple(
            each
            for each in self._catalogue.indicators
            if each.id not in self._taken and all(word in _searched(each) for word in words)
        )
        self.endResetModel()

    def indicator_at(self, index: _Index) -> Indicator:
        """Give the indicator of a row."""
        return self._rows[index.row()]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Give the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give wording and source as a sentence, or the indicator for the delegate."""
        indicator = self._rows[index.row()]
        if role == _INDICATOR:
            return indicator
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{indicator.wording(language.current())} {self.source_of(indicator)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(source.ref for source in self._catalogue.references(indicator))
        return None

    def source_of(self, indicator: Indicator) -> str:
        """Give code, sources, grade, and a word where no source was read itself."""
        parts = [str(indicator.id), ", ".join(indicator.sources), labels.strength(indicator.strength)]
        if not self._catalogue.is_verified(indicator):
            parts.append(self.tr("not verified"))
        return " · ".join(parts)


class IndicatorDelegate(QStyledItemDelegate):
    """Paints the wording on as many lines as it needs and the source below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give the height of the wording and one line of source."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        lines = self._layout(index, width).lineCount()
        return QSize(width, lines * theme.line_height("small") + theme.line_height("meta") + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        model, indicator = index.model(), index.data(_INDICATOR)
        if not isinstance(model, IndicatorModel) or not isinstance(indicator, Indicator):
            return
        painter.save()
        area = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            paint.box(painter, area.adjusted(4, 1, -4, -1), 7, fill="selection")
        layout = self._layout(index, option.rect.width())
        painter.setPen(theme.colour("text"))
        layout.draw(painter, area.topLeft() + QRectF(_SIDE, 7, 0, 0).topLeft())
        painter.setFont(theme.font("meta"))
        painter.setPen(theme.colour("muted"))
        top = area.y() + 8 + layout.lineCount() * theme.line_height("small")
        room = QRectF(area.x() + _SIDE, top, area.width() - 2 * _SIDE, theme.line_height("meta"))
        source = painter.fontMetrics().elidedText(
            model.source_of(indicator), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), source)
        painter.restore()

    def _layout(self, index: _Index, width: int) -> QTextLayout:
        indicator = index.data(_INDICATOR)
        wording = indicator.wording(language.current()) if isinstance(indicator, Indicator) else ""
        layout = QTextLayout(wording, theme.font("small"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        fill_lines(layout, width - 2 * _SIDE, theme.line_height("small"))
        return layout


class IndicatorPicker(Panel):
    """The card that takes the place of the coverage while somebody looks for an indicator."""

    picked = Signal(object)
    closed = Signal()

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.model = IndicatorModel(catalogue, self)
        self._catalogue = catalogue
        self._title = Label("", "section")
        self._back = Button("", "bare", icon="x", icon_only=True, height=28)
        self.filter = LineEdit("", icon="search", height=32)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(IndicatorDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or rows are measured too wide
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.viewport().setAutoFillBackground(False)
        use_slim_bars(self.list)
        self._nothing = Label("", "body", colour="muted", wrap=True)
        self._nothing.setContentsMargins(_SIDE, 12, _SIDE, 12)
        self._notice = Label("", "meta", colour="muted", wrap=True)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._back)
        top = QVBoxLayout()
        top.setContentsMargins(13, 9, 9, 8)
        top.setSpacing(6)
        top.addLayout(head)
        top.addWidget(self.filter)
        foot = QVBoxLayout()
        foot.setContentsMargins(13, 8, 13, 10)
        foot.addWidget(self._notice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(HairLine(0))
        layout.addWidget(self._nothing)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
        self.filter.textEdited.connect(self._filter)
        self.filter.returnPressed.connect(self._pick_first)
        self.list.activated.connect(self._pick)
        self.list.clicked.connect(self._pick)
        self._back.clicked.connect(self.closed)
        self.retranslate()

    def start(self, taken: Iterable[IndicatorId]) -> None:
        """Begin anew, without those that are in the signal already."""
        self.filter.clear()
        self.model.leave_out(taken)
        self._filter("")
        self.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._title.setText(self.tr("Choose an indicator"))
        self._back.setText(self.tr("Back to what pieces speak of"))
        self.filter.setAccessibleName(self.tr("Search in the list"))
        self.filter.setPlaceholderText(self.tr("debt, phone, drugs…"))
        self.list.setAccessibleName(self.tr("Indicators with their source"))
        words = self.tr("List {version}. An indicator proves nothing, and absence excludes nothing.")
        self._notice.setText(words.format(version=isolate(self._catalogue.head.version)))
        self._say_nothing()
        self.list.doItemsLayout()

    def restyle(self) -> None:
        """Measure the rows again."""
        super().restyle()
        self.list.doItemsLayout()

    def _filter(self, text: str) -> None:
        self.model.filter_by(text)
        self._say_nothing()

    def _say_nothing(self) -> None:
        words = self.tr("Nothing found for “{text}”. Try one shorter word; the list has its own words for things.")
        self._nothing.setText(words.format(text=isolate(self.filter.text().strip())))
        self._nothing.setVisible(not self.model.rowCount())

    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            self.picked.emit(self._catalogue.tag(self.model.indicator_at(index), language.current()))

    def _pick_first(self) -> None:
        if self.model.rowCount() == 1:
            self._pick(self.model.index(0, 0))
        elif self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.setCurrentIndex(self.model.index(0, 0))


def _searched(indicator: Indicator) -> str:
    return f"{indicator.id} {indicator.wording_nl} {indicator.wording_en}".casefold()
