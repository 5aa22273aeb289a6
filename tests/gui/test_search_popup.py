from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from baken.gui.search_list import SearchModel
from baken.gui.search_popup import SearchPopup, where_is
from baken.gui.text import plain
from baken.model.excerpt import Asked
from baken.model.ids import EntityId
from baken.model.views import SearchHit, Youth

from .pages import texts
from .vaults import office

YOUSEF = Youth(id=EntityId("01" * 16), name="Yousef Darwish")
PIECE = SearchHit(
    id=EntityId("0a"),
    what="observation",
    title="Grijze auto",
    passages=("Grijze auto",),
    asked=Asked(words=("auto",)),
    about=(YOUSEF,),
    author="Anouk",
)


def test_hits_come_while_typing_and_enter_opens_the_chosen_one(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        popup = SearchPopup(runner)
        qtbot.addWidget(popup)
        popup.start()
        qtbot.keyClicks(popup.box.field, "sneak")
        qtbot.waitUntil(lambda: popup.box.list.model().rowCount() > 0)
        told = popup.box.list.model().index(0, 0).data()
        assert "sneakers" in told
        with qtbot.waitSignal(popup.open_requested) as asked:
            qtbot.keyClick(popup.box.field, Qt.Key.Key_Return)
        assert asked.args is not None
        key, target = asked.args
        assert key == "dossier"
        assert "#" in target
        assert not popup.isVisible()


def test_arrows_choose_while_the_cursor_stays_in_the_field(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        popup = SearchPopup(runner)
        qtbot.addWidget(popup)
        popup.start()
        qtbot.keyClicks(popup.box.field, "auto")
        qtbot.waitUntil(lambda: popup.box.list.model().rowCount() > 1)
        assert popup.box.list.currentIndex().row() == 0
        qtbot.keyClick(popup.box.field, Qt.Key.Key_Down)
        assert popup.box.list.currentIndex().row() == 1
        qtbot.keyClick(popup.box.field, Qt.Key.Key_Up)
        qtbot.keyClick(popup.box.field, Qt.Key.Key_Up)
        assert popup.box.list.currentIndex().row() == 0
        popup.grab()


def test_nothing_found_is_said_and_escape_goes_back(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        popup = SearchPopup(runner)
        qtbot.addWidget(popup)
        popup.start()
        qtbot.keyClicks(popup.box.field, "xyzzy")
        qtbot.waitUntil(lambda: "Nothing was found. Try fewer letters." in texts(popup))
        with qtbot.waitSignal(popup.closed):
            qtbot.keyClick(popup.box.field, Qt.Key.Key_Escape)
        assert not popup.isVisible()


def test_the_box_is_as_high_as_what_was_found(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        popup = SearchPopup(runner)
        qtbot.addWidget(popup)
        popup.start()
        empty = popup.sizeHint().height()
        popup.box.show_hits([PIECE])
        one = popup.sizeHint().height()
        popup.box.show_hits([PIECE] * 50)
        assert empty < one < empty + 80
        assert one + 300 < popup.sizeHint().height() < 560


def test_the_focus_goes_back_to_where_it_was(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        window = QWidget()
        qtbot.addWidget(window)
        field = QLineEdit(window)
        popup = SearchPopup(runner, window)
        window.show()
        window.activateWindow()
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        popup.start()
        assert popup.box.field.hasFocus()
        popup.start()
        qtbot.keyClick(popup.box.field, Qt.Key.Key_Escape)
        assert field.hasFocus()


def test_a_piece_is_named_by_whom_it_is_about_and_told_in_its_own_words() -> None:
    model = SearchModel()
    model.show_hits([PIECE])
    assert plain(model.title_of(PIECE)) == "Piece · Yousef Darwish"
    assert plain(str(model.index(0, 0).data())) == "Piece · Yousef Darwish · Grijze auto · Anouk"


@pytest.mark.parametrize(
    ("hit", "place"),
    [
        (SearchHit(id=YOUSEF.id, what="dossier", title=""), ("dossier", YOUSEF.id)),
        (SearchHit(id=EntityId("0c"), what="signal", title=""), ("signals", "0c")),
        (SearchHit(id=EntityId("0a"), what="observation", title=""), ("piece", "0a")),
        (
            SearchHit(id=EntityId("0a"), what="observation", title="", about=(YOUSEF,)),
            ("dossier", f"{YOUSEF.id}#0a"),
        ),
    ],
)
def test_every_kind_of_hit_has_a_place(hit: SearchHit, place: tuple[str, str]) -> None:
    assert where_is(hit) == place


def test_a_hit_says_from_which_site_it_came() -> None:
    model = SearchModel()
    youth = SearchHit(id=YOUSEF.id, what="dossier", title="Yousef Darwish", site="Locatie Oost")
    piece = SearchHit(id=EntityId("0a"), what="observation", title="", author="Anouk", site="Locatie Oost")
    assert plain(model.meta_of(youth)) == "from Locatie Oost"
    assert plain(model.meta_of(piece)) == "Anouk (Locatie Oost)"
