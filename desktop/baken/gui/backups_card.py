"""Backups as settings show them: the last one, where copies go, what went wrong, and what is out of reach."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from baken.errors import UserError
from baken.model.views_backup import BackupState

from . import messages
from .access_result import copies
from .said import say_moment
from .text import isolate
from .widgets.button import Button
from .widgets.card import Card, HairLine, clear
from .widgets.flow import FlowLayout
from .widgets.line import Line


@dataclass(frozen=True, kw_only=True)
class BackupsSeen:
    """What the vault says of its backups, and whether the other folder is there now."""

    state: BackupState
    is_chosen_there: bool


class BackupsCard(Card):
    """Says it in lines, each with its buttons; changes nothing itself."""

    now_requested = Signal()
    choose_requested = Signal()
    drop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", "history", parent=parent)
        self._seen: BackupsSeen | None = None
        self._is_busy = self._is_primary = False
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 4)
        self._lines.setSpacing(0)
        self.body.addLayout(self._lines)
        self.retranslate()

    def show_seen(self, seen: BackupsSeen) -> None:
        """Show how it stands."""
        self._seen = seen
        self.retranslate()

    def set_busy(self, is_busy: bool) -> None:
        """Keep the buttons from being pressed twice."""
        self._is_busy = is_busy
        self.retranslate()

    def set_primary(self, *, is_primary: bool) -> None:
        """Let backing up now be the primary button, for who has no other one on this page."""
        self._is_primary = is_primary
        self.retranslate()

    def retranslate(self) -> None:
        """Make everything again in the language in use."""
        self.set_title(self.tr("Backups"))
        clear(self._lines)
        if self._seen is None:
            return
        self._add_trouble(self._seen.state.trouble)
        self._add_last(self._seen.state)
        self._add_chosen(self._seen)
        self._add_out_of_reach(self._seen.state)

    def _add_trouble(self, code: str) -> None:
        if code:
            sentence, next_step = messages.explain(UserError(code))
            title = self.tr("The last automatic backup did not succeed.")
            self._add(Line("triangle-alert", title, sentence, wrong=next_step))

    def _add_last(self, state: BackupState) -> None:
        moment = say_moment(state.last)
        last = self.tr("last one {moment}").format(moment=moment) if moment else self.tr("none made yet")
        by_itself = self.tr("By itself every hour while something changes, and before each import")
        button = self._button(self.tr("Back up to a folder…"), "save", self.now_requested)
        button.set_look("primary" if self._is_primary else "plain")
        self._add(Line("hard-drive", self.tr("On this laptop: {last}").format(last=last), by_itself, end=button))

    def _add_chosen(self, seen: BackupsSeen) -> None:
        state = seen.state
        choose = self._button(self.tr("Choose a folder…"), "folder-open", self.choose_requested)
        if not state.chosen:
            why = self.tr("If this laptop breaks, everything is gone unless a copy lies on a stick or another disk.")
            self._add(Line("usb", self.tr("No second place yet"), wrong=why, end=choose))
            return
        moment = say_moment(state.chosen_last)
        if not seen.is_chosen_there:
            how = self.tr("Not connected now. Connect it: the next copy follows by itself.")
        elif moment:
            how = self.tr("last copy {moment}").format(moment=moment)
        else:
            how = self.tr("no copy there yet; it follows by itself")
        acts = QWidget()
        flow = FlowLayout(acts)
        flow.addWidget(choose)
        flow.addWidget(self._button(self.tr("Stop copying there"), "x", self.drop_requested))
        title = self.tr("Copied to {folder}").format(folder=isolate(state.chosen))
        below, wrong = (how, "") if seen.is_chosen_there else ("", how)
        self._add(Line("usb", title, *filter(None, (below,)), end=acts, wrong=wrong))

    def _add_out_of_reach(self, state: BackupState) -> None:
        if not state.out_of_reach:
            return
        title = self.tr("Copies that cannot be reached now")
        why = self.tr("They open as they did when they were made, also for somebody who was removed since.")
        self._add(Line("unplug", title, *copies(state.out_of_reach), wrong=why))

    def _add(self, line: Line) -> None:
        if self._lines.count():
            self._lines.addWidget(HairLine())
        self._lines.addWidget(line)

    def _button(self, words: str, icon: str, asked: SignalInstance) -> Button:
        button = Button(words, icon=icon, height=30)
        button.setEnabled(not self._is_busy)
        button.clicked.connect(asked)
        return button
