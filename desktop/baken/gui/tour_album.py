"""What the tour leaves behind: pictures of each screen in light and dark, other files, and a list of them all."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from baken.errors import UserError

from . import language, theme
from .tour_hands import lie_still
from .widgets.toast import Toast

WIDTH, HEIGHT = 1366, 768
INDEX = "index.md"


@dataclass(frozen=True, kw_only=True)
class Tour:
    """The files that were written, in the order of the tour, and the steps that could not be shown with the reason."""

    files: tuple[Path, ...]
    left_out: tuple[str, ...]


class Album:
    """Writes into one folder; names are the same at every run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._shown: list[tuple[Path, str]] = []
        self._left_out: list[str] = []

    def show(self, window: QWidget, name: str, shows: str, *, english: bool = False) -> None:
        """Take a screen in light and dark, and in English too where that is asked; raises UserError disk-failed.

        Messages are closed first, as they cover part of the page for some seconds.
        """
        window.resize(WIDTH, HEIGHT)
        for toast in window.findChildren(Toast):
            toast.closed.emit(toast)
        lie_still(window)
        self._take(window, f"{name}-light.png", shows)
        theme.apply(dark=True, percent=100)
        lie_still(window)
        self._take(window, f"{name}-dark.png", f"{shows}, dark")
        theme.apply(dark=False, percent=100)
        lie_still(window)
        if english:
            language.use("en")
            lie_still(window)
            self._take(window, f"{name}-english.png", f"{shows}, in English")
            language.use("nl")
            lie_still(window)

    def place(self, name: str) -> Path:
        """Give a free place for a file that the window writes itself."""
        path = self.folder / name
        path.unlink(missing_ok=True)
        return path

    def add(self, path: Path, shows: str) -> None:
        """List a file that was written."""
        self._shown.append((path, shows))

    def leave_out(self, what: str) -> None:
        """Say what could not be shown, and why."""
        self._left_out.append(what)

    def close(self) -> Tour:
        """Write the list; gives everything that was written, the list first."""
        index = self.folder / INDEX
        lines = ["# The tour of Baken", "", "Composite cases, no real child. The texts of the window are Dutch.", ""]
        lines += ["| file | what it shows |", "|---|---|"]
        lines += [f"| [{path.name}]({path.name}) | {shows} |" for path, shows in self._shown]
        lines += [f"\nLeft out: {each}" for each in self._left_out]
        index.write_text("\n".join(lines) + "\n", "utf-8")
        return Tour(files=(index, *(path for path, _ in self._shown)), left_out=tuple(self._left_out))

    def _take(self, window: QWidget, name: str, shows: str) -> None:
        path = self.folder / name
        if not window.grab().save(str(path)):
            raise UserError("disk-failed")
        self.add(path, shows)
