"""The tabs of drafts: titles in whole words."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from baken.gui import theme
from baken.gui.capture_tabs import shortened


@pytest.mark.parametrize(
    ("title", "fits", "shown"),
    [
        ("Grijze auto bij het hek", "Grijze auto bij het hek", "Grijze auto bij het hek"),
        ("Grijze auto bij het hek", "Grijze auto bij h…", "Grijze auto bij…"),
        ("Grijze auto, zonder licht", "Grijze auto, zo…", "Grijze auto…"),
        ("Zelfde auto staat…", "Zelfde auto s…", "Zelfde auto…"),
    ],
)
def test_a_title_is_shortened_between_words(title: str, fits: str, shown: str, qapp: QApplication) -> None:
    metrics = QFontMetrics(theme.font("strong"))
    assert shortened(title, metrics, metrics.horizontalAdvance(fits)) == shown


def test_only_a_word_that_is_too_long_itself_is_cut(qapp: QApplication) -> None:
    metrics = QFontMetrics(theme.font("strong"))
    room = metrics.horizontalAdvance("Arbeidsmarkt")
    cut = shortened("Arbeidsmarktcommissie", metrics, room)
    assert cut.endswith("…")
    assert metrics.horizontalAdvance(cut) <= room
