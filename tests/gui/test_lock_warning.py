"""The last seconds before the idle lock are said, without taking the focus."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from baken.gui.lock_warning import LockWarning
from baken.gui.widgets.field import LineEdit
from baken.gui.window import Window

from .pages import texts


def test_the_warning_counts_down_and_leaves_the_cursor_alone(qtbot: QtBot) -> None:
    window = Window()
    qtbot.addWidget(window)
    field = LineEdit("Name")
    window.show_screen(field, is_practice=False)
    window.show()
    window.activateWindow()
    field.setFocus()
    warning = LockWarning(window)
    warning.warn(20)
    assert warning.isVisible()
    warning.warn(1)
    assert any("1" in text for text in texts(warning))
    assert window.rect().contains(warning.geometry())
    assert QApplication.focusWidget() is field
