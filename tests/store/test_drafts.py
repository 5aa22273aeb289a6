import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.errors import BugError, UserError
from baken.store import reserve
from baken.store.drafts import MAX_BYTES, SIZE_CLASS, DraftStore

KEY = bytes(range(32))
FIRST, SECOND = "1" * 32, "2" * 32


@pytest.fixture
def drafts(tmp_path: Path) -> DraftStore:
    return DraftStore(tmp_path / "drafts", KEY)


def files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != reserve.NAME)


def test_a_draft_comes_back_as_it_was_saved_last(drafts: DraftStore, tmp_path: Path) -> None:
    drafts.put(FIRST, b"Yonas was om 23u40 nog niet")
    drafts.put(FIRST, "Yonas was om 23u40 nog niet binnen, እናት".encode())
    again = DraftStore(tmp_path / "drafts", KEY)
    assert again.get(FIRST).decode() == "Yonas was om 23u40 nog niet binnen, እናት"
    assert [(draft.id, draft.readable) for draft in again.list()] == [(FIRST, True)]


def test_an_empty_folder_lists_nothing_and_deletes_nothing(drafts: DraftStore) -> None:
    assert drafts.list() == ()
    drafts.delete(FIRST)
    with pytest.raises(UserError, match="no-draft"):
        drafts.get(FIRST)


def test_a_deleted_draft_is_gone(drafts: DraftStore) -> None:
    drafts.put(FIRST, b"x")
    drafts.delete(FIRST)
    drafts.delete(FIRST)
    assert drafts.list() == ()


def test_the_last_saved_draft_comes_first(drafts: DraftStore, tmp_path: Path) -> None:
    drafts.put(FIRST, b"x")
    drafts.put(SECOND, b"y")
    older = next(path for path in files_of(tmp_path) if path.name == SECOND)
    os.utime(older, ns=(1, 1))
    assert [draft.id for draft in drafts.list()] == [FIRST, SECOND]


def test_the_file_shows_a_size_class_and_no_word(drafts: DraftStore, tmp_path: Path) -> None:
    drafts.put(FIRST, b"")
    drafts.put(SECOND, b"geheim" * 500)
    sizes = {path.stat().st_size for path in files_of(tmp_path)}
    assert sizes == {SIZE_CLASS}
    assert all(b"geheim" not in path.read_bytes() for path in files_of(tmp_path))


def test_a_damaged_draft_is_kept_and_listed_as_unreadable(drafts: DraftStore, tmp_path: Path) -> None:
    drafts.put(FIRST, b"x")
    path = files_of(tmp_path)[0]
    for damaged in (path.read_bytes()[:-1], b"", b"baken draft 1\nshort", b"?" + path.read_bytes()[1:]):
        path.write_bytes(damaged)
        with pytest.raises(UserError, match="draft-unreadable"):
            drafts.get(FIRST)
        assert [(draft.id, draft.readable) for draft in drafts.list()] == [(FIRST, False)]


def test_a_draft_cannot_be_passed_off_as_another(drafts: DraftStore, tmp_path: Path) -> None:
    drafts.put(FIRST, b"x")
    path = files_of(tmp_path)[0]
    path.rename(path.with_name(SECOND))
    with pytest.raises(UserError, match="draft-unreadable"):
        drafts.get(SECOND)


def test_a_draft_that_is_a_folder_is_unreadable(drafts: DraftStore, tmp_path: Path) -> None:
    drafts.put(FIRST, b"x")
    (files_of(tmp_path)[0].parent / SECOND).mkdir()
    assert {draft.id: draft.readable for draft in drafts.list()} == {FIRST: True, SECOND: False}


def test_drafts_of_another_user_are_neither_read_nor_listed(drafts: DraftStore, tmp_path: Path) -> None:
    drafts.put(FIRST, b"x")
    other = DraftStore(tmp_path / "drafts", bytes(32))
    assert other.list() == ()
    with pytest.raises(UserError, match="no-draft"):
        other.get(FIRST)


def test_what_is_half_written_is_not_listed(drafts: DraftStore, tmp_path: Path) -> None:
    drafts.put(FIRST, b"x")
    folder = files_of(tmp_path)[0].parent
    (folder / f".{SECOND}.0badcafe").write_bytes(b"half")
    assert [draft.id for draft in drafts.list()] == [FIRST]


def test_a_draft_of_more_than_a_mebibyte_is_refused_and_the_older_one_stays(drafts: DraftStore) -> None:
    drafts.put(FIRST, b"x")
    with pytest.raises(UserError, match="draft-too-large"):
        drafts.put(FIRST, bytes(MAX_BYTES + 1))
    assert drafts.get(FIRST) == b"x"


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "1" * 31, "A" * 32])
def test_an_id_that_is_none_never_becomes_a_path(drafts: DraftStore, name: str) -> None:
    with pytest.raises(BugError):
        drafts.put(name, b"x")


@given(st.binary(max_size=20_000))
def test_every_content_comes_back(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    drafts = DraftStore(tmp_path_factory.mktemp("drafts"), KEY)
    drafts.put(FIRST, content)
    assert drafts.get(FIRST) == content


def test_a_vault_folder_that_is_gone_is_not_begun_anew(tmp_path: Path) -> None:
    gone = tmp_path / "vault"
    with pytest.raises(UserError, match="folder-gone"):
        DraftStore(gone / "drafts", KEY).put(FIRST, b"x")
    assert not gone.exists()
