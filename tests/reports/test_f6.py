"""F6 as PDF: what stands on it, what is nowhere in it, the same bytes each time, and hostile text without harm."""

import re
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.model.codes import Basis, Danger, EntityType, Precision, Source
from baken.model.forms import FormData, FormPerson, FormPiece, FormYouth, Sender, Shared, Strand
from baken.model.records import When
from baken.model.resources import resource_root
from baken.reports import render_f6
from baken.reports.definition import load_definition

FONTS = resource_root() / "fonts"

YOUSEF = FormYouth(
    name="Yousef Darwish",
    name_native="يوسف درويش",
    born="2009-05-12",
    age=16,
    gender="m",
    language="Arabisch",
    v_number="0987600101",
    guardian="Nidos, E. Kamphuis",
)
GOLF = FormPiece(
    when=When(start="2025-10-17T00:15"),
    place="inrit",
    text="Grijze Golf 10 min met lichten uit naast de inrit. Y komt aanlopen, stapt achterin.",
    source=Source.SEEN_MYSELF,
)
BAG = FormPiece(
    when=When(start="2025-10-14", precision=Precision.DAY),
    text="Aan tafel ging het over bijbaantjes. Ik heb niet doorgevraagd.",
    quote="Het is maar een tas.",
    quote_original="بس شنطة",
    quote_note="Arabisch",
    meaning="Kan ook over school gaan.",
    source=Source.HEARD_FROM_YOUTH,
)


def _data(**changes: object) -> FormData:
    data = FormData(
        form="F6",
        reference="O-2025-014",
        copy_number="O-2025-014-1",
        made="2025-11-05T10:12",
        recipient="AVIM",
        sender=Sender(
            organisation="COA",
            site="Locatie Oost",
            site_code="O",
            author="Anouk",
            role="aandachtsfunctionaris",
            phone="010-0000000",
        ),
        basis=Basis.CONSENT,
        basis_note="voogd akkoord",
        purpose="onderzoek",
        told="ja, in het Arabisch, 4 november",
        youths=(YOUSEF,),
        pieces=(BAG, GOLF),
        persons=(FormPerson(type=EntityType.PLATE, value="AE-000-Q", note="goed zicht"),),
        facts="Tussen 2 oktober en 7 november zagen vijf medewerkers los van elkaar nieuwe schoenen.",
        other_explanation="Vriendschap met een oudere jongen.",
        unknown_unknown=True,
        danger=Danger.UNKNOWN,
        exploitation=("criminal",),
        shared_with=(Shared(recipient="EMM", made="2025-11-04"),),
        feedback="Of het nummer bekend is.",
        feedback_due="2025-11-12",
    )
    return msgspec.structs.replace(data, **changes)


def _pages(pdf: bytes) -> list[str]:
    document: Any = pypdfium2.PdfDocument(pdf)
    try:
        return [_lines(page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n")


def _text(pdf: bytes) -> str:
    return "\n".join(_pages(pdf))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _render(data: FormData, language: str = "nl") -> bytes:
    return render_f6(data, language=language, fonts=FONTS)


def _opened(pdf: bytes) -> bytes:
    """Give everything in the file with its streams decompressed."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    assert streams
    return b"\n".join([pdf, *(zlib.decompressobj().decompress(stream) for stream in streams)])


DUTCH = [
    "COA · Locatie Oost",
    "vertrouwelijk",
    "Signaal mensenhandel",
    "aan AVIM · woensdag 5 november 2025 · kenmerk O-2025-014",
    "Jongere Yousef Darwish\nيوسف درويش",
    "Geboren 12 mei 2009 (16 jaar)",
    "Geslacht man",
    "V-nummer 0987600101",
    "Voogd Nidos, E. Kamphuis",
    "Ontvanger Politie, AVIM (vreemdelingenpolitie, identificatie en mensenhandel)",
    "Is er nu gevaar? weet ik niet",
    "Vermoede vorm criminele uitbuiting",
    "Grondslag toestemming, voogd akkoord",
    "Verteld aan jongere ja, in het Arabisch, 4 november",
    "Eerder gedeeld met EMM, dinsdag 4 november 2025",
    "Hoe we het weten gehoord van de jongere, zelf gezien",
    "14 okt 2025 Aan tafel ging het over bijbaantjes.",
    "17 okt 2025, 00:15 Grijze Golf 10 min met lichten uit",
    "inrit · zelf gezien",
    "‘Het is maar een tas.’\nبس شنطة\n14 okt 2025 · Arabisch",
    "Wat medewerkers denken (geen feit)\nKan ook over school gaan.",
    "Andere verklaring\nVriendschap met een oudere jongen.",
    "Wat we nog niet weten\nweet ik niet",
    "kenteken AE-000-Q goed zicht",
    "Of het nummer bekend is. Graag vóór woensdag 12 november 2025.",
    "Dag en nacht bereikbaar 010-0000000",
    "F6 · versie 1 · exemplaar O-2025-014-1 1 van 2",
    "Handtekening",
]
ENGLISH = [
    "confidential",
    "Human trafficking signal",
    "to AVIM · Wednesday 5 November 2025 · reference O-2025-014",
    "Born 12 May 2009 (aged 16)",
    "Danger now? I don't know",
    "Suspected form criminal exploitation",
    "Legal basis consent, voogd akkoord",
    "17 Oct 2025, 00:15 Grijze Golf",
    "seen myself",
    "What staff think (not a fact)",
    "number plate AE-000-Q goed zicht",
    "F6 · version 1 · copy O-2025-014-1 1 of 2",
]


@pytest.mark.parametrize(("language", "expected"), [("nl", DUTCH), ("en", ENGLISH)])
def test_everything_kept_stands_on_the_page(language: str, expected: list[str]) -> None:
    text = _text(_render(_data(), language))
    assert [line for line in expected if line not in text] == []


def test_the_same_data_gives_the_same_bytes() -> None:
    assert _render(_data()) == _render(_data())


def test_forms_made_at_the_same_time_do_not_disturb_each_other() -> None:
    alone = {language: _render(_data(), language) for language in ("nl", "en")}
    with ThreadPoolExecutor(max_workers=4) as pool:
        jobs = [(language, pool.submit(_render, _data(), language)) for language in ("nl", "en") * 6]
        assert all(job.result() == alone[language] for language, job in jobs)


def test_no_font_of_the_reader_is_needed() -> None:
    assert b"Helvetica" not in _render(_data())


def test_a_page_is_a4() -> None:
    document: Any = pypdfium2.PdfDocument(_render(_data()))
    assert [round(side) for side in document[0].get_size()] == [595, 842]
    document.close()


def test_every_page_says_which_form_copy_and_page_it_is() -> None:
    pages = _pages(_render(_data(facts="Een zin over de avond. " * 400)))
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert "vertrouwelijk" in page
        assert f"F6 · versie 1 · exemplaar O-2025-014-1 {number} van {len(pages)}" in page


def test_metadata_holds_no_name() -> None:
    document: Any = pypdfium2.PdfDocument(_render(_data()))
    metadata = document.get_metadata_dict()
    document.close()
    assert metadata["Title"] == "F6 Signaal mensenhandel"
    assert not metadata["Author"]
    assert not metadata["Subject"]
    assert not metadata["Keywords"]
    assert {metadata["Creator"], metadata["Producer"]} == {"Baken"}
    assert "2000" in metadata["CreationDate"]  # no moment of making: it would differ each time


def test_strands_that_are_not_in_the_data_are_nowhere_in_the_opened_file() -> None:
    bare = msgspec.structs.replace(BAG, quote="", quote_original="", quote_note="", meaning="")
    kept, left = _render(_data()), _render(_data(pieces=(bare, GOLF), persons=()))
    gone = [b"maar een tas", b"over school", b"AE-000-Q", b"goed zicht"]
    assert [word for word in gone if word not in _opened(kept)] == []  # the search can find them
    assert [word for word in gone if word in _opened(left)] == []
    assert "شنطة" in _text(kept)
    assert "شنطة" not in _text(left)


def test_a_protected_source_is_printed_as_protected_only() -> None:
    piece = msgspec.structs.replace(GOLF, source=Source.HEARD_FROM_OTHER, source_protected=True)
    text = _text(_render(_data(pieces=(piece,))))
    assert "bron beschermd" in text
    assert "gehoord van" not in text


def test_an_empty_form_shows_every_field_to_be_filled_by_hand() -> None:
    empty = FormData(form="F6", reference="", copy_number="", made="", recipient="EMM", sender=Sender())
    text = _text(_render(empty))
    for section in load_definition("F6").section:
        if not section.omit_empty:
            assert section.nl in text
        for field in section.field:
            assert field.nl in text


def test_thoughts_have_no_heading_where_none_go_out() -> None:
    assert "Wat medewerkers denken" not in _text(_render(_data(pieces=(GOLF,))))


def test_danger_is_not_preselected() -> None:
    lines = _text(_render(_data(danger=None))).split("\n")
    assert "Is er nu gevaar?" in lines


@pytest.mark.parametrize(
    ("pieces", "strands", "note"),
    [
        (True, True, "Niet alle stukjes zijn meegegeven."),
        (False, True, "Niet alles uit de stukjes is meegegeven."),
    ],
)
def test_the_page_says_that_something_was_left_out(pieces: bool, strands: bool, note: str) -> None:
    assert note in _text(_render(_data(pieces_withheld=pieces, strands_withheld=strands)))
    assert note not in _text(_render(_data()))


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "Grondslag nog niet gekozen"), ("en", "Legal basis not chosen yet")]
)
def test_a_basis_that_nobody_chose_is_said_in_words(language: str, words: str) -> None:
    assert words in _text(_render(_data(basis=None, basis_note=""), language))


def test_words_that_stayed_are_said_to_stay_and_are_no_silence() -> None:
    without = msgspec.structs.replace(BAG, quote="", quote_original="")
    left = _flat(_text(_render(_data(pieces=(without, GOLF), withheld=frozenset({Strand.QUOTE})))))
    assert "Woorden van de jongere niet meegegeven" in left
    some = _flat(_text(_render(_data(withheld=frozenset({Strand.QUOTE}), persons_withheld=True))))
    assert some.count("een deel is niet meegegeven") == 2
    assert "niet meegegeven" not in _flat(_text(_render(_data(withheld=frozenset({Strand.MEANING})))))


def test_persons_that_go_on_over_the_page_stand_under_their_heading_again() -> None:
    persons = tuple(FormPerson(type=EntityType.PHONE, value=f"toestel {number}") for number in range(90))
    pages = _pages(_render(_data(persons=persons)))
    heading = "Betrokken personen en kenmerken"
    on = [page for page in pages if re.search(r"toestel \d", page)]
    assert len(on) > 1
    assert all(heading in page for page in on)
    assert sum(page.count("(vervolg)") for page in pages) == len(on) - 1


def test_pieces_that_go_on_over_the_page_stand_under_their_heading_again() -> None:
    pieces = tuple(msgspec.structs.replace(GOLF, text=f"Auto {number} bij het hek.") for number in range(60))
    on = [page for page in _pages(_render(_data(pieces=pieces))) if re.search(r"Auto \d+ bij", page)]
    assert len(on) > 1
    assert all("Waarnemingen" in page for page in on)
    assert sum(page.count("Waarnemingen (vervolg)") for page in on) == len(on) - 1


def test_the_english_form_says_in_which_language_the_words_of_the_record_stand() -> None:
    words = "Facts and words are quoted as they were recorded, usually in Dutch, and not translated."
    assert words in _flat(_text(_render(_data(), "en")))
    assert "quoted" not in _text(_render(_data(), "nl"))


def test_the_suspected_form_is_printed_in_the_language_of_the_form() -> None:
    suspected = _data(exploitation=("criminal", "unknown"))
    assert "Vermoede vorm criminele uitbuiting, onbekend" in _flat(_text(_render(suspected)))
    assert "Suspected form criminal exploitation, unknown" in _flat(_text(_render(suspected, "en")))


def test_practice_is_marked_on_every_page_and_live_is_not() -> None:
    practice = _data(sender=Sender(practice=True), facts="Zin. " * 900)
    assert all("OEFENING: dit gaat niet over echte mensen" in page for page in _pages(_render(practice)))
    assert len(_render(practice)) > len(_render(_data(sender=Sender(), facts="Zin. " * 900)))
    assert "OEFENING" not in _text(_render(_data()))


def test_several_youths_each_have_their_fields() -> None:
    selam = FormYouth(name="Selam Tesfay", name_native="ሰላም ተስፋይ")
    text = _text(_render(_data(youths=(YOUSEF, selam))))
    assert "Jongere Yousef Darwish\nيوسف درويش" in text
    assert "Jongere Selam Tesfay\nሰላም ተስፋይ" in text
    assert text.count("V-nummer") == 2


def test_a_site_that_is_no_known_recipient_is_printed_as_written() -> None:
    assert "aan Locatie West" in _text(_render(_data(recipient="Locatie West")))


def test_an_arabic_paragraph_is_extracted_in_logical_order() -> None:
    facts = "وصل إلى هنا مع ابن عمه الأكبر ثم غاب"
    assert facts in _text(_render(_data(facts=facts)))


def test_ten_thousand_arabic_letters_flow_on() -> None:
    text = _text(_render(_data(facts="يوسف " * 2_000)))
    assert text.count("يوسف") == 2_001  # one is the name


def test_long_text_flows_on_and_none_of_it_is_lost() -> None:
    words = " ".join(f"woord{number}" for number in range(1500))
    drawn = re.findall(r"woord\d+", _text(_render(_data(facts=words))))
    assert drawn == words.split()


@pytest.mark.parametrize(
    "hostile",
    [
        "x" * 10_000,
        "regel\n" * 200,
        "😀🤷🏽‍♂️👨‍👩‍👧" * 50,
        "\u202eomgekeerd\u202c \u2067hek\u2069 \u200f12",
        "漢字かな한국어ไทย हिन्दी",
        "يوسف " * 200,
        "ሰላም" * 500,
        "(" * 500 + "ي" + ")" * 500,
        "\x00\x07\ud800",
        "<b>vet</b> &amp; {recipient} %s",
        "e\u0301\u0301\u0301" * 100,
    ],
)
def test_hostile_text_in_every_field_breaks_no_page(hostile: str) -> None:
    data = _data(
        reference=hostile,
        copy_number=hostile,
        made=hostile,
        recipient=hostile,
        sender=Sender(organisation=hostile, site=hostile, author=hostile, phone=hostile, practice=True),
        youths=(msgspec.structs.replace(YOUSEF, name=hostile, name_native=hostile, born=hostile),),
        pieces=(
            FormPiece(
                when=When(start=hostile),
                place=hostile,
                text=hostile,
                quote=hostile,
                quote_original=hostile,
                meaning=hostile,
            ),
        ),
        persons=(FormPerson(type=EntityType.PERSON, value=hostile, note=hostile),),
        facts=hostile,
        told=hostile,
        exploitation=(hostile,),
    )
    pages = _pages(_render(data))
    assert all("vertrouwelijk" in page for page in pages)


@settings(max_examples=15)
@given(text=st.text(max_size=200))
def test_any_text_makes_a_form(text: str) -> None:
    assert _render(_data(facts=text, purpose=text, youths=(FormYouth(name=text),))).startswith(b"%PDF-")


def test_ink_stays_inside_the_margins() -> None:
    document: Any = pypdfium2.PdfDocument(_render(_data(facts="w" * 4_000)))
    for page in document:
        image = page.render(scale=1, grayscale=True).to_pil()
        width, height = image.size
        for box in ((0, 0, 40, height), (width - 40, 0, width, height), (0, height - 15, width, height)):
            assert image.crop(box).getextrema() == (255, 255)
    document.close()


def test_the_page_is_readable_in_black_and_white() -> None:
    document: Any = pypdfium2.PdfDocument(_render(_data()))
    image = document[0].render(scale=2, grayscale=True).to_pil()
    document.close()
    faxed = image.point(lambda value: 0 if value < 128 else 255)
    kept = faxed.histogram()[0] / sum(image.histogram()[:200])
    assert kept > 0.5  # a threshold as of a fax keeps most of the ink


def test_no_file_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _render(_data())
    opened: list[str] = []
    original = open

    def watched(file: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        if set(mode) & set("wax+"):
            opened.append(str(file))
        return original(file, mode, *arguments, **named)

    monkeypatch.setattr("builtins.open", watched)
    monkeypatch.chdir(tmp_path)
    _render(_data(facts="opnieuw"))
    assert opened == []
    assert list(tmp_path.glob("*.pdf")) == []
