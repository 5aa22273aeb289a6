"""The lead's part of the tour: pieces combined into a signal, and the signal passed on as a paper."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from baken.model.codes import Basis, Danger
from baken.model.ids import EntityId

from . import labels
from .passing_page import PassingPage
from .signal_page import SignalPage
from .tour_album import Album
from .tour_desk import Desk
from .tour_hands import after, press, rest, type_in, wait_until
from .tour_texts import TourTexts

_PIECES = 4  # the newest so many are combined


def build_signal(album: Album, here: Desk, texts: TourTexts, piece: str) -> EntityId:
    """Combine pieces into a signal; gives its id."""
    here.open("signals")
    album.show(here.window, "16-signals", "The signals of the site", english=True)
    page = here.page(SignalPage)
    youth = here.ask(lambda workspace: workspace.dossiers(texts.youth))[0].youth
    page.start_new((youth,))
    builder = page.builder
    model = builder.pieces.model
    wait_until(lambda: model.rowCount() >= _PIECES, "the pieces about the youth")
    for row in range(_PIECES):
        model.toggle(model.index(row, 0))
    type_in(builder.facts.area.edit, texts.facts)
    type_in(builder.other.area.edit, texts.other_explanation)
    type_in(builder.unknown.area.edit, texts.unknown)
    builder.forms.changed.emit((texts.suspected_form,))
    builder.danger.chosen.emit(Danger.UNKNOWN)
    press(builder.indicators, "&Add")
    here.settle()
    album.show(here.window, "17-indicators", "Choosing an indicator, with its source")
    builder.pieces.list.setCurrentIndex(model.index(0, 0))  # what is chosen now rests on this piece
    type_in(builder.picker.filter, texts.indicator)
    QTest.keyClick(builder.picker.filter, Qt.Key.Key_Return)
    press(builder.indicators, "Ready")
    page.leave()
    wait_until(lambda: page.is_draft_stored, "the draft of the signal")
    album.show(here.window, "18-signal-builder", "A signal: facts, indicators, coverage and no score", english=True)
    after(page.told, lambda: press(builder, "Save"))
    here.settle()
    signals = here.ask(lambda workspace: workspace.signals())
    signal = next(row.id for row in signals if row.facts == texts.facts)
    saved = here.ask(lambda workspace: workspace.signal(signal))
    wait_until(lambda: piece in {row.id for row in saved.observations}, "the recorded piece in the signal")
    return signal


def pass_on(album: Album, here: Desk, texts: TourTexts, signal: EntityId) -> None:
    """Preview form F6 and save it, in Dutch and in English."""
    here.open("passing")
    album.show(here.window, "19-which-signal", "Choosing the signal that is passed on")
    here.open("passing", signal)
    page = here.page(PassingPage)
    wait_until(lambda: page.is_paper_ready, "the paper")
    editor = page.editor
    type_in(editor.purpose, texts.purpose)
    type_in(editor.told, texts.told)
    editor.text.edit.setFocus(Qt.FocusReason.OtherFocusReason)
    editor.basis.setCurrentIndex(editor.basis.findText(labels.basis(Basis.CONSENT)))
    editor.basis.activated.emit(editor.basis.currentIndex())
    for code, number in (("nl", "20"), ("en", "21")):
        editor.language.choose(code)
        editor.language.chosen.emit(code)
        wait_until(lambda: page.is_paper_ready, "the paper")
        rest()
        album.show(here.window, f"{number}-form-f6-{code}", f"Form F6 as it prints ({code})", english=code == "en")
        paper = album.place(f"form-f6-{code}.pdf")
        wait_until(lambda: page.is_paper_ready, "the paper")
        after(page.told, partial(page.save_to, paper))
        album.add(paper, f"Form F6 as it was saved ({code})")
        wait_until(lambda: page.is_paper_ready, "the paper")
