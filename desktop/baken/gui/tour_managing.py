"""What the administrator does in the tour: *Beheer* with its forms, the own account, a vault made from a backup."""

from pathlib import Path

from baken.model.codes import Capability
from baken.work.practice import PUBLISHED

from .admin_page import AdminPage
from .first_run import FirstRun
from .first_run_restore import RestoredCard
from .tour_album import Album
from .tour_desk import Desk
from .tour_hands import press, type_in, wait_until
from .tour_texts import TourTexts


def manage(album: Album, here: Desk, texts: TourTexts) -> None:
    """Look at people, recovery sheet and backups, and at the own account."""
    here.open("admin")
    page = here.page(AdminPage)
    wait_until(lambda: bool(page.people.card.people), "the people of the vault")
    here.settle()
    album.show(here.window, "32-manage", "Beheer: people, recovery sheet, backups", english=True)
    press(page, "Add somebody…")
    type_in(page.people.form.name, texts.newcomer)
    page.people.form.ticks[Capability.SHIFT].click()
    album.show(here.window, "33-add-somebody", "Adding somebody who stands in, until a last day", english=True)
    press(page.people.form, "Back")
    user = next(user.person for user in page.people.card.people if user.name == texts.user)
    page.people.card.opened.emit(user)
    album.show(here.window, "34-person", "One person: a new passphrase, or removing them", english=True)
    press(page.people.person, "Back")
    press(page.sheet.card, "Make a sheet…")
    wait_until(page.sheet.form.isVisible, "the form of the recovery sheet")
    album.show(here.window, "35-recovery-sheet", "A recovery sheet: saved, printed and typed back", english=True)
    press(page.sheet.form, "Back")
    here.open("account")
    album.show(here.window, "36-account", "One's own account: changing the passphrase", english=True)


def restore(album: Album, new: Desk, texts: TourTexts, backups: Path) -> None:
    """Make a vault from the newest backup, on a laptop that has none."""
    screen = new.part(FirstRun)
    screen.show_restoring()
    form, into = screen.restoring, backups.parent.with_name("restored")
    form.backup.setText(str(backups))
    form.into.setText(str(into))
    type_in(form.name, texts.lead)
    type_in(form.passphrase, PUBLISHED)
    album.show(new.window, "45-restore", "First run: a vault from a backup", english=True)
    press(form, "Restore")
    wait_until(new.part(RestoredCard).isVisible, "the vault from the backup")
    album.show(new.window, "46-restored", "What the restored vault may be missing", english=True)
    new.end()
