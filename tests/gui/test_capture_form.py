import msgspec
import pytest

from baken.errors import BugError, UserError
from baken.gui.capture_form import (
    CaptureForm,
    Correcting,
    decode_form,
    entity_icon,
    form_correcting,
    offers,
    utf16_range,
)
from baken.model.codes import EntityType, Kind, Precision, Source
from baken.model.commands import CorrectObservation, RecordObservation
from baken.model.ids import EntityId, EntryId, IndicatorId
from baken.model.records import Attachment, Entity, IndicatorTag, When
from baken.model.views import Observation, Recognised, Version, Youth

YOUSEF = Youth(id=EntityId("01" * 16), name="Yousef Darwish", name_native="يوسف درويش", room="B12")
SABA = Youth(id=EntityId("02" * 16), name="Saba Goitom", name_native="ሳባ ጎይቶም")
NOW = When(start="2025-11-07T23:20")
TAG = IndicatorTag(id=IndicatorId("CON-01"), list_version="2025-2", label="Opgehaald door auto's die we niet kennen")


def known_youth(start: int, youth: Youth) -> Recognised:
    return Recognised(start=start, end=start + 4, what="youth", youth=youth)


def test_a_draft_comes_back_as_it_was() -> None:
    form = CaptureForm(
        text="Grijze auto langs het hek",
        quote="'Ze weten waar ik slaap.'",
        quote_original="يعرفون أين أنام",
        about=(YOUSEF, SABA),
        when=NOW,
        when_typed="gisteren 23u20",
        kind=Kind.CONTACT,
        source=Source.HEARD_FROM_OTHER,
        source_note="receptie",
    )
    assert decode_form(form.encode()) == form


@pytest.mark.parametrize("draft", [b"", b"{", b'{"type":"signal"}', b"\xff", b'{"type":"capture","text":1}'])
def test_a_draft_that_is_no_capture_form_is_refused_with_a_code(draft: bytes) -> None:
    with pytest.raises(UserError) as failure:
        decode_form(draft)
    assert failure.value.code == "malformed"


def test_a_draft_larger_than_anybody_types_is_refused() -> None:
    with pytest.raises(UserError):
        decode_form(b" " * ((1 << 20) + 1))


def test_only_the_text_and_a_time_are_mandatory() -> None:
    assert CaptureForm().lacking == ("text", "when")
    assert CaptureForm(text="Auto bij het hek", when=NOW).lacking == ()


def test_a_correction_asks_why() -> None:
    correcting = Correcting(entity=EntityId("0a" * 16), entry=EntryId("0b" * 32))
    assert CaptureForm(text="Auto", when=NOW, correcting=correcting).lacking == ("why",)


def test_an_incomplete_form_never_becomes_a_command() -> None:
    with pytest.raises(BugError):
        CaptureForm(when=NOW).command(None)


def test_the_three_strands_arrive_apart_in_the_command() -> None:
    form = CaptureForm(
        text=" Stopte bij de fietsenstalling. ",
        quote="Ze weten het.",
        meaning="Zelfde auto?",
        when=NOW,
        about=(YOUSEF,),
    )
    command = form.command("draft-1")
    assert isinstance(command, RecordObservation)
    assert command.observation.text == "Stopte bij de fietsenstalling."
    assert command.observation.quote == "Ze weten het."
    assert command.observation.meaning == "Zelfde auto?"
    assert command.about == (YOUSEF.id,)
    assert command.draft == "draft-1"


def test_what_i_saw_myself_has_no_informant() -> None:
    form = CaptureForm(text="Auto", when=NOW, source=Source.SEEN_MYSELF, source_note="receptie")
    command = form.command(None)
    assert command.observation.source_note == ""


PHOTO = Attachment(
    id="0c" * 16, sha256="0d" * 32, size_bytes=9, media_type="image/png", key="0e" * 32, title="auto.png"
)


def test_correcting_shows_the_version_that_counts_and_keeps_its_indicators() -> None:
    piece = Observation(
        id=EntityId("0a" * 16),
        about=(YOUSEF,),
        versions=(
            Version(
                entry=EntryId("0b" * 32),
                author="Fatima",
                site="",
                recorded="2025-11-07T23:38",
                text="Grijze auto",
                when=When(start="2025-11-07", precision=Precision.DAY),
                source=Source.SEEN_MYSELF,
                entities=(Entity(type=EntityType.PLATE, value="AE-000-Q"),),
                indicators=(TAG,),
                attachments=(PHOTO,),
            ),
        ),
    )
    form = form_correcting(piece)
    assert form.text == "Grijze auto"
    command = msgspec.structs.replace(form, why="Kleur was zwart", text="Zwarte auto").command(None)
    assert isinstance(command, CorrectObservation)
    assert command.entity == piece.id
    assert command.corrects == piece.versions[0].entry
    assert command.observation.indicators == (TAG,)
    assert command.observation.attachments == (PHOTO,)
    assert command.observation.entities == form.entities
    assert command.about == (YOUSEF.id,)


def test_what_was_recognised_is_offered_once_and_never_after_it_was_taken() -> None:
    plate = Recognised(start=60, end=68, what="kenteken", entity=EntityType.PLATE, value="AE-000-Q")
    found = (plate, known_youth(40, SABA), known_youth(3, YOUSEF), known_youth(80, YOUSEF))
    form = CaptureForm(text="x" * 100)
    assert [offer.start for offer in offers(found, form)] == [3, 40, 60]
    taken = form.taking(found[2]).taking(plate)
    assert [offer.youth for offer in offers(found, taken)] == [SABA]
    assert taken.about == (YOUSEF,)
    assert taken.entities == (Entity(type=EntityType.PLATE, value="AE-000-Q"),)


def test_nothing_is_linked_before_somebody_takes_it() -> None:
    form = CaptureForm(text="Yousef bij de poort", when=NOW)
    assert form.command(None).about == ()


def test_the_title_is_the_first_words_and_ends_at_a_word() -> None:
    assert CaptureForm(text="Grijze auto reed langzaam langs het hek").title == "Grijze auto reed langzaam…"
    assert CaptureForm(meaning="Zelfde  auto?").title == "Zelfde auto?"
    assert CaptureForm().title == ""
    assert len(CaptureForm(text="a" * 90).title) == 29


def test_a_form_with_only_a_youth_is_blank() -> None:
    assert CaptureForm(about=(YOUSEF,), when=NOW).is_blank
    assert not CaptureForm(quote="nee").is_blank


def test_offsets_are_counted_as_qt_counts_them() -> None:
    assert utf16_range("😀 Saba", 2, 6) == (3, 4)
    assert utf16_range("ሳባ Saba", 3, 7) == (3, 4)


def test_every_thing_has_an_icon() -> None:
    assert {entity_icon(entity) for entity in EntityType} >= {"smartphone", "car", "at-sign", "map-pin", "user"}
