"""What opening a vault noticed, in words: what happened, what is safe, what to do next. Names nobody.

The codes come from `store/vault.py` and `store/verify.py`; whatever is not named here is damage of the journal.
"""

from typing import Final, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


class Noticed(NamedTuple):
    """One finding as it is said on the screen."""

    happened: str
    is_safe: str
    next_step: str


def _words(happened: object, is_safe: object, next_step: object) -> Noticed:
    """Keep three sentences; the marks for the translator are typed as objects."""
    return Noticed(str(happened), str(is_safe), str(next_step))


_TEXTS: Final[dict[str, Noticed]] = {
    "rollback": _words(
        QT_TRANSLATE_NOOP("findings", "The vault is older than when it was last closed; pieces may be missing."),
        QT_TRANSLATE_NOOP("findings", "You can go on working: what you save now is kept apart and is safe."),
        QT_TRANSLATE_NOOP("findings", "Ask the administrator whether an old copy of the folder was put back."),
    ),
    "disk-full": _words(
        QT_TRANSLATE_NOOP("findings", "The disk is full; nothing can be saved now."),
        QT_TRANSLATE_NOOP("findings", "Everything that was saved is safe, and you can read all of it."),
        QT_TRANSLATE_NOOP("findings", "Make room on the disk, then lock and unlock."),
    ),
    "head-unreadable": _words(
        QT_TRANSLATE_NOOP("findings", "The file that watches whether the vault is complete was damaged."),
        QT_TRANSLATE_NOOP("findings", "It has been made anew, and you can go on working."),
        QT_TRANSLATE_NOOP("findings", "Ask the administrator to have the vault checked."),
    ),
    "backup-failed": _words(
        QT_TRANSLATE_NOOP("findings", "The automatic backup did not succeed."),
        QT_TRANSLATE_NOOP("findings", "Everything that you save is safe on this laptop."),
        QT_TRANSLATE_NOOP("findings", "See whether the disk or the stick is full; Baken tries again by itself."),
    ),
    "inbox-unreadable": _words(
        QT_TRANSLATE_NOOP("findings", "Something lies among the notes from the lock screen that cannot be read."),
        QT_TRANSLATE_NOOP("findings", "It was left where it is; every note that can be read has come in."),
        QT_TRANSLATE_NOOP("findings", "Ask the administrator who put something into the folder inbox of the vault."),
    ),
    "public-differs": _words(
        QT_TRANSLATE_NOOP("findings", "The folder of the vault held the card of another site."),
        QT_TRANSLATE_NOOP("findings", "The card has been replaced; the pieces were not touched."),
        QT_TRANSLATE_NOOP("findings", "Ask the administrator who changed the folder."),
    ),
}
_DAMAGED: Final = _words(
    QT_TRANSLATE_NOOP("findings", "A part of the vault is damaged."),
    QT_TRANSLATE_NOOP("findings", "What can be read stays readable, and what you save now is safe."),
    QT_TRANSLATE_NOOP("findings", "Keep the folder as it is, and ask the administrator for the backup."),
)


def known_findings() -> frozenset[str]:
    """Give every code that has words of its own."""
    return frozenset(_TEXTS)


def say_finding(code: str) -> Noticed:
    """Give the words for a finding in the language of now."""
    return Noticed(*(QCoreApplication.translate("findings", each) for each in _TEXTS.get(code, _DAMAGED)))
