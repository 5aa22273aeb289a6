"""The first run: a practice vault with one press, a live one from a form; what went wrong is said and nothing lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from baken.gui.first_run_flow import FirstRunFlow, free_folder, next_site
from baken.gui.first_run_forms import NewVaultForm, NewVaultOrder
from baken.gui.first_run_made import MadeCard, VaultUser
from baken.gui.settings import Settings
from baken.model.clock import SystemClock
from baken.work.opening import unlock
from baken.work.paths import Paths

from .pages import button, texts
from .vaults import CHEAP, practice

PHRASE = "four good words here"


@contextmanager
def flow(qtbot: QtBot, tmp_path: Path) -> Iterator[FirstRunFlow]:
    """The first run on an account that has no vault."""
    paths = Paths(config=tmp_path / "config", state=tmp_path / "state")
    running = FirstRunFlow(paths, Settings(tmp_path), data=tmp_path / "data", kdf=CHEAP)
    bugs: list[object] = []
    running.crashed.connect(bugs.append)
    qtbot.addWidget(running.screen)
    running.screen.show()
    yield running
    assert not bugs


def filled(form: NewVaultForm, qtbot: QtBot, *, again: str = PHRASE) -> None:
    """Type into every field."""
    for field, text in zip(form.findChildren(type(form._site)), ("Locatie Oost", "anouk"), strict=False):
        qtbot.keyClicks(field, text)
    qtbot.keyClicks(form.passphrase.first, PHRASE)
    qtbot.keyClicks(form.passphrase.again, again)


def test_the_practice_vault_is_made_and_its_users_and_passphrase_are_shown(qtbot: QtBot, tmp_path: Path) -> None:
    with flow(qtbot, tmp_path) as running:
        button(running.screen, "The practice vault. " + texts_of_choice(running)).click()
        qtbot.waitUntil(lambda: "The vault is ready." in texts(running.screen), timeout=30_000)
        shown = " ".join(texts(running.screen))
        assert "Anouk" in shown
        assert "Fatima" in shown
        assert "oefening baart kunst" in shown
        with qtbot.waitSignal(running.finished) as finished:
            button(running.screen, "To the lock screen").click()
        assert finished.args == [tmp_path / "data" / "practice"]
        paths = Paths(config=tmp_path / "config", state=tmp_path / "state")
        assert paths.last_vault() == tmp_path / "data" / "practice"
        assert Settings(tmp_path).vault_marks(tmp_path / "data" / "practice")[0]


def test_a_second_practice_vault_is_of_another_site_so_that_the_two_can_exchange(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "data" / "practice").mkdir(parents=True)
    with flow(qtbot, tmp_path) as running:
        assert "The practice vault" not in texts(running.screen)
        words = next(text for text in texts(running.screen) if text.startswith("Of Locatie West"))
        button(running.screen, f"Another practice vault. {words}").click()
        qtbot.waitUntil(lambda: "The vault is ready." in texts(running.screen), timeout=30_000)
        assert "Naima" in " ".join(texts(running.screen))
    second = tmp_path / "data" / "practice-2"
    paths = Paths(config=tmp_path / "config", state=tmp_path / "state", vault=second)
    assert unlock(paths, "Naima", "oefening baart kunst", SystemClock())
    assert next_site(tmp_path / "data" / "practice") == "Locatie Noord"


def texts_of_choice(running: FirstRunFlow) -> str:
    """The sentence below "The practice vault"."""
    return next(text for text in texts(running.screen) if text.startswith("With twelve"))


def test_a_new_vault_can_be_unlocked_by_who_made_it(qtbot: QtBot, tmp_path: Path) -> None:
    with flow(qtbot, tmp_path) as running:
        running.screen.show_form()
        filled(running.screen.form, qtbot)
        qtbot.keyClick(running.screen.form.passphrase.again, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "The vault is ready." in texts(running.screen), timeout=30_000)
        assert PHRASE not in " ".join(texts(running.screen))
        paths = Paths(config=tmp_path / "config", state=tmp_path / "state", vault=tmp_path / "data" / "vault")
        assert unlock(paths, "anouk", PHRASE, SystemClock())


def test_two_passphrases_that_differ_are_refused_before_anything_is_written(qtbot: QtBot, tmp_path: Path) -> None:
    with flow(qtbot, tmp_path) as running:
        running.screen.show_form()
        filled(running.screen.form, qtbot, again="four other words here")
        running.screen.form.submit()
        assert "The two passphrases are not the same." in texts(running.screen)
        assert not (tmp_path / "data" / "vault").exists()


def test_what_is_missing_is_named_and_gets_the_cursor(qtbot: QtBot, tmp_path: Path) -> None:
    with flow(qtbot, tmp_path) as running:
        running.screen.show_form()
        running.screen.form.submit()
        assert "Fill in: Name of the site." in texts(running.screen)


def test_a_folder_that_is_not_empty_is_told_and_the_form_stays(qtbot: QtBot, tmp_path: Path) -> None:
    with flow(qtbot, tmp_path) as running:
        (tmp_path / "data" / "vault").mkdir(parents=True)
        (tmp_path / "data" / "vault" / "letter.txt").write_text("keep me", "utf-8")
        running.screen.show_form()
        filled(running.screen.form, qtbot)
        running.screen.form.submit()
        qtbot.waitUntil(
            lambda: any("This folder is not empty." in text for text in texts(running.screen)), timeout=30_000
        )
        assert "Locatie Oost" in [
            field.text() for field in running.screen.form.findChildren(type(running.screen.form._site))
        ]
        assert (tmp_path / "data" / "vault" / "letter.txt").read_text("utf-8") == "keep me"


def test_a_place_that_was_chosen_gets_a_folder_for_the_vault(qtbot: QtBot, tmp_path: Path) -> None:
    with flow(qtbot, tmp_path) as running:
        (tmp_path / "disk" / "vault").mkdir(parents=True)
        running.screen.show_form()
        running.use_place(tmp_path / "disk")
        assert running.screen.form._folder.text() == str(tmp_path / "disk" / "vault-2")


def test_a_folder_without_a_vault_is_told_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    with flow(qtbot, tmp_path) as running:
        (tmp_path / "holiday").mkdir()
        running.use_other(tmp_path / "holiday")
        qtbot.waitUntil(lambda: any("There is no vault in this folder." in text for text in texts(running.screen)))
        with qtbot.waitSignal(running.finished) as finished:
            running.use_other(practice()[0])
        assert finished.args == [practice()[0]]


def test_the_passphrase_of_the_practice_vault_can_be_copied(qtbot: QtBot) -> None:
    card = MadeCard()
    qtbot.addWidget(card)
    card.show_made("practice", (VaultUser("Anouk", "lead"),), "oefening baart kunst")
    button(card, "Copy").click()
    assert QGuiApplication.clipboard().text() == "oefening baart kunst"
    assert button(card, "Copied")


def test_an_order_never_prints_its_passphrase() -> None:
    order = NewVaultOrder(folder=Path("vault"), site_name="Locatie Oost", user_name="anouk", passphrase=PHRASE)
    assert PHRASE not in repr(order)


def test_a_second_practice_vault_gets_a_folder_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "practice").mkdir()
    (tmp_path / "practice-2").mkdir()
    assert free_folder(tmp_path / "practice") == tmp_path / "practice-3"
    assert free_folder(tmp_path / "vault") == tmp_path / "vault"
