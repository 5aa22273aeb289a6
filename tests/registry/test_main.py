"""The operator's command line, as typed."""

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import delete
from tests.registry.world import BUNDLE, Laptop, bundle_file, running_mailbox

from baken.model.clock import SystemClock
from baken.sync.mailbox import MailboxCarrier
from baken.wire.enrolment import read_enrolment
from baken_registry.__main__ import main
from baken_registry.database import chunks, transaction
from baken_registry.sentences import HELP_NL, SENTENCES, WORDS

DESKTOP = Path(__file__).parents[2] / "desktop"


@pytest.fixture(autouse=True)
def dutch_operator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def _request_file(folder: Path, laptop: Laptop, created_ms: int = 1) -> Path:
    path = folder / f"{laptop.key[:8]}.request"
    path.write_bytes(laptop.request(created_ms))
    return path


def _run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    status = main([str(word) for word in words])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_enrolling_writes_address_and_key_and_nothing_else(
    tmp_path: Path, east: Laptop, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "enrolment.json"
    status, said, _ = _run(
        capsys,
        "enrol",
        _request_file(tmp_path, east),
        "--out",
        out,
        "--data",
        tmp_path / "data",
        "--address",
        "https://registry.example",
    )
    assert status == 0
    assert east.site in said
    assert "Vingerafdruk" in said
    assert set(json.loads(out.read_bytes())) == {"address", "mailbox"}
    assert read_enrolment(out.read_bytes()).address == "https://registry.example"


def test_a_mailbox_that_never_listened_is_enrolled_with_at_the_usual_place(
    tmp_path: Path, east: Laptop, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BAKEN_REGISTRY_ADDRESS", raising=False)
    out = tmp_path / "enrolment.json"
    _run(capsys, "enrol", _request_file(tmp_path, east), "--out", out, "--data", tmp_path / "data")
    assert read_enrolment(out.read_bytes()).address == "http://127.0.0.1:8420"


def test_the_database_lies_beside_the_key_and_only_the_owner_reads_either(
    tmp_path: Path, east: Laptop, capsys: pytest.CaptureFixture[str]
) -> None:
    database = f"sqlite:///{tmp_path / 'there' / 'm.db'}"
    request = _request_file(tmp_path, east)
    assert _run(capsys, "enrol", request, "--out", tmp_path / "e", "--database", database)[0] == 0
    for name in ("m.db", "mailbox.key"):
        assert stat.S_IMODE((tmp_path / "there" / name).stat().st_mode) == 0o600


def test_without_options_the_mailbox_lives_in_the_home_or_where_the_service_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _run(capsys, "list")[:2] == (0, "")
    assert (tmp_path / "home" / ".local" / "share" / "baken-registry" / "mailbox.db").is_file()
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))
    assert _run(capsys, "list")[:2] == (0, "")
    assert (tmp_path / "state" / "mailbox.db").is_file()


def test_list_shows_who_is_in_and_who_is_out(
    tmp_path: Path, east: Laptop, west: Laptop, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ("--data", tmp_path / "data")
    for laptop in (east, west):
        _run(capsys, "enrol", _request_file(tmp_path, laptop), "--out", tmp_path / laptop.key, *data)
    assert _run(capsys, "revoke", east.site, *data)[:2] == (0, "1 ingetrokken\n")
    lines = _run(capsys, "list", *data)[1].splitlines()
    assert {(line.split()[0], line.split()[2]) for line in lines} == {
        (east.site, "ingetrokken"),
        (west.site, "aangemeld"),
    }
    items = json.loads(_run(capsys, "list", "--json", *data)[1])["items"]
    assert {item["laptop"] for item in items} == {east.key, west.key}


def test_json_answers_are_one_document_each(tmp_path: Path, east: Laptop, capsys: pytest.CaptureFixture[str]) -> None:
    common = ("--data", tmp_path / "data", "--json")
    request = _request_file(tmp_path, east)
    said = _run(capsys, "enrol", request, "--out", tmp_path / "e", *common)[1]
    assert json.loads(said)["id"] == east.site
    said = _run(capsys, "revoke", east.site, "--laptop", east.key, *common)[1]
    assert json.loads(said) == {"id": east.site, "revoked": 1}
    status, said, _ = _run(capsys, "verify", *common)
    assert (status, json.loads(said)) == (0, {"ok": True, "bundles": 0, "findings": []})
    status, said, _ = _run(capsys, "enrol", request, "--out", tmp_path / "e2", *common)
    assert (status, json.loads(said)["error"]) == (1, "enrolment-old")
    assert not (tmp_path / "e2").exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("enrol", "{none}", "--out", "{out}"), "file"),
        (("enrol", "{garbage}", "--out", "{out}"), "malformed"),
        (("enrol", "{request}", "--out", "{garbage}"), "file-exists"),
        (("enrol", "{request}", "--out", "{none}/x"), "file"),
        (("enrol", "{request}", "--out", "{out}", "--address", "http://registry.example"), "registry-address"),
        (("list", "--database", "nonsense"), "database-address"),
        (("revoke", "a" * 64), "site-not-enrolled"),
        (("serve", "--port", "1000000"), "port"),
        (("serve", "--port", "0", "--tls-certificate", "{none}"), "tls"),
        (("serve", "--port", "0", "--tls-certificate", "{garbage}"), "tls"),
    ],
)
def test_what_the_world_refuses_is_one_sentence_with_a_next_step(
    tmp_path: Path,
    east: Laptop,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    code: str,
) -> None:
    garbage = tmp_path / "garbage"
    garbage.write_bytes(b"garbage")
    names = {
        "none": tmp_path / "none",
        "out": tmp_path / "out",
        "garbage": garbage,
        "request": _request_file(tmp_path, east),
    }
    status, out, err = _run(capsys, *(word.format(**names) for word in words), "--data", tmp_path / "data")
    assert (status, out) == (1, "")
    assert err == " ".join(SENTENCES[code]["nl"]) + "\n"
    assert garbage.read_bytes() == b"garbage"


@pytest.mark.parametrize("words", [(), ("revoke", "short"), ("dance",), ("enrol", "x")])
def test_wrong_usage_is_status_two(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(list(words))
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("gebruik: baken-registry")
    assert ": fout: " in said


def test_the_operator_is_spoken_to_in_english_where_the_system_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert _run(capsys, "enrol", tmp_path / "none", "--out", tmp_path / "o")[2].startswith("The file cannot be read")
    with pytest.raises(SystemExit):
        main(["enrol", "x"])
    assert "the following arguments are required: --out" in capsys.readouterr().err


def test_help_is_whole_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    asked = [["--help"], *([verb, "--help"] for verb in ("serve", "enrol", "list", "revoke", "verify"))]
    said = ""
    for words in asked:
        with pytest.raises(SystemExit) as left:
            main(words)
        assert left.value.code == 0
        said += " ".join(capsys.readouterr().out.split())
    for english, translated in HELP_NL.items():
        assert translated in said
        assert english not in said


def test_every_sentence_is_there_in_both_languages() -> None:
    for texts in SENTENCES.values():
        assert set(texts) == {"nl", "en"}
        assert texts["nl"] != texts["en"]
    assert all(set(word) == {"nl", "en"} for word in WORDS.values())


def test_an_interrupted_verb_ends_without_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("baken_registry.directory.list_laptops", interrupted)
    assert _run(capsys, "list", "--data", tmp_path / "data") == (1, "", "")


def test_verify_names_what_it_found_and_fails(
    tmp_path: Path, east: Laptop, west: Laptop, capsys: pytest.CaptureFixture[str]
) -> None:
    with running_mailbox(f"sqlite:///{tmp_path / 'data' / 'mailbox.db'}", tmp_path / "data") as running:
        running.enrol(east, west)
        with running.carrier(east) as carrier:
            carrier.push(bundle_file(tmp_path), BUNDLE, [west.site])
        with transaction(running.mailbox.engine) as connection:
            connection.execute(delete(chunks))
    status, said, _ = _run(capsys, "verify", "--data", tmp_path / "data")
    assert (status, said.splitlines()) == (1, [f"bytes-differ  {BUNDLE}", "1 bundels, 1 bevindingen"])


def test_every_refusal_of_the_rooms_below_has_a_sentence() -> None:
    pattern = re.compile(r'UserError\("([a-z-]+)"')
    sources = [*(DESKTOP / "baken_registry").glob("*.py"), DESKTOP / "baken" / "wire" / "enrolment.py"]
    raised = {code for source in sources for code in pattern.findall(source.read_text(encoding="utf-8"))}
    below = {"card-invalid", "key-invalid", "malformed", "signature-invalid", "too-large"}
    assert raised | below == set(SENTENCES)


def _enrolled_carrier(folder: Path, laptop: Laptop, data: tuple[str, str]) -> MailboxCarrier:
    out = folder / laptop.key
    request = _request_file(folder, laptop)
    assert main(["enrol", str(request), "--out", str(out), *data]) == 0
    read = read_enrolment(out.read_bytes())
    return MailboxCarrier(read.address, read.mailbox, site=laptop.site, laptop_seed=laptop.seed, clock=SystemClock())


def test_served_from_the_command_line_two_sites_exchange_a_bundle(
    tmp_path: Path, east: Laptop, west: Laptop, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ("--data", str(tmp_path / "data"))
    command = [sys.executable, "-m", "baken_registry", "serve", "--port", "0", *data]
    environment = {**os.environ, "PYTHONPATH": str(DESKTOP)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as server:
        try:
            assert server.stderr is not None
            server.stderr.readline()  # it listens, on a port that nobody told the other verbs
            sender, receiver = (_enrolled_carrier(tmp_path, laptop, data) for laptop in (east, west))
            with sender, receiver:
                path = bundle_file(tmp_path)
                sender.push(path, BUNDLE, [west.site])
                (waiting,) = receiver.waiting()
                receiver.pull(waiting, tmp_path / "pulled")
            capsys.readouterr()
            assert json.loads(_run(capsys, "verify", "--json", *data)[1])["bundles"] == 1
        finally:
            server.terminate()
        log = server.stderr.read()
    assert (tmp_path / "pulled").read_bytes() == path.read_bytes()
    for secret in (east.site, west.site, east.key, west.key, BUNDLE):
        assert secret not in log
