"""The way from the window to the Workspace and back.

One database thread owns the Workspace; a pool of two does everything else that is slow. Answers come back as
queued signals on the main thread. An answer that nobody waits for any more (its owner is gone, or asked again
under the same key) is dropped. Workers touch no widget; pages touch no thread.

Work that takes over a second is announced with `slow`, with its progress; cancelling raises `Cancelled` at the
work's next report. Whatever is neither a `UserError` nor `Cancelled` is a bug and goes to `crashed`.
"""

import threading
import time
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from baken.errors import BugError, Cancelled, UserError
from baken.model.commands import Changes, Command
from baken.work.workspace import Workspace

__all__ = ["Progress", "Runner", "Task", "Workspace"]

T = TypeVar("T")

SLOW_AFTER_MS: Final = 1000
_REPORT_EVERY_S: Final = 0.05

OnFailed = Callable[[UserError], None]


class Progress(Protocol):
    """What long work calls with how much is done of how much; raises Cancelled when the user cancelled."""

    def __call__(self, done: int, total: int, /) -> None:
        """Tell how far the work is."""


class Task(QObject):
    """One piece of work under way; lives on the main thread."""

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.is_over = False
        self._cancelled = threading.Event()
        self._last_report = 0.0

    def cancel(self) -> None:
        """Stop at the next report."""
        self._cancelled.set()

    def report(self, done: int, total: int, /) -> None:
        """Tell how far the work is; called by the worker. Raises Cancelled."""
        if self._cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._last_report >= _REPORT_EVERY_S or done >= total:
            self._last_report = now
            self.progressed.emit(done, total)


@dataclass(frozen=True, kw_only=True)
class _Order:
    """What to do with an answer, and when it is stale."""

    task: Task
    on_done: Callable[[Any], None] | None
    on_failed: OnFailed | None
    owner: QObject | None
    key: str
    turn: int


@dataclass(frozen=True, kw_only=True)
class _Delivery:
    """An answer on its way to the main thread."""

    order: _Order
    value: object = None
    error: BaseException | None = None


class Runner(QObject):
    """Executes commands, queries and background work for pages."""

    changed = Signal(object)  # Changes, after each command that moved something
    failed = Signal(object)  # UserError that no page took for itself
    crashed = Signal(object)  # an exception that is ours
    slow = Signal(object)  # Task that has been running for a second
    _delivered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._database = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="pool")
        self._turns: dict[tuple[int, str], int] = {}
        self._turn = 0
        self._tasks: set[Task] = set()
        self._is_closed = False
        self._delivered.connect(self._deliver)

    def open(
        self,
        make_workspace: Callable[[Progress], Workspace],
        on_done: Callable[[Workspace], None],
        *,
        on_failed: OnFailed | None = None,
        title: str = "",
    ) -> Task:
        """Make the Workspace on the database thread; `on_done` must not call it, only look at its type."""

        def work(progress: Progress) -> Workspace:
            self._workspace = make_workspace(progress)
            return self._workspace

        return self._submit(self._database, work, self._order(title, on_done, on_failed))

    def execute(
        self,
        command: Command,
        on_done: Callable[[Changes], None] | None = None,
        *,
        on_failed: OnFailed | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Carry out a command; `changed` is emitted before `on_done`. A command itself is never dropped."""

        def work(_progress: Progress) -> Changes:
            return self._opened().execute(command)

        return self._submit(self._database, work, self._order("", on_done, on_failed, owner))

    def query(
        self,
        function: Callable[[Workspace], T],
        on_done: Callable[[T], None],
        *,
        on_failed: OnFailed | None = None,
        owner: QObject | None = None,
        key: str = "",
    ) -> Task:
        """Call `function(workspace)` on the database thread.

        With an owner and a key, a later query of that owner under that key makes this one stale.
        """

        def work(_progress: Progress) -> T:
            return function(self._opened())

        return self._submit(self._database, work, self._order("", on_done, on_failed, owner, key))

    def work(
        self,
        function: Callable[[Workspace, Progress], T],
        on_done: Callable[[T], None],
        *,
        title: str,
        on_failed: OnFailed | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Call `function(workspace, progress)` on the database thread, for what takes long and must be there.

        A `Changes` in the answer (the answer itself, or its attribute `changes`) is announced as after a command.
        """

        def work(progress: Progress) -> T:
            return function(self._opened(), progress)

        return self._submit(self._database, work, self._order(title, on_done, on_failed, owner))

    def in_steps(
        self,
        begin: Callable[[Workspace], Generator[tuple[int, int], None, T]],
        on_done: Callable[[T], None],
        *,
        title: str,
        on_failed: OnFailed | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Run a generator on the database thread, a step at a time, so that saves and queries run in between.

        Each step yields (done, total); what the generator returns is the answer. Cancelling closes it.
        """
        order = self._order(title, on_done, on_failed, owner)
        begun: list[Generator[tuple[int, int], None, T]] = []

        def step() -> None:
            if not begun:
                begun.append(begin(self._opened()))
            order.task.report(*next(begun[0]))

        def go_on(future: Future[None]) -> None:  # on the database thread as well
            if future.cancelled():
                return
            error = future.exception()
            if error is None:
                self._database.submit(step).add_done_callback(go_on)
                return
            for generator in begun:
                generator.close()
            is_done = isinstance(error, StopIteration)
            value = error.value if isinstance(error, StopIteration) else None
            self._delivered.emit(_Delivery(order=order, value=value, error=None if is_done else error))

        return self._start(order, lambda: self._database.submit(step).add_done_callback(go_on))

    def background(
        self,
        function: Callable[[Progress], T],
        on_done: Callable[[T], None],
        *,
        title: str = "",
        on_failed: OnFailed | None = None,
        owner: QObject | None = None,
        key: str = "",
    ) -> Task:
        """Call `function(progress)` in the pool; it must not touch the Workspace but for its POOL methods."""
        return self._submit(self._pool, function, self._order(title, on_done, on_failed, owner, key))

    def cancel_all(self) -> None:
        """Ask everything that is under way to stop at its next report."""
        for task in tuple(self._tasks):
            task.cancel()

    def close(self, last: Callable[[Workspace], None] | None = None) -> None:
        """Cancel what runs, wait for it, and call `last` on the database thread, such as closing the vault.

        Closing again does nothing.
        """
        if self._is_closed:
            return
        self._is_closed = True
        self.cancel_all()
        self._delivered.disconnect(self._deliver)
        self._pool.shutdown(wait=True, cancel_futures=True)
        if last is not None and self._workspace is not None:
            self._database.submit(last, self._workspace).result()
        self._database.shutdown(wait=True, cancel_futures=True)
        self._workspace = None

    def _opened(self) -> Workspace:
        if self._workspace is None:
            raise BugError("no vault is open")
        return self._workspace

    def _order(
        self,
        title: str,
        on_done: Callable[[Any], None] | None,
        on_failed: OnFailed | None,
        owner: QObject | None = None,
        key: str = "",
    ) -> _Order:
        self._turn += 1
        if owner is not None and key:
            self._turns[id(owner), key] = self._turn
        return _Order(task=Task(title), on_done=on_done, on_failed=on_failed, owner=owner, key=key, turn=self._turn)

    def _submit(self, pool: ThreadPoolExecutor, function: Callable[[Progress], object], order: _Order) -> Task:
        def deliver(future: Future[object]) -> None:
            if not future.cancelled():
                error = future.exception()
                value = None if error is not None else future.result()
                self._delivered.emit(_Delivery(order=order, value=value, error=error))

        return self._start(order, lambda: pool.submit(function, order.task.report).add_done_callback(deliver))

    def _start(self, order: _Order, start: Callable[[], None]) -> Task:
        """Start work whose answer will be delivered; announce it when it takes long."""
        task = order.task
        if self._is_closed:  # a timer of a window that is about to go
            task.is_over = True
            return task
        self._tasks.add(task)
        start()
        if task.title:
            QTimer.singleShot(SLOW_AFTER_MS, task, lambda: self._announce(task))
        return task

    def _announce(self, task: Task) -> None:
        if not task.is_over:
            self.slow.emit(task)

    def _deliver(self, delivery: _Delivery) -> None:
        order = delivery.order
        order.task.is_over = True
        order.task.ended.emit()
        self._tasks.discard(order.task)
        wanted = self._is_wanted(order)
        match delivery.error:
            case None:
                self._announce_changes(delivery.value)
                if wanted and order.on_done is not None:
                    order.on_done(delivery.value)
            case Cancelled():
                return
            case UserError() as error:
                if wanted and order.on_failed is not None:
                    order.on_failed(error)
                else:
                    self.failed.emit(error)
            case error:
                self.crashed.emit(error)

    def _announce_changes(self, value: object) -> None:
        changes = value if isinstance(value, Changes) else getattr(value, "changes", None)
        if isinstance(changes, Changes) and changes.touched:
            self.changed.emit(changes)

    def _is_wanted(self, order: _Order) -> bool:
        if order.owner is None:
            return True
        if not shiboken6.isValid(order.owner):
            return False
        return not order.key or self._turns[id(order.owner), order.key] == order.turn
