"""Find anything from anywhere (Ctrl+K): hits while typing, arrows choose, Enter opens, Esc goes back.

The shell lays it over the page and calls `start`; it listens to `open_requested` (what, id, ids of the youths) and
`closed`.
"""

from collections.abc import Sequence
from functools import partial

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QVBoxLayout, QWidget

from baken.model.views import SearchHit

from . import theme
from .origin import SiteNames
from .runner import Runner
from .search_list import ROW, SearchDelegate, SearchModel
from .widgets import paint
from .widgets.field import LineEdit
from .widgets.label import Label
from .widgets.scroll import use_slim_bars

_PAUSE_MS = 120  # after the last key
_WIDTH = 760  # px at 100 %
_ROWS = 7  # the rest scrolls
_EDGE, _SPACE = 12, 8  # px


class SearchBox(QWidget):
    """The field and the list of hits; emits what is typed and what is opened."""

    typed = Signal(str)
    hit_opened = Signal(object)
    closed = Signal()
    sized = Signal()  # it wants another height

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = LineEdit("", icon="search", height=36)
        self.list = QListView()
        self._model = SearchModel(self)
        self._state = Label("", "small", colour="muted", wrap=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.list.setModel(self._model)
        self.list.setItemDelegate(SearchDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.viewport().setAutoFillBackground(False)
        use_slim_bars(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        layout.setSpacing(_SPACE)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._state)
        self.field.textEdited.connect(self._pause.start)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.hide()
        self.list.activated.connect(self._open_index)
        self.list.clicked.connect(self._open_index)
        self.retranslate()

    def start(self) -> None:
        """Take the cursor with what was typed last selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_hits(self, hits: Sequence[SearchHit]) -> None:
        """Show what was found; the first hit is chosen."""
        self._model.show_hits(hits)
        self.list.setVisible(bool(hits))
        if hits:
            self.list.setCurrentIndex(self._model.index(0, 0))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = self.tr("Youth, room, phone, number plate, words in a piece")
        self.field.setAccessibleName(self.tr("Search"))
        self.field.setPlaceholderText(words)
        self.list.setAccessibleName(self.tr("What was found"))
        if not self.field.text().strip():
            self._state.setText(self.tr("Type a name, a number, or the beginning of a word."))
        elif self._model.rowCount():
            self._state.setText(self.tr("↑ ↓ choose · Enter opens · Esc goes back"))
        else:
            self._state.setText(self.tr("Nothing was found. Try fewer letters."))
        self.sized.emit()

    def restyle(self) -> None:
        """Ask for the height of the rows of now."""
        self.sized.emit()

    def sizeHint(self) -> QSize:
        """Give the height of the field, the hits and the line below; more hits than fit are scrolled to."""
        rows = theme.px(ROW) * min(self._model.rowCount(), _ROWS)
        below = self._state.heightForWidth(self.width() - 2 * _EDGE)
        height = 2 * _EDGE + self.field.sizeHint().height() + _SPACE + below
        return QSize(theme.px(_WIDTH), height + (rows + _SPACE if rows else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the words below need one at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self.sized.emit)  # it is being placed just now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter work while the cursor stays in the field."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
            if watched is self.field and key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                self._move(1 if key == Qt.Key.Key_Down else -1)
                return True
            if watched is self.field and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._open_index(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        paint.box(QPainter(self), QRectF(self.rect()), 10, fill="base", edge="line")

    def _ask(self) -> None:
        self.typed.emit(self.field.text().strip())

    def _move(self, by: int) -> None:
        row = min(max(self.list.currentIndex().row() + by, 0), self._model.rowCount() - 1)
        if row >= 0:
            self.list.setCurrentIndex(self._model.index(row, 0))

    def _open_index(self, index: QModelIndex) -> None:
        if index.isValid():
            self.hit_opened.emit(self._model.hit_at(index.row()))


class SearchPopup(QWidget):
    """The box over the page, wired to the runner."""

    open_requested = Signal(str, str)  # key of a page, id of what to show there
    closed = Signal()
    sized = Signal()  # it wants another height

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._came_from: QWidget | None = None
        self.box = SearchBox()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.box.typed.connect(self._search)
        self.box.hit_opened.connect(self._open)
        self.box.closed.connect(self.close_search)
        self.box.sized.connect(self.sized)
        self.hide()

    def start(self) -> None:
        """Show the box and take the cursor; who had it gets it back."""
        if self.isHidden():
            self._came_from = QApplication.focusWidget()
        self.show()
        self.raise_()
        self.box.start()

    def close_search(self) -> None:
        """Go away; the focus goes back to where it was, or the shell finds it a place."""
        came_from, self._came_from = self._came_from, None
        self.hide()
        self.closed.emit()
        if came_from is not None and shiboken6.isValid(came_from) and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """Give a width in which a snippet fits, and the height of what was found."""
        return self.box.sizeHint()

    def _search(self, text: str) -> None:
        if not text:
            self.box.show_hits(())
            return
        self._runner.query(
            lambda workspace: SiteNames(workspace).in_hits(workspace.search(text)),
            partial(self._show, text),
            owner=self,
            key="search",
        )

    def _show(self, text: str, hits: list[SearchHit]) -> None:
        if text == self.box.field.text().strip():
            self.box.show_hits(hits)

    def _open(self, hit: SearchHit) -> None:
        self.close_search()
        key, target = where_is(hit)
        self.open_requested.emit(key, target)


def where_is(hit: SearchHit) -> tuple[str, str]:
    """Give the page on which a hit is shown and what to open there; a piece about nobody has a page of its own."""
    match hit.what:
        case "dossier":
            return "dossier", str(hit.id)
        case "signal":
            return "signals", str(hit.id)
        case _:
            return ("dossier", f"{hit.about[0].id}#{hit.id}") if hit.about else ("piece", str(hit.id))
