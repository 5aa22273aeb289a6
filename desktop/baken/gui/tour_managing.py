"""What the administrator does in the tour: the page *Beheer*, and the own account."""

from .tour_album import Album
from .tour_desk import Desk


def manage(album: Album, here: Desk) -> None:
    """Look at the page with backups, and at the own account."""
    here.open("admin")
    album.show(here.window, "32-manage", "Beheer: backups, and where copies of them go", english=True)
    here.open("account")
    album.show(here.window, "33-account", "One's own account: changing the passphrase", english=True)
