"""Where unreachable widgets are deleted."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from baken.gui.garbage import GarbageCollector


class _Knot(QWidget):
    """A widget that only the search for cycles can delete."""

    def __init__(self) -> None:
        super().__init__()
        self.myself = self


@pytest.fixture
def collector() -> Iterator[GarbageCollector]:
    parent = QObject()
    yield GarbageCollector(parent)
    gc.enable()


def _leave_a_knot(deleted_on: list[int]) -> None:
    knot = _Knot()
    weakref.finalize(knot, lambda: deleted_on.append(threading.get_ident()))


def _allocate_elsewhere(kept: list[list[int]]) -> int:
    """Let another thread make more than the search waits for; gives that thread."""
    worker = threading.Thread(target=lambda: kept.extend([number] for number in range(200_000)))
    worker.start()
    worker.join()
    return worker.ident or 0


@pytest.mark.usefixtures("collector")
def test_a_worker_deletes_no_widget_and_the_window_does(qtbot: QtBot) -> None:
    deleted_on: list[int] = []
    kept: list[list[int]] = []
    _leave_a_knot(deleted_on)
    _allocate_elsewhere(kept)
    assert deleted_on == []
    qtbot.waitUntil(lambda: bool(deleted_on), timeout=30_000)
    assert deleted_on == [threading.get_ident()]


@pytest.mark.usefixtures("qapp")
def test_without_it_a_worker_deletes_the_widget() -> None:
    deleted_on: list[int] = []
    kept: list[list[int]] = []
    gc.enable()
    _leave_a_knot(deleted_on)
    worker = _allocate_elsewhere(kept)
    assert deleted_on == [worker]
