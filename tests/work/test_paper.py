"""Paper: what a form is asked for, what never enters it, and that nothing lies under its name unrecorded."""

from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import pypdfium2
import pytest

from baken.errors import UserError
from baken.model import commands
from baken.model.codes import Basis, EntityType, SignalState
from baken.model.forms import FormRequest, Strand
from baken.model.ids import EntityId
from baken.model.records import Entity, Observation
from baken.store.queries_records import disclosures_with
from baken.work.outfile import forget, reveal, write_hidden
from baken.work.paper import disclosure_of, meanings_left_out, target_of
from baken.work.workspace import Workspace

from .steps import YESTERDAY, youth


@pytest.fixture
def signal(workspace: Workspace) -> EntityId:
    saba = youth(workspace, "Saba", "Saba Goitom")
    observation = Observation(text="Grijze Golf", quote="Ik ken hem niet", meaning="Past bij eerder", when=YESTERDAY)
    piece = workspace.execute(commands.RecordObservation(observation=observation, about=(saba,))).id
    command = commands.SaveSignal(about=(saba,), observations=(EntityId(piece),), facts="Een auto")
    return EntityId(workspace.execute(command).id)


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def request(workspace: Workspace, signal: EntityId, **more: Any) -> FormRequest:
    chosen: dict[str, Any] = {
        "recipient": "AVIM",
        "basis": Basis.CONSENT,
        "left_out": meanings_left_out(workspace.vault, signal),
    }
    return FormRequest(signal=signal, **{**chosen, **more})


def test_what_was_left_out_is_nowhere_in_the_file(workspace: Workspace, signal: EntityId) -> None:
    data = workspace.form_data(request(workspace, signal))
    printed = text_of(workspace.form_preview(data, "nl"))
    assert "Grijze Golf" in printed
    assert "Past bij eerder" not in printed
    assert "OEFENING" not in printed
    piece = workspace.signal(signal).observations[0].id
    left_out = frozenset({(piece, Strand.TEXT), (piece, Strand.MEANING)})
    data = workspace.form_data(request(workspace, signal, left_out=left_out))
    assert "Grijze Golf" not in text_of(workspace.form_preview(data, "en"))


def test_saving_records_to_whom_on_which_basis(workspace: Workspace, signal: EntityId, tmp_path: Path) -> None:
    asked = request(workspace, signal, told="met tolk besproken", basis_note="16 jaar, zelf")
    data = workspace.form_data(asked)
    pdf = workspace.form_preview(data, "nl")
    workspace.save_form(asked, data, pdf, tmp_path / "f6")
    assert (tmp_path / "f6.pdf").read_bytes() == pdf
    (row,) = workspace.signal(signal).disclosures
    assert (row.recipient, row.basis, row.basis_note) == ("AVIM", Basis.CONSENT, "16 jaar, zelf")
    assert row.copy_number == data.copy_number
    youth_id = workspace.signal(signal).about[0].id
    assert len(workspace.dossier(youth_id).disclosures) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (SignalState.CONCEPT, SignalState.PASSED_ON),
        (SignalState.FOLLOWED, SignalState.PASSED_ON),
        (SignalState.NOT_PASSED_ON, SignalState.PASSED_ON),
        (SignalState.CLOSED, SignalState.CLOSED),
    ],
)
def test_saving_the_paper_makes_an_open_signal_passed_on(
    workspace: Workspace, signal: EntityId, tmp_path: Path, before: SignalState, after: SignalState
) -> None:
    if before is not SignalState.CONCEPT:
        workspace.execute(commands.SaveSignal(entity=signal, state=before))
    asked = request(workspace, signal)
    changes = workspace.save_form(asked, workspace.form_data(asked), b"pdf", tmp_path / "f6.pdf")
    now = workspace.signal(signal)
    assert (now.state, now.facts) == (after, "Een auto")
    assert [row.id for row in now.disclosures] == [changes.id]
    assert (("signal", signal) in changes.touched) == (before is not after)


def test_a_file_that_is_there_is_replaced_only_when_asked(
    workspace: Workspace, signal: EntityId, tmp_path: Path
) -> None:
    (tmp_path / "f6.pdf").write_bytes(b"oud")
    asked = request(workspace, signal)
    data = workspace.form_data(asked)
    with pytest.raises(UserError, match="file-exists"):
        workspace.save_form(asked, data, b"nieuw", tmp_path / "f6.pdf")
    assert workspace.signal(signal).disclosures == ()
    workspace.save_form(asked, data, b"nieuw", tmp_path / "f6.pdf", overwrite=True)
    assert (tmp_path / "f6.pdf").read_bytes() == b"nieuw"


def test_what_cannot_be_recorded_does_not_lie_there(workspace: Workspace, signal: EntityId, tmp_path: Path) -> None:
    asked = request(workspace, signal, recipient="AVIM", told="x" * 30_000)
    data = workspace.form_data(asked)
    with pytest.raises(UserError, match="text-too-long"):
        workspace.save_form(asked, data, b"pdf", tmp_path / "f6.pdf")
    assert list(tmp_path.glob("*f6*")) == []


def test_which_pieces_went_out_is_recorded(workspace: Workspace, signal: EntityId, tmp_path: Path) -> None:
    gone = workspace.signal(signal).observations[0].id
    kept = EntityId(
        workspace.execute(commands.RecordObservation(observation=Observation(text="Blijft hier", when=YESTERDAY))).id
    )
    workspace.execute(commands.SaveSignal(about=(), observations=(gone, kept), facts="Een auto", entity=signal))
    asked = request(workspace, signal, left_out=frozenset((kept, strand) for strand in Strand))
    data = workspace.form_data(asked)
    assert disclosure_of(asked, data, "").pieces == (gone,)
    workspace.save_form(asked, data, b"pdf", tmp_path / "f6.pdf")
    for piece, papers in ((gone, 1), (kept, 0)):
        found = workspace.vault.read(partial(disclosures_with, target=piece))
        assert len(found) == papers


def test_the_sender_is_filled_in_as_far_as_the_vault_knows(workspace: Workspace, signal: EntityId) -> None:
    for language, role in (("nl", "aandachtsfunctionaris"), ("en", "safeguarding lead")):
        sender = workspace.form_data(request(workspace, signal, language=language)).sender
        assert (sender.organisation, sender.author, sender.role) == ("Locatie Oost", "Anouk", role)
        assert sender.phone == ""


@pytest.mark.parametrize(
    ("more", "code"), [({"recipient": "KMM"}, "recipient-unknown"), ({"form": "F9"}, "form-unknown")]
)
def test_an_unknown_form_or_recipient_is_refused(
    workspace: Workspace, signal: EntityId, more: dict[str, Any], code: str
) -> None:
    with pytest.raises(UserError, match=code):
        workspace.form_data(request(workspace, signal, **more))


def test_a_pdf_is_called_pdf() -> None:
    assert target_of(Path("a/f6")) == Path("a/f6.pdf")
    assert target_of(Path("a/F6.PDF")) == Path("a/F6.PDF")


def test_a_file_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    def broken(_file: BinaryIO) -> None:
        raise UserError("bundle-too-large")

    with pytest.raises(UserError, match="bundle-too-large"):
        write_hidden(tmp_path / "x", broken)
    assert list(tmp_path.glob("*x*")) == []


def test_a_folder_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with pytest.raises(UserError, match="file-exists"):
        write_hidden(tmp_path / "x", lambda file: None, overwrite=True)


def test_a_hidden_file_gets_its_name_at_the_end(tmp_path: Path) -> None:
    def fill(file: BinaryIO) -> None:
        file.write(b"inhoud")

    made = write_hidden(tmp_path / "x", fill)
    assert not (tmp_path / "x").exists()
    reveal(made)
    assert (tmp_path / "x").read_bytes() == b"inhoud"
    forget(made.hidden)  # gone already: no error


def test_a_person_who_stood_in_left_out_words_only_is_nowhere_in_the_saved_file(
    workspace: Workspace, tmp_path: Path
) -> None:
    saba = youth(workspace, "Saba", "Saba Goitom")
    simo = Entity(type=EntityType.PERSON, value="Simo - man met de Golf")
    observation = Observation(
        text="Kwam laat terug.", quote="Simo bracht mij weg.", when=YESTERDAY, entities=(simo,), meaning=""
    )
    piece = EntityId(workspace.execute(commands.RecordObservation(observation=observation, about=(saba,))).id)
    facts = "Zij kwam laat terug. Simo bracht haar weg in de Golf."
    signal = EntityId(workspace.execute(commands.SaveSignal(about=(saba,), observations=(piece,), facts=facts)).id)
    gone = request(workspace, signal, left_out=frozenset({(piece, Strand.QUOTE)}), facts="Zij kwam laat terug.")
    data = workspace.form_data(gone)
    workspace.save_form(gone, data, workspace.form_preview(data, "nl"), tmp_path / "f6.pdf")
    saved = text_of((tmp_path / "f6.pdf").read_bytes())
    assert "Simo" not in saved
    assert "Golf" not in saved
    assert saved.count("niet meegegeven") == 2

    by_sentence = request(workspace, signal, facts="Zij kwam laat terug.")
    assert [each.value for each in workspace.form_data(by_sentence).persons] == []
    all_of_it = request(workspace, signal)
    assert [each.value for each in workspace.form_data(all_of_it).persons] == [simo.value]
    asked = msgspec.structs.replace(gone, persons_kept=frozenset({(simo.type, simo.value)}))
    assert [each.value for each in workspace.form_data(asked).persons] == [simo.value]
