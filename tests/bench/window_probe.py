"""A process of its own that shows a window and says when: run by `rows_window`, `python -m tests.bench.window_probe`.

`minimal`: the least that PySide6 can show. `lock CONFIG`: Baken until its lock screen is shown. `unlock CONFIG STAY_S`:
Baken unlocked by its bench user; prints the seconds from the derived keys to a filled *Vandaag*, then the resident
bytes after staying that long.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from baken.__main__ import main as baken_main


def main(mode: str, *arguments: str) -> None:
    """Show what was asked for and leave at once."""
    if mode == "minimal":
        application = QApplication([])
        window = QWidget()
        window.show()
        _leave_once_shown(application)
    elif mode == "lock":
        _run_baken(Path(arguments[0]), _leave_once_shown)
    else:
        _unlock(Path(arguments[0]), float(arguments[1]))


def _leave_once_shown(application: QApplication) -> None:
    while not any(window.isVisible() and window.windowHandle().isExposed() for window in application.topLevelWidgets()):
        application.processEvents()
    application.processEvents()
    os._exit(0)


def _run_baken(config: Path, instead_of_loop: Callable[[QApplication], None]) -> None:
    os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_STATE_HOME"] = str(config)
    QApplication.exec = lambda *_: instead_of_loop(QApplication.instance())
    baken_main([])


def _unlock(config: Path, stay_s: float) -> None:
    def drive(application: QApplication) -> None:
        from baken.gui import session
        from baken.gui.lock_screen import LockScreen
        from baken.gui.today_cards import ShiftCard

        marks: dict[str, float] = {}
        derive, show = session.unlock, ShiftCard.show_pieces

        def derived(*given: object, **named: object) -> object:
            keys = derive(*given, **named)
            marks["derived"] = time.perf_counter()
            return keys

        def shown(card: ShiftCard, pieces: object) -> None:
            show(card, pieces)
            marks["shown"] = time.perf_counter()

        session.unlock, ShiftCard.show_pieces = derived, shown
        screen = next(iter(application.topLevelWidgets()[0].findChildren(LockScreen)))
        screen.unlock_requested.emit("Fatima", "maat")
        while "shown" not in marks:
            application.processEvents()
        application.processEvents()
        usable = time.perf_counter() - marks["derived"]
        until = time.perf_counter() + stay_s
        while time.perf_counter() < until:
            application.processEvents()
            time.sleep(0.01)
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        print(usable, pages * os.sysconf("SC_PAGE_SIZE"), flush=True)
        os._exit(0)

    _run_baken(config, drive)


if __name__ == "__main__":
    main(*sys.argv[1:])
