"""The head of a dossier: who it is, what is known in one line, the tabs, and the one blue button."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from baken.model.views import Dossier

from . import icons, theme
from .origin import from_site, same_as
from .shortcuts import Keys
from .text import isolate, plain
from .widgets import paint
from .widgets.button import Button
from .widgets.card import IconMark, clear
from .widgets.choice import Tabs
from .widgets.flow import FlowLayout
from .widgets.label import Label
from .widgets.youth import YouthName

_WORDS_FROM = 720  # px; narrower headers drop the words of the button and the place of the photo


class Portrait(QWidget):
    """The place of a photo: a person in a frame of 56 px; decoration."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Give the size of the frame."""
        return QSize(theme.px(56), theme.px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame and the person."""
        painter = QPainter(self)
        paint.box(painter, QRectF(self.rect()), 10, fill="sunk", edge="hair")
        size = theme.px(26)
        icons.draw(painter, "user", "muted", (self.width() - size) / 2, (self.height() - size) / 2, size=size)


class DossierHeader(QWidget):
    """White, over the whole width of the page, with a hair line below."""

    back_requested = Signal()
    capture_requested = Signal()
    tab_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dossier: Dossier | None = None
        self._back = Button("", "bare", icon="arrow-left", icon_only=True, height=30, colour="text")
        self._names = QVBoxLayout()
        self._names.setSpacing(0)
        self._facts = QWidget()
        self._flow = FlowLayout(self._facts, gap=18, line_gap=4)
        self._capture = Button("", "primary", icon="plus", keys=Keys.CAPTURE, height=36)
        self._capture_short = Button("", "primary", icon="plus", keys=Keys.CAPTURE, height=36, icon_only=True)
        self._capture_short.hide()
        self.tabs = Tabs("", ("", "", ""))
        top = QHBoxLayout()
        top.setContentsMargins(18, 14, 24, 4)
        top.setSpacing(10)
        top.addWidget(self._back)
        self._portrait = Portrait()
        top.addWidget(self._portrait)
        top.addSpacing(2)
        top.addLayout(self._names, 1)
        top.addWidget(self._capture, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._capture_short, 0, Qt.AlignmentFlag.AlignVCenter)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(26, 0, 24, 0)
        tabs.addWidget(self.tabs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 1)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addLayout(tabs)
        self._back.clicked.connect(self.back_requested)
        self._capture.clicked.connect(self.capture_requested)
        self._capture_short.clicked.connect(self.capture_requested)
        self.tabs.chosen.connect(self.tab_chosen)
        self.retranslate()

    def show_dossier(self, dossier: Dossier) -> None:
        """Show who it is."""
        self._dossier = dossier
        self.retranslate()

    def set_primary(self, *, is_primary: bool) -> None:
        """Make the blue button plain while capture beside the page has its own."""
        for button in (self._capture, self._capture_short):
            button.set_look("primary" if is_primary else "plain")

    def minimumSizeHint(self) -> QSize:
        """Give the size without the words of the button, so that the window can become narrow at all."""
        hint = super().minimumSizeHint()
        spared = 0
        if self._capture.isVisibleTo(self):
            words = self._capture.sizeHint().width() - self._capture_short.sizeHint().width()
            spared = words + self._portrait.sizeHint().width() + 10
        return QSize(hint.width() - spared, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the name its room in a narrow window: the button keeps its icon and key."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.px(_WORDS_FROM)
        self._capture.setVisible(not is_narrow)
        self._capture_short.setVisible(is_narrow)
        self._portrait.setVisible(not is_narrow)

    def retranslate(self) -> None:
        """Make everything again in the language in use."""
        self._back.setText(self.tr("Back"))
        self.tabs.setAccessibleName(self.tr("Parts of the dossier"))
        self.tabs.set_texts((self.tr("Important now"), self.tr("Timeline"), self.tr("Documents")))
        clear(self._names)
        dossier = self._dossier
        if dossier is None:
            return
        called = dossier.youth.alias or (dossier.youth.name.split()[0] if dossier.youth.name else "")
        for button in (self._capture, self._capture_short):
            button.setText(self.tr("Piece about {name}").format(name=isolate(called.replace("&", "&&"))))
        self._names.addWidget(YouthName(dossier.youth, "header"))
        self._facts = QWidget()
        self._flow = FlowLayout(self._facts, gap=18, line_gap=4)
        for icon, word, text in self._known(dossier):
            self._flow.addWidget(_Fact(icon, word, text))
        self._names.addWidget(self._facts)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("base"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("hair"))

    def _known(self, dossier: Dossier) -> list[tuple[str, str, str]]:
        """List what is known of a youth, with its icon and what it is; what is unknown is not there."""
        facts = []
        if dossier.site:
            facts.append(("building-2", self.tr("Site"), from_site(dossier.site)))
        if dossier.age is not None:
            facts.append(("cake", self.tr("Age"), self.tr("%n year(s) old", "", dossier.age)))
        if dossier.language:
            facts.append(("languages", self.tr("Language"), isolate(dossier.language)))
        if dossier.youth.room:
            facts.append(("door-open", self.tr("Room"), isolate(dossier.youth.room)))
        if dossier.mentor:
            words = self.tr("mentor {name}").format(name=isolate(dossier.mentor))
            facts.append(("user", self.tr("Mentor"), words))
        if dossier.guardian:
            words = self.tr("guardian {name}").format(name=isolate(dossier.guardian))
            facts.append(("shield-user", self.tr("Guardian"), words))
        if dossier.v_number:
            words = self.tr("V-number {number}").format(number=isolate(dossier.v_number))
            facts.append(("id-card", self.tr("Foreign national's number"), words))
        if dossier.namesake is not None:
            facts.append(("users", self.tr("Another dossier"), same_as(dossier.namesake)))
        return facts


class _Fact(QWidget):
    """An icon with a few words; what it is stands in the tooltip and is told to assistive technology."""

    def __init__(self, icon: str, word: str, text: str) -> None:
        super().__init__()
        self.setToolTip(word)
        self.setAccessibleName(f"{word}: {plain(text)}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(IconMark(icon, "muted", 16))
        row.addWidget(Label(text, "small", colour="muted"))
