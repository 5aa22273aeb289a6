"""The composition root: what this process may do, where things lie, and which front end starts.

Loads nothing heavy before the window shows: no database, no cryptography, no PDF. Files that this process makes are
its user's alone, it leaves no core dump, and its log holds ids and counts, never contents.
"""

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

_INTERRUPTED = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the window without arguments, the command line with them; gives the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _harden()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    try:
        return _run_command(words) if words else _open_window()
    except KeyboardInterrupt:  # before anything was opened; later the command line says so itself
        return _INTERRUPTED


def _run_command(words: Sequence[str]) -> int:
    from baken.cli import main as run

    return run(words, tour=_make_tour)


def _make_tour(folder: Path) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything of Qt is loaded
    from baken.gui.tour import run_tour

    made = run_tour(folder)
    return made.files, made.left_out


def _open_window() -> int:
    import gc

    gc.disable()  # a tenth of the time until the window shows; then gui/garbage.py does it
    from baken.gui.app import run
    from baken.work.paths import Paths

    return run(Paths.standard())


def _harden() -> None:
    """Keep what this process writes to its user, and its memory out of core dumps and debuggers."""
    os.umask(0o077)
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)  # PR_SET_DUMPABLE


if __name__ == "__main__":
    sys.exit(main())
