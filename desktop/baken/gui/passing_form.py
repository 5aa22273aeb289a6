"""What a person chose for one recipient: purpose, basis, language, the text, what is left out. No Qt."""

import datetime as dt
from dataclasses import dataclass, field, replace

from baken.model.codes import Basis
from baken.model.forms import FormRequest, LeftOut, Strand
from baken.model.ids import EntityId

from .passing_lines import with_choice

RECIPIENTS = ("AVIM", "EMM", "Nidos")
"""To whom form F6 goes. Source: netherlands.md, section 7."""


@dataclass(frozen=True, kw_only=True)
class PassingForm:
    """The choices for one recipient; `facts` is None while the signal's own text goes as it is."""

    recipient: str
    left_out: LeftOut = field(default_factory=frozenset)
    purpose: str = ""
    basis: Basis | None = None
    basis_note: str = ""
    told: str = ""
    facts: str | None = None

    def request(self, signal: EntityId, language: str) -> FormRequest:
        """Give what work needs to make the paper."""
        return FormRequest(
            signal=signal,
            recipient=self.recipient,
            basis=self.basis,
            basis_note=self.basis_note.strip(),
            purpose=self.purpose.strip(),
            told=self.told.strip(),
            language=language,
            left_out=self.left_out,
            facts=self.facts,
        )

    def choosing(self, piece: EntityId, strand: Strand, *, kept: bool) -> "PassingForm":
        """Keep one strand of one piece, or leave it out."""
        return replace(self, left_out=with_choice(self.left_out, piece, strand, kept=kept))


def file_name(recipient: str, day: dt.date) -> str:
    """Suggest a name for the file; it never holds the name of a youth."""
    return f"F6-{recipient}-{day.isoformat()}.pdf"
