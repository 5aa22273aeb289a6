import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from baken.errors import UserError
from baken.gui.capture_editor import CaptureEditor
from baken.gui.capture_form import CaptureForm
from baken.gui.capture_panel import CapturePanel
from baken.gui.drafts import Drafts
from baken.gui.runner import Runner
from baken.gui.signal_form import SignalForm
from baken.model.records import When
from baken.store.drafts import DraftStore

from .pages import button, texts
from .vaults import ask, office, youth_named


class Desk:
    """A panel on an unlocked vault."""

    def __init__(self, runner: Runner, store: DraftStore, qtbot: QtBot) -> None:
        self.runner, self.store, self.qtbot = runner, store, qtbot
        self.drafts = Drafts(store)
        self.panel = CapturePanel(runner, self.drafts)
        qtbot.addWidget(self.panel)
        self.panel.resize(548, 768)

    @property
    def editor(self) -> CaptureEditor:
        window = self.panel.window_of_drafts
        editor = window.editor(window.current())
        assert editor is not None
        return editor


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with office(tmp_path, qtbot) as runner:
        made = Desk(runner, DraftStore(tmp_path / "drafts", bytes(32)), qtbot)
        yield made
        made.panel.store_now()
        made.drafts.close()


def test_saving_puts_the_piece_in_the_vault_and_takes_the_draft_away(desk: Desk, qtbot: QtBot) -> None:
    youth = youth_named(desk.runner, qtbot, "Yousef")
    desk.panel.open_about(youth)
    with qtbot.waitSignal(desk.drafts.stored):
        qtbot.keyClicks(desk.editor.text.edit, "Zat lang bij de poort.")
    with qtbot.waitSignals([desk.panel.told, desk.panel.closed]):
        qtbot.mouseClick(button(desk.panel, "Save"), Qt.MouseButton.LeftButton)
    rows = ask(desk.runner, qtbot, lambda workspace: workspace.observations(youth.id))
    assert "Zat lang bij de poort." in [row.text for row in rows]
    qtbot.waitUntil(lambda: desk.store.list() == ())
    assert not desk.panel.is_open


def test_a_name_that_is_typed_is_offered_by_the_vault(desk: Desk, qtbot: QtBot) -> None:
    desk.panel.open_new()
    qtbot.keyClicks(desk.editor.text.edit, "Yousef bij het hek")
    qtbot.waitUntil(lambda: "Yousef Darwish, B12" in texts(desk.panel))
    assert desk.editor.form().about == ()


def test_escape_keeps_the_draft_and_it_opens_again_as_it_was(desk: Desk, qtbot: QtBot) -> None:
    desk.panel.open_new()
    qtbot.keyClicks(desk.editor.text.edit, "Auto bij het hek")
    draft = desk.panel.window_of_drafts.current()
    with qtbot.waitSignals([desk.drafts.stored, desk.panel.closed]):
        qtbot.mouseClick(button(desk.panel, "Close, stays a draft"), Qt.MouseButton.LeftButton)
        desk.panel.window_of_drafts.close_current()
    with qtbot.waitSignal(desk.panel.opened):
        desk.panel.open_draft(draft)
    assert desk.editor.form().text == "Auto bij het hek"
    assert desk.panel.window_of_drafts.current() == draft


def test_the_shell_hears_that_capture_opened_when_it_is_open(desk: Desk, qtbot: QtBot) -> None:
    seen: list[bool] = []
    desk.panel.opened.connect(lambda: seen.append(desk.panel.is_open))
    desk.panel.open_new()
    assert seen == [True]


def test_the_draft_of_a_signal_is_handed_on(desk: Desk, qtbot: QtBot) -> None:
    content = SignalForm(facts="Golf").encode()
    desk.store.put("0a" * 16, content)
    with qtbot.waitSignal(desk.panel.foreign_draft_requested) as handed:
        desk.panel.open_draft("0a" * 16)
    assert handed.args == ["0a" * 16, content]
    assert not desk.panel.is_open


def test_a_refused_save_keeps_the_form_and_tells_why(desk: Desk, qtbot: QtBot) -> None:
    desk.panel.window_of_drafts.add_form(CaptureForm(text="Auto", when=When(start="2999-01-01T10:00")))
    with qtbot.waitSignal(desk.runner.failed) as failed:
        qtbot.mouseClick(button(desk.panel, "Save"), Qt.MouseButton.LeftButton)
    assert failed.args is not None
    assert isinstance(failed.args[0], UserError)
    assert desk.editor.form().text == "Auto"
    assert button(desk.panel, "Save").isEnabled()


def test_a_form_that_outlives_its_vault_asks_nothing_more(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        made = Desk(runner, DraftStore(tmp_path / "drafts", bytes(32)), qtbot)
        made.panel.open_new()
    with qtbot.waitSignal(made.drafts.stored):
        qtbot.keyClicks(made.editor.text.edit, "Auto")
        made.editor.recognise_requested.emit("Auto")
    made.panel.store_now()
    made.drafts.close()


def _full_disk(desk: Desk, tmp_path: Path) -> Path:
    """Put a file where the folder of drafts should be; taking it away mends it."""
    desk.drafts.flush()
    folder = tmp_path / "drafts"
    if folder.exists():
        shutil.rmtree(folder)
    folder.write_bytes(b"no room")
    return folder


def test_a_draft_that_the_disk_refuses_stays_on_the_screen_and_says_so(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = _full_disk(desk, tmp_path)
    desk.panel.open_new()
    with qtbot.waitSignal(desk.drafts.not_stored):
        qtbot.keyClicks(desk.editor.text.edit, "Grijze auto")
    assert "Draft not saved yet" in texts(desk.panel)
    assert desk.editor.text.text() == "Grijze auto"
    folder.unlink()
    with qtbot.waitSignal(desk.drafts.stored):
        desk.panel.window_of_drafts._again.timeout.emit()
    assert "Draft saved" in texts(desk.panel)


def test_a_form_that_was_put_away_on_a_full_disk_comes_back(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    folder = _full_disk(desk, tmp_path)
    desk.panel.open_new()
    qtbot.keyClicks(desk.editor.text.edit, "Grijze auto")
    with qtbot.waitSignal(desk.drafts.not_stored):
        desk.panel.window_of_drafts.close_current()
    assert desk.editor.text.text() == "Grijze auto"
    folder.unlink()


def test_a_signals_draft_that_was_not_stored_opens_no_form_here(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    folder = _full_disk(desk, tmp_path)
    with qtbot.waitSignal(desk.drafts.not_stored):
        desk.drafts.put(Drafts.new_id(), b"not the form of a piece")
    assert not desk.panel.is_open
    folder.unlink()
