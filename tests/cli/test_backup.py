"""Backups by command line: made by hand, restored after a wipe, refused in one sentence."""

import shutil
from pathlib import Path

from baken.model.clock import FixedClock
from baken.store.backup import backups_in

from .conftest import Baken


def test_a_wiped_vault_comes_back_with_everything_but_what_came_after(
    baken: Baken, live: Path, tmp_path: Path, clock: FixedClock
) -> None:
    kept = baken("dossier", "new", "--alias", "Selam", user="anouk").json["id"]
    made = baken("vault", "backup", tmp_path / "stick", user="anouk")
    assert made.status == 0, made.err
    assert Path(made.json["folder"]) == tmp_path / "stick" / made.json["id"]
    lost = baken("record", "--text", "Auto bij het hek", "--about", kept, user="anouk")
    assert lost.status == 0, lost.err
    shutil.rmtree(live)
    back = tmp_path / "terug"
    clock.set(clock.now_ms() + 3_600_000)
    words = ("vault", "restore", tmp_path / "stick", back, "--user", "anouk", "--passphrase-file", "-")
    restored = baken(*words)
    assert restored.status == 0, restored.err
    assert restored.json["made"].startswith("2026-03-14T")
    assert restored.json["missing"] == {"entries": 1, "bundles": 0, "attachments": 0}
    assert restored.json["findings"] == []
    listed = baken("dossier", "list", user="anouk")
    assert ([item["youth"]["id"] for item in listed.json["items"]], listed.err) == ([kept], "")
    assert baken("search", "hek", user="anouk").json["items"] == []
    assert baken("vault", "verify", user="anouk").json["ok"]
    again = baken(*words)
    assert again.json["error"] == "vault-exists"


def test_people_are_told_in_lines_what_may_be_missing(baken: Baken, live: Path, tmp_path: Path) -> None:
    made = baken("vault", "backup", tmp_path / "stick", user="anouk", as_json=False)
    assert "Reservekopie gemaakt" in made.out
    baken("record", "--text", "Auto bij het hek", user="anouk")
    (live / "attachments" / ("a" * 32)).write_bytes(b"foto")
    second = Path(baken("vault", "backup", tmp_path / "ander", user="anouk").json["folder"])
    shutil.rmtree(second.parent / "attachments")
    words = ("--user", "anouk", "--passphrase-file", "-")
    first = baken("vault", "restore", tmp_path / "stick", tmp_path / "een", *words, as_json=False)
    assert "nog 1 regels" in first.out
    shutil.rmtree(tmp_path / "state")
    said = baken("vault", "restore", second, tmp_path / "twee", *words, as_json=False).out
    assert "niet meer te zien" in said
    assert "niet in de reservekopie zitten: 1" in said


def test_a_damaged_backup_is_refused_in_one_sentence(baken: Baken, live: Path, tmp_path: Path) -> None:
    folder = Path(baken("vault", "backup", tmp_path / "stick", user="anouk").json["folder"])
    journal = folder / "journal.bak"
    journal.write_bytes(journal.read_bytes()[:-1])
    words = ("vault", "restore", folder, tmp_path / "terug", "--user", "anouk", "--passphrase-file", "-")
    refused = baken(*words)
    assert (refused.status, refused.json["error"]) == (1, "backup-damaged")
    assert not (tmp_path / "terug").exists()
    assert baken(*words, stdin="fout\n").json["error"] == "wrong-name-or-passphrase"


def test_a_place_that_cannot_be_written_is_refused(baken: Baken, live: Path, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(b"")
    assert baken("vault", "backup", tmp_path / "bestand" / "x", user="anouk").json["error"] == "folder-gone"


def test_an_import_goes_on_when_its_backup_fails_and_that_is_said(baken: Baken, live: Path, tmp_path: Path) -> None:
    (live / "backups").write_bytes(b"in de weg")
    there = tmp_path / "daar"
    words = ("vault", "new", there, "--site", "Locatie West", "--code", "W-1", "--user", "Anouk")
    assert baken(*words, "--passphrase-file", "-").status == 0
    for vault, other in ((live, there), (there, live)):
        fingerprint = baken("site", "card", tmp_path / f"{vault.name}.card", "--vault", vault, user="anouk").json
        words = ("site", "add", tmp_path / f"{vault.name}.card", "--fingerprint", fingerprint["fingerprint"])
        assert baken(*words, "--vault", other, user="anouk").status == 0
    piece = baken("record", "--text", "Auto bij het hek", "--vault", there, user="anouk").json["id"]
    bundle = tmp_path / "bundel.age"
    words = ("export", "--to", "Locatie Oost", "--observation", piece, "--basis", "toestemming", "--out", bundle)
    exported = baken(*words, "--vault", there, user="anouk")
    assert exported.status == 0, exported.err
    imported = baken("import", bundle, "--vault", live, user="anouk")
    assert imported.json["new"] >= 1
    assert "reservekopie is niet gelukt" in imported.err
    (live / "backups").unlink()
    assert baken("import", bundle, "--vault", live, user="anouk").err == ""
    assert len(backups_in(live / "backups")) == 1
