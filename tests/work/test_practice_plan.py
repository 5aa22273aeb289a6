"""The composite cases as planned entries: complete, moved in time, and of one piece."""

import datetime as dt
import itertools
import tomllib
from typing import Any

import pytest

from baken.model.codes import Basis, Precision, SignalState
from baken.model.ids import EntityId, IndicatorId
from baken.model.records import Disclosure, Dossier, IndicatorTag, MissingEpisode, Observation, RouteEvent, Signal
from baken.model.resources import resource_root
from baken.model.when import check_when
from baken.work.practice_dates import Shift
from baken.work.practice_plan import Planned, PracticePlan

TODAY = dt.date(2026, 3, 14)


def cases() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((resource_root() / "practice/cases.toml").read_text("utf-8"))["case"]
    return found


def plan(today: dt.date = TODAY) -> list[Planned]:
    numbers = itertools.count(1)

    def tag(code: IndicatorId) -> IndicatorTag:
        return IndicatorTag(id=code, list_version="1", label=code)

    made = PracticePlan(cases(), today=today, new_id=lambda: EntityId(f"{next(numbers):032x}"), tag=tag)
    return made.entries(cases())


@pytest.fixture(scope="module")
def planned() -> list[Planned]:
    return plan()


def test_everything_of_the_twelve_cases_is_planned(planned: list[Planned]) -> None:
    counts = {kind: sum(each.kind == kind for each in planned) for kind in {each.kind for each in planned}}
    assert counts == {
        "dossier": 17,
        "placement": 26,
        "route": 27,
        "observation": 192,
        "signal": 12,
        "missing": 3,
        "disclosure": 37,
        "feedback": 28,
    }


@pytest.mark.parametrize("today", [TODAY, dt.date(2024, 2, 29), dt.date(2031, 7, 1)])
def test_the_last_event_was_yesterday(today: dt.date) -> None:
    assert max(each.at for each in plan(today)).date() == today - dt.timedelta(days=1)


def test_entries_come_in_the_order_in_which_they_were_recorded(planned: list[Planned]) -> None:
    assert [each.at for each in planned] == sorted(each.at for each in planned)


def test_no_piece_refers_to_what_is_not_there(planned: list[Planned]) -> None:
    dossiers = {each.entity for each in planned if isinstance(each.body, Dossier)}
    pieces = {each.entity for each in planned if isinstance(each.body, Observation)}
    assert all(set(each.youths) <= dossiers for each in planned)
    for each in planned:
        if isinstance(each.body, Signal):
            assert set(each.body.observations) <= pieces
            assert all(set(indicator.pieces) <= pieces for indicator in each.body.indicators)


def test_pieces_happened_in_the_past(planned: list[Planned]) -> None:
    now = dt.datetime.combine(TODAY, dt.time())
    for each in planned:
        if isinstance(each.body, Observation | RouteEvent):
            check_when(each.body.when, now=now)


def test_a_site_signal_is_about_no_single_youth(planned: list[Planned]) -> None:
    signals = [each for each in planned if isinstance(each.body, Signal)]
    assert [len(each.youths) for each in signals].count(0) == 1
    assert {len(each.youths) for each in signals} == {0, 1, 3}


def test_an_unknown_moment_of_the_route_lies_between_its_neighbours(planned: list[Planned]) -> None:
    between = [each.body.when for each in planned if isinstance(each.body, RouteEvent) and each.body.when.end]
    assert any(when.precision is Precision.ABOUT and when.start < (when.end or "") for when in between)


def test_words_as_spoken_stand_apart_from_their_translation(planned: list[Planned]) -> None:
    spoken = [each.body for each in planned if isinstance(each.body, Observation) and each.body.quote_original]
    assert len(spoken) == 3
    assert all("origineel" not in piece.quote_note for piece in spoken)


def test_a_basis_is_recorded_only_where_the_case_names_one(planned: list[Planned]) -> None:
    bodies = [each.body for each in planned if isinstance(each.body, Disclosure)]
    by_note = {body.basis_note: body.basis for body in bodies}
    assert by_note["Vitaal belang, geen toestemming mogelijk (vermist)"] is Basis.VITAL_INTEREST
    assert by_note["Toestemming van Filmon (17); vitaal belang van een familielid"] is Basis.CONSENT
    assert by_note["Afschrift van het signaal aan AVIM"] is None


def test_the_decisions_of_the_cases_become_states(planned: list[Planned]) -> None:
    states = [each.body.state for each in planned if isinstance(each.body, Signal)]
    assert {state: states.count(state) for state in states} == {
        SignalState.PASSED_ON: 9,
        SignalState.FOLLOWED: 1,
        SignalState.CLOSED: 2,
    }


def test_who_came_back_is_said_when_several_were_missing(planned: list[Planned]) -> None:
    back = [each.body.returned for each in planned if isinstance(each.body, MissingEpisode) and each.body.returned]
    assert min(one.how for one in back).startswith("Karwan: ")


def test_ages_stay_what_they_were() -> None:
    late = [each.body for each in plan(dt.date(2031, 7, 1)) if isinstance(each.body, Dossier)]
    assert {int(body.arrival[:4]) - int(body.born[:4]) for body in late} <= {14, 15, 16, 17, 18}


@pytest.mark.parametrize(
    ("days", "text", "moved"),
    [
        (30, "Tussen 2 oktober en 7 november zagen", "Tussen 1 november en 7 december zagen"),
        (365, "in oktober en november 2025 elke week", "in oktober en november 2026 elke week"),
        (31, "foto van november", "foto van december"),
        (1, "Op 31 december 2025", "Op 1 januari 2026"),
        (2, "wat Fatima dinsdag opschreef. Vrijdag", "wat Fatima donderdag opschreef. Zondag"),
        (50, "nummer 06-00000417, Touwbaan 31-2", "nummer 06-00000417, Touwbaan 31-2"),
        (20, "op 5 januari", "op 25 januari"),
    ],
)
def test_days_inside_a_sentence_move_along(days: int, text: str, moved: str) -> None:
    assert Shift(days, season_year=2025).prose(text) == moved


@pytest.mark.parametrize(
    ("days", "text", "start", "end"),
    [
        (0, "2024-zomer", "2024-06", "2024-08"),
        (90, "2024-herfst", "2024-12", "2025-02"),
        (0, "2024-winter", "2023-12", "2024-02"),
        (365, "2024-lente", "2025-03", "2025-05"),
    ],
)
def test_a_season_stays_a_season(days: int, text: str, start: str, end: str) -> None:
    when = Shift(days, season_year=2025).when(text, "season")
    assert when is not None
    assert (when.start, when.end) == (start, end)


def test_a_year_or_month_stays_as_wide_as_it_was() -> None:
    shift = Shift(100, season_year=2025)
    assert (shift.iso("2010"), shift.iso("2008-02"), shift.iso("2009-05-12")) == ("2010", "2008-05", "2009-08-20")
    assert shift.iso("") == ""
