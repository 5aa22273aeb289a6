"""Runs every row, or those whose module is named: `python -m tests.bench [MODULE ...]`."""

import importlib
import pkgutil
import sys
from pathlib import Path

from .frame import line


def main(names: list[str]) -> int:
    """Print every row as it is measured; 1 where a limit is passed."""
    found = sorted(m.name for m in pkgutil.iter_modules([str(Path(__file__).parent)]) if m.name.startswith("rows_"))
    over = 0
    for name in found:
        if names and name.removeprefix("rows_") not in names:
            continue
        for row in importlib.import_module(f".{name}", __package__).rows():
            print(line(row), flush=True)
            over += not row.is_within
    print(f"{over} over its limit" if over else "every figure within its limit")
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
