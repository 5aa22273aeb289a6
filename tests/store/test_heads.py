from pathlib import Path

import pytest

from baken.errors import UserError
from baken.store.heads import HEADS, HeadPlaces, head_key, read_heads
from baken.store.vault import OpenVault

from .vaults import NOW_MS, Made, piece, texts


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def older_copy(made: Made, state: Path) -> bytes:
    """Close a first day, go on a second day, and give the journal of the first."""
    vault = made.open(state)
    vault.append([piece("maandag")])
    vault.close()
    older = (made.folder / "journal-1.db").read_bytes()
    vault = made.open(state)
    vault.append([piece("dinsdag")])
    vault.close()
    return older


def places(vault: OpenVault, made: Made, state: Path) -> HeadPlaces:
    return HeadPlaces(folder=made.folder, state=state, site=vault.card.site, laptop=vault.laptop)


def test_a_journal_put_back_is_reported_and_recording_goes_on_as_a_new_writer(made: Made, state: Path) -> None:
    older = older_copy(made, state)
    (made.folder / "journal-1.db").write_bytes(older)
    vault = made.open(state)
    assert vault.findings == ("rollback",)
    written = vault.append([piece("woensdag")])[0]
    assert written.sequence == 2
    assert texts(vault) == {"maandag", "woensdag"}
    writers = vault.connection.execute("SELECT count(*) FROM writer").fetchone()[0]
    assert writers == 2
    vault.close()
    vault = made.open(state)
    assert vault.findings == ()
    assert vault.append([piece()])[0].writer == written.writer
    vault.close()


def test_the_copy_in_the_state_folder_tells_when_the_whole_vault_was_put_back(made: Made, state: Path) -> None:
    older = older_copy(made, state)
    (made.folder / "journal-1.db").write_bytes(older)
    (made.folder / "head").unlink()
    vault = made.open(state)
    assert vault.findings == ("rollback",)
    vault.close()


def test_without_a_state_folder_the_head_in_the_vault_still_tells(made: Made, state: Path) -> None:
    older = older_copy(made, state)
    (made.folder / "journal-1.db").write_bytes(older)
    vault = made.open()
    assert vault.findings == ("rollback",)
    vault.close()


def test_a_crash_after_the_last_head_is_no_rollback(made: Made, state: Path, tmp_path: Path) -> None:
    vault = made.open(state)
    vault.append([piece("eerste")])
    vault.write_head()
    vault.append([piece("tweede")])
    crashed = made.copy(tmp_path / "crashed")
    vault.close()
    again = crashed.open(state.with_name("other"))
    assert again.findings == ()
    assert texts(again) == {"eerste", "tweede"}
    again.close()


@pytest.mark.parametrize("damage", [b"", b"x", bytes(500)])
def test_a_head_that_is_none_is_reported_and_replaced(made: Made, state: Path, damage: bytes) -> None:
    older_copy(made, state)
    (made.folder / "head").write_bytes(damage)
    vault = made.open(state)
    assert vault.findings == ("head-unreadable",)
    vault.close()
    vault = made.open(state)
    assert vault.findings == ()
    vault.close()


def test_a_head_under_another_vaults_key_does_not_count(made: Made, foreign: Made, state: Path) -> None:
    older_copy(foreign, state / "foreign")
    (made.folder / "head").write_bytes((foreign.folder / "head").read_bytes())
    vault = made.open()
    assert vault.findings == ("head-unreadable",)
    vault.close()


def test_an_unchanged_journal_writes_no_head(made: Made, state: Path) -> None:
    older_copy(made, state)
    before = [path.stat().st_mtime_ns for path in (made.folder / "head", *state.iterdir())]
    vault = made.open(state)
    vault.close()
    assert [path.stat().st_mtime_ns for path in (made.folder / "head", *state.iterdir())] == before


def test_a_missing_copy_is_written_again_even_when_nothing_changed(made: Made, state: Path) -> None:
    older_copy(made, state)
    for path in state.iterdir():
        path.unlink()
    made.open(state).close()
    assert len(list(state.iterdir())) == 1


def test_heads_are_written_after_a_commit_at_most_once_a_minute(made: Made, state: Path) -> None:
    vault = made.open(state)
    revisions = []
    for step_ms in (0, 59_999, 1, 1):
        made.clock.set(made.clock.now_ms() + step_ms)
        vault.append([piece()])
        heads, _ = read_heads(places(vault, made, state), head_key(made.keys.vault_key))
        revisions.append(heads[0].revision)
    assert revisions[0] == revisions[1]
    assert revisions[1] < revisions[2] == revisions[3]
    vault.close()


def test_a_head_names_the_chains_of_this_laptop_and_no_person(made: Made, state: Path) -> None:
    vault = made.open(state)
    written = vault.append([piece()])[0]
    assert [(claim.writer, claim.sequence, claim.entry) for claim in vault.heads()] == [
        (written.writer, written.sequence, written.entry)
    ]
    vault.write_head()
    data = (made.folder / "head").read_bytes()
    assert HEADS.read(data[:-32]).value.made_ms == NOW_MS
    assert vault.certificate.person.encode() not in data
    assert b"Anouk" not in data
    name = next(state.iterdir()).name
    assert vault.laptop not in name
    assert vault.card.site not in name
    vault.close()


def test_a_state_folder_that_cannot_be_written_does_not_stop_the_head_in_the_vault(made: Made, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    vault = made.open(tmp_path / "file")
    vault.append([piece()])
    vault.write_head()
    vault.close()
    assert (made.folder / "head").exists()


def test_a_head_that_cannot_be_written_is_told_when_asked_for_and_does_not_stop_a_save(made: Made) -> None:
    vault = made.open()
    (made.folder / "head").mkdir()
    written = vault.append([piece()])
    with pytest.raises(UserError):
        vault.write_head()
    vault.close()
    (made.folder / "head").rmdir()
    again = made.open()
    assert again.journal.bundle_entries([written[0].entry])
    again.close()


def test_two_users_of_one_laptop_share_its_heads(made: Made, state: Path) -> None:
    from baken.store.slots import unlock
    from baken.store.vault import open_vault

    from .vaults import PASSPHRASE, add_user

    vault = made.open(state)
    add_user(vault, "Fatima", "mentor")
    vault.close()
    keys = unlock(made.folder, "Fatima", PASSPHRASE, made.clock)
    colleague = open_vault(made.folder, keys, made.clock, state_folder=state)
    assert colleague.findings == ()
    colleague.append([piece()])
    assert len(colleague.heads()) == 2
    colleague.close()
    vault = made.open(state)
    assert vault.findings == ()
    vault.close()
