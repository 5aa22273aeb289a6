"""A bug is told with where it happened, and never with what somebody typed."""

import logging

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from baken.errors import BugError
from baken.gui.crash import CrashDialog, details_of, log_bug

from .pages import button

TYPED = "Selam stapte in een grijze auto"


def broken() -> BaseException:
    try:
        try:
            int(TYPED)
        except ValueError as error:
            raise BugError(TYPED) from error
    except BugError as error:
        return error


def test_details_say_where_and_hold_no_contents() -> None:
    details = details_of(broken())
    assert "BugError" in details
    assert "ValueError" in details
    assert "test_crash.py" in details
    assert TYPED not in details


def test_the_log_holds_no_contents(caplog: pytest.LogCaptureFixture) -> None:
    log_bug(broken())
    assert "BugError" in caplog.text
    assert TYPED not in caplog.text
    assert caplog.records[0].levelno == logging.ERROR
    caplog.clear()


def test_the_details_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog(details_of(broken()))
    qtbot.addWidget(dialog)
    dialog.show()
    button(dialog, "Copy details").click()
    assert "BugError" in QGuiApplication.clipboard().text()
