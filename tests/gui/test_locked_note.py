"""Writing at the lock screen: kept sealed, and there at the next unlock, to be confirmed by who wrote it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from baken.gui.dossier_piece import PieceView
from baken.gui.locked_note import LockedNote
from baken.gui.relock import Before
from baken.model.records import When
from baken.store.epochs import PUBLIC_NAME

from .pages import button, texts
from .test_lifecycle import begun, started, unlock_as


def test_a_note_is_sealed_replaces_the_process_and_comes_in_unconfirmed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced: list[Before] = []
    monkeypatch.setattr("baken.gui.lifecycle.replace_process", replaced.append)
    with started(qtbot, tmp_path) as (lifecycle, paths):
        unlock_as(lifecycle, qtbot, "Anouk")  # who can sign the public file
        before = lifecycle.end()
    with begun(qtbot, paths, before) as fresh:
        button(fresh.window, "Note without unlocking").click()
        note = fresh.window.screen_widget
        assert isinstance(note, LockedNote)
        assert "EXERCISE: no real youths" in texts(note)
        note.text.set_text("Grijze auto bij het hek")
        button(note, "Back").click()
        assert any("not kept yet" in text for text in texts(note))
        button(note, "Keep").click()
        assert replaced == []  # whose words they are is asked first
        note.initials.setText("FB")
        button(note, "Keep").click()
        assert [each.is_noted for each in replaced] == [True]
    with begun(qtbot, paths, replaced[0]) as fresh:
        assert any("Your note is kept" in text for text in texts(fresh.window))
        shell = unlock_as(fresh, qtbot)
        found: list[str] = []
        shell._runner.query(lambda each: [row.id for row in each.observations() if row.captured], found.extend)
        qtbot.waitUntil(lambda: bool(found), timeout=10_000)
        shell.open_page("piece", found[0])
        view = shell.findChildren(PieceView)[-1]
        qtbot.waitUntil(lambda: any("Not confirmed: written while locked by FB" in text for text in texts(view)))
        button(view, "I wrote this").click()
        qtbot.waitUntil(lambda: any("confirmed by Fatima" in text for text in texts(view)), timeout=10_000)


def test_where_nothing_is_signed_for_it_the_lock_screen_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as (lifecycle, paths):
        (paths.vault_folder() / PUBLIC_NAME).write_bytes(b"not a notice")
        button(lifecycle.window, "Note without unlocking").click()
        assert "A note without unlocking cannot be kept here yet." in texts(lifecycle.window)


def test_what_the_disk_refuses_stays_in_the_form(qtbot: QtBot, tmp_path: Path) -> None:
    with started(qtbot, tmp_path) as (lifecycle, paths):
        unlock_as(lifecycle, qtbot, "Anouk")
        before = lifecycle.end()
    with begun(qtbot, paths, before) as fresh:
        button(fresh.window, "Note without unlocking").click()
        note = fresh.window.screen_widget
        assert isinstance(note, LockedNote)
        (paths.vault_folder() / "inbox").rmdir()
        (paths.vault_folder() / "inbox").write_bytes(b"")
        note.text.set_text("Grijze auto bij het hek")
        note.kept.emit("FB", note.text.text(), When(start="2026-03-13T23:40"))
        assert fresh.window.screen_widget is note
        assert note.text.text() == "Grijze auto bij het hek"
