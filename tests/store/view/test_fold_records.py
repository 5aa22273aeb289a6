"""Records that change field by field, their conflicts, and records that wait for a field."""

import datetime as dt
import json

from baken.model.codes import Precision
from baken.model.records import (
    Disclosure,
    Dossier,
    ImportRecord,
    MissingEpisode,
    Placement,
    RouteEvent,
    Signal,
    SiteTrust,
    When,
)
from baken.store.queries_dossiers import list_dossiers, read_dossier
from baken.store.queries_known import trusted_sites
from baken.store.queries_records import conflicts_of, heads_of
from baken.store.queries_signals import list_signals, read_signal
from baken.store.queries_timeline import read_timeline
from baken.store.queries_today import list_imports

from .entries import SELAM, YOUSEF, Desk, Scribe, entity

TODAY = dt.date(2026, 11, 23)
SIGNAL = entity("signaal")


def room(desk: Desk) -> str:
    return read_dossier(desk.connection, YOUSEF, TODAY).youth.room


def values(desk: Desk, of: str, field: str) -> list[tuple[str, object]]:
    (found,) = [conflict for conflict in conflicts_of(desk.connection, [of]) if conflict.field == field]
    return sorted((value.author, json.loads(value.value_json)) for value in found.values)


def test_a_change_carries_only_what_changed(desk: Desk) -> None:
    fatima = Scribe()
    new = fatima.write("dossier", YOUSEF, Dossier(alias="Yousef", name="Yousef Darwish", room="B12"))
    desk.apply(new, fatima.write("dossier", YOUSEF, {"room": "C3"}, base=[new]))
    dossier = read_dossier(desk.connection, YOUSEF, TODAY)
    assert (dossier.youth.alias, dossier.youth.room) == ("Yousef", "C3")
    assert dossier.conflicts == ()


def test_a_change_may_empty_a_field(desk: Desk) -> None:
    fatima = Scribe()
    new = fatima.write("dossier", YOUSEF, Dossier(alias="Yousef", room="B12"))
    desk.apply(new, fatima.write("dossier", YOUSEF, {"room": ""}, base=[new]))
    assert room(desk) == ""


def test_changes_of_different_fields_do_not_compete(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    new = fatima.write("dossier", YOUSEF, Dossier(alias="Yousef"))
    desk.apply(
        new,
        fatima.write("dossier", YOUSEF, {"room": "C3"}, base=[new]),
        anouk.write("dossier", YOUSEF, {"guardian": "Nidos"}, base=[new]),
    )
    dossier = read_dossier(desk.connection, YOUSEF, TODAY)
    assert (dossier.youth.room, dossier.guardian, dossier.conflicts) == ("C3", "Nidos", ())


def test_two_values_of_one_field_stand_side_by_side_until_a_resolution_names_both(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    new = fatima.write("dossier", YOUSEF, Dossier(alias="Yousef"))
    left = fatima.write("dossier", YOUSEF, {"room": "C3"}, base=[new])
    right = anouk.write("dossier", YOUSEF, {"room": "D4"}, base=[new])
    desk.apply(new, left, right)
    assert values(desk, YOUSEF, "room") == [("Anouk", "D4"), ("Fatima", "C3")]
    desk.apply(anouk.write("dossier", YOUSEF, {"mentor": "Anouk"}, base=[left, right]))
    assert values(desk, YOUSEF, "room") == [("Anouk", "D4"), ("Fatima", "C3")]
    desk.apply(anouk.resolve(YOUSEF, "room", [left, right], "C3"))
    assert (room(desk), conflicts_of(desk.connection, [YOUSEF])) == ("C3", ())


def test_equal_values_are_no_conflict(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    new = fatima.write("dossier", YOUSEF, Dossier(alias="Yousef"))
    left = fatima.write("dossier", YOUSEF, b'{"room": "C3"}', base=[new])
    desk.apply(new, left, anouk.write("dossier", YOUSEF, b'{"room":"C\\u0033"}', base=[new]))
    assert conflicts_of(desk.connection, [YOUSEF]) == ()


def test_a_resolution_with_a_value_that_the_field_cannot_hold_settles_nothing(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    left = fatima.write("dossier", YOUSEF, {"room": "C3"})
    right = anouk.write("dossier", YOUSEF, {"room": "D4"})
    desk.apply(left, right, anouk.resolve(YOUSEF, "room", [left, right], 5))
    desk.apply(anouk.resolve(YOUSEF, "no such field", [left, right], "C3"))
    assert values(desk, YOUSEF, "room") == [("Anouk", "D4"), ("Fatima", "C3")]


def test_a_record_waits_for_a_field_that_it_needs(desk: Desk) -> None:
    fatima = Scribe()
    stay = entity("verblijf")
    new = fatima.write("placement", stay, Placement(site="Locatie Oost", start="2025-09-08"), youths=[YOUSEF])
    desk.apply(fatima.write("placement", stay, {"end": "2025-11-21"}, base=[new], youths=[YOUSEF]))
    assert read_timeline(desk.connection, YOUSEF) == ()
    desk.apply(new)
    (event,) = read_timeline(desk.connection, YOUSEF)
    assert (event.label, event.when.start, event.when.end) == ("Locatie Oost", "2025-09-08", "2025-11-21")


def test_a_stay_moves_to_other_youths(desk: Desk) -> None:
    fatima = Scribe()
    stay = entity("verblijf")
    new = fatima.write("placement", stay, Placement(site="Locatie Oost", start="2025-09-08"), youths=[YOUSEF])
    desk.apply(new)
    desk.apply(fatima.write("placement", stay, {"start": "2025-09-09"}, base=[new], youths=[SELAM]))
    assert read_timeline(desk.connection, YOUSEF) == ()
    assert [event.when.start for event in read_timeline(desk.connection, SELAM)] == ["2025-09-09"]


def test_a_signal_keeps_its_first_author_and_gives_its_heads(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    new = anouk.write("signal", SIGNAL, Signal(facts="auto bij hek"), youths=[SELAM])
    change = fatima.write("signal", SIGNAL, {"unknown_unknown": True}, base=[new])
    desk.apply(change, new)
    signal = read_signal(desk.connection, SIGNAL)
    assert (signal.author, signal.facts, signal.unknown_unknown) == ("Anouk", "auto bij hek", True)
    assert signal.heads == (change.entry,) == heads_of(desk.connection, SIGNAL)
    assert [youth.id for youth in signal.about] == [SELAM]
    assert list_signals(desk.connection)[0].changed == signal.changed > signal.created


def test_one_id_used_for_two_kinds_of_record_gives_two_records(desk: Desk) -> None:
    fatima = Scribe()
    desk.apply(fatima.write("dossier", YOUSEF, Dossier(alias="Yousef")))
    desk.apply(fatima.write("signal", YOUSEF, Signal(facts="feit")))
    assert room(desk) == ""
    assert read_signal(desk.connection, YOUSEF).facts == "feit"


def test_a_malformed_change_is_counted_and_changes_nothing(desk: Desk) -> None:
    fatima = Scribe()
    desk.apply(
        fatima.write("dossier", YOUSEF, Dossier(alias="Yousef", room="B12")),
        fatima.write("dossier", YOUSEF, {"room": 5}),
        fatima.write("dossier", YOUSEF, {"colour": "red"}),
        fatima.write("dossier", YOUSEF, b"\xff"),
        fatima.write("observation", entity("x"), b"{}"),
        fatima.write("correction", entity("x"), b"[]"),
        fatima.write("resolution", YOUSEF, {"field": "room"}),
    )
    assert (desk.view.unread().malformed, desk.view.unread().newer) == (6, 0)
    assert room(desk) == "B12"


def test_every_kind_of_record_has_its_place(desk: Desk) -> None:
    fatima = Scribe()
    desk.apply(
        fatima.write(
            "route",
            entity("route"),
            RouteEvent(place="Istanbul", when=When(start="2024", precision=Precision.SEASON), what="werkte"),
            youths=[YOUSEF],
        ),
        fatima.write("missing", entity("weg"), MissingEpisode(last_seen="2026-01-02T19:05"), youths=[YOUSEF]),
        fatima.write("import", entity("bundel"), ImportRecord(bundle="b" * 32, site="s" * 64, new=3, known=1)),
        fatima.write("site-trust", "s" * 64, SiteTrust(site="s" * 64, card="", fingerprint="7F2A")),
        fatima.write("disclosure", entity("f6"), Disclosure(form="F6", recipient="AVIM", basis=None), youths=[YOUSEF]),
    )
    assert {event.what for event in read_timeline(desk.connection, YOUSEF)} == {"route", "missing"}
    assert [row.new for row in list_imports(desk.connection)] == [3]
    assert [site.trust.fingerprint for site in trusted_sites(desk.connection)] == ["7F2A"]
    assert list_dossiers(desk.connection, TODAY) == ()
