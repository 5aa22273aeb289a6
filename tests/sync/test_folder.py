"""A stick that is pulled out, full, read-only, damaged, or not ours."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.registry.world import BUNDLE, Laptop, bundle_file

from baken.errors import UserError
from baken.sync.carrier import Waiting
from baken.sync.folder import FOLDER, FolderCarrier

CAP = 10_000
DESKTOP = Path(__file__).parents[2] / "desktop"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    path = tmp_path / "stick"
    path.mkdir()
    return path


def _carrier(stick: Path, laptop: Laptop) -> FolderCarrier:
    return FolderCarrier(stick, site=laptop.site, laptop=laptop.key, max_bytes=CAP)


def _files(stick: Path) -> list[str]:
    return sorted(str(path.relative_to(stick)) for path in stick.rglob("*") if path.is_file())


def test_names_on_the_stick_hold_ids_and_a_hash_only(stick: Path, tmp_path: Path, east: Laptop, west: Laptop) -> None:
    path = bundle_file(tmp_path)
    assert _carrier(stick, east).push(path, BUNDLE, [west.site]) == b""
    (waiting,) = _carrier(stick, west).waiting()
    assert _files(stick) == [f"{FOLDER}/{west.site[:32]}/{BUNDLE}-{waiting.sha256}.age"]


def test_a_stick_that_is_gone_is_named_for_every_step(stick: Path, tmp_path: Path, east: Laptop, west: Laptop) -> None:
    path = bundle_file(tmp_path)
    sender, receiver = _carrier(stick, east), _carrier(stick, west)
    sender.push(path, BUNDLE, [west.site])
    (waiting,) = receiver.waiting()
    (stick / FOLDER).rename(tmp_path / "elsewhere")
    stick.rmdir()
    for action in (
        lambda: sender.push(path, BUNDLE, [west.site]),
        receiver.waiting,
        lambda: receiver.pull(waiting, tmp_path / "pulled"),
        lambda: receiver.acknowledge(waiting),
    ):
        with pytest.raises(UserError, match="stick-gone"):
            action()
    assert not stick.exists()
    assert not (tmp_path / "pulled").exists()


def test_a_stick_that_goes_half_way_leaves_no_half_file(
    stick: Path, tmp_path: Path, east: Laptop, west: Laptop
) -> None:
    gone = tmp_path / "gone"

    def pulled_out(_done: int, _total: int) -> None:
        if not gone.exists():
            stick.rename(gone)

    with pytest.raises(UserError, match="stick-gone"):
        _carrier(stick, east).push(bundle_file(tmp_path), BUNDLE, [west.site], pulled_out)
    assert not [name for name in _files(gone) if name.endswith(".age")]


@pytest.mark.parametrize("change", [b"", b"x", b"changed"])
def test_a_damaged_file_is_named_and_not_landed(
    stick: Path, tmp_path: Path, east: Laptop, west: Laptop, change: bytes
) -> None:
    _carrier(stick, east).push(bundle_file(tmp_path), BUNDLE, [west.site])
    receiver = _carrier(stick, west)
    (waiting,) = receiver.waiting()
    (stick / _files(stick)[0]).write_bytes(change)
    with pytest.raises(UserError, match="stick-damaged"):
        receiver.pull(waiting, tmp_path / "pulled")
    assert not (tmp_path / "pulled").exists()


def test_a_file_that_changes_while_it_is_pushed_is_not_kept(
    stick: Path, tmp_path: Path, east: Laptop, west: Laptop
) -> None:
    path = bundle_file(tmp_path)
    north = Laptop()

    def changed(_done: int, _total: int) -> None:
        path.write_bytes(b"other")

    with pytest.raises(UserError, match="stick-damaged"):
        _carrier(stick, east).push(path, BUNDLE, sorted([west.site, north.site]), changed)
    assert len(_files(stick)) == 1  # the copy for the first addressee was whole


def test_files_that_are_not_bundles_are_passed_over(stick: Path, tmp_path: Path, east: Laptop, west: Laptop) -> None:
    _carrier(stick, east).push(bundle_file(tmp_path), BUNDLE, [west.site])
    own = stick / FOLDER / west.site[:32]
    whole = next(own.iterdir())
    (own / "holiday.jpg").write_bytes(b"x")
    (own / f".{'0' * 16}.part").write_bytes(b"half")
    (own / f"{'1' * 32}-{'2' * 64}.age.exe").write_bytes(b"x")
    (own / f"{'1' * 32}-{'2' * 64}.age").mkdir()
    (own / f"{'3' * 32}-{'2' * 64}.age").symlink_to(whole)
    (own / f"{'4' * 32}-{'2' * 64}.age").write_bytes(bytes(CAP + 1))
    assert [waiting.bundle for waiting in _carrier(stick, west).waiting()] == [BUNDLE]


def test_acknowledging_on_a_stick_that_never_held_anything_is_refused(stick: Path, west: Laptop) -> None:
    nothing = Waiting(bundle=BUNDLE, sha256="0" * 64, size_bytes=1, reference=f"{BUNDLE}-{'0' * 64}.age")
    with pytest.raises(UserError, match="stick-gone"):
        _carrier(stick, west).acknowledge(nothing)


PUSH = """
import resource, signal, sys
from pathlib import Path
from baken.errors import UserError
from baken.sync.folder import FolderCarrier
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
try:
    FolderCarrier(Path(sys.argv[1]), site="a" * 64, laptop="b" * 64, max_bytes=10**6).push(
        Path(sys.argv[2]), "c" * 32, ["d" * 64])
except UserError as refused:
    print(refused.code)
"""


def test_a_full_stick_is_named_and_keeps_no_half_file(stick: Path, tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", PUSH, str(stick), str(bundle_file(tmp_path))],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(DESKTOP)},
    )
    assert said.stdout == "stick-full\n"
    assert _files(stick) == []


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_no_link_on_a_stick_is_followed(stick: Path, tmp_path: Path, east: Laptop, west: Laptop, depth: int) -> None:
    here = _carrier(stick, west)
    here.push(bundle_file(tmp_path), BUNDLE, [west.site])
    elsewhere = tmp_path / "elsewhere"
    own = stick / FOLDER / west.site[:32]
    linked = (stick / FOLDER, own, own / f"seen-{west.key[:32]}")[depth]
    linked.rename(elsewhere)
    linked.symlink_to(elsewhere)
    before = _files(elsewhere)
    with pytest.raises(UserError, match="stick-damaged"):
        here.waiting()
    waiting = Waiting(bundle=BUNDLE, sha256="0" * 64, size_bytes=1, reference=f"{'3' * 32}-{'0' * 64}.age")
    with pytest.raises(UserError, match="stick-damaged"):
        here.acknowledge(waiting)
    if depth < 2:
        with pytest.raises(UserError, match="stick-damaged"):
            here.push(bundle_file(tmp_path), "4" * 32, [west.site])
        with pytest.raises(UserError, match="stick-damaged"):
            here.pull(waiting, tmp_path / "landed")
    assert _files(elsewhere) == before


def test_no_link_laid_in_the_outbox_is_sent(stick: Path, tmp_path: Path, east: Laptop, west: Laptop) -> None:
    secret, outbox = tmp_path / "secret", tmp_path / "vault" / "outbox"
    secret.write_bytes(b"not for the stick")
    outbox.mkdir(parents=True)
    (outbox / "x.age").symlink_to(secret)
    with pytest.raises(UserError, match="vault-linked"):
        _carrier(stick, east).push(outbox / "x.age", BUNDLE, [west.site])
    (outbox / "x.age").unlink()
    outbox.rmdir()
    outbox.symlink_to(tmp_path)
    with pytest.raises(UserError, match="vault-linked"):
        _carrier(stick, east).push(outbox / "secret", BUNDLE, [west.site])
    assert not (stick / FOLDER).exists()
