"""*Vandaag* says what asks for a look in whole sentences, and a night has two dates."""

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from baken.gui.text import plain
from baken.gui.today_words import TodayWords, target_of
from baken.model.ids import EntityId
from baken.model.views import AttentionRow, Youth

YOUSEF = Youth(id=EntityId("y"), name="Yousef Darwish")


def row(what: str, text: str = "", meta: str = "") -> AttentionRow:
    return AttentionRow(what=what, id="1", youth=YOUSEF, text=text, meta=meta)


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2025-11-07T23:41", "Night of vrijdag 7 to zaterdag 8 november"),
        ("2025-11-08T03:10", "Night of vrijdag 7 to zaterdag 8 november"),
        ("2025-10-31T23:00", "Night of vrijdag 31 oktober to zaterdag 1 november"),
        ("2025-11-08T12:00", "Zaterdag 8 november"),
    ],
)
def test_a_night_has_both_its_dates(qtbot: QtBot, moment: str, said: str) -> None:
    assert TodayWords().day(dt.datetime.fromisoformat(moment)) == said


@pytest.mark.parametrize(
    ("asks", "sentence", "action"),
    [
        (
            row("missing", "2020-11-07T19:05", "bushalte"),
            "Not back. Last seen za 7 nov 2020, 19:05, bushalte.",
            "To the dossier",
        ),
        (row("missing", "2020-11-07T19:05"), "Not back. Last seen za 7 nov 2020, 19:05.", "To the dossier"),
        (row("feedback_due", "Nidos", "2020-11-07"), "An answer from Nidos is overdue.", "Read"),
        (row("conflict", "observation"), "Two corrections of one piece stand side by side. Compare them.", "Compare"),
        (
            row("conflict", "dossier", "room"),
            "Two colleagues changed the same thing. Both versions stand side by side.",
            "To the dossier",
        ),
        (
            row("conflict", "signal", "facts"),
            "Two colleagues changed the same thing. Both versions stand side by side.",
            "To the signal",
        ),
    ],
)
def test_what_asks_for_a_look_is_a_sentence_with_an_action(
    qtbot: QtBot, asks: AttentionRow, sentence: str, action: str
) -> None:
    words = TodayWords()
    assert plain(words.attention(asks)) == sentence
    assert words.action(asks) == action
    assert words.attention_meta(asks)


def test_an_overdue_answer_names_who_promised_it_and_when(qtbot: QtBot) -> None:
    words = TodayWords()
    asks = row("feedback_due", "AVIM", "2020-10-17")
    assert "AVIM" in words.attention(asks)
    assert "17 okt 2020" in words.attention_meta(asks)


@pytest.mark.parametrize(
    ("asks", "target"),
    [
        (row("missing"), ("dossier", "y")),
        (row("feedback_due"), ("dossier", "y#documents")),
        (row("conflict", "observation"), ("dossier", "y#1")),
        (row("conflict", "placement"), ("dossier", "y")),
        (row("conflict", "signal"), ("signals", "1")),
    ],
)
def test_a_row_leads_to_where_it_can_be_dealt_with(asks: AttentionRow, target: tuple[str, str]) -> None:
    assert target_of(asks) == target


def test_a_row_about_nobody_leads_to_its_piece_or_nowhere(qtbot: QtBot) -> None:
    nobody = AttentionRow(what="conflict", id="1", youth=None, text="observation", meta="")
    assert target_of(nobody) == ("piece", "1")
    assert TodayWords().action(nobody) == "Compare"
    assert target_of(AttentionRow(what="feedback_due", id="1", youth=None, text="Nidos", meta="")) is None
