from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from baken.gui.search_popup import SearchPopup, where_is
from baken.model.ids import EntityId
from baken.model.views import SearchHit, Youth

from .pages import texts
from .vaults import office

YOUSEF = Youth(id=EntityId("01" * 16), name="Yousef Darwish")


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


@pytest.mark.parametrize(
    ("hit", "place"),
    [
        (SearchHit(id=YOUSEF.id, what="dossier", title="", snippet=""), ("dossier", YOUSEF.id)),
        (SearchHit(id=EntityId("0c"), what="signal", title="", snippet=""), ("signals", "0c")),
        (SearchHit(id=EntityId("0a"), what="observation", title="", snippet=""), ("piece", "0a")),
        (
            SearchHit(id=EntityId("0a"), what="observation", title="", snippet="", about=(YOUSEF,)),
            ("dossier", f"{YOUSEF.id}#0a"),
        ),
    ],
)
def test_every_kind_of_hit_has_a_place(hit: SearchHit, place: tuple[str, str]) -> None:
    assert where_is(hit) == place
