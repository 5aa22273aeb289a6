"""The word that people see for each stored code, in the language in use.

Codes are stable and stored; words are not. "Jongere", never "illegaal"; no label reveals an offence.
Source: netherlands.md, glossary; interface.md, "Words".
"""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from baken.model.codes import (
    Basis,
    Capability,
    Danger,
    Delivery,
    Dimension,
    EntityType,
    Kind,
    SignalState,
    Source,
    Strength,
)


def kind(code: Kind) -> str:
    """Give the word for what a piece is about."""
    match code:
        case Kind.GEDRAG:
            return QCoreApplication.translate("labels", "behaviour")
        case Kind.CONTACT:
            return QCoreApplication.translate("labels", "contact")
        case Kind.SPULLEN_GELD:
            return QCoreApplication.translate("labels", "things or money")
        case Kind.AFWEZIGHEID:
            return QCoreApplication.translate("labels", "absence")
        case Kind.UITSPRAAK:
            return QCoreApplication.translate("labels", "statement")
        case Kind.GEZONDHEID:
            return QCoreApplication.translate("labels", "health")
        case Kind.INCIDENT:
            return QCoreApplication.translate("labels", "incident")
        case Kind.PLAATS:
            return QCoreApplication.translate("labels", "place")
        case Kind.ROUTE:
            return QCoreApplication.translate("labels", "route")
        case _:
            assert_never(code)


def kind_icon(code: Kind | None) -> str:
    """Give the icon that stands beside the word of a kind."""
    match code:
        case None:
            return "eye"
        case Kind.GEDRAG:
            return "smile"
        case Kind.CONTACT:
            return "message-circle"
        case Kind.SPULLEN_GELD:
            return "gift"
        case Kind.AFWEZIGHEID:
            return "clock"
        case Kind.UITSPRAAK:
            return "quote"
        case Kind.GEZONDHEID:
            return "heart-pulse"
        case Kind.INCIDENT:
            return "zap"
        case Kind.PLAATS:
            return "map-pin"
        case Kind.ROUTE:
            return "route"
        case _:
            assert_never(code)


def source(code: Source) -> str:
    """Give the words for how the author knows."""
    match code:
        case Source.SEEN_MYSELF:
            return QCoreApplication.translate("labels", "seen myself")
        case Source.HEARD_FROM_YOUTH:
            return QCoreApplication.translate("labels", "heard from the youth")
        case Source.HEARD_FROM_OTHER:
            return QCoreApplication.translate("labels", "heard from somebody else")
        case Source.DOCUMENT:
            return QCoreApplication.translate("labels", "from a document")
        case Source.UNKNOWN:
            return QCoreApplication.translate("labels", "source unknown")
        case _:
            assert_never(code)


def source_icon(code: Source) -> str:
    """Give the icon that stands beside the words of a source."""
    match code:
        case Source.SEEN_MYSELF:
            return "eye"
        case Source.HEARD_FROM_YOUTH | Source.HEARD_FROM_OTHER:
            return "ear"
        case Source.DOCUMENT:
            return "file-text"
        case Source.UNKNOWN:
            return "circle-question-mark"
        case _:
            assert_never(code)


def basis(code: Basis) -> str:
    """Give the words for a legal basis."""
    match code:
        case Basis.CONSENT:
            return QCoreApplication.translate("labels", "consent")
        case Basis.LEGAL_DUTY:
            return QCoreApplication.translate("labels", "legal duty")
        case Basis.LEGAL_TASK:
            return QCoreApplication.translate("labels", "task in the law")
        case Basis.VITAL_INTEREST:
            return QCoreApplication.translate("labels", "vital interest")
        case _:
            assert_never(code)


def signal_state(code: SignalState) -> str:
    """Give the words for where a signal stands."""
    match code:
        case SignalState.CONCEPT:
            return QCoreApplication.translate("labels", "concept")
        case SignalState.PASSED_ON:
            return QCoreApplication.translate("labels", "passed on")
        case SignalState.FOLLOWED:
            return QCoreApplication.translate("labels", "being followed")
        case SignalState.NOT_PASSED_ON:
            return QCoreApplication.translate("labels", "not passed on")
        case SignalState.CLOSED:
            return QCoreApplication.translate("labels", "closed")
        case _:
            assert_never(code)


def form(code: str) -> str:
    """Give the full name of a form or bundle; a code of a newer Baken is given as it is.

    Source: netherlands.md, section 7.
    """
    names = {
        "F1": QCoreApplication.translate("labels", "Registration"),
        "F2": QCoreApplication.translate("labels", "Report form"),
        "F3": QCoreApplication.translate("labels", "Referral"),
        "F4": QCoreApplication.translate("labels", "Missing from an institution"),
        "F5": QCoreApplication.translate("labels", "Notice of departure"),
        "F6": QCoreApplication.translate("labels", "Trafficking signal"),
        "F7": QCoreApplication.translate("labels", "Indication for protected reception"),
        "F8": QCoreApplication.translate("labels", "Handover at a move"),
        "bundle": QCoreApplication.translate("labels", "Bundle"),
    }
    return names.get(code, code)


def danger(code: Danger) -> str:
    """Give the answer to "is there danger now?"."""
    match code:
        case Danger.NO:
            return QCoreApplication.translate("labels", "no")
        case Danger.YES:
            return QCoreApplication.translate("labels", "yes, call first")
        case Danger.UNKNOWN:
            return QCoreApplication.translate("labels", "I don't know")
        case _:
            assert_never(code)


def dimension(code: Dimension) -> str:
    """Give the word for what an indicator speaks of."""
    match code:
        case Dimension.ACT:
            return QCoreApplication.translate("labels", "Act")
        case Dimension.MEANS:
            return QCoreApplication.translate("labels", "Means")
        case Dimension.PURPOSE:
            return QCoreApplication.translate("labels", "Purpose")
        case Dimension.VULNERABILITY:
            return QCoreApplication.translate("labels", "Vulnerability")
        case Dimension.DISAPPEARANCE_RISK:
            return QCoreApplication.translate("labels", "Chance of disappearing")
        case Dimension.DISTRESS:
            return QCoreApplication.translate("labels", "Signs of harm, apart")
        case _:
            assert_never(code)


def strength(code: Strength) -> str:
    """Give the grade that the source gives."""
    match code:
        case Strength.STRONG:
            return QCoreApplication.translate("labels", "strong, says the source")
        case Strength.MEDIUM:
            return QCoreApplication.translate("labels", "medium, says the source")
        case Strength.UNGRADED:
            return QCoreApplication.translate("labels", "not graded by the source")
        case _:
            assert_never(code)


def delivery(code: Delivery) -> str:
    """Give the words for how far a bundle got."""
    match code:
        case Delivery.WAITING:
            return QCoreApplication.translate("labels", "waiting to be sent")
        case Delivery.HANDED_OVER:
            return QCoreApplication.translate("labels", "handed over as a file")
        case Delivery.AT_REGISTRY:
            return QCoreApplication.translate("labels", "at the registry")
        case Delivery.RECEIVED:
            return QCoreApplication.translate("labels", "received")
        case _:
            assert_never(code)


def capability(code: Capability) -> str:
    """Give the word for a role."""
    match code:
        case Capability.MENTOR:
            return QCoreApplication.translate("labels", "mentor")
        case Capability.SAFEGUARDING_LEAD:
            return QCoreApplication.translate("labels", "safeguarding lead")
        case Capability.ADMIN:
            return QCoreApplication.translate("labels", "administrator")
        case Capability.REGISTRY_ANALYST:
            return QCoreApplication.translate("labels", "registry analyst")
        case Capability.AUDITOR:
            return QCoreApplication.translate("labels", "auditor")
        case Capability.SHIFT:
            return QCoreApplication.translate("labels", "shift account")
        case Capability.ERASE:
            return QCoreApplication.translate("labels", "erasure")
        case _:
            assert_never(code)


def restricted() -> str:
    """Give the word for a piece that is not for the team."""
    return QCoreApplication.translate("labels", "only the safeguarding lead")


def entity(code: EntityType) -> str:
    """Give the word for a thing that a piece can name."""
    match code:
        case EntityType.PHONE:
            return QCoreApplication.translate("labels", "phone")
        case EntityType.PLATE:
            return QCoreApplication.translate("labels", "number plate")
        case EntityType.ACCOUNT:
            return QCoreApplication.translate("labels", "account")
        case EntityType.ADDRESS:
            return QCoreApplication.translate("labels", "address")
        case EntityType.VEHICLE:
            return QCoreApplication.translate("labels", "vehicle")
        case EntityType.PERSON:
            return QCoreApplication.translate("labels", "person")
        case _:
            assert_never(code)
