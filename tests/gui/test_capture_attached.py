"""Attachments of a piece that is being written: added by a button, a key or a drop, kept with the draft, refused."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from baken.gui.attached_words import say_in_full, say_short, say_size
from baken.gui.capture_editor import CaptureEditor
from baken.gui.capture_form import decode_form
from baken.gui.capture_panel import CapturePanel
from baken.gui.drafts import Drafts
from baken.gui.runner import Runner
from baken.gui.shortcuts import Keys
from baken.gui.text import plain
from baken.model.clock import SystemClock
from baken.model.ids import EntityId
from baken.model.records import ATTACHMENTS_MAX, Attachment
from baken.store.drafts import DraftStore
from baken.work import pictures
from baken.work.opening import unlock
from baken.work.paths import Paths

from .attached import PDF, SECRET, drop_on, drop_text_on, files_in, photo
from .pages import button, texts
from .screens import speaking
from .vaults import ask, office, practice, unlocked


class Desk:
    """A panel with an open form on an unlocked vault, and files to add."""

    def __init__(self, runner: Runner, folder: Path, qtbot: QtBot, store: DraftStore | None = None) -> None:
        self.runner, self.folder, self.qtbot = runner, folder, qtbot
        self.store = store or DraftStore(folder / "drafts", bytes(32))
        self.drafts = Drafts(self.store)
        self.panel = CapturePanel(runner, self.drafts)
        qtbot.addWidget(self.panel)
        self.panel.resize(548, 768)
        self.files = files_in(folder / "stick")
        self.panel.open_new()

    @property
    def draft(self) -> str:
        return self.panel.window_of_drafts.current()

    @property
    def editor(self) -> CaptureEditor:
        editor = self.panel.window_of_drafts.editor(self.draft)
        assert editor is not None
        return editor

    def attached(self) -> list[str]:
        return [each.title for each in self.editor.attached.attachments()]

    def add(self, *files: Path) -> None:
        self.panel.attach(self.draft, files)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.editor.attached.is_adding, timeout=10_000)

    def staged(self) -> set[str]:
        return {path.stem for path in (self.folder / "vault" / "drafts").rglob("*.sealed")}


def lead() -> tuple[str, str]:
    """Give the name and passphrase of who unlocks."""
    made = practice()[1]
    return next(user.name for user in made.users if "safeguarding_lead" in user.capabilities), made.passphrase


def own_drafts(folder: Path) -> DraftStore:
    """Give the drafts of the lead, where the vault itself looks for them."""
    keys = unlock(Paths.standard().at(folder / "vault"), *lead(), SystemClock())
    return DraftStore(folder / "vault" / "drafts", keys.draft_key())


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with office(tmp_path, qtbot) as runner:
        made = Desk(runner, tmp_path, qtbot)
        yield made
        made.panel.store_now()
        made.drafts.close()


def test_each_added_file_is_a_chip_with_name_kind_and_size(desk: Desk) -> None:
    with speaking("nl"):
        desk.add(*desk.files.values())
        shown = texts(desk.editor.attached)
        assert "auto bij hek.jpg · foto · 1 kB" in shown
        assert "brief.pdf · pdf · 1 kB" in shown
        assert "opname.ogg · geluid · 1 kB" in shown
        assert "Een pdf of geluid blijft zoals het is. In de eigenschappen kunnen namen staan." in shown
    desk.editor.attached.retranslate()
    assert "A PDF or sound stays as it is. Its properties can hold names." in texts(desk.editor.attached)
    assert button(desk.panel, "Take auto bij hek.jpg, photo · 1 kB off")


def test_a_piece_is_saved_with_what_was_added(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.editor.text.edit, "Auto bij het hek")
    desk.add(desk.files["photo"], desk.files["pdf"])
    with qtbot.waitSignal(desk.panel.closed):
        desk.panel.window_of_drafts.save_current()
    piece = ask(desk.runner, qtbot, lambda workspace: workspace.observations())[0]
    saved = ask(desk.runner, qtbot, lambda workspace: workspace.observation(piece.id)).versions[0].attachments
    assert [each.title for each in saved] == ["auto bij hek.jpg", "brief.pdf"]
    assert ask(desk.runner, qtbot, lambda workspace: workspace.attachment(piece.id, saved[1].id)) == PDF
    assert desk.staged() == set()


def test_nothing_is_saved_without_a_file_that_is_on_its_way(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.editor.text.edit, "Auto")
    desk.panel.attach(desk.draft, (desk.files["photo"],))
    assert not button(desk.panel, "Save").isEnabled()
    assert "1 file(s) on the way into the vault…" in texts(desk.panel)
    desk.panel.window_of_drafts.save_current()
    desk.settle()
    assert desk.attached() == ["auto bij hek.jpg"]
    assert button(desk.panel, "Save").isEnabled()


def test_the_key_and_the_button_ask_for_files(desk: Desk, qtbot: QtBot) -> None:
    shortcut = next(each for each in desk.panel.findChildren(QShortcut) if each.key().toString() == Keys.ATTACH)
    for ask_files in (shortcut.activated.emit, button(desk.panel, "Add a photo, PDF or sound").click):
        ask_files()
        dialog = desk.panel.findChildren(QFileDialog)[-1]
        assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
        dialog.filesSelected.emit([str(desk.files["pdf"]), str(desk.files["sound"])])
        dialog.close()
        desk.settle()
    assert desk.attached() == ["brief.pdf", "opname.ogg"] * 2
    desk.panel.window_of_drafts.close_all()
    shortcut.activated.emit()
    assert not [each for each in desk.panel.findChildren(QFileDialog) if each.isVisible()]


def test_files_dropped_anywhere_on_the_form_are_added_and_stay_where_they_are(desk: Desk) -> None:
    fields = (desk.editor.text.edit.viewport(), desk.editor.place, desk.editor.quote, desk.editor)
    for field in fields:
        assert drop_on(field, desk.files["pdf"]) is Qt.DropAction.CopyAction
    desk.settle()
    assert desk.attached() == ["brief.pdf"] * len(fields)
    assert desk.editor.text.text() == ""
    assert desk.editor.place.text() == ""


def test_a_form_that_only_has_an_attachment_is_kept_and_named_after_it(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.drafts.stored):
        desk.add(desk.files["photo"])
    draft = desk.draft
    assert "auto bij hek.jpg" in texts(desk.panel)
    with qtbot.waitSignal(desk.drafts.stored):
        desk.panel.window_of_drafts.close_current()
    with qtbot.waitSignal(desk.panel.opened):
        desk.panel.open_draft(draft)
    assert desk.attached() == ["auto bij hek.jpg"]


def test_a_draft_has_its_attachments_again_in_the_next_process(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.drafts.stored):
        desk.add(desk.files["photo"])
    form = decode_form(DraftStore(desk.folder / "drafts", bytes(32)).get(desk.draft))
    assert [each.title for each in form.attachments] == ["auto bij hek.jpg"]
    assert desk.staged() == {form.attachments[0].id}


def test_a_file_that_arrives_after_its_form_was_put_away_is_in_the_draft(desk: Desk, qtbot: QtBot) -> None:
    draft = desk.draft
    desk.panel.attach(draft, (desk.files["pdf"],))
    desk.panel.window_of_drafts.close_current()
    qtbot.waitUntil(lambda: any(b"brief.pdf" in desk.store.get(each.id) for each in desk.store.list()))
    assert [each.id for each in desk.store.list()] == [draft]


def test_a_file_that_is_refused_after_its_form_was_put_away_is_told_all_the_same(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.editor.text.edit, "Auto")
    desk.panel.attach(desk.draft, (desk.folder / "weg.pdf",))
    with qtbot.waitSignal(desk.runner.failed) as failed:
        desk.panel.window_of_drafts.close_current()
    assert failed.args is not None
    assert failed.args[0].code == "file-missing"


def test_what_is_taken_off_leaves_the_form_the_draft_and_the_disk(desk: Desk, qtbot: QtBot) -> None:
    desk.add(desk.files["photo"], desk.files["pdf"])
    kept = desk.editor.attached.attachments()[1]
    qtbot.mouseClick(button(desk.panel, "Take auto bij hek.jpg, photo · 1 kB off"), Qt.MouseButton.LeftButton)
    assert desk.attached() == ["brief.pdf"]
    qtbot.waitUntil(lambda: desk.staged() == {kept.id}, timeout=5_000)
    desk.drafts.flush()
    assert [each.title for each in decode_form(desk.store.get(desk.draft)).attachments] == ["brief.pdf"]


def test_a_sealed_file_stays_while_another_draft_names_it(desk: Desk, qtbot: QtBot) -> None:
    desk.add(desk.files["pdf"])
    made = desk.editor.attached.attachments()[0]
    desk.store.put("0b" * 16, desk.editor.form().encode())
    button(desk.panel, "Take brief.pdf, PDF · 1 kB off").click()
    heard: list[object] = []
    desk.drafts.list(heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    ask(desk.runner, qtbot, lambda workspace: workspace.user)
    qtbot.wait(50)
    assert desk.staged() == {made.id}


def test_an_emptied_form_that_is_closed_leaves_no_draft_and_no_file(desk: Desk, qtbot: QtBot) -> None:
    desk.add(desk.files["pdf"])
    button(desk.panel, "Take brief.pdf, PDF · 1 kB off").click()
    desk.panel.window_of_drafts.close_current()
    qtbot.waitUntil(lambda: desk.staged() == set() and desk.store.list() == (), timeout=5_000)


def _hostile(folder: Path) -> dict[Path, str]:
    """Files that are not taken, with the beginning of what is said."""
    big = folder / "groot.png"
    Image.new("1", (10_000, 10_000)).save(big)
    empty, film, torn = folder / "leeg.jpg", folder / "film.mp4", folder / "half.jpg"
    empty.write_bytes(b"")
    film.write_bytes(b"MZ")
    torn.write_bytes(photo()[:300])
    pipe, ring = folder / "pijp.pdf", folder / "rond.pdf"
    os.mkfifo(pipe)
    ring.symlink_to(ring)
    return {
        big: "This picture has more than 50 million dots. Nothing was added.",
        empty: "This file is empty. Nothing was added.",
        film: "Baken does not take this kind of file. Nothing was added.",
        torn: "This picture cannot be read to its end. Nothing was added.",
        pipe: "This is a folder or something else that is no file. Nothing was added.",
        folder: "This is a folder or something else that is no file. Nothing was added.",
        ring: "This file cannot be read. Nothing was added.",
        folder / "weg.pdf": "The file is no longer there. Choose it again",
    }


def test_a_file_that_is_refused_says_why_and_loses_nothing(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.editor.text.edit, "Auto bij het hek")
    desk.add(desk.files["pdf"])
    failed: list[object] = []
    desk.runner.failed.connect(failed.append)
    for file, sentence in _hostile(desk.folder / "stick").items():
        desk.add(file)
        assert any(text.startswith(f"{file.name}: {sentence}") for text in texts(desk.editor.attached)), file
    assert desk.attached() == ["brief.pdf"]
    assert desk.editor.form().text == "Auto bij het hek"
    assert len(desk.staged()) == 1
    assert not failed


def test_of_many_refused_files_three_are_told_and_the_others_counted(desk: Desk) -> None:
    missing = [desk.folder / f"weg {number}.pdf" for number in range(5)]
    desk.add(*missing)
    told = "\n".join(texts(desk.editor.attached))
    assert told.count("The file is no longer there.") == 3
    assert "2 more file(s) were not added." in told
    desk.add(desk.files["pdf"])
    assert "no longer there" not in "\n".join(texts(desk.editor.attached))


def test_a_name_that_turns_the_line_around_is_shown_without_what_turns_it(desk: Desk) -> None:
    folder = desk.folder / "stick"
    (folder / "foto\u202egpj.\nexe.jpg").write_bytes(photo())
    (folder / "foto\u202efdp.\nexe.mp4").write_bytes(b"MZ")
    desk.files["pdf"].rename(folder / os.fsdecode(b"caf\xe9.pdf"))
    desk.add(*sorted(folder.glob("foto*")), *folder.glob("caf*"))
    assert desk.attached() == ["foto_gpj._exe.jpg", "caf_.pdf"]
    assert any(text.startswith("foto_fdp._exe.mp4: Baken") for text in texts(desk.editor.attached))
    desk.panel.store_now()
    desk.drafts.flush()
    assert desk.store.get(desk.draft)


def test_more_than_a_piece_can_have_is_refused_before_it_is_sealed(desk: Desk) -> None:
    desk.add(desk.files["pdf"])
    one = desk.editor.attached.attachments()[0]
    many = [msgspec.structs.replace(one, id=f"{number:032x}") for number in range(ATTACHMENTS_MAX)]
    desk.editor.attached.set_values(many)
    desk.add(desk.files["photo"])
    assert "brief.pdf" in desk.attached()
    assert len(desk.attached()) == ATTACHMENTS_MAX
    assert any("at most 20 attachments. Nothing was added." in plain(text) for text in texts(desk.editor.attached))


def test_a_photo_is_made_anew_outside_the_thread_of_the_window_and_can_be_cancelled(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_in: list[str] = []
    may_go_on = threading.Event()
    make = pictures.cleaned

    def slowly(data: bytes) -> tuple[bytes, str]:
        made_in.append(threading.current_thread().name)
        may_go_on.wait(20)
        return make(data)

    monkeypatch.setattr("baken.work.attaching.cleaned", slowly)
    with qtbot.waitSignal(desk.runner.slow, timeout=5_000) as slow:
        desk.panel.attach(desk.draft, (desk.files["photo"], desk.files["pdf"]))
    assert slow.args is not None
    assert slow.args[0].title == "Adding an attachment"
    slow.args[0].cancel()
    may_go_on.set()
    desk.settle()
    assert desk.attached() == ["brief.pdf"]
    assert len(desk.staged()) == 1
    assert made_in[0].startswith("pool")


def test_a_correction_keeps_what_the_piece_has_and_may_take_it_off(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.editor.text.edit, "Auto bij het hek")
    desk.add(desk.files["photo"], desk.files["pdf"])
    with qtbot.waitSignal(desk.panel.closed):
        desk.panel.window_of_drafts.save_current()
    row = ask(desk.runner, qtbot, lambda workspace: workspace.observations())[0]
    piece = ask(desk.runner, qtbot, lambda workspace: workspace.observation(EntityId(row.id)))
    desk.panel.open_correction(piece)
    assert desk.attached() == ["auto bij hek.jpg", "brief.pdf"]
    button(desk.panel, "Take auto bij hek.jpg, photo · 1 kB off").click()
    desk.add(desk.files["sound"])
    form = desk.editor.form()
    assert [each.title for each in form.attachments] == ["opname.ogg"]
    assert form.correcting is not None
    assert [each.title for each in form.correcting.attachments] == ["brief.pdf"]
    qtbot.keyClicks(desk.editor.why, "verkeerde foto")
    with qtbot.waitSignal(desk.panel.closed):
        desk.panel.window_of_drafts.save_current()
    versions = ask(desk.runner, qtbot, lambda workspace: workspace.observation(EntityId(row.id))).versions
    assert [[each.title for each in version.attachments] for version in versions] == [
        ["brief.pdf", "opname.ogg"],
        ["auto bij hek.jpg", "brief.pdf"],
    ]
    old = versions[1].attachments[0].id
    assert ask(desk.runner, qtbot, lambda workspace: workspace.attachment(EntityId(row.id), old))


def test_nothing_plain_of_what_was_added_touches_the_disk_of_the_vault(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.drafts.stored):
        desk.add(desk.files["sound"])
    written = [path for path in desk.folder.rglob("*") if path.is_file() and "stick" not in path.parts]
    assert len(written) > 3
    assert not [path for path in written if SECRET in path.read_bytes() or b"opname" in path.read_bytes()]


def _sound(size_bytes: int, title: str = "opname.ogg") -> Attachment:
    return Attachment(
        id="0" * 32, sha256="0" * 64, size_bytes=size_bytes, media_type="audio/ogg", key="0" * 64, title=title
    )


@pytest.mark.usefixtures("qapp")
def test_sizes_and_long_names_are_said_shortly() -> None:
    with speaking("en"):
        assert [say_size(size) for size in (1, 999_499, 1_234_567)] == ["1 kB", "999 kB", "1.2 MB"]
    with speaking("nl"):
        assert say_size(1_234_567) == "1,2 MB"
    long = _sound(1, "gesprek aan de keukentafel met twee collega's.ogg")
    assert plain(say_short(long)) == "gesprek …a's.ogg · sound · 1 kB"
    assert plain(say_in_full(long)).startswith(long.title)


def test_after_a_lock_or_a_crash_the_draft_is_saved_with_what_was_added(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        desk = Desk(runner, tmp_path, qtbot, own_drafts(tmp_path))
        qtbot.keyClicks(desk.editor.text.edit, "Auto bij het hek")
        desk.add(desk.files["pdf"])
        draft = desk.draft
        desk.panel.store_now()
        desk.drafts.close()
    for sealed in (tmp_path / "vault").rglob("*.sealed"):
        os.utime(sealed, (0, 0))  # as old as can be: only the draft keeps it
    with unlocked(tmp_path / "vault", *lead(), qtbot) as runner:
        later = Desk(runner, tmp_path, qtbot, own_drafts(tmp_path))
        with qtbot.waitSignal(later.panel.opened):
            later.panel.open_draft(draft)
        assert later.attached() == ["brief.pdf"]
        with qtbot.waitSignal(later.panel.told):
            later.panel.window_of_drafts.save_current()
        later.panel.store_now()
        later.drafts.close()
        piece = ask(runner, qtbot, lambda workspace: workspace.observations())[0]
        saved = ask(runner, qtbot, lambda workspace: workspace.observation(piece.id)).versions[0]
        assert ask(runner, qtbot, lambda workspace: workspace.attachment(piece.id, saved.attachments[0].id)) == PDF


def test_a_sealed_file_that_is_gone_keeps_the_piece_from_being_saved_until_it_is_taken_off(
    desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClicks(desk.editor.text.edit, "Auto bij het hek")
    desk.add(desk.files["pdf"])
    next((desk.folder / "vault" / "drafts").rglob("*.sealed")).unlink()
    with qtbot.waitSignal(desk.runner.failed) as failed:
        desk.panel.window_of_drafts.save_current()
    assert failed.args is not None
    assert failed.args[0].code == "attachment-missing"
    assert desk.editor.form().text == "Auto bij het hek"
    button(desk.panel, "Take brief.pdf, PDF · 1 kB off").click()
    with qtbot.waitSignal(desk.panel.closed):
        desk.panel.window_of_drafts.save_current()


def test_text_still_falls_into_a_field(desk: Desk) -> None:
    assert drop_text_on(desk.editor.place, "bij het hek")
    assert desk.editor.place.text() == "bij het hek"
    assert not drop_text_on(desk.editor, "naast alle velden")
    assert desk.attached() == []
