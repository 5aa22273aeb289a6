"""Drafts on their way to the disk and back, without holding up the window.

One thread writes them in the order given, so that the last typed is the last stored; `flush` waits for it before a
lock. What a draft holds is bytes here; who typed them knows their form. A draft that cannot be read is listed as
such and never deleted; one that the disk refuses stays here and is offered to it again. The thread holds nothing of
Qt; who asked stays here under a number (`task.py` says why).
"""

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Final

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from baken import crypto
from baken.errors import UserError
from baken.store.draft_keeper import DraftKeeper
from baken.store.drafts import DraftStore
from baken.store.sealed_draft import SealedDraft

from .post import Letterbox, Post

_AGAIN_MS: Final = 20_000  # after a disk that would not take it


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One stored draft; `content` is empty where it cannot be read. `saved_ms` is UTC milliseconds."""

    id: str
    saved_ms: int
    content: bytes
    is_readable: bool


class Drafts(QObject):
    """The drafts of the user who unlocked."""

    stored = Signal(str)  # id; it is on disk
    changed = Signal()  # the list may be another one now
    not_stored = Signal(str, bytes)  # id and content; it stays with whoever typed it
    failed = Signal(object)  # UserError; the version stored before stays
    crashed = Signal(object)  # an exception that is ours

    def __init__(self, store: DraftStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = DraftKeeper(store)  # its methods belong to the thread, until that has ended
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="drafts")
        self._writer.submit(self._keeper.reserve)  # before anything is typed
        self._post = Post(self._receive, self)
        self._asked: dict[int, Callable[..., None]] = {}
        self._being_stored: dict[int, tuple[str, bytes]] = {}
        self._number = 0
        self._is_closed = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.try_again)

    @staticmethod
    def new_id() -> str:
        """Give an id that no draft has."""
        return crypto.random_bytes(16).hex()

    def put(self, draft: str, content: bytes) -> None:
        """Store a draft; `stored` tells when it is on disk."""
        number = self._submit(partial(self._keeper.put, draft, content), partial(self._was_stored, draft))
        if number:
            self._being_stored[number] = (draft, content)

    def drop(self, draft: str) -> None:
        """Delete a draft that became a piece, or in which nothing was typed."""
        self._being_stored = {each: put for each, put in self._being_stored.items() if put[0] != draft}
        self._submit(partial(self._keeper.delete, draft), self._list_changed)

    def load(self, draft: str, on_done: Callable[[bytes], None]) -> None:
        """Give the content of one draft."""
        self._submit(partial(self._keeper.get, draft), on_done)

    def list(self, on_done: Callable[[tuple[Draft, ...]], None]) -> None:
        """Give every draft, the last saved first."""
        self._submit(partial(_list, self._keeper), on_done)

    def flush(self) -> None:
        """Wait until everything given so far is on disk."""
        self._writer.submit(int).result()

    def take_in(self, carried: Iterable[SealedDraft]) -> None:
        """Take over what could not be stored before the lock; listed with the others, stored once the disk takes it."""
        self._submit(partial(self._keeper.take_in, tuple(carried)), self._were_taken_in)

    def try_again(self) -> None:
        """Offer to the disk what it refused; that happens by itself too."""
        self._submit(self._keeper.try_again, self._were_stored)

    def close(self) -> tuple[SealedDraft, ...]:
        """Store what was given and end the thread; gives, sealed, what no disk took.

        Nothing is delivered or taken after this.
        """
        self._is_closed = True
        self._again.stop()
        self._post.letterbox.close()
        self._writer.shutdown(wait=True)
        self._asked.clear()
        self._being_stored.clear()
        return self._keeper.carried()

    def _submit(self, work: Callable[[], object], on_done: Callable[..., None]) -> int:
        """Hand work to the thread; gives the number under which its answer comes."""
        if self._is_closed:  # a signal that was still on its way when the vault closed
            return 0
        self._number += 1
        self._asked[self._number] = on_done
        self._writer.submit(work).add_done_callback(partial(_send, self._post.letterbox, self._number))
        return self._number

    def _receive(self, letter: object) -> None:
        match letter:
            case (int(number), value, error):
                stored = self._being_stored.pop(number, None)
                if stored is not None and error is not None:
                    self._again.start()
                    self.not_stored.emit(*stored)
                self._deliver(self._asked.pop(number), value, error)

    def _deliver(self, on_done: Callable[..., None], value: object, error: object) -> None:
        match error:
            case None if _is_gone(on_done):
                return
            case None:
                on_done(value)
            case UserError():
                self.failed.emit(error)
            case _:
                self.crashed.emit(error)

    def _was_stored(self, draft: str, _nothing: object) -> None:
        self.stored.emit(draft)
        self.changed.emit()

    def _were_taken_in(self, _nothing: object) -> None:
        self._again.start()
        self.changed.emit()

    def _were_stored(self, outcome: tuple[tuple[str, ...], bool]) -> None:
        stored, is_any_left = outcome
        for draft in stored:
            self.stored.emit(draft)
        if stored:
            self.changed.emit()
        if is_any_left:
            self._again.start()

    def _list_changed(self, _nothing: object) -> None:
        self.changed.emit()


def _list(keeper: DraftKeeper) -> tuple[Draft, ...]:
    return tuple(
        Draft(
            id=file.id,
            saved_ms=file.saved_ms,
            content=keeper.get(file.id) if file.readable else b"",
            is_readable=file.readable,
        )
        for file in keeper.list()
    )


def _send(letterbox: Letterbox, number: int, future: Future[object]) -> None:
    """Put what the thread made into the letterbox; called by the thread."""
    error = future.exception()
    letterbox.put((number, None if error is not None else future.result(), error))


def _is_gone(on_done: Callable[[object], None]) -> bool:
    """Whether the widget that asked was deleted meanwhile."""
    method = on_done.func if isinstance(on_done, partial) else on_done
    owner = getattr(method, "__self__", None)
    return isinstance(owner, QObject) and not shiboken6.isValid(owner)
