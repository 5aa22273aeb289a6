"""The way from the window to the Workspace and back.

One database thread owns the Workspace; a pool of two does everything else that is slow. Answers come back as
letters on the main thread. An answer that nobody waits for any more (its owner is gone, or asked again under the
same key) is dropped. Workers touch no widget and hold nothing of Qt (`task.py` says why; a function that would take
a Qt object along is refused); pages touch no thread.

Work that takes over a second is announced with `slow`, with its progress; cancelling raises `Cancelled` at the
work's next report. Whatever is neither a `UserError` nor `Cancelled` is a bug and goes to `crashed`.
"""

from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from baken.errors import BugError, Cancelled, UserError
from baken.model.commands import Changes, Command
from baken.work.workspace import Workspace

from .apart import Apart
from .post import Letterbox, Post
from .task import Progress, Reporter, Task, refuse_qt

__all__ = ["Progress", "Runner", "Task", "Workspace"]

T = TypeVar("T")

SLOW_AFTER_MS: Final = 1000

OnFailed = Callable[[UserError], None]


class _Vault:
    """The Workspace once it is open; only the database thread looks inside."""

    def __init__(self) -> None:
        self.workspace: Workspace | None = None

    def opened(self) -> Workspace:
        """Give the Workspace. Raises BugError before it is open."""
        if self.workspace is None:
            raise BugError("no vault is open")
        return self.workspace


@dataclass(frozen=True, kw_only=True)
class _Order:
    """What to do with an answer, and when it is stale; never leaves the main thread."""

    number: int
    task: Task
    reporter: Reporter
    on_done: Callable[[Any], None] | None
    on_failed: OnFailed | None
    owner: QObject | None
    key: str


@dataclass(frozen=True, kw_only=True)
class _Answer:
    """What a worker sends back."""

    value: object = None
    error: BaseException | None = None


class _Steps:
    """A generator that runs step by step on a worker, behind what was asked meanwhile; gives one answer."""

    def __init__(
        self,
        pool: ThreadPoolExecutor,
        letterbox: Letterbox,
        number: int,
        begin: Callable[[], Generator[tuple[int, int], None, object]],
        reporter: Reporter,
    ) -> None:
        self._pool, self._letterbox, self._number = pool, letterbox, number
        self._begin, self._report = begin, reporter
        self._begun: Generator[tuple[int, int], None, object] | None = None

    def submit(self) -> None:
        """Put the next step behind everything else."""
        self._pool.submit(self._step).add_done_callback(self._go_on)

    def _step(self) -> None:
        if self._begun is None:
            self._begun = self._begin()  # even when cancelled by now: what it holds is given back by closing it
        else:
            self._report.check()
        self._report(*next(self._begun))

    def _go_on(self, future: Future[None]) -> None:  # on the worker as well
        error = None if future.cancelled() else future.exception()
        if error is None:
            if not future.cancelled():
                self.submit()
            return
        if self._begun is not None:
            self._begun.close()
        answer = _Answer(value=error.value) if isinstance(error, StopIteration) else _Answer(error=error)
        self._letterbox.put((self._number, answer))


class Runner(QObject):
    """Executes commands, queries and background work for pages."""

    changed = Signal(object)  # Changes, after each command that moved something
    failed = Signal(object)  # UserError that no page took for itself
    crashed = Signal(object)  # an exception that is ours
    slow = Signal(object)  # Task that has been running for a second

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault = _Vault()
        self._database = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="pool")
        self._post = Post(self._receive, self)
        self._turns: dict[tuple[int, str], int] = {}
        self._turn = 0
        self._orders: dict[int, _Order] = {}
        self._apart = Apart()
        self._is_closed = False

    def open(
        self,
        make_workspace: Callable[[Progress], Workspace],
        on_done: Callable[[Workspace], None],
        *,
        on_failed: OnFailed | None = None,
        title: str = "",
    ) -> Task:
        """Make the Workspace on the database thread; `on_done` must not call it, only look at its type."""
        refuse_qt(make_workspace)
        vault = self._vault

        def work(progress: Progress) -> Workspace:
            vault.workspace = make_workspace(progress)
            return vault.workspace

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
        vault = self._vault

        def work(_progress: Progress) -> Changes:
            return vault.opened().execute(command)

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
        vault = self._vault

        def work(_progress: Progress) -> T:
            return function(vault.opened())

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
        vault = self._vault

        def work(progress: Progress) -> T:
            return function(vault.opened(), progress)

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
        refuse_qt(begin)
        order = self._order(title, on_done, on_failed, owner)
        vault = self._vault
        steps = _Steps(
            self._database, self._post.letterbox, order.number, lambda: begin(vault.opened()), order.reporter
        )
        return self._start(order, partial(self._apart.begin, order.task, steps.submit))

    def alone(
        self,
        begin: Callable[[Workspace], Generator[tuple[int, int], None, T]],
        on_done: Callable[[T], None],
        *,
        title: str,
        on_failed: OnFailed | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Run a generator like `in_steps`, with no other steps and nothing in the pool under way: the vault reopens."""
        refuse_qt(begin)
        order = self._order(title, on_done, on_failed, owner)
        vault, reporter = self._vault, order.reporter

        def begin_unless_cancelled() -> Generator[tuple[int, int], None, T]:
            reporter.check()  # it may have waited long
            return begin(vault.opened())

        steps = _Steps(self._database, self._post.letterbox, order.number, begin_unless_cancelled, reporter)
        return self._start(order, partial(self._apart.begin_alone, order.task, steps.submit))

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
        refuse_qt(function)
        order = self._order(title, on_done, on_failed, owner, key)
        submit = partial(self._submit_to, self._pool, function, order)
        return self._start(order, partial(self._apart.begin, order.task, submit))

    def cancel_all(self) -> None:
        """Ask everything that is under way to stop at its next report."""
        for order in tuple(self._orders.values()):
            order.task.cancel()

    def close(self, last: Callable[[Workspace], None] | None = None) -> None:
        """Cancel what runs, wait for it, and call `last` on the database thread, such as closing the vault.

        Closing again does nothing.
        """
        if self._is_closed:
            return
        self._is_closed = True
        self.cancel_all()
        self._post.letterbox.close()
        self._pool.shutdown(wait=True, cancel_futures=True)
        for _ in range(2):  # a step that runs now may have put one more behind; both end before the vault closes
            self._database.submit(int).result()
        if last is not None and self._vault.workspace is not None:
            self._database.submit(last, self._vault.workspace).result()
        self._database.shutdown(wait=True, cancel_futures=True)
        self._vault.workspace = None
        for order in self._orders.values():
            order.task.is_over = True
        self._orders.clear()

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
        reporter = Reporter(self._turn, self._post.letterbox)
        return _Order(
            number=self._turn,
            task=Task(title, reporter),
            reporter=reporter,
            on_done=on_done,
            on_failed=on_failed,
            owner=owner,
            key=key,
        )

    def _submit(self, pool: ThreadPoolExecutor, function: Callable[[Progress], object], order: _Order) -> Task:
        refuse_qt(function)
        return self._start(order, partial(self._submit_to, pool, function, order))

    def _submit_to(self, pool: ThreadPoolExecutor, function: Callable[[Progress], object], order: _Order) -> None:
        done = partial(_send, self._post.letterbox, order.number)
        pool.submit(function, order.reporter).add_done_callback(done)

    def _start(self, order: _Order, start: Callable[[], None]) -> Task:
        """Start work whose answer will be delivered; announce it when it takes long."""
        task = order.task
        if self._is_closed:  # a timer of a window that is about to go
            task.is_over = True
            return task
        self._orders[order.number] = order
        start()
        if task.title:
            QTimer.singleShot(SLOW_AFTER_MS, task, lambda: self._announce(task))
        return task

    def _announce(self, task: Task) -> None:
        if not task.is_over:
            self.slow.emit(task)

    def _receive(self, letter: object) -> None:
        match letter:
            case (int(number), (int(done), int(total))):
                if number in self._orders:
                    self._orders[number].task.progressed.emit(done, total)
            case (int(number), _Answer() as answer):
                self._deliver(self._orders.pop(number), answer)

    def _deliver(self, order: _Order, answer: _Answer) -> None:
        order.task.is_over = True
        self._apart.end(order.task)
        order.task.ended.emit()
        wanted = self._is_wanted(order)
        match answer.error:
            case None:
                self._announce_changes(answer.value)
                if wanted and order.on_done is not None:
                    order.on_done(answer.value)
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
        return not order.key or self._turns[id(order.owner), order.key] == order.number


def _send(letterbox: Letterbox, number: int, future: Future[object]) -> None:
    """Put what a worker made into the letterbox; called by the worker."""
    if not future.cancelled():
        error = future.exception()
        letterbox.put((number, _Answer(value=None if error is not None else future.result(), error=error)))
