"""Reads what the tests covered and fails where a room lies under its floor.

Floors are lines and branches together, in per cent. Source: security.md, "How it is tested".
"""

import sys
from collections import defaultdict
from pathlib import Path

from coverage import Coverage

FLOORS = {
    "baken/crypto": 100.0,
    "baken/wire": 100.0,
    "baken/store": 99.5,  # all of it, but what only a damaged page reaches differs by a line from run to run
    "baken/__main__": 0.0,  # hardens its process, so tests run it in processes of its own (tests/cli/test_process.py)
}
ELSEWHERE = 90.0


def room_of(path: str) -> str:
    """Return the room a source file belongs to: the registry, or a sub-package or module of baken."""
    parts = Path(path).with_suffix("").parts
    start = len(parts) - 1 - parts[::-1].index("desktop") + 1
    return parts[start] if parts[start] == "baken_registry" else "/".join(parts[start : start + 2])


def main() -> int:
    """Print a line per room and what is missing under its floor; 1 where one lies under it."""
    coverage = Coverage()
    coverage.load()
    done: dict[str, int] = defaultdict(int)
    whole: dict[str, int] = defaultdict(int)
    gaps: dict[str, list[str]] = defaultdict(list)
    for path in sorted(coverage.get_data().measured_files()):
        numbers = coverage._analyze(path).numbers
        room = room_of(path)
        done[room] += numbers.n_executed + numbers.n_executed_branches
        whole[room] += numbers.n_statements + numbers.n_branches
        if numbers.n_missing or numbers.n_missing_branches:
            missing = coverage.analysis2(path)[4] or "branches only"
            gaps[room].append(f"    {Path(path).name}: {missing}")
    low = False
    for room in sorted(whole):
        percent = 100.0 * done[room] / whole[room] if whole[room] else 100.0
        floor = FLOORS.get(room, ELSEWHERE)
        below = percent < floor
        low = low or below
        print(f"{room:24} {percent:6.2f} %  floor {floor:.0f}{'  TOO LOW' if below else ''}")
        if below:
            print("\n".join(gaps[room]))
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
