"""People of a vault in words: what they do, and until when."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QCoreApplication

from baken.model.clock import local_time
from baken.model.codes import Capability

from . import labels, language
from .said import now
from .text import format_date

GIVEN: Final = (
    Capability.MENTOR,
    Capability.SAFEGUARDING_LEAD,
    Capability.ADMIN,
    Capability.AUDITOR,
    Capability.REGISTRY_ANALYST,
    Capability.SHIFT,
)
"""The roles that can be given, in the order in which they are shown. Source: security.md, "People"."""


def roles(capabilities: Collection[str]) -> str:
    """Give the words for somebody's roles, with a dot in between."""
    return " · ".join(labels.capability(each) for each in (*GIVEN, Capability.ERASE) if each in capabilities)


def last_day(valid_until_ms: int | None) -> str:
    """Say until when an account counts; empty for one without an end."""
    if valid_until_ms is None:
        return ""
    day = local_time(valid_until_ms - 1).date()  # it ends with the day before that moment
    words = QCoreApplication.translate("people", "until the end of {day}")
    return words.format(day=format_date(day, language.current(), today=now().date()))


def has_passed(valid_until_ms: int | None) -> bool:
    """Say whether an account has ended."""
    return valid_until_ms is not None and now() >= local_time(valid_until_ms)


def what_for(role: Capability) -> str:
    """Say in one line what a role may do. Source: security.md, "Compartments are need-to-know"."""
    lines = {
        Capability.MENTOR: QCoreApplication.translate("people", "Records pieces and reads what is for the team."),
        Capability.SAFEGUARDING_LEAD: QCoreApplication.translate(
            "people", "Reads also what is kept to the lead; makes signals, passes on and exchanges."
        ),
        Capability.ADMIN: QCoreApplication.translate(
            "people", "Gives people accounts and takes them away; reads what is for the team."
        ),
        Capability.AUDITOR: QCoreApplication.translate(
            "people", "Reads what was passed on and decided; no pieces, cards or signals."
        ),
        Capability.REGISTRY_ANALYST: QCoreApplication.translate(
            "people", "Works at the desk of a registry, that receives bundles."
        ),
        Capability.SHIFT: QCoreApplication.translate(
            "people", "For somebody who stands in: ends by itself after the last day, with no other role."
        ),
    }
    return lines[role]
