"""The first half of the tour: first run, looking around, recording, finding and correcting a piece."""

from pathlib import Path

from .capture_window import CaptureWindow
from .dossier_page import DossierPage
from .dossier_piece import PieceView
from .first_run import FirstRun
from .first_run_made import MadeCard
from .tour_album import Album
from .tour_desk import Desk
from .tour_hands import after, press, rest, sees, type_in, wait_until
from .tour_texts import TourTexts

_NOW, _TIMELINE = range(2)  # tabs of a dossier
_OFFERS = 3  # a name, another name, a number plate


def first_run(album: Album, here: Desk, folder: Path) -> None:
    """Look at the form for a new vault, then make the practice vault in `folder`."""
    screen = here.part(FirstRun)
    album.show(here.window, "01-first-run", "First run: a new vault or the practice vault", english=True)
    screen.show_form()
    album.show(here.window, "02-new-vault", "The form for a new vault")
    press(screen.form, "Back")
    screen.set_busy(True)
    screen.practice_requested.emit(folder)
    made = here.part(MadeCard)
    wait_until(made.isVisible, "the practice vault")
    album.show(here.window, "03-practice-vault", "The practice vault was made")
    press(made, "To the lock screen")


def look_around(album: Album, here: Desk, texts: TourTexts) -> None:
    """Look at what a mentor sees first, and at one youth."""
    album.show(here.window, "06-today", "Vandaag, of a mentor", english=True)
    here.open("youths")
    album.show(here.window, "07-youths", "The youths of the site")
    here.open("dossier", here.youth(texts.youth))
    album.show(here.window, "08-dossier", "A dossier: what is important now", english=True)
    page = here.page(DossierPage)
    page.header.tab_chosen.emit(_TIMELINE)
    here.settle()
    album.show(here.window, "09-timeline", "The timeline of a dossier with one piece", english=True)
    page.timeline.toggle_twin()
    here.settle()
    album.show(here.window, "10-timeline-as-list", "The same timeline as a list")
    page.timeline.toggle_twin()


def record(album: Album, here: Desk, texts: TourTexts) -> str:
    """Record a piece with its three strands; gives its id."""
    here.open("today")
    here.shell.top_bar.capture_requested.emit()
    window, editor = here.part(CaptureWindow), here.editor()
    type_in(editor.text.edit, texts.text)
    wait_until(lambda: editor.offers.count >= _OFFERS, "the names in the text")
    editor.offers.take_next()
    type_in(editor.quote.quote.edit, texts.quote)
    type_in(editor.quote.original, texts.quote_original)
    type_in(editor.quote.note, texts.quote_note)
    type_in(editor.thought.thought.edit, texts.meaning)
    type_in(editor.place, texts.place)
    wait_until(lambda: sees(window, "Draft saved"), "the draft on the disk")
    album.show(
        here.window, "11-capture", "A piece with its three strands, recognised names, the draft saved", english=True
    )
    after(here.shell.capture.closed, lambda: press(window, "Save"))
    youth = here.youth(texts.youth)
    pieces = here.ask(lambda workspace: workspace.observations(youth))
    piece = next(row.id for row in pieces if row.text == texts.text)
    here.open("dossier", f"{youth}#{piece}")
    here.settle()
    album.show(here.window, "12-piece-on-timeline", "The saved piece on the timeline")
    return piece


def search(album: Album, here: Desk, texts: TourTexts) -> None:
    """Find the piece by the beginning of a word."""
    here.open("today")
    here.shell.start_search()
    box = here.shell.search.box
    type_in(box.field, texts.search)
    wait_until(lambda: box.list.model().rowCount() > 0, "the piece that is searched")
    rest()
    album.show(here.window, "13-search", "Search by the beginning of a word", english=True)
    here.shell.search.close_search()


def correct(album: Album, here: Desk, texts: TourTexts, piece: str) -> None:
    """Correct the piece; both versions stay visible."""
    here.open("dossier", f"{here.youth(texts.youth)}#{piece}")
    here.settle()
    press(here.part(PieceView, here.page(DossierPage)), "&Correct")
    editor = here.editor()
    editor.text.edit.selectAll()
    type_in(editor.text.edit, texts.corrected)
    type_in(editor.why, texts.why)
    window = here.part(CaptureWindow)
    wait_until(lambda: sees(window, "Draft saved"), "the draft of the correction")
    album.show(here.window, "14-correcting", "Correcting a piece, with the reason")
    after(here.shell.capture.closed, lambda: press(window, "Save"))
    here.open("piece", piece)
    album.show(here.window, "15-both-versions", "Both versions of the corrected piece stay visible")
