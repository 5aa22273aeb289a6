"""The first tab of a dossier: the last pieces with their strands, open disappearances, signals, what went out."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.model.records import MissingEpisode
from baken.model.views import Dossier, Observation, SignalRow

from . import labels, language, theme
from .dossier_documents import DocumentRow
from .origin import who
from .said import now, say_moment, say_when
from .signal_list import STATE_ICONS
from .text import first_line, format_date, format_time, isolate
from .widgets.beside import BesideLayout
from .widgets.button import Button
from .widgets.card import Card, HairLine, clear
from .widgets.chip import Chip
from .widgets.empty import EmptyState
from .widgets.label import Label
from .widgets.row import Row
from .widgets.scroll import FittingArea, ScrollArea
from .widgets.strand import StrandRead

_RIGHT = 10  # parts of the width, beside 13 for the pieces
_FACTS = 130  # characters of a signal on its row: about three lines
_DISCLOSURES = 4  # the last ones; the tab of documents has all


class NowTab(QWidget):
    """Two columns 13:10; each card scrolls its own rows where the window is low, none stretches around nothing."""

    piece_requested = Signal(str)
    signal_requested = Signal(str)
    timeline_requested = Signal()
    capture_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dossier: Dossier | None = None
        self._recent: tuple[Observation, ...] = ()
        self._left = QVBoxLayout()
        self._right = QVBoxLayout()
        self._columns = QHBoxLayout()
        self._columns.setContentsMargins(24, 16, 24, 16)
        self._columns.setSpacing(16)
        self._areas: list[FittingArea] = []
        self._is_narrow = False
        for side, stretch in ((self._left, 13), (self._right, _RIGHT)):
            side.setSpacing(14)
            self._columns.addLayout(side, stretch)
        content = QWidget()
        content.setLayout(self._columns)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ScrollArea(content))

    def show_dossier(self, dossier: Dossier, recent: Sequence[Observation]) -> None:
        """Show a dossier with its last pieces in full."""
        self._dossier, self._recent = dossier, tuple(recent)
        self.retranslate()

    def retranslate(self) -> None:
        """Make everything again in the language in use."""
        clear(self._left)
        clear(self._right)
        self._areas.clear()
        if self._dossier is None:
            return
        for episode in self._dossier.missing:
            if episode.returned is None:
                self._right.addWidget(self._missing_card(episode))
        self._left.addWidget(self._recent_card())
        self._left.addStretch(1)
        if self._dossier.reads_signals:  # "no signals" would be said of what this person cannot know
            self._right.addWidget(self._signals_card(self._dossier.signals))
            self._right.addWidget(self._documents_card(self._dossier))
        has_right = self._right.count() > 0
        if has_right:
            self._right.addStretch(1)
        self._columns.setStretch(1, _RIGHT if has_right else 0)  # the pieces take the room of what is not there

    def fold(self, is_narrow: bool) -> None:
        """Stack the columns in a narrow window."""
        direction = QHBoxLayout.Direction.TopToBottom if is_narrow else QHBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)
        self._is_narrow = is_narrow
        for area in self._areas:
            area.show_all(is_narrow)

    def _rows_of(self, card: Card) -> QVBoxLayout:
        """Give a card rows that scroll where the window is low."""
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        area = FittingArea(content, wraps=True)
        area.show_all(self._is_narrow)
        self._areas.append(area)
        card.body.addWidget(area)
        return rows

    def _recent_card(self) -> Card:
        card = Card(self.tr("Last days"), "scroll-text")
        if not self._recent:
            empty = EmptyState(self.tr("No pieces yet."), self.tr("New piece"), icon="plus")
            empty.pressed.connect(self.capture_requested)
            self._rows_of(card).addWidget(empty)
            return card
        whole = Button(self.tr("Whole timeline"), "quiet", trailing="chevron-right", height=28)
        whole.clicked.connect(self.timeline_requested)
        card.add_end(whole)
        rows = self._rows_of(card)
        for position, piece in enumerate(self._recent):
            if position:
                rows.addWidget(HairLine())
            row = PieceRow(piece)
            row.clicked.connect(self._piece_pressed)
            rows.addWidget(row)
        return card

    def _signals_card(self, signals: Sequence[SignalRow]) -> Card:
        card = Card(self.tr("Signals"), "puzzle")
        if not signals:
            self._rows_of(card).addWidget(EmptyState(self.tr("No signals.")))
            return card
        rows = self._rows_of(card)
        for position, signal in enumerate(signals):
            if position:
                rows.addWidget(HairLine())
            row = Row(first_line(signal.facts), above=9)
            row.setProperty("signal", str(signal.id))
            words = QWidget()
            column = QVBoxLayout(words)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(
                Label(first_line(signal.facts, _FACTS) or self.tr("no facts written yet"), "body", wrap=True)
            )
            meta = self.tr("{name}, changed {moment}").format(
                name=who(signal.author, signal.site), moment=say_moment(signal.changed)
            )
            column.addWidget(Label(meta, "meta", colour="muted", wrap=True))
            inside = QWidget()
            both = BesideLayout(inside)
            both.addWidget(words)
            both.addWidget(
                Chip(labels.signal_state(signal.state), "outline", icon=STATE_ICONS[signal.state], small=True)
            )
            row.add(inside, 1)
            row.clicked.connect(self._signal_pressed)
            rows.addWidget(row)
        return card

    def _documents_card(self, dossier: Dossier) -> Card:
        card = Card(self.tr("Passed on"), "send")
        if not dossier.disclosures:
            self._rows_of(card).addWidget(EmptyState(self.tr("Nothing was passed on.")))
            return card
        rows = self._rows_of(card)
        for position, disclosure in enumerate(dossier.disclosures[:_DISCLOSURES]):
            if position:
                rows.addWidget(HairLine())
            rows.addWidget(DocumentRow(disclosure))
        return card

    def _missing_card(self, episode: MissingEpisode) -> Card:
        card = Card(self.tr("Missing"), "map-pin-off")
        moment = say_moment(episode.last_seen)
        words = (
            self.tr("Last seen {moment}, {place}").format(moment=moment, place=isolate(episode.last_seen_place))
            if episode.last_seen_place
            else self.tr("Last seen {moment}").format(moment=moment)
        )
        line = Label(words, "list", wrap=True)
        line.setContentsMargins(16, 9, 16, 11)
        self._rows_of(card).addWidget(line)
        return card

    def _piece_pressed(self) -> None:
        row = self.sender()
        if isinstance(row, PieceRow):
            self.piece_requested.emit(str(row.piece.id))

    def _signal_pressed(self) -> None:
        row = self.sender()
        if row is not None:
            self.signal_requested.emit(str(row.property("signal")))


class PieceRow(Row):
    """A piece with its day at the left and its strands at the right; pressing opens it on the timeline."""

    def __init__(self, piece: Observation, parent: QWidget | None = None) -> None:
        newest = piece.versions[0]
        super().__init__(f"{say_when(newest.when)}: {first_line(newest.text)}", above=11, parent=parent)
        self.piece = piece
        day, time = day_and_time(newest.when.start, now().date())
        if not day:
            day = say_when(newest.when)
        moment = QWidget()
        moment.setFixedWidth(theme.px(68))
        dates = QVBoxLayout(moment)
        dates.setContentsMargins(0, 0, 0, 0)
        dates.setSpacing(0)
        dates.addWidget(Label(day, "small_strong", wrap=True))
        if time:
            dates.addWidget(Label(time, "meta", colour="muted"))
        dates.addStretch(1)
        strands = QWidget()
        column = QVBoxLayout(strands)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        is_gone = bool(piece.withdrawn_why)
        if is_gone:
            column.addWidget(Chip(self.tr("withdrawn"), "warn", icon="circle-x", small=True))
        said = [f"{who(newest.author, newest.site)}, {labels.source(newest.source)}"]
        if sum(version.site == piece.site for version in piece.versions) > 1:
            said.append(self.tr("corrected"))
        if newest.restricted:
            said.append(labels.restricted())
        meta = " · ".join(said)
        column.addWidget(StrandRead("seen", self.tr("Seen or heard"), newest.text, meta=meta, is_muted=is_gone))
        if newest.quote or newest.quote_original:
            column.addWidget(
                StrandRead(
                    "quote",
                    self.tr("The youth's own words"),
                    newest.quote or newest.quote_original,
                    aside=newest.quote_note if len(newest.quote_note) < 44 else "",
                    meta=newest.quote_note if len(newest.quote_note) >= 44 else "",
                    is_muted=is_gone,
                )
            )
        self.add(moment)
        self.add(strands, 1)


def day_and_time(iso: str, today: dt.date) -> tuple[str, str]:
    """Give "vr 7 nov" and "16:40" of an ISO text that is known to the day; empty texts otherwise.

    A day of another year carries it.
    """
    try:
        day = dt.date.fromisoformat(iso[:10])
    except ValueError:
        return "", ""
    return format_date(day, language.current(), today=today), format_time(iso)
