"""What an interrupted change of the vault's keys left, and what a finished one leaves to be deleted.

The slot file says which journal counts. Its second copy is brought in line before anything goes; then a journal with a
lower number goes, with its copies from before migrations and with the views of everybody else, whose names only their
owners' keys give: they are made anew at their unlock. A journal with a higher number is left alone: it may be newer
than slots that somebody put back. Source: security.md, "Removing a user".
"""

import re
from pathlib import Path

from baken.held import sync_folder

from .files import file_errors
from .slots import SlotFile

_JOURNAL = re.compile(r"journal-(\d+)\.db(?:-wal|-shm|\.before-\d+)?")
_UNFINISHED = re.compile(r"\.journal-\d+\.db\.[0-9a-f]{8}(?:-wal|-shm)?")


def unfinished_path(journal: Path, token: str) -> Path:
    """Give the hidden name under which a journal is made before it gets its own."""
    return journal.with_name(f".{journal.name}.{token}")


def settle(folder: Path, journal_number: int, own_view: str) -> None:
    """Finish what was interrupted, in a vault whose journal `journal_number` is open.

    `own_view` is the name of the view that stays. Raises UserError disk-full, disk-failed, folder-read-only.
    """
    SlotFile.settle(folder)
    with file_errors():
        names = [path.name for path in folder.iterdir()]
        journals = [name for name in names if (found := _JOURNAL.fullmatch(name)) and int(found[1]) < journal_number]
        going = [name for name in names if _UNFINISHED.fullmatch(name)]
        if journals:  # they go last: they tell that the views have to go
            views = [name for name in names if name.startswith("view-") and not name.startswith(own_view)]
            going += [*views, *sorted(journals, reverse=True)]
        for name in going:
            (folder / name).unlink(missing_ok=True)
        if going:
            sync_folder(folder)
