"""What is written at the lock screen waits sealed, comes in once at the next unlock, and is confirmed by its writer."""

import os
from pathlib import Path

import pytest

from baken.errors import UserError
from baken.model import commands
from baken.model.clock import SystemClock
from baken.model.records import When
from baken.store import inbox
from baken.store.epochs import PUBLIC_NAME, read_notice
from baken.wire.age import new_identity
from baken.wire.capture import LockedCapture, seal_capture
from baken.work.locked_capture import FINDING, can_capture, capture, take_in
from baken.work.workspace import Workspace

from .conftest import OpenSite
from .steps import YESTERDAY

CLOCK = SystemClock()


def write(workspace: Workspace, text: str = "Grijze auto bij het hek", initials: str = "FB") -> None:
    capture(workspace.vault.folder, initials=initials, text=text, when=YESTERDAY, clock=workspace.clock)


def files(workspace: Workspace) -> list[Path]:
    return sorted((workspace.vault.folder / inbox.FOLDER).iterdir())


def note(workspace: Workspace, **changed: object) -> bytes:
    """A file as it would be sealed here, with something else in it."""
    found = read_notice(workspace.vault.folder)
    assert found is not None
    fields: dict[str, object] = {
        "site": workspace.vault.card.site,
        "id": "ab" * 16,
        "recorded_ms": workspace.clock.now_ms(),
        "initials": "FB",
        "text": "Grijze auto",
        "start": YESTERDAY.start,
        "precision": "minute",
        "typed": "",
    }
    recipient = changed.pop("recipient", found.team_recipient)
    return seal_capture(LockedCapture(**{**fields, **changed}), str(recipient))


def test_a_note_waits_sealed_and_comes_in_at_the_next_unlock_under_who_unlocked(open_site: OpenSite) -> None:
    site = open_site("Locatie Oost")
    assert can_capture(site.vault.folder)
    write(site)
    (file,) = files(site)
    assert b"Grijze auto" not in file.read_bytes()
    assert take_in(site.vault) == 1
    assert files(site) == []
    (row,) = site.observations()
    assert (row.text, row.captured, row.confirmed_by, row.author) == (
        "Grijze auto bij het hek",
        "FB",
        "",
        site.user.name,
    )
    assert row.when == YESTERDAY
    assert FINDING not in site.vault.findings


def test_every_file_has_the_same_size_and_two_notes_of_the_same_words_are_two_pieces(open_site: OpenSite) -> None:
    site = open_site("Locatie Oost")
    write(site, "x")
    write(site, "x")
    write(site, "é" * 8000)
    assert len({file.stat().st_size for file in files(site)}) == 1
    assert take_in(site.vault) == 3


def test_a_file_that_stayed_after_the_commit_comes_in_once(open_site: OpenSite) -> None:
    site = open_site("Locatie Oost")
    write(site)
    (file,) = files(site)
    data = file.read_bytes()
    assert take_in(site.vault) == 1
    file.write_bytes(data)  # as after a kill between commit and delete
    assert take_in(site.vault) == 0
    assert files(site) == []
    assert len(site.observations()) == 1


def test_who_wrote_it_confirms_it_once_with_an_entry_of_their_own(open_site: OpenSite) -> None:
    site = open_site("Locatie Oost")
    write(site)
    take_in(site.vault)
    (row,) = site.observations()
    site.execute(commands.ConfirmObservation(entity=row.id))
    assert site.observation(row.id).confirmed_by == site.user.name
    assert site.observations()[0].confirmed_by == site.user.name
    with pytest.raises(UserError, match="nothing-changed"):
        site.execute(commands.ConfirmObservation(entity=row.id))
    site.vault.rebuild()
    assert site.observation(row.id).captured == "FB"
    assert site.observation(row.id).confirmed_by == site.user.name


def test_hostile_files_are_left_where_they_are_and_named_and_the_good_one_comes_in(
    open_site: OpenSite, tmp_path: Path
) -> None:
    site = open_site("Locatie Oost")
    folder = site.vault.folder / inbox.FOLDER
    write(site)
    _, other = new_identity()
    hostile = {
        "0" * 32 + ".age": b"garbage",
        "1" * 32 + ".age": b"x" * (1 << 20),
        "2" * 32 + ".age": note(site, site="cd" * 32),
        "3" * 32 + ".age": note(site, recipient=other),
        "4" * 32 + ".age": note(site, precision="soon"),
        "6" * 32 + ".age": note(site, start="not a moment"),
        "notes.txt": b"not ours",
    }
    for name, data in hostile.items():
        (folder / name).write_bytes(data)
    (tmp_path / "elsewhere").write_bytes(note(site))
    (folder / ("7" * 32 + ".age")).symlink_to(tmp_path / "elsewhere")
    os.mkfifo(folder / ("8" * 32 + ".age"))
    assert take_in(site.vault) == 1
    assert [row.text for row in site.observations()] == ["Grijze auto bij het hek"]
    assert {name: (folder / name).read_bytes() for name in hostile} == hostile
    assert FINDING in site.vault.findings


def test_a_clock_that_no_calendar_has_keeps_no_words_out(open_site: OpenSite) -> None:
    site = open_site("Locatie Oost")
    (site.vault.folder / inbox.FOLDER / ("5" * 32 + ".age")).write_bytes(note(site, recorded_ms=2**53 - 1))
    assert take_in(site.vault) == 1


def test_nothing_is_written_without_a_notice_that_the_site_signed(open_site: OpenSite) -> None:
    site = open_site("Locatie Oost")
    public = site.vault.folder / PUBLIC_NAME
    whole = public.read_bytes()
    for data in (site.vault.card_document, b"", bytes([*whole[:-1], whole[-1] ^ 1])):
        public.write_bytes(data)
        assert not can_capture(site.vault.folder)
        with pytest.raises(UserError, match="no-notice"):
            write(site)
    assert files(site) == []


@pytest.mark.parametrize(
    ("initials", "text", "when", "code"),
    [
        (" \n", "Auto", YESTERDAY, "initials-missing"),
        ("FB", " ", YESTERDAY, "text-missing"),
        ("FB", "x" * 8001, YESTERDAY, "malformed"),
    ],
)
def test_what_cannot_be_a_note_is_refused_before_anything_is_written(
    open_site: OpenSite, initials: str, text: str, when: When, code: str
) -> None:
    site = open_site("Locatie Oost")
    with pytest.raises(UserError, match=code):
        capture(site.vault.folder, initials=initials, text=text, when=when, clock=site.clock)
    assert files(site) == []
