"""What the mailbox does not carry with it."""

import os
import subprocess
import sys
from pathlib import Path

DESKTOP = Path(__file__).parents[2] / "desktop"
PROBE = """
import sys
import baken_registry.__main__
loaded = {name.partition(".")[0] for name in sys.modules}
inner = {name for name in sys.modules if name.startswith("baken.")}
print(sorted(loaded & {"PySide6", "shiboken6", "sqlcipher3", "reportlab", "httpx", "uharfbuzz", "pypdfium2"}))
print(sorted(name for name in inner if name.split(".")[1] not in {"wire", "crypto", "errors", "usage"}))
"""


def test_the_mailbox_loads_neither_qt_nor_sqlcipher_nor_a_room_above_wire() -> None:
    environment = {**os.environ, "PYTHONPATH": str(DESKTOP)}
    said = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True, env=environment)
    assert said.stdout.splitlines() == ["[]", "[]"]
