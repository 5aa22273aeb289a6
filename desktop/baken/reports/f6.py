"""F6, the signal of possible trafficking to AVIM, EMM or Nidos: which words of the record stand in which field.

Names no author of a piece, never says that a person is a perpetrator or a victim, and prints a protected source only
as protected. Source: netherlands.md, section 7 (F6); S44 (staff names are not given to outsiders).
"""

from pathlib import Path

from baken.model.catalogue import load_catalogue
from baken.model.contacts import load_contacts
from baken.model.forms import FormData, FormPerson, FormPiece, FormYouth, Strand

from .content import Content, Entry, Frame, Quote
from .definition import load_definition
from .engine import render
from .words import Words, load_words


def render_f6(data: FormData, *, language: str, fonts: Path) -> bytes:
    """Give the PDF of one signal in "nl" or "en", with the bundled fonts of a folder; the same bytes each time."""
    words = load_words(language)
    return render(
        load_definition(data.form),
        _content(data, words, language),
        _frame(data, words, language),
        language=language,
        fonts=fonts,
    )


def _frame(data: FormData, words: Words, language: str) -> Frame:
    withheld = ""
    if data.pieces_withheld:
        withheld = words.pieces_withheld
    elif data.strands_withheld:
        withheld = words.strands_withheld
    return Frame(
        sender=_joined(data.sender.organisation, data.sender.site),
        recipient=_short_recipient(data.recipient, language),
        made=words.date(data.made),
        reference=data.reference,
        copy_number=data.copy_number,
        note=withheld,
        is_practice=data.sender.practice,
    )


def _content(data: FormData, words: Words, language: str) -> Content:
    catalogue = load_catalogue()
    sender = data.sender
    shared = (f"{_short_recipient(row.recipient, language)}, {words.date(row.made)}" for row in data.shared_with)
    basis = words.basis[data.basis] if data.basis is not None else words.basis_none
    fields = {
        "recipient": _recipient(data.recipient, language),
        "danger": words.danger[data.danger] if data.danger is not None else "",
        "exploitation": ", ".join(catalogue.form_label(code, language) for code in data.exploitation),
        "purpose": data.purpose,
        "basis": ", ".join(part for part in (basis, data.basis_note) if part),
        "told": data.told,
        "shared_with": "\n".join(shared),
        "sources": ", ".join(dict.fromkeys(_source_word(piece, words) for piece in data.pieces)),
        "facts": data.facts,
        "other_explanation": _answer(data.other_explanation, words, is_unknown=data.other_explanation_unknown),
        "unknown": _answer(data.unknown, words, is_unknown=data.unknown_unknown),
        "feedback": _feedback(data, words),
        "sender.organisation": sender.organisation,
        "sender.site": _joined(sender.site, sender.site_code),
        "sender.author": ", ".join(part for part in (sender.author, sender.role) if part),
        "sender.phone": sender.phone,
        "made": words.date(data.made),
        "attachments": data.attachments,
    }
    quotes = tuple(_quote(piece, words) for piece in data.pieces if piece.quote or piece.quote_original)
    thoughts = tuple(Quote(text=piece.meaning, meta=words.when(piece.when)) for piece in data.pieces if piece.meaning)
    return Content(
        fields=fields,
        groups={"youths": tuple(_youth(youth, words) for youth in data.youths)},
        entries={
            "pieces": tuple(_piece(piece, words) for piece in data.pieces if piece.text),
            "persons": tuple(_person(person, words) for person in data.persons),
        },
        quotes={"words": quotes, "meanings": thoughts},
        notes=_notes(data, words),
    )


def _notes(data: FormData, words: Words) -> dict[str, str]:
    """Say under which headings something stayed; staff's thoughts are left out in silence, as they are no fact."""
    parts = (
        ("pieces", Strand.TEXT in data.withheld, any(piece.text for piece in data.pieces)),
        ("words", Strand.QUOTE in data.withheld, any(piece.quote or piece.quote_original for piece in data.pieces)),
        ("persons", data.persons_withheld, bool(data.persons)),
    )
    return {name: words.part_not_given if has_rest else words.not_given for name, gone, has_rest in parts if gone}


def _youth(youth: FormYouth, words: Words) -> dict[str, str]:
    born = words.moment(youth.born, youth.born_precision) if youth.born else ""
    age = words.age.format(age=youth.age) if youth.age is not None else ""
    return {
        "youth.name": "\n".join(part for part in (youth.name, youth.name_native) if part),
        "youth.born": words.born_about.format(born=born, age=age) if born and age else born or age,
        "youth.gender": words.gender.get(youth.gender, youth.gender),
        "youth.v_number": youth.v_number,
        "youth.language": youth.language,
        "youth.guardian": youth.guardian,
    }


def _piece(piece: FormPiece, words: Words) -> Entry:
    source = _joined(_source_word(piece, words), piece.source_note)
    return Entry(head=words.when(piece.when), body=piece.text, meta=_joined(piece.place, source))


def _quote(piece: FormPiece, words: Words) -> Quote:
    meta = _joined(words.when(piece.when), piece.quote_note)
    return Quote(text=piece.quote, original=piece.quote_original, meta=meta)


def _person(person: FormPerson, words: Words) -> Entry:
    return Entry(head=words.entity[person.type], body=person.value, meta=person.note)


def _source_word(piece: FormPiece, words: Words) -> str:
    return words.source_protected if piece.source_protected else words.source[piece.source]


def _recipient(code: str, language: str) -> str:
    """Give the full name of a recipient; one that is not in the list, such as a site, as it was written."""
    contact = load_contacts().get(code)
    return code if contact is None else contact.name(language)


def _short_recipient(code: str, language: str) -> str:
    contact = load_contacts().get(code)
    return code if contact is None else contact.short(language)


def _feedback(data: FormData, words: Words) -> str:
    due = words.asked_by.format(date=words.date(data.feedback_due)) if data.feedback_due else ""
    return " ".join(part for part in (data.feedback, due) if part)


def _answer(text: str, words: Words, *, is_unknown: bool) -> str:
    """Give an answer; "I don't know" is a full one."""
    return text or (words.dont_know if is_unknown else "")


def _joined(*parts: str) -> str:
    return " · ".join(part for part in dict.fromkeys(parts) if part)  # a site that is its own organisation, once
