"""What the pieces of a signal speak of, per dimension: which indicators, and the dates of the pieces behind each.

Shows what is there and what is missing. It never counts, adds or weighs for the reader, and it never says that a child
is or is not a victim. Signs of harm stay apart from risk factors and from general distress. Pure: the same tags and
the same list give the same answer, whatever their order.
Source: indicators.md, sections 0, 3.1 and 3.2.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from .catalogue import Catalogue, Indicator
from .codes import Dimension, Strength
from .ids import EntityId
from .records import IndicatorTag, SignalIndicator, When
from .views import Coverage, CoverageItem, ObservationRow

HARM = (Dimension.ACT, Dimension.MEANS, Dimension.PURPOSE)
"""Dimensions of possible harm; the published combination rule is about these."""

RISK = (Dimension.VULNERABILITY, Dimension.DISAPPEARANCE_RISK)
"""Risk factors, kept apart and never combined. Source: indicators.md, section 0, point 3."""

UNLISTED = "unlisted"
"""Dimension name for tags whose indicator this list does not have; present only when there are such tags."""


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """One indicator that a person chose, and one piece that it rests on with its date; both None without a piece."""

    tag: IndicatorTag
    piece: EntityId | None = None
    when: When | None = None


def gather_evidence(chosen: Iterable[SignalIndicator], observations: Iterable[ObservationRow]) -> tuple[Evidence, ...]:
    """Give what a signal's coverage rests on: tags on its pieces, and indicators chosen in the signal itself.

    A tag that this site put beside a piece of another one counts like those of the piece itself. A withdrawn piece
    carries nothing any more. An indicator chosen in the signal stays, also when no piece (or none
    that this vault holds) is behind it: it was a person's choice.
    """
    pieces = {row.id: row for row in observations if not row.withdrawn}
    evidence = [
        Evidence(tag=tag, piece=row.id, when=row.when)
        for row in pieces.values()
        for tag in (*row.indicators, *row.noted)
    ]
    for indicator in chosen:
        behind = [pieces[piece] for piece in indicator.pieces if piece in pieces]
        evidence += [Evidence(tag=indicator.tag, piece=row.id, when=row.when) for row in behind]
        if not behind:
            evidence.append(Evidence(tag=indicator.tag))
    return tuple(evidence)


def cover(evidence: Iterable[Evidence], catalogue: Catalogue, *, is_minor: bool = True) -> tuple[Coverage, ...]:
    """Give the dimensions in fixed order (harm, risk, distress), the empty ones too, then `UNLISTED` if needed.

    `is_minor` stays True while the age is in doubt (indicators.md 3.3: presume minority). Items come in the order of
    the list; where one indicator was tagged under several list versions the newest wording stands. `rule_met` is only
    ever True for a dimension of harm.
    """
    by_indicator: dict[str, list[Evidence]] = defaultdict(list)
    for each in evidence:
        by_indicator[each.tag.id].append(each)
    items: dict[str, list[CoverageItem]] = {dimension: [] for dimension in (*HARM, *RISK, Dimension.DISTRESS)}
    for name in sorted(by_indicator, key=lambda name: (catalogue.position(name), name)):
        indicator = catalogue.find(name)
        item = _item(by_indicator[name], indicator)
        for dimension in (UNLISTED,) if indicator is None else indicator.dimensions:
            items.setdefault(dimension, []).append(item)
    return tuple(
        Coverage(
            dimension=str(dimension),
            items=tuple(found),
            rule_met=dimension in HARM and is_combination(item.strength for item in found),
            required=dimension in HARM and not (is_minor and dimension == Dimension.MEANS),
        )
        for dimension, found in items.items()
    )


def is_combination(strengths: Iterable[str]) -> bool:
    """Say whether different indicators of one dimension meet the published rule together.

    Two strong; or one strong and one medium; or three medium. The rule also speaks of weak indicators: the
    child-labour list has none, and an ungraded indicator is not a weak one.
    Source: indicators.md, section 3.1 (ILO/EC, second-hand).
    """
    graded = list(strengths)
    strong, medium = graded.count(Strength.STRONG), graded.count(Strength.MEDIUM)
    return strong >= 2 or (strong == 1 and medium >= 1) or medium >= 3


def _item(evidence: list[Evidence], indicator: Indicator | None) -> CoverageItem:
    """Gather one indicator's pieces, each once, in the order of what happened."""
    pieces = {(each.piece, each.when) for each in evidence if each.piece is not None and each.when is not None}
    ordered = sorted(pieces, key=_moment)
    newest = max((each.tag for each in evidence), key=_version)
    return CoverageItem(
        tag=newest,
        strength=str(Strength.UNGRADED if indicator is None else indicator.strength),
        pieces=tuple(piece for piece, _ in ordered),
        dates=tuple(when for _, when in ordered),
    )


def _version(tag: IndicatorTag) -> tuple[list[int], str, str]:
    """Sort list versions by their numbers, so that 2026-10 comes after 2026-2."""
    return [int(digits) for digits in re.findall(r"[0-9]+", tag.list_version)], tag.list_version, tag.label


def _moment(dated: tuple[EntityId, When]) -> tuple[str, str, str, str, str]:
    piece, when = dated
    return when.start, when.end or "", piece, when.precision, when.typed
