"""What settings and the command line read of backups: where they lie, who opens them, what a restored one lacks.

Times are local text.
"""

from .views import Answer


class BackupRow(Answer, frozen=True, kw_only=True):
    """A backup elsewhere; `made` is local time."""

    folder: str
    made: str


class BackupState(Answer, frozen=True, kw_only=True):
    """What settings say of backups; times are local, empty for never.

    `trouble` is the code of why the last automatic one failed. Backups in `out_of_reach` open as they did when they
    were made, whatever changed since.
    """

    last: str
    trouble: str
    chosen: str
    chosen_last: str
    out_of_reach: tuple[BackupRow, ...]


class AccessChange(Answer, frozen=True, kw_only=True):
    """What a change of who may open the vault came to in its backups.

    `rewritten` follow it; those in `still_openable` could not be reached and open as they did when they were made.
    """

    rewritten: int
    still_openable: tuple[BackupRow, ...]


class RestoreResult(Answer, frozen=True, kw_only=True):
    """A vault made from a backup of `made` (local time), and what it lacks.

    `entries` were written on this laptop after that; None where nothing is left that tells. `bundles` were waiting to
    be sent, `attachments` are not in the backup, `findings` (kind and place) is damage that the vault already had.
    """

    site: str
    made: str
    entries: int | None
    bundles: int
    attachments: int
    findings: tuple[str, ...]
