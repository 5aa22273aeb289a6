"""One person of this vault: who it is, a new passphrase for who forgot theirs, and the way to remove them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.store.members import User

from .passphrase_pair import PassphrasePair
from .people_words import last_day, roles
from .shortcuts import Keys
from .text import isolate
from .widgets.button import Button
from .widgets.card import Card, HairLine
from .widgets.label import Label


class PersonView(Card):
    """What can be done for one person; the own account is changed elsewhere."""

    passphrase_given = Signal(str)
    remove_requested = Signal()
    own_account_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", "user", parent=parent)
        self._user: User | None = None
        self._is_me = self._is_busy = False
        self._facts = Label("", "list", wrap=True)
        self._forgot = Label("", "list_new", wrap=True)
        self._advice = Label("", "small", colour="muted", wrap=True)
        self.passphrase = PassphrasePair(is_own=False)
        self._give = Button("", "primary", icon="key-round", height=36)
        self._problem = Label("", "small", colour="warn", wrap=True)
        self._own = Button("", icon="key-round", height=36)
        self._line = HairLine(0)
        self._back = Button("", "quiet", keys=Keys.KEEP_DRAFT, height=36, colour="muted")
        self._remove = Button("", "danger", icon="user-x", height=36)
        self._build()
        self.passphrase.entered.connect(self.submit)
        self._give.clicked.connect(self.submit)
        self._remove.clicked.connect(self.remove_requested)
        self._own.clicked.connect(self.own_account_requested)
        self._back.clicked.connect(self._leave)
        leave = QShortcut(QKeySequence(Keys.KEEP_DRAFT), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._leave)
        self.retranslate()

    def show_person(self, user: User, *, is_me: bool) -> None:
        """Show somebody."""
        self._user, self._is_me = user, is_me
        self.passphrase.clear()
        self.show_problem("", "")
        self.retranslate()
        first = self._own if is_me else self.passphrase.first if user.has_slot else self._back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_secrets(self) -> None:
        """Empty the fields of the passphrase."""
        self.passphrase.clear()

    def set_primary(self, *, is_primary: bool) -> None:
        """Make the blue button plain while capture has the filled one."""
        self._give.set_look("primary" if is_primary else "plain")

    def set_busy(self, is_busy: bool) -> None:
        """Show that something is being changed."""
        self._is_busy = is_busy
        for widget in (self.passphrase, self._back, self._remove, self._give):
            widget.setEnabled(not is_busy)
        self._give.setText(self.tr("One moment…") if is_busy else self.tr("Give this passphrase"))

    def show_problem(self, sentence: str, next_step: str) -> None:
        """Say what went wrong and what to do."""
        self.set_busy(False)
        self._problem.setText(f"{sentence} {next_step}".strip())
        self._problem.setVisible(bool(sentence))

    def submit(self) -> None:
        """Say what is not right yet, or hand the new passphrase over."""
        if self._is_busy:
            return
        lacking = self.passphrase.lacking()
        self.show_problem(lacking, "")
        if not lacking:
            self.set_busy(True)
            self.passphrase_given.emit(self.passphrase.take())

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._forgot.setText(self.tr("Passphrase forgotten?"))
        self._advice.setText(
            self.tr(
                "Let them type a new one here themselves. Their old one opens nothing any more; what they wrote stays."
            )
        )
        self._own.setText(self.tr("Change your passphrase…"))
        self._back.setText(self.tr("Back"))
        self._remove.setText(self.tr("Remove…"))
        self.set_busy(self._is_busy)
        user = self._user
        if user is None:
            return
        self.set_title(isolate(user.name))
        facts = [roles(user.capabilities), last_day(user.valid_until)]
        if self._is_me:
            facts.append(self.tr("This is you. Only another administrator can remove you."))
        elif not user.has_slot:
            facts.append(self.tr("Cannot unlock on this laptop."))
        self._facts.setText("\n".join(filter(None, facts)))
        is_other = not self._is_me
        for widget in (self._forgot, self._advice, self.passphrase, self._give):
            widget.setVisible(is_other and user.has_slot)
        self._own.setVisible(self._is_me)
        self._remove.setVisible(is_other)

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        for part in (self._facts, self._forgot, self._advice, self.passphrase, self._problem):
            column.addWidget(part)
        give = QHBoxLayout()
        give.addStretch(1)
        give.addWidget(self._give)
        column.addLayout(give)
        column.addWidget(self._line)
        buttons = QHBoxLayout()
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self._own)
        buttons.addWidget(self._remove)
        column.addLayout(buttons)
        self.body.addLayout(column)

    def _leave(self) -> None:
        if not self._is_busy:
            self.passphrase.clear()
            self.closed.emit()
