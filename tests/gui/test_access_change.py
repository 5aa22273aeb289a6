"""A change of who may open the vault is said as it went: done, refused, cut short after it, or never begun."""

import threading
from collections.abc import Generator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from baken.errors import UserError
from baken.gui.access_change import AccessChanges, Done
from baken.gui.runner import Workspace
from baken.model.views_backup import AccessChange

from .vaults import office


def steps(_workspace: Workspace, *, pauses: int, code: str = "") -> Generator[tuple[int, int], None, AccessChange]:
    """A change that is whole before its first pause."""
    if code:
        raise UserError(code)
    for number in range(pauses):
        yield number, pauses
    return AccessChange(rewritten=pauses, still_openable=())


@pytest.mark.parametrize("reopens", [False, True])
def test_what_came_of_the_backups_is_said_with_the_sentence(qtbot: QtBot, tmp_path: Path, reopens: bool) -> None:
    with office(tmp_path, qtbot) as runner:
        owner = QObject()
        changes = AccessChanges(runner, owner)
        with qtbot.waitSignal(changes.done) as done:
            changes.begin(partial(steps, pauses=2), Done(sentence="Done."), title="Change", reopens=reopens)
        change = AccessChange(rewritten=2, still_openable=())
        assert done.args == [Done(sentence="Done.", change=change)]


def test_a_refusal_is_no_change_that_was_cut_short(qtbot: QtBot, tmp_path: Path) -> None:
    with office(tmp_path, qtbot) as runner:
        owner = QObject()
        changes = AccessChanges(runner, owner)
        said: list[object] = []
        for signal in (changes.done, changes.stopped):
            signal.connect(lambda *answer: said.append(answer))
        with qtbot.waitSignal(changes.refused) as refused:
            changes.begin(partial(steps, pauses=1, code="not-admin"), Done(sentence="Done."), title="Change")
        assert refused.args is not None
        assert refused.args[0].code == "not-admin"
        qtbot.wait(20)
        assert not said


def test_cancelling_after_the_change_says_that_the_backups_wait(qtbot: QtBot, tmp_path: Path) -> None:
    with office(tmp_path, qtbot) as runner:
        owner = QObject()
        changes = AccessChanges(runner, owner)
        changes.begin(partial(steps, pauses=1_000_000), Done(sentence="Done."), title="Change")
        with qtbot.waitSignal(changes.done) as done:
            runner.cancel_all()
        assert done.args == [Done(sentence="Done.", is_cut_short=True)]


def test_cancelling_what_waits_to_be_alone_says_that_it_never_began(qtbot: QtBot, tmp_path: Path) -> None:
    go = threading.Event()
    with office(tmp_path, qtbot) as runner:
        owner = QObject()
        changes = AccessChanges(runner, owner)
        runner.background(lambda _progress: go.wait(5), lambda _answer: None, title="Sealing")
        changes.begin(partial(steps, pauses=1), Done(sentence="Done."), title="Change", reopens=True)
        with qtbot.waitSignal(changes.stopped):
            runner.cancel_all()
            go.set()
