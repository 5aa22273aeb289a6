"""Kill -9 at random moments of an export: what was handed over opens, and no named file is unaccounted for."""

import pickle
import random
import subprocess
import sys
import time
from pathlib import Path

from baken.model.clock import FixedClock
from baken.store.slots import UserKeys
from baken.store.verify import verify_vault
from baken.work.opening import make_vault
from baken.work.paths import Paths
from baken.work.workspace import Workspace

from .conftest import KDF, NOW_MS, OpenSite
from .steps import piece, trust

KILLS = {"test": 20, "long": 100, "torture": 1000}


def killed(folder: Path, keys_file: Path, out: Path) -> set[str]:
    """Run the exporter, kill it some time after it began, and give the bundles that it said were done."""
    command = [sys.executable, "-m", "tests.work.exporter", str(folder), str(keys_file), str(out), str(NOW_MS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "open"
        time.sleep(random.uniform(0, 0.15))
        child.kill()
        return set(child.stdout.read().split("\n")[:-1])


def test_a_bundle_that_was_handed_over_is_recorded_and_opens(
    tmp_path: Path, open_site: OpenSite, clock: FixedClock, depth: str
) -> None:
    folder, out, keys_file = tmp_path / "east", tmp_path / "out", tmp_path / "keys"
    out.mkdir()
    keys: UserKeys = make_vault(
        folder, site_name="Locatie Oost", user_name="Anouk", passphrase="lang genoeg", clock=clock, kdf=KDF
    )
    keys_file.write_bytes(pickle.dumps(keys))
    paths = Paths(config=folder / "c", state=folder / "s", vault=folder)
    west = open_site("Locatie West")
    east = Workspace.open(paths, keys, clock)
    trust(east, west)
    trust(west, east)
    for number in range(20):
        piece(east, f"stuk {number} " + "lang " * 300)
    east.close()
    handed_over: set[str] = set()
    for _ in range(KILLS[depth]):
        handed_over |= killed(folder, keys_file, out)
        named = {path.stem for path in out.glob("*.age") if not path.name.startswith(".")}
        east = Workspace.open(paths, keys, clock)
        assert east.vault.findings == ()
        recorded = {row.id for row in east.exchange().outgoing}
        east.close()
        assert handed_over <= named <= recorded
    assert handed_over
    for bundle in handed_over:
        assert west.try_import(out / f"{bundle}.age").new == 20
    assert verify_vault(folder, keys, state_folder=folder / "s").findings == ()
