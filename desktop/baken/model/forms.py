"""What a paper form is made from: the request of a person and the data that may go on the page.

`select_form_data` is the only way from records to a form: a piece or strand that a person left out never enters
`FormData`, so nothing below (layout, PDF) can leak it. Pure; no sentences, only the texts that staff typed.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

import msgspec

from .codes import Basis, Danger, EntityType, Precision, Source
from .form_persons import Named, PersonChoice, PersonKey, choose_persons
from .ids import EntityId
from .records import When
from .views import DisclosureRow, Dossier, Observation, Signal, Version


class Strand(StrEnum):
    """The three strands of a piece, each kept or left out by itself."""

    TEXT = "text"
    QUOTE = "quote"
    MEANING = "meaning"


LeftOut = frozenset[tuple[EntityId, Strand]]
"""(piece, strand) pairs that must not go to this recipient."""


class FormRequest(msgspec.Struct, frozen=True, kw_only=True):
    """One paper for one recipient, as chosen in the window or on the command line.

    `facts` replaces the signal's own text for this recipient; None takes the signal's text as it is.
    """

    signal: EntityId
    recipient: str  # code of resources/contacts/contacts.toml, for example "AVIM"
    basis: Basis | None
    form: str = "F6"
    basis_note: str = ""
    purpose: str = ""
    told: str = ""
    language: str = "nl"
    left_out: LeftOut = frozenset()
    persons_kept: frozenset[PersonKey] = frozenset()  # decided by a person, against what `list_persons` proposes
    persons_left_out: frozenset[PersonKey] = frozenset()
    facts: str | None = None
    feedback: str = ""  # what the sender asks to hear back
    feedback_due: str = ""  # ISO date
    attachments: str = ""


class Sender(msgspec.Struct, frozen=True, kw_only=True):
    """Who sends and how to reach them; whatever is empty stays a visible line on the page."""

    organisation: str = ""
    site: str = ""
    site_code: str = ""
    author: str = ""
    role: str = ""
    phone: str = ""  # reachable day and night
    practice: bool = False


class FormYouth(msgspec.Struct, frozen=True, kw_only=True):
    """A youth as named on the form."""

    name: str = ""
    name_native: str = ""
    born: str = ""  # ISO 8601, cut to `born_precision`
    born_precision: Precision = Precision.DAY
    age: int | None = None
    gender: str = ""
    language: str = ""
    v_number: str = ""
    guardian: str = ""


class FormPiece(msgspec.Struct, frozen=True, kw_only=True):
    """A piece as far as it may go out; an empty strand was empty or left out. `id` is recorded, never printed."""

    id: EntityId = EntityId("")
    when: When
    place: str = ""
    text: str = ""
    quote: str = ""
    quote_original: str = ""
    quote_note: str = ""
    meaning: str = ""
    source: Source = Source.UNKNOWN
    source_note: str = ""
    source_protected: bool = False


class FormPerson(msgspec.Struct, frozen=True, kw_only=True):
    """A person or identifier that the pieces name; the role is never filled in by the programme."""

    type: EntityType
    value: str
    note: str = ""


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier disclosure of the same signal."""

    recipient: str
    made: str


class FormData(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that may stand on the paper, and nothing else. `made` is local ISO time."""

    form: str
    reference: str
    copy_number: str
    made: str
    recipient: str
    sender: Sender
    basis: Basis | None = None
    basis_note: str = ""
    purpose: str = ""
    told: str = ""
    youths: tuple[FormYouth, ...] = ()
    pieces: tuple[FormPiece, ...] = ()
    persons: tuple[FormPerson, ...] = ()
    facts: str = ""
    other_explanation: str = ""
    other_explanation_unknown: bool = False
    unknown: str = ""
    unknown_unknown: bool = False
    danger: Danger | None = None
    exploitation: tuple[str, ...] = ()
    shared_with: tuple[Shared, ...] = ()
    feedback: str = ""
    feedback_due: str = ""
    attachments: str = ""
    pieces_withheld: bool = False
    strands_withheld: bool = False
    withheld: frozenset[Strand] = frozenset()  # of which something was left out
    persons_withheld: bool = False


def default_left_out(observations: Iterable[Observation]) -> LeftOut:
    """List what stays out unless a person chooses it: what staff think, and pieces with a protected source.

    Source: interface.md, looks/doorgeven (what mentors think and protected sources are not passed on by default).
    """
    left_out: set[tuple[EntityId, Strand]] = set()
    for piece in observations:
        left_out.add((piece.id, Strand.MEANING))
        if piece.versions[0].protect_source:
            left_out.update((piece.id, strand) for strand in Strand)
    return frozenset(left_out)


def select_form_data(
    request: FormRequest,
    *,
    signal: Signal,
    observations: Iterable[Observation],
    youths: Iterable[Dossier],
    sender: Sender,
    reference: str,
    copy_number: str,
    made: str,
) -> FormData:
    """Gather the data of one paper; `observations` are the signal's pieces with their versions, newest first.

    Withdrawn pieces never go out. Pieces are put in the order of what happened. Persons and identifiers go as
    `list_persons` says. The note on a source is left out where the author asked to protect the source.
    """
    observations = _in_order(observations)
    pieces: list[FormPiece] = []
    withheld: set[Strand] = set()
    pieces_withheld = False
    for piece in observations:
        version = piece.versions[0]
        present = frozenset(_present(version))
        kept = frozenset(strand for strand in present if (piece.id, strand) not in request.left_out)
        withheld |= present - kept
        if not kept:
            pieces_withheld = True
            continue
        pieces.append(_form_piece(piece.id, version, kept))
    persons = list_persons(request, observations, own_text=signal.facts)
    persons_withheld = not all(person.kept for person in persons)
    return FormData(
        form=request.form,
        reference=reference,
        copy_number=copy_number,
        made=made,
        recipient=request.recipient,
        sender=sender,
        basis=request.basis,
        basis_note=request.basis_note,
        purpose=request.purpose,
        told=request.told,
        youths=tuple(_form_youth(youth) for youth in youths),
        pieces=tuple(pieces),
        persons=tuple(_form_person(person) for person in persons if person.kept),
        facts=signal.facts if request.facts is None else request.facts,
        other_explanation=signal.other_explanation,
        other_explanation_unknown=signal.other_explanation_unknown,
        unknown=signal.unknown,
        unknown_unknown=signal.unknown_unknown,
        danger=signal.danger,
        exploitation=signal.forms,
        shared_with=tuple(_shared(row) for row in signal.disclosures),
        feedback=request.feedback,
        feedback_due=request.feedback_due,
        attachments=request.attachments,
        pieces_withheld=pieces_withheld,
        strands_withheld=bool(withheld) or persons_withheld,
        withheld=frozenset(withheld),
        persons_withheld=persons_withheld,
    )


def list_persons(
    request: FormRequest, observations: Iterable[Observation], *, own_text: str
) -> tuple[PersonChoice, ...]:
    """List every person and identifier that the pieces name, and whether it goes along.

    What was cut from the signal's own text counts as left out, as the strands do.
    """
    cut = "" if request.facts is None else " ".join(_sentences_without(own_text, request.facts))
    named: list[Named] = []
    for piece in _in_order(observations):
        version = piece.versions[0]
        strands = _present(version)
        gone = {strand for strand in strands if (piece.id, strand) in request.left_out}
        named += (
            Named(
                entity=entity,
                shown="\n".join(text for strand, text in strands.items() if strand not in gone),
                hidden="\n".join((cut, *(text for strand, text in strands.items() if strand in gone))),
                has_text=Strand.TEXT in strands.keys() - gone,
            )
            for entity in version.entities
        )
    return choose_persons(named, kept=request.persons_kept, removed=request.persons_left_out)


def find_traces(
    facts: str, observations: Iterable[Observation], left_out: LeftOut, persons: Iterable[str] = ()
) -> tuple[str, ...]:
    """List what was left out and still stands word for word in `facts`: whole strands, sentences, identifiers.

    `persons` are the words of the persons and identifiers that were left out.

    For marking in the window, so that a person looks; it finds copies, not rewordings. Fragments under eight
    characters are passed over, because they stand in any text.
    """
    searched = _folded(facts)
    found = [text for text in persons if _folded(text) and _folded(text) in searched]
    for piece in observations:
        version = piece.versions[0]
        candidates: list[str] = []
        if (piece.id, Strand.TEXT) in left_out:
            candidates += [*_sentences(version.text), *(entity.value for entity in version.entities)]
        if (piece.id, Strand.QUOTE) in left_out:
            candidates += [*_sentences(version.quote), *_sentences(version.quote_original)]
        if (piece.id, Strand.MEANING) in left_out:
            candidates += _sentences(version.meaning)
        found += [text for text in candidates if _folded(text) and _folded(text) in searched]
    return tuple(dict.fromkeys(found))


def _sentences(text: str) -> list[str]:
    """Split at full stops, question and exclamation marks and empty lines; short fragments are dropped."""
    parts = (" ".join(part.split()) for part in re.split(r"[.!?]+|\n\s*\n", text))
    return [part for part in parts if len(part) >= 8]


def _folded(text: str) -> str:
    """Fold case and runs of white space, so that a copy with another line break is still found."""
    return " ".join(text.casefold().split())


def _sentences_without(text: str, rest: str) -> list[str]:
    """List the sentences of `text` that do not stand in `rest`."""
    searched = _folded(rest)
    parts = (part.strip() for part in re.split(r"(?<=[.!?…])\s+|\n", text))
    return [part for part in parts if part and _folded(part) not in searched]


def _in_order(observations: Iterable[Observation]) -> list[Observation]:
    """Give the pieces that were not withdrawn, in the order of what happened."""
    here = (piece for piece in observations if not piece.withdrawn_why)
    return sorted(here, key=lambda each: (each.versions[0].when.start, each.id))


def _present(version: Version) -> dict[Strand, str]:
    """Give the strands that hold anything, with all their words."""
    filled = {
        Strand.TEXT: version.text,
        Strand.QUOTE: "\n".join(part for part in (version.quote, version.quote_original) if part),
        Strand.MEANING: version.meaning,
    }
    return {strand: text for strand, text in filled.items() if text}


def _form_piece(piece: EntityId, version: Version, kept: frozenset[Strand]) -> FormPiece:
    has_text, has_quote = Strand.TEXT in kept, Strand.QUOTE in kept
    return FormPiece(
        id=piece,
        when=version.when,
        place=version.place,
        text=version.text if has_text else "",
        quote=version.quote if has_quote else "",
        quote_original=version.quote_original if has_quote else "",
        quote_note=version.quote_note if has_quote else "",
        meaning=version.meaning if Strand.MEANING in kept else "",
        source=version.source,
        source_note=version.source_note if has_text and not version.protect_source else "",
        source_protected=version.protect_source,
    )


def _form_person(person: PersonChoice) -> FormPerson:
    return FormPerson(type=person.type, value=person.value, note=person.note)


def _form_youth(dossier: Dossier) -> FormYouth:
    return FormYouth(
        name=dossier.youth.name or dossier.youth.alias,
        name_native=dossier.youth.name_native,
        born=dossier.born,
        born_precision=dossier.born_precision,
        age=dossier.age,
        gender=dossier.gender,
        language=dossier.language,
        v_number=dossier.v_number,
        guardian=dossier.guardian,
    )


def _shared(row: DisclosureRow) -> Shared:
    return Shared(recipient=row.recipient, made=row.made)
