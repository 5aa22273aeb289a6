"""The cover hides everything without locking, and gives it back at any key or click."""

import shutil
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from baken.gui import theme
from baken.gui.cover import AWAY_MS, Cover
from baken.gui.lifecycle import Lifecycle
from baken.gui.relock import Before
from baken.gui.window import Window
from baken.work.paths import Paths

from .test_lifecycle import begun, unlock_as
from .vaults import practice


def covered_window(qtbot: QtBot) -> tuple[Window, QLineEdit, Cover]:
    """A window with a name in it and the cursor in a field, not covered yet."""
    theme.apply(dark=False, percent=100)
    window = Window()
    qtbot.addWidget(window)
    screen = QWidget()
    field = QLineEdit()
    layout = QVBoxLayout(screen)
    layout.addWidget(QLabel("Selam Tesfay"))
    layout.addWidget(field)
    window.show_screen(screen, is_practice=False)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    return window, field, Cover(window)


def press(window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key as the system does: the window gets it first."""
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, modifier)


def colours(window: QWidget) -> int:
    """How many colours a picture of the window has."""
    image = window.grab().toImage()
    return len({image.pixel(x, y) for x in range(0, image.width() // 4, 3) for y in range(0, image.height(), 3)})


def test_f12_covers_and_any_key_uncovers_and_types_nothing(qtbot: QtBot) -> None:
    window, field, cover = covered_window(qtbot)
    press(window, Qt.Key.Key_F12)
    assert cover.is_covered
    press(window, Qt.Key.Key_A)
    assert not cover.is_covered
    assert field.text() == ""
    assert QApplication.focusWidget() is field
    press(window, Qt.Key.Key_A)
    assert field.text() == "a"


def test_a_click_uncovers_and_presses_nothing(qtbot: QtBot) -> None:
    window, _, cover = covered_window(qtbot)
    cover.cover()
    with qtbot.waitSignal(cover.uncovered):
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(9, 9))
    assert not cover.is_covered


def test_nothing_of_the_page_shows_through_and_a_larger_window_is_covered_too(qtbot: QtBot) -> None:
    window, _, cover = covered_window(qtbot)
    assert colours(window) > 1
    cover.cover()
    window.resize(1500, 900)
    qtbot.waitUntil(lambda: cover.page.size() == window.size())
    assert colours(window) == 1


def test_only_the_key_that_locks_goes_through(qtbot: QtBot) -> None:
    window, _, cover = covered_window(qtbot)
    used: list[str] = []
    for keys in ("Ctrl+L", "Ctrl+K"):
        QShortcut(keys, window).activated.connect(lambda keys=keys: used.append(keys))
    cover.cover()
    press(window, Qt.Key.Key_Control)
    assert cover.is_covered
    press(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert used == ["Ctrl+L"]
    assert cover.is_covered
    press(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert used == ["Ctrl+L"]
    assert not cover.is_covered


def test_dialogs_and_popups_go_with_the_page_and_only_dialogs_come_back(qtbot: QtBot) -> None:
    window, _, cover = covered_window(qtbot)
    dialog = QDialog(window)
    dialog.open()
    popup = QLabel("Selam Tesfay", window, Qt.WindowType.Popup)
    popup.show()
    cover.cover()
    assert not popup.isVisible()
    assert not dialog.isVisible()
    cover.uncover()
    assert dialog.isVisible()
    assert dialog.isModal()
    assert not popup.isVisible()


def test_a_window_that_comes_while_covered_is_hidden_too(qtbot: QtBot) -> None:
    window, _, cover = covered_window(qtbot)
    cover.cover()
    late = QDialog(window)
    late.show()
    late.activateWindow()
    qtbot.waitUntil(lambda: not late.isVisible())
    cover.uncover()
    assert late.isVisible()


def test_three_seconds_without_the_focus_cover_but_not_while_a_window_of_ours_has_it(qtbot: QtBot) -> None:
    window, _, cover = covered_window(qtbot)
    away = cover.findChild(QTimer)
    assert away is not None
    assert away.interval() == AWAY_MS == 3000
    cover._focus_moved(None)
    assert away.isActive()
    dialog = QDialog(window)
    dialog.open()
    qtbot.waitUntil(lambda: not away.isActive())
    cover._focus_moved(None)
    away.setInterval(0)
    cover._focus_moved(None)
    qtbot.waitUntil(lambda: cover.is_covered)
    dialog.deleteLater()
    cover.uncover()


def test_covering_does_not_lock_and_what_was_typed_stays_open(qtbot: QtBot, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    shutil.copytree(practice()[0], vault)
    paths = Paths(config=tmp_path / "config", state=tmp_path / "state", vault=vault)
    paths.config.mkdir()
    with begun(qtbot, paths, Before()) as lifecycle:
        shell = unlock_as(lifecycle, qtbot)
        shell.capture.open_new()
        shell.start_search()
        shell.menu.cover_requested.emit()
        cover = _cover(lifecycle)
        assert cover.is_covered
        assert colours(lifecycle.window) == 1
        press(lifecycle.window, Qt.Key.Key_Space)
        assert lifecycle.window.screen_widget is shell
        assert shell.capture.is_open
        assert not cover.is_covered


def _cover(lifecycle: Lifecycle) -> Cover:
    found = lifecycle.window.findChild(Cover)
    assert isinstance(found, Cover)
    return found
