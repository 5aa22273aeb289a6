"""Dates on paper: never more precise than they are known, in two languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.codes import Basis, Danger, EntityType, Precision, Source
from baken.model.records import When
from baken.reports.words import load_words

NL, EN = load_words("nl"), load_words("en")


@pytest.mark.parametrize(
    ("when", "nl", "en"),
    [
        (When(start="2025-10-17T00:15"), "17 okt 2025, 00:15", "17 Oct 2025, 00:15"),
        (
            When(start="2025-10-17T23:00", precision=Precision.HOUR),
            "17 okt 2025, rond 23 uur",
            "17 Oct 2025, around 23:00",
        ),
        (When(start="2025-10-17T23:40", precision=Precision.DAY), "17 okt 2025", "17 Oct 2025"),
        (When(start="2025-10-17", precision=Precision.MONTH), "oktober 2025", "October 2025"),
        (When(start="2024-06", precision=Precision.SEASON, end="2024-08"), "zomer 2024", "summer 2024"),
        (When(start="2024-12", precision=Precision.SEASON, end="2025-02"), "winter 2024–2025", "winter 2024–2025"),
        (When(start="2025-01", precision=Precision.SEASON), "winter 2024–2025", "winter 2024–2025"),
        (When(start="2023-03-01", precision=Precision.YEAR), "2023", "2023"),
        (When(start="2023", precision=Precision.ABOUT), "rond 2023", "around 2023"),
        (When(start="2024-05", precision=Precision.ABOUT), "rond mei 2024", "around May 2024"),
        (
            When(start="2025-10-17T00:15", end="2025-10-17T00:45"),
            "17 okt 2025, 00:15 – 00:45",
            "17 Oct 2025, 00:15 – 00:45",
        ),
        (
            When(start="2025-10-17", end="2025-10-19", precision=Precision.DAY),
            "17 okt 2025 – 19 okt 2025",
            "17 Oct 2025 – 19 Oct 2025",
        ),
        (When(start="2025-10-17", end="2025-10-17", precision=Precision.DAY), "17 okt 2025", "17 Oct 2025"),
        (When(start="", precision=Precision.YEAR), "datum onbekend", "date unknown"),
        (When(start="ergens in mei", precision=Precision.DAY), "ergens in mei", "ergens in mei"),
    ],
)
def test_a_moment_is_written_at_its_precision(when: When, nl: str, en: str) -> None:
    assert NL.when(when) == nl
    assert EN.when(when) == en


def test_a_date_has_its_day_of_the_week() -> None:
    assert NL.date("2025-11-05T10:12") == "woensdag 5 november 2025"
    assert EN.date("2025-11-05") == "Wednesday 5 November 2025"
    assert NL.date("volgende week") == "volgende week"


def test_both_languages_have_a_word_for_every_code() -> None:
    for words in (NL, EN):
        assert set(words.basis) == set(Basis)
        assert set(words.danger) == set(Danger)
        assert set(words.source) == set(Source)
        assert set(words.entity) == set(EntityType)
        assert len(words.months) == len(words.months_short) == 12
        assert (len(words.days), len(words.seasons)) == (7, 4)


@given(start=st.text(max_size=20) | st.datetimes().map(lambda each: each.isoformat(timespec="minutes")))
def test_any_text_for_a_moment_is_written_without_harm(start: str) -> None:
    for precision in Precision:
        assert NL.when(When(start=start, precision=precision, end=start[:10]))


@given(moment=st.datetimes().map(lambda each: each.isoformat(timespec="minutes")))
def test_a_day_never_shows_a_time(moment: str) -> None:
    for precision in (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR):
        assert ":" not in NL.when(When(start=moment, precision=precision))
