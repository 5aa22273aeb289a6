"""Every screen of the window, one after the other, in a given language, text size and direction."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from baken.errors import UserError
from baken.gui import fonts, language, theme
from baken.gui.access_change import Done
from baken.gui.admin_page import AdminPage
from baken.gui.attached_page import AttachmentPage
from baken.gui.capture_attached import AttachedRow
from baken.gui.dossier_target import inside
from baken.gui.drafts import Drafts
from baken.gui.first_run import FirstRun
from baken.gui.first_run_made import VaultUser
from baken.gui.lock_screen import LockScreen
from baken.gui.locked_note import LockedNote
from baken.gui.recover_form import RecoverForm
from baken.gui.remove_dialog import RemoveDialog
from baken.gui.runner import Runner
from baken.gui.said import now
from baken.gui.shell import Shell
from baken.gui.window import Window
from baken.model.codes import Capability
from baken.model.records import Attachment
from baken.model.views_backup import AccessChange, BackupRow, RestoreResult
from baken.store.drafts import DraftStore

from .attached import LONG, paper, photo, record_with
from .vaults import ask, office

WIDTH, HEIGHT = 1366, 768
PSEUDO = "pseudo"
USERS = (VaultUser("Anouk", "aandachtsfunctionaris"), VaultUser("Fatima", "mentor"))


class PseudoTranslator(QTranslator):
    """Every sentence 40 % longer, its placeholders untouched."""

    def translate(self, _context: str, source: str, _disambiguation: str = "", _number: int = -1) -> str:
        """Give the source with its vowels doubled until it is long enough."""
        wanted = round(len(source) * 1.4)
        parts = re.split(r"(\{[^}]*\}|%n|&.|\s)", source)
        longer = "".join(part if re.match(r"[{%&\s]", part) else re.sub(r"([aeiou])", r"\1\1", part) for part in parts)
        return longer + "é" * max(0, wanted - len(longer)) if source.strip() else source


@contextmanager
def speaking(words: str, *, percent: int = 100, right_to_left: bool = False, dark: bool = False) -> Iterator[None]:
    """Set language, text size and direction, and set them back."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    fonts.load_all_scripts()
    pseudo = PseudoTranslator()
    theme.apply(dark=dark, percent=percent)
    for known in language.LANGUAGES:
        if known == words:
            language.use(known)
    if words == PSEUDO:
        QCoreApplication.installTranslator(pseudo)
    direction = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    application.setLayoutDirection(direction)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(pseudo)
        language.forget()
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        theme.apply(dark=False, percent=100)


def closed_screens(qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    """The screens before unlock."""
    window = _window(qtbot)
    lock = LockScreen(locked_at="23:44", has_draft=True, is_practice=True, code="L-OOST")
    lock.show_problem("Naam of wachtwoordzin klopt niet.", "Probeer het opnieuw.")
    yield "lock", _shown(window, lock)
    note = LockedNote(now, is_practice=True)
    note.show_problem("Wat je typte is nog niet bewaard.", "Druk op Bewaar, of maak het veld leeg om terug te gaan.")
    yield "note", _shown(window, note)
    recover = RecoverForm(is_practice=True)
    recover.submit()
    yield "recover", _shown(window, recover)
    recover.show_done(is_respelled=True)
    yield "recovered", _shown(window, recover)
    first = FirstRun(Path("/home/mentor/.local/share/baken/vault"), Path("/home/mentor/.local/share/baken/practice"))
    yield "first run", _shown(window, first)
    first.show_form()
    yield "new vault", _shown(window, first)
    first.show_made("/home/mentor/.local/share/baken/practice", USERS, "oefening baart kunst")
    yield "made", _shown(window, first)
    first.show_restoring()
    first.restoring.submit()
    yield "restore", _shown(window, first)
    result = RestoreResult(
        site="ab" * 32, made="2025-11-07T08:00", entries=3, bundles=1, attachments=2, findings=("entry 12",)
    )
    first.show_restored("/home/mentor/.local/share/baken/vault", result)
    yield "restored", _shown(window, first)


def open_screens(
    qtbot: QtBot, tmp_path: Path, *, size: tuple[int, int] = (WIDTH, HEIGHT)
) -> Iterator[tuple[str, QWidget]]:
    """The screens after unlock, in a practice vault, as the safeguarding lead; `size` in pixels."""
    with office(tmp_path, qtbot) as runner:
        drafts = Drafts(DraftStore(tmp_path / "drafts", bytes(32)))
        me = ask(runner, qtbot, lambda workspace: workspace.user)
        rows = ask(runner, qtbot, lambda workspace: workspace.dossiers("Yousef"))
        signals = ask(runner, qtbot, lambda workspace: workspace.signals())
        youth = rows[0].youth.id
        piece = ask(runner, qtbot, lambda workspace: workspace.observations(youth))[0].id
        with_files, attached = record_with(
            runner, qtbot, (LONG, photo()), ("brief.pdf", paper()), ("gesprek.ogg", b"OggS"), about=(youth,)
        )
        shell = Shell(runner, drafts, me)
        window = _window(qtbot)
        _shown(window, shell, size)
        targets = [
            ("today", ""),
            ("youths", ""),
            ("dossier", str(youth)),
            ("dossier", inside(str(youth), str(piece))),
            ("piece", str(piece)),
            ("dossier", inside(str(youth), str(with_files))),
            ("piece", str(with_files)),
            *(("attachment", inside(str(with_files), each.id)) for each in attached),
            ("signals", ""),
            ("signals", str(signals[0].id)),
            ("passing", ""),
            ("passing", str(signals[0].id)),
            ("exchange", ""),
            ("admin", ""),
            ("account", ""),
        ]
        for key, target in targets:
            shell.open_page(key, target)
            _settle(runner, qtbot)
            if key == "attachment":
                shell.findChildren(AttachmentPage)[-1].ask_to_save()
                _settle(runner, qtbot)
            yield f"{key} {'timeline' if '#' in target else 'one' if target else ''}".strip(), shell
        yield from _forms_of_managing(shell, runner, qtbot)
        shell.open_page("today")
        shell.notices.show_findings(("rollback",))
        _settle(runner, qtbot)
        yield "noticed", shell
        shell.notices.show_findings(())
        shell.capture.open_new()
        _settle(runner, qtbot)
        yield "capture", shell
        _attach(shell, attached)
        _settle(runner, qtbot)
        yield "capture with attachments", shell
        shell.findChildren(AttachedRow)[-1].show_coming(0)
        shell.findChildren(AttachedRow)[-1].set_values(())
        shell.capture.window_of_drafts.close_all()
        shell.start_search()
        _settle(runner, qtbot)
        yield "search", shell
        drafts.close()
        shell.hide()


def _forms_of_managing(shell: Shell, runner: Runner, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    """Adding somebody, one person, the question about removing, a recovery sheet."""
    shell.open_page("admin")
    _settle(runner, qtbot)
    page = shell.findChildren(AdminPage)[-1]
    page.people.start_adding()
    page.people.form.ticks[Capability.SHIFT].setChecked(True)
    page.people.form.submit()
    _settle(runner, qtbot)
    yield "admin add", shell
    page.people.form.closed.emit()
    page.people.card.opened.emit(page.people.card.people[1].person)
    page.people.person.submit()
    _settle(runner, qtbot)
    yield "admin person", shell
    copies = [BackupRow(folder=f"/media/stick/baken/{number}", made="2025-11-07T08:00") for number in range(12)]
    dialog = RemoveDialog("Fatima", copies, shell)
    dialog.open()
    _settle(runner, qtbot)
    yield "admin remove", dialog
    dialog.close()
    page.people.person.closed.emit()
    page.sheet.card.make_requested.emit()
    _settle(runner, qtbot)
    page.sheet.form.show_saved("/media/stick/herstelblad.pdf")
    page.sheet.form.show_problem("Groep 3 klopt niet.", "Kijk op het blad en typ hem nog een keer.")
    _settle(runner, qtbot)
    yield "admin sheet", shell
    page.sheet.form.closed.emit()
    page.result.say(
        Done(sentence="Fatima is verwijderd.", change=AccessChange(rewritten=2, still_openable=(copies[0],)))
    )
    _settle(runner, qtbot)
    yield "admin done", shell


def _attach(shell: Shell, attached: tuple[Attachment, ...]) -> None:
    """Show attachments in the form that is open, one that is on its way and one that was refused."""
    editor = shell.findChildren(AttachedRow)[-1]
    editor.set_values(attached)
    editor.show_coming(1)
    editor.show_refused("film.mp4", UserError("attachment-type"))


def _shown(window: Window, screen: QWidget, size: tuple[int, int] = (WIDTH, HEIGHT)) -> QWidget:
    if window.screen_widget is not screen:
        window.show_screen(screen, is_practice=True)
    window.resize(*size)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    QApplication.processEvents()
    assert (window.width(), window.height()) == size, "a screen forces the window to grow"
    return screen


def _window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    return window


def _settle(runner: Runner, qtbot: QtBot) -> None:
    """Wait until everything that was asked has been answered and laid out: some answers lead to another question."""
    for _ in range(3):
        ask(runner, qtbot, lambda workspace: workspace.user)
        QApplication.processEvents()
    qtbot.wait(30)
