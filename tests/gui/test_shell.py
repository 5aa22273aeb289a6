"""From unlock to lock with the keyboard alone, on a real practice vault."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from baken.gui.drafts import Drafts
from baken.gui.menu import Menu
from baken.gui.runner import Runner
from baken.gui.shell import Shell
from baken.gui.text import plain
from baken.gui.widgets.avatar import Avatar
from baken.gui.widgets.row import Row
from baken.gui.window import Window
from baken.model.commands import CreateDossier
from baken.model.views import Me
from baken.store.drafts import DraftStore

from .pages import button, texts
from .screens import speaking
from .vaults import ask, office, signal_about, youth_named

KEY = bytes(32)
CTRL = Qt.KeyboardModifier.ControlModifier


@contextmanager
def unlocked(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Window, Shell, Runner, Drafts]]:
    """The window as the lead sees it after unlock."""
    with office(tmp_path, qtbot) as runner:
        drafts = Drafts(DraftStore(tmp_path / "drafts", KEY))
        me: Me = ask(runner, qtbot, lambda workspace: workspace.user)
        shell = Shell(runner, drafts, me)
        window = Window()
        qtbot.addWidget(window)
        window.show_screen(shell, is_practice=me.practice)
        window.show()
        window.activateWindow()
        shell.open_page("today")
        qtbot.waitUntil(lambda: "Needs attention now" in texts(shell))
        yield window, shell, runner, drafts
        drafts.close()


def focused() -> object:
    """What the keyboard reaches now."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_pages_open_with_their_keys_and_alt_left_goes_back(qtbot: QtBot, tmp_path: Path) -> None:
    with unlocked(qtbot, tmp_path) as (window, shell, _, _):
        qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
        assert shell.here == "youths"
        qtbot.keyClick(window, Qt.Key.Key_5, CTRL)
        assert shell.here == "exchange"
        qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert shell.here == "youths"


def test_a_signal_opens_for_the_lead_and_a_mentor_is_offered_none(qtbot: QtBot, tmp_path: Path) -> None:
    with unlocked(qtbot, tmp_path) as (_, shell, runner, drafts):
        signal = signal_about(runner, qtbot, "Yousef").id
        shell.open_page("signals", signal)
        assert shell.here == "signals"
        me: Me = ask(runner, qtbot, lambda workspace: workspace.user)
        mentor = Shell(runner, drafts, msgspec.structs.replace(me, capabilities=frozenset({"mentor"})))
        qtbot.addWidget(mentor)
        mentor.open_page("dossier", youth_named(runner, qtbot, "Yousef").id)
        assert list(mentor.menu.keys) == ["today", "youths"]
        for key in ("signals", "passing"):
            mentor.open_page(key, signal)
            assert mentor.here == "dossier"
        mentor.open_page("signals", "draft#1")  # a draft is opened where it was written, whoever may list signals
        assert mentor.here == "signals"


def test_a_youth_is_filtered_and_opened_by_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    with unlocked(qtbot, tmp_path) as (window, shell, _, _):
        qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
        qtbot.waitUntil(lambda: "Yousef Darwish" in texts(shell))
        page = shell.findChild(type(shell._pages["youths"]))
        assert page is not None
        page._filter.setFocus()
        qtbot.keyClicks(page._filter, "yous")
        qtbot.waitUntil(lambda: "Adam Ishaq" not in texts(page))
        qtbot.keyClick(page._filter, Qt.Key.Key_Tab)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        assert shell.here == "dossier"


def test_a_row_keeps_the_focus_when_the_list_is_asked_again(qtbot: QtBot, tmp_path: Path) -> None:
    with unlocked(qtbot, tmp_path) as (_, shell, runner, _):
        shell.open_page("youths")
        qtbot.waitUntil(lambda: "Yousef Darwish" in texts(shell))
        page = shell._pages["youths"]
        row = next(each for each in page.findChildren(Row) if "Yousef" in each.accessibleName())
        row.setFocus()
        runner.execute(CreateDossier(alias="Aa"))
        qtbot.waitUntil(lambda: "Aa" in texts(page))
        assert "Yousef" in QApplication.focusWidget().accessibleName()


def test_a_piece_is_written_saved_and_stands_in_my_shift(qtbot: QtBot, tmp_path: Path) -> None:
    with unlocked(qtbot, tmp_path) as (window, shell, _, _):
        qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
        qtbot.keyClicks(QApplication.focusWidget(), "Grijze auto langs het hek")
        with qtbot.waitSignal(shell.capture.told):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
        qtbot.waitUntil(lambda: "Grijze auto langs het hek" in texts(shell._pages["today"]))
        assert any(text.startswith("Saved ") for text in texts(shell.status_bar))
        assert not shell.capture.isVisible()


@pytest.mark.parametrize("key", ["today", "passing", "signals"])
@pytest.mark.parametrize(
    ("width", "percent"), [(820, 200), (880, 100), (900, 100), (920, 100), (1000, 100), (1366, 100), (1800, 200)]
)
def test_capture_fits_beside_the_page_or_is_the_page(
    qtbot: QtBot, tmp_path: Path, key: str, width: int, percent: int
) -> None:
    with speaking("nl", percent=percent), office(tmp_path, qtbot) as runner:
        drafts = Drafts(DraftStore(tmp_path / "drafts", KEY))
        shell = Shell(runner, drafts, ask(runner, qtbot, lambda workspace: workspace.user))
        window = Window()
        qtbot.addWidget(window)
        window.show_screen(shell, is_practice=True)
        window.resize(width, 768)
        window.show()
        shell.open_page(key)
        shell.capture.open_new()
        save = button(shell.capture, "Opslaan")
        for _ in range(3):
            ask(runner, qtbot, lambda workspace: workspace.user)
            QApplication.processEvents()
        assert shell.width() == width
        assert save.width() >= save.sizeHint().width()
        assert save.mapTo(shell, save.rect().bottomRight()).x() < width
        if percent == 100 and width < 900:
            assert not shell._middle.isVisible()
        shell.capture.window_of_drafts.close_all()
        drafts.close()
        shell.hide()


def test_what_was_being_typed_is_on_disk_before_the_lock_and_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    with unlocked(qtbot, tmp_path) as (window, shell, _, _):
        qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
        qtbot.keyClicks(QApplication.focusWidget(), "Selam stapte in")
        with qtbot.waitSignal(shell.lock_requested):
            qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
        open_drafts = shell.store_everything()
        assert b"Selam stapte in" in DraftStore(tmp_path / "drafts", KEY).get(open_drafts[0])
        shell.capture.window_of_drafts.close_all()
        shell.open_drafts(open_drafts)
        qtbot.waitUntil(shell.capture.isVisible)
        editor = shell.capture.window_of_drafts.editor(open_drafts[0])
        assert editor is not None
        assert editor.form().text == "Selam stapte in"


def test_a_draft_stands_first_in_my_shift_and_opens_again(qtbot: QtBot, tmp_path: Path) -> None:
    with unlocked(qtbot, tmp_path) as (window, shell, _, _):
        qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
        qtbot.keyClicks(QApplication.focusWidget(), "Noor vroeg iets")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: any("Noor vroeg iets" in text for text in texts(shell._pages["today"])))
        row = next(each for each in texts(shell._pages["today"]) if "Noor vroeg iets" in each)
        assert row.startswith("‘")


def test_search_opens_over_the_page_and_esc_gives_the_page_back(qtbot: QtBot, tmp_path: Path) -> None:
    with unlocked(qtbot, tmp_path) as (window, shell, _, _):
        qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
        assert shell.search.isVisible()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert not shell.search.isVisible()


def test_an_exercise_is_marked_in_the_menu_and_in_the_title(qtbot: QtBot, tmp_path: Path) -> None:
    with unlocked(qtbot, tmp_path) as (window, shell, _, _):
        assert "EXERCISE" in texts(shell.menu)
        assert "EXERCISE" in window.windowTitle()


def test_no_name_stands_in_the_title(qtbot: QtBot, tmp_path: Path) -> None:
    with unlocked(qtbot, tmp_path) as (window, shell, runner, _):
        youth = youth_named(runner, qtbot, "Yousef")
        shell.open_page("dossier", str(youth.id))
        qtbot.waitUntil(lambda: "Yousef Darwish" in texts(shell))
        assert window.windowTitle() == "Baken · EXERCISE"


def test_one_filled_button_leads(qtbot: QtBot, tmp_path: Path) -> None:
    with unlocked(qtbot, tmp_path) as (window, shell, _, _):
        qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
        assert button(shell.top_bar, "Another").text() == "Another"


def test_the_window_may_go_while_every_page_is_asking(qtbot: QtBot, tmp_path: Path) -> None:
    for _ in range(3):
        with unlocked(qtbot, tmp_path) as (window, shell, runner, _):
            youth = youth_named(runner, qtbot, "Yousef")
            for _ in range(20):
                for key, target in (("youths", ""), ("dossier", str(youth.id)), ("signals", ""), ("today", "")):
                    shell.open_page(key, target)
                shell.start_search()
                qtbot.keyClicks(shell.search.box.field, "auto")
                shell.search.close_search()
            window.show_screen(QWidget(), is_practice=True)
            QApplication.sendPostedEvents(shell, QEvent.Type.DeferredDelete)
            assert ask(runner, qtbot, lambda workspace: len(workspace.dossiers())) > 0
        shutil.rmtree(tmp_path / "vault")


def test_what_waits_to_be_sent_leads_to_the_exchange(qtbot: QtBot, tmp_path: Path) -> None:
    with unlocked(qtbot, tmp_path) as (_, shell, _, _):
        shell.status_bar.show_exchange(2, "")
        qtbot.mouseClick(button(shell.status_bar, "2 waiting to be sent"), Qt.MouseButton.LeftButton)
        assert shell.here == "exchange"


def test_a_folded_menu_still_says_who_works_here(qtbot: QtBot) -> None:
    menu = Menu(
        site_name="Locatie Oost",
        user_name="Fatima",
        role_word="mentor",
        capabilities=frozenset({"mentor"}),
        is_practice=True,
        pages=frozenset({"today"}),
    )
    qtbot.addWidget(menu)
    menu.show()
    menu.fold(True)
    assert [disc.isVisible() for disc in menu.findChildren(Avatar)] == [True]
    assert plain(button(menu, "Fatima: my account").toolTip()) == "Fatima: my account"
    assert "Fatima" not in texts(menu)
