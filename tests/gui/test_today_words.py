"""*Vandaag* says what asks for a look in whole sentences, and a night has two dates."""

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from baken.gui.text import plain
from baken.gui.today_words import TodayWords
from baken.model.views import AttentionRow


def row(what: str, text: str = "", meta: str = "") -> AttentionRow:
    return AttentionRow(what=what, id="1", youth=None, text=text, meta=meta)


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
        (row("missing", "2020-11-07T19:05", "bushalte"), "Not back. Last seen za 7 nov 2020, 19:05, bushalte.", "Open"),
        (row("missing", "2020-11-07T19:05"), "Not back. Last seen za 7 nov 2020, 19:05.", "Open"),
        (row("conflict", "observation"), "Two corrections of one piece stand side by side. Compare them.", "Compare"),
        (
            row("conflict", "dossier", "room"),
            "Two colleagues changed the same thing. Both versions stand side by side.",
            "Compare",
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
