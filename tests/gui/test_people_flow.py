"""People in the window: added, given a new passphrase, removed after a question that says what it does."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from baken.errors import UserError
from baken.gui.admin_page import AdminPage
from baken.gui.remove_dialog import RemoveDialog
from baken.gui.runner import Runner
from baken.gui.widgets.row import Row
from baken.model.clock import SystemClock
from baken.model.codes import Capability
from baken.model.views_backup import BackupRow
from baken.store.members import User
from baken.work.backups import run
from baken.work.opening import unlock
from baken.work.paths import Paths

from .pages import button, texts
from .vaults import ask, office

PHRASE = "vier goede nieuwe woorden"


@contextmanager
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[AdminPage, Runner]]:
    """The page as the administrator of a practice vault sees it."""
    with office(tmp_path, qtbot) as runner:
        page = AdminPage(runner)
        qtbot.addWidget(page)
        page.resize(1158, 676)
        page.show()
        page.open("")
        qtbot.waitUntil(lambda: {"People", "Fatima"} <= set(texts(page)))
        yield page, runner


def row_of(page: AdminPage, name: str) -> Row:
    return next(row for row in page.people.card._shown.values() if row.accessibleName().startswith(name))


def opens(tmp_path: Path, name: str, passphrase: str) -> bool:
    try:
        unlock(Paths.standard().at(tmp_path / "vault"), name, passphrase, SystemClock())
    except UserError as refused:
        return refused.code != "wrong-name-or-passphrase"
    return True


def fill(page: AdminPage, name: str, *roles: Capability, passphrase: str = PHRASE) -> None:
    """Fill in the form of a new person and press its button."""
    form = page.people.form
    button(page, "Add somebody…").click()
    form.name.setText(name)
    for role in roles:
        form.ticks[role].setChecked(True)
    form.passphrase.first.setText(passphrase)
    form.passphrase.again.setText(passphrase)
    button(form, "Add").click()


def users(runner: Runner, qtbot: QtBot) -> dict[str, User]:
    return {user.name: user for user in ask(runner, qtbot, lambda workspace: workspace.users())}


def answer(page: AdminPage, qtbot: QtBot, name: str, word: str) -> list[str]:
    """Open somebody, ask to remove them, and press a button of the question; gives what it said."""
    row_of(page, name).click()
    button(page, "Remove…").click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RemoveDialog)
    said = texts(dialog)
    button(dialog, word).click()
    return said


def test_the_list_says_names_roles_and_who_you_are(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, _):
        said = {row.accessibleName() for row in page.people.card._shown.values()}
        assert "Anouk, mentor · safeguarding lead · administrator · auditor · erasure, you" in said
        assert "Fatima, mentor" in said
        assert "Sander, mentor, cannot unlock here" in said


def test_somebody_who_is_added_can_unlock_with_their_roles(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, runner):
        with qtbot.waitSignal(page.told, timeout=20_000) as told:
            fill(page, "Noor", Capability.MENTOR, Capability.AUDITOR, passphrase="cafe\u0301 om de hoek")
        assert told.args == ["The account is made."], "a toast names nobody"
        assert "Noor has an account and can unlock now." in texts(page.result)
        assert any("either form opens the vault" in text for text in texts(page.result))
        qtbot.waitUntil(lambda: "Noor" in texts(page.people.card))
        assert users(runner, qtbot)["Noor"].capabilities == ("mentor", "auditor")
        assert opens(tmp_path, "Noor", "caf\u00e9 om de hoek")


def test_a_shift_account_ends_with_the_day_that_was_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, runner):
        form = page.people.form
        button(page, "Add somebody…").click()
        assert "Last day" not in texts(form)
        form.ticks[Capability.MENTOR].setChecked(True)
        assert not form.ticks[Capability.SHIFT].isEnabled()
        form.ticks[Capability.MENTOR].setChecked(False)
        form.ticks[Capability.SHIFT].setChecked(True)
        assert not form.ticks[Capability.MENTOR].isEnabled()
        assert "Last day" in texts(form)
        form.last_day.setCurrentIndex(3)
        day = form.last_day.currentText()
        form.name.setText("Invaller")
        form.passphrase.first.setText(PHRASE)
        form.passphrase.again.setText(PHRASE)
        with qtbot.waitSignal(page.told, timeout=20_000):
            button(form, "Add").click()
        qtbot.waitUntil(lambda: f"shift account · until the end of {day}" in texts(page.people.card))
        assert users(runner, qtbot)["Invaller"].valid_until is not None


@pytest.mark.parametrize(
    ("name", "roles", "passphrase", "said"),
    [
        ("", (Capability.MENTOR,), PHRASE, "Give the name with which this person unlocks."),
        ("Noor", (), PHRASE, "Choose at least one role."),
        ("Noor", (Capability.MENTOR,), "kort", "The passphrase is too short: make it 12 characters or more."),
    ],
)
def test_what_is_missing_is_said_before_an_account_is_made(
    qtbot: QtBot, tmp_path: Path, name: str, roles: tuple[Capability, ...], passphrase: str, said: str
) -> None:
    with opened(qtbot, tmp_path) as (page, _):
        sent: list[object] = []
        page.people.form.submitted.connect(sent.append)
        fill(page, name, *roles, passphrase=passphrase)
        assert said.replace("12 characters", "") in texts(page.people.form) or said in texts(page.people.form)
        assert not sent


def test_a_name_that_is_taken_leaves_the_form_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, _):
        fill(page, "fatima", Capability.MENTOR)
        qtbot.waitUntil(page.people.form._problem.isVisible, timeout=20_000)
        assert page.people.form.name.text() == "fatima"
        assert page.people.form.ticks[Capability.MENTOR].isChecked()
        assert button(page.people.form, "Add").isEnabled()


def test_who_forgot_their_passphrase_gets_a_new_one_and_the_old_one_opens_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, _):
        row_of(page, "Fatima").click()
        view = page.people.person
        view.passphrase.first.setText(PHRASE)
        view.passphrase.again.setText("iets heel anders")
        button(view, "Give this passphrase").click()
        assert "The two passphrases are not the same." in texts(view)
        view.passphrase.again.setText(PHRASE)
        with qtbot.waitSignal(page.told, timeout=20_000):
            button(view, "Give this passphrase").click()
        assert "Fatima has a new passphrase. The old one opens nothing any more." in texts(page.result)
        assert opens(tmp_path, "Fatima", PHRASE)
        assert not opens(tmp_path, "Fatima", "oefening baart kunst")


def test_ones_own_account_is_changed_elsewhere_and_cannot_be_removed(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, _):
        row_of(page, "Anouk").click()
        assert not {"Remove…", "Give this passphrase"} & set(texts(page.people.person))
        with qtbot.waitSignal(page.open_requested) as asked:
            button(page, "Change your passphrase…").click()
        assert asked.args == ["account", ""]


def test_a_removal_is_asked_about_first_and_leaving_it_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, runner):
        said = answer(page, qtbot, "Fatima", "Leave it")
        assert "What Fatima recorded stays." in said
        assert "Drafts of Fatima can be read by nobody afterwards." in said
        assert "Fatima" in users(runner, qtbot)
        assert opens(tmp_path, "Fatima", "oefening baart kunst")


def test_who_is_removed_opens_nothing_and_the_vault_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, runner):
        ask(runner, qtbot, lambda workspace: run(workspace.backups.steps(tmp_path / "stick"), _tell) or True)
        (tmp_path / "stick").rename(tmp_path / "away")
        before = ask(runner, qtbot, lambda workspace: len(workspace.observations()))
        runner.in_steps(_endless, _take, title="")  # such as the check of the whole journal
        with qtbot.waitSignal(page.told, timeout=30_000) as told:
            said = answer(page, qtbot, "Fatima", "Remove")
        assert [text for text in said if str(tmp_path / "stick") in text], "copies out of reach are named beforehand"
        assert told.args is not None
        assert "Fatima" not in told.args[0]
        assert any(text.startswith("Fatima was removed.") for text in texts(page.result))
        assert [text for text in texts(page.result) if str(tmp_path / "stick") in text]
        qtbot.waitUntil(lambda: "Fatima" not in texts(page.people.card))
        assert not opens(tmp_path, "Fatima", "oefening baart kunst")
        assert ask(runner, qtbot, lambda workspace: len(workspace.observations())) == before
        assert ask(runner, qtbot, lambda workspace: run(workspace.backups.automatic(), _tell) is None)
        assert ask(runner, qtbot, lambda workspace: workspace.backups.state().last)


def test_a_removal_that_is_refused_says_why_and_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, runner):
        row_of(page, "Fatima").click()
        user = users(runner, qtbot)["Fatima"]
        ask(runner, qtbot, lambda workspace: run(workspace.people.remove(user.person), _tell))
        page.people._remove()
        qtbot.waitUntil(page.people.person._problem.isVisible, timeout=20_000)
        assert "This person has no account here." in page.people.person._problem.text()
        assert button(page.people.person, "Remove…").isEnabled()


def test_a_removal_stopped_before_it_began_says_that_nothing_changed(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, _):
        row_of(page, "Fatima").click()
        page.people._changes.stopped.emit()
        assert "Stopped before it began. Nothing was changed." in texts(page.people.person)


@pytest.mark.parametrize("count", [0, 1, 12])
def test_the_question_names_each_copy_and_the_safe_button_has_the_cursor(qtbot: QtBot, count: int) -> None:
    rows = [BackupRow(folder=f"/media/stick/{number}", made="2025-11-07T08:00") for number in range(count)]
    dialog = RemoveDialog("Fatima", rows)
    qtbot.addWidget(dialog)
    dialog.show()
    assert len([text for text in texts(dialog) if "/media/stick/" in text]) == count
    assert dialog.focusWidget() is button(dialog, "Leave it")


def _endless(_workspace: object) -> Iterator[tuple[int, int]]:
    while True:
        yield 0, 1


def _take(_answer: object) -> None:
    """Want no answer."""


def _tell(_done: int, _total: int) -> None:
    """Listen to nobody."""
