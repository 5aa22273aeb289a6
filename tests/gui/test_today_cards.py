"""The cards of *Vandaag*: an action on each row that has one, and a handover that is short at first."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from baken.gui.today_cards import AttentionCard, ShiftCard
from baken.gui.today_handover import HandoverCard
from baken.gui.today_words import TodayWords
from baken.gui.widgets.row import Row
from baken.model.codes import Source
from baken.model.ids import EntityId, EntryId
from baken.model.records import When
from baken.model.views import AttentionRow, ObservationRow, Withdrawn, Youth

from .pages import button, texts

SABA = Youth(id=EntityId("s"), name="Saba Goitom", name_native="ሳባ ጎይቶም", room="C03")
NOOR = Youth(id=EntityId("n"), name="Noor Haddad")


def written(number: int, *about: Youth, site: str = "") -> ObservationRow:
    return ObservationRow(
        id=EntityId(f"p{number}"),
        entry=EntryId(f"e{number}"),
        text=f"Stukje {number}",
        has_quote=False,
        has_meaning=False,
        kind=None,
        source=Source.SEEN_MYSELF,
        when=When(start="2020-11-07T19:05"),
        recorded="2020-11-07T19:10",
        author="Joost",
        site=site,
        about=about,
    )


def handover(qtbot: QtBot, *pieces: ObservationRow) -> HandoverCard:
    words = TodayWords()
    card = HandoverCard(words)
    words.setParent(card)
    qtbot.addWidget(card)
    card.show_pieces(pieces, "2020-11-05T07:00")
    card.resize(480, 500)
    card.show()
    return card


def test_the_action_stands_on_the_row_and_says_about_whom(qtbot: QtBot) -> None:
    words = TodayWords()
    card = AttentionCard(words)
    words.setParent(card)
    qtbot.addWidget(card)
    card.show_rows([AttentionRow(what="feedback_due", id="1", youth=SABA, text="AVIM", meta="2020-11-07")])
    card.show()
    with qtbot.waitSignal(card.target_opened) as opened:
        qtbot.mouseClick(button(card, "Read: Saba Goitom"), Qt.MouseButton.LeftButton)
    assert opened.args == [("dossier", "s#documents")]


def test_a_row_that_leads_nowhere_has_no_button(qtbot: QtBot) -> None:
    words = TodayWords()
    card = AttentionCard(words)
    words.setParent(card)
    qtbot.addWidget(card)
    card.show_rows([AttentionRow(what="feedback_due", id="1", youth=None, text="Nidos", meta="2020-11-07")])
    card.show()
    assert "An answer from Nidos is overdue." in texts(card)
    assert not card.findChildren(QAbstractButton)


def test_a_long_handover_is_short_at_first_and_whole_on_demand(qtbot: QtBot) -> None:
    card = handover(qtbot, *(written(number, SABA) for number in range(9)))
    assert [text for text in texts(card) if text.startswith("Stukje")] == [f"Stukje {number}" for number in range(6)]
    qtbot.mouseClick(button(card, "Show everything"), Qt.MouseButton.LeftButton)
    assert [text for text in texts(card) if text.startswith("Stukje")] == [f"Stukje {number}" for number in range(9)]
    assert "Show everything" not in texts(card)
    assert card.isAncestorOf(card.window().focusWidget())


def test_a_short_handover_needs_no_button_and_counts_nothing(qtbot: QtBot) -> None:
    card = handover(qtbot, written(1, SABA), written(2))
    shown = texts(card)
    assert "Show everything" not in shown
    assert {"Saba Goitom", "ሳባ ጎይቶም", "C03", "place, no youth named yet"} <= set(shown)


def test_a_row_of_the_handover_says_whom_who_when_and_from_which_site(qtbot: QtBot) -> None:
    card = handover(qtbot, written(1, SABA, NOOR, site="Locatie West"))
    (row,) = card.findChildren(Row)
    assert row.accessibleName() == (
        "Saba Goitom, Noor Haddad: Stukje 1 Joost (Locatie West), seen myself · za 7 nov 2020, 19:10"
    )
    with qtbot.waitSignal(card.piece_opened) as opened:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert opened.args == [written(1, SABA, NOOR, site="Locatie West")]


def withdrawn(row: ObservationRow) -> ObservationRow:
    gone = Withdrawn(author="Fatima", site="", recorded="2020-11-07T20:00", why="verkeerde dag")
    return msgspec.structs.replace(row, withdrawn=True, withdrawal=gone)


def test_in_the_handover_a_withdrawal_is_the_news(qtbot: QtBot) -> None:
    card = handover(qtbot, withdrawn(written(1, SABA)), written(2, SABA))
    shown = texts(card)
    assert shown.index("withdrawn") < shown.index("withdrawn by Fatima: verkeerde dag") < shown.index("Stukje 1")
    assert shown.count("withdrawn") == 1


def test_in_my_shift_a_withdrawn_piece_is_not_simply_saved(qtbot: QtBot) -> None:
    words = TodayWords()
    card = ShiftCard(words)
    words.setParent(card)
    qtbot.addWidget(card)
    card.show_pieces([withdrawn(written(1, SABA))])
    card.show()
    shown = texts(card)
    assert "withdrawn" in shown
    assert any("withdrawn by Fatima: verkeerde dag" in text for text in shown)
    assert not any("saved" in text for text in shown)


def test_an_overdue_answer_about_nobody_names_its_signal_and_leads_there(qtbot: QtBot) -> None:
    words = TodayWords()
    card = AttentionCard(words)
    words.setParent(card)
    qtbot.addWidget(card)
    due = AttentionRow(
        what="feedback_due",
        id="1",
        youth=None,
        text="Nidos",
        meta="2020-11-07",
        signal=EntityId("5"),
        about="busje bij het hek",
        made="2020-11-01T10:00",
    )
    card.show_rows([due])
    card.show()
    assert "An answer from Nidos is overdue, about the signal ‘busje bij het hek’." in texts(card)
    assert "asked for za 7 nov 2020, passed on zo 1 nov 2020, 10:00" in texts(card)
    with qtbot.waitSignal(card.target_opened) as opened:
        qtbot.mouseClick(button(card, "Read"), Qt.MouseButton.LeftButton)
    assert opened.args == [("signals", "5")]


def test_my_shift_in_a_low_window_ends_below_a_row(qtbot: QtBot) -> None:
    words = TodayWords()
    card = ShiftCard(words)
    words.setParent(card)
    qtbot.addWidget(card)
    card.show_pieces([written(number, SABA, NOOR) for number in range(8)])
    card.resize(360, card.minimumSizeHint().height())
    card.show()
    QApplication.processEvents()
    card.resize(360, card.minimumSizeHint().height())
    QApplication.processEvents()
    bottoms = {row.geometry().bottom() + 1 for row in card.findChildren(Row)}
    assert card.area.viewport().height() in bottoms
    assert card.area.verticalScrollBar().maximum() > 0
