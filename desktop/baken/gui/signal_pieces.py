"""The pieces that a signal can rest on: a list with ticks, filtered while typing.

A tick refers to a piece, it never copies it. Rows are painted; each is one sentence for a screen reader.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout
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

from baken.model.ids import EntityId
from baken.model.views import ObservationRow

from . import icons, theme
from .said import say_when
from .text import first_line, isolate
from .tokens import Role, TypeRole
from .widgets import paint
from .widgets.card import HairLine, Panel
from .widgets.excerpt import lay_out
from .widgets.field import LineEdit
from .widgets.label import Label
from .widgets.scroll import use_slim_bars
from .widgets.youth import youth_names

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW_DATA = Qt.ItemDataRole.UserRole
_ROW = 72  # px, with one line of words
_LINES = 2  # of words at most
_MARK = 16  # px


class PieceModel(QAbstractListModel):
    """The pieces that pass the filter, each ticked or not."""

    ticked = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ObservationRow, ...] = ()
        self._rows: tuple[ObservationRow, ...] = ()
        self._chosen: frozenset[EntityId] = frozenset()
        self._filter = ""

    def show_rows(self, rows: Sequence[ObservationRow]) -> None:
        """Replace all pieces."""
        self._all = tuple(rows)
        self.filter_by(self._filter)

    @property
    def is_emptied(self) -> bool:
        """Whether there are pieces and none of them passes the filter."""
        return bool(self._all) and not self._rows

    def choose(self, pieces: Iterable[EntityId]) -> None:
        """Tick exactly these; emits nothing to the outside."""
        self._chosen = frozenset(pieces)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def filter_by(self, text: str) -> None:
        """Keep what holds the text in its words, author or a youth's name."""
        self._filter = text.strip().casefold()
        self.beginResetModel()
        self._rows = tuple(row for row in self._all if self._filter in _searched(row))
        self.endResetModel()

    def row_at(self, index: _Index) -> ObservationRow:
        """Give the piece of a row."""
        return self._rows[index.row()]

    def toggle(self, index: _Index) -> None:
        """Turn the tick of a row."""
        row = self._rows[index.row()]
        self.ticked.emit(str(row.id), row.id not in self._chosen)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Give the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Say that a row can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the sentence of a row, its tick, or the piece for the delegate."""
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if row.id in self._chosen else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.DisplayRole:
                parts = (f"{say_when(row.when)}:", youth_names(row.about), first_line(row.text), say_author(row))
                return " ".join(part for part in parts if part)
            case _:
                return row if role == _ROW_DATA else None

    def setData(self, index: _Index, _value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the tick to be turned; whoever owns the form answers with `choose`."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggle(index)
        return True


class PieceDelegate(QStyledItemDelegate):
    """Paints a piece: tick, date with the strands it has, its first words on two lines, author and site."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give the height of the words and of the lines above and below them."""
        view, row = option.widget, index.data(_ROW_DATA)
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        lines = _words(row, width - _beside()).lineCount() if isinstance(row, ObservationRow) else 1
        return QSize(width, theme.px(_ROW) + (lines - 1) * theme.line_height("body"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row; a ticked one on a tinted ground."""
        row = index.data(_ROW_DATA)
        if not isinstance(row, ObservationRow):
            return
        painter.save()
        chosen = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        area = QRectF(option.rect).adjusted(5, 2, -5, -2)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if chosen:
            paint.box(painter, area, 7, fill="soft_selection")
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint.box(painter, area, 7, fill="sunk")
        if focused:
            paint.ring(painter, area, 7)
        mark = theme.px(_MARK)
        left, top = area.x() + 11, area.y() + 7
        tick = QRectF(left, top + 1, mark, mark)
        paint.box(painter, tick, 4, fill="accent" if chosen else "base", edge=None if chosen else "line", width=1.5)
        if chosen:
            icons.draw(painter, "check", "on_accent", tick.x() + 2, tick.y() + 2, size=mark - 4)
        x = left + mark + 10
        width = area.right() - x - 10
        _line(painter, say_when(row.when), (x, top, width), "small_strong", "muted")
        at = area.right() - 10
        for icon, present in (("lightbulb", row.has_meaning), ("quote", row.has_quote), ("eye", True)):
            if present:
                at -= theme.px(14)
                icons.draw(painter, icon, "muted", at, top + 2, size=theme.px(14))
                at -= 6
        words = _words(row, option.rect.width() - _beside())
        painter.setPen(theme.colour("text"))
        words.draw(painter, QPointF(x, top + theme.px(20)))
        below = top + theme.px(20) + words.lineCount() * theme.line_height("body")
        _line(painter, _who(row, width), (x, below, width), "meta", "muted")
        painter.restore()


class PieceColumn(Panel):
    """The card with the filter and the list; `ticked` carries the piece and whether it is to be in."""

    ticked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.model = PieceModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(PieceDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or rows are measured too wide
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.viewport().setAutoFillBackground(False)
        use_slim_bars(self.list)
        self._title = Label("", "section")
        self._about = Label("", "small", colour="muted", wrap=True)
        self.filter = LineEdit("", icon="search", height=32)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self._nothing = Label("", "body", colour="muted", wrap=True)
        self._nothing.setContentsMargins(13, 12, 13, 12)
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        title.addWidget(self._about, 1, Qt.AlignmentFlag.AlignVCenter)
        head = QVBoxLayout()
        head.setContentsMargins(13, 11, 13, 10)
        head.setSpacing(6)
        head.addLayout(title)
        head.addWidget(self.filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 5)
        layout.setSpacing(3)
        layout.addLayout(head)
        layout.addWidget(HairLine(0))
        layout.addWidget(self._nothing)
        layout.addWidget(self.list, 1)
        self.filter.textEdited.connect(self._filter)
        self.model.ticked.connect(self.ticked)
        self.list.clicked.connect(self.model.toggle)
        self.retranslate()

    def show_rows(self, rows: Sequence[ObservationRow], about: str) -> None:
        """Show the pieces that can be chosen, and about whom they are."""
        self.model.show_rows(rows)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self._say_nothing()

    def restyle(self) -> None:
        """Measure the rows again."""
        super().restyle()
        self.list.doItemsLayout()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._title.setText(self.tr("Pieces"))
        self.list.doItemsLayout()
        self.filter.setAccessibleName(self.tr("Search in pieces"))
        self.filter.setPlaceholderText(self.tr("Search in pieces"))
        self.list.setAccessibleName(self.tr("Pieces, space ticks"))
        self._say_nothing()

    def _filter(self, text: str) -> None:
        self.model.filter_by(text)
        self._say_nothing()

    def _say_nothing(self) -> None:
        """Say that no piece holds what was typed, and what then."""
        words = self.tr("Nothing found for “{text}”. Search with one word, or by the name of a youth.")
        self._nothing.setText(words.format(text=isolate(self.filter.text().strip())))
        self._nothing.setVisible(self.model.is_emptied)


def _searched(row: ObservationRow) -> str:
    names = " ".join(f"{youth.name} {youth.alias}" for youth in row.about)
    return f"{row.text} {row.author} {names}".casefold()


def say_author(row: ObservationRow) -> str:
    """Give who wrote a piece, and the site that it came from where that is another one."""
    return f"{isolate(row.author)} · {isolate(row.site)}" if row.site else isolate(row.author)


def _beside() -> int:
    """Give what stands beside the words of a piece: margins, the mark, the gap."""
    return 5 + 11 + theme.px(_MARK) + 10 + 10 + 5


def _words(row: ObservationRow, width: float) -> QTextLayout:
    return lay_out(row.text, theme.font("body"), width, lines=_LINES, line_height=theme.line_height("body"))


def _who(row: ObservationRow, width: float) -> str:
    """Give whom a piece is about, cut where a line has no room for all of them, and who wrote it."""
    author, names = say_author(row), youth_names(row.about)
    if not names:
        return author
    metrics = QFontMetrics(theme.font("meta"))
    room = int(width) - metrics.horizontalAdvance(f" · {author}")
    return f"{isolate(metrics.elidedText(names, Qt.TextElideMode.ElideRight, room))} · {author}"


def _line(painter: QPainter, text: str, at: tuple[float, float, float], font: TypeRole, colour: Role) -> None:
    """Write one line that fits: a date, an author; `at` is left, top and room."""
    x, top, room = at
    painter.setFont(theme.font(font))
    painter.setPen(theme.colour(colour))
    flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    painter.drawText(QRectF(x, top, room, theme.line_height(font)), flags, text)
