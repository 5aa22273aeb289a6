"""The file of one user's view: opened, made anew when it cannot be used, thrown away on request.

It holds nothing that the journal does not hold, so damage, a newer format, a journal that was put back or rows that
an older programme folded otherwise all have the same remedy. Its name and key come from the user's own secret; the
name says nothing.
"""

from pathlib import Path

from baken import crypto
from baken.errors import BugError, UserError

from .database import Connection, attach_database, detach_database, transaction
from .files import file_errors
from .slots import UserSecrets
from .view import View

FOLD_VERSION = 5
"""Raised with every change of `fold_*.py` that gives other rows for the same entries; a test holds it to their code."""

_REMEDIED = frozenset(("vault-unreadable", "vault-newer"))


class ViewFile:
    """Where one user's view lies, attached to the connection as `view`."""

    def __init__(self, connection: Connection, folder: Path, secrets: UserSecrets) -> None:
        name = crypto.hkdf(secrets.user_secret, "baken view name v1", length=8).hex()
        self._connection = connection
        self.name = f"view-{name}.db"
        self._path = folder / self.name
        self._key = secrets.key("baken view database v1")

    def open(self, last_arrival: int) -> View:
        """Attach the view; one that cannot be used, was folded otherwise or has seen more than the journal goes first.

        Raises UserError disk-full, disk-failed, folder-read-only.
        """
        try:
            view = self._attach()
            if view.applied() <= last_arrival and self._fold() == FOLD_VERSION:
                return view
            detach_database(self._connection, "view")
        except (UserError, BugError) as error:  # a BugError: tables that are none of ours, under a key that is
            if isinstance(error, UserError) and error.code not in _REMEDIED:
                raise
        self._remove()
        return self._attach()

    def make_anew(self) -> View:
        """Throw the attached view away and attach an empty one."""
        detach_database(self._connection, "view")
        self._remove()
        return self._attach()

    def _fold(self) -> int:
        version: int = self._connection.execute("SELECT fold FROM view.applied").fetchone()[0]
        return version

    def _attach(self) -> View:
        is_new = not self._path.exists()
        attach_database(self._connection, self._path, self._key, name="view")
        view = View(self._connection)
        try:
            view.create()
            if is_new:
                with transaction(self._connection):
                    self._connection.execute("UPDATE view.applied SET fold = ?", (FOLD_VERSION,))
        except BaseException:
            detach_database(self._connection, "view")
            raise
        return view

    def _remove(self) -> None:
        with file_errors():
            for suffix in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
