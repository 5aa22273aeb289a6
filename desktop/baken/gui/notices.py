"""What was noticed about the vault, above whatever page is open, one thing at a time.

It asks the runner at unlock and whenever the shell says so, because a check that runs behind the work may find
something later. Closing holds until the next unlock; what was closed stands in the list of messages.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from .findings import say_finding
from .runner import Runner, Workspace
from .widgets.notice import Notice

_SIDE, _ABOVE = 24, 4  # px, as the page below


class Notices(QWidget):
    """The strip for the first finding that nobody closed yet; hidden without one."""

    noticed = Signal(str, str)  # what happened, and what is safe with what to do; once for each finding
    emptied = Signal()  # the last one was closed

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._findings: tuple[str, ...] = ()
        self._closed: set[str] = set()
        self._said = ""
        self.notice = Notice()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, _ABOVE, _SIDE, 0)
        layout.addWidget(self.notice)
        self._strip = layout
        self.notice.closed.connect(self._close)
        self.hide()

    def refresh(self) -> None:
        """Ask what was noticed so far."""
        self._runner.query(ask_findings, self.show_findings, owner=self, key="findings")

    def show_findings(self, findings: tuple[str, ...]) -> None:
        """Keep what is new in the list of messages, and show the first that is not closed."""
        for code in findings:
            if code not in self._findings:
                words = say_finding(code)
                self.noticed.emit(words.happened, f"{words.is_safe} {words.next_step}")
        self._findings = findings
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        code = self._first()
        self.setVisible(bool(code))
        if not code:
            return
        words = say_finding(code)
        self.notice.say(words.happened, f"{words.is_safe} {words.next_step}", self.tr("Seen"))
        self._fit()
        if code != self._said:
            self._said = code
            self.notice.announce()

    def restyle(self) -> None:
        """Take the height of now, once every label has its new size."""
        QTimer.singleShot(0, self, self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the words need at another width; a page that is too high does not press them."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._strip.totalHeightForWidth(self.width()))

    def _first(self) -> str:
        return next((code for code in self._findings if code not in self._closed), "")

    def _close(self) -> None:
        self._closed.add(self._first())
        self.retranslate()
        if not self._first():
            self.emptied.emit()


def ask_findings(workspace: Workspace) -> tuple[str, ...]:
    """Ask what opening, or a check since then, noticed; each once."""
    return tuple(dict.fromkeys(workspace.vault.findings))
