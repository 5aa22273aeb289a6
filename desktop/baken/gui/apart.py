"""Keeps what reopens the vault apart from everything that holds on to it over several steps.

What runs by itself (a task without a title) is cancelled; what somebody asked for is waited for; what is begun
meanwhile waits. Main thread only.
"""

from collections.abc import Callable

from .task import Task

Start = Callable[[], None]


class Apart:
    """Starts long work at once, or when it may; its owner tells when a task ended."""

    def __init__(self) -> None:
        self._running: list[Task] = []
        self._alone: list[tuple[Task, Start]] = []  # the first one runs once nothing else does
        self._waiting: list[tuple[Task, Start]] = []

    def begin(self, task: Task, start: Start) -> None:
        """Start work that may run beside other work."""
        if self._alone:
            self._waiting.append((task, start))
        else:
            self._run(task, start)

    def begin_alone(self, task: Task, start: Start) -> None:
        """Start work once nothing else is under way."""
        self._alone.append((task, start))
        for other in self._running:
            if not other.title:
                other.cancel()
        if len(self._alone) == 1:
            self._go_on()

    def end(self, task: Task) -> None:
        """Go on after a task; one that was not begun here is none of our affair."""
        if task not in self._running:
            return
        self._running.remove(task)
        if self._alone and self._alone[0][0] is task:
            del self._alone[0]
        self._go_on()

    def _run(self, task: Task, start: Start) -> None:
        self._running.append(task)
        start()

    def _go_on(self) -> None:
        if self._running:
            return
        if self._alone:
            self._run(*self._alone[0])
            return
        waiting, self._waiting = self._waiting, []
        for task, start in waiting:
            self._run(task, start)
