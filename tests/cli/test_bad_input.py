"""Files that are not what was meant, and places that cannot be written: one plain sentence, and nothing half done."""

from pathlib import Path

import pytest

from baken.wire.age import new_identity

from .conftest import PASSPHRASE, Baken, Result

NAMES = [
    "missing",
    "folder",
    "empty",
    "huge",
    "loop",
    "rubbish",
    "a b",
    "a\nb",
    "سبأ",
    "./-dash",
    "/dev/zero",
    "n" * 300,
]
READS = [
    ("import", "{}"),
    ("import", "{}", "--dry-run"),
    ("bundle", "inspect", "{}"),
    ("site", "add", "{}", "--fingerprint", "0"),
    ("site", "enrolled", "{}"),
    ("sync", "--stick", "{}"),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a file of every wrong kind."""
    here = tmp_path / "here"
    (here / "folder").mkdir(parents=True)
    (here / "empty").touch()
    with (here / "huge").open("wb") as file:
        file.truncate(5 << 30)
    (here / "loop").symlink_to("loop")
    for name in ("rubbish", "a b", "a\nb", "سبأ", "-dash"):
        (here / name).write_bytes(bytes(range(256)) * 8)
    monkeypatch.chdir(here)
    return here


def one_plain_sentence(refused: Result) -> bool:
    return refused.status == 1 and set(refused.json) == {"error", "message", "hint"} and refused.err.count("\n") == 1


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_no_file_that_is_not_one_is_read(baken: Baken, live: Path, folder: Path) -> None:
    before = names_in(folder)
    for words in READS:
        for name in NAMES:
            if words[0] == "sync" and name == "folder":  # a folder is a stick
                continue
            refused = baken(*(word.format(name) for word in words), "--vault", live, user="anouk")
            assert one_plain_sentence(refused), (words, name, refused)
    assert names_in(folder) == before
    assert baken("vault", "verify", "--vault", live, user="anouk").json["ok"]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "folder"])
def test_no_vault_is_found_in_a_file(baken: Baken, folder: Path, name: str) -> None:
    refused = baken("dossier", "list", "--vault", name, user="anouk")
    assert one_plain_sentence(refused)
    assert refused.json["error"] in {"no-vault", "folder-gone"}


@pytest.mark.parametrize("name", NAMES)
def test_no_key_and_no_sealed_file_is_read_from_the_wrong_file(baken: Baken, folder: Path, name: str) -> None:
    secret, recipient = new_identity()
    (folder / "id").write_text(secret, "utf-8")
    (folder / "plain").write_text("tekst", "utf-8")
    assert baken("bundle", "seal", "plain", "--recipient", recipient, "--out", "ok.age").status == 0
    before = names_in(folder)
    assert one_plain_sentence(baken("bundle", "unseal", name, "--identity", "id", "--out", "out"))
    assert one_plain_sentence(baken("bundle", "unseal", "ok.age", "--identity", name, "--out", "out"))
    assert one_plain_sentence(baken("bundle", "seal", "plain", "--recipient", "age1x", "--out", "out"))
    assert names_in(folder) == before


@pytest.mark.parametrize("place", ["rubbish", "folder", "missing/x", "loop", "/dev/full", "n" * 300, "rubbish/x"])
def test_a_place_that_cannot_be_written_keeps_what_it_has(baken: Baken, live: Path, folder: Path, place: str) -> None:
    secret, recipient = new_identity()
    (folder / "id").write_text(secret, "utf-8")
    before = {path.name: path.readlink() if path.is_symlink() else path.stat().st_mtime_ns for path in folder.iterdir()}
    assert one_plain_sentence(baken("bundle", "seal", "id", "--recipient", recipient, "--out", place))
    assert one_plain_sentence(baken("site", "card", place, "--vault", live, user="anouk"))
    after = {path.name: path.readlink() if path.is_symlink() else path.stat().st_mtime_ns for path in folder.iterdir()}
    assert after == before


def test_a_disk_that_fills_up_while_writing_leaves_nothing(
    baken: Baken, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource
    import signal

    _, recipient = new_identity()
    (folder / "plain").write_bytes(bytes(300_000))
    before = names_in(folder)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))  # writing more fails with EFBIG, as a full disk
    try:
        refused = baken("bundle", "seal", "plain", "--recipient", recipient, "--out", "out")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert (refused.status, refused.json["error"]) == (1, "disk-full")
    assert names_in(folder) == before


def test_a_passphrase_is_never_in_what_is_said(baken: Baken, live: Path, folder: Path) -> None:
    (folder / "pw").write_text(PASSPHRASE + "x", "utf-8")
    refused = baken("dossier", "list", "--vault", live, "--user", "anouk", "--passphrase-file", "pw")
    assert refused.json["error"] == "wrong-name-or-passphrase"
    assert PASSPHRASE not in refused.out + refused.err
