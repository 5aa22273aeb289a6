"""No link leads out of a vault's folder: whoever laid one there would choose what Baken writes over and deletes.

Looked for at every opening, before a byte is written, in the folder and in those of its folders that Baken makes. A
link is refused and not removed: what it points to may be somebody's own arrangement, and a folder made anew in its
place would show that person an empty one.
"""

import os
from pathlib import Path

from baken.errors import UserError

from .backup import OWN_PLACE
from .creation import FOLDERS
from .files import file_errors

_MOUNT_POINT = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT: what Windows calls a junction is no symbolic link to Python


def refuse_links(folder: Path) -> None:
    """Look for links in a vault's folder; the folder itself may be reached by one.

    Raises UserError vault-linked; folder-gone, folder-read-only or disk-failed where it cannot be looked through.
    """
    with file_errors():
        for name in _folders(folder):
            if name in (*FOLDERS, OWN_PLACE):
                _folders(folder / name)


def _folders(folder: Path) -> list[str]:
    """Give the folders in a folder that holds no link."""
    with os.scandir(folder) as found:
        entries = list(found)
    if any(_is_link(entry) for entry in entries):
        raise UserError("vault-linked")
    return [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]


def _is_link(entry: os.DirEntry[str]) -> bool:
    tag: int = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0)  # Windows only
    return entry.is_symlink() or tag == _MOUNT_POINT
