"""Types drafts onto a disk that is full: run in a namespace of its own by `test_reserve`.

Fills a small file system after the drafts were begun, then stores what is typed last and prints how each came back.
"""

import errno
import subprocess
import sys
from pathlib import Path

from baken.errors import UserError
from baken.store.drafts import MAX_BYTES, DraftStore

FIRST, SECOND, THIRD, FOURTH = "1" * 32, "2" * 32, "3" * 32, "4" * 32


def fill(folder: Path) -> None:
    """Leave no byte of the file system free."""
    with (folder / "full").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise


def say(store: DraftStore, draft: str, content: bytes) -> None:
    """Store a draft and print what became of it."""
    try:
        store.put(draft, content)
    except UserError as error:
        print(error.code)
    else:
        print("kept" if store.get(draft) == content else "other")


def main(folder: Path, *, with_reserve: bool) -> None:
    """Mount, begin, fill, type."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(folder)], check=True)
    store = DraftStore(folder / "drafts", bytes(32))
    if with_reserve:
        store.put(FIRST, b"begun")
    fill(folder)
    if not with_reserve:
        say(store, FIRST, b"no room")
        return
    for _ in range(3):
        say(store, FIRST, b"the last words" * 1000)
    say(store, SECOND, b"a second piece" * 1000)
    say(store, THIRD, bytes(MAX_BYTES))
    (folder / "full").unlink()
    store.reserve()
    fill(folder)
    say(store, FOURTH, bytes(MAX_BYTES))


if __name__ == "__main__":
    main(Path(sys.argv[1]), with_reserve=sys.argv[2] == "with")
