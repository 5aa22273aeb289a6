"""Search: every version, names in every script, and typed text that is never syntax."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.codes import EntityType
from baken.model.excerpt import Run, excerpt
from baken.model.records import Dossier, Entity, Signal
from baken.store.queries_records import heads_of
from baken.store.search import match_expression, words_of

from .entries import SELAM, START_MS, YOUSEF, Desk, Scribe, entity


@pytest.fixture
def filled(desk: Desk) -> Desk:
    fatima, anouk = Scribe("Fatima"), Scribe("Anouk")
    car = fatima.observe(
        entity("auto"),
        "Grijze auto bij het hek, Zoë stapte in",
        youths=[YOUSEF],
        entities=(Entity(type=EntityType.PLATE, value="AB-123-C", note="laatste letter onzeker"),),
    )
    desk.apply(
        fatima.write(
            "dossier", YOUSEF, Dossier(alias="Joe", name="Yousef Darwish", name_native="يوسف درويش", room="B12")
        ),
        fatima.write("dossier", SELAM, Dossier(name="Selam Tesfay", name_native="ሰላም ተስፋይ")),
        car,
        fatima.correct(car, "Witte auto bij het hek"),
        anouk.observe(entity("bel"), "Telefoon ging over", quote="laat me met rust", youths=[SELAM]),
        anouk.write("signal", entity("signaal"), Signal(facts="Auto komt vaker\nook zondag"), youths=[YOUSEF]),
    )
    return desk


def found(desk: Desk, text: str) -> list[tuple[str, str]]:
    return [(hit.what, hit.title) for hit in desk.view.search(text)]


def test_a_word_is_found_without_its_accents_and_by_its_beginning(filled: Desk) -> None:
    assert found(filled, "zoe") == [("observation", "Grijze auto bij het hek, Zoë stapte in")]
    assert found(filled, "TELÉF") == [("observation", "Telefoon ging over")]


def test_only_the_last_word_may_be_begun(filled: Desk) -> None:
    assert found(filled, "telef ging") == []
    assert found(filled, "telefoon gi") == [("observation", "Telefoon ging over")]


def test_a_finished_word_is_no_prefix(filled: Desk) -> None:
    assert found(filled, "telef ") == []


def test_one_letter_is_a_word_and_no_prefix(filled: Desk) -> None:
    assert found(filled, "t") == []
    assert found(filled, "c") == [("observation", "Grijze auto bij het hek, Zoë stapte in")]  # of the plate


def test_old_versions_are_found_and_marked(filled: Desk) -> None:
    assert [(hit.title, hit.old_version) for hit in filled.view.search("bij hek")] == [
        ("Witte auto bij het hek", False),
        ("Grijze auto bij het hek, Zoë stapte in", True),
    ]


def test_what_was_saved_since_the_last_search_is_found_too(filled: Desk) -> None:
    assert found(filled, "fiets") == []
    joris = Scribe("Joris")
    for number in range(3):
        filled.apply(joris.observe(entity(f"fiets{number}"), f"Fiets {number}"))
    assert len(found(filled, "fiets")) == 3


def test_on_a_full_disk_search_finds_what_it_can_and_the_rest_later(filled: Desk) -> None:
    found(filled, "auto")
    filled.apply(Scribe("Joris").observe(entity("fiets"), " ".join(f"fiets{number}" for number in range(2000))))
    (pages,) = filled.connection.execute("PRAGMA view.page_count").fetchone()
    filled.connection.execute(f"PRAGMA view.max_page_count = {pages}")
    assert found(filled, "rust")
    assert found(filled, "fiets") == []
    filled.connection.execute("PRAGMA view.max_page_count = 4294967294")
    assert found(filled, "fiets")


def test_youths_come_first_then_signals_then_pieces(filled: Desk) -> None:
    assert [what for what, _ in found(filled, "auto")] == ["signal", "observation", "observation"]
    (youth,) = filled.view.search("darwi")
    assert (youth.what, youth.title, youth.about[0].room) == ("dossier", "Yousef Darwish", "B12")


@pytest.mark.parametrize("text", ["يوسف", "ሰላም", "B12", "joe"])
def test_a_youth_is_found_by_script_room_and_nickname(filled: Desk, text: str) -> None:
    assert [hit.what for hit in filled.view.search(text)] == ["dossier"]


def test_a_plate_and_what_was_said_are_found(filled: Desk) -> None:
    assert found(filled, "AB-123-C") == [("observation", "Grijze auto bij het hek, Zoë stapte in")]
    assert found(filled, "met rust") == [("observation", "Telefoon ging over")]


def test_a_find_brings_what_was_searched_and_for_what(filled: Desk) -> None:
    (hit,) = filled.view.search("rust")
    assert excerpt(hit.passages, hit.asked) == (Run(text="laat me met "), Run(text="rust", hit=True))
    assert (hit.author, hit.about[0].name, hit.when) == ("Anouk", "Selam Tesfay", "2026-03-13T23:40")


def test_a_changed_name_is_found_and_the_old_one_no_more(filled: Desk) -> None:
    joris = Scribe("Joris")
    joris.logical = 9
    filled.apply(joris.write("dossier", SELAM, {"name": "Selam Haile"}, base=heads_of(filled.connection, SELAM)))
    assert found(filled, "haile") == [("dossier", "Selam Haile")]
    assert found(filled, "tesfay") == []


def test_the_newest_come_first_and_no_more_than_the_limit(desk: Desk) -> None:
    fatima = Scribe()
    days = [3, 1, 4, 0, 2]
    desk.apply(*(fatima.observe(entity(str(day)), f"hek {day}", wall_ms=START_MS + day * 86_400_000) for day in days))
    assert [hit.title for hit in desk.view.search("hek", limit=3)] == ["hek 4", "hek 3", "hek 2"]


def test_records_leave_room_for_the_limit_too(desk: Desk) -> None:
    fatima = Scribe()
    desk.apply(*(fatima.write("dossier", entity(str(each)), Dossier(name=f"Hek {each}")) for each in range(4)))
    desk.apply(fatima.observe(entity("piece"), "hek"))
    assert [hit.what for hit in desk.view.search("hek", limit=4)] == ["dossier"] * 4


@pytest.mark.parametrize("text", ["", "   ", "!!! ...", '"', "\x00", "\ud800", "-", "*"])
def test_nothing_to_look_for_finds_nothing(filled: Desk, text: str) -> None:
    assert filled.view.search(text) == ()


@pytest.mark.parametrize(
    "text", ["auto OR telefoon", "NOT auto", "text:auto", "auto*", '"auto"', "NEAR(auto hek)", "^auto", "{text}: auto"]
)
def test_typed_text_is_never_syntax(filled: Desk, text: str) -> None:
    filled.view.search(text)
    assert '"' in match_expression(words_of(text))


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("search"))
    desk.apply(Scribe().observe(entity("auto"), "Grijze auto bij het hek"))
    yield desk
    desk.close()


@given(text=st.text(max_size=80) | st.text(alphabet='"*():^-+{} ANDORNEAT\x00\ud800é', max_size=40))
def test_any_text_can_be_searched_for(shared: Desk, text: str) -> None:
    assert len(shared.view.search(text)) <= 1


def test_a_very_long_text_is_cut(filled: Desk) -> None:
    assert match_expression(words_of(" ".join(["woord"] * 500))).count('"woord"') == 12
    assert len(match_expression(words_of("a" * 5000))) < 100
