"""The other side of the export's crash test: exports one bundle after the other and says which are done.

Run as `python -m tests.work.exporter FOLDER KEYS OUT`; every bundle that it names was handed to somebody. The parent
kills it at a random moment.
"""

import pickle
import sys
from pathlib import Path

from baken.model.clock import FixedClock
from baken.model.ids import EntityId
from baken.work.exporting import Chosen
from baken.work.paths import Paths
from baken.work.workspace import Workspace


def main() -> None:
    """Export until killed."""
    folder, keys, out = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    clock = FixedClock(int(sys.argv[4]))
    workspace = Workspace.open(
        Paths(config=folder / "c", state=folder / "s", vault=folder), pickle.loads(keys.read_bytes()), clock
    )
    pieces = tuple(EntityId(row.id) for row in workspace.observations())
    print("open", flush=True)
    while True:
        plan = workspace.prepare_bundle("Locatie West", Chosen(observations=pieces), basis=None)
        workspace.mark_exported(plan, workspace.seal_bundle(plan, out / f"{plan.id}.age"))
        print(plan.id, flush=True)


if __name__ == "__main__":
    main()
