"""What the window and the command line ask of an open vault: commands in, answers out.

Made, used and closed on the database thread; what is marked POOL touches no database and may run elsewhere. Every
command is checked, written in one transaction and answered with what moved. No sentences.
"""

import datetime as dt
from collections.abc import Callable, Generator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import msgspec

from baken.errors import UserError
from baken.model import commands, views, views_exchange
from baken.model.catalogue import Indicator, load_catalogue
from baken.model.clock import Clock, local_iso, local_time
from baken.model.codes import Basis
from baken.model.coverage import cover, gather_evidence
from baken.model.forms import FormData, FormRequest
from baken.model.ids import EntityId, PersonId, SiteId
from baken.model.recognise import Recogniser
from baken.store.database import Connection
from baken.store.drafts import DraftStore
from baken.store.members import User
from baken.store.queries_dossiers import list_dossiers, read_dossier
from baken.store.queries_known import known_youths
from baken.store.queries_pieces import list_observations, read_observation
from baken.store.queries_signals import list_signals, read_signal
from baken.store.queries_timeline import read_timeline
from baken.store.slots import UserKeys
from baken.store.soundness import check_steps
from baken.store.staged import StagedFiles
from baken.store.vault import OpenVault, open_vault
from baken.sync.carrier import Carrier
from baken.wire.bundle_reader import VerifiedBundle
from baken.wire.certificate import fingerprint

from . import exporting, importing, inspecting, locked_capture, outbox, paper, quarantine, syncing
from .attaching import Attachments, find_attachment
from .backups import Backups, run
from .cards import find_site, site_rows
from .compose import compose
from .exporting import Chosen, PlannedBundle
from .importing import Steps
from .outfile import OutFile, forget, reveal, write_hidden
from .paths import Paths
from .people import People
from .quarantine import Quarantined
from .today import today
from .validate import check_command

Progress = Callable[[int, int], None]


class Workspace:
    """An open vault as one user works with it."""

    def __init__(
        self,
        vault: OpenVault,
        *,
        drafts: DraftStore,
        attachments: Attachments,
        backups: Backups,
        paths: Paths,
        clock: Clock,
    ) -> None:
        self.vault = vault
        self.backups = backups
        self._drafts = drafts
        self.attachments = attachments
        self.paths = paths
        self.clock = clock
        self.people = People(self)
        self._recogniser: Recogniser | None = None

    @classmethod
    def open(cls, paths: Paths, keys: UserKeys, clock: Clock, progress: Progress | None = None) -> "Workspace":
        """Open the vault and bring the user's view up to date.

        Raises the UserErrors of `open_vault`, and view-needs-room where the disk is too full to bring the view up;
        Cancelled from `progress` closes the vault again.
        """
        vault = open_vault(paths.vault_folder(), keys, clock, state_folder=paths.state)
        try:
            quarantine.sweep(vault)
            with vault.room_for_view():
                vault.catch_up(progress)
            with suppress(UserError):  # what did not come in waits for the next unlock
                locked_capture.take_in(vault)
        except BaseException:
            vault.close()
            raise
        drafts = DraftStore(vault.folder / "drafts", keys.draft_key())
        staged = StagedFiles(vault.folder / "drafts", keys.draft_key())
        staged.sweep(drafts, clock.now_ms())
        workspace = cls(
            vault,
            drafts=drafts,
            attachments=Attachments(vault, staged),
            backups=Backups(vault, keys, paths, clock),
            paths=paths,
            clock=clock,
        )
        workspace.people.remove_ended()
        return workspace

    def reopen(self, keys: UserKeys) -> None:
        """Open the vault, which was closed, under new keys; what was made of the former one must not be used."""
        self.vault = open_vault(self.paths.vault_folder(), keys, self.clock, state_folder=self.paths.state)
        with self.vault.room_for_view():
            self.vault.catch_up()
        self.attachments = self.attachments.of(self.vault)
        self.backups.use(self.vault, keys)

    def close(self) -> None:
        """Close the vault; the Workspace must not be used after this."""
        self.vault.close()

    def check(self) -> Generator[tuple[int, int], None, None]:
        """Read the whole journal in slices, so that saves and queries run in between; damage becomes a finding.

        Backups that lag behind the vault's slots are brought in line afterwards.
        """
        if not (yield from check_steps(self.vault.connection)):
            self.vault.findings += ("journal-damaged",)
        yield from self.people.follow()

    @property
    def user(self) -> views.Me:
        """Who unlocked, and where."""
        certificate, card = self.vault.certificate, self.vault.card
        return views.Me(
            person=PersonId(certificate.person),
            name=certificate.name,
            capabilities=frozenset(certificate.capabilities),
            site=SiteId(card.site),
            site_name=card.name,
            site_code=card.code,
            practice=card.practice,
        )

    def users(self) -> list[User]:
        """List everyone certified by this site."""
        return self.vault.people.users()

    def now(self) -> dt.datetime:
        """Give local time without a zone."""
        return local_time(self.clock.now_ms())

    # --- writing -----------------------------------------------------------------------------------------------

    def execute(self, command: commands.Command, initiator: str = "") -> commands.Changes:
        """Carry out a command in one transaction and say what moved.

        Raises the UserErrors of `check_command` and `compose`, not-lead (for trust), not-a-member, too-large,
        disk-full, disk-failed and folder-read-only; then nothing has changed.
        """
        if isinstance(command, commands.TrustSite):
            self._require_lead()
        check_command(command, now=self.now())
        made = local_iso(self.clock.now_ms())
        composed = self.vault.read(
            lambda db: compose(command, db, own=self.vault.card, author=self.vault.certificate.person, made=made)
        )
        with self.attachments.keeping(command):
            written = self.vault.append(composed.entries)
        if isinstance(command, commands.RecordObservation | commands.CorrectObservation) and command.draft:
            with suppress(UserError):  # the piece is saved; a draft that stays is a nuisance and no loss
                self._drafts.delete(command.draft)
        if any(kind == "dossier" for kind, _ in composed.touched):
            self._recogniser = None
        return commands.Changes(touched=composed.touched, id=composed.id, entry=written[-1].entry, initiator=initiator)

    # --- reading -----------------------------------------------------------------------------------------------

    def today(self) -> views.Today:
        """Give the mentor's first page."""
        return self.vault.read(lambda _db: today(self.vault, self.now()))

    def dossiers(self, filter_text: str = "") -> list[views.DossierRow]:
        """List all youths, or those with these letters in a name, alias or room."""
        return list(self.vault.read(lambda db: list_dossiers(db, self.now().date(), filter_text)))

    def dossier(self, dossier: EntityId) -> views.Dossier:
        """Give everything of one youth; raises UserError not-found."""
        found = self.vault.read(lambda db: read_dossier(db, dossier, self.now().date()))
        return msgspec.structs.replace(found, reads_signals=self.vault.reads_signals())

    def timeline(self, dossier: EntityId) -> list[views.TimelineEvent]:
        """List everything with a moment about one youth, the earliest first."""
        return list(self.vault.read(lambda db: read_timeline(db, dossier)))

    def observation(self, observation: EntityId) -> views.Observation:
        """Give a piece with all its versions; raises UserError not-found."""
        return self.vault.read(lambda db: read_observation(db, observation))

    def attachment(self, observation: EntityId, attachment: str) -> bytes:
        """Give the verified content of what belongs to a piece, in any of its versions.

        Raises UserError not-found, attachment-missing, attachment-damaged.
        """
        return self.attachments.open(find_attachment(self.observation(observation), attachment))

    def observations(self, about: EntityId | None = None, limit: int = 200) -> list[views.ObservationRow]:
        """List pieces about one youth or all, what happened last first."""
        return list(self.vault.read(lambda db: list_observations(db, about, limit)))

    def search(self, text: str, limit: int = 50) -> list[views.SearchHit]:
        """Find youths, signals and pieces that hold every word; the last word may be begun."""
        return list(self.vault.read(lambda _db: self.vault.view.search(text, limit)))

    def recognise(self, text: str) -> list[views.Recognised]:
        """Find youths, rooms, numbers and plates in typed text; only to be offered."""
        if self._recogniser is None:
            self._recogniser = Recogniser(self.vault.read(known_youths))
        return self._recogniser.find(text)

    def signals(self) -> list[views.SignalRow]:
        """List signals, changed last first."""
        return list(self.vault.read(list_signals))

    def signal(self, signal: EntityId) -> views.Signal:
        """Give a signal with its pieces and what they speak of; raises UserError not-found."""
        found = self.vault.read(lambda db: read_signal(db, signal))
        evidence = gather_evidence(found.indicators, found.observations)
        return msgspec.structs.replace(found, coverage=cover(evidence, load_catalogue()))

    def indicators(self) -> list[Indicator]:
        """Give the indicator list that ships with the programme, in its order."""
        return list(load_catalogue().indicators)

    # --- paper -------------------------------------------------------------------------------------------------

    def form_data(self, request: FormRequest) -> FormData:
        """Gather what may stand on a form; raises UserError not-found, recipient-unknown, form-unknown."""
        return self.vault.read(lambda _db: paper.form_data(self.vault, request))

    @staticmethod
    def form_preview(data: FormData, language: str) -> bytes:
        """Make the PDF of a form in memory; POOL."""
        return paper.preview(data, language)

    def save_form(
        self, request: FormRequest, data: FormData, pdf: bytes, path: Path, *, overwrite: bool = False
    ) -> commands.Changes:
        """Write the PDF and record to whom it goes; the file gets its name after the record is committed.

        Raises UserError file-exists, disk-full, folder-read-only, folder-gone.
        """
        file = write_hidden(paper.target_of(path), lambda out: _write(out, pdf), overwrite=overwrite)
        try:
            about = tuple(youth.id for youth in self.signal(request.signal).about)
            disclosure = paper.disclosure_of(request, data, file.sha256)
            changes = self.execute(commands.RecordDisclosure(disclosure=disclosure, about=about))
        except BaseException:
            forget(file.hidden)
            raise
        reveal(file)
        return changes

    # --- other sites -------------------------------------------------------------------------------------------

    def sites(self) -> list[views_exchange.SiteRow]:
        """List the trusted sites by name."""
        return self.vault.read(lambda _db: site_rows(self.vault, self.clock.now_ms()))

    def own_card(self) -> bytes:
        """Give this site's card, to be handed to another."""
        return self.vault.card_document

    def own_fingerprint(self) -> str:
        """Give the fingerprint of this site's card, to be told by another channel."""
        return fingerprint(self.vault.card)

    def exchange(self) -> views_exchange.Exchange:
        """Give what went out and came in."""
        return outbox.exchange_view(self.vault)

    def prepare_bundle(
        self, to_site: str, chosen: Chosen, *, basis: Basis | None, basis_note: str = ""
    ) -> PlannedBundle:
        """Choose and check what goes to a trusted site, by its name, code, fingerprint or id.

        Raises UserError not-lead, site-unknown, card-ended, practice-card, live-card, not-found, nothing-to-export.
        """
        self._require_lead()
        now_ms = self.clock.now_ms()

        def plan(_db: Connection) -> PlannedBundle:
            to = find_site(self.vault, to_site)
            return exporting.plan_export(self.vault, to, chosen, basis=basis, basis_note=basis_note, now_ms=now_ms)

        return self.vault.read(plan)

    @staticmethod
    def seal_bundle(plan: PlannedBundle, path: Path) -> tuple[OutFile, ...]:
        """Seal the parts of a plan under hidden names beside `path`; POOL."""
        return exporting.seal_parts(plan, path)

    def mark_exported(self, plan: PlannedBundle, files: tuple[OutFile, ...]) -> commands.Changes:
        """Record the disclosure, then give the sealed files their names: they are handed over by hand."""
        return outbox.hand_over(self.vault, plan, files, is_queued=False)

    def queue_bundle(self, plan: PlannedBundle) -> commands.Changes:
        """Seal into the outbox and record the disclosure; the next exchange sends it."""
        files = exporting.seal_parts(plan, self.vault.folder / "outbox" / f"{plan.id}.age", self.vault.folder)
        return outbox.hand_over(self.vault, plan, files, is_queued=True)

    def import_bundle(self, path: Path, progress: Progress | None = None) -> views_exchange.ImportResult:
        """Copy into quarantine, verify, take in; the same bundle again changes nothing.

        Raises UserError file-missing and those of `quarantine.verify` and `importing.take_in`: then nothing came in.
        """
        with quarantine.copied_in(self.vault, path) as copy:
            verified = quarantine.verify(copy, progress)
            run(self.backups.before_import(), progress or _no_progress)
            return importing.take_in(self.vault, copy, verified, progress)

    def quarantine(self, path: Path) -> Quarantined:
        """Copy a bundle into the vault, to be verified in the pool and taken in by steps; then discard the copy."""
        return quarantine.copy_in(self.vault, path)

    @staticmethod
    def verify_bundle(copy: Quarantined, progress: Progress | None = None) -> VerifiedBundle:
        """Verify all of a quarantined bundle; POOL. Raises as `quarantine.verify`."""
        return quarantine.verify(copy, progress)

    def import_steps(self, copy: Quarantined, verified: VerifiedBundle) -> Steps:
        """Back up, then take a verified bundle in; slice by slice, so that saves and queries run in between."""
        yield from self.backups.before_import()
        return (yield from importing.steps(self.vault, copy, verified))

    def try_import(self, path: Path, progress: Progress | None = None) -> views_exchange.ImportResult:
        """Verify a bundle and say what an import would do; changes nothing."""
        with quarantine.copied_in(self.vault, path) as copy:
            return importing.count_only(self.vault, copy, quarantine.verify(copy, progress))

    def inspect_bundle(self, path: Path) -> views_exchange.BundleInfo:
        """Say what can be said of a bundle; raises UserError file-missing, not-a-bundle, bundle-damaged."""
        with quarantine.copied_in(self.vault, path) as copy:
            return inspecting.inside(self.vault, copy)

    def enrolment_request(self) -> bytes:
        """Give the file that asks a mailbox to let this laptop in; raises UserError not-admin."""
        return outbox.enrolment_request(self.vault)

    def enrol(self, answer: bytes) -> str:
        """Take in a mailbox's answer and give its address; raises UserError malformed, registry-address."""
        return outbox.enrol(self.vault, answer)

    def sync(
        self, carrier: Carrier | None = None, progress: Progress | None = None, *, address: str | None = None
    ) -> views_exchange.SyncResult:
        """Exchange over a carrier, or with the enrolled mailbox: push, pull, take in, push receipts.

        Raises UserError registry-not-enrolled, registry-away, registry-lies, registry-refused, registry-clock,
        stick-gone and those of the disk; what was done until then stays done.
        """
        report = progress or _no_progress
        run(self.backups.before_import(), report)
        if carrier is not None:
            return syncing.sync(self.vault, carrier, report)
        with syncing.mailbox_carrier(self.vault, address) as mailbox:
            return syncing.sync(self.vault, mailbox, report)

    def sync_stick(self, stick: Path, progress: Progress | None = None) -> views_exchange.SyncResult:
        """Exchange by a stick or shared folder: lay on it what waits, take in what is for this site.

        Raises UserError stick-gone, stick-full, stick-read-only, stick-damaged and those of the disk.
        """
        return self.sync(syncing.stick_carrier(self.vault, stick), progress)

    def _require_lead(self) -> None:
        if not {"safeguarding_lead", "admin"} & self.user.capabilities:
            raise UserError("not-lead")


def _write(file: BinaryIO, data: bytes) -> None:
    file.write(data)


def _no_progress(_done: int, _total: int) -> None:
    """Report to nobody."""
