"""A folder held open: what is done in it is done there, whatever somebody lays in its place meanwhile.

Below the folder that a caller names as `root` no link is followed: each folder on the way is opened from the one
above it. Whoever laid a link there would choose what Baken writes over and deletes.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class LinkedError(OSError):
    """A link where a folder or a file of ours should be."""


if sys.platform == "win32":
    import ctypes

    _REPLACE_EXISTING, _WRITE_THROUGH = 1, 8
    _MOUNT_POINT = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT: what Windows calls a junction is no symbolic link to Python
    READ = os.O_RDONLY | os.O_BINARY

    class Held:
        """A folder by its path: Windows opens nothing from a folder, so each step looks for a link just before."""

        def __init__(self, path: Path) -> None:
            self._path = path

        @classmethod
        def at(cls, root: Path) -> "Held":
            """Hold a folder that may be reached by a link."""
            if not root.is_dir():
                raise FileNotFoundError(errno.ENOENT, "no folder")
            return cls(root.resolve())

        def enter(self, name: str, *, make: bool) -> "Held":
            """Hold a folder in this one, which may not be a link."""
            below = self._path / name
            if make:
                below.mkdir(mode=0o700, exist_ok=True)
            found = below.lstat()
            if below.is_symlink() or found.st_reparse_tag == _MOUNT_POINT:
                raise LinkedError(errno.ELOOP, "a link")
            if not below.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, "no folder")
            return Held(below)

        def create(self, name: str) -> int:
            """Make a new file for writing; gives its descriptor."""
            return os.open(self._path / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_BINARY, 0o600)

        def open(self, name: str) -> int:
            """Open a file for reading, which may not be a link."""
            return os.open(self._unlinked(name), READ)

        def open_to_change(self, name: str) -> int:
            """Open a file to write it over in its place, which may not be a link."""
            return os.open(self._unlinked(name), os.O_RDWR | os.O_BINARY)

        def replace(self, source: str, target: str) -> None:
            """Rename within the folder, durably."""
            replace_durably(self._path / source, self._path / target)

        def remove(self, name: str) -> None:
            """Delete a file."""
            (self._path / name).unlink()

        def found(self) -> list[tuple[str, os.stat_result]]:
            """List what lies here, each with what is known of it; a link is not followed."""
            return [(path.name, path.lstat()) for path in self._path.iterdir()]

        def sync(self) -> None:
            """MOVEFILE_WRITE_THROUGH does that work."""

        def close(self) -> None:
            """Nothing is open."""

        def _unlinked(self, name: str) -> Path:
            path = self._path / name
            if path.is_symlink():
                raise LinkedError(errno.ELOOP, "a link")
            return path

    def sync_descriptor(descriptor: int) -> None:
        """Bring what was written to the disk itself."""
        os.fsync(descriptor)

    def sync_folder(folder: Path) -> None:
        """Windows has no sync of a folder; MOVEFILE_WRITE_THROUGH does that work."""

    def replace_durably(source: Path, target: Path) -> None:
        """Rename over `target`, returning once the rename is on the disk."""
        moved = ctypes.windll.kernel32.MoveFileExW(str(source), str(target), _REPLACE_EXISTING | _WRITE_THROUGH)
        if not moved:
            raise ctypes.WinError()

else:
    import fcntl

    READ = os.O_RDONLY | os.O_NONBLOCK
    _FOLDER = os.O_RDONLY | os.O_DIRECTORY

    class Held:
        """A folder by its descriptor: names are looked up in it, wherever its path leads by now."""

        def __init__(self, descriptor: int) -> None:
            self._descriptor = descriptor

        @classmethod
        def at(cls, root: Path) -> "Held":
            """Hold a folder that may be reached by a link."""
            return cls(os.open(root, _FOLDER))

        def enter(self, name: str, *, make: bool) -> "Held":
            """Hold a folder in this one, which may not be a link."""
            if make:
                with suppress(FileExistsError):
                    os.mkdir(name, 0o700, dir_fd=self._descriptor)
            try:
                return Held(os.open(name, _FOLDER | os.O_NOFOLLOW, dir_fd=self._descriptor))
            except NotADirectoryError:
                if stat.S_ISLNK(os.stat(name, dir_fd=self._descriptor, follow_symlinks=False).st_mode):
                    raise LinkedError(errno.ELOOP, "a link") from None
                raise

        def create(self, name: str) -> int:
            """Make a new file for writing; gives its descriptor."""
            return os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600, dir_fd=self._descriptor)

        def open(self, name: str) -> int:
            """Open a file for reading, which may not be a link."""
            return self._open(name, READ)

        def open_to_change(self, name: str) -> int:
            """Open a file to write it over in its place, which may not be a link."""
            return self._open(name, os.O_RDWR | os.O_NONBLOCK)

        def replace(self, source: str, target: str) -> None:
            """Rename within the folder, durably."""
            os.replace(source, target, src_dir_fd=self._descriptor, dst_dir_fd=self._descriptor)
            self.sync()

        def remove(self, name: str) -> None:
            """Delete a file."""
            os.unlink(name, dir_fd=self._descriptor)

        def found(self) -> list[tuple[str, os.stat_result]]:
            """List what lies here, each with what is known of it; a link is not followed."""
            with os.scandir(self._descriptor) as entries:
                return [(entry.name, entry.stat(follow_symlinks=False)) for entry in entries]

        def sync(self) -> None:
            """Bring the names to the disk."""
            sync_descriptor(self._descriptor)

        def close(self) -> None:
            """Let the folder go."""
            os.close(self._descriptor)

        def _open(self, name: str, flags: int) -> int:
            try:
                return os.open(name, flags | os.O_NOFOLLOW, dir_fd=self._descriptor)
            except OSError as error:
                if error.errno == errno.ELOOP:
                    raise LinkedError(errno.ELOOP, "a link") from None
                raise

    _FULL_SYNC = getattr(fcntl, "F_FULLFSYNC", None)  # macOS: fsync alone stops at the drive's cache

    def sync_descriptor(descriptor: int) -> None:
        """Bring what was written to the disk itself."""
        if _FULL_SYNC is None:
            os.fsync(descriptor)
        else:
            fcntl.fcntl(descriptor, _FULL_SYNC)

    def sync_folder(folder: Path) -> None:
        """Bring the names in `folder` to the disk."""
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            sync_descriptor(descriptor)
        finally:
            os.close(descriptor)

    def replace_durably(source: Path, target: Path) -> None:
        """Rename over `target`, returning once the rename is on the disk."""
        source.replace(target)
        sync_folder(target.parent)


@contextmanager
def hold(folder: Path, root: Path | None = None, *, make: bool = False) -> Iterator[Held]:
    """Hold a folder open for what is done in it.

    `root`, by default the folder itself, is the last on the way that may be reached by a link; what is missing below it
    is made (0700) where asked for. Raises LinkedError, OSError.
    """
    root = folder if root is None else root
    place = Held.at(root)
    try:
        for name in folder.relative_to(root).parts:
            below = place.enter(name, make=make)
            place.close()
            place = below
        yield place
    finally:
        place.close()
