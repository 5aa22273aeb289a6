"""What stands in a form's sections, as plain text by the names that its definition uses; knows no layout."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of a table: a head at the left, what it says, and a muted line below."""

    head: str
    body: str
    meta: str = ""


@dataclass(frozen=True, kw_only=True)
class Quote:
    """Somebody's words: as written down, as spoken in their own script, and a muted line below."""

    text: str
    original: str = ""
    meta: str = ""


@dataclass(frozen=True, kw_only=True)
class Content:
    """Values by name. A missing or empty one is a line to write on, unless a note stands in its section.

    `notes` are a muted line at the end of a section, which says that not all of it is there.
    """

    fields: dict[str, str] = field(default_factory=dict)
    groups: dict[str, tuple[dict[str, str], ...]] = field(default_factory=dict)
    entries: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    quotes: dict[str, tuple[Quote, ...]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What stands around the form on every page."""

    sender: str
    recipient: str
    made: str
    reference: str
    copy_number: str
    note: str
    is_practice: bool
