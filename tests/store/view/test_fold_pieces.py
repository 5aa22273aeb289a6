"""Pieces: versions, corrections, withdrawals and what is open about them."""

import json

from baken.store.fold_numbers import first_number
from baken.store.queries_pieces import list_observations, read_observation, recorded_since

from .entries import SELAM, START_MS, YOUSEF, Desk, Scribe, entity

PIECE = entity("auto bij hek")


def texts(desk: Desk) -> list[str]:
    return [version.text for version in read_observation(desk.connection, PIECE).versions]


def is_conflict(desk: Desk) -> bool:
    return read_observation(desk.connection, PIECE).conflict


def test_a_correction_counts_and_the_first_version_stays_visible(desk: Desk) -> None:
    fatima = Scribe()
    first = fatima.observe(PIECE, "grijze auto", youths=[SELAM])
    desk.apply(first, fatima.correct(first, "witte auto"))
    piece = read_observation(desk.connection, PIECE)
    assert [(version.text, version.why) for version in piece.versions] == [
        ("witte auto", "verschreven"),
        ("grijze auto", ""),
    ]
    assert not piece.conflict
    assert list_observations(desk.connection)[0].corrected


def test_a_correction_may_come_before_its_piece(desk: Desk) -> None:
    fatima = Scribe()
    first = fatima.observe(PIECE, "grijze auto")
    desk.apply(fatima.correct(first, "witte auto"))
    assert texts(desk) == ["witte auto"]
    desk.apply(first)
    assert texts(desk) == ["witte auto", "grijze auto"]
    assert not is_conflict(desk)


def test_two_corrections_that_did_not_see_each_other_are_a_conflict_and_both_visible(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    first = fatima.observe(PIECE, "grijze auto")
    desk.apply(first, fatima.correct(first, "witte auto"), anouk.correct(first, "zwarte auto"))
    assert is_conflict(desk)
    assert set(texts(desk)) == {"grijze auto", "witte auto", "zwarte auto"}


def test_a_later_correction_that_saw_both_does_not_settle_the_conflict(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    first = fatima.observe(PIECE, "grijze auto")
    left, right = fatima.correct(first, "witte auto"), anouk.correct(first, "zwarte auto")
    third = anouk.correct(right, "blauwe auto", base=[left])
    desk.apply(first, left, right, third)
    assert is_conflict(desk)
    assert texts(desk)[0] == "blauwe auto"


def test_a_resolution_lets_the_version_that_it_chose_count(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    first = fatima.observe(PIECE, "grijze auto")
    left, right = fatima.correct(first, "witte auto"), anouk.correct(first, "zwarte auto")
    desk.apply(first, left, right, anouk.resolve(PIECE, "observation", [left, right], left.entry))
    assert not is_conflict(desk)
    assert texts(desk)[0] == "witte auto"


def test_a_resolution_that_chose_nothing_of_the_piece_lets_the_latest_named_head_count(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    first = fatima.observe(PIECE, "grijze auto")
    left, right = fatima.correct(first, "witte auto"), anouk.correct(first, "zwarte auto")
    latest = max(left, right, key=lambda entry: (entry.logical, entry.writer))
    desk.apply(first, left, right, anouk.resolve(PIECE, "observation", [left, right], {"no": "version"}))
    assert not is_conflict(desk)
    assert texts(desk)[0] == json.loads(latest.body)["observation"]["text"]


def test_a_resolution_of_which_no_head_is_here_changes_nothing(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    first = fatima.observe(PIECE, "grijze auto")
    absent = fatima.correct(first, "witte auto")
    desk.apply(first, anouk.resolve(PIECE, "observation", [absent], absent.entry))
    assert texts(desk) == ["grijze auto"]


def test_a_resolution_of_another_field_says_nothing_about_a_piece(desk: Desk) -> None:
    first = Scribe().observe(PIECE, "grijze auto")
    desk.apply(first, Scribe("Anouk").resolve(PIECE, "text", [first], "weg"))
    assert texts(desk) == ["grijze auto"]
    assert not is_conflict(desk)


def test_a_withdrawn_piece_stays_visible_with_who_and_why(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    first = fatima.observe(PIECE, "grijze auto")
    desk.apply(first, anouk.withdraw(first, "verkeerde jongere"))
    piece = read_observation(desk.connection, PIECE)
    assert (piece.withdrawn_by, piece.withdrawn_why) == ("Anouk", "verkeerde jongere")
    assert [version.text for version in piece.versions] == ["grijze auto"]
    assert list_observations(desk.connection)[0].withdrawn


def test_a_withdrawal_may_come_before_its_piece(desk: Desk) -> None:
    fatima = Scribe()
    first = fatima.observe(PIECE, "grijze auto")
    desk.apply(fatima.withdraw(first, "dubbel"))
    assert list_observations(desk.connection) == ()
    desk.apply(first)
    assert read_observation(desk.connection, PIECE).withdrawn_why == "dubbel"


def test_a_correction_against_a_withdrawal_is_a_conflict_until_it_is_resolved(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    first = fatima.observe(PIECE, "grijze auto")
    corrected, withdrawn = fatima.correct(first, "witte auto"), anouk.withdraw(first, "dubbel")
    desk.apply(first, corrected, withdrawn)
    assert is_conflict(desk)
    desk.apply(anouk.resolve(PIECE, "observation", [corrected, withdrawn], withdrawn.entry))
    piece = read_observation(desk.connection, PIECE)
    assert not piece.conflict
    assert piece.withdrawn_why == "dubbel"
    assert piece.versions[0].text == "witte auto"


def test_a_correction_that_saw_the_withdrawal_brings_the_piece_back(desk: Desk) -> None:
    fatima = Scribe()
    first = fatima.observe(PIECE, "grijze auto")
    withdrawn = fatima.withdraw(first, "dubbel")
    desk.apply(first, withdrawn, fatima.correct(first, "witte auto", base=[withdrawn]))
    piece = read_observation(desk.connection, PIECE)
    assert (piece.withdrawn_why, piece.conflict) == ("", False)


def test_in_a_conflict_a_piece_stands_with_the_youths_of_both_versions(desk: Desk) -> None:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    first = fatima.observe(PIECE, "grijze auto", youths=[SELAM])
    desk.apply(first, fatima.correct(first, "van Selam"), anouk.correct(first, "van Yousef", youths=[YOUSEF]))
    assert {youth.id for youth in read_observation(desk.connection, PIECE).about} == {SELAM, YOUSEF}
    assert list_observations(desk.connection, SELAM)
    assert list_observations(desk.connection, YOUSEF)


def test_a_corrected_youth_and_moment_move_the_piece(desk: Desk) -> None:
    fatima = Scribe()
    first = fatima.observe(PIECE, "grijze auto", youths=[SELAM], start="2026-03-13T23:40")
    desk.apply(first)
    desk.apply(fatima.correct(first, "grijze auto", youths=[YOUSEF], start="2026-03-12"))
    assert list_observations(desk.connection, SELAM) == ()
    (row,) = list_observations(desk.connection, YOUSEF)
    assert row.when.start == "2026-03-12"


def test_hundreds_of_pieces_of_one_minute_each_have_their_place(desk: Desk) -> None:
    fatima = Scribe()
    many = [fatima.observe(entity(str(each)), str(each), wall_ms=START_MS) for each in range(700)]
    for batch in (many[:300], many[300:]):
        desk.apply(*batch)
    assert len(list_observations(desk.connection, limit=1000)) == 700
    assert len(recorded_since(desk.connection, START_MS, fatima.person, by_others=False, limit=1000)) == 700


def test_absurd_clocks_have_a_place_too(desk: Desk) -> None:
    fatima = Scribe()
    for name, wall_ms in (("before", -(2**62)), ("after", 2**62), ("ok", START_MS)):
        desk.apply(fatima.observe(entity(name), name, wall_ms=wall_ms))
    assert {row.text for row in list_observations(desk.connection)} == {"before", "after", "ok"}
    assert first_number(-(2**62)) == 0 < first_number(START_MS) < first_number(2**62) < 2**62


WEST = "f" * 64


def test_a_correction_by_another_site_stands_beside_our_own_text(desk: Desk) -> None:
    fatima, west = Scribe("Fatima"), Scribe("Joris", site=WEST)
    first = fatima.observe(PIECE, "grijze auto", youths=[SELAM])
    desk.apply(first, west.correct(first, "geen auto", youths=[YOUSEF], start="2020-01-01"))
    piece = read_observation(desk.connection, PIECE)
    assert [(version.text, version.author, version.site) for version in piece.versions] == [
        ("grijze auto", "Fatima", ""),
        ("geen auto", "Joris", WEST),
    ]
    assert (piece.site, piece.conflict, [youth.id for youth in piece.about]) == ("", False, [SELAM])
    (row,) = list_observations(desk.connection, SELAM)
    assert (row.text, row.author, row.corrected, row.when.start) == ("grijze auto", "Fatima", False, "2026-03-13T23:40")
    assert list_observations(desk.connection, YOUSEF) == ()


def test_our_correction_of_a_piece_of_another_site_stands_beside_theirs(desk: Desk) -> None:
    fatima, west = Scribe("Fatima"), Scribe("Joris", site=WEST)
    first = west.observe(PIECE, "grijze auto")
    note, withdrawn = fatima.correct(first, "witte auto"), fatima.withdraw(first, "klopt niet")
    desk.apply(first, note, withdrawn)
    piece = read_observation(desk.connection, PIECE)
    assert (piece.site, piece.versions[0].text, piece.withdrawn_why) == (WEST, "grijze auto", "")
    assert [(each.author, each.site, each.why) for each in piece.withdrawn_beside] == [("Fatima", "", "klopt niet")]


def test_a_withdrawal_by_another_site_does_not_withdraw_our_piece(desk: Desk) -> None:
    first = Scribe().observe(PIECE, "grijze auto", youths=[SELAM])
    desk.apply(first, Scribe("Joris", site=WEST).withdraw(first, "weg ermee"))
    piece = read_observation(desk.connection, PIECE)
    assert (piece.withdrawn_why, piece.withdrawn_by) == ("", "")
    assert [(each.author, each.site, each.why) for each in piece.withdrawn_beside] == [("Joris", WEST, "weg ermee")]
    assert not list_observations(desk.connection)[0].withdrawn


def test_a_site_that_takes_the_id_of_our_piece_does_not_take_its_place(desk: Desk) -> None:
    fatima, west = Scribe("Fatima"), Scribe("Joris", site=WEST)
    theirs = west.observe(PIECE, "iets anders")
    first = fatima.write("observation", PIECE, theirs.body.replace(b"iets anders", b"grijze auto"), base=[theirs])
    desk.apply(theirs, first)
    desk.apply(west.correct(first, "nog iets anders"))
    piece = read_observation(desk.connection, PIECE)
    assert (piece.site, piece.versions[0].text) == ("", "grijze auto")


def test_a_resolution_by_another_site_does_not_choose_our_text(desk: Desk) -> None:
    fatima, west = Scribe("Fatima"), Scribe("Joris", site=WEST)
    first = fatima.observe(PIECE, "grijze auto")
    theirs = west.correct(first, "geen auto")
    desk.apply(first, theirs, west.resolve(PIECE, "observation", [first, theirs], theirs.entry))
    assert texts(desk)[0] == "grijze auto"


def test_our_own_resolution_may_let_the_words_of_another_site_count(desk: Desk) -> None:
    fatima, west = Scribe("Fatima"), Scribe("Joris", site=WEST)
    first = fatima.observe(PIECE, "grijze auto")
    ours, theirs = fatima.correct(first, "witte auto"), west.correct(first, "zwarte auto")
    desk.apply(first, ours, theirs)
    assert is_conflict(desk)
    assert texts(desk)[0] == "witte auto"
    desk.apply(fatima.resolve(PIECE, "observation", [ours, theirs], theirs.entry))
    assert not is_conflict(desk)
    assert texts(desk)[0] == "zwarte auto"


def test_of_corrections_from_elsewhere_without_their_piece_all_count(desk: Desk) -> None:
    fatima, west = Scribe("Fatima"), Scribe("Joris", site=WEST)
    first = west.observe(PIECE, "grijze auto")
    second = west.correct(first, "witte auto")
    desk.apply(second)
    assert (texts(desk), read_observation(desk.connection, PIECE).site) == (["witte auto"], WEST)
    desk.apply(fatima.correct(second, "zwarte auto"))
    assert texts(desk)[0] == "zwarte auto"
    desk.apply(first)
    assert texts(desk)[0] == "witte auto"
