"""Attachments go with their pieces to another site, whole or not at all."""

from pathlib import Path

import msgspec
import pytest

from baken.errors import UserError
from baken.model.codes import Basis
from baken.model.commands import CorrectObservation, RecordObservation
from baken.model.ids import EntityId
from baken.model.records import Attachment, Observation
from baken.store.attachments import AttachmentFiles
from baken.wire.records import BundleAttachment
from baken.work import exporting
from baken.work.border import Border
from baken.work.exporting import Chosen
from baken.work.workspace import Workspace

from .steps import YESTERDAY

PDF = b"%PDF-1.7 brief van de school"


def attached(workspace: Workspace, title: str = "brief.pdf") -> tuple[EntityId, Attachment]:
    attachment = workspace.attachments.attach(PDF, title=title)
    body = Observation(text="kreeg een brief", when=YESTERDAY, attachments=(attachment,))
    return EntityId(workspace.execute(RecordObservation(observation=body)).id), attachment


def export(workspace: Workspace, path: Path, *pieces: EntityId) -> exporting.PlannedBundle:
    plan = workspace.prepare_bundle("Locatie West", Chosen(observations=pieces), basis=Basis.VITAL_INTEREST)
    workspace.mark_exported(plan, workspace.seal_bundle(plan, path))
    return plan


def files(workspace: Workspace) -> set[str]:
    return {path.name for path in (workspace.vault.folder / "attachments").iterdir()}


def test_a_piece_arrives_with_its_attachments_each_once(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    piece, attachment = attached(east)
    current = east.observation(piece).versions[0]
    body = Observation(text="kreeg een brief van school", when=YESTERDAY, attachments=(attachment,))
    east.execute(CorrectObservation(entity=piece, corrects=current.entry, observation=body, why="beter"))
    other, _ = attached(east, "gaat niet mee.pdf")
    plan = export(east, tmp_path / "b.age", piece)
    assert [each.id for part in plan.parts for each in part.attachments] == [attachment.id]
    assert other not in plan.disclosure.pieces
    assert west.import_bundle(tmp_path / "b.age").new == 2
    assert west.attachment(piece, attachment.id) == PDF
    assert files(west) == {attachment.id}
    again = west.import_bundle(tmp_path / "b.age")
    assert (again.new, files(west)) == (0, {attachment.id})


def test_a_trial_brings_no_file(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    piece, _ = attached(east)
    export(east, tmp_path / "b.age", piece)
    assert west.try_import(tmp_path / "b.age").new == 1
    assert files(west) == set()


@pytest.mark.parametrize("damage", ["gone", "other"])
def test_a_file_that_the_sender_lacks_is_named_missing_there(
    east: Workspace, west: Workspace, tmp_path: Path, damage: str
) -> None:
    piece, attachment = attached(east)
    path = east.vault.folder / "attachments" / attachment.id
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(b"x")
    export(east, tmp_path / "b.age", piece)
    assert west.import_bundle(tmp_path / "b.age").new == 1
    with pytest.raises(UserError, match="attachment-missing"):
        west.attachment(piece, attachment.id)


def test_what_keeps_the_file_from_being_read_stops_the_export(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    piece, attachment = attached(east)
    path = east.vault.folder / "attachments" / attachment.id
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    plan = east.prepare_bundle("Locatie West", Chosen(observations=(piece,)), basis=Basis.VITAL_INTEREST)
    with pytest.raises(UserError, match="vault-linked"):
        east.seal_bundle(plan, tmp_path / "b.age")
    assert not list(tmp_path.glob("*b.age*"))
    path.unlink()


def test_a_cancelled_import_leaves_no_file(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    piece, attachment = attached(east)
    export(east, tmp_path / "b.age", piece)
    copy = west.quarantine(tmp_path / "b.age")
    steps = west.import_steps(copy, west.verify_bundle(copy))
    while attachment.id not in files(west):
        next(steps)
    steps.close()
    assert files(west) == set()
    assert west.observations() == []
    assert west.import_bundle(tmp_path / "b.age").new == 1
    assert west.attachment(piece, attachment.id) == PDF


def test_a_stopped_import_leaves_no_file_after_the_next_opening(
    east: Workspace, west: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    piece, attachment = attached(east)
    export(east, tmp_path / "b.age", piece)
    monkeypatch.setattr(AttachmentFiles, "discard", lambda _self, _files: None)
    copy = west.quarantine(tmp_path / "b.age")
    steps = west.import_steps(copy, west.verify_bundle(copy))
    while attachment.id not in files(west):
        next(steps)
    steps.close()
    assert files(west) == {attachment.id, f".{attachment.id}"}
    west.vault.attachments.sweep()
    assert files(west) == set()


def test_a_full_disk_leaves_nothing_of_an_import(
    east: Workspace, west: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    piece, _ = attached(east)
    export(east, tmp_path / "b.age", piece)

    def full(*_: object) -> None:
        raise UserError("disk-full")

    with monkeypatch.context() as patched:
        patched.setattr(AttachmentFiles, "keep", full)
        with pytest.raises(UserError, match="disk-full"):
            west.import_bundle(tmp_path / "b.age")
    assert (files(west), west.observations()) == (set(), [])
    assert west.import_bundle(tmp_path / "b.age").new == 1


def test_a_file_that_no_entry_names_makes_the_bundle_refused(
    east: Workspace, west: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    piece, _ = attached(east)
    strange = BundleAttachment(id="ab" * 16, sealed=b"strange")
    monkeypatch.setattr(exporting, "_sealed_files", lambda _sealable: iter([strange]))
    export(east, tmp_path / "b.age", piece)
    with pytest.raises(UserError, match="bundle-damaged"):
        west.import_bundle(tmp_path / "b.age")
    assert (files(west), west.observations()) == (set(), [])
    with pytest.raises(UserError, match="bundle-damaged"):
        Border().check_attachment(strange)


def test_the_attachments_of_one_piece_fit_into_one_part(east: Workspace) -> None:
    attachment = msgspec.structs.replace(east.attachments.attach(PDF, title="x.pdf"), size_bytes=32 << 20)
    many = tuple(msgspec.structs.replace(attachment, id=f"{number:032x}") for number in range(7))
    body = Observation(text="te veel", when=YESTERDAY, attachments=many)
    with pytest.raises(UserError, match="attachments-too-large"):
        east.execute(RecordObservation(observation=body))
