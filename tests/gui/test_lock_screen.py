"""The lock screen works by keyboard alone, lists nobody, and keeps no passphrase."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from baken.gui.lock_screen import LockScreen
from baken.gui.widgets.field import PassphraseEdit

from .pages import button, texts


def shown(qtbot: QtBot, screen: LockScreen) -> LockScreen:
    qtbot.addWidget(screen)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(lambda: screen.focusWidget() is not None)
    return screen


def passphrase_of(screen: LockScreen) -> PassphraseEdit:
    return screen.findChildren(PassphraseEdit)[0]


def test_name_tab_passphrase_enter_unlocks(qtbot: QtBot) -> None:
    screen = shown(qtbot, LockScreen())
    qtbot.keyClicks(screen.focusWidget(), "fatima")
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(screen.focusWidget(), "four good words here")
    with qtbot.waitSignal(screen.unlock_requested) as asked:
        qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == ["fatima", "four good words here"]
    assert passphrase_of(screen).text() == ""
    assert not passphrase_of(screen).isEnabled()


def test_enter_without_a_passphrase_goes_to_the_passphrase(qtbot: QtBot) -> None:
    screen = shown(qtbot, LockScreen())
    qtbot.keyClicks(screen.focusWidget(), "fatima")
    qtbot.keyClick(screen.focusWidget(), Qt.Key.Key_Return)
    assert screen.focusWidget() is passphrase_of(screen)


def test_a_wrong_passphrase_is_said_plainly_and_asked_again(qtbot: QtBot) -> None:
    screen = shown(qtbot, LockScreen())
    screen.set_busy(True)
    screen.show_problem("Name or passphrase is not right.", "Try again.")
    assert "Name or passphrase is not right." in texts(screen)
    assert passphrase_of(screen).isEnabled()
    assert screen.focusWidget() is passphrase_of(screen)


def test_the_eye_shows_and_hides(qtbot: QtBot) -> None:
    screen = shown(qtbot, LockScreen())
    edit = passphrase_of(screen)
    assert edit.echoMode() == QLineEdit.EchoMode.Password
    button(screen, "Show the passphrase").click()
    assert edit.echoMode() == QLineEdit.EchoMode.Normal
    button(screen, "Hide the passphrase").click()
    assert edit.echoMode() == QLineEdit.EchoMode.Password


def test_it_says_when_it_was_locked_and_that_the_draft_is_safe(qtbot: QtBot) -> None:
    screen = shown(qtbot, LockScreen(locked_at="23:44", has_draft=True))
    assert "Locked at 23:44. Your draft is safe." in texts(screen)
    assert "Locked at 23:44." in texts(shown(qtbot, LockScreen(locked_at="23:44")))


def test_a_practice_vault_is_marked_before_it_is_open(qtbot: QtBot) -> None:
    marked = shown(qtbot, LockScreen(is_practice=True, code="L-OOST"))
    assert "EXERCISE: no real youths" in texts(marked)
    assert any("code L-OOST" in text for text in texts(marked))
    assert "EXERCISE: no real youths" not in texts(shown(qtbot, LockScreen()))


def test_the_wait_is_counted_down_while_the_passphrase_is_typed(qtbot: QtBot) -> None:
    screen = shown(qtbot, LockScreen())
    qtbot.keyClicks(screen.focusWidget(), "fatima")
    screen.show_problem("Name or passphrase is not right.", "Try again.", 2)
    assert "You can try again in 2 seconds. You are never locked out." in texts(screen)
    assert not button(screen, "Unlock").isEnabled()
    qtbot.keyClicks(passphrase_of(screen), "four good words here")
    asked: list[str] = []
    screen.unlock_requested.connect(lambda name, _passphrase: asked.append(name))
    qtbot.keyClick(passphrase_of(screen), Qt.Key.Key_Return)
    assert asked == []
    screen._second.timeout.emit()
    screen._second.timeout.emit()
    assert "Try again." in texts(screen)
    assert passphrase_of(screen).text() == "four good words here"
    qtbot.keyClick(passphrase_of(screen), Qt.Key.Key_Return)
    assert asked == ["fatima"]


def test_a_long_problem_is_shown_whole(qtbot: QtBot) -> None:
    screen = shown(qtbot, LockScreen())
    screen.resize(1366, 768)
    sentence = "This account may not read the folder of the vault. " * 2
    screen.show_problem(sentence, "Nothing was changed. Use the account that made the vault, or ask. " * 2)
    qtbot.waitUntil(lambda: screen.message.height() >= screen.message.heightForWidth(screen.message.width()) > 100)
