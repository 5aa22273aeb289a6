"""The shipped indicator list: complete, sourced, in two languages, and without what must not be an indicator."""

import re
from collections import Counter

import msgspec
import pytest

from baken.errors import BugError
from baken.model.catalogue import Catalogue, Group, Indicator, Standing, load_catalogue
from baken.model.codes import Dimension, Strength
from baken.model.ids import IndicatorId
from baken.model.resources import Resource, read_resource, resource_root


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def _with(catalogue: Catalogue, *indicators: Indicator) -> Catalogue:
    return Catalogue(head=catalogue.head, sources=catalogue.sources, indicators=indicators, forms=catalogue.forms)


def test_the_list_has_its_140_lines_in_nine_groups(catalogue: Catalogue) -> None:
    assert Counter(indicator.group for indicator in catalogue.indicators) == {
        Group.BEHAVIOUR: 16,
        Group.HEALTH_APPEARANCE: 16,
        Group.POSSESSIONS_MONEY_PHONE: 17,
        Group.CONTACTS_TRANSPORT: 18,
        Group.STATEMENTS_ROUTE: 18,
        Group.STATEMENTS_SITUATION: 27,
        Group.INCIDENTS_OFFENCES: 9,
        Group.LOCATION: 7,
        Group.ABSENCE: 12,
    }


def test_strengths_are_those_of_the_source_and_no_more(catalogue: Catalogue) -> None:
    assert Counter(indicator.strength for indicator in catalogue.indicators) == {
        Strength.STRONG: 19,
        Strength.MEDIUM: 24,
        Strength.UNGRADED: 97,
    }


def test_every_graded_line_names_the_list_that_grades(catalogue: Catalogue) -> None:
    graded = [each for each in catalogue.indicators if each.strength is not Strength.UNGRADED]
    assert all("ILO" in indicator.sources for indicator in graded)
    assert catalogue.head.strength_standing is Standing.SECOND_HAND


def test_every_line_has_two_wordings_and_an_id_of_its_group(catalogue: Catalogue) -> None:
    for indicator in catalogue.indicators:
        assert re.fullmatch(r"[A-Z]{3}-\d{2}", indicator.id)
        assert indicator.wording_nl != indicator.wording_en
        assert indicator.wording("nl") == indicator.wording_nl
        assert indicator.wording("en") == indicator.wording_en
    prefixes = {(indicator.id[:3], indicator.group) for indicator in catalogue.indicators}
    assert len(prefixes) == len(Group)


def test_what_is_only_own_knowledge_is_marked(catalogue: Catalogue) -> None:
    only_ours = {"BEH-14", "HEA-12", "CON-09", "CON-18", "INC-04", "LOC-06", "ABS-05", "ABS-08"}
    assert {each.id for each in catalogue.indicators if each.sources == ("OK",)} == only_ours
    unverified = {each.id for each in catalogue.indicators if not catalogue.is_verified(each)}
    assert only_ours <= unverified
    assert catalogue.sources["ILO"].standing is Standing.SECOND_HAND
    assert catalogue.sources["OK"].standing is Standing.UNVERIFIED


def test_references_stand_in_the_order_of_the_sources(catalogue: Catalogue) -> None:
    indicator = catalogue.find("HEA-02")
    assert indicator is not None
    assert [source.ref[:10] for source in catalogue.references(indicator)] == ["Van Reisen", "Letter Nat"]


def test_general_distress_is_a_dimension_of_its_own_beside_vulnerability(catalogue: Catalogue) -> None:
    distress = [each for each in catalogue.indicators if Dimension.DISTRESS in each.dimensions]
    assert {"HEA-09", "HEA-10", "HEA-11", "HEA-12", "BEH-06"} <= {each.id for each in distress}
    assert all(Dimension.VULNERABILITY in each.dimensions for each in distress)


def test_origin_is_never_an_indicator(catalogue: Catalogue) -> None:
    banned = re.compile(r"nationali|etnic|ethnic|religi|herkomst|gay|homo|syri|eritr|marok|viet", re.IGNORECASE)
    found = {each.id for each in catalogue.indicators if banned.search(each.wording_nl + each.wording_en)}
    assert found == {"ROU-14"}  # being told what to say about one's nationality


def test_a_sixteen_year_old_or_a_boy_is_not_named_a_victim(catalogue: Catalogue) -> None:
    banned = re.compile(r"\bslachtoffer|\bvictim|\bdader|loverboy|illega", re.IGNORECASE)
    assert not [each.id for each in catalogue.indicators if banned.search(each.wording_nl + each.wording_en)]


def test_an_unknown_id_is_not_found_and_sorts_last(catalogue: Catalogue) -> None:
    assert catalogue.find("ZZZ-99") is None
    assert catalogue.position("ZZZ-99") == 140
    assert catalogue.position("BEH-01") == 0


def test_a_tag_keeps_the_wording_and_version_that_were_shown(catalogue: Catalogue) -> None:
    indicator = catalogue.indicators[0]
    tag = catalogue.tag(indicator, "nl")
    assert (tag.id, tag.list_version, tag.label) == ("BEH-01", catalogue.head.version, indicator.wording_nl)


def test_forms_of_exploitation_have_labels_and_unknown_is_one_of_them(catalogue: Catalogue) -> None:
    assert catalogue.form_label("criminal", "nl") == "criminele uitbuiting"
    assert catalogue.form_label("criminal", "en") == "criminal exploitation"
    assert catalogue.form_label("unknown", "nl") == "onbekend"
    assert catalogue.form_label("of-a-newer-list", "nl") == "of-a-newer-list"


@pytest.mark.parametrize(
    "change",
    [
        {"wording_nl": ""},
        {"wording_en": ""},
        {"forms": ()},
        {"forms": ("nonsense",)},
        {"dimensions": ()},
        {"sources": ()},
        {"sources": ("NOBODY",)},
    ],
)
def test_a_list_that_contradicts_itself_is_refused(catalogue: Catalogue, change: dict[str, object]) -> None:
    broken = msgspec.structs.replace(catalogue.indicators[0], **change)
    with pytest.raises(BugError):
        _with(catalogue, broken)


def test_a_double_id_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(BugError):
        _with(catalogue, catalogue.indicators[0], catalogue.indicators[0])


def test_an_unknown_dimension_or_field_is_refused() -> None:
    line = msgspec.to_builtins(load_catalogue().indicators[0])
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(line | {"dimensions": ["guilt"]}, Indicator)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(line | {"score": 3}, Indicator)


def test_a_missing_or_foreign_resource_is_a_bug() -> None:
    with pytest.raises(BugError):
        read_resource("catalogue/nothing.toml", Resource)
    with pytest.raises(BugError):
        read_resource("catalogue/exploitation.toml", Resource)


def test_resources_are_found_beside_the_code() -> None:
    assert (resource_root() / "catalogue" / "indicators.toml").is_file()


def test_ids_of_the_list_are_those_of_the_practice_cases() -> None:
    text = (resource_root() / "practice" / "cases.toml").read_text(encoding="utf-8")
    used = set(re.findall(r'"([A-Z]{3}-\d{2})"', text))
    assert used
    assert used <= {IndicatorId(each.id) for each in load_catalogue().indicators}
