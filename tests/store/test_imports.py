import secrets
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken import crypto
from baken.errors import BugError, UserError
from baken.store.imports import SLICE
from baken.store.vault import OpenVault
from baken.store.verify import verify_vault
from baken.wire.entry import SealedPart, decode_header, make_entry
from baken.wire.records import Audience, BundleEntry

from .vaults import NOW_MS, Made, piece, texts

BUNDLE = "b" * 32


def sent(vault: OpenVault, *words: str) -> list[BundleEntry]:
    written = vault.append([piece(word) for word in words])
    return vault.journal.bundle_entries([entry.entry for entry in written])


def take(
    vault: OpenVault, entries: list[BundleEntry], *, bundle: str = BUNDLE, site: str = "f" * 64
) -> tuple[int, int]:
    taking = vault.begin_import(bundle=bundle, site="f" * 64)
    for _ in taking.insert(entries):
        pass
    with vault.transaction():
        counted = taking.close(now_ms=NOW_MS)
    vault.catch_up()
    return counted.new, counted.known


def test_what_came_in_is_shown_with_its_author_and_site(made: Made, foreign: Made) -> None:
    here, there = made.open(), foreign.open()
    assert take(here, sent(there, "eerste", "tweede")) == (2, 0)
    entries, _ = here.journal.decoded(0, 1000)
    assert {(entry.author, entry.site) for entry in entries} == {("Anouk", there.card.site)}
    assert texts(here) == {"eerste", "tweede"}
    assert sum("tweede" in row for row in here.view.dump()) > 0
    here.close()
    there.close()


def test_import_twice_changes_nothing(made: Made, foreign: Made) -> None:
    here, there = made.open(), foreign.open()
    bundle = sent(there, "eerste", "tweede")
    take(here, bundle)
    dump, arrivals = here.view.dump(), here.journal.last_arrival()
    imported = here.exchange.imported(BUNDLE)
    assert imported is not None
    assert (imported.new, imported.known, imported.received_ms) == (2, 0, NOW_MS)
    assert take(here, bundle, bundle="c" * 32) == (0, 2)
    assert (here.view.dump(), here.journal.last_arrival()) == (dump, arrivals)
    assert [row.bundle for row in here.exchange.incoming()] == [BUNDLE, "c" * 32]
    here.close()
    there.close()


def test_an_entry_that_a_bundle_holds_twice_comes_in_once(made: Made, foreign: Made) -> None:
    here, there = made.open(), foreign.open()
    assert take(here, sent(there, "eerste") * 3) == (1, 2)
    here.close()
    there.close()


def test_every_user_of_the_team_reads_what_came_in(made: Made, foreign: Made) -> None:
    from baken.store.slots import unlock
    from baken.store.vault import open_vault

    from .vaults import PASSPHRASE, add_user

    here, there = made.open(), foreign.open()
    take(here, sent(there, "eerste"))
    add_user(here, "Fatima", "mentor")
    here.close()
    colleague = open_vault(made.folder, unlock(made.folder, "Fatima", PASSPHRASE, made.clock), made.clock)
    assert texts(colleague) == {"eerste"}
    colleague.close()
    there.close()


def test_nothing_counts_before_the_closing_row(made: Made, foreign: Made) -> None:
    here, there = made.open(), foreign.open()
    taking = here.begin_import(bundle=BUNDLE, site=there.card.site)
    done = list(taking.insert(sent(there, *(f"stuk {number}" for number in range(SLICE + 10)))))
    assert done == [SLICE, SLICE + 10]
    here.catch_up()
    assert texts(here) == set()
    assert here.exchange.imported(BUNDLE) is None
    here.append([piece("tussendoor bewaard")])
    assert texts(here) == {"tussendoor bewaard"}
    with here.transaction():
        taking.close(now_ms=NOW_MS, conflicts=3)
        here.append([piece("bij het sluiten")])
    here.catch_up()
    assert len(texts(here)) == SLICE + 12
    assert here.exchange.incoming()[0].conflicts == 3
    dump = here.view.dump()
    here.rebuild()
    assert here.view.dump() == dump
    here.close()
    there.close()


def test_an_import_that_was_left_is_gone_at_the_next_opening(made: Made, foreign: Made) -> None:
    here, there = made.open(), foreign.open()
    bundle = sent(there, *(f"stuk {number}" for number in range(SLICE + 10)))
    for _ in here.begin_import(bundle=BUNDLE, site=there.card.site).insert(bundle):
        pass
    here.close()
    here = made.open()
    assert here.connection.execute("SELECT count(*) FROM entry WHERE import IS NOT NULL").fetchone() == (0,)
    assert here.connection.execute("SELECT count(*) FROM import").fetchone() == (0,)
    assert take(here, bundle) == (SLICE + 10, 0)
    here.close()
    there.close()
    assert verify_vault(made.folder, made.keys).findings == ()


def test_a_discarded_import_leaves_nothing(made: Made, foreign: Made) -> None:
    here, there = made.open(), foreign.open()
    dump = here.view.dump()
    taking = here.begin_import(bundle=BUNDLE, site=there.card.site)
    next(taking.insert(sent(there, "eerste")))
    taking.discard()
    here.catch_up()
    assert here.view.dump() == dump
    with pytest.raises(BugError), here.transaction():
        taking.close(now_ms=NOW_MS)
    here.close()
    there.close()


def test_a_new_import_takes_the_place_of_one_that_was_never_closed(made: Made, foreign: Made) -> None:
    here, there = made.open(), foreign.open()
    bundle = sent(there, "eerste")
    next(here.begin_import(bundle=BUNDLE, site=there.card.site).insert(bundle))
    assert take(here, bundle) == (1, 0)
    here.close()
    there.close()


def test_two_entries_of_one_writer_with_one_sequence_are_both_kept_and_named(made: Made, foreign: Made) -> None:
    here, there = made.open(), foreign.open()
    first = sent(there, "eerste")[0]
    key = crypto.random_bytes(32)
    part = SealedPart(kind="observation", version=1, body=msgspec.Raw(b"{}"))
    sequence = decode_header(first.entry.header_bytes).sequence
    fork = make_entry(
        foreign.keys.secrets.signing_seed,
        key,
        part,
        writer=there.author.writer,
        sequence=sequence,
        previous=bytes(31) + b"\1",
        logical=sequence,
        wall_ms=NOW_MS,
    )
    forked = BundleEntry(entry=fork, certificate=first.certificate, content_key=key, audience=Audience.TEAM)
    taking = here.begin_import(bundle=BUNDLE, site=there.card.site)
    list(taking.insert([first, forked]))
    with here.transaction():
        counted = taking.close(now_ms=NOW_MS)
    assert counted.new == 2
    assert counted.forks == ((there.author.writer.hex(), sequence),)
    here.close()
    there.close()
    assert {finding.kind for finding in verify_vault(made.folder, made.keys).findings} >= {"chain-fork"}


def test_a_site_that_claims_the_end_of_time_does_not_use_up_our_clock(made: Made, foreign: Made) -> None:
    here, there = made.open(), foreign.open()
    honest = sent(there, "eerste")[0]
    key = crypto.random_bytes(32)
    absurd = make_entry(
        foreign.keys.secrets.signing_seed,
        key,
        SealedPart(kind="observation", version=1, body=msgspec.Raw(b"{}")),
        writer=secrets.token_bytes(16),
        sequence=2**64 - 1,
        previous=bytes(31) + b"\1",
        logical=2**64 - 1,
        wall_ms=-(2**63),
    )
    bundle = BundleEntry(entry=absurd, certificate=honest.certificate, content_key=key, audience=Audience.TEAM)
    assert take(here, [bundle]) == (1, 0)
    written = here.append([piece("gewoon verder")])[0]
    assert written.logical < 100
    found, _ = here.journal.decoded(0, 1000)
    assert [entry.clock_doubtful for entry in found if entry.site] == [True]
    here.close()
    there.close()


def test_a_bundle_gives_what_was_written_and_refuses_what_is_not_here(made: Made) -> None:
    vault = made.open()
    written = vault.append([piece("eerste"), piece("tweede")])
    found = vault.journal.bundle_entries([written[1].entry, written[0].entry, written[0].entry])
    assert [entry.entry.id.hex() for entry in found] == [entry.entry for entry in written]
    with pytest.raises(UserError, match="not-found"):
        vault.journal.bundle_entries(["0" * 64])
    vault.close()


def test_what_this_user_cannot_read_cannot_be_sent(made: Made) -> None:
    from baken.store.slots import unlock
    from baken.store.vault import open_vault

    from .vaults import PASSPHRASE, add_user

    vault = made.open()
    written = vault.append([piece("geheim")])[0]
    add_user(vault, "Invaller", "shift")
    vault.close()
    shift = open_vault(made.folder, unlock(made.folder, "Invaller", PASSPHRASE, made.clock), made.clock)
    with pytest.raises(UserError, match="not-found"):
        shift.journal.bundle_entries([written.entry])
    shift.close()


@settings(max_examples=10)
@given(st.data())
def test_any_cutting_and_order_of_bundles_gives_the_same_view(
    template: Made, foreign_template: Made, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("order")
    there = foreign_template.copy(folder / "there").open()
    bundle = sent(there, *(f"stuk {number}" for number in range(12)))
    there.close()
    dumps = []
    for name in ("one", "other"):
        here = template.copy(folder / name).open()
        rest = list(data.draw(st.permutations(bundle)))
        while rest:
            count = data.draw(st.integers(1, len(rest)))
            repeated = data.draw(st.lists(st.sampled_from(bundle), max_size=3))
            take(here, rest[:count] + repeated, bundle=secrets.token_hex(16))
            rest = rest[count:]
        dumps.append([row for row in here.view.dump() if "stuk" in row])
        here.close()
    assert dumps[0] == dumps[1]
    assert dumps[0]


def test_entries_that_claim_other_bytes_are_never_mixed_up(made: Made, foreign: Made) -> None:
    here, there = made.open(), foreign.open()
    first = sent(there, "eerste")[0]
    wrong_key = replace(first, content_key=crypto.random_bytes(32))
    take(here, [wrong_key])
    assert texts(here) == set()
    assert here.journal.unreadable == {first.entry.id.hex()}
    here.close()
    there.close()
