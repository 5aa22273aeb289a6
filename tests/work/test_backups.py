"""When backups are made by themselves, where they go, and that none of it keeps anybody from working."""

import shutil
from pathlib import Path

import pytest

from baken.errors import Cancelled, UserError
from baken.model.clock import FixedClock
from baken.store.backup import Backup, backups_in
from baken.work.backups import BEFORE_IMPORT_MS, FAILED, HOUR_MS, restore_vault, run
from baken.work.people import derive_slot
from baken.work.workspace import Workspace

from .conftest import OpenSite
from .steps import piece


def silent(_done: int, _total: int) -> None:
    pass


def own(workspace: Workspace) -> list[Backup]:
    return backups_in(workspace.vault.folder / "backups")


def later(clock: FixedClock, ms: int) -> None:
    clock.set(clock.now_ms() + ms)


def test_one_is_made_an_hour_while_something_changes(workspace: Workspace, clock: FixedClock) -> None:
    backups = workspace.backups
    assert backups.state().last == ""
    run(backups.automatic(), silent)
    assert len(own(workspace)) == 1
    piece(workspace, "nieuw")
    later(clock, HOUR_MS - 1)
    run(backups.automatic(), silent)
    assert len(own(workspace)) == 1
    later(clock, 1)
    run(backups.automatic(), silent)
    assert len(own(workspace)) == 2
    later(clock, 10 * HOUR_MS)
    run(backups.automatic(), silent)  # nothing changed
    assert len(own(workspace)) == 2
    assert backups.state().last == "2026-03-14T10:30"
    assert backups.state().trouble == ""


def test_a_clock_put_back_does_not_keep_the_next_one_from_being_made(workspace: Workspace, clock: FixedClock) -> None:
    run(workspace.backups.automatic(), silent)
    piece(workspace, "nieuw")
    later(clock, -30 * HOUR_MS)
    run(workspace.backups.automatic(), silent)
    assert len(own(workspace)) == 2


def test_an_import_is_preceded_by_one_unless_one_serves(workspace: Workspace, clock: FixedClock) -> None:
    run(workspace.backups.before_import(), silent)
    piece(workspace, "nieuw")
    later(clock, BEFORE_IMPORT_MS - 1)
    run(workspace.backups.before_import(), silent)
    assert len(own(workspace)) == 1
    later(clock, 1)
    run(workspace.backups.before_import(), silent)
    assert len(own(workspace)) == 2
    later(clock, HOUR_MS)
    run(workspace.backups.before_import(), silent)
    assert len(own(workspace)) == 2


def test_an_exchange_by_stick_is_preceded_by_one(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    workspace.sync_stick(tmp_path / "stick")
    assert len(own(workspace)) == 1


def test_one_that_fails_is_said_and_stops_nothing(workspace: Workspace) -> None:
    (workspace.vault.folder / "backups").write_bytes(b"in de weg")
    run(workspace.backups.automatic(), silent)
    assert workspace.backups.state().trouble == "folder-gone"
    assert workspace.vault.findings == (FAILED,)
    piece(workspace, "gewoon bewaard")
    (workspace.vault.folder / "backups").unlink()
    run(workspace.backups.automatic(), silent)
    assert (workspace.backups.state().trouble, workspace.vault.findings) == ("", ())


def test_a_newest_one_that_is_damaged_does_not_count(workspace: Workspace) -> None:
    run(workspace.backups.automatic(), silent)
    (own(workspace)[0].folder / "keys.bak").write_bytes(b"")
    run(workspace.backups.automatic(), silent)
    assert len(own(workspace)) == 2


def test_a_second_one_begun_meanwhile_leaves_it_to_the_first(workspace: Workspace) -> None:
    first = workspace.backups.automatic()
    next(first)
    run(workspace.backups.before_import(), silent)
    assert own(workspace) == []
    run(first, silent)
    assert len(own(workspace)) == 1


def test_a_cancelled_one_leaves_nothing_and_the_next_is_made(workspace: Workspace) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        run(workspace.backups.automatic(), stop)
    assert own(workspace) == []
    run(workspace.backups.automatic(), silent)
    assert len(own(workspace)) == 1


def test_the_newest_is_copied_to_the_chosen_folder_when_that_is_there(
    workspace: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    backups, stick = workspace.backups, tmp_path / "stick"
    with pytest.raises(UserError, match="folder-gone"):
        backups.choose(stick)
    stick.mkdir()
    backups.copy_to_chosen(silent)
    assert backups.chosen() is None
    backups.choose(stick)
    backups.copy_to_chosen(silent)
    assert list(stick.iterdir()) == []
    run(backups.automatic(), silent)
    backups.copy_to_chosen(silent)
    backups.copy_to_chosen(silent)
    (place,) = stick.iterdir()
    assert [each.folder.name for each in backups_in(place)] == [each.folder.name for each in own(workspace)]
    assert backups.state().chosen_last == backups.state().last
    assert backups.state().out_of_reach == ()
    away = tmp_path / "weg"
    stick.rename(away)
    piece(workspace, "nieuw")
    later(clock, HOUR_MS)
    run(backups.automatic(), silent)
    backups.copy_to_chosen(silent)
    assert backups.state().trouble == ""
    assert [row.folder for row in backups.state().out_of_reach] == [str(place / own(workspace)[1].folder.name)]
    backups.choose(None)
    assert (backups.chosen(), backups.state().chosen_last) == (None, "")


def test_a_chosen_folder_is_thinned_and_what_went_is_forgotten(
    workspace: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    backups, stick = workspace.backups, tmp_path / "stick"
    stick.mkdir()
    backups.choose(stick)
    for _ in range(2):
        piece(workspace, "nieuw")
        run(backups.automatic(), silent)
        backups.copy_to_chosen(silent)
        later(clock, HOUR_MS)
    (place,) = stick.iterdir()
    first = backups_in(place)[1].folder
    for number in range(30):
        shutil.copytree(first, place / f"20260314-09{number + 29:02}00-{number:08x}")
    piece(workspace, "nieuw")
    run(backups.automatic(), silent)
    backups.copy_to_chosen(silent)
    assert not first.exists()
    stick.rename(tmp_path / "weg")
    assert str(first) not in [row.folder for row in backups.state().out_of_reach]


def test_a_copy_that_fails_is_said(workspace: Workspace, tmp_path: Path) -> None:
    backups, stick = workspace.backups, tmp_path / "stick"
    stick.mkdir()
    backups.choose(stick)
    run(backups.automatic(), silent)
    (own(workspace)[0].folder / "journal.bak").unlink()
    backups.copy_to_chosen(silent)
    assert backups.state().trouble == "folder-gone"


def test_a_damaged_setting_is_none(workspace: Workspace) -> None:
    (workspace.paths.config).mkdir(exist_ok=True)
    (workspace.paths.config / "backup-folder").write_bytes(b"\xff\xfe")
    assert workspace.backups.chosen() is None


def test_by_hand_to_a_folder_and_back(open_site: OpenSite, tmp_path: Path, clock: FixedClock) -> None:
    workspace = open_site("Locatie Oost")
    piece(workspace, "bewaard")
    made = run(workspace.backups.steps(tmp_path / "stick"), silent)
    shutil.rmtree(tmp_path / "stick")
    assert [row.folder for row in workspace.backups.state().out_of_reach] == [str(made.folder)]
    made = run(workspace.backups.steps(tmp_path / "stick"), silent)
    result = restore_vault(
        made.folder,
        tmp_path / "terug",
        user_name="Anouk",
        passphrase="lang genoeg",
        paths=workspace.paths,
        clock=clock,
        progress=silent,
    )
    assert (result.made, result.bundles, result.findings) == ("2026-03-14T09:30", 0, ())


def test_whoever_holds_the_backups_knows_every_copy_also_after_the_vault_got_a_new_key(
    workspace: Workspace, tmp_path: Path
) -> None:
    held = workspace.backups
    run(held.steps(tmp_path / "one"), silent)
    keys = derive_slot(workspace.paths, "Fatima", "ook lang genoeg")
    person = workspace.people.add("Fatima", ("mentor",), keys)
    run(workspace.people.remove(person), silent)
    run(held.steps(tmp_path / "two"), silent)
    for place in ("one", "two"):
        (tmp_path / place).rename(tmp_path / f"{place} away")
    places = sorted(Path(row.folder).parent.name for row in workspace.backups.state().out_of_reach)
    assert places == ["one", "two"]
