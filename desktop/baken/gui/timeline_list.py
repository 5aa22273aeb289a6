"""The list twin of the timeline (F6): the same events in the same order, one row each, for keyboard and reader.

Nothing is in the drawing that is not here. Takes plain events, emits their ids.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from baken.model.views import TimelineEvent

from . import theme
from .said import say_when
from .text import first_line
from .widgets.scroll import use_slim_bars

_COLUMNS = 3
_MEASURED = 100  # rows that decide how wide a column is; all of a long dossier would cost a quarter of a second
_INDENT = 4  # px, where the words of the rows begin
_WHAT = 2  # the last column, which takes the width that is left
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class _Header(QHeaderView):
    """The names of the columns on a hair line, without Fusion's slope."""

    def paintSection(self, painter: QPainter, area: QRect, column: int) -> None:
        """Paint one name."""
        painter.fillRect(area, theme.colour("base"))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, theme.colour("hair"))
        painter.setFont(self.font())
        painter.setPen(theme.colour("muted"))
        name = self.model().headerData(column, self.orientation(), Qt.ItemDataRole.DisplayRole)
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area.adjusted(_INDENT, 0, -_INDENT, 0), side, str(name))


class TimelineModel(QAbstractTableModel):
    """When, lane, and what, per event."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events: tuple[TimelineEvent, ...] = ()

    def show_events(self, events: Sequence[TimelineEvent]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._events = tuple(events)
        self.endResetModel()

    def event_at(self, row: int) -> TimelineEvent:
        """Give the event of a row."""
        return self._events[row]

    def row_of(self, event_id: str) -> int | None:
        """Find the row of an event."""
        return next((row for row, event in enumerate(self._events) if event.id == event_id), None)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Give the number of events."""
        return 0 if parent.isValid() else len(self._events)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else _COLUMNS

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words of a cell."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        event = self._events[index.row()]
        match index.column():
            case 0:
                when = say_when(event.when)
                return self.tr("{when}, before arrival").format(when=when) if event.before_arrival else when
            case 1:
                return self.lane_name(event.lane)
            case _:
                words = first_line(event.label.replace("\n", ", "), 160)
                return self.tr("withdrawn: {words}").format(words=words) if event.withdrawn else words

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the words above the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("When"), self.tr("About"), self.tr("What"))[section]

    def lane_name(self, lane: str) -> str:
        """Give the word for a lane."""
        return {
            "verplaatsing": self.tr("Moving"),
            "route": self.tr("Route"),
            "incident": self.tr("Incident"),
            "vermissing": self.tr("Missing"),
        }.get(lane, self.tr("Behaviour"))


class _WholeWords(QStyledItemDelegate):
    """Writes a cell in whole words, with … where some are left out: Qt itself would cut inside a word."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        """Leave out words until the rest fits; the chosen row needs no second mark around its cell."""
        super().initStyleOption(option, index)
        style = option.widget.style()
        option.state &= ~style.StateFlag.State_HasFocus
        if index.column() != _WHAT:
            return
        margin = style.pixelMetric(style.PixelMetric.PM_FocusFrameHMargin, option, option.widget) + 1
        room = option.rect.width() - 2 * margin
        words = option.text.split(" ")
        shown = option.text
        while len(words) > 1 and option.fontMetrics.horizontalAdvance(shown) > room:
            words.pop()
            shown = " ".join(words).rstrip(",.;:…") + "…"
        option.text = shown


class TimelineList(QTableView):
    """The table that shows the model; one row is chosen at a time."""

    event_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TimelineModel(self)
        self.setModel(self._model)
        self.setTabKeyNavigation(False)  # else Tab never leaves the table
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setItemDelegate(_WholeWords(self))
        use_slim_bars(self)
        self.verticalHeader().hide()
        header = _Header(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(header)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(_MEASURED)
        header.setStretchLastSection(True)
        self.retranslate()
        self.restyle()

    def show_events(self, events: Sequence[TimelineEvent]) -> None:
        """Show `events`, oldest first."""
        self._model.show_events(events)

    def lane_name(self, lane: str) -> str:
        """Give the word for a lane."""
        return self._model.lane_name(lane)

    def choose(self, event_id: str) -> None:
        """Show one event as chosen; emits nothing."""
        row = self._model.row_of(event_id)
        if row is not None and row != self.currentIndex().row():
            self.blockSignals(True)
            self.selectRow(row)
            self.blockSignals(False)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.setAccessibleName(self.tr("Timeline as a list"))
        self._model.layoutChanged.emit()

    def restyle(self) -> None:
        """Take over the text size and the colours of a chosen row."""
        palette = self.palette()
        palette.setColor(palette.ColorRole.Highlight, theme.colour("selection"))
        palette.setColor(palette.ColorRole.HighlightedText, theme.colour("text"))
        self.setPalette(palette)
        self.setFont(theme.font("body"))
        self.horizontalHeader().setFont(theme.font("label"))
        self.verticalHeader().setDefaultSectionSize(theme.px(34))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Emit the event of the chosen row."""
        super().selectionChanged(selected, deselected)
        rows = self.selectionModel().selectedRows()
        if rows:
            self.event_chosen.emit(str(self._model.event_at(rows[0].row()).id))
