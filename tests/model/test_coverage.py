"""Coverage: what is there and what is missing, without a sum, and the same whatever the order."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.catalogue import load_catalogue
from baken.model.codes import Dimension, Precision, Source, Strength
from baken.model.coverage import HARM, RISK, UNLISTED, Evidence, cover, gather_evidence, is_combination
from baken.model.ids import EntityId, EntryId, IndicatorId
from baken.model.records import IndicatorTag, SignalIndicator, When
from baken.model.views import Coverage, ObservationRow

CATALOGUE = load_catalogue()
ORDER = ("act", "means", "purpose", "vulnerability", "disappearance_risk", "distress")


def _tag(indicator: str, version: str = "2026-1", label: str = "") -> IndicatorTag:
    return IndicatorTag(id=IndicatorId(indicator), list_version=version, label=label or indicator)


def _evidence(indicator: str, piece: str = "a", start: str = "2025-10-17") -> Evidence:
    when = When(start=start, precision=Precision.DAY)
    return Evidence(tag=_tag(indicator), piece=EntityId(piece), when=when)


def _row(piece: str, *indicators: str, withdrawn: bool = False) -> ObservationRow:
    return ObservationRow(
        id=EntityId(piece),
        entry=EntryId(""),
        text="",
        has_quote=False,
        has_meaning=False,
        kind=None,
        source=Source.SEEN_MYSELF,
        when=When(start="2025-10-17", precision=Precision.DAY),
        recorded="",
        author="",
        site="",
        about=(),
        withdrawn=withdrawn,
        indicators=tuple(_tag(indicator) for indicator in indicators),
    )


def _by_name(coverage: tuple[Coverage, ...]) -> dict[str, Coverage]:
    return {each.dimension: each for each in coverage}


def test_every_dimension_is_shown_also_when_nothing_speaks_of_it() -> None:
    coverage = cover([], CATALOGUE)
    assert tuple(each.dimension for each in coverage) == ORDER
    assert not any(each.items or each.rule_met for each in coverage)


def test_means_are_not_required_for_a_minor() -> None:
    required = {each.dimension for each in cover([], CATALOGUE) if each.required}
    assert required == {"act", "purpose"}


def test_means_are_required_for_an_adult() -> None:
    required = {each.dimension for each in cover([], CATALOGUE, is_minor=False) if each.required}
    assert required == {"act", "means", "purpose"}


def test_an_indicator_of_two_dimensions_stands_in_both() -> None:
    coverage = _by_name(cover([_evidence("POS-02")], CATALOGUE))
    assert coverage["act"].items == coverage["purpose"].items
    assert [item.tag.id for item in coverage["act"].items] == ["POS-02"]


def test_dates_of_the_pieces_stand_in_the_order_of_what_happened() -> None:
    evidence = [_evidence("POS-01", "b", "2025-11-04"), _evidence("POS-01", "a", "2025-10-02")]
    (item,) = _by_name(cover(evidence, CATALOGUE))["purpose"].items
    assert item.pieces == ("a", "b")
    assert [when.start for when in item.dates] == ["2025-10-02", "2025-11-04"]


def test_one_piece_tagged_twice_stands_once() -> None:
    (item,) = _by_name(cover([_evidence("POS-01"), _evidence("POS-01")], CATALOGUE))["purpose"].items
    assert item.pieces == ("a",)


def test_many_pieces_of_one_strong_indicator_are_not_a_combination() -> None:
    evidence = [_evidence("STA-18", str(number)) for number in range(9)]
    assert not _by_name(cover(evidence, CATALOGUE))["purpose"].rule_met


def test_two_different_strong_indicators_are_a_combination() -> None:
    evidence = [_evidence("STA-18"), _evidence("STA-01")]
    assert _by_name(cover(evidence, CATALOGUE))["purpose"].rule_met


def test_risk_factors_and_distress_are_never_combined() -> None:
    medium = [_evidence(name) for name in ("STA-26", "STA-27", "CON-07", "HEA-09", "ABS-12")]
    coverage = _by_name(cover(medium, CATALOGUE))
    assert len(coverage["vulnerability"].items) == 5
    for dimension in (*RISK, Dimension.DISTRESS):
        assert not coverage[dimension].rule_met
        assert not coverage[dimension].required


def test_an_indicator_without_a_piece_is_shown_without_dates() -> None:
    (item,) = _by_name(cover([Evidence(tag=_tag("POS-01"))], CATALOGUE))["purpose"].items
    assert (item.pieces, item.dates) == ((), ())


def test_an_indicator_of_another_list_is_shown_apart_and_never_dropped() -> None:
    coverage = cover([_evidence("NEW-01"), _evidence("POS-01")], CATALOGUE)
    assert coverage[-1].dimension == UNLISTED
    assert [item.tag.id for item in coverage[-1].items] == ["NEW-01"]
    assert not coverage[-1].rule_met


def test_the_newest_wording_of_an_indicator_stands() -> None:
    evidence = [
        Evidence(tag=_tag("POS-01", "2026-10", "new")),
        Evidence(tag=_tag("POS-01", "2026-2", "old")),
    ]
    (item,) = _by_name(cover(evidence, CATALOGUE))["purpose"].items
    assert item.tag.label == "new"


@pytest.mark.parametrize(
    ("strengths", "met"),
    [
        ("ss", True),
        ("sm", True),
        ("mmm", True),
        ("s", False),
        ("mm", False),
        ("suuuuu", False),
        ("mmuuuu", False),
        ("uuuuuuuuuu", False),
        ("", False),
    ],
)
def test_the_published_combination_rule(strengths: str, met: bool) -> None:
    names = {"s": Strength.STRONG, "m": Strength.MEDIUM, "u": Strength.UNGRADED}
    assert is_combination([names[letter] for letter in strengths]) is met


def test_nothing_in_the_answer_is_a_number_or_a_verdict() -> None:
    fields = {field.name for field in msgspec.structs.fields(Coverage)}
    assert fields == {"dimension", "items", "rule_met", "required"}


IDS = st.sampled_from([*(each.id for each in CATALOGUE.indicators), IndicatorId("NEW-01")])
WHENS = st.builds(
    When,
    start=st.sampled_from(["2025", "2025-10", "2025-10-17", "2025-10-17T00:15"]),
    precision=st.sampled_from(Precision),
    end=st.none() | st.just("2025-11-01"),
)
TAGS = st.builds(
    IndicatorTag, id=IDS, list_version=st.sampled_from(["2026-1", "2026-2", "x"]), label=st.sampled_from("ab")
)
EVIDENCE = st.lists(
    st.builds(Evidence, tag=TAGS, piece=st.sampled_from([EntityId(name) for name in "abcdef"]), when=WHENS)
    | st.builds(Evidence, tag=TAGS),
    max_size=30,
)


@given(evidence=EVIDENCE, minor=st.booleans(), data=st.data())
def test_the_same_tags_give_identical_bytes_in_any_order(
    evidence: list[Evidence], minor: bool, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(evidence))
    once = msgspec.json.encode(cover(evidence, CATALOGUE, is_minor=minor))
    assert msgspec.json.encode(cover([*shuffled, *evidence], CATALOGUE, is_minor=minor)) == once


@given(evidence=EVIDENCE)
def test_every_tag_is_shown_and_nothing_else(evidence: list[Evidence]) -> None:
    coverage = cover(evidence, CATALOGUE)
    shown = {item.tag.id for each in coverage for item in each.items}
    assert shown == {each.tag.id for each in evidence}
    for each in coverage:
        assert all(len(item.pieces) == len(item.dates) for item in each.items)


@given(evidence=EVIDENCE, more=EVIDENCE)
def test_more_evidence_never_takes_a_combination_away(evidence: list[Evidence], more: list[Evidence]) -> None:
    before, after = _by_name(cover(evidence, CATALOGUE)), _by_name(cover(evidence + more, CATALOGUE))
    for dimension in HARM:
        assert after[dimension].rule_met or not before[dimension].rule_met


def test_tags_on_pieces_and_indicators_of_the_signal_are_gathered() -> None:
    chosen = SignalIndicator(tag=_tag("STA-18"), pieces=(EntityId("b"), EntityId("elsewhere")))
    evidence = gather_evidence([chosen], [_row("a", "POS-02"), _row("b")])
    assert [(each.tag.id, each.piece) for each in evidence] == [("POS-02", "a"), ("STA-18", "b")]


def test_a_withdrawn_piece_carries_nothing_but_the_choice_stays() -> None:
    chosen = SignalIndicator(tag=_tag("STA-18"), pieces=(EntityId("a"),))
    evidence = gather_evidence([chosen], [_row("a", "POS-02", withdrawn=True)])
    assert evidence == (Evidence(tag=_tag("STA-18")),)
