"""Planting a fault in a copy of the source, and asking whether the tests that watch over it turn red."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import msgspec

ROOT = Path(__file__).parents[2]
_COPIED = ("desktop", "resources", "i18n", "tests", "pyproject.toml")
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)


class Fault(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One change of the source; `file` is relative to desktop/, `tests` are separated by blanks."""

    name: str
    file: str
    before: str
    after: str
    tests: str

    def source(self) -> str:
        """Read the file as it is."""
        return (ROOT / "desktop" / self.file).read_text("utf-8")

    def planted(self) -> str:
        """Give the file with the fault in it."""
        return self.source().replace(self.before, self.after)


def faults() -> list[Fault]:
    """Read all faults."""
    listed = tomllib.loads((Path(__file__).parent / "faults.toml").read_text("utf-8"))["fault"]
    return msgspec.convert(listed, list[Fault])


def red_test(fault: Fault) -> str:
    """Plant a fault in a copy and give the first test that turns red; empty when none does.

    Raises RuntimeError when the tests could not be run at all.
    """
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for part in _COPIED:
            if (ROOT / part).is_dir():
                shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(ROOT / part, copy / part)
        (copy / "desktop" / fault.file).write_text(fault.planted(), "utf-8")
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *fault.tests.split()]
        done = subprocess.run(
            command,
            cwd=copy,
            env={**os.environ, "PYTHONPATH": str(copy / "desktop"), "BAKEN_DEPTH": "test", "TMPDIR": name},
            capture_output=True,
            text=True,
            check=False,
        )
    failed = _FAILED.search(done.stdout)
    if failed is None and done.returncode:
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])
    return failed[1] if failed else ""
