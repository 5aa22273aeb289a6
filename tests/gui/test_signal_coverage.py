from baken.gui.signal_coverage import State, dimensions_of, is_own_of_signal, state_of
from baken.gui.signal_form import SignalForm
from baken.model.catalogue import load_catalogue
from baken.model.codes import Kind, Source
from baken.model.ids import EntityId, EntryId, IndicatorId
from baken.model.records import IndicatorTag, When
from baken.model.views import ObservationRow

CAR = EntityId("0a" * 16)
NOTE = EntityId("0b" * 16)


def tag(name: str) -> IndicatorTag:
    indicator = load_catalogue().find(name)
    assert indicator is not None
    return load_catalogue().tag(indicator, "nl")


def row(piece: EntityId, start: str, *tags: IndicatorTag) -> ObservationRow:
    return ObservationRow(
        id=piece,
        entry=EntryId(piece * 2),
        text="Grijze Golf",
        has_quote=False,
        has_meaning=False,
        kind=Kind.CONTACT,
        source=Source.SEEN_MYSELF,
        when=When(start=start),
        recorded=start,
        author="Sander",
        site="",
        about=(),
        indicators=tags,
    )


ROWS = (row(CAR, "2025-10-17T00:15", tag("CON-01")), row(NOTE, "2025-10-23T22:00"))


def test_a_tag_on_a_piece_counts_only_while_the_piece_is_chosen() -> None:
    for form, expected in ((SignalForm(), set()), (SignalForm(observations=(CAR,)), {IndicatorId("CON-01")})):
        dimensions = dimensions_of(form, ROWS, load_catalogue(), is_minor=True)
        assert {item.tag.id for each in (*dimensions.harm, *dimensions.risk) for item in each.items} == expected


def test_harm_risk_and_distress_stand_apart_and_the_empty_ones_are_there_too() -> None:
    dimensions = dimensions_of(SignalForm(), ROWS, load_catalogue(), is_minor=True)
    assert [each.dimension for each in dimensions.harm] == ["act", "means", "purpose"]
    assert [each.dimension for each in dimensions.risk] == ["vulnerability", "disappearance_risk"]
    assert [each.dimension for each in dimensions.apart] == ["distress"]


def test_means_of_a_minor_are_called_not_needed_and_of_an_adult_not_yet_there() -> None:
    for is_minor, expected in ((True, State.NOT_NEEDED), (False, State.NO_PIECES_YET)):
        dimensions = dimensions_of(SignalForm(), ROWS, load_catalogue(), is_minor=is_minor)
        assert state_of(dimensions.harm[1]) is expected


def test_a_dimension_with_a_dated_piece_says_so() -> None:
    form = SignalForm(observations=(CAR, NOTE)).with_indicator(tag("CON-01"), [CAR, NOTE])
    dimensions = dimensions_of(form, ROWS, load_catalogue(), is_minor=True)
    spoken = [each for each in (*dimensions.harm, *dimensions.risk) if each.items]
    assert spoken
    assert all(state_of(each) is State.WITH_PIECES for each in spoken)
    assert all(item.dates == (ROWS[0].when, ROWS[1].when) for each in spoken for item in each.items)


def test_only_what_was_chosen_in_the_signal_can_be_taken_out_there() -> None:
    form = SignalForm(observations=(CAR,))
    dimensions = dimensions_of(form, ROWS, load_catalogue(), is_minor=True)
    (item,) = {item.tag.id: item for each in (*dimensions.harm, *dimensions.risk) for item in each.items}.values()
    assert not is_own_of_signal(form, item)
    assert is_own_of_signal(form.with_indicator(item.tag, [CAR]), item)
