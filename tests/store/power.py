"""Power cuts, simulated: a log of what a programme asked of the disk, and the states that a cut may leave.

Until a file is synced each 512-byte sector written to it may be there or not; until its folder is synced a new name,
a rename or a removal may not have happened, the later ones not without the earlier. The log comes from strace.

Many states recover to the same: `recovered` tells them apart by what SQLite reads of them, so that each needs to be
opened once. Source: SQLite, "WAL-mode File Format" (frames count up to the last commit whose checksums hold).
"""

import hashlib
import random
import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

CALLS = "openat,pwrite64,write,fsync,fdatasync,rename,renameat,unlink,unlinkat,ftruncate"
STRACE = ("-y", "-xx", "-s", "100000000", "-e", f"trace={CALLS}")
SECTOR = 512
PAGE = 4096
_LEFTOVER = re.compile(r"\..*\.[0-9a-f]{8}|\.room|attempts\.lock|lock")  # files that nothing reads
_WAL_HEAD, _FRAME_HEAD = struct.Struct(">6I2I"), struct.Struct(">6I")
_CALL = re.compile(r"(\w+)\((.*)\) += (\d+)(?:<([^>]*)>)?$")


@dataclass(frozen=True)
class Event:
    """One request: what, on which path, with what."""

    what: str
    path: str
    data: bytes = b""
    number: int = 0
    other: str = ""


def read_log(log: Path, folder: Path) -> Iterator[Event]:
    """Give the requests about files of `folder`, and as `say` what went to standard output."""
    inside = str(folder)
    for line in log.read_text("ascii").splitlines():
        if not (found := _CALL.search(line)):
            continue
        call, arguments, _, opened = found.groups()
        event = _event(call, re.split(r", (?=[\d\"A-Z])", arguments), opened)
        if event is not None and (event.what == "say" or event.path.startswith(inside)):
            yield event


def _event(call: str, arguments: list[str], opened: str | None) -> Event | None:
    path = _text(re.sub(r"^\d+<|>$|^\"|\"$", "", arguments[0]))
    match call:
        case "openat" if opened and "O_CREAT" in arguments[2]:
            return Event("create", _text(opened))
        case "pwrite64":
            return Event("write", path, _bytes(arguments[1]), int(arguments[3]))
        case "write" if arguments[0].startswith("1<"):
            return Event("say", "", _bytes(arguments[1]))
        case "write":
            return Event("append", path, _bytes(arguments[1]))
        case "ftruncate":
            return Event("truncate", path, number=int(arguments[1]))
        case "fsync" | "fdatasync":
            return Event("sync", path)
        case "rename":
            return Event("rename", path, other=_text(arguments[1].strip('"')))
        case "renameat":
            return Event("rename", _below(arguments[:2]), other=_below(arguments[2:]))
        case "unlink":
            return Event("unlink", path)
        case "unlinkat":
            return Event("unlink", _below(arguments[:2]))
    return None


def _below(arguments: list[str]) -> str:
    """Give the path of a name in a folder that is held."""
    folder, name = re.sub(r"^\w+<|>$", "", arguments[0]), arguments[1].strip('"')
    return str(Path(_text(folder)) / _text(name))


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.strip('"').replace("\\x", ""))


def _text(text: str) -> str:
    return _bytes(text).decode() if text.startswith("\\x") else text


@dataclass
class _File:
    """Content that is on the disk, and what was asked since."""

    durable: bytes = b""
    pending: list[Event] = field(default_factory=list)
    size: int = 0


class Disk:
    """A folder as the requests leave it, from which cuts are drawn."""

    def __init__(self, folder: Path) -> None:
        self._root = folder
        self._files = {
            str(path): _File(durable=path.read_bytes(), size=path.stat().st_size)
            for path in folder.rglob("*")
            if path.is_file()
        }
        self._durable_names = dict(self._files)
        self._pending_names: list[tuple[Event, _File | None]] = []

    def apply(self, event: Event) -> None:
        """Carry out one request."""
        match event.what:
            case "create" if event.path not in self._files:
                self._files[event.path] = _File()
                self._pending_names.append((event, self._files[event.path]))
            case "write":
                self._files[event.path].pending.append(event)
            case "append":
                file = self._files[event.path]
                file.pending.append(Event("write", event.path, event.data, file.size))
                file.size += len(event.data)
            case "truncate":
                self._files[event.path].pending.append(event)
            case "rename":
                _rename(self._files, event)
                self._pending_names.append((event, None))
            case "unlink":
                self._files.pop(event.path, None)
                self._pending_names.append((event, None))
            case "sync" if event.path in self._files:
                file = self._files[event.path]
                file.durable, file.pending = _written(file.durable, file.pending), []
            case "sync":
                self._durable_names = _named(self._durable_names, self._pending_names)
                self._pending_names = []

    def cut(self, chance: random.Random) -> dict[str, bytes]:
        """Give one state that a power cut may leave now: every file by its name inside the folder."""
        happened = self._pending_names[: chance.randint(0, len(self._pending_names))]
        keep = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        return {
            name.removeprefix(f"{self._root}/"): _reached(file.durable, file.pending, keep, chance)
            for name, file in _named(self._durable_names, happened).items()
        }


def write_state(state: Mapping[str, bytes], target: Path) -> None:
    """Lay a state down as files."""
    for name, content in state.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def recovered(state: Mapping[str, bytes]) -> bytes:
    """Give a digest of what can be read of a state: two with the same one open as the same vault."""
    digest = hashlib.sha256()
    for name, content in sorted(state.items()):
        if name.endswith("-wal") or _LEFTOVER.fullmatch(name.rpartition("/")[2]):
            continue
        read = _with_log(content, state.get(f"{name}-wal", b"")) if name.endswith(".db") else content
        digest.update(b"%d %d %s" % (len(name), len(read), name.encode()))
        digest.update(read)
    return digest.digest()


def _with_log(database: bytes, log: bytes) -> bytes:
    """Put the frames of the write-ahead log over the pages, as far as the last commit that is whole."""
    if len(log) < _WAL_HEAD.size:
        return database
    magic, _, _, _, *salts, first, second = _WAL_HEAD.unpack_from(log)
    order = ">" if magic & 1 else "<"
    sums = _summed((0, 0), log[:24], order)
    if magic not in (0x377F0682, 0x377F0683) or sums != (first, second):
        return database
    pages, waiting, size = dict[int, bytes](), dict[int, bytes](), 0
    for start in range(_WAL_HEAD.size, len(log) - PAGE - _FRAME_HEAD.size + 1, PAGE + _FRAME_HEAD.size):
        number, commit, *own_salts, first, second = _FRAME_HEAD.unpack_from(log, start)
        page = log[start + _FRAME_HEAD.size : start + _FRAME_HEAD.size + PAGE]
        if own_salts != salts:
            break
        sums = _summed(sums, log[start : start + 8] + page, order)
        if sums != (first, second):
            break
        waiting[number] = page
        if commit:
            pages, waiting, size = pages | waiting, {}, commit
    if not size:
        return database
    return b"".join(pages.get(number, database[(number - 1) * PAGE : number * PAGE]) for number in range(1, size + 1))


@lru_cache(maxsize=10_000)
def _summed(sums: tuple[int, int], data: bytes, order: str) -> tuple[int, int]:
    one, two = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two


def _named(names: dict[str, _File], changes: list[tuple[Event, _File | None]]) -> dict[str, _File]:
    result = dict(names)
    for event, file in changes:
        match event.what:
            case "create" if file is not None:
                result[event.path] = file
            case "rename":
                _rename(result, event)
            case "unlink":
                result.pop(event.path, None)
    return result


def _rename(names: dict[str, _File], event: Event) -> None:
    """Give a file its new name, or all files of a folder theirs."""
    inside = [name for name in names if name == event.path or name.startswith(f"{event.path}/")]
    for name in inside:
        names[event.other + name.removeprefix(event.path)] = names.pop(name)


def _reached(content: bytes, pending: list[Event], keep: float, chance: random.Random) -> bytes:
    """Draw which sectors of the unsynced requests reached the disk, and give the file with those."""
    if keep in (0, 1) or not pending:
        return _written(content, pending if keep else [])
    data, draw = bytearray(content), chance.random
    for event in pending:
        if event.what == "truncate":
            if draw() < keep:
                _resize(data, event.number)
            continue
        for start, sector in _sectors(event):
            if draw() < keep:
                _put(data, start, sector)
    return bytes(data)


@lru_cache(maxsize=10_000)
def _sectors(event: Event) -> list[tuple[int, bytes]]:
    """Divide a write over the sectors that it touches."""
    end = event.number + len(event.data)
    edges = [event.number, *range((event.number // SECTOR + 1) * SECTOR, end, SECTOR), end]
    return [(start, event.data[start - event.number : stop - event.number]) for start, stop in pairwise(edges)]


def _written(content: bytes, requests: list[Event]) -> bytes:
    if not requests:
        return content
    data = bytearray(content)
    for event in requests:
        if event.what == "truncate":
            _resize(data, event.number)
        else:
            _put(data, event.number, event.data)
    return bytes(data)


def _put(data: bytearray, start: int, written: bytes) -> None:
    if start > len(data):
        _resize(data, start)
    data[start : start + len(written)] = written


def _resize(data: bytearray, size: int) -> None:
    del data[size:]
    data.extend(bytes(size - len(data)))
