"""PySide6 6.12.0 on Python 3.11 loses a reference to None on most void calls and aborts after some 5,500 of them.

Source: architecture.md, "Decided, and why".
"""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_none_keeps_its_references(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 500
