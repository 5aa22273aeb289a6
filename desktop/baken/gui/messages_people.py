"""What is said where somebody may not be added, removed or let in; part of the table in messages.py."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from .message_pair import Pair, pair

_ROLE: Final = pair(
    QT_TRANSLATE_NOOP("messages", "Choose a role that exists."),
    QT_TRANSLATE_NOOP("messages", "Choose at least one from the list."),
)
_END: Final = pair(
    QT_TRANSLATE_NOOP("messages", "This account needs a last day in the future."),
    QT_TRANSLATE_NOOP("messages", "Choose a date from today on; check the clock of the laptop too."),
)

PEOPLE: Final[dict[str, Pair]] = {
    "account-ended": pair(
        QT_TRANSLATE_NOOP("messages", "This account has ended."),
        QT_TRANSLATE_NOOP("messages", "Ask the administrator for a new one; nothing is lost."),
    ),
    "person-unknown": pair(
        QT_TRANSLATE_NOOP("messages", "This person has no account here."),
        QT_TRANSLATE_NOOP("messages", "Choose one from the list."),
    ),
    "own-account": pair(
        QT_TRANSLATE_NOOP("messages", "This is your own account."),
        QT_TRANSLATE_NOOP("messages", "Change your passphrase instead."),
    ),
    "own-removal": pair(
        QT_TRANSLATE_NOOP("messages", "You cannot remove yourself: you would know the new keys."),
        QT_TRANSLATE_NOOP("messages", "Ask another administrator."),
    ),
    "last-admin": pair(
        QT_TRANSLATE_NOOP("messages", "The last administrator cannot go: nobody could add anybody any more."),
        QT_TRANSLATE_NOOP("messages", "First make another administrator, who removes you."),
    ),
    "last-member": pair(
        QT_TRANSLATE_NOOP("messages", "When this person goes, nobody can read any more what is for this role alone."),
        QT_TRANSLATE_NOOP(
            "messages",
            "First give somebody else the same role and let them unlock once, or make a recovery sheet.",
        ),
    ),
    "secret-too-long": pair(
        QT_TRANSLATE_NOOP("messages", "This passphrase is too long."),
        QT_TRANSLATE_NOOP("messages", "Choose one of at most {limit} characters; a sentence of five words is strong."),
    ),
    "recovery-code-length": pair(
        QT_TRANSLATE_NOOP("messages", "A recovery code has {groups} groups of {letters} characters."),
        QT_TRANSLATE_NOOP("messages", "Copy all groups, with a space in between."),
    ),
    "recovery-group-wrong": pair(
        QT_TRANSLATE_NOOP("messages", "There is a mistake in group {group}."),
        QT_TRANSLATE_NOOP("messages", "Look at the sheet and type group {group} again; nothing was changed."),
    ),
    "recovery-code-unknown": pair(
        QT_TRANSLATE_NOOP("messages", "This code does not open this vault."),
        QT_TRANSLATE_NOOP("messages", "Check that the sheet is of this vault and the newest one; nothing was changed."),
    ),
    "recover-not-admin": pair(
        QT_TRANSLATE_NOOP("messages", "There is no administrator of that name here."),
        QT_TRANSLATE_NOOP("messages", "A recovery sheet helps administrators only; they then help the others."),
    ),
    "role-missing": _ROLE,
    "role-unknown": _ROLE,
    "shift-alone": pair(
        QT_TRANSLATE_NOOP("messages", "A shift account has no other role."),
        QT_TRANSLATE_NOOP("messages", "Choose the shift account alone, or a permanent role."),
    ),
    "shift-without-end": _END,
    "end-invalid": _END,
    "end-passed": _END,
}
