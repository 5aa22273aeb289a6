"""What the window remembers between starts: language, look, size, page. Never a name, a text or an id.

Qt's own file dialog writes visited folders to a settings file of its own; `redirect` sends every QSettings of
this process into Baken's folder, and `forget_visited_folders` empties what the dialog left there.
"""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from .language import DEFAULT, LANGUAGES, Language


def redirect(folder: Path) -> None:
    """Keep every settings file of this process in `folder`; call before anything else of Qt."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(folder))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)


def forget_visited_folders() -> None:
    """Empty what Qt's file dialog remembers."""
    dialog = QSettings(QSettings.Scope.UserScope, "QtProject")
    dialog.clear()
    dialog.sync()


class Settings:
    """The settings file, `window.ini` in Baken's configuration folder."""

    def __init__(self, folder: Path) -> None:
        self._file = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language:
        """The language last used on this account."""
        value = self._file.value("language", DEFAULT)
        return next((language for language in LANGUAGES if language == value), DEFAULT)

    @language.setter
    def language(self, value: Language) -> None:
        self._file.setValue("language", value)

    @property
    def is_dark(self) -> bool | None:
        """Light or dark as last chosen; None while nobody chose."""
        value = self._file.value("dark")
        return None if value is None else value == "yes"

    @is_dark.setter
    def is_dark(self, value: bool) -> None:
        self._file.setValue("dark", "yes" if value else "no")

    @property
    def percent(self) -> int:
        """The text size last used."""
        try:
            return int(str(self._file.value("percent", 100)))
        except ValueError:
            return 100

    @percent.setter
    def percent(self, value: int) -> None:
        self._file.setValue("percent", value)

    @property
    def geometry(self) -> QByteArray:
        """Where the window was and how large; empty at first."""
        value = self._file.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._file.setValue("geometry", value)

    @property
    def page(self) -> str:
        """The menu page last open; never what was shown on it."""
        return str(self._file.value("page", "today"))

    @page.setter
    def page(self, value: str) -> None:
        self._file.setValue("page", value)

    def vault_marks(self, folder: Path) -> tuple[bool, str]:
        """Give whether the vault in `folder` is for practice, and its site's code, as seen at its last unlock."""
        if self._file.value("vault/folder") != str(folder.absolute()):
            return False, ""
        return self._file.value("vault/practice") == "yes", str(self._file.value("vault/code", ""))

    def mark_vault(self, folder: Path, *, is_practice: bool, code: str) -> None:
        """Keep what the lock screen shows of a vault."""
        self._file.setValue("vault/folder", str(folder.absolute()))
        self._file.setValue("vault/practice", "yes" if is_practice else "no")
        self._file.setValue("vault/code", code)

    def save(self) -> None:
        """Write the file now."""
        self._file.sync()
