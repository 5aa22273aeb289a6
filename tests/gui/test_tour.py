"""The tour walks through the whole main job and leaves what it announces."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops
from pytestqt.qtbot import QtBot

from baken.gui import language, theme
from baken.gui.tour import run_tour
from baken.store import creation

from .vaults import CHEAP


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    language.forget()
    theme.apply(dark=False, percent=100)


@pytest.mark.timeout(300)
def test_the_tour_shows_every_step_in_light_and_dark_and_leaves_its_files(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(creation, "calibrate", lambda: CHEAP)
    made = run_tour(tmp_path / "tour")

    assert made.left_out == ()
    assert set(made.files) == set((tmp_path / "tour").iterdir()), "a file that nobody announced, or one that is missing"
    assert made.files[0].name == "index.md"
    listed = made.files[0].read_text("utf-8")
    assert all(file.name in listed for file in made.files[1:])

    light = {file.name.removesuffix("-light.png"): file for file in made.files if file.name.endswith("-light.png")}
    dark = {file.name.removesuffix("-dark.png"): file for file in made.files if file.name.endswith("-dark.png")}
    assert light.keys() == dark.keys()
    steps = sorted(light)
    assert [name[:2] for name in steps] == [f"{number:02}" for number in range(1, len(steps) + 1)]
    for name in steps:
        by_day, by_night = Image.open(light[name]).convert("RGB"), Image.open(dark[name]).convert("RGB")
        assert by_day.size == by_night.size == (1366, 768)
        assert len(by_day.getcolors(1 << 20) or ()) > 20, f"{name} is blank"
        assert sum(by_day.resize((1, 1)).tobytes()) > 2 * sum(by_night.resize((1, 1)).tobytes()), f"{name} is not dark"
    for before, after in pairwise(steps):
        assert ImageChops.difference(Image.open(light[before]), Image.open(light[after])).getbbox(), (before, after)

    for code, title in (("nl", "Signaal mensenhandel"), ("en", "Human trafficking signal")):
        document = pypdfium2.PdfDocument(tmp_path / f"tour/form-f6-{code}.pdf")
        assert title in document[0].get_textpage().get_text_range()
        document.close()
    assert (tmp_path / "tour/signal.age").read_bytes().startswith(b"age-encryption.org/v1\n")
