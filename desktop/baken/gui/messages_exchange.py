"""What is said of bundles, sites and their cards, the stick and the registry; part of the table in messages.py."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from .message_pair import Pair, pair

_DAMAGED: Final = pair(
    QT_TRANSLATE_NOOP("messages", "This file is damaged or was changed on the way."),
    QT_TRANSLATE_NOOP("messages", "Nothing was taken in. Ask the sender to make it again."),
)
_NOT_OURS: Final = pair(
    QT_TRANSLATE_NOOP("messages", "This file is not from Baken, or of a kind that Baken does not read."),
    QT_TRANSLATE_NOOP("messages", "Nothing was taken in. Check that you chose the right file."),
)
_SENDER: Final = pair(
    QT_TRANSLATE_NOOP("messages", "The signatures in this file do not fit together."),
    QT_TRANSLATE_NOOP("messages", "Nothing was taken in. Call the site that should have sent it."),
)
_RECIPIENT: Final = pair(
    QT_TRANSLATE_NOOP("messages", "There is no one to seal this for."),
    QT_TRANSLATE_NOOP("messages", "Choose a site whose card you added and confirmed."),
)
_RECIPIENT_UNKNOWN: Final = pair(
    QT_TRANSLATE_NOOP("messages", "This recipient is not known here."),
    QT_TRANSLATE_NOOP("messages", "Choose one from the list."),
)
_REGISTRY: Final = pair(
    QT_TRANSLATE_NOOP("messages", "The registry gave an answer that cannot be trusted."),
    QT_TRANSLATE_NOOP("messages", "Nothing was taken in; everything still waits here. Tell the registry desk."),
)
_STICK: Final = pair(
    QT_TRANSLATE_NOOP("messages", "The files on the stick are damaged."),
    QT_TRANSLATE_NOOP("messages", "Nothing was taken in. Use another stick and ask for the bundle again."),
)
_ENDED: Final = pair(
    QT_TRANSLATE_NOOP("messages", "The key for that site has ended."),
    QT_TRANSLATE_NOOP("messages", "Ask the site for a new card."),
)

EXCHANGE: Final[dict[str, Pair]] = {
    "small-file-too-large": pair(
        QT_TRANSLATE_NOOP("messages", "This file is too large for a card or an answer of the registry."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed. Check that you chose the right file."),
    ),
    "fingerprint-differs": pair(
        QT_TRANSLATE_NOOP("messages", "The fingerprint is not the same."),
        QT_TRANSLATE_NOOP("messages", "Do not trust this card. Call the site on a number that you knew before."),
    ),
    "site-not-trusted": pair(
        QT_TRANSLATE_NOOP("messages", "This comes from a site whose card you have not confirmed."),
        QT_TRANSLATE_NOOP("messages", "Add its card, compare the fingerprint by phone, then try again."),
    ),
    "foreign-not-allowed": pair(
        QT_TRANSLATE_NOOP("messages", "This bundle holds something that only our own site may write."),
        QT_TRANSLATE_NOOP("messages", "Nothing was taken in. Call the sender, and tell the administrator."),
    ),
    "not-addressed-to-us": pair(
        QT_TRANSLATE_NOOP("messages", "This bundle is for another site."),
        QT_TRANSLATE_NOOP("messages", "Nothing was taken in. Give the file back."),
    ),
    "bundle-too-large": pair(
        QT_TRANSLATE_NOOP("messages", "This is too much for one bundle."),
        QT_TRANSLATE_NOOP("messages", "Choose fewer signals and make two."),
    ),
    "certificate-ended": _ENDED,
    "card-invalid": pair(
        QT_TRANSLATE_NOOP("messages", "This is not a valid card of a site."),
        QT_TRANSLATE_NOOP("messages", "Nothing was added. Ask the site to make its card again."),
    ),
    "card-own": pair(
        QT_TRANSLATE_NOOP("messages", "This is the card of your own site."),
        QT_TRANSLATE_NOOP("messages", "Nothing was added. Ask the other site for its card."),
    ),
    "card-older": pair(
        QT_TRANSLATE_NOOP("messages", "This card is older than the one you have of this site."),
        QT_TRANSLATE_NOOP("messages", "Nothing was changed; the newer card still counts."),
    ),
    "age-recipients": _RECIPIENT,
    "key-text-invalid": _RECIPIENT,
    "age-armor": _NOT_OURS,
    "age-header": _NOT_OURS,
    "age-passphrase": _NOT_OURS,
    "age-no-identity": pair(
        QT_TRANSLATE_NOOP("messages", "This file was not sealed for this site."),
        QT_TRANSLATE_NOOP("messages", "Nothing was taken in. Ask the sender for whom it was made."),
    ),
    "age-header-mac": _DAMAGED,
    "age-payload": _DAMAGED,
    "bundle-changed": _DAMAGED,
    "malformed": _DAMAGED,
    "too-large": _DAMAGED,
    "seal-broken": _DAMAGED,
    "sealed-part-differs": _DAMAGED,
    "wrong-content-key": _DAMAGED,
    "key-invalid": _DAMAGED,
    "chain-broken": _SENDER,
    "signature-invalid": _SENDER,
    "certificate-invalid": _SENDER,
    "certificate-other-site": _SENDER,
    "stick-bundle-differs": _STICK,
    "stick-damaged": _STICK,
    "stick-full": pair(
        QT_TRANSLATE_NOOP("messages", "The stick is full."),
        QT_TRANSLATE_NOOP("messages", "The bundle still waits here. Make room or use another stick."),
    ),
    "stick-gone": pair(
        QT_TRANSLATE_NOOP("messages", "The stick was taken out too early."),
        QT_TRANSLATE_NOOP("messages", "The bundle still waits here. Put the stick back and try again."),
    ),
    "stick-read-only": pair(
        QT_TRANSLATE_NOOP("messages", "The stick cannot be written."),
        QT_TRANSLATE_NOOP("messages", "The bundle still waits here. Use another stick."),
    ),
    "card-ended": _ENDED,
    "entry-differs": _DAMAGED,
    "sealed-part-missing": _DAMAGED,
    "not-a-bundle": _NOT_OURS,
    "bundle-damaged": pair(
        QT_TRANSLATE_NOOP("messages", "This file is damaged, or not all of it arrived."),
        QT_TRANSLATE_NOOP("messages", "Nothing was taken in. Copy it again, or ask the sender to make it again."),
    ),
    "recipient-unknown": _RECIPIENT_UNKNOWN,
    "site-unknown": _RECIPIENT_UNKNOWN,
    "nothing-to-export": pair(
        QT_TRANSLATE_NOOP("messages", "There is nothing to send."),
        QT_TRANSLATE_NOOP("messages", "Tick a signal first."),
    ),
    "practice-bundle": pair(
        QT_TRANSLATE_NOOP("messages", "This comes from a practice vault."),
        QT_TRANSLATE_NOOP("messages", "Nothing was taken in. Invented cases never go into a real vault."),
    ),
    "practice-card": pair(
        QT_TRANSLATE_NOOP("messages", "This card belongs to a practice vault."),
        QT_TRANSLATE_NOOP("messages", "This vault is real. Practice and real vaults never exchange."),
    ),
    "live-card": pair(
        QT_TRANSLATE_NOOP("messages", "This card belongs to a real vault."),
        QT_TRANSLATE_NOOP("messages", "This is a practice vault. Practice and real vaults never exchange."),
    ),
    "live-bundle": pair(
        QT_TRANSLATE_NOOP("messages", "This comes from a real vault."),
        QT_TRANSLATE_NOOP("messages", "Nothing was taken in. Real pieces never go into a practice vault."),
    ),
    "registry-not-enrolled": pair(
        QT_TRANSLATE_NOOP("messages", "This site is not enrolled at a registry."),
        QT_TRANSLATE_NOOP("messages", "Bundles go as files, on a stick. Ask the registry desk to enrol."),
    ),
    "registry-address": pair(
        QT_TRANSLATE_NOOP("messages", "The address of the registry is not right."),
        QT_TRANSLATE_NOOP("messages", "Ask the registry desk for a new enrolment file."),
    ),
    "registry-away": pair(
        QT_TRANSLATE_NOOP("messages", "The registry cannot be reached now."),
        QT_TRANSLATE_NOOP("messages", "Everything still waits here. Try again later."),
    ),
    "registry-clock": pair(
        QT_TRANSLATE_NOOP("messages", "The clock of this laptop is {minutes} minutes off."),
        QT_TRANSLATE_NOOP("messages", "Set the clock, then try again. Everything still waits here."),
    ),
    "registry-lies": _REGISTRY,
    "registry-refused": pair(
        QT_TRANSLATE_NOOP("messages", "The registry does not accept this laptop."),
        QT_TRANSLATE_NOOP("messages", "Everything still waits here. Call the registry desk."),
    ),
}
