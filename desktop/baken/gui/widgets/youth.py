"""A youth's name as on every row: Latin, then the own script a step smaller, then the room as a chip."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from baken.model.views import Youth

from .chip import Chip
from .flow import FlowLayout
from .label import Label


class YouthName(QWidget):
    """Name, own script, room; in a line box of fixed height. `large` is the dossier's header."""

    def __init__(self, youth: Youth, *, large: bool = False, is_new: bool = False, with_room: bool = True) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = FlowLayout(self, gap=14 if large else 9)  # a name is never cut: what does not fit goes below
        layout.addWidget(Label(shown_name(youth), "name" if large else "section" if is_new else "youth"))
        if youth.name_native and youth.name_native != youth.name:
            layout.addWidget(Label(youth.name_native, "native_large" if large else "native", colour="muted"))
        if with_room and youth.room and not large:
            layout.addWidget(Chip(youth.room, "sunk", icon="door-open"))
        self.setAccessibleName(full_name(youth))


def shown_name(youth: Youth) -> str:
    """Give the name that a youth goes by: name, or alias where no name is known."""
    return youth.name or youth.alias or youth.name_native


def full_name(youth: Youth) -> str:
    """Give name, own script and room for assistive technology."""
    return " ".join(part for part in (shown_name(youth), youth.name_native, youth.room) if part)


def youth_names(youths: tuple[Youth, ...]) -> str:
    """Give several names in one line."""
    return ", ".join(shown_name(youth) for youth in youths)
