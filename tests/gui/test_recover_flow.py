"""An administrator who forgot their passphrase sets a new one with the sheet, from the lock screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from baken.gui.lifecycle import Lifecycle
from baken.gui.recover_form import RecoverForm
from baken.gui.relock import Before
from baken.model.clock import SystemClock
from baken.store.recovery_code import groups_of
from baken.work.backups import run
from baken.work.opening import unlock
from baken.work.workspace import Workspace

from .pages import button, texts
from .test_lifecycle import started

NEW = "vier heel nieuwe woorden"


@contextmanager
def form(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Lifecycle, RecoverForm, tuple[str, ...], list[Before]]]:
    """The form over a vault with a sheet; its groups; what the next process would know."""
    replaced: list[Before] = []
    monkeypatch.setattr("baken.gui.lifecycle.replace_process", replaced.append)
    with started(qtbot, tmp_path) as (lifecycle, paths):
        keys = unlock(paths, "Anouk", "oefening baart kunst", SystemClock())
        workspace = Workspace.open(paths, keys, SystemClock())
        code, _ = workspace.people.new_sheet()
        groups = groups_of(code)
        run(workspace.people.accept_sheet(code, {index: groups[index] for index in (0, 3, 7)}), _tell)
        workspace.close()
        button(lifecycle.window, "Passphrase forgotten?").click()
        screen = lifecycle.window.screen_widget
        assert isinstance(screen, RecoverForm)
        assert "EXERCISE: no real youths" in texts(screen)
        yield lifecycle, screen, groups, replaced


def fill(screen: RecoverForm, name: str, code: str, new: str = NEW) -> None:
    """Fill in the form and press its button."""
    screen.name.setText(name)
    screen.code.setText(code)
    screen.passphrase.first.setText(new)
    screen.passphrase.again.setText(new)
    button(screen, "Set this passphrase").click()


def test_the_sheet_gives_an_administrator_a_new_passphrase_and_the_process_goes(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with form(qtbot, tmp_path, monkeypatch) as (lifecycle, screen, groups, replaced):
        fill(screen, "Anouk", " ".join(groups).lower())
        qtbot.waitUntil(lambda: any("Your new passphrase counts." in text for text in texts(screen)), timeout=30_000)
        assert unlock(lifecycle._paths, "Anouk", NEW, SystemClock())
        assert screen.code.text() == "", "the code does not stay on the screen"
        assert not replaced
        button(screen, "To the lock screen").click()
        assert len(replaced) == 1


def test_a_mistyped_group_is_named_and_can_be_corrected(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with form(qtbot, tmp_path, monkeypatch) as (_, screen, groups, _):
        wrong = groups[2][1] + groups[2][0] + groups[2][2:]
        if wrong == groups[2]:  # two of the same
            wrong = ("A" if groups[2][0] != "A" else "B") + groups[2][1:]
        typed = " ".join((*groups[:2], wrong, *groups[3:]))
        fill(screen, "Anouk", typed)
        qtbot.waitUntil(
            lambda: any("There is a mistake in group" in text and "3" in text for text in texts(screen)),
            timeout=30_000,
        )
        assert screen.code.text() == typed
        fill(screen, "Fatima", " ".join(groups))
        qtbot.waitUntil(
            lambda: any("There is no administrator of that name here." in text for text in texts(screen)),
            timeout=30_000,
        )


def test_what_is_missing_is_said_and_escape_goes_back(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with form(qtbot, tmp_path, monkeypatch) as (_, screen, groups, replaced):
        sent: list[object] = []
        screen.submitted.connect(lambda *_typed: sent.append(1))
        for name, code, new, said in (
            ("", "x", NEW, "Give the name with which you unlock."),
            ("Anouk", "", NEW, "Copy the code from the sheet."),
            ("Anouk", groups[0], "kort", "The passphrase is too short"),
        ):
            fill(screen, name, code, new)
            assert any(text.startswith(said) for text in texts(screen))
        assert not sent
        button(screen, "Back").click()
        assert len(replaced) == 1


def _tell(_done: int, _total: int) -> None:
    """Listen to nobody."""
