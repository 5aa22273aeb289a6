"""Names, nicknames and rooms in typed text; near misses are nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.model.ids import EntityId
from baken.model.recognise import Recogniser
from baken.model.views import Youth

YOUSEF = Youth(id=EntityId("01"), name="Yousef Darwish", name_native="يوسف درويش", alias="Yousef", room="B12")
LINH = Youth(id=EntityId("02"), name="Nguyen Thuy Linh", name_native="Nguyễn Thùy Linh", alias="Linh", room="A02")
MAMADOU = Youth(id=EntityId("03"), name="Mamadou Saliou Barry", alias="Mo", room="4")
FANTA = Youth(id=EntityId("04"), name="Fanta Ceesay", alias="Fanta", room="A02")
RECOGNISER = Recogniser((YOUSEF, LINH, MAMADOU, FANTA))


def found(text: str) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.youth.id if each.youth else each.what) for each in RECOGNISER.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Met yousef gepraat", [("yousef", "01")]),
        ("Yousefs tas stond er nog", [("Yousefs", "01")]),
        ("YOUSEF DARWISH niet binnen", [("YOUSEF DARWISH", "01")]),
        ("يوسف درويش belde", [("يوسف درويش", "01")]),
        ("Nguyễn Thùy Linh", [("Nguyễn Thùy Linh", "02")]),
        ("thùy zei niets", [("thùy", "02")]),
        ("Mo en Linh", [("Mo", "03"), ("Linh", "02")]),
        ("op B12 gekeken", [("B12", "01")]),
        ("kamer 4 was leeg", [("kamer 4", "03")]),
        ("Kamer a02", [("Kamer a02", "02"), ("Kamer a02", "04")]),
        ("Yousef belde 06-00000123", [("Yousef", "01"), ("06-00000123", "telefoon")]),
    ],
)
def test_a_known_name_or_room_is_recognised(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text", ["Yousra", "Youseff", "mo", "moe", "Lin", "B1", "B122", "kamer 44", "4 jongens", "kamer", "", "Y.", "BB12"]
)
def test_a_near_miss_is_not_recognised(text: str) -> None:
    assert found(text) == []


def test_an_empty_vault_recognises_only_numbers_and_plates() -> None:
    assert [each.what for each in Recogniser(()).find("Yousef AE-000-Q")] == ["kenteken"]


@given(st.text(max_size=80))
def test_finds_lie_in_order_inside_the_text(text: str) -> None:
    places = [(each.start, each.end) for each in RECOGNISER.find(text)]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)
