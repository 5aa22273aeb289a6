"""`baken --capture`: one word reaches the running window, nothing else does, and nobody else may knock."""

import os
import socket
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from baken.gui.knock import Doorbell
from baken.gui.lifecycle import Lifecycle
from baken.gui.relock import Before
from baken.gui.settings import Settings
from baken.work.knock import FOLDER, address, knock
from baken.work.paths import Paths

from .pages import texts
from .test_lifecycle import started, unlock_as


@pytest.fixture
def state() -> Iterator[Path]:
    """Give a state folder whose name is short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="b") as folder:
        yield Path(folder)


@pytest.fixture
def bell(state: Path, qtbot: QtBot) -> Iterator[Doorbell]:
    made = Doorbell(state)
    assert made.listen()
    yield made
    made.close()


def say(state: Path, data: bytes) -> None:
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(address(state))
        line.sendall(data)


def test_the_word_is_heard(bell: Doorbell, state: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bell.rung):
        assert knock(state)


@pytest.mark.parametrize("data", [b"", b"captur", b"capture ", b"capture" * 100, b"lock", bytes(range(256)) * 400])
def test_anything_else_is_thrown_away(bell: Doorbell, state: Path, qtbot: QtBot, data: bytes) -> None:
    heard: list[None] = []
    bell.rung.connect(lambda: heard.append(None))
    with suppress(OSError):  # cut off
        say(state, data)
    with qtbot.waitSignal(bell.rung):
        assert knock(state)
    qtbot.wait(50)
    assert len(heard) == 1


def test_only_its_owner_can_knock(bell: Doorbell, state: Path) -> None:
    assert stat.S_IMODE((state / FOLDER).stat().st_mode) == 0o700
    assert (state / FOLDER).stat().st_uid == os.getuid()


def test_nobody_listens_before_and_after(state: Path, qtbot: QtBot) -> None:
    assert not knock(state)
    bell = Doorbell(state)
    assert bell.listen()
    bell.close()
    assert not knock(state)
    assert not Path(address(state)).exists()


def test_a_socket_that_a_stopped_programme_left_is_taken_over_and_a_living_one_is_not(
    state: Path, qtbot: QtBot
) -> None:
    (state / FOLDER).mkdir(mode=0o700)
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(address(state))
    first, second = Doorbell(state), Doorbell(state)
    assert first.listen()
    assert not second.listen()
    with qtbot.waitSignal(first.rung):
        assert knock(state)
    first.close()


def test_a_state_folder_that_cannot_be_made_means_no_bell(state: Path, qtbot: QtBot) -> None:
    (state / "file").write_bytes(b"")
    assert not Doorbell(state / "file").listen()
    assert not knock(state / "file")


def test_a_locked_window_says_to_unlock_first_and_then_opens_the_form(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as (lifecycle, _):
        lifecycle.answer_knock()
        assert "Quick capture opens once you have unlocked." in texts(lifecycle.window)
        shell = unlock_as(lifecycle, qtbot)
        first = shell.capture.window_of_drafts.current()
        assert first
        lifecycle.answer_knock()
        assert shell.capture.window_of_drafts.current() not in ("", first)


def test_the_running_window_hears_it(qtbot: QtBot, tmp_path: Path, state: Path) -> None:
    lifecycle = Lifecycle(Paths(config=tmp_path, state=state), Settings(tmp_path), Before())
    qtbot.addWidget(lifecycle.window)
    lifecycle.start()
    qtbot.waitUntil(lambda: knock(state))
    lifecycle.end()
    assert not knock(state)
