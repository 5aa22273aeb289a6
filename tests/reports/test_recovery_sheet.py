"""The recovery sheet: one page, every group on it, OEFENING where it is practice, and nothing else that could leak."""

from pathlib import Path

import pypdfium2
import pytest

from baken.model.resources import resource_root
from baken.reports import RecoverySheet, render_recovery_sheet

GROUPS = ("7F2A9", "C11KX", "0A0A0", "ZZZZZ", "12345", "ABCDE", "Q8W7V", "MNPRS")


def drawn(language: str, *, practice: bool = False, site: str = "Locatie Oost") -> bytes:
    sheet = RecoverySheet(groups=GROUPS, site=site, date="2026-11-24", practice=practice)
    return render_recovery_sheet(sheet, language=language, fonts=resource_root() / "fonts")


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    return " ".join(document[0].get_textpage().get_text_range().split())


@pytest.mark.parametrize(
    ("language", "word", "day"), [("nl", "Herstelblad", "november"), ("en", "Recovery", "November")]
)
def test_a_sheet_is_one_page_with_every_group_its_site_and_its_day(language: str, word: str, day: str) -> None:
    text = text_of(drawn(language))
    assert all(group in text for group in GROUPS)
    for part in ("Locatie Oost", word, day, "2026"):
        assert part in text
    assert "OEFENING" not in text


def test_a_practice_sheet_says_so() -> None:
    assert "OEFENING" in text_of(drawn("nl", practice=True))


def test_a_long_name_of_a_site_still_leaves_one_page() -> None:
    assert all(group in text_of(drawn("nl", site="Opvanglocatie " * 8)) for group in GROUPS)


def test_nothing_of_the_code_is_in_the_metadata(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(drawn("en"))
    told = " ".join(document.get_metadata_dict().values())
    assert not any(group in told for group in GROUPS)
