"""The files of attachments: before their entry or not at all, and named when they are not as they should be."""

import os
import pickle
import secrets
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from baken import crypto, held
from baken.errors import UserError
from baken.model.records import Attachment, Correction, Observation, When
from baken.store import files
from baken.store.attachments import read_attachment
from baken.store.drafts import DraftStore
from baken.store.journal import NewEntry
from baken.store.staged import StagedFiles
from baken.store.vault import OpenVault
from baken.store.verify import verify_vault
from baken.wire.attachment import seal_attachment

from .vaults import Made, piece

CONTENT = b"\x89PNG een foto die niemand mag zien" * 9
CRASHER = Path(__file__).with_name("attachment_crasher.py")


def made_of(content: bytes = CONTENT, title: str = "foto.png") -> tuple[Attachment, bytes]:
    key = crypto.random_bytes(32)
    sealed = seal_attachment(content, key)
    attachment = Attachment(
        id=secrets.token_hex(16),
        sha256=crypto.sha256(sealed).hex(),
        size_bytes=len(content),
        media_type="image/png",
        key=key.hex(),
        title=title,
    )
    return attachment, sealed


def with_attachments(*attachments: Attachment) -> NewEntry:
    body = Observation(text="stuk", when=When(start="2026-09-20T23:40"), attachments=attachments)
    return NewEntry(kind="observation", entity=secrets.token_hex(16), body=body)


def keep(vault: OpenVault, *made: tuple[Attachment, bytes]) -> list[str]:
    there = {attachment.id: sealed for attachment, sealed in made}
    vault.attachments.keep(there, vault.attachments.mark_of_next(vault.author.writer))
    return list(there)


def names(made: Made) -> set[str]:
    return {path.name for path in (made.folder / "attachments").iterdir()}


def test_a_file_is_read_back_and_leaves_no_mark(made: Made) -> None:
    vault, one = made.open(), made_of()
    kept = keep(vault, one)
    vault.append([with_attachments(one[0])])
    vault.attachments.settle(kept)
    assert names(made) == {one[0].id}
    assert read_attachment(made.folder, one[0]) == CONTENT
    vault.close()
    vault = made.open()
    assert names(made) == {one[0].id}
    vault.close()
    assert verify_vault(made.folder, made.keys).findings == ()


def test_a_file_whose_entry_never_came_goes_at_the_next_opening(made: Made) -> None:
    vault = made.open()
    keep(vault, made_of())
    (made.folder / "attachments" / ".half.ab12").write_bytes(b"half")
    vault.close()
    made.open().close()
    assert names(made) == set()


def test_a_mark_that_stayed_costs_no_file(made: Made) -> None:
    vault, one = made.open(), made_of()
    keep(vault, one)
    vault.append([with_attachments(one[0])])
    vault.append([piece("later"), piece("nog later")])
    vault.close()
    made.open().close()
    assert names(made) == {one[0].id}


def test_what_is_discarded_goes_unless_its_entry_came(made: Made) -> None:
    vault, one, other = made.open(), made_of(), made_of()
    kept = keep(vault, one)
    vault.append([with_attachments(one[0])])
    kept += keep(vault, other)
    vault.attachments.discard(kept)
    assert names(made) == {one[0].id}
    vault.close()


def test_a_file_that_is_there_is_never_written_over_or_taken_away(made: Made) -> None:
    vault, one = made.open(), made_of()
    kept = keep(vault, one)
    vault.append([with_attachments(one[0])])
    vault.attachments.settle(kept)
    keep(vault, (one[0], b"something else"))
    vault.attachments.discard(kept)
    assert read_attachment(made.folder, one[0]) == CONTENT
    vault.close()


@pytest.mark.parametrize("damage", ["missing", "flipped", "cut", "swapped"])
def test_a_missing_or_damaged_file_is_named(made: Made, damage: str) -> None:
    vault, one, other = made.open(), made_of(), made_of(b"iets anders" * 40)
    kept = keep(vault, one, other)
    vault.append([with_attachments(one[0], other[0])])
    vault.append(
        [
            NewEntry(
                kind="correction",
                entity=secrets.token_hex(16),
                body=Correction(
                    corrects="0" * 64,
                    why="beter",
                    observation=Observation(text="x", when=When(start="2026-09-20"), attachments=(one[0],)),
                ),
            )
        ]
    )
    vault.attachments.settle(kept)
    vault.close()
    path = made.folder / "attachments" / one[0].id
    data = path.read_bytes()
    match damage:
        case "missing":
            path.unlink()
        case "flipped":
            path.write_bytes(data[:50] + bytes([data[50] ^ 1]) + data[51:])
        case "cut":
            path.write_bytes(data[:-1])
        case "swapped":
            path.write_bytes(path.with_name(other[0].id).read_bytes())
    code = "attachment-missing" if damage == "missing" else "attachment-damaged"
    with pytest.raises(UserError) as refused:
        read_attachment(made.folder, one[0])
    assert (refused.value.code, refused.value.params) == (code, {"title": "foto.png"})
    found = verify_vault(made.folder, made.keys).findings
    assert [(each.kind, each.where) for each in found] == [(code, one[0].id)]


def test_a_sealed_file_under_another_key_is_damaged(made: Made) -> None:
    vault, one = made.open(), made_of()
    keep(vault, one)
    other = Attachment(**{name: getattr(one[0], name) for name in Attachment.__struct_fields__} | {"key": "0" * 64})
    with pytest.raises(UserError, match="attachment-damaged"):
        read_attachment(made.folder, other)
    vault.close()


def test_a_folder_that_cannot_be_read_is_not_taken_for_a_missing_file(made: Made) -> None:
    one = made_of()
    target = made.folder.parent / "elsewhere"
    target.write_bytes(one[1])
    (made.folder / "attachments" / one[0].id).symlink_to(target)
    with pytest.raises(UserError, match="vault-linked"):
        read_attachment(made.folder, one[0])


def test_a_body_that_no_fold_takes_names_no_file(made: Made) -> None:
    vault = made.open()
    vault.append([NewEntry(kind="observation", entity=secrets.token_hex(16), body=b'{"attachments":7}')])
    vault.close()
    assert verify_vault(made.folder, made.keys).findings == ()


@pytest.mark.parametrize("fails_at", [1, 2, 3, 4])
def test_a_failing_disk_leaves_nothing_once_discarded(
    made: Made, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    """A mark and a file, each with its bytes and its name: four syncs, of which any may fail."""
    vault, one, calls = made.open(), made_of(), 0

    def failing(descriptor: int) -> None:
        nonlocal calls
        calls += 1
        if calls == fails_at:
            raise OSError(28, "full")
        os.fsync(descriptor)

    with monkeypatch.context() as patched:
        patched.setattr(held, "sync_descriptor", failing)
        patched.setattr(files, "sync_descriptor", failing)
        with pytest.raises(UserError, match="disk-full"):
            keep(vault, one)
    vault.attachments.discard([one[0].id])
    assert names(made) == set()
    keep(vault, one)
    vault.append([with_attachments(one[0])])
    vault.close()
    assert read_attachment(made.folder, one[0]) == CONTENT


KILLS = {"test": 6, "long": 100, "torture": 1000}


def test_a_kill_leaves_a_file_with_its_entry_or_none(made: Made, tmp_path: Path, depth: str) -> None:
    keys = tmp_path / "keys"
    keys.write_bytes(pickle.dumps(made.keys))
    acknowledged: set[str] = set()
    for number in range(KILLS[depth]):
        command = [sys.executable, str(CRASHER), str(made.folder), str(keys)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            for _ in range(2 + number % 7):  # killed right after a different step each time
                line = child.stdout.readline().split()
                if line[:1] == ["saved"]:
                    acknowledged.add(line[1])
            child.send_signal(signal.SIGKILL)
            acknowledged |= {line.split()[1] for line in child.stdout if line.startswith("saved")}
        vault = made.open()
        entries, _ = vault.journal.decoded(0, 1_000_000)
        vault.close()
        bodies = b"".join(entry.body for entry in entries if entry.kind == "observation")
        assert acknowledged <= names(made)
        assert all(name.encode() in bodies for name in names(made))
    assert verify_vault(made.folder, made.keys).findings == ()
    assert acknowledged


def test_staged_files_belong_to_one_user_and_go_a_day_after_their_draft(made: Made) -> None:
    folder = made.folder / "drafts"
    drafts, mine = DraftStore(folder, b"a" * 32), StagedFiles(folder, b"a" * 32)
    (named, one), (lost, other) = made_of(), made_of()
    mine.put(named.id, one)
    mine.put(lost.id, other)
    drafts.put("1" * 32, b'{"attachments":["%s"]}' % named.id.encode())
    assert StagedFiles(folder, b"b" * 32).get(named) is None
    mine.sweep(drafts, 0)
    assert mine.get(lost) == other
    far = 1 << 52
    mine.sweep(drafts, far)
    assert (mine.get(named), mine.get(lost)) == (one, None)
    mine.delete([named.id, lost.id])
    assert mine.get(named) is None
    StagedFiles(folder, b"c" * 32).delete([named.id])
    StagedFiles(folder, b"c" * 32).sweep(drafts, far)


def test_no_staged_file_goes_while_a_draft_cannot_be_read(made: Made) -> None:
    folder = made.folder / "drafts"
    drafts, mine = DraftStore(folder, b"a" * 32), StagedFiles(folder, b"a" * 32)
    attachment, sealed = made_of()
    mine.put(attachment.id, sealed)
    drafts.put("1" * 32, b"tekst")
    next(path for path in folder.rglob("1" * 32)).write_bytes(b"broken")
    mine.sweep(drafts, 1 << 52)
    assert mine.get(attachment) == sealed


def test_a_staged_file_that_was_changed_is_not_given(made: Made) -> None:
    folder = made.folder / "drafts"
    mine = StagedFiles(folder, b"a" * 32)
    attachment, sealed = made_of()
    mine.put(attachment.id, sealed + b"!")
    assert mine.get(attachment) is None
