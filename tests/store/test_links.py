"""What somebody else laid into the vault's folder: links are not followed, pipes are not waited for."""

import os
import shutil
from pathlib import Path

import pytest

from baken.errors import UserError
from baken.held import LinkedError
from baken.store.attempts import wait_s
from baken.store.backup import OWN_PLACE
from baken.store.backup_access import KNOWN_NAME, known_backups, remember
from baken.store.building import Building
from baken.store.creation import FOLDERS
from baken.store.drafts import DraftStore
from baken.store.epochs import read_public
from baken.store.files import has_room, open_own
from baken.store.heads import HEAD_NAME
from baken.store.instance import InstanceLock
from baken.store.slots import COPIES, SlotFile, unlock
from baken.store.verify import verify_vault

from .backups import back_up
from .vaults import PASSPHRASE, Made, make_vault

DRAFT = "0123456789abcdef" * 2


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / ".hidden").write_bytes(b"keep")
    (folder / "kept").write_bytes(b"keep")
    return folder


def _replace(path: Path, target: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.symlink_to(target)


@pytest.mark.parametrize("name", [*FOLDERS, OWN_PLACE, "head", "public", "anything"])
def test_a_link_in_the_folder_is_refused_before_anything_is_written(made: Made, elsewhere: Path, name: str) -> None:
    _replace(made.folder / name, elsewhere)
    with pytest.raises(UserError, match="vault-linked"):
        made.open()
    assert {path.name for path in elsewhere.iterdir()} == {".hidden", "kept"}
    assert (made.folder / name).is_symlink()


@pytest.mark.parametrize("folder", [*FOLDERS, OWN_PLACE])
def test_a_link_in_one_of_its_folders_is_refused(made: Made, elsewhere: Path, folder: str) -> None:
    (made.folder / folder).mkdir(exist_ok=True)
    (made.folder / folder / "0123").symlink_to(elsewhere / "gone")
    with pytest.raises(UserError, match="vault-linked"):
        made.open()
    assert {path.name for path in elsewhere.iterdir()} == {".hidden", "kept"}


def test_a_vault_reached_by_a_link_opens_and_a_folder_of_others_is_not_looked_into(made: Made, tmp_path: Path) -> None:
    (made.folder / "lost+found").mkdir()
    (made.folder / "lost+found" / "link").symlink_to(tmp_path)
    (tmp_path / "way").symlink_to(made.folder)
    Made(folder=tmp_path / "way", keys=made.keys, clock=made.clock).open().close()


def test_a_link_among_unfinished_folders_is_left_alone(tmp_path: Path, elsewhere: Path) -> None:
    (tmp_path / "place").mkdir()
    (tmp_path / "place" / ".new-0000").symlink_to(elsewhere)
    (tmp_path / ".vault.new-0000").symlink_to(elsewhere)
    Building(tmp_path / "place").discard()
    make_vault(tmp_path / "vault")
    assert {path.name for path in elsewhere.iterdir()} == {".hidden", "kept"}


def test_the_lock_is_not_made_where_a_link_leads(tmp_path: Path, elsewhere: Path) -> None:
    (tmp_path / "lock").symlink_to(elsewhere / "made")
    with pytest.raises(UserError, match="folder-gone"):
        InstanceLock(tmp_path).acquire()
    assert not (elsewhere / "made").exists()


def test_asking_for_room_writes_through_no_link(tmp_path: Path, elsewhere: Path) -> None:
    (tmp_path / ".room").symlink_to(elsewhere / "kept")
    assert has_room(tmp_path)
    assert (elsewhere / "kept").read_bytes() == b"keep"


@pytest.mark.parametrize("name", ["drafts", "drafts/own"])
def test_a_draft_goes_nowhere_that_a_link_laid_meanwhile_leads(tmp_path: Path, elsewhere: Path, name: str) -> None:
    store = DraftStore(tmp_path / "drafts", bytes(32))
    store.put(DRAFT, b"begun")
    (own,) = (tmp_path / "drafts").iterdir()
    if name == "drafts":
        (elsewhere / own.name).mkdir()
        (elsewhere / own.name / DRAFT).write_bytes(b"keep")
        _replace(tmp_path / "drafts", elsewhere)
    else:
        (elsewhere / DRAFT).write_bytes(b"keep")
        _replace(own, elsewhere)
    before = {path: path.is_file() and path.read_bytes() for path in elsewhere.rglob("*")}
    store.reserve()
    for act in (lambda: store.put(DRAFT, b"more"), lambda: store.delete(DRAFT), store.list):
        with pytest.raises(UserError, match="vault-linked"):
            act()
    with pytest.raises(UserError, match="draft-unreadable"):
        store.get(DRAFT)
    assert {path: path.is_file() and path.read_bytes() for path in elsewhere.rglob("*")} == before


def test_a_draft_that_is_a_link_is_not_read_and_not_written_through(tmp_path: Path, elsewhere: Path) -> None:
    store = DraftStore(tmp_path / "drafts", bytes(32))
    store.put(DRAFT, b"begun")
    (own,) = (tmp_path / "drafts").iterdir()
    (own / DRAFT).rename(elsewhere / "moved")
    (own / DRAFT).symlink_to(elsewhere / "moved")
    with pytest.raises(UserError, match="draft-unreadable"):
        store.get(DRAFT)
    moved = (elsewhere / "moved").read_bytes()
    store.put(DRAFT, b"again")
    assert (elsewhere / "moved").read_bytes() == moved
    assert store.get(DRAFT) == b"again"


def test_the_list_of_backups_is_not_written_where_a_link_laid_meanwhile_leads(tmp_path: Path, elsewhere: Path) -> None:
    remember(tmp_path, bytes(32), ())
    _replace(tmp_path / OWN_PLACE, elsewhere)
    (elsewhere / KNOWN_NAME).write_bytes(b"keep")
    with pytest.raises(UserError, match="vault-linked"):
        remember(tmp_path, bytes(32), ())
    assert known_backups(tmp_path, bytes(32)) == ()
    assert (elsewhere / KNOWN_NAME).read_bytes() == b"keep"


def test_a_backup_is_not_made_where_a_link_laid_meanwhile_leads(made: Made, elsewhere: Path) -> None:
    vault = made.open()
    _replace(made.folder / OWN_PLACE, elsewhere)
    with pytest.raises(UserError, match="vault-linked"):
        back_up(vault, made, made.folder / OWN_PLACE)
    vault.close()
    assert {path.name for path in elsewhere.iterdir()} == {".hidden", "kept"}


@pytest.mark.parametrize("name", [*COPIES, HEAD_NAME, "public", "attempts"])
def test_a_file_that_became_a_link_is_not_read_through(made: Made, elsewhere: Path, name: str) -> None:
    path = made.folder / name
    path.touch()
    path.rename(elsewhere / "moved")
    path.symlink_to(elsewhere / "moved")
    with pytest.raises(LinkedError):
        open_own(path)


def _pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    os.mkfifo(path)


def test_a_pipe_in_place_of_a_file_is_not_waited_for(made: Made) -> None:
    for name in (*COPIES[1:], HEAD_NAME, "public", "attempts", "attempts.lock", "lock", ".room"):
        _pipe(made.folder / name)
    _pipe(made.folder / OWN_PLACE / KNOWN_NAME)
    assert read_public(made.folder) == b""
    assert wait_s(made.folder, made.clock) == 0
    assert known_backups(made.folder, made.keys.vault_key) == ()
    assert has_room(made.folder)
    findings = {finding.kind for finding in verify_vault(made.folder, made.keys).findings}
    assert {"slots-unreadable", "public-differs"} <= findings
    keys = unlock(made.folder, "Anouk", PASSPHRASE, made.clock)
    vault = Made(folder=made.folder, keys=keys, clock=made.clock).open()
    assert {"public-differs", "head-unreadable"} <= set(vault.findings)
    vault.close()


def test_pipes_in_place_of_what_cannot_be_missed_are_refused(made: Made) -> None:
    _pipe(made.folder / "journal-1.db")
    with pytest.raises(UserError, match="vault-unreadable"):
        made.open()
    for name in COPIES:
        _pipe(made.folder / name)
    with pytest.raises(UserError, match="slots-unreadable"):
        SlotFile.load(made.folder)


def test_a_pipe_in_place_of_a_draft_is_unreadable_and_stays(tmp_path: Path) -> None:
    store = DraftStore(tmp_path / "drafts", bytes(32))
    store.put(DRAFT, b"begun")
    (place,) = (tmp_path / "drafts").iterdir()
    _pipe(place / DRAFT)
    with pytest.raises(UserError, match="draft-unreadable"):
        store.get(DRAFT)
    assert [(draft.id, draft.readable) for draft in store.list()] == [(DRAFT, False)]
