"""Drafts on their way to the disk and back, without holding up the window.

One thread writes them in the order given, so that the last typed is the last stored; `flush` waits for it before a
lock. What a draft holds is bytes here; who typed them knows their form. A draft that cannot be read is listed as
such and never deleted. The thread holds nothing of Qt; who asked stays here under a number (`task.py` says why).
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import shiboken6
from PySide6.QtCore import QObject, Signal

from baken import crypto
from baken.errors import UserError
from baken.store.drafts import DraftStore

from .post import Letterbox, Post


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
        self._store = store
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="drafts")
        self._writer.submit(store.reserve)  # before anything is typed
        self._post = Post(self._receive, self)
        self._asked: dict[int, Callable[..., None]] = {}
        self._being_stored: dict[int, tuple[str, bytes]] = {}
        self._number = 0
        self._is_closed = False

    @staticmethod
    def new_id() -> str:
        """Give an id that no draft has."""
        return crypto.random_bytes(16).hex()

    def put(self, draft: str, content: bytes) -> None:
        """Store a draft; `stored` tells when it is on disk."""
        number = self._submit(partial(self._store.put, draft, content), partial(self._was_stored, draft))
        if number:
            self._being_stored[number] = (draft, content)

    def drop(self, draft: str) -> None:
        """Delete a draft that became a piece, or in which nothing was typed."""
        self._being_stored = {each: put for each, put in self._being_stored.items() if put[0] != draft}
        self._submit(partial(self._store.delete, draft), self._list_changed)

    def load(self, draft: str, on_done: Callable[[bytes], None]) -> None:
        """Give the content of one draft."""
        self._submit(partial(self._store.get, draft), on_done)

    def list(self, on_done: Callable[[tuple[Draft, ...]], None]) -> None:
        """Give every draft, the last saved first."""
        self._submit(partial(_list, self._store), on_done)

    def flush(self) -> None:
        """Wait until everything given so far is on disk."""
        self._writer.submit(int).result()

    def close(self) -> None:
        """Store what was given and end the thread; nothing is delivered or taken after this."""
        self._is_closed = True
        self._post.letterbox.close()
        self._writer.shutdown(wait=True)
        self._asked.clear()
        self._being_stored.clear()

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

    def _list_changed(self, _nothing: object) -> None:
        self.changed.emit()


def _list(store: DraftStore) -> tuple[Draft, ...]:
    return tuple(
        Draft(
            id=file.id,
            saved_ms=file.saved_ms,
            content=store.get(file.id) if file.readable else b"",
            is_readable=file.readable,
        )
        for file in store.list()
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
