"""What goes along to one recipient and what stays: line by line, one line per strand of a piece.

What staff think and pieces whose source is protected stay unless a person chooses otherwise; the rule itself is
`model.forms.default_left_out`. No Qt.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from baken.model.forms import LeftOut, Strand
from baken.model.ids import EntityId
from baken.model.records import When
from baken.model.views import Observation


class Why(Enum):
    """Why a line asks for a thought before it goes along; NOTHING for a plain fact."""

    NOTHING = "nothing"
    THOUGHT = "thought"
    PROTECTED = "protected"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One strand of one piece, kept or left out."""

    piece: EntityId
    strand: Strand
    text: str
    when: When
    author: str
    why: Why
    kept: bool


@dataclass(frozen=True, kw_only=True)
class Withheld:
    """What is not passed on: pieces left out whole (by their date), and whether words or thoughts stay."""

    pieces: tuple[When, ...]
    has_quotes: bool
    has_thoughts: bool


def lines_of(observations: Iterable[Observation], left_out: LeftOut) -> tuple[Line, ...]:
    """List every strand that holds text, in the order of what happened; withdrawn pieces never go out."""
    found = []
    for piece in sorted(observations, key=lambda each: (each.versions[0].when.start, each.id)):
        if piece.withdrawn_why:
            continue
        version = piece.versions[0]
        strands = (
            (Strand.TEXT, version.text),
            (Strand.QUOTE, version.quote or version.quote_original),
            (Strand.MEANING, version.meaning),
        )
        for strand, text in strands:
            if not text:
                continue
            why = Why.THOUGHT if strand is Strand.MEANING else Why.NOTHING
            if version.protect_source:
                why = Why.PROTECTED
            found.append(
                Line(
                    piece=piece.id,
                    strand=strand,
                    text=text,
                    when=version.when,
                    author=version.author,
                    why=why,
                    kept=(piece.id, strand) not in left_out,
                )
            )
    return tuple(found)


def with_choice(left_out: LeftOut, piece: EntityId, strand: Strand, *, kept: bool) -> LeftOut:
    """Give the choice with one strand kept or left out."""
    return left_out - {(piece, strand)} if kept else left_out | {(piece, strand)}


def withheld_of(lines: Iterable[Line]) -> Withheld:
    """Say what stays behind, for the box under the lines."""
    by_piece: dict[EntityId, list[Line]] = {}
    for line in lines:
        by_piece.setdefault(line.piece, []).append(line)
    whole = [mine[0].when for mine in by_piece.values() if not any(line.kept for line in mine)]
    rest = [line for mine in by_piece.values() if any(line.kept for line in mine) for line in mine if not line.kept]
    return Withheld(
        pieces=tuple(whole),
        has_quotes=any(line.strand is Strand.QUOTE for line in rest),
        has_thoughts=any(line.strand is Strand.MEANING for line in rest),
    )
