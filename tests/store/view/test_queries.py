"""What screens read, from entries as staff would write them."""

import datetime as dt

import pytest

from baken.errors import UserError
from baken.model.clock import local_iso
from baken.model.codes import Basis, EntityType, Kind, Precision, Source
from baken.model.ids import EntityId
from baken.model.records import (
    Disclosure,
    Dossier,
    Entity,
    Feedback,
    ImportRecord,
    IndicatorTag,
    MissingEpisode,
    MissingReturn,
    Placement,
    RouteEvent,
    Signal,
    SiteTrust,
    When,
)
from baken.store.queries_dossiers import age_of, list_dossiers, read_dossier
from baken.store.queries_known import known_identifiers, known_youths, trusted_sites
from baken.store.queries_pieces import last_recorded, list_observations, read_observation, recorded_since
from baken.store.queries_records import conflicts_of, disclosures_with, heads_of
from baken.store.queries_signals import list_signals, read_signal
from baken.store.queries_timeline import read_timeline
from baken.store.queries_today import list_attention, list_imports

from .entries import AMINA, SELAM, START_MS, YOUSEF, Desk, Scribe, entity

TODAY = dt.date(2026, 11, 23)
TAG = IndicatorTag(id="BEH-01", list_version="1", label="Nieuwe telefoon")
DAY_MS = 86_400_000


def test_a_piece_is_read_with_everything_that_was_recorded(desk: Desk) -> None:
    phone = Entity(type=EntityType.PHONE, value="06 12345678", note="op briefje")
    written = Scribe().observe(
        entity("a"),
        "Briefje gevonden",
        youths=[YOUSEF, AMINA],
        quote="van mijn oom",
        quote_original="ከአጎቴ",
        quote_note="Tigrinya, tolk",
        meaning="geen oom bekend",
        source=Source.HEARD_FROM_YOUTH,
        source_note="in de gang",
        place="kamer B12",
        entities=(phone,),
        indicators=(TAG,),
        protect_source=True,
        when=When(start="2026-03", precision=Precision.MONTH, end="2026-04", typed="voorjaar"),
        kind=None,
    )
    desk.apply(written)
    piece = read_observation(desk.connection, entity("a"))
    (version,) = piece.versions
    assert {youth.id for youth in piece.about} == {YOUSEF, AMINA}
    assert all(youth.name == "" for youth in piece.about)
    assert (version.entry, version.author, version.site) == (written.entry, "Fatima", "")
    assert version.recorded == local_iso(written.wall_ms)
    assert (version.quote, version.quote_original, version.quote_note) == ("van mijn oom", "ከአጎቴ", "Tigrinya, tolk")
    assert (version.meaning, version.kind, version.place) == ("geen oom bekend", None, "kamer B12")
    assert (version.source, version.source_note) == (Source.HEARD_FROM_YOUTH, "in de gang")
    assert version.when == When(start="2026-03", precision=Precision.MONTH, end="2026-04", typed="voorjaar")
    assert (version.entities, version.indicators, version.protect_source) == ((phone,), (TAG,), True)
    (row,) = list_observations(desk.connection)
    assert (row.has_quote, row.has_meaning, row.kind, row.indicators) == (True, True, None, (TAG,))
    assert (row.entry, row.when, row.corrected, row.withdrawn) == (written.entry, version.when, False, False)


def test_a_doubtful_clock_is_shown(desk: Desk) -> None:
    first = Scribe().observe(entity("a"), "x")
    desk.apply(Scribe().write("observation", entity("a"), first.body, clock_doubtful=True))
    assert read_observation(desk.connection, entity("a")).versions[0].clock_doubtful


def test_pieces_are_listed_by_when_they_happened_the_last_first(desk: Desk) -> None:
    fatima = Scribe()
    for start in ("2026-03-02T10:00", "2026-03-04", "2026-02"):
        desk.apply(fatima.observe(entity(start), start, youths=[SELAM], start=start))
    desk.apply(fatima.observe(entity("other"), "ander", youths=[YOUSEF], start="2026-03-03"))
    assert [row.text for row in list_observations(desk.connection, SELAM)] == [
        "2026-03-04",
        "2026-03-02T10:00",
        "2026-02",
    ]
    assert len(list_observations(desk.connection)) == 4
    assert [row.text for row in list_observations(desk.connection, limit=2)] == ["2026-03-04", "ander"]


def test_handover_is_what_others_recorded_since(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    old = fatima.observe(entity("old"), "oud", wall_ms=START_MS)
    mine = fatima.observe(entity("mine"), "van mij", wall_ms=START_MS + 2 * DAY_MS)
    theirs = anouk.observe(entity("theirs"), "van Anouk", wall_ms=START_MS + 2 * DAY_MS + 1)
    desk.apply(old, mine, theirs)
    since = START_MS + DAY_MS
    assert [row.text for row in recorded_since(desk.connection, since, fatima.person, by_others=True)] == ["van Anouk"]
    assert [row.text for row in recorded_since(desk.connection, since, fatima.person, by_others=False)] == ["van mij"]
    exactly = theirs.wall_ms
    assert len(recorded_since(desk.connection, exactly, fatima.person, by_others=True)) == 1
    assert recorded_since(desk.connection, exactly + 1, fatima.person, by_others=True) == ()


def test_the_last_that_somebody_recorded_is_found_between_two_moments(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    first = fatima.observe(entity("first"), "eerst", wall_ms=START_MS)
    then = fatima.observe(entity("then"), "daarna", wall_ms=START_MS + DAY_MS)
    desk.apply(first, then, anouk.observe(entity("theirs"), "van Anouk", wall_ms=START_MS + DAY_MS + 1))

    def last(since_ms: int, before_ms: int) -> int | None:
        return last_recorded(desk.connection, fatima.person, since_ms=since_ms, before_ms=before_ms)

    assert last(0, START_MS + 2 * DAY_MS) == then.wall_ms
    assert last(0, then.wall_ms) == first.wall_ms
    assert last(first.wall_ms, then.wall_ms) == first.wall_ms
    assert last(first.wall_ms + 1, then.wall_ms) is None


def test_a_correction_by_another_puts_an_old_piece_into_the_handover(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    first = fatima.observe(entity("old"), "oud", wall_ms=START_MS - 30 * DAY_MS)
    desk.apply(first, anouk.correct(first, "beter"))
    (row,) = recorded_since(desk.connection, START_MS, fatima.person, by_others=True)
    assert (row.text, row.corrected) == ("beter", True)


def test_youths_are_listed_by_name_with_their_last_piece(desk: Desk) -> None:
    fatima = Scribe()
    desk.apply(
        fatima.write("dossier", YOUSEF, Dossier(name="Yousef Darwish", born="2009-05-12", mentor="Fatima", room="B12")),
        fatima.write("dossier", SELAM, Dossier(alias="Élise", language="Tigrinya")),
        fatima.observe(entity("a"), "eerder", youths=[YOUSEF], start="2026-03-01"),
        fatima.observe(entity("b"), "later", youths=[YOUSEF], start="2026-03-02"),
    )
    selam, yousef = list_dossiers(desk.connection, TODAY)
    assert (selam.youth.alias, selam.last_piece, selam.last_text, selam.language) == ("Élise", "", "", "Tigrinya")
    assert (yousef.age, yousef.mentor, yousef.last_piece, yousef.last_text) == (17, "Fatima", "2026-03-02", "later")
    for text, expected in (("elis", [SELAM]), ("b12", [YOUSEF]), ("DARW", [YOUSEF]), ("x", []), (" ", [SELAM, YOUSEF])):
        assert [row.youth.id for row in list_dossiers(desk.connection, TODAY, text)] == expected


@pytest.mark.parametrize(
    ("born", "precision", "age"),
    [
        ("2009-11-23", Precision.DAY, 17),
        ("2009-11-24", Precision.DAY, 16),
        ("2009-10", Precision.MONTH, 17),
        ("2009-12", Precision.MONTH, 16),
        ("2009-11", Precision.MONTH, None),
        ("2009", Precision.YEAR, None),
        ("2009-05-12", Precision.YEAR, None),
        ("2009-05-12", Precision.MONTH, 17),
        ("2009-05", Precision.DAY, 17),
        ("2009-05-12", Precision.ABOUT, None),
        ("2027-01-01", Precision.DAY, None),
        ("2009-02-30", Precision.DAY, None),
        ("2009-00", Precision.MONTH, None),
        ("", Precision.DAY, None),
        ("onbekend", Precision.DAY, None),
        ("99999999999999999999", Precision.YEAR, None),
        ("2009-9999999999", Precision.MONTH, None),
        ("9999999999", Precision.DAY, None),
        ("9999-12", Precision.MONTH, None),
        ("2008-02-29", Precision.DAY, 18),
    ],
)
def test_an_age_is_given_only_where_the_date_of_birth_tells_it(
    born: str, precision: Precision, age: int | None
) -> None:
    assert age_of(Dossier(born=born, born_precision=precision), TODAY) == age


def test_a_dossier_holds_what_is_recent(desk: Desk) -> None:
    fatima = Scribe()
    new = fatima.write("dossier", YOUSEF, Dossier(name="Yousef", gender="m", v_number="0987600101", guardian="Nidos"))
    desk.apply(
        new,
        *(
            fatima.observe(entity(f"p{day}"), f"{day}", youths=[YOUSEF], start=f"2026-03-{day}")
            for day in range(10, 35)
        ),
        fatima.write("signal", entity("signal"), Signal(facts="feit"), youths=[YOUSEF]),
        fatima.write("missing", entity("weg"), MissingEpisode(last_seen="2026-01-02T19:05"), youths=[YOUSEF, SELAM]),
        fatima.write("disclosure", entity("f6"), Disclosure(form="F6", recipient="AVIM", basis=None), youths=[YOUSEF]),
    )
    dossier = read_dossier(desk.connection, YOUSEF, TODAY)
    assert dossier.heads == (new.entry,)
    assert (dossier.gender, dossier.v_number, dossier.guardian, dossier.age) == ("m", "0987600101", "Nidos", None)
    assert [row.text for row in dossier.recent][:2] == ["34", "33"]
    assert len(dossier.recent) == 20
    assert [row.facts for row in dossier.signals] == ["feit"]
    assert [row.recipient for row in dossier.disclosures] == ["AVIM"]
    assert [episode.last_seen for episode in dossier.missing] == ["2026-01-02T19:05"]


def test_a_timeline_has_five_lanes(desk: Desk) -> None:
    fatima = Scribe()
    back = MissingReturn(at="2026-02-03T08:00", how="zelf")
    desk.apply(
        fatima.write("dossier", YOUSEF, Dossier(name="Yousef", arrival="2025-09-08")),
        fatima.observe(entity("gedrag"), "stil", youths=[YOUSEF], start="2026-01-05T10:00", quote="laat me"),
        fatima.observe(entity("incident"), "ruzie", youths=[YOUSEF], start="2026-01-06", kind=Kind.INCIDENT),
        fatima.observe(entity("open"), "vroeger", youths=[YOUSEF], start="2025-09-07", kind=None),
        fatima.observe(entity("route"), "via Athene", youths=[YOUSEF], start="2024-05", kind=Kind.ROUTE),
        fatima.write(
            "placement", entity("oost"), Placement(site="Oost", start="2025-09", end="2025-11"), youths=[YOUSEF]
        ),
        fatima.write("placement", entity("west"), Placement(site="West", start="2025-08"), youths=[YOUSEF]),
        fatima.write(
            "route",
            entity("istanbul"),
            RouteEvent(place="Istanbul", when=When(start="2024", precision=Precision.YEAR), what="atelier"),
            youths=[YOUSEF],
        ),
        fatima.write(
            "missing",
            entity("weg"),
            MissingEpisode(last_seen="2026-02-01T19:05", last_seen_place="hek", returned=back),
            youths=[YOUSEF],
        ),
    )
    events = {event.id: event for event in read_timeline(desk.connection, YOUSEF)}
    lanes = {
        name: events[entity(name)].lane for name in ("gedrag", "incident", "open", "route", "oost", "istanbul", "weg")
    }
    assert lanes == {
        "gedrag": "gedrag",
        "incident": "incident",
        "open": "gedrag",
        "route": "route",
        "oost": "verplaatsing",
        "istanbul": "route",
        "weg": "vermissing",
    }
    before = {name for name in (*lanes, "west") if events[entity(name)].before_arrival}
    assert before == {"open", "route", "istanbul", "west"}
    assert events[entity("istanbul")].label == "Istanbul\natelier"
    assert events[entity("gedrag")].has_quote
    assert events[entity("weg")].when == When(start="2026-02-01T19:05", end="2026-02-03T08:00")
    assert events[entity("oost")].when == When(start="2025-09", precision=Precision.MONTH, end="2025-11")
    starts = [event.when.start for event in read_timeline(desk.connection, YOUSEF)]
    assert starts == sorted(starts)


def test_a_withdrawn_piece_stays_on_the_timeline_and_says_so(desk: Desk) -> None:
    fatima = Scribe()
    first = fatima.observe(entity("a"), "x", youths=[YOUSEF])
    desk.apply(first)
    assert [event.withdrawn for event in read_timeline(desk.connection, YOUSEF)] == [False]
    desk.apply(fatima.withdraw(first, "dubbel"))
    assert [event.withdrawn for event in read_timeline(desk.connection, YOUSEF)] == [True]


def test_a_withdrawn_piece_is_never_the_last_of_a_youth(desk: Desk) -> None:
    fatima = Scribe()
    later = fatima.observe(entity("b"), "later", youths=[YOUSEF], start="2026-03-02")
    desk.apply(
        fatima.write("dossier", YOUSEF, Dossier(name="Yousef")),
        fatima.observe(entity("a"), "eerder", youths=[YOUSEF], start="2026-03-01"),
        later,
        fatima.withdraw(later, "dubbel"),
    )
    (row,) = list_dossiers(desk.connection, TODAY)
    assert (row.last_piece, row.last_text) == ("2026-03-01", "eerder")


def test_a_withdrawal_is_news_with_who_and_why(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    old = fatima.observe(entity("old"), "oud", wall_ms=START_MS - 30 * DAY_MS)
    new = anouk.observe(entity("new"), "nieuw", wall_ms=START_MS)
    desk.apply(old, new, anouk.withdraw(old, "verkeerde dag"))
    rows = recorded_since(desk.connection, START_MS, fatima.person, by_others=True)
    assert [row.text for row in rows] == ["oud", "nieuw"]
    assert [row.withdrawal and (row.withdrawal.author, row.withdrawal.why) for row in rows] == [
        ("Anouk", "verkeerde dag"),
        None,
    ]
    assert recorded_since(desk.connection, START_MS, fatima.person, by_others=False) == ()


def test_dossiers_with_one_number_or_name_are_told_and_stay_apart(desk: Desk) -> None:
    fatima, joris = Scribe("Fatima"), Scribe("Joris", site="f" * 64)
    desk.apply(
        fatima.write("dossier", YOUSEF, Dossier(name="Bilal Zerrouki", v_number="0987600909")),
        joris.write("dossier", SELAM, Dossier(name="B. Zerrouki", v_number="0987600909")),
        joris.write("dossier", entity("c"), Dossier(name="bilal zerrouki")),
        fatima.write("dossier", entity("d"), Dossier(name="Amina")),
    )
    rows = {row.youth.id: row for row in list_dossiers(desk.connection, TODAY)}
    assert len(rows) == 4
    assert (rows[EntityId(SELAM)].site, rows[EntityId(YOUSEF)].site) == ("f" * 64, "")
    same = rows[EntityId(YOUSEF)].namesake
    assert same is not None
    assert (same.name, same.site, same.has_same_number) == ("B. Zerrouki", "f" * 64, True)
    named = rows[EntityId(entity("c"))].namesake
    assert named is not None
    assert (named.name, named.site, named.has_same_number) == ("Bilal Zerrouki", "", False)
    assert rows[EntityId(entity("d"))].namesake is None
    card = read_dossier(desk.connection, SELAM, TODAY)
    assert (card.site, card.namesake and card.namesake.name) == ("f" * 64, "Bilal Zerrouki")


def test_an_answer_that_is_due_tells_about_which_signal(desk: Desk) -> None:
    fatima = Scribe()
    due = Disclosure(
        form="F6",
        recipient="Nidos",
        basis=None,
        made="2026-10-02T10:00",
        feedback_due="2026-10-16",
        signal=EntityId(entity("s")),
    )
    gone = Disclosure(form="F6", recipient="AVIM", basis=None, feedback_due="2026-10-16", signal=EntityId(entity("x")))
    desk.apply(
        fatima.write("signal", entity("s"), Signal(facts="busje bij het hek")),
        fatima.write("disclosure", entity("due"), due),
        fatima.write("disclosure", entity("gone"), gone),
    )
    rows = {row.text: row for row in list_attention(desk.connection, TODAY)}
    assert (rows["Nidos"].signal, rows["Nidos"].about, rows["Nidos"].made) == (
        entity("s"),
        "busje bij het hek",
        "2026-10-02T10:00",
    )
    assert (rows["AVIM"].signal, rows["AVIM"].about) == (None, "")


def test_a_signal_names_the_pieces_that_are_not_here(desk: Desk) -> None:
    fatima = Scribe()
    absent = entity("absent")
    desk.apply(
        fatima.observe(entity("a"), "auto", indicators=(TAG,)),
        fatima.write("signal", entity("s"), Signal(observations=(entity("a"), absent), facts="feit"), youths=[SELAM]),
    )
    signal = read_signal(desk.connection, entity("s"))
    assert [row.indicators for row in signal.observations] == [(TAG,)]
    assert signal.missing_observations == (absent,)
    assert read_observation(desk.connection, entity("a")).signals == (entity("s"),)
    assert list_signals(desk.connection)[0].pieces == 2


def test_a_piece_that_left_a_signal_no_longer_names_it(desk: Desk) -> None:
    fatima = Scribe()
    new = fatima.write("signal", entity("s"), Signal(observations=(entity("a"),)))
    desk.apply(fatima.observe(entity("a"), "auto"), new)
    desk.apply(fatima.write("signal", entity("s"), {"observations": []}, base=[new]))
    assert read_observation(desk.connection, entity("a")).signals == ()


def test_a_disclosure_shows_the_last_feedback(desk: Desk) -> None:
    fatima = Scribe()
    sent = Disclosure(
        form="F6", recipient="AVIM", basis=Basis.LEGAL_TASK, made="2026-03-01", signal=entity("s"), copy_number="3"
    )
    desk.apply(
        fatima.write("disclosure", entity("f6"), sent),
        fatima.write("feedback", entity("f6"), Feedback(disclosure=entity("f6"), text="in behandeling")),
        fatima.write(
            "feedback", entity("f6"), Feedback(disclosure=entity("f6"), text="opgepakt", received="2026-04-01")
        ),
    )
    (row,) = disclosures_with(desk.connection, entity("s"))
    assert (row.basis, row.copy_number, row.author) == (Basis.LEGAL_TASK, "3", "Fatima")
    assert (row.feedback, row.feedback_received) == ("opgepakt", "2026-04-01")


def test_what_asks_for_a_look(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    first = fatima.observe(entity("a"), "auto", youths=[SELAM])
    back = MissingReturn(at="2026-02-03T08:00", how="zelf")
    due = Disclosure(form="F6", recipient="AVIM", basis=None, feedback_due="2026-11-23")
    desk.apply(
        fatima.write("dossier", YOUSEF, Dossier(name="Yousef", room="B1")),
        anouk.write("dossier", YOUSEF, {"room": "B2"}),
        first,
        fatima.correct(first, "grijs"),
        anouk.correct(first, "wit"),
        fatima.write("missing", entity("weg"), MissingEpisode(last_seen="2026-02-01T19:05"), youths=[SELAM]),
        fatima.write("missing", entity("terug"), MissingEpisode(last_seen="2026-01-01", returned=back), youths=[SELAM]),
        fatima.write("disclosure", entity("due"), due, youths=[YOUSEF]),
        fatima.write("disclosure", entity("answered"), due, youths=[YOUSEF]),
        fatima.write("feedback", entity("answered"), Feedback(disclosure=entity("answered"), text="ja")),
        fatima.write(
            "disclosure", entity("later"), Disclosure(form="F6", recipient="EMM", basis=None, feedback_due="2027-01-01")
        ),
    )
    assert [
        (row.what, row.id, row.youth.id if row.youth else "") for row in list_attention(desk.connection, TODAY)
    ] == [
        ("missing", entity("weg"), SELAM),
        ("conflict", YOUSEF, YOUSEF),
        ("conflict", entity("a"), SELAM),
        ("feedback_due", entity("due"), YOUSEF),
    ]
    assert conflicts_of(desk.connection, [YOUSEF])[0].values[0].recorded


def test_imports_are_listed_the_last_first(desk: Desk) -> None:
    fatima = Scribe()
    for each in range(3):
        record = ImportRecord(bundle=f"{each}" * 32, site="s" * 64, new=each, known=0, conflicts=1)
        desk.apply(fatima.write("import", entity(str(each)), record, wall_ms=START_MS + each * DAY_MS))
    assert [row.new for row in list_imports(desk.connection)] == [2, 1, 0]
    assert [row.new for row in list_imports(desk.connection, START_MS + 2 * DAY_MS)] == [2]


def test_known_youths_and_numbers_are_given_for_recognition(desk: Desk) -> None:
    fatima = Scribe()
    phone = Entity(type=EntityType.PHONE, value="06 12345678")
    first = fatima.observe(entity("a"), "belde", entities=(phone,), start="2026-03-01")
    desk.apply(
        fatima.write("dossier", YOUSEF, Dossier(alias="Joe", name="Yousef", room="B12")),
        first,
        fatima.correct(first, "belde niet", start="2026-03-01"),
        fatima.observe(
            entity("b"), "weer", entities=(Entity(type=EntityType.PHONE, value="+31 6 1234 5678"),), start="2026-03-02"
        ),
    )
    assert [(youth.alias, youth.name, youth.room) for youth in known_youths(desk.connection)] == [
        ("Joe", "Yousef", "B12")
    ]
    (known,) = known_identifiers(desk.connection)
    assert (known.type, known.normal, known.value) == (EntityType.PHONE, "+31612345678", "+31 6 1234 5678")


def test_of_two_cards_of_one_site_the_last_counts(desk: Desk) -> None:
    fatima = Scribe()
    for fingerprint in ("old", "new"):
        trust = SiteTrust(site="s" * 64, card="", fingerprint=fingerprint)
        desk.apply(fatima.write("site-trust", entity(fingerprint), trust))
    (site,) = trusted_sites(desk.connection)
    assert (site.trust.fingerprint, site.by) == ("new", "Fatima")


def test_heads_of_a_piece_are_what_nobody_corrected_yet(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    first = fatima.observe(entity("a"), "auto")
    left, right = fatima.correct(first, "grijs"), anouk.correct(first, "wit")
    desk.apply(first)
    assert heads_of(desk.connection, entity("a")) == (first.entry,)
    desk.apply(left, right)
    assert heads_of(desk.connection, entity("a")) == tuple(sorted((left.entry, right.entry)))
    desk.apply(fatima.withdraw(left, "dubbel", base=[right]))
    assert len(heads_of(desk.connection, entity("a"))) == 1
    assert heads_of(desk.connection, entity("nothing")) == ()


@pytest.mark.parametrize(
    ("read", "what"),
    [(lambda c: read_dossier(c, "0" * 32, TODAY), "dossier"), (lambda c: read_signal(c, "0" * 32), "signal")],
)
def test_what_is_not_here_is_not_found(desk: Desk, read: object, what: str) -> None:
    assert callable(read)
    with pytest.raises(UserError) as refused:
        read(desk.connection)
    assert (refused.value.code, refused.value.params) == ("not-found", {"what": what})
