"""What the chosen pieces speak of, dimension by dimension, while a signal is being built.

Uses the published coverage of `model.coverage`; adds only the order and the states in which the window shows it.
It never counts, adds or weighs. No Qt.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from baken.model.catalogue import Catalogue
from baken.model.coverage import cover, gather_evidence
from baken.model.views import Coverage, CoverageItem, ObservationRow

from .signal_form import SignalForm


class State(Enum):
    """What stands at the right of a dimension's head, in a word."""

    WITH_PIECES = "with_pieces"
    NOT_NEEDED = "not_needed"
    NO_PIECES_YET = "no_pieces_yet"


@dataclass(frozen=True, kw_only=True)
class Dimensions:
    """The dimensions as shown: those of harm, the risk factors, and signs of distress apart."""

    harm: tuple[Coverage, ...]
    risk: tuple[Coverage, ...]
    apart: tuple[Coverage, ...]


def dimensions_of(
    form: SignalForm, rows: Iterable[ObservationRow], catalogue: Catalogue, *, is_minor: bool
) -> Dimensions:
    """Give what the form's pieces speak of; `is_minor` stays True while the age is in doubt."""
    chosen = [row for row in rows if row.id in form.observations]
    evidence = gather_evidence(form.indicators, chosen)
    coverage = {each.dimension: each for each in cover(evidence, catalogue, is_minor=is_minor)}
    return Dimensions(
        harm=tuple(coverage.pop(name) for name in ("act", "means", "purpose")),
        risk=tuple(coverage.pop(name) for name in ("vulnerability", "disappearance_risk")),
        apart=tuple(coverage.values()),
    )


def state_of(coverage: Coverage) -> State:
    """Say whether pieces speak of a dimension; that none do says nothing about the youth."""
    if coverage.items and any(item.pieces for item in coverage.items):
        return State.WITH_PIECES
    if coverage.dimension == "means" and not coverage.required:
        return State.NOT_NEEDED
    return State.NO_PIECES_YET


def is_own_of_signal(form: SignalForm, item: CoverageItem) -> bool:
    """Say whether the item was chosen in this signal, so that it can be taken out here."""
    return any(each.tag.id == item.tag.id for each in form.indicators)
