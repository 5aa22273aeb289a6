"""The window's entrance: one QApplication, its look and language, and the first screen."""

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from baken.work.paths import Paths

from . import fonts, language, settings, theme
from .garbage import GarbageCollector
from .lifecycle import Lifecycle
from .relock import take_before


def run(paths: Paths) -> int:
    """Show the window and stay until it is closed; gives the exit status."""
    settings.redirect(paths.config)
    application = prepare(QApplication(sys.argv[:1]))
    kept = settings.Settings(paths.config)
    dress(kept)
    lifecycle = Lifecycle(paths, kept, take_before())
    install_hook(lifecycle.show_bug)
    lifecycle.start()
    return application.exec()


def install_hook(on_bug: Callable[[BaseException], None]) -> None:
    """Send every exception that nobody took to `on_bug`; interrupting with Ctrl+C still ends the programme."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        on_bug(error)

    sys.excepthook = hook


def prepare(application: QApplication) -> QApplication:
    """Give the application its name, style and fonts; from now on garbage is collected on its thread only."""
    GarbageCollector(application)
    application.setApplicationName("Baken")
    if application.style().name() != "fusion":  # setting it again costs 10 ms at start
        application.setStyle("Fusion")
    fonts.load_latin()
    return application


def dress(kept: settings.Settings) -> None:
    """Take the look and language last used; dark follows the system until somebody chooses."""
    dark = kept.is_dark
    if dark is None:
        dark = QGuiApplication.styleHints().colorScheme().name == "Dark"
    theme.apply(dark=dark, percent=kept.percent)
    language.use(kept.language)
