"""What a trusted site may not do to another, however well it signs: each of these once worked."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from baken import crypto
from baken.errors import UserError
from baken.model import commands
from baken.model.codes import Basis
from baken.model.records import Dossier, ImportRecord, Observation, SiteTrust
from baken.store.journal import NewEntry
from baken.store.queries_records import heads_of
from baken.wire.entry import SealedPart, decode_header, make_entry
from baken.wire.records import Audience, BundleEntry
from baken.work.exporting import Chosen, seal
from baken.work.ids import new_id
from baken.work.outfile import reveal
from baken.work.workspace import Workspace

from .conftest import OpenSite
from .steps import YESTERDAY, piece, trust, youth

HIS_ID = "ab" * 16


@pytest.fixture
def evil(open_site: OpenSite, east: Workspace) -> Workspace:
    """A site that east trusts, and that does not deserve it."""
    evil = open_site("Huis Kwaad")
    trust(east, evil)
    trust(evil, east)
    return evil


def written(site: Workspace, *entries: NewEntry) -> list[BundleEntry]:
    """Entries as this site's own programme would sign them."""
    return site.vault.journal.bundle_entries([entry.entry for entry in site.vault.append(entries)])


def crafted(site: Workspace, part: SealedPart, *, writer: bytes, sequence: int) -> BundleEntry:
    """An entry that no programme of ours would write: under any writer, at any place in a chain."""
    content_key = crypto.random_bytes(32)
    entry = make_entry(
        site.vault.author.seed,
        content_key,
        part,
        writer=writer,
        sequence=sequence,
        previous=crypto.random_bytes(32),
        logical=9,
        wall_ms=1_773_000_000_000,
    )
    own = written(site, NewEntry(kind="dossier", youths=(HIS_ID,), entity=HIS_ID, body=Dossier(alias="x")))
    return BundleEntry(entry=entry, certificate=own[0].certificate, content_key=content_key, audience=Audience.TEAM)


def send(site: Workspace, to: Workspace, entries: Sequence[BundleEntry], path: Path, bundle: str = "") -> Path:
    """Seal any entries for another site, under any bundle id."""
    about = piece(site, "een gewoon stukje")
    plan = site.prepare_bundle(to.user.site, Chosen(observations=(about,)), basis=Basis.VITAL_INTEREST)
    part = plan.parts[0]
    manifest = msgspec.structs.replace(
        part.manifest,
        entries=len(entries),
        bundle=bundle or part.manifest.bundle,
        series=bundle or part.manifest.series,
    )
    reveal(seal(msgspec.structs.replace(part, manifest=manifest, entries=tuple(entries)), path))
    return path


def refused(site: Workspace, path: Path) -> str:
    with pytest.raises(UserError) as raised:
        site.import_bundle(path)
    return raised.value.code


def test_nobody_else_says_whom_we_trust(east: Workspace, evil: Workspace, tmp_path: Path) -> None:
    trusted = east.sites()
    body = SiteTrust(site=evil.user.site, card="AAAA", fingerprint="", confirmed_how="telefoon")
    own = written(evil, NewEntry(kind="site-trust", entity=HIS_ID, body=body))
    assert refused(east, send(evil, east, own, tmp_path / "b.age")) == "foreign-not-allowed"
    assert east.sites() == trusted


def test_nobody_else_says_what_came_in_here(east: Workspace, evil: Workspace, tmp_path: Path) -> None:
    body = ImportRecord(bundle=HIS_ID, site=evil.user.site, new=1, known=0, conflicts=0)
    own = written(evil, NewEntry(kind="import", entity=HIS_ID, body=body))
    assert refused(east, send(evil, east, own, tmp_path / "b.age")) == "foreign-not-allowed"


@pytest.mark.parametrize("kind", ["disclosure", "feedback", "writer", "certificate", "key-share", "revocation", "head"])
def test_kinds_of_our_own_business_do_not_come_in(kind: str, east: Workspace, evil: Workspace, tmp_path: Path) -> None:
    own = written(evil, NewEntry(kind=kind, entity=HIS_ID, body=b"{}"))
    assert refused(east, send(evil, east, own, tmp_path / "b.age")) == "foreign-not-allowed"


def test_a_record_about_nothing_does_not_come_in(east: Workspace, evil: Workspace, tmp_path: Path) -> None:
    own = written(evil, NewEntry(kind="dossier", entity="", body=Dossier(alias="niemand")))
    assert refused(east, send(evil, east, own, tmp_path / "b.age")) == "foreign-not-allowed"


@pytest.mark.parametrize("sequence", [500, 2**64 - 1])
def test_nobody_continues_a_chain_of_ours(sequence: int, east: Workspace, evil: Workspace, tmp_path: Path) -> None:
    part = SealedPart(
        kind="observation",
        version=1,
        entity=new_id(),
        body=msgspec.Raw(msgspec.json.encode(Observation(text="vals", when=YESTERDAY))),
    )
    dossier = NewEntry(kind="dossier", youths=(HIS_ID,), entity=HIS_ID, body=Dossier(alias="echt"))
    ours = decode_header(written(east, dossier)[0].entry.header_bytes).writer
    item = crafted(evil, part, writer=ours, sequence=sequence)
    assert refused(east, send(evil, east, [item], tmp_path / "b.age")) == "foreign-not-allowed"
    piece(east, "wij gaan gewoon door")


@pytest.mark.parametrize("value", [b"1e999", b"1" * 400])
def test_a_resolution_whose_value_cannot_be_read_stops_nothing(
    value: bytes, east: Workspace, evil: Workspace, tmp_path: Path
) -> None:
    about = piece(east, "ons stukje")
    body = b'{"field":"observation","heads":["' + b"ab" * 32 + b'"],"value":' + value + b"}"
    own = written(evil, NewEntry(kind="resolution", entity=about, body=body))
    east.import_bundle(send(evil, east, own, tmp_path / "b.age"))
    assert east.observation(about).versions[0].text == "ons stukje"
    piece(east, "en verder")


def test_a_bundle_id_that_another_site_used_first_swallows_nothing(
    east: Workspace, evil: Workspace, open_site: OpenSite, tmp_path: Path
) -> None:
    friend = open_site("Locatie Zuid")
    trust(east, friend)
    trust(friend, east)
    taken = new_id()
    bait = written(evil, NewEntry(kind="dossier", youths=(HIS_ID,), entity=HIS_ID, body=Dossier(alias="lok")))
    east.import_bundle(send(evil, east, bait, tmp_path / "bait.age", bundle=taken))
    about = youth(friend, "Amina")
    seen = Observation(text="zij wordt opgehaald", when=YESTERDAY)
    real = written(friend, NewEntry(kind="observation", youths=(about,), entity=new_id(), body=seen))
    result = east.import_bundle(send(friend, east, real, tmp_path / "real.age", bundle=taken))
    assert (result.new, result.known) == (1, 0)
    assert [hit.title for hit in east.search("opgehaald")] == ["zij wordt opgehaald"]
    again = east.import_bundle(tmp_path / "real.age")
    assert (again.new, again.known) == (0, 1)
    assert len(east.exchange().incoming) == 2


@pytest.mark.parametrize("base", ["none", "invented", "seen"])
def test_another_site_changes_a_youth_of_ours_beside_our_words(
    base: str, east: Workspace, evil: Workspace, tmp_path: Path
) -> None:
    about = youth(east, "Selam", "Selam T.")
    entry = heads_of(east.vault.connection, about)
    bases = {"none": (), "invented": ("bb" * 32,), "seen": entry}[base]
    body = b'{"alias":"Kees","born":"99999999999999999999"}'
    own = written(evil, NewEntry(kind="dossier", youths=(about,), entity=about, base=bases, body=body))
    east.import_bundle(send(evil, east, own, tmp_path / "b.age"))
    row = next(row for row in east.dossiers() if row.youth.id == about)
    assert (row.youth.alias, row.youth.name) == ("Selam", "Selam T.")
    conflict = next(each for each in east.dossier(about).conflicts if each.field == "alias")
    assert {value.value_json for value in conflict.values} == {b'"Selam"', b'"Kees"'}
    assert len({value.site for value in conflict.values} - {""}) == 1
    heads = tuple(value.entry for value in conflict.values)
    east.execute(commands.ResolveConflict(entity=about, field="alias", heads=heads, value_json=b'"Selam"'))
    assert all(each.field != "alias" for each in east.dossier(about).conflicts)
