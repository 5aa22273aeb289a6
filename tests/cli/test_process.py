"""The programme as a process: what it loads, what it leaves on the disk, how it is interrupted, and a real mailbox."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PASSPHRASE = "oefening baart kunst"
CHEAP = """
import sys
from baken.store import creation
from baken.store.kdf import KdfParameters
creation.calibrate = lambda: KdfParameters(memory_kib=65536, iterations=1, lanes=4)
from baken.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


class Machine:
    """A home folder in which the real programme runs."""

    def __init__(self, home: Path) -> None:
        self.home = home
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH", "SYSTEMROOT")}
        self.environment = kept | {"HOME": str(home), "LANG": "nl_NL.UTF-8", "TMPDIR": str(home / "tmp")}
        (home / "tmp").mkdir(parents=True)
        (home / "pw").write_text(PASSPHRASE + "\n", "utf-8")

    def start(self, *arguments: str | Path, code: str = CHEAP) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-X", "utf8", "-c", code, *map(str, arguments)],
            cwd=self.home,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run(self, *arguments: str | Path, user: str = "", status: int = 0) -> Any:
        words = [*arguments, *(("--user", user, "--passphrase-file", "pw") if user else ()), "--json"]
        process = self.start(*words)
        out, err = process.communicate(timeout=100)
        assert process.returncode == status, err.decode()
        assert b"Traceback" not in err
        return json.loads(out)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "machine")


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_the_entrance_loads_nothing_heavy(machine: Machine) -> None:
    code = (
        "import sys, baken.__main__, baken.work.paths\n"
        "heavy = {'sqlcipher3', 'cryptography', 'reportlab', 'httpx', 'PySide6'} & set(sys.modules)\n"
        "sys.exit(str(sorted(heavy)) if heavy else 0)"
    )
    process = machine.start(code=code)
    assert (process.wait(60), process.communicate()[1]) == (0, b"")


def test_everything_that_is_written_belongs_to_its_user_alone(machine: Machine) -> None:
    machine.run("practice", "oost")
    machine.run("site", "card", "x.card", user="anouk")
    made = [machine.home / "oost", *(machine.home / "oost").rglob("*"), machine.home / "x.card"]
    made += list((machine.home / ".config").rglob("*")) + list((machine.home / ".local").rglob("*"))
    loose = [path.name for path in made if stat.S_IMODE(path.stat().st_mode) & 0o077]
    assert loose == []


def test_no_marked_secret_is_found_in_anything_that_was_written(machine: Machine) -> None:
    machine.run("practice", "oost")
    youth = machine.run("dossier", "new", "--alias", "KANARIE-naam", user="anouk")["id"]
    words = ("--text", "KANARIE-tekst", "--quote", "KANARIE-citaat", "--meaning", "KANARIE-mening")
    piece = machine.run("record", "--about", youth, *words, "--entity", "telefoon=06-00000871", user="anouk")["id"]
    made = machine.run("signal", "new", "--observation", piece, "--facts", "KANARIE-feit", user="anouk")["id"]
    machine.run("search", "KANARIE", user="fatima")
    machine.run("signal", "show", made, user="anouk")
    machine.run("record", "--text", "KANARIE-geweigerd", "--at", "morgen", user="anouk", status=1)
    secrets = (b"KANARIE", "KANARIE".encode("utf-16-le"), b"00000871", PASSPHRASE.encode())
    found = [
        (path.name, secret)
        for path in machine.home.rglob("*")
        if path.is_file() and path.name != "pw"
        for secret in secrets
        if secret in path.read_bytes()
    ]
    assert found == []


def test_an_interrupted_verb_leaves_a_vault_that_opens(machine: Machine) -> None:
    machine.run("practice", "oost")
    for delay_s in (0.1, 0.3, 0.5, 0.8):
        process = machine.start("record", "--text", "onderbroken", "--user", "anouk", "--passphrase-file", "pw")
        time.sleep(delay_s)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        assert process.returncode in (0, 1, -signal.SIGINT)
        assert b"onderbroken" not in err
    hits = machine.run("search", "onderbroken", user="anouk")["items"]
    assert len(hits) <= 4
    assert machine.run("vault", "verify", user="anouk")["ok"]


def test_two_programmes_never_open_one_vault(machine: Machine) -> None:
    machine.run("practice", "oost")
    machine.run("practice", "west", "--site", "Locatie West")
    holder = machine.start(
        code="import sys, time\nfrom pathlib import Path\nfrom baken.store.instance import InstanceLock\n"
        "lock = InstanceLock(Path('oost'))\nlock.acquire()\nprint('held', flush=True)\ntime.sleep(60)"
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    refused = machine.run("dossier", "list", "--vault", "oost", user="anouk", status=1)
    holder.kill()
    holder.communicate()
    assert refused["error"] == "already-open"
    assert len(machine.run("dossier", "list", "--vault", "oost", user="anouk")["items"]) == 17


@pytest.fixture
def registry(machine: Machine, free_port: int) -> Iterator[int]:
    """Run a real mailbox with both practice sites enrolled."""
    for name, site, user in (("oost", "Locatie Oost", "anouk"), ("west", "Locatie West", "naima")):
        machine.run("practice", name, "--site", site)
        machine.run("site", "enrol-request", f"{name}.req", "--vault", name, user=user)
    code = "import sys\nfrom baken_registry.__main__ import main\nsys.exit(main(sys.argv[1:]))"
    address = f"http://127.0.0.1:{free_port}"
    (machine.home / "data").mkdir()
    for name, user in (("oost", "anouk"), ("west", "naima")):
        enrolling = machine.start(
            *("enrol", f"{name}.req", "--out", f"{name}.enr", "--address", address, "--data", "data"), code=code
        )
        _, err = enrolling.communicate(timeout=60)
        assert enrolling.returncode == 0, err.decode()
        machine.run("site", "enrolled", f"{name}.enr", "--vault", name, user=user)
    serving = machine.start("serve", "--port", str(free_port), "--data", "data", code=code)
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", free_port)) == 0:
                break
        time.sleep(0.1)
    yield free_port
    serving.terminate()
    serving.communicate(timeout=30)


def test_two_vaults_exchange_through_a_real_mailbox(machine: Machine, registry: int) -> None:
    prints = {
        name: machine.run("site", "card", f"{name}.card", "--vault", name, user=user)["fingerprint"]
        for name, user in (("oost", "anouk"), ("west", "naima"))
    }
    machine.run("site", "add", "west.card", "--fingerprint", prints["west"], "--vault", "oost", user="anouk")
    machine.run("site", "add", "oost.card", "--fingerprint", prints["oost"], "--vault", "west", user="naima")
    piece = machine.run("record", "--text", "KANARIE bij de halte", "--vault", "oost", user="anouk")["id"]
    machine.run(
        *("export", "--to", "Locatie West", "--observation", piece, "--basis", "wettelijke_taak", "--queue"),
        *("--vault", "oost"),
        user="anouk",
    )

    def sync(name: str, user: str) -> tuple[int, int, int]:
        done = machine.run("sync", "--vault", name, user=user)
        return done["sent"], done["received"], done["acknowledged"]

    assert sync("oost", "anouk") == (1, 0, 0)
    assert sync("west", "naima") == (0, 1, 0)
    assert machine.run("search", "kanarie", "--vault", "west", user="naima")["items"][0]["id"] == piece
    assert sync("oost", "anouk") == (0, 0, 1)
    assert sync("oost", "anouk") == sync("west", "naima") == (0, 0, 0)
    held = b"".join(path.read_bytes() for path in (machine.home / "data").rglob("*") if path.is_file())
    assert held
    assert b"KANARIE" not in held


def test_a_mailbox_that_is_away_loses_nothing(machine: Machine, registry: int) -> None:
    away = machine.run("sync", "--registry", "http://127.0.0.1:9", "--vault", "oost", user="anouk", status=1)
    assert away["error"] == "registry-away"
    assert machine.run("sync", "--vault", "oost", user="anouk") == {
        "sent": 0,
        "received": 0,
        "acknowledged": 0,
        "left": 0,
        "refused": [],
        "held": [],
    }
