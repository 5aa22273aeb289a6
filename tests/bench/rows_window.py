"""Starting, unlocking and memory, each in a fresh process without a screen."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from baken.model.clock import SystemClock
from baken.work.paths import Paths

from .frame import Row, in_turn
from .vaults import filled_vault

TIMES = 7
STAY_S = 10
PROBE = (sys.executable, "-m", "tests.bench.window_probe")


def rows() -> Iterator[Row]:
    """Measure from outside: the whole process until the window is shown."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        config = _config(base / "small", pieces=10_000)
        ours, minimal = in_turn(lambda: _probe("lock", str(config)), lambda: _probe("minimal"), times=TIMES)
        yield Row(
            what="start until the lock screen is shown",
            value=ours,
            beside_what="a minimal PySide6 window",
            beside=minimal,
            ratio_at_most=2.0,
        )
        usable, _ = _unlocked(config, stay_s=0)
        yield Row(what="unlock until Vandaag is usable, 10,000 pieces", value=usable, at_most=0.7)
        _, resident = _unlocked(_config(base / "large", pieces=100_000), stay_s=STAY_S)
        yield Row(
            what=f"resident memory, 100,000 pieces, {STAY_S} s after unlock",
            value=resident,
            unit="bytes",
            at_most=300e6,
        )


def _config(base: Path, *, pieces: int) -> Path:
    """Make a vault, and the settings that open it next; gives the settings' folder."""
    filled_vault(base / "vault", SystemClock(), pieces=pieces)
    Paths(config=base / "config" / "baken", state=base / "config" / "baken", vault=base / "vault").remember_vault()
    return base / "config"


def _unlocked(config: Path, *, stay_s: float) -> tuple[float, float]:
    """Return the seconds until *Vandaag* is filled and the resident bytes."""
    usable, resident = _probe("unlock", str(config), str(stay_s)).split()
    return float(usable), float(resident)


def _probe(*arguments: str) -> str:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([*PROBE, *arguments], check=True, capture_output=True, text=True, env=environment)
    return done.stdout
