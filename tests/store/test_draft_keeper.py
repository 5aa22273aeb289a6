"""What no disk takes is kept, given back, offered again, and carried sealed to whoever comes next."""

from pathlib import Path

import pytest

from baken.errors import UserError
from baken.store.draft_keeper import DraftKeeper
from baken.store.drafts import MAX_BYTES, DraftStore
from baken.store.sealed_draft import SealedDraft

KEY, OTHER_KEY = bytes(range(32)), bytes(32)
FIRST, SECOND = "1" * 32, "2" * 32


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


@pytest.fixture
def keeper(folder: Path) -> DraftKeeper:
    return DraftKeeper(DraftStore(folder, KEY))


def take_disk(folder: Path) -> None:
    """Leave a file where the drafts were."""
    if folder.is_dir():
        folder.rename(folder.with_name("elsewhere"))
    folder.write_bytes(b"")


def give_disk_back(folder: Path) -> None:
    folder.unlink()
    if folder.with_name("elsewhere").is_dir():
        folder.with_name("elsewhere").rename(folder)


def test_what_the_disk_refused_is_given_back_as_the_newest_version(keeper: DraftKeeper, folder: Path) -> None:
    keeper.put(FIRST, b"begun")
    keeper.put(SECOND, b"another")
    take_disk(folder)
    with pytest.raises(UserError, match="folder-gone"):
        keeper.put(FIRST, b"gone on")
    assert keeper.get(FIRST) == b"gone on"
    give_disk_back(folder)
    assert [(file.id, file.readable) for file in keeper.list()] == [(FIRST, True), (SECOND, True)]


def test_a_store_that_cannot_be_listed_hides_nothing_that_is_held(
    keeper: DraftKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise UserError("disk-failed", number=5)

    monkeypatch.setattr(DraftStore, "list", refuse)
    with pytest.raises(UserError, match="disk-failed"):
        keeper.list()
    monkeypatch.setattr(DraftStore, "put", refuse)
    with pytest.raises(UserError, match="disk-failed"):
        keeper.put(FIRST, b"typed")
    assert [file.id for file in keeper.list()] == [FIRST]


def test_it_is_stored_as_soon_as_the_disk_takes_it(keeper: DraftKeeper, folder: Path) -> None:
    take_disk(folder)
    with pytest.raises(UserError):
        keeper.put(FIRST, b"typed")
    assert keeper.try_again() == ((), True)
    give_disk_back(folder)
    assert keeper.try_again() == ((FIRST,), False)
    assert keeper.carried() == ()
    assert DraftStore(folder, KEY).get(FIRST) == b"typed"


def test_what_was_stored_later_or_deleted_is_held_no_longer(keeper: DraftKeeper, folder: Path) -> None:
    take_disk(folder)
    for draft in (FIRST, SECOND):
        with pytest.raises(UserError):
            keeper.put(draft, b"typed")
    give_disk_back(folder)
    keeper.put(FIRST, b"typed and stored")
    keeper.delete(SECOND)
    assert keeper.carried() == ()
    assert keeper.get(FIRST) == b"typed and stored"


def test_a_draft_that_is_too_large_for_one_is_not_carried(keeper: DraftKeeper) -> None:
    with pytest.raises(UserError, match="draft-too-large"):
        keeper.put(FIRST, bytes(MAX_BYTES + 1))
    assert keeper.carried() == ()


def test_what_is_carried_is_sealed_and_opens_for_its_author_only(keeper: DraftKeeper, folder: Path) -> None:
    take_disk(folder)
    with pytest.raises(UserError):
        keeper.put(FIRST, b"typed at the gate" * 100)
    (carried,) = keeper.carried()
    assert b"typed at the gate" not in carried.data
    assert b"typed at the gate" not in repr(carried).encode()
    give_disk_back(folder)
    other = DraftKeeper(DraftStore(folder, OTHER_KEY))
    other.take_in([carried])
    assert other.list() == ()
    assert other.carried() == (carried,)
    author = DraftKeeper(DraftStore(folder, KEY))
    author.take_in(other.carried())
    assert author.carried() == ()
    assert DraftStore(folder, KEY).get(FIRST) == b"typed at the gate" * 100


def test_what_was_taken_in_replaces_what_lay_on_the_disk_and_outlives_a_disk_that_is_still_gone(
    keeper: DraftKeeper, folder: Path
) -> None:
    keeper.put(FIRST, b"begun")
    carried = SealedDraft(id=FIRST, data=DraftStore(folder, KEY).seal(FIRST, b"gone on"))
    take_disk(folder)
    keeper.take_in([carried])
    assert keeper.get(FIRST) == b"gone on"
    (again,) = keeper.carried()
    give_disk_back(folder)
    keeper.take_in([again])
    assert DraftStore(folder, KEY).get(FIRST) == b"gone on"
