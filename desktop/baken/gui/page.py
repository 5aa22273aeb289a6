"""What the shell expects of a page, and what a page may ask of the shell.

A page wires widgets to the runner; widgets know neither. The shell makes a page once, the first time that it is
opened, as `PageClass(runner, parent)`, and then calls:

- `open(id)` each time somebody goes there (id is empty for a page that is not about one thing),
- `touched(changes)` after each command, whoever gave it; the default asks again when the page `watches` one of
  the kinds that moved,
- `retranslate()` after a change of language, `restyle()` after one of look (both also on every widget).

Where pages live (the shell imports them when first opened):

| key       | class                               | menu                  |
|-----------|-------------------------------------|-----------------------|
| today     | today_page.TodayPage                | Vandaag               |
| youths    | youths_page.YouthsPage              | Jongeren              |
| dossier   | dossier_page.DossierPage            | under Jongeren        |
| piece     | dossier_piece_page.PiecePage        | under Jongeren        |
| attachment| attached_page.AttachmentPage        | under Jongeren        |
| passing   | passing_page.PassingPage            | Doorgeven             |
| signals   | signal_page.SignalPage              | Signalen (lead)       |
| exchange  | exchange_page.ExchangePage          | Uitwisselen (lead)    |
| admin     | admin_page.AdminPage                | Beheer (lead, admin)  |
| account   | account_page.AccountPage            | the name in the foot  |

Beside the page: `capture_panel.CapturePanel(runner, drafts, parent)` and `search_popup.SearchPopup(runner,
parent)`; see those modules and `shell.py` for their signals.
"""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from baken.model.commands import Changes

from .drafts import Drafts
from .runner import Runner


class Page(QWidget):
    """One page of the main window."""

    open_requested = Signal(str, str)  # key of a page, id of what to show there (may be empty)
    back_requested = Signal()
    capture_requested = Signal(object)  # a Youth that the new piece is about, an Observation to correct, or None
    draft_requested = Signal(str)  # id of a draft to go on with
    told = Signal(str)  # a short sentence for a toast, without names

    watches: ClassVar[frozenset[str]] = frozenset()
    """The kinds whose change makes this page ask again."""

    has_primary: ClassVar[bool] = False
    """Whether the page has its own primary button, so that the one in the top bar becomes plain."""

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.runner = runner

    def use_drafts(self, _drafts: Drafts) -> None:
        """Take the drafts of the user who unlocked; called once, before the first `open`. The default keeps none."""

    def open(self, _id: str) -> None:
        """Show the thing with this id; a page about nothing in particular only asks again."""
        self.refresh()

    def refresh(self) -> None:
        """Ask the runner for what is shown, again."""

    def touched(self, changes: Changes) -> None:
        """Ask again when something shown here moved."""
        if self.watches & {kind for kind, _ in changes.touched}:
            self.refresh()

    def yield_primary(self, is_yielding: bool) -> None:
        """Make the page's primary button plain while capture beside it has the filled one; the default has none."""

    def fold(self, is_narrow: bool) -> None:
        """Stack columns when the window is narrow for the text size; the default has none."""

    def leave(self) -> None:
        """Store what was being typed; called before another page comes, before lock and before close."""
