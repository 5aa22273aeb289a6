"""Moments are written in both languages and never more precisely than known."""

import datetime as dt

import pytest

from baken.gui.text import (
    Language,
    first_line,
    format_long_date,
    format_moment,
    format_time,
    format_when,
    isolate,
    plain,
)
from baken.model.codes import Precision
from baken.model.records import When

TODAY = dt.date(2025, 11, 8)


@pytest.mark.parametrize(
    ("start", "precision", "dutch", "english"),
    [
        ("2025-11-07T23:20", Precision.MINUTE, "vr 7 nov, 23:20", "Fri 7 Nov, 23:20"),
        ("2025-11-07T23", Precision.HOUR, "vr 7 nov, rond 23 u", "Fri 7 Nov, around 23 h"),
        ("2025-11-07T00", Precision.HOUR, "vr 7 nov, rond 0 u", "Fri 7 Nov, around 0 h"),
        ("2025-11-07", Precision.DAY, "vr 7 nov", "Fri 7 Nov"),
        ("2024-11-07", Precision.DAY, "do 7 nov 2024", "Thu 7 Nov 2024"),
        ("2025-06", Precision.MONTH, "juni 2025", "June 2025"),
        ("2024-06", Precision.SEASON, "zomer 2024", "summer 2024"),
        ("2024-12", Precision.SEASON, "winter 2024–2025", "winter 2024–2025"),
        ("2023", Precision.YEAR, "2023", "2023"),
        ("2023", Precision.ABOUT, "rond 2023", "around 2023"),
        ("2025-06", Precision.ABOUT, "rond juni 2025", "around June 2025"),
        ("", Precision.ABOUT, "datum onbekend", "date unknown"),
    ],
)
def test_a_moment_keeps_its_precision(start: str, precision: Precision, dutch: str, english: str) -> None:
    when = When(start=start, precision=precision)
    assert format_when(when, "nl", today=TODAY) == dutch
    assert format_when(when, "en", today=TODAY) == english


def test_a_span_within_a_day_repeats_only_the_time() -> None:
    when = When(start="2025-11-07T22:00", end="2025-11-07T23:30")
    assert format_when(when, "nl", today=TODAY) == "vr 7 nov, 22:00 – 23:30"


def test_a_span_over_days_has_both_dates() -> None:
    when = When(start="2025-11-05", end="2025-11-07", precision=Precision.DAY)
    assert format_when(when, "nl", today=TODAY) == "wo 5 nov – vr 7 nov"


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (When(start="2024-06", end="2024-08", precision=Precision.SEASON), "zomer 2024"),
        (When(start="2024-12", end="2025-02", precision=Precision.SEASON), "winter 2024–2025"),
        (When(start="2025-01", precision=Precision.SEASON), "winter 2024–2025"),
        (When(start="2024-06", end="2024-11", precision=Precision.SEASON), "zomer 2024 – herfst 2024"),
        (When(start="2023-01-01", end="2023-12-31", precision=Precision.YEAR), "2023"),
        (When(start="2024-03-01", end="2024-03-31", precision=Precision.MONTH), "maart 2024"),
    ],
)
def test_a_period_is_said_once(when: When, shown: str) -> None:
    assert format_when(when, "nl", today=TODAY) == shown


def test_hours_that_are_about_stay_about_at_both_ends() -> None:
    when = When(start="2025-11-07T09:00", end="2025-11-07T11:00", precision=Precision.HOUR)
    assert format_when(when, "nl", today=TODAY) == "vr 7 nov, rond 9 u – 11 u"


def test_dates_and_times_stand_alone() -> None:
    assert format_long_date(dt.date(2025, 11, 7), "nl") == "vrijdag 7 november"
    assert format_moment("", "nl") == ""
    assert format_moment("2025-11-07T08:12", "en", today=TODAY) == "Fri 7 Nov, 08:12"
    assert format_time("2025-11-07") == ""
    assert format_time(dt.datetime.fromisoformat("2025-11-07T08:02")) == "08:02"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_another_year_is_always_said(language: Language) -> None:
    assert "2024" in format_moment("2024-11-07T08:12", language, today=TODAY)


def test_isolates_wrap_and_come_off() -> None:
    assert plain(isolate("آدم")) == "آدم"
    assert len(isolate("آدم")) == len("آدم") + 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Auto bij hek", "Auto bij hek"),
        ("  Auto\tbij  hek ", "Auto bij hek"),
        ("Auto.\nKenteken AE", "Auto…"),
        ("Grijze auto reed langzaam langs het hek", "Grijze auto reed…"),
    ],
)
def test_the_first_line_is_cut_at_a_word_and_says_so(text: str, shown: str) -> None:
    assert first_line(text, 20) == shown
