"""Nothing that is secret can be found in anything that is written: vault, settings, temporary files, logs."""

import base64
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from .canaries import SECRETS, find

HERE = Path(__file__).parent
CHEAP = """
import sys
from baken.store import creation
from baken.store.kdf import KdfParameters
creation.calibrate = lambda: KdfParameters(memory_kib=65536, iterations=1, lanes=4)
from baken.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


class Machine:
    """A home in which the real programme runs; what it says on standard error is kept as a log."""

    def __init__(self, home: Path) -> None:
        self.home = home
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH", "SYSTEMROOT")}
        self._environment = kept | {"HOME": str(home), "LANG": "nl_NL.UTF-8", "TMPDIR": str(home / "tmp")}
        for folder in ("tmp", "logs"):
            (home / folder).mkdir(parents=True)

    def start(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """Run Python; the passphrase comes on standard input and stays off the disk."""
        ran = subprocess.run(
            [sys.executable, "-X", "utf8", *map(str, words)],
            cwd=self.home,
            env=self._environment,
            input=SECRETS["passphrase"] + "\n",
            capture_output=True,
            encoding="utf-8",
            timeout=110,
            check=False,
        )
        number = len(list((self.home / "logs").iterdir()))
        (self.home / "logs" / f"{number}.log").write_text(ran.stderr, "utf-8")
        return ran

    def baken(self, *words: str, vault: str = "here", status: int = 0) -> Any:
        """Run one verb on a vault."""
        user = ("--vault", vault, "--user", SECRETS["user"], "--passphrase-file", "-", "--json")
        ran = self.start("-c", CHEAP, *words, *user)
        assert ran.returncode == status, ran.stderr
        return json.loads(ran.stdout)

    def restore(self, backup: str, vault: str) -> None:
        """Make a vault from a backup."""
        words = ("vault", "restore", backup, vault, "--user", SECRETS["user"], "--passphrase-file", "-")
        ran = self.start("-c", CHEAP, *words)
        assert ran.returncode == 0, ran.stderr


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Make a machine with two live vaults."""
    made = Machine(tmp_path / "machine")
    for vault in ("here", "there"):
        words = ("vault", "new", vault, "--site", SECRETS["site"], "--code", f"L-{vault}", "--user", SECRETS["user"])
        ran = made.start("-c", CHEAP, *words, "--passphrase-file", "-", "--json")
        assert ran.returncode == 0, ran.stderr
    return made


def record_and_pass_on(machine: Machine) -> tuple[str, str]:
    """Do the main job from the command line; gives the youth and the signal."""
    s, baken = SECRETS, machine.baken
    youth = baken("dossier", "new", "--alias", s["name"], "--name", s["name"], "--v-number", s["v_number"])["id"]
    strands = ("--text", s["text"], "--quote", s["quote"], "--meaning", s["meaning"], "--place", s["site"])
    piece = baken("record", "--about", youth, *strands, "--entity", f"telefoon={s['phone']}")["id"]
    baken("record", "--corrects", piece, "--text", s["text"] + " verbeterd", "--why", s["why"])
    signal = baken("signal", "new", "--about", youth, "--observation", piece, "--facts", s["signal"])["id"]
    assert baken("search", s["text"])["items"]
    assert baken("search", s["search"])["items"] == []
    baken("record", "--text", s["text"], "--at", s["why"], status=1)
    baken("form", "F6", "--signal", signal, "--to", "AVIM", "--basis", "toestemming", "--out", f"{s['file']}-1.pdf")
    for vault, other in (("here", "there"), ("there", "here")):
        print_ = baken("site", "card", f"{vault}.card", vault=vault)["fingerprint"]
        baken("site", "add", f"{vault}.card", "--fingerprint", print_, vault=other)
    baken("export", "--to", "L-there", "--signal", signal, "--basis", "toestemming", "--out", f"{s['file']}.age")
    assert baken("import", f"{s['file']}.age", vault="there")["new"] > 0
    assert baken("search", s["text"], vault="there")["items"]
    baken("vault", "backup", "stick")
    machine.restore("stick", "back")
    assert baken("search", s["text"], vault="back")["items"]
    return youth, signal


@pytest.mark.timeout(300)
def test_no_marked_secret_is_found_in_anything_that_a_full_flow_writes(machine: Machine) -> None:
    youth, signal = record_and_pass_on(machine)
    paper = machine.home / f"{SECRETS['file']}-2.pdf"
    session = machine.start(
        HERE / "window_session.py", machine.home / "window", machine.home / "here", paper, youth, signal
    )
    assert session.returncode == 0, session.stderr
    assert paper.read_bytes().startswith(b"%PDF")

    papers = {(f"{SECRETS['file']}-{number}.pdf", what) for number in (1, 2) for what in SECRETS}
    cards = {(name, "site") for name in ("here.card", "there.card", "public")}  # `public` holds the own card
    assert find(machine.home, allowed=frozenset(papers | cards)) == []
    assert len(list(machine.home.rglob("*"))) > 20


@pytest.mark.parametrize("shape", ["utf-8", "utf-16-le", "utf-16-be", "hex", "base64", "capitals"])
@pytest.mark.parametrize("what", ["name", "phone"])
def test_a_secret_that_is_written_would_be_found(tmp_path: Path, what: str, shape: str) -> None:
    secret = SECRETS[what]
    written = {
        "hex": f"x{secret.encode().hex()}",
        "base64": base64.b64encode(b"x" + secret.encode() + b"y").decode(),
        "capitals": secret.upper(),
    }.get(shape, secret)
    (tmp_path / "file").write_bytes(written.encode(shape if shape.startswith("utf") else "ascii"))
    assert {found[1] for found in find(tmp_path)} == {what}


def test_only_the_named_file_may_hold_what_is_allowed(tmp_path: Path) -> None:
    for name in ("own.card", "other"):
        (tmp_path / name).write_text(SECRETS["site"], "utf-8")
    assert {found[0] for found in find(tmp_path, allowed=frozenset({("own.card", "site")}))} == {"other"}
