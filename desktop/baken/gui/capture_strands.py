"""The two strands beside the fact: the youth's own words in a solid frame, what the author thinks in a dashed one.

They look different from each other and from the fact on purpose: what was said, what was seen and what is thought
stay apart.
"""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from . import theme
from .widgets import paint
from .widgets.card import IconMark
from .widgets.field import TextArea, see_through
from .widgets.label import Label


class _Plain(QLineEdit):
    """A line without a box of its own, inside the frame of a strand."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrame(False)
        self.restyle()

    def restyle(self) -> None:
        """Take the font and colours of now."""
        self.setFont(theme.font("small"))
        see_through(self, "muted")
        self.setMinimumHeight(theme.px(24))


class _Frame(QWidget):
    """A rounded frame that turns accent while something in it has the focus."""

    changed = Signal()

    def __init__(self, icon: str, *, dashed: bool) -> None:
        super().__init__()
        self._dashed = dashed
        self._watched: tuple[QWidget, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.head = Label("", "label")
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.top.addWidget(IconMark(icon, "muted", 16))
        self.top.addWidget(self.head)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(13, 7, 13, 8)
        self.rows.setSpacing(3)
        self.rows.addLayout(self.top)

    def watch(self, *fields: QWidget) -> None:
        """Follow the focus of the fields in the frame."""
        self._watched = fields
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the frame again when the focus comes or goes."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        focused = any(field.hasFocus() for field in self._watched)
        paint.box(
            QPainter(self),
            QRectF(self.rect()),
            8,
            fill="base",
            edge="accent" if focused else "line",
            width=2 if focused else 1,
            dashed=self._dashed and not focused,
        )


class _Words(TextArea):
    """A text area of one line inside a frame, never lower than a target may be."""

    def minimumSizeHint(self) -> QSize:
        """Give one line, at least 24 px."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), 24))

    def sizeHint(self) -> QSize:
        """Give one line, at least 24 px."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), 24))


class QuoteFrame(_Frame):
    """The youth's own words, the same words in their own script, and the language and who translated."""

    def __init__(self) -> None:
        super().__init__("quote", dashed=False)
        self.quote = _Words("", lines=1, framed=False, role="body")
        self.original = _Plain()
        self.original.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.note = _Plain()
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.top.addWidget(self.note, 1)
        words = QHBoxLayout()
        words.setSpacing(12)
        words.addWidget(self.quote, 3)
        words.addWidget(self.original, 2)
        self.rows.addLayout(words)
        self.watch(self.quote.edit, self.original, self.note)
        QWidget.setTabOrder(self.quote.edit, self.note)  # the words come first, though the note stands above them
        QWidget.setTabOrder(self.note, self.original)
        self.quote.changed.connect(self.changed)
        self.original.textEdited.connect(self.changed)
        self.note.textEdited.connect(self.changed)
        self.retranslate()

    def set_values(self, quote: str, original: str, note: str) -> None:
        """Show the words."""
        self.quote.set_text(quote)
        self.original.setText(original)
        self.note.setText(note)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.head.setText(self.tr("In the youth's own words"))
        self.quote.set_words(self.tr("In the youth's own words"), self.tr("‘…’"))
        self.original.setAccessibleName(self.tr("The same words in the language in which they were spoken"))
        self.original.setPlaceholderText(self.tr("as spoken"))
        self.note.setAccessibleName(self.tr("Language and who translated"))
        self.note.setPlaceholderText(self.tr("language, who translated"))


class ThoughtFrame(_Frame):
    """What the author thinks; stays off paper unless somebody chooses it, and goes with the piece to another site."""

    def __init__(self) -> None:
        super().__init__("lightbulb", dashed=True)
        self._apart = Label("", "meta", colour="muted", wrap=True)
        self.thought = _Words("", lines=1, framed=False, role="body", colour="muted")
        self.top.addStretch(1)
        self.rows.addWidget(self._apart)
        self.rows.addWidget(self.thought)
        self.watch(self.thought.edit)
        self.thought.changed.connect(self.changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.head.setText(self.tr("What do you think?"))
        self._apart.setText(self.tr("not on paper; other sites that get the piece read it"))
        self.thought.set_words(self.tr("What do you think?"))
