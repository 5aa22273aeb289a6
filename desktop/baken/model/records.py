"""The records of the journal: what an entry's body holds, per kind and version.

Bodies are JSON in the sealed part of an entry. Kind names are never reused; a released (kind, version) is never
changed, only upcast when read. Text is kept as it was typed.
"""

from typing import Annotated

import msgspec

from .codes import Basis, Danger, EntityType, Kind, Precision, SignalState, Source
from .ids import EntityId, EntryId, IndicatorId, SiteId


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Base of every body; unknown fields of a known version are refused."""


class When(Record, frozen=True, kw_only=True):
    """A moment as well as it is known: `start` is ISO 8601 local time, cut to `precision`; `end` closes a span."""

    start: str
    precision: Precision = Precision.MINUTE
    end: str | None = None
    typed: str = ""  # what the author typed, kept when it was not a plain time


class Entity(Record, frozen=True, kw_only=True):
    """A phone number, plate, account, address, vehicle or person that a piece names, as read or heard."""

    type: EntityType
    value: str
    note: str = ""


class IndicatorTag(Record, frozen=True, kw_only=True):
    """An indicator that a person chose, with the list's version and the wording as shown then."""

    id: IndicatorId
    list_version: str
    label: str


class Dossier(Record, frozen=True, kw_only=True):
    """A youth. kind `dossier`, version 1; an entity whose changes carry the changed fields only.

    `v_number` is text of ten digits or empty. Source: netherlands.md, section 2. `born` is cut to `born_precision`.
    """

    alias: str = ""
    name: str = ""
    name_native: str = ""
    script: str = ""
    gender: str = ""
    born: str = ""
    born_precision: Precision = Precision.DAY
    language: str = ""
    v_number: str = ""
    room: str = ""
    guardian: str = ""
    mentor: str = ""
    arrival: str = ""


class Placement(Record, frozen=True, kw_only=True):
    """Where a youth stayed, kind `placement`, version 1."""

    site: str
    start: str
    end: str | None = None
    note: str = ""


class RouteEvent(Record, frozen=True, kw_only=True):
    """Something on the way to the Netherlands, kind `route`, version 1; apart from here and now."""

    place: str
    when: When
    what: str
    source: Source = Source.UNKNOWN


ATTACHMENTS_MAX = 20  # of one piece
_Hex16 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]
_Hex32 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
# No path, nothing that cannot be seen, nothing that turns the reading direction of what follows.
_Title = Annotated[
    str,
    msgspec.Meta(
        pattern=r"^[^/\\\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]+\Z", min_length=1, max_length=120
    ),
]


class Attachment(Record, frozen=True, kw_only=True):
    """A photo, PDF or sound that belongs to a piece, in a sealed file of its own.

    id: the sealed file's name; sha256: of the sealed file; key: what opens it (32 bytes, hexadecimal); size_bytes: of
    the content; title: the name that its file had, without a path; shows: what it shows, in the author's words.
    """

    id: _Hex16
    sha256: _Hex32
    size_bytes: Annotated[int, msgspec.Meta(ge=1, le=32 << 20)]
    media_type: Annotated[str, msgspec.Meta(pattern=r"^[a-z]+/[a-z0-9.+-]+\Z", max_length=64)]
    key: _Hex32
    title: _Title
    shows: str = ""

    def __repr__(self) -> str:
        """Leave the key out of whatever somebody prints."""
        return f"Attachment({self.id})"


class Captured(Record, frozen=True, kw_only=True):
    """A piece that was written while the vault was locked: the initials that were claimed, and when, local ISO time."""

    initials: str
    recorded: str


class Observation(Record, frozen=True, kw_only=True):
    """A piece, kind `observation`, version 1: three strands that stay apart. Never edited.

    text: what was seen or heard; quote: the youth's own words; meaning: what the author thinks.
    """

    text: str
    quote: str = ""
    quote_original: str = ""  # the same words as spoken, in their own script
    quote_note: str = ""  # language and who translated
    meaning: str = ""
    kind: Kind | None = None
    source: Source = Source.SEEN_MYSELF
    source_note: str = ""  # heard from whom, by role
    when: When
    place: str = ""
    entities: tuple[Entity, ...] = ()
    indicators: tuple[IndicatorTag, ...] = ()
    protect_source: bool = False
    attachments: Annotated[tuple[Attachment, ...], msgspec.Meta(max_length=ATTACHMENTS_MAX)] = ()
    captured: Captured | None = None  # its author is who unlocked next, and did not write it


class Correction(Record, frozen=True, kw_only=True):
    """Kind `correction`, version 1, same entity as the piece: the piece as it should read, and why."""

    corrects: EntryId
    why: str
    observation: Observation


class Withdrawal(Record, frozen=True, kw_only=True):
    """Kind `withdrawal`, version 1, same entity as the piece: it stays visible, marked, with the reason."""

    withdraws: EntryId
    why: str


class Confirmation(Record, frozen=True, kw_only=True):
    """Kind `confirmation`, version 1, same entity as the piece: its author wrote it, while the vault was locked."""

    confirms: EntryId


class SignalIndicator(Record, frozen=True, kw_only=True):
    """An indicator in a signal and the pieces that it rests on."""

    tag: IndicatorTag
    pieces: tuple[EntityId, ...] = ()


class Signal(Record, frozen=True, kw_only=True):
    """A human argument that refers to pieces. Kind `signal`, version 1; changes carry the changed fields only.

    `other_explanation_unknown` and `unknown_unknown` are the full answers "weet ik niet".
    """

    observations: tuple[EntityId, ...] = ()
    facts: str = ""
    other_explanation: str = ""
    other_explanation_unknown: bool = False
    unknown: str = ""
    unknown_unknown: bool = False
    danger: Danger | None = None
    indicators: tuple[SignalIndicator, ...] = ()
    forms: tuple[str, ...] = ()
    state: SignalState = SignalState.CONCEPT
    decision: str = ""
    place: str = ""


class Resolution(Record, frozen=True, kw_only=True):
    """Kind `resolution`, version 1: names every competing head of one field of one entity and settles its value."""

    field: str
    heads: tuple[EntryId, ...]
    value: msgspec.Raw


class Disclosure(Record, frozen=True, kw_only=True):
    """Kind `disclosure`, version 1: what went to whom, on which basis, on paper or in a bundle."""

    form: str  # F1 … F8, or "bundle"
    recipient: str
    basis: Basis | None
    basis_note: str = ""
    told: str = ""  # what the youth or guardian was told
    purpose: str = ""
    language: str = "nl"
    copy_number: str = ""
    sha256: str = ""  # of the PDF or bundle file
    pieces: tuple[EntityId, ...] = ()
    signal: EntityId | None = None
    made: str = ""  # local ISO date or time
    feedback_due: str = ""


class Feedback(Record, frozen=True, kw_only=True):
    """Kind `feedback`, version 1: what came back on a disclosure (entity = the disclosure's)."""

    disclosure: EntityId
    text: str
    received: str = ""


class MissingStep(Record, frozen=True, kw_only=True):
    """One step taken in a disappearance."""

    at: str
    by: str
    what: str


class MissingReturn(Record, frozen=True, kw_only=True):
    """How a youth came back or was found."""

    at: str
    how: str
    received_by: str = ""
    condition: str = ""
    police_informed: str = ""
    medical: str = ""
    talk: str = ""
    plan: str = ""


class MissingEpisode(Record, frozen=True, kw_only=True):
    """A disappearance, kind `missing`, version 1, about one or several youths."""

    last_seen: str
    last_seen_place: str = ""
    last_seen_by: str = ""
    noticed: str = ""
    circumstances: str = ""
    clothing: str = ""
    taken: str = ""
    left_behind: str = ""
    urgency: str = ""
    police_reference: str = ""
    steps: tuple[MissingStep, ...] = ()
    returned: MissingReturn | None = None


class SiteTrust(Record, frozen=True, kw_only=True):
    """Kind `site-trust`, version 1: a person added a foreign site's card and confirmed its fingerprint."""

    site: SiteId
    card: str  # base64 of the card's bytes
    fingerprint: str
    confirmed_how: str = ""


class ImportRecord(Record, frozen=True, kw_only=True):
    """Kind `import`, version 1: a bundle came in; counts only."""

    bundle: str
    site: SiteId
    new: int
    known: int
    conflicts: int = 0


BODIES: dict[tuple[str, int], type[Record]] = {
    ("dossier", 1): Dossier,
    ("placement", 1): Placement,
    ("route", 1): RouteEvent,
    ("observation", 1): Observation,
    ("correction", 1): Correction,
    ("withdrawal", 1): Withdrawal,
    ("confirmation", 1): Confirmation,
    ("signal", 1): Signal,
    ("resolution", 1): Resolution,
    ("disclosure", 1): Disclosure,
    ("feedback", 1): Feedback,
    ("missing", 1): MissingEpisode,
    ("site-trust", 1): SiteTrust,
    ("import", 1): ImportRecord,
}
"""Every (kind, version) of readable content and its body; trust kinds (writer, certificate, key-share) are in store."""
