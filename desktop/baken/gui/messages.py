"""What each failure of the world is called, and what to do next.

Below the window failures are codes. Here every code has one plain sentence and a next step, in the language in
use; a test holds the table total over every code in the tree. A sentence says what is safe and names nobody.
"""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from baken.errors import UserError

from .message_pair import Pair, pair
from .messages_attached import ATTACHED
from .messages_exchange import EXCHANGE
from .messages_locked import LOCKED
from .messages_people import PEOPLE
from .text import isolate

_FIELD: Final[Pair] = pair(
    QT_TRANSLATE_NOOP("messages", "Something in this form is not right yet."),
    QT_TRANSLATE_NOOP("messages", "Look through the fields; what you typed is still there."),
)
_NEWER: Final[Pair] = pair(
    QT_TRANSLATE_NOOP("messages", "This was made with a newer Baken."),
    QT_TRANSLATE_NOOP("messages", "Nothing was changed. Update Baken, then try again."),
)
_VAULT: Final[Pair] = pair(
    QT_TRANSLATE_NOOP("messages", "The vault cannot be read."),
    QT_TRANSLATE_NOOP("messages", "Nothing was changed. Keep the folder and ask the administrator for the backup."),
)
_GONE: Final[Pair] = pair(
    QT_TRANSLATE_NOOP("messages", "This is no longer there."),
    QT_TRANSLATE_NOOP("messages", "Go back and look again; it may have been changed by a colleague."),
)
_DISK: Final[Pair] = pair(
    QT_TRANSLATE_NOOP("messages", "The disk does not answer as it should."),
    QT_TRANSLATE_NOOP("messages", "What was saved before is safe. Save again; if it stays so, call the administrator."),
)
_ACCOUNT: Final[Pair] = pair(
    QT_TRANSLATE_NOOP("messages", "Your account may not do this here."),
    QT_TRANSLATE_NOOP("messages", "Ask the administrator of your site."),
)
_WHEN: Final[Pair] = pair(
    QT_TRANSLATE_NOOP("messages", "The moment is not clear."),
    QT_TRANSLATE_NOOP("messages", "Write it like: yesterday 23:40, 13 Nov, or 2h ago."),
)
_UNKNOWN: Final[Pair] = pair(
    QT_TRANSLATE_NOOP("messages", "That did not work."),
    QT_TRANSLATE_NOOP("messages", "What was saved is safe. Try once more; if it stays so, call the administrator."),
)

_TEXTS: Final[dict[str, Pair]] = {
    "wrong-name-or-passphrase": pair(
        QT_TRANSLATE_NOOP("messages", "Name or passphrase is not right."),
        QT_TRANSLATE_NOOP("messages", "Try again. It takes a little longer each time; you are never locked out."),
    ),
    "wait": pair(
        QT_TRANSLATE_NOOP("messages", "Wait {seconds} seconds before the next try."),
        QT_TRANSLATE_NOOP("messages", "This keeps others from guessing. Nothing is lost."),
    ),
    "already-open": pair(
        QT_TRANSLATE_NOOP("messages", "Baken is already open on this laptop."),
        QT_TRANSLATE_NOOP("messages", "Use the window that is open, or close it first."),
    ),
    "no-vault": pair(
        QT_TRANSLATE_NOOP("messages", "There is no vault in this folder."),
        QT_TRANSLATE_NOOP("messages", "Choose another folder, or make a new vault."),
    ),
    "journal-missing": pair(
        QT_TRANSLATE_NOOP("messages", "The journal of this vault is missing."),
        QT_TRANSLATE_NOOP("messages", "Nothing new was made. Put the file back, or ask for the backup."),
    ),
    "folder-unreadable": pair(
        QT_TRANSLATE_NOOP("messages", "This account may not read the folder of the vault."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Use the account that made the vault, or ask for help."),
    ),
    "view-needs-room": pair(
        QT_TRANSLATE_NOOP("messages", "The disk is full, and Baken needs room to show this vault."),
        QT_TRANSLATE_NOOP("messages", "What was saved is safe. Free {mib} MiB, then unlock again."),
    ),
    "gender-unknown": pair(
        QT_TRANSLATE_NOOP("messages", "Baken does not know this gender."),
        QT_TRANSLATE_NOOP("messages", "Choose m, v or x, or leave it empty."),
    ),
    "backup-missing": pair(
        QT_TRANSLATE_NOOP("messages", "There is no backup in this folder."),
        QT_TRANSLATE_NOOP("messages", "Nothing was made. Choose the folder of a backup, or the one they lie in."),
    ),
    "backup-damaged": pair(
        QT_TRANSLATE_NOOP("messages", "This backup is damaged or incomplete."),
        QT_TRANSLATE_NOOP("messages", "Nothing was made. Choose an older one, or one on a stick."),
    ),
    "backup-newer": pair(
        QT_TRANSLATE_NOOP("messages", "This backup was made with a newer Baken."),
        QT_TRANSLATE_NOOP("messages", "Nothing was made. Update Baken, then try again."),
    ),
    "no-vault-chosen": pair(
        QT_TRANSLATE_NOOP("messages", "No vault was chosen yet."),
        QT_TRANSLATE_NOOP("messages", "Make a new vault, or open the practice vault."),
    ),
    "vault-newer": _NEWER,
    "vault-unreadable": _VAULT,
    "slots-unreadable": _VAULT,
    "slots-full": pair(
        QT_TRANSLATE_NOOP("messages", "This vault has as many users as it can hold."),
        QT_TRANSLATE_NOOP("messages", "Remove a user first."),
    ),
    "no-certificate": _ACCOUNT,
    "not-a-member": _ACCOUNT,
    "not-admin": _ACCOUNT,
    "not-practice": pair(
        QT_TRANSLATE_NOOP("messages", "This works in a practice vault only."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed."),
    ),
    "vault-exists": pair(
        QT_TRANSLATE_NOOP("messages", "There is a vault in this folder already."),
        QT_TRANSLATE_NOOP("messages", "Open that vault, or choose a new folder. Nothing was written."),
    ),
    "vault-linked": pair(
        QT_TRANSLATE_NOOP("messages", "The folder of this vault holds a link to another place."),
        QT_TRANSLATE_NOOP("messages", "Baken does not write outside the vault. Call the administrator."),
    ),
    "folder-not-empty": pair(
        QT_TRANSLATE_NOOP("messages", "This folder is not empty."),
        QT_TRANSLATE_NOOP("messages", "Choose a new folder; nothing was written."),
    ),
    "folder-read-only": pair(
        QT_TRANSLATE_NOOP("messages", "Baken may not write in this folder."),
        QT_TRANSLATE_NOOP("messages", "What you typed is still on the screen. Call the administrator."),
    ),
    "folder-gone": pair(
        QT_TRANSLATE_NOOP("messages", "The folder is no longer there."),
        QT_TRANSLATE_NOOP("messages", "What you typed is still on the screen. Connect the disk again, then save."),
    ),
    "disk-full": pair(
        QT_TRANSLATE_NOOP("messages", "The disk is full."),
        QT_TRANSLATE_NOOP("messages", "What you typed is still on the screen. Make room, then save again."),
    ),
    "disk-failed": _DISK,
    "draft-too-large": pair(
        QT_TRANSLATE_NOOP("messages", "This draft is too long to keep."),
        QT_TRANSLATE_NOOP("messages", "Save it as two pieces."),
    ),
    "draft-unreadable": pair(
        QT_TRANSLATE_NOOP("messages", "A draft cannot be read."),
        QT_TRANSLATE_NOOP("messages", "It stays where it is; nothing was deleted. Tell the administrator."),
    ),
    "no-draft": _GONE,
    "not-found": _GONE,
    "name-empty": pair(
        QT_TRANSLATE_NOOP("messages", "A name is needed."),
        QT_TRANSLATE_NOOP("messages", "Type a name and go on."),
    ),
    "name-taken": pair(
        QT_TRANSLATE_NOOP("messages", "Somebody with this name is already there."),
        QT_TRANSLATE_NOOP("messages", "Add a letter or the surname."),
    ),
    "passphrase-empty": pair(
        QT_TRANSLATE_NOOP("messages", "A passphrase is needed."),
        QT_TRANSLATE_NOOP("messages", "Think of a sentence of four words or more."),
    ),
    "practice-site-unknown": _FIELD,
    "text-missing": pair(
        QT_TRANSLATE_NOOP("messages", "Write what you saw or heard."),
        QT_TRANSLATE_NOOP("messages", "That is the only field that is needed."),
    ),
    "text-too-long": pair(
        QT_TRANSLATE_NOOP("messages", "A text is longer than Baken can keep in one piece."),
        QT_TRANSLATE_NOOP("messages", "Divide it over two pieces; what you typed is still there."),
    ),
    "text-unreadable": _FIELD,
    "too-many": _FIELD,
    "id-invalid": _FIELD,
    "date-invalid": _WHEN,
    "field-unknown": _FIELD,
    "command-unknown": _UNKNOWN,
    "name-missing": pair(
        QT_TRANSLATE_NOOP("messages", "A name or an alias is needed."),
        QT_TRANSLATE_NOOP("messages", "An alias is enough; everything else may stay open."),
    ),
    "v-number-invalid": pair(
        QT_TRANSLATE_NOOP("messages", "A V-number has ten digits."),
        QT_TRANSLATE_NOOP("messages", "Correct it, or leave it empty."),
    ),
    "why-missing": pair(
        QT_TRANSLATE_NOOP("messages", "Say in a few words why."),
        QT_TRANSLATE_NOOP("messages", "The reason stays beside the old version."),
    ),
    "nothing-changed": pair(
        QT_TRANSLATE_NOOP("messages", "Nothing was changed, so nothing was saved."),
        QT_TRANSLATE_NOOP("messages", "Change something, or go back."),
    ),
    "signal-without-pieces": pair(
        QT_TRANSLATE_NOOP("messages", "A signal rests on at least one piece."),
        QT_TRANSLATE_NOOP("messages", "Tick a piece at the left."),
    ),
    "recipient-missing": pair(
        QT_TRANSLATE_NOOP("messages", "Choose who it is for."),
        QT_TRANSLATE_NOOP("messages", "Nothing was made yet."),
    ),
    "when-not-understood": _WHEN,
    "when-ambiguous": pair(
        QT_TRANSLATE_NOOP("messages", "Morning or evening?"),
        QT_TRANSLATE_NOOP("messages", "Write it like 07:30 or 19:30."),
    ),
    "when-in-future": pair(
        QT_TRANSLATE_NOOP("messages", "This moment has yet to come."),
        QT_TRANSLATE_NOOP("messages", "A piece is about what was; choose an earlier moment."),
    ),
    "when-weekday-differs": pair(
        QT_TRANSLATE_NOOP("messages", "That date was another day of the week."),
        QT_TRANSLATE_NOOP("messages", "Correct the day or the date."),
    ),
    "needs-newer-baken": _NEWER,
    "file-missing": pair(
        QT_TRANSLATE_NOOP("messages", "The file is no longer there."),
        QT_TRANSLATE_NOOP("messages", "Choose it again; a stick may have been taken out."),
    ),
    "file-exists": pair(
        QT_TRANSLATE_NOOP("messages", "There is already a file with this name."),
        QT_TRANSLATE_NOOP("messages", "Choose another name; nothing was written."),
    ),
    "form-unknown": _UNKNOWN,
    "not-lead": pair(
        QT_TRANSLATE_NOOP("messages", "Only the safeguarding lead can do this."),
        QT_TRANSLATE_NOOP("messages", "Tell the lead what you saw; your pieces are already there."),
    ),
    **ATTACHED,
    **EXCHANGE,
    **LOCKED,
    **PEOPLE,
}


def known_codes() -> frozenset[str]:
    """Give every code that has a sentence of its own."""
    return frozenset(_TEXTS)


def explain(error: UserError) -> tuple[str, str]:
    """Give the sentence and the next step for a failure."""
    sentence, next_step = _TEXTS.get(error.code, _UNKNOWN)
    numbers = {name: isolate(str(value)) for name, value in error.params.items()}
    return (
        QCoreApplication.translate("messages", sentence).format(**numbers),
        QCoreApplication.translate("messages", next_step).format(**numbers),
    )
