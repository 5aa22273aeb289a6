"""Exchange with other sites: cards and fingerprints, bundles out and in, the registry; for the safeguarding lead.

What is shown as received was said by the receiver; every result is a plain sentence.
"""

from collections.abc import Generator
from functools import partial
from pathlib import Path
from typing import ClassVar

import msgspec
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from baken.errors import UserError
from baken.model.commands import Changes, TrustSite
from baken.model.views import SignalRow
from baken.model.views_exchange import BundleInfo, Exchange, ImportResult, SiteRow, SyncResult
from baken.wire.bundle_reader import VerifiedBundle
from baken.wire.certificate import fingerprint
from baken.work.exporting import Chosen, PlannedBundle
from baken.work.outfile import OutFile
from baken.work.quarantine import Quarantined
from baken.work.sites import card_of_another
from baken.work.smallfile import read_small, write_small

from .exchange_carriers import CarriersCard
from .exchange_columns import ExchangeColumns
from .exchange_first import FirstSteps
from .exchange_import import ImportCard
from .exchange_lists import IncomingCard, OutgoingCard, OwnCard, SitesCard
from .exchange_make import BundleWish, MakeCard
from .exchange_trust import TrustCard
from .exchange_words import ExchangeWords
from .files import choose_file, choose_folder, choose_target
from .origin import SiteNames
from .page import Page
from .runner import Progress, Runner, Workspace
from .said import now
from .text import isolate
from .widgets.button import Button
from .widgets.label import Label
from .widgets.scroll import ScrollArea

_OVERVIEW, _MAKING = range(2)
_CARDS = "Baken (*.card)"
_BUNDLES = "Baken (*.age)"
_REQUESTS = "Baken (*.enrol)"
_ANSWERS = "Baken (*.enrolment);;* (*)"


def ask_exchange(workspace: Workspace) -> Exchange:
    """Ask for what went out and came in."""
    return workspace.exchange()


def ask_choices(workspace: Workspace) -> tuple[list[SiteRow], list[SignalRow]]:
    """Ask for the sites and signals that a bundle can be made of."""
    return workspace.sites(), workspace.signals()


def ask_own_card(workspace: Workspace) -> tuple[bytes, str]:
    """Ask for our card and its fingerprint."""
    return workspace.own_card(), workspace.own_fingerprint()


def read_card(_progress: Progress, *, path: Path) -> bytes:
    """Read the file of a card; for the pool."""
    return read_small(path)


def ask_card(workspace: Workspace, *, card: bytes) -> tuple[bytes, str, str]:
    """Check that a card could be trusted; gives its bytes, the site's name and the fingerprint."""
    verified = card_of_another(card, workspace.vault.card)
    return card, verified.name, fingerprint(verified)


class ExchangePage(Page):
    """Wires the cards to the runner."""

    watches: ClassVar[frozenset[str]] = frozenset({"bundle", "import", "site", "disclosure"})
    has_primary: ClassVar[bool] = True

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(runner, parent)
        self._words = ExchangeWords(self)
        self.sites, self.outgoing, self.incoming = SitesCard(), OutgoingCard(), IncomingCard()
        self.carriers, self.trust, self.importing, self.making = CarriersCard(), TrustCard(), ImportCard(), MakeCard()
        self.first, self.own = FirstSteps(), OwnCard()
        self._title = Label("", "page_title")
        self._make = Button("", "primary", icon="package", height=36)
        self._stack = QStackedWidget()
        self._columns = ExchangeColumns(
            (self.trust, self.importing, self.first, self.outgoing, self.incoming),
            (self.sites, self.own),
            self.carriers,
        )
        self._has_sites = False
        self._build()
        self._connect()
        self._show_parts()
        self.retranslate()

    def refresh(self) -> None:
        """Ask for everything that the page shows."""
        self.runner.query(ask_exchange, self._show, owner=self, key="exchange")
        self.runner.query(Workspace.own_fingerprint, self.own.show_groups, owner=self, key="fingerprint")

    def yield_primary(self, is_yielding: bool) -> None:
        """Make the blue button plain while capture has the filled one."""
        self._make.set_look("plain" if is_yielding else "primary")
        self.first.set_primary(is_primary=not is_yielding)

    def fold(self, is_narrow: bool) -> None:
        """Stack the columns in a narrow window."""
        self._columns.fold(is_narrow=is_narrow)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._title.setText(self.tr("Exchange"))
        self._make.setText(self.tr("Make a bundle…"))

    def add_card(self, path: Path) -> None:
        """Read a card from a file and ask whether it may be trusted."""
        self.runner.background(partial(read_card, path=path), self._look_at_card, owner=self)

    def write_own_card(self, path: Path) -> None:
        """Write our card to a file and tell its fingerprint."""
        self.runner.query(ask_own_card, partial(self._write_card, path), owner=self)

    def seal_to(self, wish: BundleWish, path: Path) -> None:
        """Seal a bundle to a file, and record to whom it goes."""
        self.runner.query(partial(_plan, wish=wish), partial(self._seal, path), owner=self)

    def look_at(self, path: Path) -> None:
        """Say what a bundle is before it is imported."""
        self.runner.query(lambda workspace: workspace.inspect_bundle(path), partial(self._show_info, path), owner=self)

    def take_in(self, path: Path) -> None:
        """Import a bundle: copied and verified in the pool, taken in slice by slice, so that saves go on."""
        self._close_importing()
        self.runner.query(lambda workspace: workspace.quarantine(path), self._verify, owner=self)

    def _verify(self, copy: Quarantined) -> None:
        def verify(progress: Progress) -> VerifiedBundle:
            return Workspace.verify_bundle(copy, progress)

        def refuse(error: UserError) -> None:
            copy.discard()
            self.runner.failed.emit(error)

        self.runner.background(
            verify, partial(self._insert, copy), title=self.tr("Importing"), on_failed=refuse, owner=self
        )

    def _insert(self, copy: Quarantined, verified: VerifiedBundle) -> None:
        def steps(workspace: Workspace) -> Generator[tuple[int, int], None, ImportResult]:
            try:
                result = yield from workspace.import_steps(copy, verified)
            finally:
                copy.discard()
            return msgspec.structs.replace(result, site=SiteNames(workspace).name(result.site))

        self.runner.in_steps(steps, self._imported, title=self.tr("Importing"), owner=self)

    def sync(self, stick: Path | None = None) -> None:
        """Send what waits and fetch what is for us: with a stick, or else with the registry."""

        def exchange(workspace: Workspace, progress: Progress) -> SyncResult:
            return workspace.sync(progress=progress) if stick is None else workspace.sync_stick(stick, progress)

        self.carriers.set_busy(True)
        self.runner.work(
            exchange, self._synced, title=self.tr("Sending and fetching"), on_failed=self._sync_failed, owner=self
        )

    def write_request(self, path: Path) -> None:
        """Write the file that asks a registry to let this laptop in."""
        self.runner.query(Workspace.enrolment_request, partial(self._write_request, path), owner=self)

    def read_answer(self, path: Path) -> None:
        """Take in the registry's answer."""

        def enrol(workspace: Workspace) -> str:
            return workspace.enrol(read_small(path))

        self.runner.query(enrol, self._enrolled, owner=self)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._make)
        self._stack.addWidget(ScrollArea(self._columns))
        self._stack.addWidget(self.making)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 14, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._make.clicked.connect(self._start_making)
        self.sites.add_requested.connect(self._ask_card)
        self.own.own_card_requested.connect(self._ask_where_own_card)
        self.trust.trust_requested.connect(self._trust)
        self.trust.closed.connect(self._close_trust)
        self.first.add_requested.connect(self._ask_card)
        self.first.own_card_requested.connect(self._ask_where_own_card)
        self.carriers.import_requested.connect(self._ask_bundle)
        self.importing.import_requested.connect(self.take_in)
        self.importing.closed.connect(self._close_importing)
        self.carriers.sync_requested.connect(self.sync)
        self.carriers.stick_requested.connect(self._ask_stick)
        self.carriers.request_requested.connect(self._ask_where_request)
        self.carriers.answer_requested.connect(self._ask_answer)
        self.making.file_requested.connect(self._ask_where_bundle)
        self.making.queue_requested.connect(self._queue)
        self.making.closed.connect(self._overview)

    def _show(self, exchange: Exchange) -> None:
        self.sites.show_sites(exchange.sites)
        self.outgoing.show_rows(exchange.outgoing)
        self.incoming.show_rows(exchange.incoming)
        self.carriers.show_exchange(exchange)
        self._has_sites = bool(exchange.sites)
        self._show_parts()

    def _show_parts(self) -> None:
        """Show the first steps until a site is trusted, then the lists; nothing stands empty beside the steps."""
        is_asking = self.trust.isVisibleTo(self) or self.importing.isVisibleTo(self)
        self.first.setVisible(not self._has_sites and not is_asking)
        self.sites.setVisible(self._has_sites)
        self.own.show_button(is_shown=not self.first.isVisibleTo(self))
        if self._has_sites:
            self._columns.lead(self.outgoing)
        else:
            self._columns.follow()
        self.outgoing.setVisible(self._has_sites)
        self.incoming.setVisible(self._has_sites)
        self._make.setVisible(self._has_sites and self._stack.currentIndex() == _OVERVIEW)

    def _overview(self) -> None:
        self._stack.setCurrentIndex(_OVERVIEW)
        self._show_parts()

    def _start_making(self) -> None:
        self.runner.query(ask_choices, self._show_making, owner=self, key="making")

    def _show_making(self, choices: tuple[list[SiteRow], list[SignalRow]]) -> None:
        sites, signals = choices
        self._stack.setCurrentIndex(_MAKING)
        self._show_parts()
        self.making.start(sites, signals)

    def _ask_card(self) -> None:
        choose_file(self, self.tr("Add the card of a site"), _CARDS, self.add_card)

    def _look_at_card(self, card: bytes) -> None:
        self.runner.query(partial(ask_card, card=card), self._ask_trust, owner=self)

    def _ask_trust(self, card: tuple[bytes, str, str]) -> None:
        data, name, shown = card
        self.trust.ask(data, name=name, fingerprint=shown)
        self._show_parts()

    def _close_trust(self) -> None:
        self.trust.hide()
        self._show_parts()

    def _close_importing(self) -> None:
        self.importing.hide()
        self._show_parts()

    def _trust(self, command: TrustSite) -> None:
        self.runner.execute(command, self._trusted, on_failed=self._trust_refused, owner=self)

    def _trust_refused(self, error: UserError) -> None:
        self._close_trust()
        self.runner.failed.emit(error)

    def _trusted(self, _changes: Changes) -> None:
        self._close_trust()
        self.told.emit(self.tr("The site is trusted. Bundles can go to it and come from it."))

    def _ask_where_own_card(self) -> None:
        choose_target(self, self.tr("Our card to a file"), "baken.card", _CARDS, self.write_own_card)

    def _write_card(self, path: Path, answer: tuple[bytes, str]) -> None:
        card, shown = answer

        def write(_progress: Progress) -> None:
            write_small(path, card, overwrite=True)  # the dialog has asked

        self.runner.background(write, partial(self._card_written, shown), owner=self)

    def _card_written(self, shown: str, _nothing: None) -> None:
        words = self.tr("The card is written. Read its fingerprint out when they call: {groups}")
        self.told.emit(words.format(groups=isolate(shown)))

    def _ask_where_bundle(self, wish: BundleWish) -> None:
        name = f"baken-{now().date().isoformat()}.age"
        choose_target(self, self.tr("Seal to a file"), name, _BUNDLES, partial(self.seal_to, wish))

    def _seal(self, path: Path, plan: PlannedBundle) -> None:
        def seal(_progress: Progress) -> tuple[OutFile, ...]:
            return Workspace.seal_bundle(plan, path)

        self.runner.background(seal, partial(self._mark, plan), title=self.tr("Sealing"), owner=self)

    def _mark(self, plan: PlannedBundle, files: tuple[OutFile, ...]) -> None:
        self.runner.query(
            lambda workspace: workspace.mark_exported(plan, files), partial(self._sealed, plan), owner=self
        )

    def _queue(self, wish: BundleWish) -> None:
        def queue(workspace: Workspace) -> PlannedBundle:
            plan = _plan(workspace, wish=wish)
            workspace.queue_bundle(plan)
            return plan

        self.runner.query(queue, self._queued, owner=self)

    def _sealed(self, plan: PlannedBundle, _changes: Changes) -> None:
        words = self.tr("The bundle is sealed, with {what}. It is recorded for whom it is.")
        self._made(words.format(what=self._words.of_content(plan)))

    def _queued(self, plan: PlannedBundle) -> None:
        words = self.tr("The bundle is ready to be sent, with {what}. It is recorded for whom it is.")
        self._made(words.format(what=self._words.of_content(plan)))

    def _made(self, words: str) -> None:
        self._overview()
        self.refresh()
        self.told.emit(words)

    def _ask_bundle(self) -> None:
        choose_file(self, self.tr("Import a bundle"), _BUNDLES, self.look_at)

    def _show_info(self, path: Path, info: BundleInfo) -> None:
        self.importing.show_info(path, info)
        self._show_parts()

    def _imported(self, result: ImportResult) -> None:
        self.told.emit(self._words.of_import(result, result.site))
        self._refresh_everywhere()

    def _ask_stick(self) -> None:
        choose_folder(self, self.tr("Choose the stick"), self.sync)

    def _ask_where_request(self) -> None:
        choose_target(self, self.tr("Ask to enrol"), "baken.enrol", _REQUESTS, self.write_request)

    def _ask_answer(self) -> None:
        choose_file(self, self.tr("Read the registry's answer"), _ANSWERS, self.read_answer)

    def _synced(self, result: SyncResult) -> None:
        self.carriers.set_busy(False)
        self.told.emit(self._words.of_sync(result))
        self._refresh_everywhere()
        for code in result.refused:
            self.runner.failed.emit(UserError(code))

    def _sync_failed(self, error: UserError) -> None:
        self.carriers.set_busy(False)
        self._refresh_everywhere()  # what was done until then stays done
        self.runner.failed.emit(error)

    def _refresh_everywhere(self) -> None:
        """Let every page ask again, and the status bar: records may have come in, and bundles gone."""
        self.refresh()
        self.runner.changed.emit(Changes(touched=frozenset({("import", ""), ("bundle", "")})))

    def _enrolled(self, _address: str) -> None:
        self.told.emit(self.tr("This laptop is enrolled. It can send and fetch with the registry now."))
        self.refresh()

    def _write_request(self, path: Path, request: bytes) -> None:
        def write(_progress: Progress) -> None:
            write_small(path, request, overwrite=True)  # the dialog has asked

        self.runner.background(write, self._requested, owner=self)

    def _requested(self, _nothing: None) -> None:
        self.told.emit(self.tr("Saved. Bring this file to the registry, and read its answer here."))


def _plan(workspace: Workspace, *, wish: BundleWish) -> PlannedBundle:
    chosen = Chosen(signals=wish.signals)
    return workspace.prepare_bundle(wish.to, chosen, basis=wish.basis, basis_note=wish.note)
