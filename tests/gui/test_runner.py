"""Commands, queries and background work reach pages as signals on the main thread, or not at all when stale."""

import threading
from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from baken.errors import BugError, UserError
from baken.gui.runner import Progress, Runner, Task, Workspace
from baken.model.commands import Changes, CreateDossier
from baken.model.views import DossierRow

from .vaults import ask, office


def test_a_query_answers_on_the_main_thread(qtbot: QtBot, tmp_path: Path) -> None:
    with office(tmp_path, qtbot) as runner:
        asked: list[int] = []
        answered: list[int] = []

        def question(workspace: Workspace) -> int:
            asked.append(threading.get_ident())
            return len(workspace.dossiers())

        runner.query(question, lambda _count: answered.append(threading.get_ident()))
        qtbot.waitUntil(lambda: bool(answered))
        assert answered == [threading.get_ident()]
        assert asked != answered


def test_a_command_announces_what_moved_before_its_own_answer(qtbot: QtBot, tmp_path: Path) -> None:
    with office(tmp_path, qtbot) as runner:
        order: list[str] = []
        runner.changed.connect(lambda _changes: order.append("changed"))
        runner.execute(CreateDossier(alias="Mo"), lambda _changes: order.append("done"))
        qtbot.waitUntil(lambda: len(order) == 2)
        assert order == ["changed", "done"]
        assert any(row.youth.alias == "Mo" for row in ask(runner, qtbot, lambda workspace: workspace.dossiers()))


def test_a_refused_command_goes_to_its_page_and_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with office(tmp_path, qtbot) as runner:
        refused: list[UserError] = []
        runner.execute(CreateDossier(), on_failed=refused.append)
        qtbot.waitUntil(lambda: bool(refused))
        assert refused[0].code == "name-missing"


def test_a_failure_that_no_page_takes_is_told_to_all(qtbot: QtBot, tmp_path: Path) -> None:
    with office(tmp_path, qtbot) as runner, qtbot.waitSignal(runner.failed) as failed:
        runner.execute(CreateDossier())
    assert failed.args[0].code == "name-missing"


def test_a_later_question_makes_the_earlier_answer_stale(qtbot: QtBot, tmp_path: Path) -> None:
    with office(tmp_path, qtbot) as runner:
        owner = QObject()
        answers: list[str] = []

        def for_letters(letters: str) -> None:
            runner.query(lambda _workspace: letters, answers.append, owner=owner, key="filter")

        for letters in ("S", "Se", "Sel"):
            for_letters(letters)
        qtbot.waitUntil(lambda: bool(answers))
        ask(runner, qtbot, lambda _workspace: None)
        assert answers == ["Sel"]


def test_an_answer_for_a_widget_that_is_gone_is_dropped(qtbot: QtBot, tmp_path: Path) -> None:
    with office(tmp_path, qtbot) as runner:
        owner = QObject()
        answers: list[int] = []
        held = threading.Event()
        runner.query(lambda _workspace: held.wait(5), answers.append, owner=owner)
        owner.deleteLater()
        qtbot.wait(20)
        held.set()
        ask(runner, qtbot, lambda _workspace: None)
        assert answers == []


def test_background_work_does_not_hold_up_the_database(qtbot: QtBot, tmp_path: Path) -> None:
    with office(tmp_path, qtbot) as runner:
        held = threading.Event()
        done: list[bool] = []
        runner.background(lambda _progress: held.wait(10), done.append)
        rows: list[DossierRow] = ask(runner, qtbot, lambda workspace: workspace.dossiers())
        assert rows
        assert not done
        held.set()
        qtbot.waitUntil(lambda: bool(done))


def test_progress_is_reported_and_cancelling_stops_at_the_next_report(qtbot: QtBot, tmp_path: Path) -> None:
    with office(tmp_path, qtbot) as runner:
        reached: list[int] = []
        started, may_go_on = threading.Event(), threading.Event()

        def count(progress: Progress) -> None:
            for number in range(100):
                progress(number, 100)
                reached.append(number)
                started.set()
                may_go_on.wait(5)

        answers: list[None] = []
        task = runner.background(count, answers.append, title="Counting")
        assert started.wait(5)
        task.cancel()
        may_go_on.set()
        with qtbot.waitSignal(task.ended):
            pass
        assert reached == [0]
        assert answers == []


def test_a_save_runs_between_the_steps_of_long_work(qtbot: QtBot, tmp_path: Path) -> None:
    with office(tmp_path, qtbot) as runner:
        order: list[str] = []
        begun, asked = threading.Event(), threading.Event()

        def steps(_workspace: Workspace) -> Generator[tuple[int, int], None, str]:
            begun.set()
            asked.wait(5)
            yield 1, 3
            yield 2, 3
            yield 3, 3
            return "taken in"

        runner.in_steps(steps, order.append, title="Importing")
        assert begun.wait(5)
        runner.execute(CreateDossier(alias="Mo"), lambda _changes: order.append("saved"))
        asked.set()
        qtbot.waitUntil(lambda: len(order) == 2)
        assert order == ["saved", "taken in"]


def test_closing_ends_steps_before_the_vault_closes(qtbot: QtBot, tmp_path: Path) -> None:
    with office(tmp_path, qtbot) as runner:
        ends: list[str] = []
        begun = threading.Event()

        def steps(_workspace: Workspace) -> Generator[tuple[int, int], None, str]:
            try:
                while True:
                    begun.set()
                    yield 1, 2
            finally:
                ends.append("steps")

        task = runner.in_steps(steps, lambda _answer: None, title="Importing")
        assert begun.wait(5)
        runner.close(lambda _workspace: ends.append("vault"))
        assert ends == ["steps", "vault"]
        assert task.is_over


def test_cancelling_between_steps_closes_the_work(qtbot: QtBot, tmp_path: Path) -> None:
    with office(tmp_path, qtbot) as runner:
        closed: list[bool] = []
        answers: list[str] = []

        def steps(_workspace: Workspace) -> Generator[tuple[int, int], None, str]:
            try:
                while True:
                    yield 1, 2
            finally:
                closed.append(True)

        task = runner.in_steps(steps, answers.append, title="Importing")
        task.cancel()
        qtbot.waitUntil(lambda: task.is_over)
        assert closed == [True]
        assert not answers


def test_a_step_that_is_refused_goes_to_its_page(qtbot: QtBot, tmp_path: Path) -> None:
    with office(tmp_path, qtbot) as runner:
        refused: list[UserError] = []

        def steps(_workspace: Workspace) -> Generator[tuple[int, int], None, str]:
            yield 1, 2
            raise UserError("disk-full")

        runner.in_steps(steps, lambda _answer: None, title="Importing", on_failed=refused.append)
        qtbot.waitUntil(lambda: bool(refused))
        assert refused[0].code == "disk-full"


def test_work_that_takes_a_second_is_announced_with_its_title(qtbot: QtBot) -> None:
    runner = Runner()
    held = threading.Event()
    with qtbot.waitSignal(runner.slow, timeout=5000) as slow:
        runner.background(lambda _progress: held.wait(10), lambda _value: None, title="Sealing")
    task = slow.args[0]
    assert isinstance(task, Task)
    assert task.title == "Sealing"
    held.set()
    runner.close()


def test_a_bug_goes_to_the_crash_dialog_and_not_to_the_page(qtbot: QtBot) -> None:
    runner = Runner()
    answers: list[object] = []
    with qtbot.waitSignal(runner.crashed) as crashed:
        runner.background(lambda _progress: 1 // 0, answers.append)
    assert isinstance(crashed.args[0], ZeroDivisionError)
    assert answers == []
    runner.close()


def test_asking_without_a_vault_is_a_bug(qtbot: QtBot) -> None:
    runner = Runner()
    with qtbot.waitSignal(runner.crashed):
        runner.query(lambda workspace: workspace.dossiers(), lambda _rows: None)
    runner.close()


def test_closing_waits_for_a_command_that_was_given(qtbot: QtBot, tmp_path: Path) -> None:
    with office(tmp_path, qtbot) as runner:
        runner.execute(CreateDossier(alias="Last one"))
        found: list[int] = []
        runner.close(lambda workspace: found.append(len(workspace.dossiers("Last one"))))
        assert found == [1]


@pytest.mark.parametrize("touched", [frozenset(), frozenset({("dossier", "1")})])
def test_only_work_that_moved_something_is_announced(qtbot: QtBot, touched: frozenset[tuple[str, str]]) -> None:
    runner = Runner()
    announced: list[Changes] = []
    done: list[Changes] = []
    runner.changed.connect(announced.append)
    runner.background(lambda _progress: Changes(touched=touched), done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert len(announced) == len(touched)
    runner.close()


class _Page(QObject):
    """Asks as a page does."""

    def ask(self, _progress: object) -> None:
        """Would be bound to the page on a worker."""


def _closing_over(page: QObject) -> Callable[[Progress], object]:
    return lambda _progress: page.objectName()


def _closing_over_deeper(page: QObject) -> Callable[[Progress], object]:
    inner = _closing_over(page)
    return lambda progress: (inner(progress), progress(1, 1))


def _given_beforehand(_progress: Progress, _page: object) -> None:
    """Take a page that was given with `partial`."""


@pytest.mark.parametrize(
    "make",
    [
        _closing_over,
        _closing_over_deeper,
        lambda page: page.ask,
        lambda page: page.deleteLater,
        lambda page: partial(_given_beforehand, _page=page),
        lambda page: partial(_given_beforehand, [page]),
    ],
)
def test_a_function_that_would_take_a_page_to_a_worker_is_refused(
    qtbot: QtBot, make: Callable[[_Page], Callable[[Progress], object]]
) -> None:
    runner, page = Runner(), _Page()
    with pytest.raises(BugError, match="nothing of Qt"):
        runner.background(make(page), lambda _answer: None)
    runner.close()


def test_a_function_that_calls_itself_is_taken(qtbot: QtBot) -> None:
    runner = Runner()
    answers: list[int] = []

    def factorial(number: int) -> int:
        return number * factorial(number - 1) if number else 1

    runner.background(lambda _progress: factorial(5), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [120]
    runner.close()


def test_two_thousand_tasks_leave_every_object_of_qt_to_the_main_thread(qtbot: QtBot, tmp_path: Path) -> None:
    ended_on: list[int] = []
    answers: list[int] = []

    def follow(thing: QObject) -> None:
        thing.destroyed.connect(
            lambda _gone: ended_on.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
        )

    def fail(_progress: Progress) -> int:
        raise UserError("disk-full")

    def count(progress: Progress, *, number: int) -> int:
        progress(number, 2000)
        return number

    with office(tmp_path, qtbot) as runner:
        runner.failed.connect(lambda error: answers.append(-1))
        for number in range(2000):
            page = _Page()
            follow(page)
            match number % 5:
                case 0:
                    task = runner.query(partial(_number, number=number), answers.append, owner=page, key="page")
                case 1:
                    task = runner.background(fail, answers.append, owner=page)
                case 2:
                    task = runner.background(partial(count, number=number), answers.append, title="t", owner=page)
                    task.cancel()
                case 3:
                    task = runner.background(partial(count, number=number), answers.append, owner=page)
                    page.deleteLater()
                case _:
                    task = runner.in_steps(partial(_steps, number=number), answers.append, title="s", owner=page)
            follow(task)
            del page, task
            if number % 50 == 0:
                qtbot.wait(1)
        qtbot.waitUntil(lambda: len(ended_on) == 4000, timeout=20_000)
    assert set(ended_on) == {threading.get_ident()}
    assert answers


def _number(_workspace: Workspace, *, number: int) -> int:
    return number


def _steps(_workspace: Workspace, *, number: int) -> Generator[tuple[int, int], None, int]:
    yield 1, 2
    yield 2, 2
    return number


def test_what_still_runs_when_the_runner_goes_reaches_nobody(qtbot: QtBot) -> None:
    runner = Runner()
    held, done = threading.Event(), threading.Event()
    answers: list[object] = []

    def wait(_progress: Progress) -> None:
        held.wait(10)
        done.set()

    runner.background(wait, answers.append)
    runner.deleteLater()
    QApplication.sendPostedEvents(runner, QEvent.Type.DeferredDelete)
    held.set()
    assert done.wait(10)
    qtbot.wait(20)
    assert answers == []


def test_what_reopens_the_vault_runs_alone_and_what_is_begun_meanwhile_waits(qtbot: QtBot, tmp_path: Path) -> None:
    order: list[str] = []
    go = threading.Event()

    def steps(_workspace: Workspace, *, name: str, count: int = 1) -> Generator[tuple[int, int], None, None]:
        try:
            order.append(f"{name} begins")
            for number in range(count):
                yield number, count
        finally:
            order.append(f"{name} ends")

    def asked_for(_progress: Progress) -> None:
        go.wait(5)
        order.append("asked for")

    with office(tmp_path, qtbot) as runner:
        runner.in_steps(partial(steps, name="by itself", count=1_000_000), _nothing, title="")
        qtbot.waitUntil(lambda: order == ["by itself begins"])
        runner.background(asked_for, _nothing, title="Sealing")
        runner.alone(partial(steps, name="alone", count=3), _nothing, title="Removing")
        runner.in_steps(partial(steps, name="later"), _nothing, title="")
        qtbot.waitUntil(lambda: order == ["by itself begins", "by itself ends"])
        ask(runner, qtbot, lambda workspace: workspace.user)  # what takes one step goes on meanwhile
        assert order == ["by itself begins", "by itself ends"]
        go.set()
        qtbot.waitUntil(lambda: order[-1] == "later ends")
        assert order[2:] == ["asked for", "alone begins", "alone ends", "later begins", "later ends"]


def test_what_was_cancelled_while_it_waited_to_be_alone_never_begins(qtbot: QtBot, tmp_path: Path) -> None:
    began: list[str] = []
    go = threading.Event()

    def steps(_workspace: Workspace, *, name: str) -> Generator[tuple[int, int], None, None]:
        began.append(name)
        yield 1, 1

    with office(tmp_path, qtbot) as runner:
        runner.background(lambda _progress: go.wait(5), _nothing, title="Sealing")
        task = runner.alone(partial(steps, name="first"), _nothing, title="Removing")
        runner.alone(partial(steps, name="second"), _nothing, title="Removing")
        task.cancel()
        go.set()
        qtbot.waitUntil(lambda: began == ["second"])


def _nothing(_answer: object) -> None:
    """Want no answer."""
