"""The foot of the menu: who works here, which leads to their account; the disc alone where the menu is folded."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from .isolates import isolate, plain
from .widgets.avatar import Avatar
from .widgets.label import Label
from .widgets.row import Row

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class AccountRow(Row):
    """A disc with initials, the name and the role."""

    def __init__(self, name: str, role_word: str) -> None:
        super().__init__("", inset=0, side=8, above=5)
        self._person = name
        self.content.setSpacing(9)
        self.avatar = Avatar(name)
        self._role = Label(role_word, "meta", colour="muted")
        self._words = QWidget()
        names = QVBoxLayout(self._words)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(0)
        names.addWidget(Label(name, "small_strong"))
        names.addWidget(self._role)
        self.add(self.avatar)
        self.add(self._words, 1)
        self.retranslate()

    def set_role(self, word: str) -> None:
        """Say the role in another language."""
        self._role.setText(word)

    def fold(self, is_narrow: bool) -> None:
        """Show the disc alone, or the words too."""
        self._words.setVisible(not is_narrow)
        self.content.setAlignment(self.avatar, Qt.AlignmentFlag.AlignCenter if is_narrow else _MIDDLE)

    def retranslate(self) -> None:
        """Say it in the language of now."""
        words = self.tr("{name}: my account").format(name=isolate(self._person))
        self.setAccessibleName(plain(words))
        self.setToolTip(words)
