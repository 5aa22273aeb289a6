"""The idle lock warns, is taken back by any key, and expires; a laptop that slept locks at once."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from baken.gui.idle import IDLE_S, WARNING_S, IdleWatch


class Seconds:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def watch(seconds: Seconds) -> tuple[IdleWatch, list[str]]:
    idle = IdleWatch(now=seconds)
    told: list[str] = []
    idle.warned.connect(lambda left: told.append(f"warned {left}"))
    idle.calmed.connect(lambda: told.append("calmed"))
    idle.expired.connect(lambda: told.append("expired"))
    return idle, told


def look_each_second(idle: IdleWatch, seconds: Seconds, count: int) -> None:
    for _ in range(count):
        seconds.now += 1
        idle.look()


def test_nothing_is_said_while_somebody_works(qtbot: QtBot) -> None:
    seconds = Seconds()
    idle, told = watch(seconds)
    look_each_second(idle, seconds, IDLE_S - WARNING_S - 1)
    assert told == []


def test_the_last_twenty_seconds_are_announced_and_then_it_locks(qtbot: QtBot) -> None:
    seconds = Seconds()
    idle, told = watch(seconds)
    look_each_second(idle, seconds, IDLE_S)
    assert told[0] == f"warned {WARNING_S}"
    assert told[-2:] == ["warned 1", "expired"]


def test_a_key_takes_the_warning_back(qtbot: QtBot) -> None:
    seconds = Seconds()
    idle, told = watch(seconds)
    look_each_second(idle, seconds, IDLE_S - 5)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert not idle.eventFilter(QObject(), key)
    assert told[-1] == "calmed"
    look_each_second(idle, seconds, IDLE_S - WARNING_S - 1)
    assert told[-1] == "calmed"


def test_a_laptop_that_slept_locks_at_once(qtbot: QtBot) -> None:
    seconds = Seconds()
    idle, told = watch(seconds)
    look_each_second(idle, seconds, 3)
    seconds.now += 120
    idle.look()
    assert told == ["expired"]
