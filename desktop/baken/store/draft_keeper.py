"""Drafts that are given back whether or not a disk took them.

What the disk refused stays here, counts as the newest version, and is offered to the disk again. `carried` gives it
sealed, as a draft's file would hold it, so that it outlives a lock; `take_in` is the other end of that way. Made for
one thread, which is not that of the window.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from baken.errors import UserError

from .drafts import DraftFile, DraftStore
from .sealed_draft import SealedDraft

TOO_LARGE: Final = "draft-too-large"


@dataclass(frozen=True, kw_only=True)
class _Held:
    content: bytes = field(repr=False)
    saved_ms: int


class DraftKeeper:
    """The drafts of one user, in their store and, where that refused them, in memory."""

    def __init__(self, store: DraftStore) -> None:
        self._store = store
        self._held: dict[str, _Held] = {}
        self._of_others: tuple[SealedDraft, ...] = ()

    def reserve(self) -> None:
        """Keep room on the disk, as `DraftStore.reserve`."""
        self._store.reserve()

    def put(self, draft: str, content: bytes) -> None:
        """Store a draft; raises as `DraftStore.put`, and then it is kept here, unless it is too large for a draft."""
        try:
            self._store.put(draft, content)
        except UserError as error:
            if error.code != TOO_LARGE:
                self._held[draft] = _Held(content=content, saved_ms=time.time_ns() // 1_000_000)
            raise
        self._held.pop(draft, None)

    def get(self, draft: str) -> bytes:
        """Give a draft's newest content; raises as `DraftStore.get`."""
        held = self._held.get(draft)
        return self._store.get(draft) if held is None else held.content

    def list(self) -> tuple[DraftFile, ...]:
        """Give all drafts, the last saved first; a store that cannot be listed hides none that is held here."""
        held = [DraftFile(id=draft, saved_ms=each.saved_ms, readable=True) for draft, each in self._held.items()]
        try:
            stored = [file for file in self._store.list() if file.id not in self._held]
        except UserError:
            if not held:
                raise
            stored = []
        return tuple(sorted((*held, *stored), key=lambda draft: (-draft.saved_ms, draft.id)))

    def delete(self, draft: str) -> None:
        """Remove a draft; raises as `DraftStore.delete`."""
        self._held.pop(draft, None)
        self._store.delete(draft)

    def try_again(self) -> tuple[tuple[str, ...], bool]:
        """Offer what is held to the disk once more; gives the ids of what it took, and whether any is left."""
        taken = []
        for draft, held in tuple(self._held.items()):
            try:
                self.put(draft, held.content)
            except UserError:
                continue
            taken.append(draft)
        return tuple(taken), bool(self._held)

    def take_in(self, carried: Iterable[SealedDraft]) -> None:
        """Take over what a process before this one could not store; what is not this user's is carried on."""
        of_others = []
        for each in carried:
            try:
                content = self._store.unseal(each.id, each.data)
            except UserError:
                of_others.append(each)
                continue
            self._held[each.id] = _Held(content=content, saved_ms=time.time_ns() // 1_000_000)
        self._of_others = tuple(of_others)
        self.try_again()

    def carried(self) -> tuple[SealedDraft, ...]:
        """Give what is on no disk, sealed; what an earlier user could not store comes along unread."""
        own = (SealedDraft(id=draft, data=self._store.seal(draft, held.content)) for draft, held in self._held.items())
        return (*own, *self._of_others)
