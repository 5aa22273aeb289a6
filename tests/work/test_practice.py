"""The practice vault: all cases, signed by those who wrote them, quick to make."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from baken.errors import Cancelled, UserError
from baken.model.clock import FixedClock
from baken.model.commands import RecordObservation
from baken.model.records import Observation
from baken.store.creation import in_new_folder
from baken.work.opening import unlock, verify_whole
from baken.work.paths import Paths
from baken.work.practice import PEOPLE, PUBLISHED, build_practice_vault
from baken.work.workspace import Workspace

from .conftest import KDF


def open_as(folder: Path, name: str, clock: FixedClock) -> Workspace:
    paths = Paths(config=folder / "c", state=folder / "s", vault=folder)
    return Workspace.open(paths, unlock(paths, name, PUBLISHED, clock), clock)


def test_the_practice_vault_holds_all_twelve_cases(tmp_path: Path, clock: FixedClock) -> None:
    made = build_practice_vault(tmp_path / "v", clock, kdf=KDF)
    assert [user.name for user in made.users] == ["Anouk", "Fatima"]
    workspace = open_as(tmp_path / "v", "fatima", clock)
    assert workspace.user.practice
    assert workspace.user.capabilities == {"mentor"}
    assert len(workspace.dossiers()) == 17
    assert len(workspace.observations(limit=1000)) == 192
    authors = {row.author for row in workspace.observations(limit=1000)}
    assert {"Anouk", "Fatima", "Joost", "Naima", "Marieke"} <= authors
    assert len([user for user in workspace.users() if user.name == "Fatima"]) == 1
    workspace.close()
    workspace = open_as(tmp_path / "v", "anouk", clock)
    assert len(workspace.signals()) == 12
    workspace.close()


def cells(workspace: Workspace) -> str:
    """Give everything that stands in any table of the user's view, those of the search index among them."""
    run = workspace.vault.connection.execute
    tables = [name for (name,) in run("SELECT name FROM view.sqlite_schema WHERE type = 'table'").fetchall()]
    rows = (row for table in tables for row in run(f'SELECT * FROM view."{table}"').fetchall())
    return "\n".join(
        cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell) for row in rows for cell in row
    )


def test_a_mentor_of_a_practice_vault_has_nothing_of_signals_in_any_page(tmp_path: Path, clock: FixedClock) -> None:
    build_practice_vault(tmp_path / "v", clock, kdf=KDF)
    lead = open_as(tmp_path / "v", "Anouk", clock)
    piece = Observation(text="kanariegeheim bij het hek", when=lead.observations()[0].when)
    lead.execute(RecordObservation(observation=piece, restricted=True))
    signals = [lead.signal(row.id) for row in lead.signals()]
    told = [row for signal in signals for row in signal.disclosures]
    secret = {"kanariegeheim", *(signal.facts for signal in signals), *(signal.decision for signal in signals)}
    secret |= {signal.id for signal in signals} | {row.basis_note for row in told}
    secret |= {row.id for row in told if not row.feedback}  # an answer names what it is about, to contributors too
    assert all(text in cells(lead) for text in secret)
    about = signals[0].about[0].id
    lead.close()
    fatima = open_as(tmp_path / "v", "Fatima", clock)
    assert (fatima.signals(), fatima.search("kanariegeheim")) == ([], [])
    assert "signal" not in {hit.what for hit in fatima.search(signals[0].facts.split()[0])}
    dossier = fatima.dossier(about)
    assert (dossier.signals, dossier.disclosures, dossier.reads_signals) == ((), (), False)
    assert not {row.what for row in fatima.today().attention} - {"missing", "conflict"}
    found = cells(fatima)
    assert not {text for text in secret - {""} if text in found}
    fatima.vault.rebuild()
    assert "kanariegeheim" not in cells(fatima)
    fatima.close()


def test_the_lead_of_a_practice_vault_has_all_that_is_needed_to_exchange(tmp_path: Path, clock: FixedClock) -> None:
    build_practice_vault(tmp_path / "v", clock, site="Locatie West", kdf=KDF)
    workspace = open_as(tmp_path / "v", "NAIMA", clock)
    assert {"admin", "safeguarding_lead"} <= workspace.user.capabilities
    assert 0 < len(workspace.signals()) < 12
    workspace.close()


def test_the_last_piece_of_a_practice_vault_lies_in_the_days_before(tmp_path: Path, clock: FixedClock) -> None:
    build_practice_vault(tmp_path / "v", clock, kdf=KDF)
    workspace = open_as(tmp_path / "v", "anouk", clock)
    assert workspace.observations()[0].when.start.startswith("2026-03-11")
    workspace.close()


def test_progress_runs_to_the_end(tmp_path: Path, clock: FixedClock) -> None:
    seen: list[tuple[int, int]] = []
    build_practice_vault(tmp_path / "v", clock, kdf=KDF, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1][0] == seen[-1][1]


def test_an_unknown_site_makes_nothing(tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(UserError, match="practice-site-unknown"):
        build_practice_vault(tmp_path / "v", clock, site="Locatie Zuid", kdf=KDF)
    assert list(tmp_path.glob("v*")) == []


def test_a_build_that_stops_half_way_leaves_nothing(tmp_path: Path, clock: FixedClock) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        build_practice_vault(tmp_path / "v", clock, kdf=KDF, progress=stop)
    assert not [path for path in tmp_path.iterdir() if "v" in path.name]


def test_a_build_that_is_killed_half_way_leaves_no_vault_and_the_next_one_cleans_up(
    tmp_path: Path, clock: FixedClock
) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path; from baken.model.clock import FixedClock;"
        "from baken.store.kdf import KdfParameters; from baken.work.practice import build_practice_vault;"
        "build_practice_vault(Path(sys.argv[1]), FixedClock(1_790_000_000_000),"
        " kdf=KdfParameters(memory_kib=65536, iterations=1),"
        " progress=lambda done, total: os.kill(os.getpid(), signal.SIGKILL))"
    )
    folder = tmp_path / "parent" / "v"
    ended = subprocess.run([sys.executable, "-c", program, str(folder)], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert not folder.exists()
    assert len(list(folder.parent.iterdir())) == 1
    build_practice_vault(folder, clock, kdf=KDF)
    assert list(folder.parent.iterdir()) == [folder]
    assert not (folder / "building").exists()
    open_as(folder, "anouk", clock).close()


def test_another_build_under_way_beside_it_is_left_alone(tmp_path: Path, clock: FixedClock) -> None:
    folder = tmp_path / "parent" / "v"

    def look(_done: int, _total: int) -> None:
        with pytest.raises(Cancelled):
            in_new_folder(folder, stop)

    def stop(building: Path) -> None:
        assert len(list(building.parent.iterdir())) == 2
        raise Cancelled

    build_practice_vault(folder, clock, kdf=KDF, progress=look)
    assert list(folder.parent.iterdir()) == [folder]


def test_the_head_of_a_practice_vault_has_its_copy_on_this_machine(tmp_path: Path, clock: FixedClock) -> None:
    build_practice_vault(tmp_path / "v", clock, kdf=KDF, state_folder=tmp_path / "s")
    paths = Paths(config=tmp_path / "c", state=tmp_path / "s", vault=tmp_path / "v")
    assert verify_whole(paths, "anouk", PUBLISHED, clock).findings == ()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "v").mkdir()
    (tmp_path / "v" / "keep").write_text("x")
    with pytest.raises(UserError, match="folder-not-empty"):
        build_practice_vault(tmp_path / "v", clock, kdf=KDF)
    assert (tmp_path / "v" / "keep").read_text() == "x"


def test_every_site_with_people_is_a_site_of_the_cases() -> None:
    assert set(PEOPLE) == {"Locatie Oost", "Locatie West", "Locatie Noord"}
