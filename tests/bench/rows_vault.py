"""Saving, opening, searching and rebuilding, in vaults of the sizes that the limits name."""

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from baken.model.clock import SystemClock
from baken.model.commands import RecordObservation
from baken.store.database import Connection, open_database, transaction
from baken.work.paths import Paths
from baken.work.workspace import Workspace

from .frame import Row, in_turn, percentile_95, timed
from .vaults import WORDS, filled_vault, piece

SAVES = 300
SEARCHES = 60


def rows() -> Iterator[Row]:
    """Measure every row that needs a vault and no window."""
    with tempfile.TemporaryDirectory() as name:
        yield from _saving(Path(name))
        yield _dossier(Path(name))
        yield from _large(Path(name))


def _opened(folder: Path, *, pieces: int, youths: int = 60) -> Workspace:
    clock = SystemClock()
    keys = filled_vault(folder, clock, pieces=pieces, youths=youths)
    return Workspace.open(Paths(config=folder, state=folder, vault=folder), keys, clock)


def _saving(base: Path) -> Iterator[Row]:
    workspace = _opened(base / "save", pieces=20_000)
    plain = open_database(base / "plain.db", bytes(32), create=True)
    chance = random.Random(7)
    youths = [row.youth.id for row in workspace.dossiers()]
    plain.execute("CREATE TABLE plain (content BLOB NOT NULL) STRICT")
    saved, committed = [], []
    for _ in range(SAVES):
        command = RecordObservation(observation=piece(chance), about=(chance.choice(youths),))
        saved.append(timed(lambda wanted=command: workspace.execute(wanted)))
        content = chance.randbytes(_journal_bytes(workspace.vault.connection))
        committed.append(timed(lambda stored=content: _commit(plain, stored)))
    plain.close()
    workspace.close()
    yield Row(
        what="save a piece, 20,000 in the vault, 95th percentile",
        value=percentile_95(saved),
        beside_what="one durable commit of as many bytes",
        beside=percentile_95(committed),
        ratio_at_most=6,
        at_most=0.005,
    )


def _journal_bytes(connection: Connection) -> int:
    """Return how many bytes the newest entry put into the journal."""
    row = connection.execute(
        "SELECT length(header) + length(signature) + length(content) + length(wrap) "
        "FROM entry JOIN sealed ON sealed.entry = number JOIN grants ON grants.entry = number "
        "ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return int(row[0])


def _commit(plain: Connection, content: bytes) -> None:
    with transaction(plain):
        plain.execute("INSERT INTO plain VALUES (?)", (content,))


def _dossier(base: Path) -> Row:
    workspace = _opened(base / "dossier", pieces=1_000, youths=1)
    youth = workspace.dossiers()[0].youth.id

    def read() -> None:
        workspace.dossier(youth)
        workspace.timeline(youth)

    read()
    seconds = percentile_95([timed(read) for _ in range(40)])
    workspace.close()
    return Row(what="open a dossier of 1,000 events: its queries", value=seconds, at_most=0.06)


def _large(base: Path) -> Iterator[Row]:
    workspace = _opened(base / "large", pieces=100_000)
    seconds = timed(lambda: workspace.vault.rebuild(_no_report))
    yield Row(what="build the view of 100,000 entries", value=seconds, at_most=15)
    yield _searching(workspace)
    workspace.close()


def _no_report(_done: int, _total: int) -> None:
    """Take the progress that a person would see."""


def _searching(workspace: Workspace) -> Row:
    bare = """
        SELECT version.text, version.quote, version.meaning, version.author, version.start
        FROM view.piece_search JOIN view.version ON version.number = piece_search.rowid
        WHERE piece_search MATCH ? ORDER BY piece_search.rowid DESC LIMIT 50"""
    chance = random.Random(3)
    ours, beside = [], []
    for _ in range(SEARCHES):
        first, last = chance.choice(WORDS).lower(), chance.choice(WORDS).lower()[:3]
        typed, matched = f"{first} {last}", f'"{first}" "{last}" *'
        ours_s, bare_s = in_turn(
            lambda text=typed: workspace.search(text, 50),
            lambda text=matched: workspace.vault.connection.execute(bare, (text,)).fetchall(),
            times=5,
        )
        ours.append(ours_s)
        beside.append(bare_s)
    return Row(
        what="search, 100,000 pieces, 95th percentile",
        value=percentile_95(ours),
        beside_what="the bare FTS5 query for the same 50 rows",
        beside=percentile_95(beside),
        ratio_at_most=3,
        at_most=0.03,
    )
