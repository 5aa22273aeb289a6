"""Vaults by command line: making one, unlocking one, and every way in which that is refused."""

from pathlib import Path

import pytest

from baken.cli.texts import word
from baken.model.clock import FixedClock
from baken.store.instance import InstanceLock

from .conftest import PASSPHRASE, Baken


def test_the_practice_verb_prints_its_users_and_their_passphrase(baken: Baken, tmp_path: Path) -> None:
    made = baken("practice", tmp_path / "v")
    assert made.status == 0, made.err
    assert [user["name"] for user in made.json["users"]] == ["Anouk", "Fatima"]
    shown = baken("dossier", "list", user="fatima", stdin=made.json["passphrase"])
    assert len(shown.json["items"]) == 17


def test_a_chosen_practice_passphrase_is_not_printed(baken: Baken, tmp_path: Path) -> None:
    made = baken("practice", tmp_path / "v", "--new-passphrase-file", "-", stdin="heel geheim\n")
    assert "heel geheim" not in made.out + made.err
    assert baken("vault", "users", user="anouk", stdin="heel geheim").status == 0


def test_users_are_listed_with_what_they_may(baken: Baken, live: Path) -> None:
    items = baken("vault", "users", user="ANOUK").json["items"]
    assert [(item["name"], item["can_unlock"]) for item in items] == [("Anouk", True)]
    assert "admin" in items[0]["capabilities"]


def test_a_passphrase_file_may_end_in_one_newline(baken: Baken, live: Path, tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_bytes(PASSPHRASE.encode() + b"\r\n")
    assert baken("vault", "users", "--user", "anouk", "--passphrase-file", file).status == 0
    file.write_bytes(PASSPHRASE.encode() + b"\n\n")
    assert baken("vault", "users", "--user", "anouk", "--passphrase-file", file).json["error"] == (
        "wrong-name-or-passphrase"
    )


@pytest.mark.parametrize(("user", "stdin"), [("anouk", "verkeerd"), ("niemand", PASSPHRASE)])
def test_unknown_name_and_wrong_passphrase_look_the_same(baken: Baken, live: Path, user: str, stdin: str) -> None:
    refused = baken("dossier", "list", user=user, stdin=stdin)
    assert (refused.status, refused.json["error"]) == (1, "wrong-name-or-passphrase")


@pytest.mark.parametrize(
    ("arguments", "stdin", "code"),
    [
        (("--user", "anouk"), "", "passphrase-missing"),
        (("--user", "anouk", "--passphrase-file", "-"), "", "passphrase-missing"),
        (("--user", "anouk", "--passphrase-file", "-"), "x" * 5000, "secret-too-long"),
        (("--user", "anouk", "--passphrase-file", "/nergens/x"), "", "secret-unreadable"),
        ((), "", "user-missing"),
    ],
)
def test_a_missing_secret_is_never_asked_for_without_a_terminal(
    baken: Baken, live: Path, arguments: tuple[str, ...], stdin: str, code: str
) -> None:
    assert baken("dossier", "list", *arguments, stdin=stdin).json["error"] == code


def test_without_any_vault_the_next_step_is_said(baken: Baken) -> None:
    refused = baken("dossier", "list", user="anouk")
    assert refused.json["error"] == "no-vault-chosen"
    assert "baken practice" in refused.json["hint"]


def test_an_open_vault_is_left_alone(baken: Baken, live: Path) -> None:
    lock = InstanceLock(live)
    lock.acquire()
    refused = baken("dossier", "list", user="anouk")
    lock.release()
    assert (refused.status, refused.json["message"]) == (1, "Baken is open.")
    assert baken("dossier", "list", user="anouk").status == 0


def test_a_damaged_vault_is_refused_and_not_touched(baken: Baken, live: Path) -> None:
    journal = next(live.glob("journal-*.db"))
    damaged = bytearray(journal.read_bytes())
    damaged[100:200] = bytes(100)
    journal.write_bytes(damaged)
    refused = baken("dossier", "list", user="anouk")
    assert refused.json["error"] == "vault-unreadable"
    assert journal.read_bytes() == bytes(damaged)


def test_a_folder_that_is_no_vault_is_refused(baken: Baken, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    refused = baken("dossier", "list", "--vault", tmp_path / "leeg", user="anouk")
    assert refused.json["error"] == "no-vault"
    assert list((tmp_path / "leeg").iterdir()) == []


def test_a_new_vault_never_takes_a_folder_with_something_in_it(baken: Baken, live: Path) -> None:
    (live.parent / "used").mkdir()
    (live.parent / "used" / "letter").write_bytes(b"")
    again = baken("vault", "new", live.parent / "used", "--site", "X", "--user", "Y", "--passphrase-file", "-")
    assert again.json["error"] == "folder-not-empty"


def test_a_vault_whose_making_was_never_answered_is_said_to_be_there(baken: Baken, live: Path) -> None:
    again = baken("vault", "new", live, "--site", "X", "--user", "Y", "--passphrase-file", "-")
    assert again.json["error"] == "vault-exists"


@pytest.mark.parametrize(
    "arguments",
    [("nonsense",), ("record",), ("vault",), ("dossier", "list", "--passphrase", "geheim"), ("suggest", "tekst")],
)
def test_wrong_usage_ends_with_status_two(
    baken: Baken, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert baken(*arguments).status == 2
    assert "geheim" not in capsys.readouterr().out


def test_help_says_which_verbs_there_are(baken: Baken, capsys: pytest.CaptureFixture[str]) -> None:
    assert baken("--help", as_json=False).status == 0
    assert "practice" in capsys.readouterr().out


def test_every_try_of_a_wrong_passphrase_takes_longer(baken: Baken, live: Path, clock: FixedClock) -> None:
    errors = [baken("dossier", "list", user="anouk", stdin="fout").json["error"] for _ in range(8)]
    assert errors[0] == "wrong-name-or-passphrase"
    assert errors[-1] == "wait"
    clock.set(clock.now_ms() + 3_600_000)
    assert baken("dossier", "list", user="anouk").status == 0


def test_people_get_lines_and_scripts_get_json(baken: Baken, live: Path) -> None:
    baken("dossier", "new", "--alias", "Selam", user="anouk")
    shown = baken("dossier", "list", user="anouk", as_json=False)
    assert shown.out.count("\n") == 1
    assert shown.out.split("\t")[1] == "Selam"


def test_a_journal_that_was_put_back_is_told_once_and_work_goes_on(baken: Baken, live: Path) -> None:
    journal = live / "journal-1.db"
    older = journal.read_bytes()
    assert baken("record", "--text", "Auto bij het hek", user="Anouk").status == 0
    journal.write_bytes(older)
    opened = baken("dossier", "list", user="Anouk")
    assert (opened.status, opened.json) == (0, {"items": []})
    assert "ouder" in opened.err
    assert "baken vault verify" in opened.err
    assert baken("dossier", "list", user="Anouk").err == ""


def test_everything_that_opening_can_notice_has_its_sentence() -> None:
    for finding in ("rollback", "head-unreadable", "public-differs"):
        assert {word(f"noticed-{finding}", language) for language in ("nl", "en")}
