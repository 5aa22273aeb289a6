"""What the tests of pages share: finding by visible text, and a runner over the stand-in."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from baken.gui.runner import Runner
from baken.gui.text import plain

from .stand_in import StandIn


@contextmanager
def running(stand_in: StandIn, qtbot: QtBot) -> Iterator[Runner]:
    """A runner whose Workspace is the stand-in."""
    runner = Runner()
    crashes: list[object] = []
    runner.crashed.connect(crashes.append)
    opened: list[object] = []
    runner.open(lambda _progress: stand_in, opened.append)
    qtbot.waitUntil(lambda: bool(opened))
    yield runner
    runner.close()
    assert not crashes, crashes


def texts(widget: QWidget) -> list[str]:
    """Every text that can be seen in a widget, without isolates and mnemonic marks."""
    QApplication.processEvents()  # widgets that were just added show themselves in a moment
    shown = [each for each in widget.findChildren(QWidget) if each.isVisibleTo(widget)]
    found = [each.text() for each in shown if isinstance(each, QLabel | QAbstractButton)]
    return [plain(text).replace("&", "") for text in found if text]


def button(widget: QWidget, text: str) -> QAbstractButton:
    """The visible button with this word."""
    QApplication.processEvents()
    fitting = [
        each
        for each in widget.findChildren(QAbstractButton)
        if each.isVisibleTo(widget) and text in (plain(each.text()).replace("&", ""), each.accessibleName())
    ]
    assert fitting, f"no button {text!r} among {texts(widget)}"
    return fitting[0]
