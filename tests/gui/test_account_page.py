"""Everybody changes their own passphrase: the one of now first, slower each time, and what became of the copies."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from baken.errors import UserError
from baken.gui.access_change import Done
from baken.gui.access_result import AccessResult
from baken.gui.account_page import AccountPage
from baken.gui.runner import Runner
from baken.model.clock import SystemClock
from baken.work.backups import run
from baken.work.opening import unlock
from baken.work.paths import Paths

from .pages import button, texts
from .vaults import ask, office

NOW, NEW = "oefening baart kunst", "vier nieuwe goede woorden"


@contextmanager
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[AccountPage, Runner]]:
    """The page as a mentor sees it."""
    with office(tmp_path, qtbot, is_lead=False) as runner:
        page = AccountPage(runner)
        qtbot.addWidget(page)
        page.resize(1158, 676)
        page.show()
        page.open("")
        qtbot.waitUntil(lambda: "Fatima" in texts(page))
        yield page, runner


def change(page: AccountPage, now: str, new: str, again: str = "") -> None:
    """Fill in the form and press its button."""
    page.form.now.setText(now)
    page.form.new.first.setText(new)
    page.form.new.again.setText(again or new)
    button(page, "Change").click()


def opens(tmp_path: Path, passphrase: str) -> bool:
    try:
        unlock(Paths.standard().at(tmp_path / "vault"), "Fatima", passphrase, SystemClock())
    except UserError as refused:
        return refused.code != "wrong-name-or-passphrase"
    return True


def test_a_mentor_changes_their_passphrase_and_the_old_one_opens_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, _):
        assert "mentor" in texts(page)
        with qtbot.waitSignal(page.told, timeout=20_000) as told:
            change(page, NOW, NEW)
        assert told.args == ["Your passphrase was changed. The old one no longer opens the vault."]
        assert opens(tmp_path, NEW)
        assert not opens(tmp_path, NOW)
        assert page.form.now.text() == page.form.new.first.text() == page.form.new.again.text() == ""
        button(page, "Seen").click()
        assert "Seen" not in texts(page)


def test_whoever_does_not_know_the_one_of_now_changes_nothing_and_waits_longer_each_time(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened(qtbot, tmp_path) as (page, _):
        for tries in range(1, 5):
            change(page, "not the right one", NEW)
            qtbot.waitUntil(lambda: button(page, "Change").text() == "Change", timeout=20_000)
            said = " ".join(texts(page))
            assert "That is not your passphrase of now." in said
            assert ("You are never locked out." in said) is (tries >= 3)
            assert button(page, "Change").isEnabled() is (tries < 3)
            if tries >= 3:
                page.form.submit()
                assert button(page, "Change").text() == "Change", "it was tried in spite of the wait"
                qtbot.waitUntil(lambda: button(page, "Change").isEnabled(), timeout=10_000)
        change(page, NOW, NEW, again="vier andere woorden hier")
        assert opens(tmp_path, NOW)


@pytest.mark.parametrize(
    ("now", "new", "again", "said"),
    [
        ("", NEW, NEW, "First type the passphrase that you have now."),
        (NOW, NOW, NOW, "That is the passphrase that you have now. Choose another one."),
        (NOW, "kort", "kort", "The passphrase is too short: make it 12 characters or more."),
        (NOW, NEW, "vier andere woorden hier", "The two passphrases are not the same."),
    ],
)
def test_what_is_not_right_yet_is_said_before_anything_is_tried(
    qtbot: QtBot, tmp_path: Path, now: str, new: str, again: str, said: str
) -> None:
    with opened(qtbot, tmp_path) as (page, _):
        sent: list[object] = []
        page.form.submitted.connect(sent.append)
        change(page, now, new, again)
        assert said.split(" 12 ", maxsplit=1)[0] in " ".join(texts(page))
        assert not sent


def test_another_spelling_of_the_same_characters_is_said_and_either_opens(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, _):
        with qtbot.waitSignal(page.told, timeout=20_000):
            change(page, NOW, "cafe\u0301 om de hoek")
        assert any("either form opens the vault" in text for text in texts(page))
        assert opens(tmp_path, "caf\u00e9 om de hoek")


def test_copies_out_of_reach_are_named_with_their_date_and_the_others_follow(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, runner):
        for place in ("near", "far"):
            made = ask(runner, qtbot, lambda workspace, at=place: run(workspace.backups.steps(tmp_path / at), _tell))
            assert made
        (tmp_path / "far").rename(tmp_path / "away")
        with qtbot.waitSignal(page.told, timeout=20_000):
            change(page, NOW, NEW)
        said = texts(page.result)
        assert any(text.startswith("1 backup") for text in said)
        assert "These copies could not be reached and still open as they were made:" in said
        assert [text for text in said if str(tmp_path / "far") in text]
        assert not [text for text in said if str(tmp_path / "near") in text]


def test_nothing_of_a_passphrase_stays_in_a_field_that_nobody_looks_at(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, _):
        page.form.now.setText(NOW)
        page.form.now.toggle_visible()
        page.form.new.first.setText(NEW)
        page.leave()
        assert page.form.now.text() == page.form.new.first.text() == ""
        assert page.form.now.echoMode() == page.form.now.EchoMode.Password


def test_a_change_that_was_cut_short_says_when_the_backups_follow(qtbot: QtBot) -> None:
    result = AccessResult()
    qtbot.addWidget(result)
    result.say(Done(sentence="Changed.", is_cut_short=True))
    assert {"Changed.", "Backups that do not follow yet do so at the next unlocking."} <= set(texts(result))


def _tell(_done: int, _total: int) -> None:
    """Listen to nobody."""
