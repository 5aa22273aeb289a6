"""The bar at the bottom: what is saved, what waits, what came in, what day it is; work under way and its cancel."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from . import theme
from .runner import Task
from .text import isolate
from .widgets import paint
from .widgets.button import Button
from .widgets.card import IconMark
from .widgets.label import Label

HEIGHT = 32


class _Gauge(QWidget):
    """How far a piece of work is; without a total it only stands there."""

    def __init__(self) -> None:
        super().__init__()
        self.part = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give a slim bar."""
        return QSize(theme.px(120), 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the part that is done."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint.box(painter, area, 3, fill="hair")
        paint.box(painter, QRectF(0, 0, area.width() * self.part, area.height()), 3, fill="accent")


class StatusBar(QWidget):
    """Plain words; a draft that waits opens, the bell leads to what was told, "3 waiting" to the exchange."""

    draft_pressed = Signal()
    waiting_pressed = Signal()
    messages_pressed = Signal()

    def __init__(self, *, has_exchange: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved_at, self._received, self._date, self._draft_at = "", "", "", ""
        self._count = self._drafts = 0
        self._task: Task | None = None
        self._mark = IconMark("circle-check", "ok", 14)
        self._saved = Label("", "meta")
        self._draft = Button("", "quiet", icon="pencil", height=26)
        self._waiting = Button("", "quiet", height=26)
        self._waiting.setEnabled(has_exchange)
        self._came_in = Label("", "meta", colour="muted")
        self.messages = Button("", "bare", icon="bell", icon_only=True, height=26)
        self.messages.hide()
        self._today = Label("", "meta", colour="muted")
        self._work = Label("", "meta", colour="muted")
        self._gauge = _Gauge()
        self._cancel = Button("", "quiet", height=26)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 0)
        layout.setSpacing(12)
        layout.addWidget(self._mark)
        layout.addWidget(self._saved)
        layout.addWidget(self._draft)
        layout.addWidget(self._waiting)
        layout.addWidget(self._came_in)
        layout.addWidget(self.messages)
        layout.addStretch(1)
        for widget in (self._work, self._gauge, self._cancel):
            layout.addWidget(widget)
            widget.hide()
        layout.addWidget(self._today, 0, Qt.AlignmentFlag.AlignRight)
        self._draft.clicked.connect(self.draft_pressed)
        self._waiting.clicked.connect(self.waiting_pressed)
        self.messages.clicked.connect(self.messages_pressed)
        self._cancel.clicked.connect(self._cancel_task)
        self.retranslate()
        self.restyle()

    def show_saved(self, at: str) -> None:
        """Say when the last piece reached the disk; empty before the first one."""
        self._saved_at = at
        self.retranslate()

    def show_drafts(self, count: int, last_saved_at: str) -> None:
        """Say how many pieces are begun and not open; `last_saved_at` is HH:MM, of the one that a press opens."""
        self._drafts, self._draft_at = count, last_saved_at
        self.retranslate()

    def show_exchange(self, waiting: int, received: str) -> None:
        """Say how many bundles wait, and when the last one came in."""
        self._count, self._received = waiting, received
        self.retranslate()

    def show_date(self, date: str) -> None:
        """Say what day and time it is."""
        self._date = date
        self._today.setText(date)

    def follow(self, task: Task) -> None:
        """Show work that takes over a second, with a way to cancel it."""
        self._task = task
        task.progressed.connect(self._show_progress)
        task.ended.connect(self._stop_following)
        self._gauge.part = 0.0
        self._work.setText(task.title)
        for widget in (self._work, self._gauge, self._cancel):
            widget.show()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        saved = self.tr("Saved {time}").format(time=isolate(self._saved_at))
        self._saved.setText(saved if self._saved_at else self.tr("Everything is saved"))
        is_all_saved = bool(self._saved_at) or not self._drafts  # "everything" is not said beside a draft
        for widget in (self._mark, self._saved):
            widget.setVisible(is_all_saved)
        one = self.tr("Draft of {time} is ready to go on").format(time=isolate(self._draft_at))
        self._draft.setText(one if self._drafts == 1 else self.tr("%n drafts are ready to go on", "", self._drafts))
        self._draft.setVisible(self._drafts > 0)
        self._waiting.setText(self.tr("%n waiting to be sent", "", self._count))
        self._waiting.setVisible(self._count > 0)
        self._came_in.setText(self.tr("received {moment}").format(moment=self._received))
        self._came_in.setVisible(bool(self._received))
        self.messages.setText(self.tr("Messages since you unlocked"))
        self._cancel.setText(self.tr("Cancel"))
        self._today.setText(self._date)

    def restyle(self) -> None:
        """Take the height of now."""
        self.setFixedHeight(max(theme.px(HEIGHT), 28))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line above."""
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.colour("hair"))

    def _show_progress(self, done: int, total: int) -> None:
        self._gauge.part = min(done / total, 1.0) if total else 0.0
        self._gauge.update()

    def _stop_following(self) -> None:
        self._task = None
        for widget in (self._work, self._gauge, self._cancel):
            widget.hide()

    def _cancel_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
