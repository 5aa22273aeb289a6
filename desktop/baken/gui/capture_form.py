"""What stands in one capture form: as a draft, as a title, as the command that it becomes.

The form is frozen data, so that a draft is exactly what was on the screen. Nothing is linked by itself: a youth
or a phone number is in the form only after somebody took it. No Qt, no clock.
"""

from typing import assert_never

import msgspec

from baken.errors import BugError, UserError
from baken.model.codes import EntityType, Kind, Source
from baken.model.commands import CorrectObservation, RecordObservation
from baken.model.ids import EntityId, EntryId
from baken.model.records import Attachment, Entity, IndicatorTag, Observation, When
from baken.model.views import Observation as ObservationView
from baken.model.views import Recognised, Youth

_TITLE_LENGTH = 28  # characters that fit on a tab of the capture panel at 100 %
_DRAFT_LIMIT = 1 << 20  # bytes; nobody types a megabyte


class Correcting(msgspec.Struct, frozen=True, kw_only=True):
    """The piece that the form corrects, and what the form keeps of it; `attachments` were not taken off."""

    entity: EntityId
    entry: EntryId
    indicators: tuple[IndicatorTag, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    title: str = ""  # the first words of the piece as it stands
    when: When | None = None


class CaptureForm(msgspec.Struct, frozen=True, kw_only=True, tag="capture", omit_defaults=True):
    """One form; `when` is None while `when_typed` is not understood.

    `is_put_away`: its author closed it and keeps it as a draft; one that was open opens again by itself. `attachments`
    were added here: their sealed files lie beside the draft.
    """

    text: str = ""
    quote: str = ""
    quote_original: str = ""
    quote_note: str = ""
    meaning: str = ""
    about: tuple[Youth, ...] = ()
    entities: tuple[Entity, ...] = ()
    when: When | None = None
    when_typed: str = ""
    place: str = ""
    kind: Kind | None = None
    source: Source = Source.SEEN_MYSELF
    source_note: str = ""
    protect_source: bool = False
    restricted: bool = False
    attachments: tuple[Attachment, ...] = ()
    correcting: Correcting | None = None
    why: str = ""
    is_put_away: bool = False

    def encode(self) -> bytes:
        """Give the draft's bytes."""
        return msgspec.json.encode(self)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed or added that could be lost."""
        typed = (self.text, self.quote, self.quote_original, self.quote_note, self.meaning, self.why)
        return not any((*typed, self.attachments))

    @property
    def attached(self) -> tuple[Attachment, ...]:
        """What the piece has when it is saved: what stays of the piece that is corrected, and what was added."""
        return (() if self.correcting is None else self.correcting.attachments) + self.attachments

    @property
    def title(self) -> str:
        """The first words of what was seen or heard, else of the other strands, or a file's name; or nothing."""
        files = (each.title for each in self.attachments)
        for strand in (self.text, self.quote, self.meaning, *files):
            if words := " ".join(strand.split()):
                return _shortened(words)
        return ""

    @property
    def lacking(self) -> tuple[str, ...]:
        """The fields that stand in the way of saving, in the order of the form."""
        lacking = []
        if not self.text.strip():
            lacking.append("text")
        if self.when is None:
            lacking.append("when")
        if self.correcting is not None and not self.why.strip():
            lacking.append("why")
        return tuple(lacking)

    def command(self, draft: str | None) -> RecordObservation | CorrectObservation:
        """Give the intent; to be asked for only when nothing is `lacking` (BugError)."""
        if self.when is None or self.lacking:
            raise BugError("an incomplete form cannot be saved")
        tags = () if self.correcting is None else self.correcting.indicators
        observation = Observation(
            text=self.text.strip(),
            quote=self.quote.strip(),
            quote_original=self.quote_original.strip(),
            quote_note=self.quote_note.strip(),
            meaning=self.meaning.strip(),
            kind=self.kind,
            source=self.source,
            source_note=self.source_note.strip() if self.source is not Source.SEEN_MYSELF else "",
            when=self.when,
            place=self.place.strip(),
            entities=self.entities,
            indicators=tags,
            protect_source=self.protect_source,
            attachments=self.attached,
        )
        about = tuple(youth.id for youth in self.about)
        if self.correcting is None:
            return RecordObservation(observation=observation, about=about, restricted=self.restricted, draft=draft)
        return CorrectObservation(
            entity=self.correcting.entity,
            corrects=self.correcting.entry,
            observation=observation,
            why=self.why.strip(),
            about=about,
            draft=draft,
        )

    def attaching(self, attached: tuple[Attachment, ...]) -> "CaptureForm":
        """Give the form with these attachments, of which some may be of the piece that is corrected."""
        if self.correcting is None:
            return msgspec.structs.replace(self, attachments=attached)
        of_piece = tuple(each for each in attached if each in self.correcting.attachments)
        return msgspec.structs.replace(
            self,
            correcting=msgspec.structs.replace(self.correcting, attachments=of_piece),
            attachments=tuple(each for each in attached if each not in of_piece),
        )

    def taking(self, offer: Recognised) -> "CaptureForm":
        """Give the form with what was recognised taken over."""
        if offer.youth is not None:
            return msgspec.structs.replace(self, about=(*self.about, offer.youth))
        if offer.entity is not None:
            return msgspec.structs.replace(
                self, entities=(*self.entities, Entity(type=offer.entity, value=offer.value))
            )
        return self


def decode_form(draft: bytes) -> CaptureForm:
    """Read a draft back; raises UserError("malformed") when it is not a capture form."""
    if len(draft) > _DRAFT_LIMIT:
        raise UserError("malformed", what="draft")
    try:
        return msgspec.json.decode(draft, type=CaptureForm)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UserError("malformed", what="draft") from error


def form_correcting(piece: ObservationView) -> CaptureForm:
    """Give the form filled with the version that counts, ready to be corrected."""
    version = piece.versions[0]
    return CaptureForm(
        text=version.text,
        quote=version.quote,
        quote_original=version.quote_original,
        quote_note=version.quote_note,
        meaning=version.meaning,
        about=piece.about,
        entities=version.entities,
        when=version.when,
        place=version.place,
        kind=version.kind,
        source=version.source,
        source_note=version.source_note,
        protect_source=version.protect_source,
        correcting=Correcting(
            entity=piece.id,
            entry=version.entry,
            indicators=version.indicators,
            attachments=version.attachments,
            title=_shortened(" ".join(version.text.split())),
            when=version.when,
        ),
    )


def offers(found: tuple[Recognised, ...], form: CaptureForm) -> tuple[Recognised, ...]:
    """Keep what can still be taken: each youth and each thing once, in the order of the text."""
    youths = {youth.id for youth in form.about}
    things = {(entity.type, entity.value) for entity in form.entities}
    kept = []
    for offer in sorted(found, key=lambda each: each.start):
        if offer.youth is not None:
            if offer.youth.id in youths:
                continue
            youths.add(offer.youth.id)
        elif offer.entity is not None:
            thing = (offer.entity, offer.value)
            if thing in things:
                continue
            things.add(thing)
        else:
            continue
        kept.append(offer)
    return tuple(kept)


def utf16_range(text: str, start: int, end: int) -> tuple[int, int]:
    """Turn offsets in characters into position and length as Qt counts them, in UTF-16 units."""
    position = len(text[:start].encode("utf-16-le")) // 2
    return position, len(text[start:end].encode("utf-16-le")) // 2


def entity_icon(entity: EntityType) -> str:
    """Name the icon of a thing that can stand in more than one piece."""
    match entity:
        case EntityType.PHONE:
            return "smartphone"
        case EntityType.PLATE | EntityType.VEHICLE:
            return "car"
        case EntityType.ACCOUNT:
            return "at-sign"
        case EntityType.ADDRESS:
            return "map-pin"
        case EntityType.PERSON:
            return "user"
        case _:
            assert_never(entity)


def _shortened(words: str) -> str:
    """Cut at a space, never inside a word unless the first word alone is too long."""
    if len(words) <= _TITLE_LENGTH:
        return words
    cut = words[:_TITLE_LENGTH]
    head, space, _ = cut.rpartition(" ")
    return (head if space else cut) + "…"
