"""Verifying a closed vault, and looking at bundles from outside."""

from pathlib import Path

import pytest

from baken.errors import UserError
from baken.model.clock import FixedClock
from baken.work import agefile, inspecting
from baken.work.exporting import Chosen
from baken.work.opening import make_vault, verify_whole
from baken.work.paths import Paths
from baken.work.sites import CARD_MAX_BYTES
from baken.work.smallfile import read_small
from baken.work.workspace import Workspace

from .conftest import KDF, OpenSite
from .steps import piece, trust


@pytest.fixture
def closed(tmp_path: Path, clock: FixedClock) -> Paths:
    folder = tmp_path / "vault"
    make_vault(folder, site_name="Locatie Oost", user_name="Anouk", passphrase="lang genoeg", clock=clock, kdf=KDF)
    return Paths(config=tmp_path / "c", state=tmp_path / "s", vault=folder)


def test_a_sound_vault_has_no_findings(closed: Paths, clock: FixedClock) -> None:
    checked = verify_whole(closed, "anouk", "lang genoeg", clock)
    assert checked.findings == ()
    assert checked.entries > 0


def test_guessing_by_verifying_is_slowed_down_too(closed: Paths, clock: FixedClock) -> None:
    codes = []
    for _ in range(6):
        with pytest.raises(UserError) as refused:
            verify_whole(closed, "anouk", "fout", clock)
        codes.append(refused.value.code)
    assert codes[0] == "wrong-name-or-passphrase"
    assert codes[-1] == "wait"


def test_a_bundle_of_an_unknown_site_tells_who_it_claims_to_be(open_site: OpenSite, tmp_path: Path) -> None:
    east, west = open_site("Locatie Oost"), open_site("Locatie West")
    trust(east, west)
    export(east, tmp_path / "b.age")
    info = west.inspect_bundle(tmp_path / "b.age")
    assert (info.opened, info.verified, info.trusted, info.site_name) == (True, False, False, "")
    assert info.site == east.user.site
    assert info.kinds == {}


def export(workspace: Workspace, path: Path) -> None:
    chosen = Chosen(observations=(piece(workspace, "Wit busje"),))
    plan = workspace.prepare_bundle("Locatie West", chosen, basis=None)
    workspace.mark_exported(plan, workspace.seal_bundle(plan, path))


def test_what_is_no_age_file_is_no_bundle(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"%PDF-1.7")
    with pytest.raises(UserError, match="not-a-bundle"):
        inspecting.outside(tmp_path / "x")
    with pytest.raises(UserError, match="file-missing"):
        inspecting.outside(tmp_path / "weg")


@pytest.mark.parametrize("rubbish", [b"%PDF-1.7 and more", b"\x01\xff\xff\xff\xff", b"\xfe" * 40])
def test_rubbish_sealed_for_this_site_is_no_bundle_of_a_newer_baken(
    workspace: Workspace, tmp_path: Path, rubbish: bytes
) -> None:
    (tmp_path / "x").write_bytes(rubbish)
    agefile.seal(tmp_path / "x", (workspace.vault.card.desk_recipient,), tmp_path / "x.age")
    for taking in (workspace.import_bundle, workspace.try_import, workspace.inspect_bundle):
        with pytest.raises(UserError, match="malformed"):
            taking(tmp_path / "x.age")


def test_a_file_too_large_to_be_a_card_is_said_as_that(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(bytes(CARD_MAX_BYTES + 1))
    with pytest.raises(UserError, match="small-file-too-large"):
        read_small(tmp_path / "x")


def test_an_identity_file_without_a_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="key-text-invalid"):
        agefile.read_identities("# niets\n\n")
    with pytest.raises(UserError, match="file-missing"):
        agefile.seal(tmp_path / "weg", ("age1x",), tmp_path / "uit")
