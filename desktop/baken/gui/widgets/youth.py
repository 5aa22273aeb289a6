"""A youth's name as on every row: Latin, then the own script a step smaller, then the room as a chip."""

from typing import Final, Literal

from PySide6.QtWidgets import QSizePolicy, QWidget

from baken.gui import theme
from baken.gui.tokens import TypeRole
from baken.model.views import Youth

from .card import IconMark
from .chip import Chip
from .flow import FlowLayout
from .label import Label

NameSize = Literal["small", "row", "row_new", "header"]

_ROLES: Final[dict[NameSize, tuple[TypeRole, TypeRole]]] = {
    "small": ("small_strong", "meta"),
    "row": ("youth", "native"),
    "row_new": ("section", "native"),
    "header": ("name", "native_large"),
}
_GAPS: Final[dict[NameSize, int]] = {"small": 6, "row": 9, "row_new": 9, "header": 14}
_DROP: Final = 4  # px above the own script in the header, so that 19 px stands on the line of 24 px


class YouthName(QWidget):
    """Name, own script, room; in a line box of fixed height. `header` is the dossier's, without the room."""

    def __init__(self, youth: Youth, size: NameSize = "row") -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._size: NameSize = size
        latin, native = _ROLES[size]
        layout = FlowLayout(self, gap=_GAPS[size], line_gap=2)  # a name is never cut: what does not fit goes below
        layout.addWidget(Label(shown_name(youth), latin))
        self._own = Label(youth.name_native, native, colour="muted", parent=self)
        if youth.name_native and youth.name_native != youth.name:
            layout.addWidget(self._own)
        else:
            self._own.hide()
        if youth.room and size == "small":
            layout.addWidget(IconMark("door-open", "muted", 14))
            layout.addWidget(Label(youth.room, "meta", colour="muted"))
        elif youth.room and size != "header":
            layout.addWidget(Chip(youth.room, "sunk", icon="door-open"))
        self.setAccessibleName(full_name(youth))
        self.restyle()

    def restyle(self) -> None:
        """Set both scripts on one line in the text size of now; small names differ by less than a pixel."""
        self._own.setContentsMargins(0, theme.px(_DROP) if self._size == "header" else 0, 0, 0)


def shown_name(youth: Youth) -> str:
    """Give the name that a youth goes by: name, or alias where no name is known."""
    return youth.name or youth.alias or youth.name_native


def full_name(youth: Youth) -> str:
    """Give name, own script and room for assistive technology."""
    return " ".join(part for part in (shown_name(youth), youth.name_native, youth.room) if part)


def youth_names(youths: tuple[Youth, ...]) -> str:
    """Give several names in one line."""
    return ", ".join(shown_name(youth) for youth in youths)
