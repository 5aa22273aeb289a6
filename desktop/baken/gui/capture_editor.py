"""One piece being written: what was seen or heard, the two strands beside it, about whom, when, how known.

The cursor starts in the only mandatory field. A widget: takes and gives a `CaptureForm`, knows no Workspace.
"""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from baken.model.codes import Precision
from baken.model.records import When
from baken.model.views import Recognised, Youth

from . import language, theme
from .capture_about import AboutRow, OfferRow
from .capture_attached import AttachedRow
from .capture_audience import AudienceRow
from .capture_form import CaptureForm, Correcting, offers
from .capture_source import KindBox, SourceRow
from .capture_strands import QuoteFrame, ThoughtFrame
from .capture_text import FactText
from .capture_when import WhenField
from .text import format_when, isolate
from .widgets.choice import CheckBox
from .widgets.drop import FileDrop
from .widgets.field import LineEdit
from .widgets.label import Label
from .widgets.scroll import ScrollArea

_ONE_LINE = 430  # px at 100 %; below it what stands side by side stands below each other


class CaptureEditor(QWidget):
    """The form of one piece; `changed` after every change by a person."""

    changed = Signal()
    offered = Signal()  # what can still be taken is another now
    recognise_requested = Signal(str)
    attach_requested = Signal()  # choose files
    files_dropped = Signal(object)  # tuple[Path, ...]

    def __init__(self, now: Callable[[], dt.datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._correcting: Correcting | None = None
        self._found: tuple[Recognised, ...] = ()
        self._problem = ""
        self.text = FactText()
        self._title = Label("", "section")
        self._title.setBuddy(self.text.edit)
        self._needed = Label("", "meta", colour="muted")
        self.offers = OfferRow()
        self.about = AboutRow()
        self.when = WhenField(now)
        self.quote = QuoteFrame()
        self.thought = ThoughtFrame()
        self.source = SourceRow()
        self.kind = KindBox()
        self.place = LineEdit("", height=32)
        self.attached = AttachedRow()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._where = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.protect = CheckBox("")
        self.audience = AudienceRow()
        self.why = LineEdit("")
        self._corrects = Label("", "list_new", colour="accent", wrap=True)
        self._why_label = Label("", "label", colour="muted")
        self._side = [Label("", "label", colour="muted") for _ in range(7)]
        self._build()
        self._drop = FileDrop(self)
        self._connect()
        self.retranslate()
        self.set_form(CaptureForm(when=self._this_minute()))

    def form(self) -> CaptureForm:
        """Give what stands in the form now."""
        form = CaptureForm(
            text=self.text.text(),
            quote=self.quote.quote.text(),
            quote_original=self.quote.original.text(),
            quote_note=self.quote.note.text(),
            meaning=self.thought.thought.text(),
            about=self.about.about(),
            entities=self.about.entities(),
            when=self.when.when(),
            when_typed=self.when.typed() if self.when.when() is None else "",
            place=self.place.text(),
            kind=self.kind.kind(),
            source=self.source.source(),
            source_note=self.source.note(),
            protect_source=self.protect.isChecked(),
            restricted=self.audience.is_restricted(),
            correcting=self._correcting,
            why=self.why.text(),
        )
        return form.attaching(self.attached.attachments())

    def set_form(self, form: CaptureForm) -> None:
        """Show a form, with the cursor at the end of its text; emits nothing."""
        self.blockSignals(True)
        self._correcting = form.correcting
        self.text.set_text(form.text)
        cursor = self.text.edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.text.edit.setTextCursor(cursor)
        self.quote.set_values(form.quote, form.quote_original, form.quote_note)
        self.thought.thought.set_text(form.meaning)
        self.about.set_values(form.about, form.entities)
        self.when.set_when(form.when, form.when_typed)
        self.place.setText(form.place)
        self.attached.set_values(form.attached)
        self.kind.set_kind(form.kind)
        self.source.set_values(form.source, form.source_note)
        self.protect.setChecked(form.protect_source)
        self.audience.set_restricted(form.restricted)
        self.audience.setVisible(form.correcting is None)  # who reads the piece reads its correction
        self.audience.hear(form.quote)
        self.why.setText(form.why)
        for widget in (self.why, self._why_label):
            widget.setVisible(form.correcting is not None)
        self.retranslate()
        self.blockSignals(False)
        self._offer()

    def set_known(self, youths: Sequence[Youth]) -> None:
        """Say which youths can be added."""
        self.about.set_known(youths)

    def show_recognised(self, text: str, found: Sequence[Recognised]) -> None:
        """Offer what was recognised in `text`, unless the text has moved on."""
        if text == self.text.text():
            self._found = tuple(found)
            self._offer()

    def show_lacking(self, lacking: Sequence[str]) -> None:
        """Say what still stands in the way of saving and put the cursor there; nothing lacking clears it."""
        self._problem = lacking[0] if lacking else ""
        self.retranslate()
        fields = {"text": self.text.edit, "when": self.when.field, "why": self.why}
        if self._problem:
            fields[self._problem].setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self) -> None:
        """Put the cursor in the mandatory field."""
        self.text.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        correcting = self._correcting is not None
        self._title.setText(self.tr("&What did you see or hear?"))
        self.text.set_words(self.tr("What did you see or hear?"))
        is_text_lacking = self._problem == "text"
        lacking_text = self.tr("write first what you saw or heard")
        needed = self.tr("correction") if correcting else self.tr("only this is needed")
        self._needed.setText(lacking_text if is_text_lacking else needed)
        self._needed.set_colour("danger" if is_text_lacking else "muted")
        self.when.ask(self.tr("write first when it was") if self._problem == "when" else "")
        self._corrects.setText(self._say_corrected())
        self._corrects.setVisible(correcting)
        words = (
            self.tr("Recognised"),
            self.tr("About"),
            self.tr("When"),
            self.tr("Source"),
            self.tr("Kind"),
            self.tr("Place"),
            self.tr("Attached"),
        )
        for label, word in zip(self._side, words, strict=True):
            label.setText(word)
        self.place.setAccessibleName(self.tr("Place"))
        self.place.setPlaceholderText(self.tr("if it matters"))
        self.protect.setText(self.tr("&protect the source"))
        is_why_lacking = self._problem == "why"
        why = self.tr("write first why you correct it") if is_why_lacking else self.tr("Why do you correct it?")
        self._why_label.setText(why)
        self._why_label.set_colour("danger" if is_why_lacking else "muted")
        self.why.setAccessibleName(self.tr("Why do you correct it?"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put below each other what has no room on one line."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        direction = QBoxLayout.Direction
        is_narrow = self.width() < theme.px(_ONE_LINE)
        for row in (self._head, self._where):
            row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        self.audience.fold(is_narrow)

    def restyle(self) -> None:
        """Keep the column of labels as wide, and each as high, as the text size asks."""
        self._fold()
        for grid in (self._grid, self._last):
            grid.setColumnMinimumWidth(0, theme.px(64))
        for label, height in zip(self._side, (26, 28, 32, 24, 32, 32, 28), strict=True):
            label.setMinimumHeight(theme.px(height))

    def _build(self) -> None:
        """Lay out the form in a scroll area: at 690 high the text gives way first, then it scrolls."""
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.setSpacing(8)
        head = self._head
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._needed)
        layout.addWidget(self._corrects)
        layout.addLayout(head)
        layout.addWidget(self.text, 1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        for row, field in enumerate((self.offers, self.about, self.when)):
            self._add_row(self._grid, row, field)
        layout.addLayout(self._grid)
        layout.addWidget(self.quote)
        layout.addWidget(self.thought)
        layout.addLayout(self._last_rows())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = ScrollArea(content)
        outer.addWidget(self._area)
        self.restyle()

    def _add_row(self, grid: QGridLayout, row: int, field: QWidget) -> None:
        """Put a field beside its word; the word stands level with the field's first line."""
        label = self._side[row]
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        at = grid.rowCount()
        grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, at, 1)

    def _last_rows(self) -> QGridLayout:
        """Lay out how it is known, kind and place, attachments, who is protected, who may read, why it is corrected."""
        self._last = QGridLayout()
        self._last.setHorizontalSpacing(8)
        self._last.setVerticalSpacing(6)
        self._last.setColumnStretch(1, 1)
        self._add_row(self._last, 3, self.source)
        where = QWidget()
        row = self._where
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.kind)
        row.addSpacing(8)
        row.addWidget(self._side[5])
        row.addWidget(self.place, 1)
        where.setLayout(row)
        self._add_row(self._last, 4, where)
        self._add_row(self._last, 6, self.attached)
        self._last.addWidget(self.protect, self._last.rowCount(), 1)
        for field in (self.audience, self._why_label, self.why):
            self._last.addWidget(field, self._last.rowCount(), 0, 1, 2)
        return self._last

    def _connect(self) -> None:
        for signal in (
            self.text.changed,
            self.quote.changed,
            self.thought.changed,
            self.about.changed,
            self.when.changed,
            self.source.changed,
            self.kind.activated,
            self.place.textEdited,
            self.protect.toggled,
            self.attached.changed,
            self.audience.changed,
            self.why.textEdited,
        ):
            signal.connect(self._changed)
        self.text.recognise_requested.connect(self.recognise_requested)
        self.offers.taken.connect(self.take)
        self.attached.add_requested.connect(self.attach_requested)
        self.attached.told.connect(self._bring_attached)
        self._drop.dropped.connect(self.files_dropped)

    def _changed(self) -> None:
        self.audience.hear(self.quote.quote.text())
        if self._problem and self._problem not in self.form().lacking:
            self.show_lacking(())
        self._offer()
        self.changed.emit()

    def take(self, offer: Recognised) -> None:
        """Take over what was recognised, as a press on it does."""
        taken = self.form().taking(offer)
        self.about.set_values(taken.about, taken.entities)
        self._changed()

    def _offer(self) -> None:
        """Show what can still be taken; the row keeps its place, so that nothing jumps while typing."""
        form = self.form()
        self.offers.show_offers(offers(self._found, form))
        self.text.show_recognised(self._found)
        self.offered.emit()

    def _bring_attached(self) -> None:
        """Scroll to the attachments, once they have their new height."""
        QTimer.singleShot(0, self, self._scroll_to_attached)

    def _scroll_to_attached(self) -> None:
        self._area.ensureWidgetVisible(self.attached, 0, theme.px(8))

    def unchosen(self) -> tuple[Recognised, ...]:
        """Give the youths whom the text names while none was chosen; nobody is linked by itself."""
        form = self.form()
        if form.about:
            return ()
        return tuple(offer for offer in offers(self._found, form) if offer.youth is not None)

    def _say_corrected(self) -> str:
        """Say which piece is corrected; empty for a new one."""
        if self._correcting is None or self._correcting.when is None:
            return ""
        moment = format_when(self._correcting.when, language.current(), today=self._now().date())
        words = self.tr("Correction of “{title}”, {moment}")
        return words.format(title=isolate(self._correcting.title), moment=isolate(moment))

    def _this_minute(self) -> When:
        return When(start=self._now().isoformat(timespec="minutes"), precision=Precision.MINUTE)
