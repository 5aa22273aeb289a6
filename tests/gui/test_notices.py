"""What was noticed about the vault stands above the page, one thing at a time, until somebody has seen it."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from baken.gui.drafts import Drafts
from baken.gui.findings import known_findings, say_finding
from baken.gui.notices import Notices
from baken.gui.runner import Runner
from baken.gui.shell import Shell
from baken.gui.widgets.notice import Notice
from baken.model.commands import CreateDossier
from baken.store.drafts import DraftStore

from .pages import button, texts
from .vaults import ask, office

ROLLBACK = "The vault is older than when it was last closed; pieces may be missing."
HEAD = "The file that watches whether the vault is complete was damaged."


@pytest.fixture
def notices(qtbot: QtBot) -> Notices:
    """The strip without a vault behind it."""
    runner = Runner()
    widget = Notices(runner)
    qtbot.addWidget(widget, before_close_func=lambda _widget: runner.close())
    return widget


def test_nothing_noticed_takes_no_room(notices: Notices) -> None:
    notices.show_findings(())
    assert notices.isHidden()


def test_one_thing_is_shown_at_a_time_and_the_next_comes_when_it_was_seen(notices: Notices, qtbot: QtBot) -> None:
    notices.show()
    notices.show_findings(("rollback", "head-unreadable"))
    assert ROLLBACK in texts(notices)
    assert HEAD not in texts(notices)
    qtbot.mouseClick(button(notices, "Seen"), Qt.MouseButton.LeftButton)
    assert HEAD in texts(notices)
    with qtbot.waitSignal(notices.emptied):
        qtbot.mouseClick(button(notices, "Seen"), Qt.MouseButton.LeftButton)
    assert notices.isHidden()


def test_what_was_seen_stays_away_when_it_is_asked_again_and_what_is_new_comes(notices: Notices, qtbot: QtBot) -> None:
    told: list[str] = []
    notices.noticed.connect(lambda happened, _advice: told.append(happened))
    notices.show()
    notices.show_findings(("rollback",))
    qtbot.mouseClick(button(notices, "Seen"), Qt.MouseButton.LeftButton)
    notices.show_findings(("rollback",))
    assert notices.isHidden()
    notices.show_findings(("rollback", "page"))
    assert "A part of the vault is damaged." in texts(notices)
    assert told == [ROLLBACK, "A part of the vault is damaged."]


def test_a_screen_reader_hears_all_of_it(notices: Notices) -> None:
    notices.show_findings(("public-differs",))
    spoken = notices.findChild(Notice).accessibleName()
    assert all(part in spoken for part in say_finding("public-differs"))


@pytest.mark.parametrize("code", [*sorted(known_findings()), "chain-gap"])
def test_every_finding_says_what_happened_what_is_safe_and_what_to_do(code: str) -> None:
    assert all(part.endswith(".") and len(part) > 20 for part in say_finding(code))


def test_a_vault_put_back_from_an_older_copy_is_said_after_unlock(qtbot: QtBot, tmp_path: Path) -> None:
    with office(tmp_path, qtbot) as runner:
        runner.execute(CreateDossier(alias="Mo"))
        ask(runner, qtbot, lambda workspace: workspace.user)
    shutil.rmtree(tmp_path / "vault")  # the next office opens the copy from before
    with office(tmp_path, qtbot) as runner:
        drafts = Drafts(DraftStore(tmp_path / "drafts", bytes(32)))
        me = ask(runner, qtbot, lambda workspace: workspace.user)
        shell = Shell(runner, drafts, me)
        qtbot.addWidget(shell)
        shell.show()
        shell.open_page("today")
        qtbot.waitUntil(shell.notices.isVisible)
        assert ROLLBACK in texts(shell)
        assert not shell.status_bar.messages.isHidden()
        qtbot.mouseClick(button(shell.notices, "Seen"), Qt.MouseButton.LeftButton)
        assert shell.notices.isHidden()
        qtbot.mouseClick(shell.status_bar.messages, Qt.MouseButton.LeftButton)
        assert ROLLBACK in shell.message_list.area.text()
        shell.message_list.hide()
        drafts.close()
