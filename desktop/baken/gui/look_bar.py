"""Language, text size, dark or light: the same small bar on the lock screen and at the first run."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from . import language, theme
from .widgets.button import Button
from .widgets.choice import Segmented


class LookBar(QWidget):
    """nl | en, A−, A+ and the moon; says what was asked for, changes nothing itself."""

    language_chosen = Signal(str)
    percent_chosen = Signal(int)
    dark_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = Segmented("", [(code, code) for code in language.LANGUAGES])
        self._smaller = Button("A−", height=30)
        self._larger = Button("A+", height=30)
        self._dark = Button("", icon="moon", icon_only=True, height=30)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self._language, self._smaller, self._larger, self._dark):
            layout.addWidget(widget)
        self._language.chosen.connect(self._choose_language)
        self._smaller.clicked.connect(self.make_smaller)
        self._larger.clicked.connect(self.make_larger)
        self._dark.clicked.connect(self._switch_dark)
        self.retranslate()
        self.restyle()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._language.set_texts(self.tr("Language"), list(language.LANGUAGES))
        self._language.choose(language.current())
        self._smaller.setAccessibleName(self.tr("Smaller text"))
        self._larger.setAccessibleName(self.tr("Larger text"))
        self._name_dark()

    def restyle(self) -> None:
        """Show the look of now."""
        self._smaller.setEnabled(theme.percent() > theme.SCALES[0])
        self._larger.setEnabled(theme.percent() < theme.SCALES[-1])
        self._dark.set_icon("sun" if theme.is_dark() else "moon")
        self._name_dark()

    def make_larger(self) -> None:
        """Ask for the next text size."""
        self.percent_chosen.emit(next((step for step in theme.SCALES if step > theme.percent()), theme.SCALES[-1]))

    def make_smaller(self) -> None:
        """Ask for the text size before."""
        smaller = [step for step in theme.SCALES if step < theme.percent()]
        self.percent_chosen.emit(smaller[-1] if smaller else theme.SCALES[0])

    def _choose_language(self, code: object) -> None:
        self.language_chosen.emit(str(code))

    def _switch_dark(self) -> None:
        self.dark_chosen.emit(not theme.is_dark())

    def _name_dark(self) -> None:
        self._dark.setText(self.tr("Light screen") if theme.is_dark() else self.tr("Dark screen"))


class LookPopup(QFrame):
    """The bar in a popup, for the unlocked window; Esc or a click beside it closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.bar = LookBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(self.bar)
        self.bar.language_chosen.connect(self.hide)
        self.bar.percent_chosen.connect(self._resize)
        self.setAccessibleName(self.tr("Language, text size, dark"))

    def show_below(self, button: QWidget) -> None:
        """Stand below the button that asked for it, its end under the button's end."""
        self.adjustSize()
        self.move(button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 6)))
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("base"))
        painter.setPen(theme.colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _resize(self, _percent: int) -> None:
        self.adjustSize()
