"""The last part of the tour: two sites trust each other and exchange a bundle, by file and through a mailbox."""

import socket
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QCheckBox

from baken.errors import BugError
from baken.model.clock import SystemClock
from baken.model.codes import Basis, Delivery
from baken.model.ids import EntityId
from baken.work.practice import PUBLISHED, build_practice_vault

from . import labels
from .exchange_make import BundleWish
from .exchange_page import ExchangePage
from .tour_album import Album
from .tour_desk import Desk
from .tour_hands import after, press, type_in, wait_until
from .tour_texts import TourTexts

_GROUPS = 2  # of the fingerprint that the other site reads out


def make_elsewhere(working: Path, texts: TourTexts) -> Desk:
    """Make the practice vault of another site and unlock it."""
    build_practice_vault(working / "west", SystemClock(), site=texts.elsewhere)
    there = Desk(working / "there", working / "west")
    there.unlock(texts.lead_elsewhere, PUBLISHED)
    return there


def exchange(album: Album, here: Desk, there: Desk, texts: TourTexts, signal: EntityId) -> None:
    """Exchange cards, then a bundle as a file."""
    for desk in (here, there):
        desk.open("exchange")
    album.show(here.window, "22-exchange", "Exchange: sites, bundles, carriers", english=True)
    cards = {here: album.place("oost.card"), there: album.place("west.card")}
    for desk, card in cards.items():
        page = desk.page(ExchangePage)
        after(page.told, partial(page.write_own_card, card))
        album.add(card, "The card of a site: public, handed over as a file")
    for desk, other in ((here, there), (there, here)):
        fingerprint = other.ask(lambda workspace: workspace.own_fingerprint())
        page = desk.page(ExchangePage)
        page.add_card(cards[other])
        wait_until(page.trust.isVisible, "the card of the other site")
        type_in(page.trust.groups, " ".join(fingerprint.split()[-_GROUPS:]))
        type_in(page.trust.how, texts.compared)
        if desk is here:
            album.show(here.window, "23-fingerprint", "The fingerprint of a card, compared on the telephone")
        after(page.told, partial(press, page.trust, "Trust this site"))
        desk.settle()
    bundle = album.place("signal.age")
    _seal(album, here, signal, bundle)
    _take_in(album, there, bundle)


def use_mailbox(album: Album, here: Desk, there: Desk, folder: Path, signal: EntityId) -> None:
    """Exchange through a mailbox on this machine, and see both receipts; left out where none is installed."""
    programme = Path(sys.executable).with_name("baken-registry")
    if not programme.exists():
        album.leave_out("29 to 31, the mailbox: the registry is not installed on this machine (baken[registry])")
        return
    folder.mkdir()
    port = _free_port()
    for name, desk in (("here", here), ("there", there)):
        _enrol(programme, desk, folder, name, f"http://127.0.0.1:{port}")
    mailbox = _start(programme, "serve", "--port", str(port), "--data", str(folder))
    try:
        wait_until(partial(_answers, port), "the mailbox")
        _round(album, here, there, signal)
    finally:
        mailbox.terminate()
        _wait_for_end(mailbox)


def _seal(album: Album, here: Desk, signal: EntityId, bundle: Path) -> None:
    page = here.page(ExchangePage)
    _choose(here, signal)
    album.show(here.window, "24-make-a-bundle", "Choosing what goes to which site, and on which basis")
    page.making.file_requested.disconnect()
    wishes: list[BundleWish] = []
    page.making.file_requested.connect(wishes.append)
    press(page.making, "Seal to a file…")
    after(page.told, lambda: page.seal_to(wishes[0], bundle))
    here.settle()
    album.add(bundle, "The signal with its pieces, sealed to one site; an age file")
    album.show(here.window, "25-sealed", "The bundle is sealed and waits to be handed over")


def _take_in(album: Album, there: Desk, bundle: Path) -> None:
    page = there.page(ExchangePage)
    page.look_at(bundle)
    wait_until(page.importing.isVisible, "what the file is")
    album.show(there.window, "26-inspected", "At the other site: what the file is, before anything comes in")
    after(page.told, partial(press, page.importing, "Import"))
    there.settle()
    album.show(there.window, "27-imported", "The bundle came in")
    there.open("signals")
    album.show(there.window, "28-signal-elsewhere", "The signal at the other site, with its author and origin")
    there.open("exchange")
    after(page.told, partial(page.take_in, bundle))


def _choose(here: Desk, signal: EntityId) -> None:
    """Open the form of a bundle and tick the signal."""
    here.open("exchange")
    page = here.page(ExchangePage)
    press(page, "Make a bundle…")
    wait_until(page.making.isVisible, "the form of a bundle")
    page.making.basis.setCurrentIndex(page.making.basis.findText(labels.basis(Basis.CONSENT)))
    tick = next(box for box in page.making.findChildren(QCheckBox) if box.property("signal") == signal)
    tick.click()
    here.settle()


def _enrol(programme: Path, desk: Desk, folder: Path, name: str, address: str) -> None:
    request, answer = folder / f"{name}.enrol", folder / f"{name}.enrolment"
    desk.open("exchange")
    page = desk.page(ExchangePage)
    after(page.told, partial(page.write_request, request))
    words = ("enrol", str(request), "--out", str(answer), "--address", address, "--data", str(folder))
    _wait_for_end(_start(programme, *words))
    after(page.told, partial(page.read_answer, answer))
    desk.settle()


def _round(album: Album, here: Desk, there: Desk, signal: EntityId) -> None:
    page = here.page(ExchangePage)
    _choose(here, signal)
    after(page.told, partial(press, page.making, "Seal and let it wait"))
    here.settle()
    album.show(here.window, "29-waiting", "Enrolled at a mailbox; the bundle waits to be sent")
    for number, name, shows, delivery in (
        (30, "at-the-registry", "The mailbox signed for the bundle", Delivery.AT_REGISTRY),
        (31, "received", "The other site signed for the bundle itself", Delivery.RECEIVED),
    ):
        after(page.told, page.sync)
        here.settle()
        if all(row.delivery is not delivery for row in here.ask(lambda workspace: workspace.exchange()).outgoing):
            raise BugError(f"no bundle is {delivery.value}")
        album.show(here.window, f"{number}-{name}", shows)
        after(there.page(ExchangePage).told, there.page(ExchangePage).sync)


def _start(programme: Path, *words: str) -> QProcess:
    process = QProcess()
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    process.start(str(programme), words)
    return process


def _wait_for_end(process: QProcess) -> None:
    wait_until(lambda: process.state() is QProcess.ProcessState.NotRunning, "the end of the mailbox's programme")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
