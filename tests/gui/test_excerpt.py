from PySide6.QtGui import QTextLayout
from pytestqt.qtbot import QtBot

from baken.gui import theme
from baken.gui.widgets.excerpt import Excerpt, lay_out

TEXT = "Wijkagent belt: vannacht staande gehouden op het station met een rugzak die niet van hem is."


def laid_out(text: str, width: float, lines: int) -> QTextLayout:
    return lay_out(text, theme.font("body"), width, lines=lines, line_height=theme.line_height("body"))


def test_a_text_that_fits_is_shown_whole(qtbot: QtBot) -> None:
    assert laid_out("Een  korte\nregel", 400, 1).text() == "Een korte regel"


def test_a_longer_text_ends_with_a_whole_word(qtbot: QtBot) -> None:
    for width in range(120, 400, 20):
        for lines in (1, 2):
            shown = laid_out(TEXT, width, lines)
            assert shown.lineCount() <= lines
            beginning = shown.text().removesuffix("…")
            assert TEXT.startswith(beginning)
            assert f"{TEXT} "[len(beginning)] in " .:"


def test_assistive_technology_reads_the_whole_and_more_lines_can_be_asked_for(qtbot: QtBot) -> None:
    excerpt = Excerpt(TEXT)
    qtbot.addWidget(excerpt)
    assert excerpt.accessibleName() == TEXT
    low = excerpt.heightForWidth(200)
    excerpt.set_lines(12)
    assert excerpt.heightForWidth(200) > 2 * low
    excerpt.restyle()
    excerpt.grab()
