"""Sealing and opening 256 MiB from file to file, beside Debian's `age` where it is installed."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from baken.wire import age

from .frame import Row, in_turn

SIZE_BYTES = 256 << 20
TIMES = 5


def rows() -> Iterator[Row]:
    """Measure both directions; without `age` on the machine the figures stand alone."""
    with tempfile.TemporaryDirectory() as name:
        yield from _both(Path(name))


def _both(base: Path) -> Iterator[Row]:
    plain, sealed, opened = base / "plain", base / "sealed", base / "opened"
    block = bytes(range(256)) * 4096
    with plain.open("wb") as file:
        for _ in range(SIZE_BYTES // len(block)):
            file.write(block)
    identity, recipient = age.new_identity(is_post_quantum=False)
    key = base / "key"
    key.write_text(identity + "\n")

    def seal() -> None:
        with plain.open("rb") as source, sealed.open("wb") as target:
            age.seal_file(source, target, [recipient])

    def unseal() -> None:
        with sealed.open("rb") as source, opened.open("wb") as target:
            age.open_file(source, target, [identity])

    tool = shutil.which("age")
    for what, ours, theirs in (
        ("seal 256 MiB, file to file, X25519", seal, ["-r", recipient, "-o", str(base / "theirs"), str(plain)]),
        ("open 256 MiB, file to file, X25519", unseal, ["-d", "-i", str(key), "-o", str(base / "out"), str(sealed)]),
    ):
        beside = (lambda command=(tool or "", *theirs): subprocess.run(command, check=True)) if tool else (lambda: None)
        seconds, beside_s = in_turn(ours, beside, times=TIMES)
        yield Row(
            what=what,
            value=seconds,
            beside_what="Debian's age",
            beside=beside_s if tool else None,
            ratio_at_most=1.0 if tool else None,
            at_most=None if tool else 10,
        )
