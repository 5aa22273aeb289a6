"""What a person chose for one recipient: purpose, basis, language, the text, what is left out. No Qt."""

import datetime as dt
from dataclasses import dataclass, field, replace

from baken.model.codes import Basis
from baken.model.form_persons import PersonKey
from baken.model.forms import FormRequest, LeftOut, Strand
from baken.model.ids import EntityId

from .passing_lines import with_choice
from .passing_passages import without

RECIPIENTS = ("AVIM", "EMM", "Nidos")
"""To whom form F6 goes. Source: netherlands.md, section 7."""


@dataclass(frozen=True, kw_only=True)
class PassingForm:
    """The choices for one recipient; `facts` is None while the signal's own text stands there as it is.

    `kept` and `removed` are sentences of that text, by their words, about which somebody chose.
    """

    recipient: str
    left_out: LeftOut = field(default_factory=frozenset)
    persons_kept: frozenset[PersonKey] = frozenset()
    persons_left_out: frozenset[PersonKey] = frozenset()
    purpose: str = ""
    basis: Basis | None = None
    basis_note: str = ""
    told: str = ""
    facts: str | None = None
    kept: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()

    def request(self, signal: EntityId, language: str, own_text: str) -> FormRequest:
        """Give what work needs to make the paper; `own_text` is the text of the signal itself."""
        printed = without(own_text if self.facts is None else self.facts, self.removed)
        return FormRequest(
            signal=signal,
            recipient=self.recipient,
            basis=self.basis,
            basis_note=self.basis_note.strip(),
            purpose=self.purpose.strip(),
            told=self.told.strip(),
            language=language,
            left_out=self.left_out,
            persons_kept=self.persons_kept,
            persons_left_out=self.persons_left_out,
            facts=None if printed == own_text else printed,
        )

    def choosing(self, piece: EntityId, strand: Strand, *, kept: bool) -> "PassingForm":
        """Keep one strand of one piece, or leave it out."""
        return replace(self, left_out=with_choice(self.left_out, piece, strand, kept=kept))

    def choosing_person(self, person: PersonKey, *, kept: bool) -> "PassingForm":
        """Keep a person or identifier, or leave it out."""
        one = {person}
        if kept:
            return replace(self, persons_kept=self.persons_kept | one, persons_left_out=self.persons_left_out - one)
        return replace(self, persons_kept=self.persons_kept - one, persons_left_out=self.persons_left_out | one)

    def choosing_sentence(self, sentence: str, *, kept: bool) -> "PassingForm":
        """Keep one sentence of the text, or leave it out."""
        gains, loses = (self.kept, self.removed) if kept else (self.removed, self.kept)
        gains, loses = gains | {sentence}, loses - {sentence}
        return replace(self, kept=gains if kept else loses, removed=loses if kept else gains)


def file_name(recipient: str, day: dt.date) -> str:
    """Suggest a name for the file; it never holds the name of a youth."""
    return f"F6-{recipient}-{day.isoformat()}.pdf"
