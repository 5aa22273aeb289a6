"""No query that a screen waits for walks through a table that grows with the vault."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest

from baken.model.records import Dossier, Signal
from baken.store.database import Connection, Cursor
from baken.store.queries_dossiers import list_dossiers, read_dossier
from baken.store.queries_pieces import last_recorded, list_observations, read_observation, recorded_since
from baken.store.queries_records import heads_of
from baken.store.queries_signals import list_signals, read_signal
from baken.store.queries_timeline import read_timeline
from baken.store.queries_today import list_attention
from baken.store.search import search
from baken.store.view import View

from .entries import START_MS, YOUSEF, Desk, Scribe, entity

TODAY = dt.date(2026, 11, 23)
GROWING = ("version", "piece", "entry", "about", "identifier", "recent", "reference", "record")
PIECE, SIGNAL = entity("auto"), entity("signaal")


class Watched:
    """A connection that keeps the plan of every query."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.plans: list[tuple[str, str]] = []

    @property
    def in_transaction(self) -> bool:
        return self._connection.in_transaction

    def execute(self, sql: str, parameters: Sequence[object] = (), /) -> Cursor:
        if sql.lstrip().upper().startswith(("SELECT", "DELETE", "UPDATE")):
            self.plans += [
                (sql, row[3]) for row in self._connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters).fetchall()
            ]
        return self._connection.execute(sql, parameters)

    def executemany(self, sql: str, rows: Iterable[Sequence[object]], /) -> Cursor:
        return self._connection.executemany(sql, rows)

    def create_function(self, name: str, count: int, function: Any, /) -> None:
        self._connection.create_function(name, count, function)

    def close(self) -> None:
        self._connection.close()

    def walks(self) -> list[tuple[str, str]]:
        """Give the steps that walk a growing table in no order that a limit could cut short."""
        return [
            (step, sql)
            for sql, step in self.plans
            if re.match(rf"SCAN (view\.)?({'|'.join(GROWING)})\b", step) and " USING INDEX " not in step
        ]


@pytest.fixture
def watched(desk: Desk) -> Watched:
    fatima = Scribe()
    desk.apply(
        fatima.write("dossier", YOUSEF, Dossier(name="Yousef Darwish", room="B12")),
        fatima.observe(PIECE, "grijze auto", youths=[YOUSEF]),
        fatima.write("signal", SIGNAL, Signal(facts="auto", observations=(PIECE,)), youths=[YOUSEF]),
    )
    return Watched(desk.connection)


QUERIES: dict[str, Callable[[Connection], object]] = {
    "list_dossiers": lambda c: list_dossiers(c, TODAY),
    "read_dossier": lambda c: read_dossier(c, YOUSEF, TODAY),
    "read_timeline": lambda c: read_timeline(c, YOUSEF),
    "list_observations": list_observations,
    "list_observations about": lambda c: list_observations(c, YOUSEF),
    "read_observation": lambda c: read_observation(c, PIECE),
    "recorded_since": lambda c: recorded_since(c, START_MS, "0" * 32, by_others=True),
    "last_recorded": lambda c: last_recorded(c, "0" * 32, since_ms=START_MS, before_ms=START_MS + 1),
    "heads_of": lambda c: heads_of(c, PIECE),
    "list_signals": list_signals,
    "read_signal": lambda c: read_signal(c, SIGNAL),
    "list_attention": lambda c: list_attention(c, TODAY),
    "search": lambda c: search(c, "grijze au"),
}


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_walks_no_growing_table(watched: Watched, name: str) -> None:
    QUERIES[name](watched)
    assert watched.plans
    assert watched.walks() == []


def test_a_save_walks_no_growing_table(watched: Watched) -> None:
    fatima = Scribe("Anouk")
    first = fatima.observe(entity("b"), "telefoon", youths=[YOUSEF])
    watched.execute("BEGIN")
    for entry in (
        first,
        fatima.correct(first, "telefoon weg"),
        fatima.withdraw(first, "dubbel"),
        fatima.write("dossier", YOUSEF, {"room": "C3"}),
    ):
        View(watched).apply([entry])
    watched.execute("ROLLBACK")
    assert watched.walks() == []


def test_a_walk_would_be_seen(watched: Watched) -> None:
    watched.execute("SELECT text FROM view.version WHERE text = 'x'").fetchall()
    assert len(watched.walks()) == 1
