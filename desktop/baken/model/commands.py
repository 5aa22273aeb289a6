"""Intents: what a form hands to `Workspace.execute`. Frozen, complete, made when the user saves."""

import msgspec

from .codes import Danger, SignalState
from .ids import EntityId, EntryId
from .records import Disclosure, Feedback, IndicatorTag, Observation, SignalIndicator


class Command(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every intent."""


class CreateDossier(Command, frozen=True, kw_only=True):
    """A new youth; any field may be unknown, one of alias and name must be given."""

    alias: str = ""
    name: str = ""
    name_native: str = ""
    gender: str = ""
    born: str = ""
    language: str = ""
    v_number: str = ""
    room: str = ""
    guardian: str = ""
    mentor: str = ""
    arrival: str = ""


class UpdateDossier(Command, frozen=True, kw_only=True):
    """Changed fields of a youth's card; `base` are the heads that the form showed."""

    dossier: EntityId
    base: tuple[EntryId, ...]
    changes: dict[str, str]


class RecordObservation(Command, frozen=True, kw_only=True):
    """A new piece about none, one or several youths. `draft` is removed once the piece is committed.

    What is `restricted` only the safeguarding lead and the author read, instead of the team.
    """

    observation: Observation
    about: tuple[EntityId, ...] = ()
    restricted: bool = False
    draft: str | None = None


class CorrectObservation(Command, frozen=True, kw_only=True):
    """The piece as it should read; the old version stays visible."""

    entity: EntityId
    corrects: EntryId
    observation: Observation
    why: str
    about: tuple[EntityId, ...] | None = None  # None: as it was
    draft: str | None = None


class WithdrawObservation(Command, frozen=True, kw_only=True):
    """The piece should not count any more; it stays visible with the reason."""

    entity: EntityId
    withdraws: EntryId
    why: str


class ConfirmObservation(Command, frozen=True, kw_only=True):
    """Who unlocked says: I wrote this piece while the vault was locked."""

    entity: EntityId


class SaveSignal(Command, frozen=True, kw_only=True):
    """A new signal (entity None) or changed fields of one; fields left None are unchanged."""

    entity: EntityId | None = None
    base: tuple[EntryId, ...] = ()
    about: tuple[EntityId, ...] | None = None
    observations: tuple[EntityId, ...] | None = None
    facts: str | None = None
    other_explanation: str | None = None
    other_explanation_unknown: bool | None = None
    unknown: str | None = None
    unknown_unknown: bool | None = None
    danger: Danger | None = None
    indicators: tuple[SignalIndicator, ...] | None = None
    forms: tuple[str, ...] | None = None
    state: SignalState | None = None
    decision: str | None = None


class TagObservation(Command, frozen=True, kw_only=True):
    """Indicators that a person adds to an existing piece (a correction that changes only its tags)."""

    entity: EntityId
    tags: tuple[IndicatorTag, ...]


class ResolveConflict(Command, frozen=True, kw_only=True):
    """Settle one field of one entity; every competing head is named."""

    entity: EntityId
    field: str
    heads: tuple[EntryId, ...]
    value_json: bytes


class RecordDisclosure(Command, frozen=True, kw_only=True):
    """Something went out, on paper or in a bundle."""

    disclosure: Disclosure
    about: tuple[EntityId, ...] = ()


class RecordFeedback(Command, frozen=True, kw_only=True):
    """What came back on a disclosure."""

    feedback: Feedback


class TrustSite(Command, frozen=True, kw_only=True):
    """Trust a foreign site's card after its fingerprint was confirmed by another channel."""

    card: bytes
    fingerprint: str
    confirmed_how: str = ""


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """What moved: (kind, id) pairs, the id that the command made or changed, and who asked (opaque token)."""

    touched: frozenset[tuple[str, str]] = frozenset()
    id: str = ""
    entry: str = ""
    initiator: str = ""
