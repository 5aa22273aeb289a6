"""One piece of work under way: what the main thread sees of it, and what its worker holds.

They are two objects on purpose. A worker holds nothing of Qt: were it to drop the last reference to a QObject, that
would be deleted on the wrong thread. So a worker gets a number, a plain function and a letterbox; who asked, and what
to do with the answer, stays with the main thread under that number.
"""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import FunctionType, MethodType
from typing import Final, Protocol

import shiboken6
from PySide6.QtCore import QObject, Signal

from baken.errors import BugError, Cancelled

from .post import Letterbox

_REPORT_EVERY_S: Final = 0.05
_DEPTH: Final = 4  # functions within functions; deeper ones are not written here


class Progress(Protocol):
    """What long work calls with how much is done of how much; raises Cancelled when the user cancelled."""

    def __call__(self, done: int, total: int, /) -> None:
        """Tell how far the work is."""


class Reporter:
    """The worker's side: tells how far it is, and learns that it was cancelled."""

    def __init__(self, number: int, letterbox: Letterbox) -> None:
        self._number, self._letterbox = number, letterbox
        self._cancelled = threading.Event()
        self._last_report = 0.0

    def cancel(self) -> None:
        """Raise Cancelled at the next report."""
        self._cancelled.set()

    def check(self) -> None:
        """Raise Cancelled when it was."""
        if self._cancelled.is_set():
            raise Cancelled

    def __call__(self, done: int, total: int, /) -> None:
        """Tell how far the work is, at most twenty times a second. Raises Cancelled."""
        self.check()
        now = time.monotonic()
        if now - self._last_report >= _REPORT_EVERY_S or done >= total:
            self._last_report = now
            self._letterbox.put((self._number, (done, total)))


class Task(QObject):
    """The main thread's side."""

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, title: str, reporter: Reporter) -> None:
        super().__init__()
        self.title = title
        self.is_over = False
        self._reporter = reporter

    def cancel(self) -> None:
        """Stop at the next report."""
        self._reporter.cancel()


def refuse_qt(function: Callable[..., object]) -> None:
    """Raise BugError when a function that goes to a worker would take a Qt object there.

    It looks at what the function is bound to, was given beforehand, and closes over.
    """
    if _holds_qt(function, _DEPTH):
        raise BugError("a worker must hold nothing of Qt")


def _holds_qt(thing: object, depth: int) -> bool:
    if isinstance(thing, shiboken6.Object):
        return True
    if depth == 0:
        return False
    inner: tuple[object, ...]
    match thing:
        case partial():
            inner = (thing.func, *thing.args, *thing.keywords.values())
        case MethodType():
            inner = (thing.__self__, thing.__func__)
        case FunctionType():
            inner = (*(thing.__defaults__ or ()), *_closed_over(thing))
        case tuple() | list():
            inner = tuple(thing)
        case _:
            inner = (getattr(thing, "__self__", None),)
    return any(_holds_qt(each, depth - 1) for each in inner)


def _closed_over(function: FunctionType) -> list[object]:
    """Give what a function closes over; a name that gets its value later is not there yet."""
    held = []
    for cell in function.__closure__ or ():
        with suppress(ValueError):
            held.append(cell.cell_contents)
    return held
