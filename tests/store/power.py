"""Power cuts, simulated: a log of what a programme asked of the disk, and the states that a cut may leave.

Until a file is synced each 512-byte sector written to it may be there or not; until its folder is synced a new name,
a rename or a removal may not have happened, the later ones not without the earlier. The log comes from strace.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CALLS = "openat,pwrite64,write,fsync,fdatasync,rename,unlink,ftruncate"
STRACE = ("-y", "-xx", "-s", "100000000", "-e", f"trace={CALLS}")
SECTOR = 512
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
        case "unlink":
            return Event("unlink", path)
    return None


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
                self._files[event.other] = self._files.pop(event.path)
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

    def cut(self, chance: random.Random, target: Path) -> None:
        """Write one state that a power cut may leave now into another folder."""
        happened = self._pending_names[: chance.randint(0, len(self._pending_names))]
        keep = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        for name, file in _named(self._durable_names, happened).items():
            path = target / Path(name).relative_to(self._root)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_written(file.durable, _survivors(file.pending, keep, chance)))


def _named(names: dict[str, _File], changes: list[tuple[Event, _File | None]]) -> dict[str, _File]:
    result = dict(names)
    for event, file in changes:
        match event.what:
            case "create" if file is not None:
                result[event.path] = file
            case "rename":
                result[event.other] = result.pop(event.path)
            case "unlink":
                result.pop(event.path, None)
    return result


def _survivors(pending: list[Event], keep: float, chance: random.Random) -> list[Event]:
    """Draw which sectors of the unsynced requests reached the disk."""
    found = []
    for event in pending:
        if event.what == "truncate":
            found += [event] * (chance.random() < keep)
            continue
        start = event.number
        while start < event.number + len(event.data):
            end = min((start // SECTOR + 1) * SECTOR, event.number + len(event.data))
            if chance.random() < keep:
                data = event.data[start - event.number : end - event.number]
                found.append(Event("write", event.path, data, start))
            start = end
    return found


def _written(content: bytes, requests: list[Event]) -> bytes:
    data = bytearray(content)
    for event in requests:
        if event.what == "truncate":
            del data[event.number :]
            data.extend(bytes(event.number - len(data)))
            continue
        data.extend(bytes(max(0, event.number - len(data))))
        data[event.number : event.number + len(event.data)] = event.data
    return bytes(data)
