"""What stands in the signal builder: as a draft, as steps that can be undone, as the command that saves it.

A signal refers to pieces and never copies them. Frozen data: every change gives a new form, so that undo is the
form before. Nothing here weighs or counts. No Qt, no clock.
"""

from collections.abc import Iterable

import msgspec

from baken.errors import UserError
from baken.model.codes import Danger, SignalState
from baken.model.commands import SaveSignal
from baken.model.ids import EntityId, EntryId, IndicatorId
from baken.model.records import IndicatorTag, SignalIndicator
from baken.model.views import Signal, Youth

_DRAFT_LIMIT = 1 << 20  # bytes
_FIELDS = (
    "observations",
    "facts",
    "other_explanation",
    "other_explanation_unknown",
    "unknown",
    "unknown_unknown",
    "danger",
    "indicators",
    "forms",
    "state",
)
"""The fields that the builder edits, by their name in the command."""


class SignalForm(msgspec.Struct, frozen=True, kw_only=True, tag="signal", omit_defaults=True):
    """One builder; `entity` is None until the signal was saved for the first time."""

    entity: EntityId | None = None
    base: tuple[EntryId, ...] = ()
    about: tuple[Youth, ...] = ()
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

    def encode(self) -> bytes:
        """Give the draft's bytes."""
        return msgspec.json.encode(self)

    def with_piece(self, piece: EntityId, *, chosen: bool) -> "SignalForm":
        """Take a piece in or out; a piece taken out no longer stands behind any indicator."""
        if chosen == (piece in self.observations):
            return self
        if chosen:
            return msgspec.structs.replace(self, observations=(*self.observations, piece))
        indicators = tuple(
            msgspec.structs.replace(each, pieces=tuple(other for other in each.pieces if other != piece))
            for each in self.indicators
        )
        rest = tuple(other for other in self.observations if other != piece)
        return msgspec.structs.replace(self, observations=rest, indicators=indicators)

    def with_indicator(self, tag: IndicatorTag, pieces: Iterable[EntityId]) -> "SignalForm":
        """Put an indicator in, resting on `pieces`, or change what it rests on."""
        mine = SignalIndicator(tag=tag, pieces=tuple(pieces))
        if any(each.tag.id == tag.id for each in self.indicators):
            changed = tuple(mine if each.tag.id == tag.id else each for each in self.indicators)
        else:
            changed = (*self.indicators, mine)
        return msgspec.structs.replace(self, indicators=changed)

    def without_indicator(self, indicator: IndicatorId) -> "SignalForm":
        """Take an indicator out."""
        rest = tuple(each for each in self.indicators if each.tag.id != indicator)
        return msgspec.structs.replace(self, indicators=rest)

    def changes_from(self, saved: "SignalForm") -> SaveSignal | None:
        """Give the intent that holds only what differs from `saved`; None when nothing does."""
        if self.entity is None:
            return SaveSignal(
                about=tuple(youth.id for youth in self.about),
                **{field: getattr(self, field) for field in _FIELDS},
            )
        changed = {field: getattr(self, field) for field in _FIELDS if getattr(self, field) != getattr(saved, field)}
        if self.about != saved.about:
            changed["about"] = tuple(youth.id for youth in self.about)
        if not changed:
            return None
        return SaveSignal(entity=self.entity, base=self.base, **changed)


def decode_signal_form(draft: bytes) -> SignalForm:
    """Read a draft back; raises UserError("malformed") when it is not a signal form."""
    if len(draft) > _DRAFT_LIMIT:
        raise UserError("malformed", what="draft")
    try:
        return msgspec.json.decode(draft, type=SignalForm)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UserError("malformed", what="draft") from error


def form_of(signal: Signal) -> SignalForm:
    """Give the form of a signal as it was saved; pieces that are not in this vault are kept by their id."""
    return SignalForm(
        entity=signal.id,
        base=signal.heads,
        about=signal.about,
        observations=(*(row.id for row in signal.observations), *signal.missing_observations),
        facts=signal.facts,
        other_explanation=signal.other_explanation,
        other_explanation_unknown=signal.other_explanation_unknown,
        unknown=signal.unknown,
        unknown_unknown=signal.unknown_unknown,
        danger=signal.danger,
        indicators=signal.indicators,
        forms=signal.forms,
        state=signal.state,
    )
