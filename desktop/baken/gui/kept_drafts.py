"""The drafts that wait for their author: what was open opens again, what was put away is named in the status bar.

A draft itself says whether it was put away, so that what was being typed comes back after a lock and a pulled plug
alike; nothing about it stands outside the draft.

Only what this user's key opens is opened. What was open under another key is neither read nor spoken of; its id, which
says nothing, stays until its own author unlocks.
"""

from PySide6.QtCore import QObject

from baken.errors import UserError
from baken.model.clock import local_iso

from .capture_form import decode_form
from .capture_panel import CapturePanel
from .drafts import Draft, Drafts
from .status_bar import StatusBar

_KEPT_FOR_OTHERS = 8  # a user who never comes back must not make the list grow


class KeptDrafts(QObject):
    """Watches the drafts of the user who unlocked, beside the forms that are open."""

    def __init__(self, drafts: Drafts, capture: CapturePanel, status_bar: StatusBar, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts, self._capture, self._status_bar = drafts, capture, status_bar
        self._wanted: tuple[str, ...] = ()
        self._last = ""
        self.of_others: tuple[str, ...] = ()
        capture.opened.connect(self.refresh)
        capture.closed.connect(self.refresh)
        drafts.changed.connect(self.refresh)
        status_bar.draft_pressed.connect(self._open_last)

    def reopen(self, drafts: tuple[str, ...]) -> None:
        """Open what was not put away, the first of `drafts` on top; those of others become `of_others`.

        `drafts` were open before the lock; it is empty after a crash, and then the last one stored comes on top.
        """
        self._wanted = drafts
        self._drafts.list(self._open_mine)

    def refresh(self) -> None:
        """Say again what waits."""
        self._drafts.list(self._say)

    def _open_mine(self, found: tuple[Draft, ...]) -> None:
        mine = {draft.id for draft in found if draft.is_readable}
        self.of_others = tuple(draft for draft in self._wanted if draft not in mine)[:_KEPT_FOR_OTHERS]
        left_open = tuple(draft.id for draft in found if draft.id not in self._wanted and _was_open(draft))
        for draft in reversed((*self._wanted, *left_open)):
            if draft in mine:
                self._capture.open_draft(draft)

    def _say(self, found: tuple[Draft, ...]) -> None:
        """Show the pieces that are begun and not open; a signal's draft is kept by its own page."""
        waiting = [
            draft for draft in found if _is_piece(draft) and self._capture.window_of_drafts.editor(draft.id) is None
        ]
        self._last = waiting[0].id if waiting else ""
        self._status_bar.show_drafts(len(waiting), local_iso(waiting[0].saved_ms)[11:16] if waiting else "")

    def _open_last(self) -> None:
        if self._last:
            self._capture.open_draft(self._last)


def _was_open(draft: Draft) -> bool:
    return _is_piece(draft) and not decode_form(draft.content).is_put_away


def _is_piece(draft: Draft) -> bool:
    try:
        return draft.is_readable and not decode_form(draft.content).is_blank
    except UserError:
        return False
