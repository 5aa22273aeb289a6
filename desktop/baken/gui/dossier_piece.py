"""One piece as it is read: what happened when, the three strands apart, who recorded it, every version.

Old versions stay visible, a withdrawn piece stays visible with its reason. Takes a `views.Observation`; emits what
a person wants to do with it.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from baken.model.commands import ConfirmObservation
from baken.model.records import Attachment
from baken.model.views import Observation, TimelineEvent, Version

from . import labels, theme
from .attached_chips import AttachedChips
from .dossier_target import inside
from .origin import from_site, who
from .said import say_moment, say_when
from .text import isolate
from .widgets.button import Button
from .widgets.card import HairLine, IconMark, Panel, clear
from .widgets.chip import Chip
from .widgets.flow_box import FlowBox
from .widgets.label import Label
from .widgets.scroll import FittingArea
from .widgets.strand import StrandRead

_WIDE = 700  # px at 100 %; a narrower piece does not scroll by itself, because what is around it does
_ANY_WIDTH = (1 << 24) - 1  # what Qt itself calls no limit
_STACKED = 540  # px at 100 %; below it the facts stand under the strands


class PieceView(QWidget):
    """The strands and the facts around them; `correct_requested` and `withdraw_requested` carry the piece."""

    correct_requested = Signal(object)
    withdraw_requested = Signal(object)
    confirm_requested = Signal(object)  # the command
    signal_requested = Signal(str)
    attachment_requested = Signal(str)  # a target of `dossier_target`: the piece and the attachment

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._piece: Observation | None = None
        self._event: tuple[TimelineEvent, str] | None = None
        named, acts = FlowBox(), FlowBox(gap=4, hugs=True)
        self._chips, self.ends = named.flow, acts.flow
        self._correct = Button("", "quiet", icon="pencil", height=28)
        self._withdraw = Button("", "bare", height=28)
        self._confirm = Button("", "quiet", icon="badge-check", height=28)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setContentsMargins(16, 10, 12, 8)
        self._head.setSpacing(9)
        self._head.addWidget(named, 1, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(acts, 0, Qt.AlignmentFlag.AlignVCenter)
        self.ends.addWidget(self._confirm)
        self.ends.addWidget(self._correct)
        self.ends.addWidget(self._withdraw)
        self._strands = QVBoxLayout()
        self._strands.setContentsMargins(16, 10, 16, 10)
        self._strands.setSpacing(10)
        self._facts = QVBoxLayout()
        self._facts.setContentsMargins(16, 10, 14, 10)
        self._facts.setSpacing(7)
        right = QWidget()
        right.setLayout(self._facts)
        right.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._right = right
        content = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addLayout(self._strands, 1)
        self._body.addWidget(right, 0, Qt.AlignmentFlag.AlignTop)
        self._area = FittingArea(content, wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(HairLine(16))
        layout.addWidget(self._area)
        self._correct.clicked.connect(self._ask_correct)
        self._withdraw.clicked.connect(self._ask_withdraw)
        self._confirm.clicked.connect(self._ask_confirm)
        self.restyle()

    def show_piece(self, piece: Observation) -> None:
        """Show a piece from its newest version down."""
        self._piece, self._event = piece, None
        self.retranslate()
        self._area.verticalScrollBar().setValue(0)

    def show_event(self, event: TimelineEvent, lane: str) -> None:
        """Show something else that happened, such as a stay: when, on which lane, and its words; nothing to correct."""
        self._piece, self._event = None, (event, lane)
        self.retranslate()
        self._area.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        """Make everything again in the language in use."""
        for layout in (self._chips, self._strands, self._facts):
            clear(layout)
        self._correct.setText(self.tr("&Correct"))
        self._withdraw.setText(self.tr("&Withdraw"))
        self._confirm.setText(self.tr("I wrote this"))
        piece = self._piece
        self._confirm.setVisible(
            piece is not None and bool(piece.captured) and not (piece.confirmed_by or piece.site or piece.withdrawn_why)
        )
        for button in (self._correct, self._withdraw):
            button.setVisible(piece is not None and not piece.withdrawn_why)
        self._right.setVisible(piece is not None)
        if self._event is not None:
            event, lane = self._event
            self._chips.addWidget(Label(say_when(event.when), "section"))
            self._chips.addWidget(Chip(lane, "sunk"))
            self._strands.addWidget(Label(event.label, "body", wrap=True))
        if piece is None:
            return
        newest = piece.versions[0]
        self._chips.addWidget(Label(say_when(newest.when), "section"))
        self._show_chips(piece, newest)
        if piece.withdrawn_why:
            words = self.tr("Withdrawn by {name}: {why}").format(
                name=isolate(piece.withdrawn_by), why=isolate(piece.withdrawn_why)
            )
            self._strands.addWidget(Label(words, "list", colour="warn", wrap=True))
        if piece.site and not piece.withdrawn_why:
            words = self.tr(
                "This piece is of {site}. Correct or Withdraw makes a note of your own beside it; {site} gets it only "
                "when you send it."
            ).format(site=isolate(piece.site))
            self._strands.addWidget(Label(words, "meta", colour="muted", wrap=True))
        self._show_strands(newest, is_muted=bool(piece.withdrawn_why))
        for older in piece.versions[1:]:
            self._show_older(older, is_note=older.site != piece.site)
        for gone in piece.withdrawn_beside:
            self._strands.addWidget(HairLine(0))
            words = self.tr("{name} would no longer let it count: {why}").format(
                name=who(gone.author, gone.site), why=isolate(gone.why)
            )
            self._strands.addWidget(Label(words, "body", colour="muted", wrap=True))
        self._strands.addStretch(1)
        self._show_facts(piece, newest)

    def restyle(self) -> None:
        """Arrange the parts for the text size of now."""
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the strands more room in a narrow page; below that the facts stand under them."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        direction = QBoxLayout.Direction
        is_narrow, is_stacked = self.width() < theme.px(_WIDE), self.width() < theme.px(_STACKED)
        self._body.setDirection(direction.TopToBottom if is_stacked else direction.LeftToRight)
        self._area.show_all(is_narrow)
        if is_stacked:
            self._right.setMinimumWidth(0)
            self._right.setMaximumWidth(_ANY_WIDTH)
        else:
            self._right.setFixedWidth(theme.px(236 if is_narrow else 286))
        one_line = self._chips.sizeHint().width() + self.ends.sizeHint().width() + 40
        self._head.setDirection(direction.TopToBottom if self.width() < one_line else direction.LeftToRight)

    def _show_chips(self, piece: Observation, newest: Version) -> None:
        if newest.kind is not None:
            self._chips.addWidget(Chip(labels.kind(newest.kind), "sunk", icon=labels.kind_icon(newest.kind)))
        self._chips.addWidget(Chip(labels.source(newest.source), "sunk", icon=labels.source_icon(newest.source)))
        if piece.confirmed_by:
            words = self.tr("Written while locked, confirmed by {name}").format(name=isolate(piece.confirmed_by))
            self._chips.addWidget(Chip(words, "sunk", icon="badge-check"))
        elif piece.captured:
            words = self.tr("Not confirmed: written while locked by {initials}")
            self._chips.addWidget(Chip(words.format(initials=isolate(piece.captured)), "warn", icon="circle-help"))
        if newest.protect_source:
            self._chips.addWidget(Chip(self.tr("source protected"), "sunk", icon="shield"))
        if newest.restricted:
            self._chips.addWidget(Chip(labels.restricted(), "sunk", icon="eye-off"))
        if piece.site:
            self._chips.addWidget(Chip(from_site(piece.site), "outline", icon="building-2"))
        if len(_of_its_site(piece)) > 1:
            self._chips.addWidget(Chip(self.tr("corrected"), "outline", icon="history"))
        if piece.withdrawn_why:
            self._chips.addWidget(Chip(self.tr("withdrawn"), "warn", icon="circle-x"))
        if piece.conflict:
            self._chips.addWidget(Chip(self.tr("two corrections side by side"), "warn", icon="git-compare"))

    def _show_strands(self, version: Version, *, is_muted: bool) -> None:
        meta = isolate(version.source_note) if version.source_note else ""
        self._strands.addWidget(
            StrandRead("seen", self.tr("Seen or heard"), version.text, meta=meta, is_muted=is_muted)
        )
        if version.quote or version.quote_original:
            self._strands.addWidget(
                StrandRead(
                    "quote",
                    self.tr("The youth's own words"),
                    version.quote or version.quote_original,
                    aside=version.quote_note,
                    original=version.quote_original if version.quote else "",
                    is_muted=is_muted,
                )
            )
        if version.meaning:
            self._strands.addWidget(StrandRead("meaning", self.tr("What the mentor thinks"), version.meaning))
        if version.attachments:
            chips = AttachedChips(version.attachments)
            chips.opened.connect(self._open_attachment)
            self._strands.addWidget(chips)

    def _show_older(self, version: Version, *, is_note: bool) -> None:
        """Show a version that does not count, quieter, its strands apart: one that was corrected, or a note beside."""
        self._strands.addWidget(HairLine(0))
        head = self.tr("Beside it, {name}, {moment}") if is_note else self.tr("Earlier version, {name}, {moment}")
        words = head.format(name=who(version.author, version.site), moment=say_moment(version.recorded))
        self._strands.addWidget(Label(words, "meta_strong", colour="muted", wrap=True))
        if is_note and version.why:
            self._strands.addWidget(Label(version.why, "meta", colour="muted", wrap=True))
        self._show_strands(version, is_muted=True)

    def _show_facts(self, piece: Observation, newest: Version) -> None:
        versions = _of_its_site(piece)
        self._fact("user", self.tr("Recorded by"), self._who(versions[-1]))
        if len(versions) > 1:
            self._fact("history", self.tr("Corrected by"), self._who(newest))
            self._fact("message-square", self.tr("Why"), newest.why)
        if piece.about:
            names = ", ".join(isolate(youth.name or youth.alias) for youth in piece.about)
            self._fact("users", self.tr("About"), names)
        if newest.place:
            self._fact("map-pin", self.tr("Place"), isolate(newest.place))
        if newest.entities:
            things = ", ".join(f"{labels.entity(each.type)} {isolate(each.value)}" for each in newest.entities)
            self._fact("link", self.tr("Mentioned"), things)
        if newest.clock_doubtful:
            self._fact("alarm-clock", self.tr("Clock"), self.tr("the clock of that laptop is doubtful"))
        if piece.signals:
            open_signal = Button(self.tr("Open the signal"), "quiet", icon="puzzle", height=28)
            open_signal.setProperty("signal", str(piece.signals[0]))
            open_signal.clicked.connect(self._open_signal)
            self._facts.addWidget(open_signal)

    def _who(self, version: Version) -> str:
        return f"{who(version.author, version.site)}, {say_moment(version.recorded)}"

    def _fact(self, icon: str, word: str, value: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconMark(icon, "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(word, "meta", colour="muted"))
        column.addWidget(Label(value, "chip", wrap=True))
        row.addLayout(column, 1)
        self._facts.addLayout(row)

    def _ask_correct(self) -> None:
        self.correct_requested.emit(self._piece)

    def _ask_confirm(self) -> None:
        if self._piece is not None:
            self.confirm_requested.emit(ConfirmObservation(entity=self._piece.id))

    def _ask_withdraw(self) -> None:
        self.withdraw_requested.emit(self._piece)

    def _open_attachment(self, attachment: Attachment) -> None:
        if self._piece is not None:
            self.attachment_requested.emit(inside(self._piece.id, attachment.id))

    def _open_signal(self) -> None:
        button = self.sender()
        if button is not None:
            self.signal_requested.emit(str(button.property("signal")))


def _of_its_site(piece: Observation) -> tuple[Version, ...]:
    """Give the versions by the site of the piece, newest first; of the one that counts alone if there are none."""
    return tuple(version for version in piece.versions if version.site == piece.site) or piece.versions[:1]


class PieceCard(Panel):
    """A piece on a card with the accent bar of what is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(accent="accent", parent=parent)
        self.view = PieceView()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3, 1, 1, 1)
        layout.addWidget(self.view)
