"""What screens and the command line read of what was recorded: plain frozen answers of `Workspace` queries.

Times are ISO 8601 local text unless a name ends in `_ms` (UTC milliseconds). Names of people are as typed.
"""

import msgspec

from .codes import Basis, Danger, EntityType, Kind, Precision, SignalState, Source
from .excerpt import Asked
from .ids import EntityId, EntryId, PersonId, SiteId
from .records import Attachment, Entity, IndicatorTag, MissingEpisode, SignalIndicator, When


class Answer(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Base of every answer; frozen values make no circles, so the collector need not look at long lists of them."""


class Me(Answer, frozen=True, kw_only=True):
    """Who unlocked, and where."""

    person: PersonId
    name: str
    capabilities: frozenset[str]
    site: SiteId
    site_name: str
    site_code: str
    practice: bool


class Youth(Answer, frozen=True, kw_only=True):
    """A youth as named on every row."""

    id: EntityId
    name: str
    name_native: str = ""
    alias: str = ""
    room: str = ""


class Namesake(Answer, frozen=True, kw_only=True):
    """Another dossier with the same V-number, or else the same name; whether it is one youth, people decide."""

    name: str
    site: str  # empty for the own site
    has_same_number: bool


class DossierRow(Answer, frozen=True, kw_only=True):
    """One line of the list of youths."""

    youth: Youth
    age: int | None = None
    language: str = ""
    mentor: str = ""
    last_piece: str = ""  # local ISO time of the last piece that counts, for sorting; no counts
    last_text: str = ""
    site: str = ""  # that opened the dossier; empty for the own site
    namesake: Namesake | None = None


class ConflictValue(Answer, frozen=True, kw_only=True):
    """One of several values of a field of which neither author saw the other."""

    entry: EntryId
    author: str
    site: str = ""  # empty for the own site
    recorded: str
    value_json: bytes


class Conflict(Answer, frozen=True, kw_only=True):
    """A field that stands side by side until a resolution names every head."""

    entity: EntityId
    field: str
    values: tuple[ConflictValue, ...]


class Version(Answer, frozen=True, kw_only=True):
    """One version of a piece: the first recording or a correction."""

    entry: EntryId
    author: str
    site: str  # empty for the own site
    recorded: str
    why: str = ""
    text: str
    quote: str = ""
    quote_original: str = ""
    quote_note: str = ""
    meaning: str = ""
    kind: Kind | None = None
    source: Source = Source.UNKNOWN
    source_note: str = ""
    when: When
    place: str = ""
    entities: tuple[Entity, ...] = ()
    indicators: tuple[IndicatorTag, ...] = ()
    protect_source: bool = False
    restricted: bool = False  # for the lead and its author, not for the team
    attachments: tuple[Attachment, ...] = ()
    clock_doubtful: bool = False


class Withdrawn(Answer, frozen=True, kw_only=True):
    """Who found that a piece should no longer count, and why."""

    author: str
    site: str  # empty for the own site
    recorded: str
    why: str


class Observation(Answer, frozen=True, kw_only=True):
    """A piece with all its versions, newest first; `versions[0]` counts.

    `site` recorded it. Versions by another one, and withdrawals in `withdrawn_beside`, are notes that stand beside it.
    """

    id: EntityId
    about: tuple[Youth, ...]
    versions: tuple[Version, ...]
    site: str = ""  # empty for the own site
    withdrawn_why: str = ""
    withdrawn_by: str = ""
    withdrawn_beside: tuple[Withdrawn, ...] = ()
    conflict: bool = False  # two corrections of which neither saw the other
    captured: str = ""  # written while locked: the initials that were claimed
    confirmed_by: str = ""
    signals: tuple[EntityId, ...] = ()


class ObservationRow(Answer, frozen=True, kw_only=True):
    """One line in a list of pieces."""

    id: EntityId
    entry: EntryId
    text: str
    has_quote: bool
    has_meaning: bool
    kind: Kind | None
    source: Source
    when: When
    recorded: str
    author: str
    site: str
    about: tuple[Youth, ...]
    corrected: bool = False
    withdrawn: bool = False
    withdrawal: Withdrawn | None = None  # who withdrew it and why, where it is withdrawn
    protect_source: bool = False
    restricted: bool = False  # for the lead and its author, not for the team
    indicators: tuple[IndicatorTag, ...] = ()
    captured: str = ""  # written while locked: the initials that were claimed
    confirmed_by: str = ""
    noted: tuple[IndicatorTag, ...] = ()  # chosen by this site, beside a piece of another one


class TimelineEvent(Answer, frozen=True, kw_only=True):
    """A mark or span on the dossier's timeline. lane: gedrag, verplaatsing, route, incident, vermissing."""

    id: EntityId
    lane: str
    what: str  # observation, placement, route, missing, disclosure
    when: When
    label: str
    source: Source | None = None
    kind: Kind | None = None
    has_quote: bool = False
    before_arrival: bool = False
    withdrawn: bool = False


class DisclosureRow(Answer, frozen=True, kw_only=True):
    """A paper or bundle that went out."""

    id: EntityId
    form: str
    recipient: str
    basis: Basis | None
    basis_note: str
    made: str
    author: str
    site: str = ""  # empty for the own site
    copy_number: str = ""
    feedback_due: str = ""
    feedback: str = ""
    feedback_received: str = ""
    signal: EntityId | None = None


class Dossier(Answer, frozen=True, kw_only=True):
    """Everything of a youth's card, with what is recent.

    Who holds no key of the lead's compartment sees no signals, whatever there are: then `reads_signals` is False.
    """

    youth: Youth
    heads: tuple[EntryId, ...]
    gender: str
    born: str
    born_precision: Precision
    age: int | None
    language: str
    v_number: str
    guardian: str
    mentor: str
    arrival: str
    recent: tuple[ObservationRow, ...]
    signals: tuple["SignalRow", ...]
    disclosures: tuple[DisclosureRow, ...]
    missing: tuple[MissingEpisode, ...]
    conflicts: tuple[Conflict, ...] = ()
    site: str = ""  # that opened it; empty for the own site
    namesake: Namesake | None = None
    reads_signals: bool = True


class SearchHit(Answer, frozen=True, kw_only=True):
    """One find; `excerpt.excerpt(passages, asked)` gives what is shown of its text."""

    id: EntityId
    what: str  # observation, dossier, signal
    title: str
    passages: tuple[str, ...] = ()  # what was searched, in the order in which a match is looked for
    asked: Asked = Asked(words=())
    when: str = ""
    author: str = ""
    about: tuple[Youth, ...] = ()
    old_version: bool = False
    site: str = ""  # of the author, or that opened the dossier; empty for the own site


class Recognised(Answer, frozen=True, kw_only=True):
    """A known name, room, phone or plate found in typed text; only offered, never linked by itself."""

    start: int  # offsets in the text, in characters
    end: int
    what: str  # youth, telefoon, kenteken
    youth: Youth | None = None
    entity: EntityType | None = None
    value: str = ""


class SignalRow(Answer, frozen=True, kw_only=True):
    """One line in the list of signals."""

    id: EntityId
    about: tuple[Youth, ...]
    state: SignalState
    author: str
    site: str
    changed: str
    facts: str
    pieces: int


class CoverageItem(Answer, frozen=True, kw_only=True):
    """One indicator that speaks of a dimension, and the dates of the pieces behind it."""

    tag: IndicatorTag
    strength: str
    pieces: tuple[EntityId, ...]
    dates: tuple[When, ...]


class Coverage(Answer, frozen=True, kw_only=True):
    """What the pieces speak of in one dimension; never a sum, never a verdict.

    covered is True where the published combination rule is met (indicators.md 3.1); required is False for means
    of a minor.
    """

    dimension: str
    items: tuple[CoverageItem, ...]
    rule_met: bool
    required: bool


class Signal(Answer, frozen=True, kw_only=True):
    """A signal with its pieces, coverage and history."""

    id: EntityId
    heads: tuple[EntryId, ...]
    about: tuple[Youth, ...]
    author: str
    site: str
    created: str
    changed: str
    state: SignalState
    observations: tuple[ObservationRow, ...]
    missing_observations: tuple[EntityId, ...]  # referred to but not (yet) in this vault
    facts: str
    other_explanation: str
    other_explanation_unknown: bool
    unknown: str
    unknown_unknown: bool
    danger: Danger | None
    indicators: tuple[SignalIndicator, ...]
    forms: tuple[str, ...]
    decision: str
    coverage: tuple[Coverage, ...]
    disclosures: tuple[DisclosureRow, ...]
    conflicts: tuple[Conflict, ...] = ()


class AttentionRow(Answer, frozen=True, kw_only=True):
    """Something on *Vandaag* that asks for a look, with the word for its action."""

    what: str  # conflict, received, feedback_due, missing
    id: str
    youth: Youth | None
    text: str
    meta: str
    signal: EntityId | None = None  # of an answer that is due
    about: str = ""  # of an answer that is due: the facts of that signal
    made: str = ""  # of an answer that is due: when it was passed on, local ISO time


class Today(Answer, frozen=True, kw_only=True):
    """The mentor's first page."""

    attention: tuple[AttentionRow, ...]
    my_shift: tuple[ObservationRow, ...]
    handover: tuple[ObservationRow, ...]  # by others since my previous session
    since: str
    waiting: int
    last_received: str
