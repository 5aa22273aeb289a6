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
