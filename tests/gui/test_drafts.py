"""Drafts reach the disk in the order typed and come back."""

import errno
import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from baken.gui.drafts import Draft, Drafts
from baken.store.drafts import DraftStore

KEY = bytes(range(32))


def test_the_last_typed_is_the_last_stored(qtbot: QtBot, tmp_path: Path) -> None:
    drafts = Drafts(DraftStore(tmp_path, KEY))
    draft = Drafts.new_id()
    for text in (b"Gr", b"Grijze", b"Grijze auto"):
        drafts.put(draft, text)
    drafts.flush()
    drafts.close()
    assert DraftStore(tmp_path, KEY).get(draft) == b"Grijze auto"


def test_a_stored_draft_is_announced_and_listed(qtbot: QtBot, tmp_path: Path) -> None:
    drafts = Drafts(DraftStore(tmp_path, KEY))
    draft = Drafts.new_id()
    with qtbot.waitSignal(drafts.stored) as stored:
        drafts.put(draft, b"auto")
    assert stored.args == [draft]
    found: list[tuple[Draft, ...]] = []
    drafts.list(found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert [(one.id, one.content, one.is_readable) for one in found[0]] == [(draft, b"auto", True)]
    drafts.close()


def test_a_dropped_draft_is_gone_and_dropping_it_again_is_no_error(qtbot: QtBot, tmp_path: Path) -> None:
    drafts = Drafts(DraftStore(tmp_path, KEY))
    draft = Drafts.new_id()
    drafts.put(draft, b"auto")
    drafts.drop(draft)
    drafts.drop(draft)
    found: list[tuple[Draft, ...]] = []
    drafts.list(found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [()]
    drafts.close()


def test_what_the_disk_refuses_is_told_and_not_raised(qtbot: QtBot, tmp_path: Path) -> None:
    drafts = Drafts(DraftStore(tmp_path, KEY))
    with qtbot.waitSignal(drafts.failed) as failed:
        drafts.put(Drafts.new_id(), bytes(1 << 21))
    assert failed.args[0].code == "draft-too-large"
    drafts.close()


def test_what_comes_after_closing_is_left_alone(qtbot: QtBot, tmp_path: Path) -> None:
    drafts = Drafts(DraftStore(tmp_path, KEY))
    drafts.close()
    drafts.list(lambda _found: None)
    drafts.put(Drafts.new_id(), b"auto")
    assert DraftStore(tmp_path, KEY).list() == ()


def test_what_was_not_stored_is_given_back(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "drafts").write_bytes(b"a file where the folder should be")
    drafts = Drafts(DraftStore(tmp_path / "drafts", KEY))
    draft = Drafts.new_id()
    with qtbot.waitSignal(drafts.not_stored) as given:
        drafts.put(draft, b"auto")
    assert given.args == [draft, b"auto"]
    drafts.close()


def test_a_draft_that_became_a_piece_is_not_given_back(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "drafts").write_bytes(b"a file where the folder should be")
    drafts = Drafts(DraftStore(tmp_path / "drafts", KEY))
    given: list[str] = []
    drafts.not_stored.connect(lambda draft, _content: given.append(draft))
    draft = Drafts.new_id()
    with qtbot.waitSignal(drafts.failed):
        drafts.put(draft, b"auto")
        drafts.drop(draft)
    assert given == []
    drafts.close()


def test_what_is_typed_on_a_full_disk_is_there_after_a_lock(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = Drafts(DraftStore(tmp_path / "drafts", KEY))
    drafts.flush()
    open_file = os.open

    def full(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if flags & os.O_CREAT:
            raise OSError(errno.ENOSPC, "full")
        return open_file(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", full)
    draft = Drafts.new_id()
    drafts.put(draft, b"typed last")
    drafts.flush()
    drafts.close()
    monkeypatch.undo()
    assert DraftStore(tmp_path / "drafts", KEY).get(draft) == b"typed last"
