"""What presses a button that has the focus."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from baken.gui.first_run import ChoiceRow
from baken.gui.widgets.button import Button
from baken.gui.widgets.chip import ChipButton
from baken.gui.widgets.focus_ring import FocusRing
from baken.gui.widgets.push_button import PushButton

PLAIN = Qt.KeyboardModifier.NoModifier


def made(qtbot: QtBot, pressable: PushButton) -> tuple[PushButton, list[str]]:
    """A button that stands in a window, and its presses."""
    presses: list[str] = []
    qtbot.addWidget(pressable)
    pressable.clicked.connect(lambda: presses.append("pressed"))
    pressable.show()
    return pressable, presses


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", [lambda: Button("Neem over"), lambda: ChipButton("Selam"), lambda: ChoiceRow("house")])
def test_return_enter_and_space_press_once(qtbot: QtBot, kind: type[PushButton], key: Qt.Key) -> None:
    pressable, presses = made(qtbot, kind())
    qtbot.keyClick(pressable, key)
    assert presses == ["pressed"]


def test_the_enter_of_the_number_block_presses(qtbot: QtBot) -> None:
    pressable, presses = made(qtbot, Button("Neem over"))
    qtbot.keyClick(pressable, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert presses == ["pressed"]


def test_a_key_held_down_presses_once(qtbot: QtBot) -> None:
    pressable, presses = made(qtbot, Button("Neem over"))
    for is_repeat in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, PLAIN, "\r", is_repeat)
        QApplication.sendEvent(pressable, event)
    assert presses == ["pressed"]


def test_ctrl_return_stays_free_for_the_window(qtbot: QtBot) -> None:
    pressable, presses = made(qtbot, Button("Neem over"))
    qtbot.keyClick(pressable, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert presses == []


def test_a_button_that_is_off_is_not_pressed(qtbot: QtBot) -> None:
    pressable, presses = made(qtbot, Button("Neem over"))
    pressable.setEnabled(False)
    qtbot.keyClick(pressable, Qt.Key.Key_Return)
    assert presses == []


def test_the_ring_is_never_cut_by_what_the_button_stands_in(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(200, 60)
    pressable = Button("Naar het slotscherm", parent=around)
    pressable.setGeometry(80, 26, 120, 34)
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    pressable.clearFocus()
    pressable.setFocus(Qt.FocusReason.TabFocusReason)
    ring = around.findChild(FocusRing)
    assert ring is not None
    assert around.rect().contains(ring.geometry())
    assert ring.geometry().contains(pressable.geometry())
