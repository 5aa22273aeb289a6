"""The attachments of a version of a piece, as it is read: a chip each, which opens it inside the programme."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from baken.model.records import Attachment

from .attached_words import icon_of, say_in_full, say_short
from .text import isolate, plain
from .widgets.chip import ChipButton
from .widgets.emit import send_when_pressed
from .widgets.flow_box import FlowBox


class AttachedChips(FlowBox):
    """Chips with name, kind and size."""

    opened = Signal(object)  # Attachment

    def __init__(self, attachments: Sequence[Attachment], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        for attachment in attachments:
            words = say_in_full(attachment)
            if attachment.shows:
                words = f"{words}: {isolate(attachment.shows)}"
            chip = ChipButton(
                say_short(attachment).replace("&", "&&"),
                "outline",
                icon=icon_of(attachment),
                action_name=self.tr("Open {name}").format(name=words),
            )
            chip.setToolTip(plain(words))
            send_when_pressed(chip, self.opened, attachment)
            self.flow.addWidget(chip)
