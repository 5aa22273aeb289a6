"""Who may open a vault, by command line: as an administrator types it."""

import io
from pathlib import Path

import pypdfium2
import pytest

from baken.cli import main
from baken.model.clock import FixedClock
from baken.work.paths import Paths

from .conftest import PASSPHRASE, Baken

NEW = "negen droge schoenen"
DAY_MS = 86_400_000


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "nieuw"
    file.write_text(NEW, "utf-8")
    return file


def test_an_added_user_unlocks_and_is_listed_with_their_roles(baken: Baken, live: Path, secret: Path) -> None:
    added = baken(
        "vault", "add-user", "Fatima", "--role", "mentor", "--role", "auditor", "--new-passphrase-file", secret,
        user="Anouk",
    )  # fmt: skip
    assert added.status == 0, added.err
    items = baken("vault", "users", user="Fatima", stdin=NEW).json["items"]
    assert [(item["name"], item["until"]) for item in items] == [("Anouk", None), ("Fatima", None)]
    assert items[1]["id"] == added.json["id"]
    assert items[1]["capabilities"] == ["auditor", "mentor"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--role", "shift"), "shift-without-end"),
        (("--role", "shift", "--role", "mentor", "--until", "2026-03-20"), "shift-alone"),
        (("--role", "shift", "--until", "morgen"), "end-invalid"),
        (("--role", "shift", "--until", "2020-01-01"), "end-passed"),
        (("--person", "e" * 32), "person-unknown"),
    ],
)
def test_an_account_that_cannot_be_is_refused(
    baken: Baken, live: Path, secret: Path, arguments: tuple[str, ...], code: str
) -> None:
    words = ("vault", "add-user", "Fatima", *arguments, "--new-passphrase-file", secret)
    assert baken(*words, user="Anouk").json["error"] == code
    assert len(baken("vault", "users", user="Anouk").json["items"]) == 1


def test_a_shift_account_ends_with_its_last_day(baken: Baken, live: Path, secret: Path, clock: FixedClock) -> None:
    words = ("vault", "add-user", "Invaller", "--role", "shift", "--until", "2026-03-15")
    assert baken(*words, "--new-passphrase-file", secret, user="Anouk").status == 0
    assert baken("vault", "users", user="Invaller", stdin=NEW).json["items"][1]["until"] == "2026-03-16T00:00"
    clock.set(clock.now_ms() + 2 * DAY_MS)
    assert baken("vault", "users", user="Invaller", stdin=NEW).json["error"] == "account-ended"
    assert [item["name"] for item in baken("vault", "users", user="Anouk").json["items"]] == ["Anouk"]
    assert baken("vault", "users", user="Invaller", stdin=NEW).json["error"] == "wrong-name-or-passphrase"


def test_a_changed_passphrase_opens_the_vault_and_its_backups_and_the_old_one_neither(
    baken: Baken, live: Path, secret: Path, tmp_path: Path
) -> None:
    assert baken("record", "--text", "Auto bij het hek", user="Anouk").status == 0
    near, far = tmp_path / "stick", tmp_path / "weg"
    for place in (near, far):
        assert baken("vault", "backup", place, user="Anouk").status == 0
    far.rename(tmp_path / "lade")
    changed = baken("vault", "change-passphrase", "--new-passphrase-file", secret, user="Anouk")
    assert (changed.status, changed.json["rewritten"], changed.json["respelled"]) == (0, 1, False)
    assert [str(far) in each["folder"] for each in changed.json["still_openable"]] == [True]
    assert baken("vault", "users", user="Anouk").json["error"] == "wrong-name-or-passphrase"
    assert baken("vault", "users", user="Anouk", stdin=NEW).status == 0
    restore = ("vault", "restore", near, tmp_path / "terug")
    assert baken(*restore, user="Anouk").json["error"] == "wrong-name-or-passphrase"
    assert baken(*restore, user="Anouk", stdin=NEW).status == 0


def test_a_backup_that_comes_back_within_reach_follows(baken: Baken, live: Path, secret: Path, tmp_path: Path) -> None:
    stick, drawer = tmp_path / "stick", tmp_path / "lade"
    baken("vault", "backup", stick, user="Anouk")
    stick.rename(drawer)
    baken("vault", "change-passphrase", "--new-passphrase-file", secret, user="Anouk")
    drawer.rename(stick)
    assert baken("vault", "users", user="Anouk", stdin=NEW).status == 0
    restore = ("vault", "restore", stick, tmp_path / "terug")
    assert baken(*restore, user="Anouk").json["error"] == "wrong-name-or-passphrase"


def test_another_unicode_form_of_a_passphrase_is_said_and_either_opens(
    baken: Baken, live: Path, tmp_path: Path
) -> None:
    file = tmp_path / "breed"
    file.write_text("\uff5aeven natte fietsen", "utf-8")
    changed = baken("vault", "change-passphrase", "--new-passphrase-file", file, user="Anouk")
    assert changed.json["respelled"] is True
    assert baken("vault", "users", user="Anouk", stdin="zeven natte fietsen").status == 0
    shown = baken("vault", "change-passphrase", "--new-passphrase-file", file, "--user", "Anouk",
                  "--passphrase-file", file, as_json=False)  # fmt: skip
    assert "gewone vorm" in shown.out


@pytest.mark.parametrize(("typed", "code"), [("", "passphrase-missing"), ("x" * 10_000, "secret-too-long")])
def test_an_impossible_passphrase_changes_nothing(
    baken: Baken, live: Path, tmp_path: Path, typed: str, code: str
) -> None:
    file = tmp_path / "raar"
    file.write_text(typed, "utf-8")
    refused = baken("vault", "change-passphrase", "--new-passphrase-file", file, user="Anouk")
    assert refused.json["error"] == code
    assert baken("vault", "users", user="Anouk").status == 0


def test_a_removed_user_is_gone_and_what_they_recorded_stays(baken: Baken, live: Path, secret: Path) -> None:
    baken("vault", "add-user", "Fatima", "--role", "mentor", "--new-passphrase-file", secret, user="Anouk")
    assert baken("record", "--text", "Auto bij het hek", user="Fatima", stdin=NEW).status == 0
    removed = baken("vault", "remove-user", "fatima", user="Anouk")
    assert removed.status == 0, removed.err
    assert baken("vault", "users", user="Fatima", stdin=NEW).json["error"] == "wrong-name-or-passphrase"
    assert len(baken("search", "hek", user="Anouk").json["items"]) == 1
    assert baken("vault", "verify", user="Anouk").json["ok"] is True
    for name, code in (("Fatima", "person-unknown"), ("Anouk", "last-admin")):
        assert baken("vault", "remove-user", name, user="Anouk").json["error"] == code


def test_new_secrets_after_a_forgotten_passphrase_keep_the_person(
    baken: Baken, live: Path, secret: Path, tmp_path: Path
) -> None:
    person = baken(
        "vault", "add-user", "Fatima", "--role", "mentor", "--new-passphrase-file", secret, user="Anouk"
    ).json["id"]
    other = tmp_path / "ander"
    other.write_text("weer iets anders", "utf-8")
    again = baken("vault", "add-user", "Fatima", "--person", person, "--new-passphrase-file", other, user="Anouk")
    assert (again.status, again.json["id"]) == (0, person)
    assert baken("vault", "users", user="Fatima", stdin=NEW).json["error"] == "wrong-name-or-passphrase"
    assert baken("vault", "users", user="Fatima", stdin="weer iets anders").status == 0


class Typist(io.StringIO):
    """Somebody at the prompt: reads the sheet that was just written and types the groups that are asked for."""

    def __init__(self, sheet: Path, said: io.StringIO, mistakes: int = 0) -> None:
        super().__init__()
        self._sheet, self._said, self._mistakes = sheet, said, mistakes
        self.groups: list[str] = []

    def readline(self, size: int | None = -1, /) -> str:
        self.groups = groups_on(self._sheet)
        number = int(self._said.getvalue().rsplit("Groep ", 1)[1].split(":")[0])
        if self._mistakes:
            self._mistakes -= 1
            return "00000\n"
        return self.groups[number - 1].lower() + "\n"


def groups_on(sheet: Path) -> list[str]:
    """Read the groups off the paper."""
    document = pypdfium2.PdfDocument(sheet)
    assert len(document) == 1
    lines = document[0].get_textpage().get_text_range().split()
    words = [word for word in lines if (len(word) == 5 and word.isupper()) or (word.isdigit() and len(word) == 5)]
    assert len(words) == 8
    return words


def make_sheet(tmp_path: Path, clock: FixedClock, mistakes: int = 0) -> tuple[int, Path, list[str], str]:
    """Call the verb as somebody who has the printed sheet before them."""
    sheet, passphrase = tmp_path / "blad.pdf", tmp_path / "wachtwoordzin"
    passphrase.write_text(PASSPHRASE, "utf-8")
    out, err = io.StringIO(), io.StringIO()
    typist = Typist(sheet, err, mistakes)
    words = ["vault", "recovery-sheet", str(sheet), "--user", "Anouk", "--passphrase-file", str(passphrase)]
    paths = Paths(config=tmp_path / "config", state=tmp_path / "state")
    status = main(words, paths=paths, clock=clock, stdin=typist, stdout=out, stderr=err)
    return status, sheet, typist.groups, err.getvalue()


def test_the_sheet_lets_an_administrator_in_with_a_new_passphrase(
    baken: Baken, live: Path, secret: Path, tmp_path: Path, clock: FixedClock
) -> None:
    status, sheet, groups, said = make_sheet(tmp_path, clock, mistakes=1)
    assert status == 0, said
    assert said.count("klopt niet") == 1
    code = tmp_path / "code"
    mistyped = ("1" if groups[2][0] == "0" else "0") + groups[2][1:]  # one letter: the check finds every such mistake
    code.write_text(" ".join([*groups[:2], mistyped, *groups[3:]]), "utf-8")
    words = ("vault", "recover", "--user", "anouk", "--code-file", code, "--new-passphrase-file", secret)
    refused = baken(*words)
    assert (refused.json["error"], "3" in refused.json["message"]) == ("recovery-group-wrong", True)
    code.write_text(" ".join(groups).lower(), "utf-8")
    assert baken(*words).status == 0
    assert baken("vault", "users", user="Anouk").json["error"] == "wrong-name-or-passphrase"
    assert baken("vault", "users", user="Anouk", stdin=NEW).status == 0
    assert baken("vault", "verify", user="Anouk", stdin=NEW).json["ok"] is True
    for path in [*live.rglob("*"), *(tmp_path / "state").rglob("*"), *(tmp_path / "config").rglob("*")]:
        if path.is_file():
            assert not any(group.encode() in path.read_bytes() for group in groups)
    assert sheet.stat().st_mode & 0o077 == 0


def test_a_sheet_of_which_the_groups_are_not_typed_back_does_not_count_and_is_taken_away(
    baken: Baken, live: Path, tmp_path: Path, clock: FixedClock
) -> None:
    status, sheet, _, said = make_sheet(tmp_path, clock, mistakes=3)
    assert status == 1
    assert "Groep" in said
    assert not sheet.exists()
    assert sorted(path.name for path in tmp_path.glob(".blad*")) == []


def test_without_anybody_to_type_no_sheet_is_made(baken: Baken, live: Path, tmp_path: Path) -> None:
    assert baken("vault", "recovery-sheet", tmp_path / "blad.pdf", user="Anouk").json["error"] == "code-missing"
    assert not (tmp_path / "blad.pdf").exists()
