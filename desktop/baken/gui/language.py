"""Which language the window speaks, and the switch between them without a restart.

English is the language of the source; both translations are loaded from i18n/*.qm (English too, for its plural
forms). Qt's own words, as in its file dialog, come from Qt's translation. Main thread only.
"""

from typing import Final, Literal, get_args

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from . import theme
from .shipped import translation_folder

Language = Literal["nl", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
DEFAULT: Final[Language] = "nl"


class _State:
    """The one language of this process."""

    language: Language = DEFAULT
    translators: tuple[QTranslator, ...] = ()


def current() -> Language:
    """Give the language in use."""
    return _State.language


def forget() -> None:
    """Go back to the language of the source."""
    for old in _State.translators:
        QCoreApplication.removeTranslator(old)
    _State.translators = ()
    _State.language = DEFAULT


def use(language: Language) -> None:
    """Switch the whole application and call `retranslate()` on every widget that has one."""
    forget()
    translator = QTranslator()
    if not translator.load(str(translation_folder() / f"baken_{language}.qm")):
        raise FileNotFoundError(f"baken_{language}.qm")
    words_of_qt = QTranslator()  # empty for English, the language of Qt's source
    words_of_qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for each in (words_of_qt, translator):  # the last one installed is asked first
        QCoreApplication.installTranslator(each)
    QLocale.setDefault(QLocale(f"{language}_NL"))
    _State.language, _State.translators = language, (words_of_qt, translator)
    theme.retranslate_all()
