"""Where reading begins at the right, what stands at the leading side stands there too, and covers nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from baken.gui import theme
from baken.gui.widgets.card import IconMark
from baken.gui.widgets.choice import CheckBox, RadioButton
from baken.gui.widgets.label import Label
from baken.gui.widgets.strand import StrandRead

from .screens import speaking

BAR = 2


@pytest.fixture(params=[False, True], ids=["left to right", "right to left"])
def mirrored(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[bool]:
    with speaking("en", right_to_left=request.param):
        yield request.param


def shown(widget: QWidget, qtbot: QtBot, width: int = 400) -> QImage:
    """Show a widget and give what it paints."""
    qtbot.addWidget(widget)
    widget.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
    widget.resize(width, widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height())
    widget.show()
    image = QImage(widget.size(), QImage.Format.Format_ARGB32)
    image.fill(theme.colour("base"))
    widget.render(image, QPoint(0, 0))
    return image


def ink(image: QImage, area: QRect) -> bool:
    """Whether anything is painted in an area."""
    ground = theme.colour("base").rgb()
    return any(
        image.pixel(x, y) != ground
        for x in range(max(area.left(), 0), min(area.right() + 1, image.width()))
        for y in range(max(area.top(), 0), min(area.bottom() + 1, image.height()))
    )


def test_nothing_of_a_strand_lies_under_its_bar(mirrored: bool, qtbot: QtBot) -> None:
    strand = StrandRead("seen", "Seen or heard", "Grijze auto bij het hek.", original="", meta="Fatima")
    image = shown(strand, qtbot)
    bar = QRect(strand.width() - BAR if mirrored else 0, 0, BAR, strand.height())
    assert ink(image, bar)
    for part in (*strand.findChildren(Label), *strand.findChildren(IconMark)):
        gap = bar.left() - part.geometry().right() if mirrored else part.geometry().left() - bar.right()
        assert gap >= 11, part.accessibleName()


def test_wrapped_words_begin_where_reading_begins(mirrored: bool, qtbot: QtBot) -> None:
    label = Label("kort", wrap=True)
    image = shown(label, qtbot)
    assert ink(image, QRect(image.width() - 40 if mirrored else 0, 0, 40, image.height()))
    assert not ink(image, QRect(0 if mirrored else image.width() - 40, 0, 40, image.height()))


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_a_mark_and_its_word_stand_together(
    mirrored: bool, qtbot: QtBot, kind: type[CheckBox] | type[RadioButton]
) -> None:
    button = kind("kort")
    image = shown(button, qtbot)
    assert ink(image, QRect(image.width() - 80 if mirrored else 30, 0, 50, image.height()))
    assert not ink(image, QRect(0 if mirrored else image.width() - 120, 0, 120, image.height()))


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_a_mark_is_pressed_anywhere_and_named_without_its_mnemonic(
    qtbot: QtBot, kind: type[CheckBox] | type[RadioButton]
) -> None:
    button = kind("&weet ik niet")
    qtbot.addWidget(button)
    button.resize(300, 30)
    button.show()
    assert button.accessibleName() == "weet ik niet"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(280, 15))
    assert button.isChecked()
    assert button.minimumSizeHint() == button.sizeHint()
