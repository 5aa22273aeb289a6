"""Typed moments: what is understood, what is refused, and that nothing becomes more precise than it was typed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.errors import UserError
from baken.model.codes import Precision
from baken.model.records import When
from baken.model.when import check_when, reach_of, read_when

local = dt.datetime.fromisoformat
SATURDAY_MORNING = local("2026-03-14T09:30")


def read(text: str, now: dt.datetime = SATURDAY_MORNING) -> tuple[str, str | None, str]:
    when = read_when(text, now=now)
    return when.start, when.end, when.precision


@pytest.mark.parametrize(
    ("text", "start", "precision"),
    [
        ("gisteren 23u40", "2026-03-13T23:40", "minute"),
        ("yesterday 11:40 pm", "2026-03-13T23:40", "minute"),
        ("Vrijdag 23.40", "2026-03-13T23:40", "minute"),
        ("vr 13 op za 14 mrt, 23:40", "2026-03-13T23:40", "minute"),
        ("2026-03-13T23:40", "2026-03-13T23:40", "minute"),
        ("2026-03-13T23:40:12", "2026-03-13T23:40", "minute"),
        ("13-11-2025 23.40", "2025-11-13T23:40", "minute"),
        ("8:15", "2026-03-14T08:15", "minute"),
        ("2340 uur", "2026-03-13T23:40", "minute"),
        ("kwart over drie", "2026-03-14T03:15", "minute"),
        ("tien voor half vier", "2026-03-14T03:20", "minute"),
        ("vijf over half 4", "2026-03-14T03:35", "minute"),
        ("quarter to nine", "2026-03-14T08:45", "minute"),
        ("half past 8", "2026-03-14T08:30", "minute"),
        ("gisteren 24:00", "2026-03-14T00:00", "minute"),
        ("nu", "2026-03-14T09:30", "minute"),
        ("-90m", "2026-03-14T08:00", "minute"),
        ("half uur geleden", "2026-03-14T09:00", "minute"),
        ("een kwartier geleden", "2026-03-14T09:15", "minute"),
        ("an hour ago", "2026-03-14T08", "hour"),
        ("-2u", "2026-03-14T07", "hour"),
        ("gisteravond 11 uur", "2026-03-13T23", "hour"),
        ("vannacht 3 uur", "2026-03-14T03", "hour"),
        ("last night 11pm", "2026-03-13T23", "hour"),
        ("maandag morgen 9u", "2026-03-09T09", "hour"),
        ("om 11", "2026-03-13T23", "hour"),
        ("13 nov 23u", "2025-11-13T23", "hour"),
        ("wo", "2026-03-11", "day"),
        ("zaterdag", "2026-03-14", "day"),
        ("vorige zaterdag", "2026-03-07", "day"),
        ("last wed", "2026-03-11", "day"),
        ("13 nov", "2025-11-13", "day"),
        ("Nov 13, 2025", "2025-11-13", "day"),
        ("13/11", "2025-11-13", "day"),
        ("29 feb", "2024-02-29", "day"),
        ("13e", "2026-03-13", "day"),
        ("20th", "2026-02-20", "day"),
        ("vr 13 maart", "2026-03-13", "day"),
        ("eergisteren", "2026-03-12", "day"),
        ("the day before yesterday", "2026-03-12", "day"),
        ("3 dagen geleden", "2026-03-11", "day"),
        ("2 weken geleden", "2026-02-28", "about"),
        ("1 maand geleden", "2026-02", "month"),
        ("twee jaar geleden", "2024", "year"),
        ("nov 2025", "2025-11", "month"),
        ("november", "2025-11", "month"),
        ("deze maand", "2026-03", "month"),
        ("vorige maand", "2026-02", "month"),
        ("2025-11", "2025-11", "month"),
        ("vorig jaar", "2025", "year"),
        ("2025", "2025", "year"),
        ("rond 23:00", "2026-03-13T23:00", "about"),
        ("ongeveer 2023", "2023", "about"),
        ("~ 13 nov", "2025-11-13", "about"),
    ],
)
def test_a_typed_moment_keeps_the_precision_it_was_typed_with(text: str, start: str, precision: str) -> None:
    assert read(text) == (start, None, precision)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("vannacht", "2026-03-13T23", "2026-03-14T05", "hour"),
        ("nacht van vr op za", "2026-03-13T23", "2026-03-14T05", "hour"),
        ("nacht van 13 op 14 maart", "2026-03-13T23", "2026-03-14T05", "hour"),
        ("last night", "2026-03-13T18", "2026-03-14T05", "hour"),
        ("gisteravond", "2026-03-13T18", "2026-03-13T23", "hour"),
        ("'s nachts", "2026-03-13T23", "2026-03-14T05", "hour"),
        ("maandagochtend", "2026-03-09T06", "2026-03-09T11", "hour"),
        ("vanochtend", "2026-03-14T06", "2026-03-14T09", "hour"),
        ("rond gistermiddag", "2026-03-13T12", "2026-03-13T17", "about"),
        ("zomer 2024", "2024-06", "2024-08", "season"),
        ("2023-herfst", "2023-09", "2023-11", "season"),
        ("winter", "2025-12", "2026-02", "season"),
        ("eind oktober", "2025-10-21", "2025-10-31", "about"),
        ("begin februari", "2026-02-01", "2026-02-10", "about"),
        ("half november", "2025-11-11", "2025-11-20", "about"),
        ("vorige week", "2026-03-02", "2026-03-08", "day"),
        ("deze week", "2026-03-09", "2026-03-14", "day"),
    ],
)
def test_a_stretch_of_time_has_both_ends(text: str, start: str, end: str, precision: str) -> None:
    assert read(text) == (start, end, precision)


@pytest.mark.parametrize(
    ("now", "start", "end"),
    [
        (local("2026-03-14T03:10"), "2026-03-13T23", "2026-03-14T03"),
        (local("2026-03-14T23:40"), "2026-03-14T23", "2026-03-14T23"),
        (local("2026-03-14T14:00"), "2026-03-13T23", "2026-03-14T05"),
    ],
)
def test_tonight_in_dutch_is_the_night_that_goes_on_or_the_last_one(now: dt.datetime, start: str, end: str) -> None:
    assert read("vannacht", now) == (start, end, "hour")


def test_the_weekend_is_the_one_that_began_last() -> None:
    assert read("weekend", local("2026-03-18T09:00")) == ("2026-03-14", "2026-03-15", "day")
    assert read("afgelopen weekend", local("2026-03-15T09:00")) == ("2026-03-14", "2026-03-15", "day")


@pytest.mark.parametrize("text", ["half 12", "kwart over 11"])
def test_a_spoken_time_without_a_day_is_the_last_that_came(text: str) -> None:
    assert read(text, local("2026-03-14T23:50"))[0].startswith("2026-03-14T23:")


@pytest.mark.parametrize(
    "text", ["morgen", "tomorrow", "vanavond", "2027-01-01", "vandaag 11 pm", "2026-03-14T09:31", "1-4-2026"]
)
def test_what_is_still_to_come_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="when-in-future"):
        read(text)


@pytest.mark.parametrize("text", ["gisteren half 12", "gisteren om 11", "gisternacht"])
def test_what_can_mean_two_moments_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="when-ambiguous"):
        read(text)


def test_a_weekday_that_does_not_belong_to_the_date_is_refused() -> None:
    with pytest.raises(UserError, match="when-weekday-differs"):
        read("do 13 maart")
    with pytest.raises(UserError, match="when-weekday-differs"):
        read("wo op za 14 mrt")


@pytest.mark.parametrize(
    "text",
    [
        *("", "foo", "31 nov", "32-1", "25:10", "12:61", "half 13", "13 pm", "0812345678"),
        *("vorige week 23:00", "maart 10:00", "gisterochtend avond", "2 uur wo do", "half een dag geleden"),
        *("nacht van 12 op 14 maart", "nacht van vr op vorige week", "2026-13-01", "0000-01-01", "1799"),
        *("2026-02-30T10:00", "999 jaar geleden geleden", "13-13-2025", "het"),
    ],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="when-not-understood"):
        read(text)


def test_what_was_typed_is_kept_unless_it_was_a_plain_time() -> None:
    assert read_when(" Gisteren 23u40", now=SATURDAY_MORNING).typed == "Gisteren 23u40"
    assert read_when("2026-03-13T23:40", now=SATURDAY_MORNING).typed == ""
    assert read_when("23:40", now=SATURDAY_MORNING).typed == ""


@given(st.text(max_size=40))
def test_any_text_is_understood_as_past_or_refused_with_a_code(text: str) -> None:
    try:
        when = read_when(text, now=SATURDAY_MORNING)
    except UserError:
        return
    reach = reach_of(when)
    assert reach is not None
    assert reach.start <= SATURDAY_MORNING
    check_when(when, now=SATURDAY_MORNING)


WORDS = st.sampled_from(
    [
        "gisteren",
        "vr",
        "za",
        "wo",
        "nacht",
        "avond",
        "23u40",
        "11",
        "half",
        "kwart",
        "over",
        "13",
        "nov",
        "maart",
        "2025",
        "zomer",
        "rond",
        "om",
        "-2u",
        "geleden",
        "dagen",
        "last",
        "night",
        "pm",
        "week",
        "vorige",
        "13-11",
        "op",
        "van",
        "het",
        "eind",
    ]
)


@given(st.lists(WORDS, max_size=6), st.datetimes(local("2000-01-01T00:00"), local("2100-01-01T00:00")))
def test_any_mixture_of_known_words_is_understood_as_past_or_refused(words: list[str], now: dt.datetime) -> None:
    try:
        when = read_when(" ".join(words), now=now)
    except UserError:
        return
    check_when(when, now=now)


@given(st.datetimes(local("1950-01-01T00:00"), SATURDAY_MORNING))
def test_a_plain_moment_reads_back_as_itself(moment: dt.datetime) -> None:
    text = moment.isoformat(timespec="minutes")
    assert read_when(text, now=SATURDAY_MORNING) == When(start=text)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026", None, 365 * 24),
        ("2024-02", None, 29 * 24),
        ("2024-06", "2024-08", 92 * 24),
        ("2026-03-13", None, 24),
        ("2026-03-13T23", "2026-03-14T05", 7),
    ],
)
def test_a_moment_reaches_as_far_as_its_text(start: str, end: str | None, hours: int) -> None:
    reach = reach_of(When(start=start, end=end, precision=Precision.ABOUT))
    assert reach is not None
    assert reach.end - reach.start == dt.timedelta(hours=hours)


@pytest.mark.parametrize(
    "when",
    [
        When(start="gisteren"),
        When(start="2026-13-01"),
        When(start="2026-03-13T25:00"),
        When(start=""),
        When(start="2026-03-13", end="2026-03-12"),
        When(start="9999"),
        When(start="2026-03-13", end="straks"),
    ],
)
def test_a_moment_that_no_form_can_make_is_refused(when: When) -> None:
    with pytest.raises(UserError, match="when-not-understood"):
        check_when(when, now=SATURDAY_MORNING)


def test_a_wholly_unknown_moment_is_allowed_as_about() -> None:
    check_when(When(start="", precision=Precision.ABOUT), now=SATURDAY_MORNING)


def test_a_moment_of_tomorrow_is_refused_when_checked() -> None:
    with pytest.raises(UserError, match="when-in-future"):
        check_when(When(start="2026-03-15", precision=Precision.DAY), now=SATURDAY_MORNING)
