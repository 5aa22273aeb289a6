"""The view: the same rows whatever the order, the split or the repetition of what comes in."""

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.errors import UserError
from baken.model.records import BODIES, Disclosure, Dossier, Placement, Signal
from baken.store.database import transaction
from baken.store.decoded import Decoded
from baken.store.fold_pieces import index_words
from baken.store.queries_dossiers import read_dossier
from baken.store.queries_pieces import list_observations, read_observation
from baken.store.view import View

from .entries import SELAM, START_MS, YOUSEF, Desk, Scribe, entity

PIECES = [entity("piece 0"), entity("piece 1")]
SIGNAL, STAY = entity("signal"), entity("stay")
FIELDS = ("room", "alias", "mentor")


@st.composite
def histories(draw: st.DrawFn) -> list[Decoded]:
    """Anything that staff of two sites may have written without or with seeing each other."""
    scribes = [Scribe("Fatima"), Scribe("Anouk"), Scribe("Joris", site="f" * 64)]
    written: list[Decoded] = []
    for _ in range(draw(st.integers(1, 14))):
        scribe = draw(st.sampled_from(scribes))
        about, action = draw(
            st.sampled_from(
                [
                    *((piece, action) for piece in PIECES for action in ("observe", "correct", "withdraw", "resolve")),
                    *((YOUSEF, action) for action in ("dossier", "dossier", "resolve")),
                    (SIGNAL, "signal"),
                    (STAY, "placement"),
                    (entity("f6"), "disclosure"),
                    (entity("f6"), "feedback"),
                    (PIECES[0], "unknown"),
                    (YOUSEF, "malformed"),
                ]
            )
        )
        seen = [entry for entry in written if entry.entity == about]
        base: list[Decoded | str] = list(draw(st.lists(st.sampled_from(seen), max_size=2)) if seen else [])
        if draw(st.integers(0, 5)) == 0:
            base.append("0" * 64)
        written.append(_write(draw, scribe, action, about, base, seen))
    return written


def _write(
    draw: st.DrawFn, scribe: Scribe, action: str, about: str, base: list[Decoded | str], seen: list[Decoded]
) -> Decoded:
    text = draw(st.sampled_from(("grijze auto", "witte auto", "telefoon 06 12345678")))
    youths = draw(st.lists(st.sampled_from((YOUSEF, SELAM)), unique=True))
    versions = [entry for entry in seen if entry.kind in ("observation", "correction")]
    match action:
        case "correct" if versions:
            return scribe.correct(draw(st.sampled_from(versions)), text, base=base, youths=youths)
        case "withdraw" if versions:
            return scribe.withdraw(draw(st.sampled_from(versions)), text, base=base)
        case "resolve" if seen:
            heads = draw(st.lists(st.sampled_from(seen), min_size=1, max_size=3, unique_by=lambda entry: entry.entry))
            field = "observation" if about in PIECES else draw(st.sampled_from(FIELDS))
            return scribe.resolve(about, field, heads, draw(st.sampled_from([heads[0].entry, "B1"])))
        case "dossier":
            fields = draw(st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(("", "B1", "C2")), min_size=1))
            return scribe.write("dossier", about, fields, base=base)
        case "signal":
            return scribe.write(
                "signal", about, Signal(facts=text, observations=tuple(PIECES)), base=base, youths=youths
            )
        case "placement":
            body = draw(st.sampled_from(({"site": "Oost"}, {"start": "2025-09"}, Placement(site="West", start="2025"))))
            return scribe.write("placement", about, body, base=base, youths=youths)
        case "disclosure":
            disclosure = Disclosure(form="F6", recipient="AVIM", basis=None, pieces=tuple(PIECES), signal=SIGNAL)
            return scribe.write("disclosure", about, disclosure, base=base, youths=youths)
        case "feedback":
            return scribe.write("feedback", about, {"disclosure": about, "text": text})
        case "unknown":
            return scribe.write("transfer-offer", about, {"to": "West"}, base=base, version=draw(st.integers(1, 3)))
        case "malformed":
            return scribe.write("dossier", about, {"room": 7}, base=base)
        case _:
            wall_ms = draw(st.sampled_from((START_MS, START_MS + 60_000)))
            return scribe.observe(PIECES[0] if about not in PIECES else about, text, youths=youths, wall_ms=wall_ms)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("vault"))
    yield desk
    desk.close()


def folded(desk: Desk, *batches: list[Decoded]) -> list[str]:
    """Give the rows after these batches, and leave the view as it was."""
    rows: list[str] = []
    with desk.rolled_back():
        for batch in batches:
            desk.view.apply(batch)
        index_words(desk.connection)
        for table in ("piece_search", "record_search"):
            desk.connection.execute(f"INSERT INTO view.{table} ({table}, rank) VALUES ('integrity-check', 1)")
        rows += desk.view.dump()
    return rows


@given(histories(), st.randoms(use_true_random=False), st.data())
def test_the_rows_depend_on_what_came_and_on_nothing_else(
    shared: Desk, entries: list[Decoded], chance: random.Random, data: st.DataObject
) -> None:
    kept = data.draw(st.lists(st.sampled_from(entries), min_size=1, unique_by=lambda entry: entry.entry))
    mixed = kept + [chance.choice(kept) for _ in range(3)]
    chance.shuffle(mixed)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(mixed)), max_size=4)))
    parts = [mixed[begin:end] for begin, end in zip([0, *cuts], [*cuts, len(mixed)], strict=True)]
    assert folded(shared, *parts) == folded(shared, kept)


@given(histories())
def test_one_entry_at_a_time_gives_the_same_as_all_at_once(shared: Desk, entries: list[Decoded]) -> None:
    assert folded(shared, *([entry] for entry in entries)) == folded(shared, entries)


@given(histories(), st.integers(1, 4))
def test_records_that_wait_while_more_follow_end_as_those_that_do_not(
    shared: Desk, entries: list[Decoded], size: int
) -> None:
    rows: list[str] = []
    with shared.rolled_back():
        for begin in range(0, len(entries), size):
            shared.view.apply(entries[begin : begin + size], more_follow=True)
        shared.view.settle()
        rows += shared.view.dump()
    assert rows == folded(shared, entries)


def rows_written(desk: Desk, count: int) -> int:
    """How many rows it takes to fold that many competing changes of one field, each in a batch of its own."""
    scribe = Scribe("Fatima")
    start = scribe.write("dossier", YOUSEF, Dossier(name="Yousef"))
    changes = [scribe.write("dossier", YOUSEF, {"room": f"B{room}"}, base=(start.entry,)) for room in range(count)]
    before = desk.connection.execute("SELECT total_changes()").fetchone()[0]
    with desk.rolled_back():
        for entry in (start, *changes):
            desk.view.apply([entry], more_follow=True)
        desk.view.settle()
        assert desk.connection.execute("SELECT count(*) FROM view.conflict").fetchone()[0] == count
    written: int = desk.connection.execute("SELECT total_changes()").fetchone()[0] - before
    return written


def test_twice_as_many_changes_of_one_record_write_twice_as_many_rows(desk: Desk) -> None:
    assert rows_written(desk, 160) < 2.3 * rows_written(desk, 80)


@given(histories())
def test_every_version_of_every_piece_can_be_read(shared: Desk, entries: list[Decoded]) -> None:
    with shared.rolled_back():
        shared.view.apply(entries)
        for row in list_observations(shared.connection):
            versions = {version.entry for version in read_observation(shared.connection, row.id).versions}
            assert versions == {
                entry.entry
                for entry in entries
                if entry.entity == row.id and entry.kind in ("observation", "correction")
            }


def test_a_new_view_has_applied_nothing(desk: Desk) -> None:
    assert desk.view.applied() == 0
    assert desk.view.dump() == []


def test_applied_is_the_highest_arrival_and_never_goes_back(desk: Desk) -> None:
    fatima = Scribe()
    first, second = fatima.observe(entity("a"), "een"), fatima.observe(entity("b"), "twee")
    desk.apply(second)
    desk.apply(first)
    assert desk.view.applied() == second.arrival
    with transaction(desk.connection):
        desk.view.apply([], upto=40)
    assert desk.view.applied() == 40


def test_what_was_not_committed_is_not_there(desk: Desk) -> None:
    with desk.rolled_back():
        desk.view.apply([Scribe().observe(entity("a"), "grijze auto")])
    assert (desk.view.dump(), desk.view.applied(), desk.view.search("grijze")) == ([], 0, ())


def test_opening_again_changes_nothing(desk: Desk) -> None:
    desk.apply(Scribe().observe(entity("a"), "grijze auto"))
    before = desk.view.dump()
    View(desk.connection).create()
    assert desk.view.dump() == before


@pytest.mark.parametrize("unknown", [("dossier", 1), ("observation", 1), ("correction", 1), ("withdrawal", 1)])
def test_what_a_newer_baken_knows_is_counted_and_folded_after_the_update(
    tmp_path: Path, unknown: tuple[str, int]
) -> None:
    fatima = Scribe()
    first = fatima.observe(entity("a"), "grijze auto", youths=[YOUSEF])
    entries = [
        fatima.write("dossier", YOUSEF, Dossier(alias="Yousef", room="B12")),
        first,
        fatima.correct(first, "witte auto"),
        fatima.withdraw(first, "dubbel"),
    ]
    old, new = Desk(tmp_path / "old"), Desk(tmp_path / "new")
    known = {key: body for key, body in BODIES.items() if key != unknown}
    old.view = View(old.connection, bodies=known)
    old.apply(*entries)
    new.apply(*entries)
    assert (old.view.unread().newer, new.view.unread().newer) == (1, 0)
    assert old.view.dump() != new.view.dump()
    updated = View(old.connection)
    updated.create()
    assert updated.unread().newer == 0
    assert updated.dump() == new.view.dump()
    assert updated.applied() == new.view.applied()
    old.close()
    new.close()


def test_a_newer_version_of_a_known_kind_waits(desk: Desk) -> None:
    fatima = Scribe()
    desk.apply(
        fatima.write("dossier", YOUSEF, Dossier(alias="Yousef", room="B12")),
        fatima.write("dossier", YOUSEF, {"room": {"building": 4}}, version=2),
        fatima.write("observation", entity("a"), {"anything": 1}, version=2),
    )
    assert desk.view.unread().newer == 2
    assert read_dossier(desk.connection, YOUSEF, dt.date(2026, 1, 1)).youth.room == "B12"


def test_an_entry_of_a_foreign_site_is_shown_with_its_site(desk: Desk) -> None:
    joris = Scribe("Joris", site="f" * 64)
    desk.apply(joris.observe(entity("a"), "grijze auto"))
    (row,) = list_observations(desk.connection)
    assert (row.author, row.site) == ("Joris", "f" * 64)


def test_a_piece_that_is_not_here_is_not_found(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        read_observation(desk.connection, entity("nothing"))
    assert refused.value.code == "not-found"
