"""*Jongeren* says from which site a dossier came, and which other one looks like it."""

import msgspec
from pytestqt.qtbot import QtBot

from baken.gui.youths_page import YouthList
from baken.model.ids import EntityId
from baken.model.views import DossierRow, Namesake, Youth

from .pages import texts

BILAL = DossierRow(youth=Youth(id=EntityId("1"), name="Bilal Zerrouki"), language="Darija")


def test_a_row_says_from_which_site_it_came_and_which_other_one_looks_like_it(qtbot: QtBot) -> None:
    youths = YouthList()
    qtbot.addWidget(youths)
    ours = Namesake(name="Bilal Zerrouki", site="", has_same_number=False)
    theirs = Namesake(name="Bilal Z.", site="Locatie Oost", has_same_number=True)
    youths.show_rows(
        [
            msgspec.structs.replace(BILAL, namesake=theirs),
            msgspec.structs.replace(BILAL, site="Locatie Oost", namesake=ours),
        ],
        is_filtered=False,
    )
    youths.show()
    shown = texts(youths)
    assert "Darija · same V-number as Bilal Z. from Locatie Oost" in shown
    assert "Darija · from Locatie Oost · same name as Bilal Zerrouki of this site" in shown
