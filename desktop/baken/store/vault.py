"""An open vault: the journal and one user's view on one connection, held by one programme.

Every write goes through `transaction`; entries reach the view in the same commit. The journal is the main database
and commits first, so that a view is never ahead; a view that fell behind (its disk write failed) is caught up
before anything else is written, and one found damaged, while reading or writing, is built again. A full disk keeps
nobody from reading. All methods belong to the thread that opened the vault.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from baken import crypto
from baken.errors import Cancelled, UserError
from baken.model.clock import Clock
from baken.wire.certificate import Certificate, Notice, SiteCard, read_certificate, sign_notice, verify_card
from baken.wire.manifest import HeadClaim

from . import members
from .admission import Admission
from .attachments import AttachmentFiles
from .creation import journal_key, journal_path
from .database import Connection, integrity_findings, open_database, storage_errors, transaction
from .decoded import Decoded
from .digests import Digests
from .epochs import is_public_foreign, publish, read_notice, read_public
from .exchange import Exchange
from .files import has_room
from .head_keeper import HeadKeeper
from .heads import HeadPlaces, local_heads
from .imports import Import, discard_unfinished
from .instance import InstanceLock
from .journal import Author, Journal, NewEntry
from .keyring import Keyring
from .leftovers import settle
from .links import refuse_links
from .recovery import wrap_for_sheet
from .slots import UserKeys
from .trust import TRUST_KINDS, Purpose, identity_of
from .view_file import ViewFile

SLICE = 500  # arrivals between two reports of progress while catching up: 75 ms; smaller ones cost a sixth more in all
LEAST_ROOM_MIB = 16  # a view of a young vault with its write-ahead log
SLICES_PER_COMMIT = 60  # enciphering the same pages at every slice would be a third of the time
Progress = Callable[[int, int], None]
T = TypeVar("T")


def open_vault(folder: Path, keys: UserKeys, clock: Clock, *, state_folder: Path | None = None) -> "OpenVault":
    """Open the journal and the user's view; `catch_up` must follow before anything is shown.

    `state_folder` is where this machine keeps a copy of the signed head. What was noticed at opening stands in
    `findings`: rollback (the journal is behind its head), head-unreadable, public-differs, disk-full (all can be
    read, nothing saved now). Raises UserError: already-open, no-vault, journal-missing, vault-unreadable,
    vault-newer, no-certificate (the slot's owner is not certified here), account-ended (its date has passed),
    view-needs-room (the disk is full and this user has no view yet), folder-unreadable, folder-read-only, vault-linked.
    """
    lock = InstanceLock(folder)
    lock.acquire()
    try:
        refuse_links(folder)
        connection = open_database(journal_path(folder, keys.journal_number), journal_key(keys.vault_key))
        try:
            return OpenVault(
                folder=folder, keys=keys, clock=clock, connection=connection, lock=lock, state_folder=state_folder
            )
        except BaseException:
            connection.close()
            raise
    except BaseException:
        lock.release()
        raise


class OpenVault:
    """A vault that one user unlocked; made by `open_vault`, ended by `close`."""

    def __init__(
        self,
        *,
        folder: Path,
        keys: UserKeys,
        clock: Clock,
        connection: Connection,
        lock: InstanceLock,
        state_folder: Path | None,
    ) -> None:
        self.folder = folder
        self.connection = connection
        self.clock = clock
        self.keys = keys
        self._lock = lock
        self._view_has_failed = False
        self._appended: list[Decoded] = []
        with storage_errors():
            self.card_document: bytes = connection.execute("SELECT card FROM site").fetchone()[0]
            self.card: SiteCard = verify_card(self.card_document)
            laptop_id, self.laptop_seed = connection.execute("SELECT id, seed FROM laptop").fetchone()
            self.laptop: str = laptop_id.hex()
            self._certificate_number, self.certificate = self._own_certificate()
            self.keyring = Keyring.of(connection, self.certificate.person, keys.secrets.recipient_seed)
            self.journal = Journal(connection, self.keyring, site=self.card.site)
            self.exchange = Exchange(connection)
            self._digests = Digests(connection)
            self.attachments = AttachmentFiles(connection, folder)
            places = HeadPlaces(folder=folder, state=state_folder, site=self.card.site, laptop=self.laptop)
            self._keeper = HeadKeeper(connection, self._digests, places, keys)
            self.findings: tuple[str, ...] = self._keeper.check()
            self._view_file = ViewFile(connection, folder, keys.secrets)
            with self.room_for_view():
                self.view = self._view_file.open(self.journal.last_arrival())
            self.people = Admission(self, keys.vault_key)
            self._author: Author | None = None
            self._put_in_order()

    @property
    def author(self) -> Author:
        """Give the writer of who unlocked, begun here when the disk had no room before; raises as `transaction`."""
        if self._author is None:
            self._author = self._continue_writer()
        return self._author

    # --- who ---------------------------------------------------------------------------------------------------

    def desk_identities(self) -> list[str]:
        """Give the age identities that open bundles addressed to this site, newest first."""
        return [identity_of(seed) for seed in self.keyring.identities(Purpose.DESK)]

    def reads_signals(self) -> bool:
        """Say whether this user holds a key of the lead's compartment."""
        return self.keyring.current(Purpose.LEAD) is not None

    # --- writing -----------------------------------------------------------------------------------------------

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit everything inside together, with one sync of the journal; inner ones join the outer one.

        Raises UserError disk-full, disk-failed, folder-read-only: then nothing was written.
        """
        if self.connection.in_transaction:
            yield
            return
        if self._view_has_failed:
            self.catch_up()
            self._view_has_failed = False
        self._appended = []
        try:
            with self._digests.transaction():
                yield
        except UserError:
            # SQLite commits the files one after the other. Where the view's write failed after the journal's,
            # the entries are durable: then this is a success, and the view is what has to be repaired.
            if not self._is_committed():
                raise
            self._view_has_failed = True
        self._keeper.write_if_due(self.clock.now_ms())

    def append(self, entries: Sequence[NewEntry], *, author: Author | None = None) -> list[Decoded]:
        """Write entries and fold them into the view, in this or the surrounding transaction.

        A view that turns out to be damaged is built again, and then they are written after all: once, and outside
        a surrounding transaction only. Raises UserError not-a-member, too-large and those of `transaction`.
        """
        try:
            return self._append(entries, author or self.author)
        except UserError as error:
            if not self._is_of_the_view(error):
                raise
        self.rebuild()
        return self._append(entries, author or self.author)

    def _append(self, entries: Sequence[NewEntry], author: Author) -> list[Decoded]:
        with self.transaction():
            is_behind = self.view.applied() < self.journal.last_arrival()
            written = self.journal.append(author, entries, now_ms=self.clock.now_ms())
            self._appended += written
            shown = [entry for entry in written if entry.readable and entry.kind not in TRUST_KINDS]
            if is_behind:
                # Shown at once, but without an arrival: the view must not claim to have seen what lies between.
                self.view.apply([msgspec.structs.replace(entry, arrival=0) for entry in shown])
            else:
                self.view.apply(shown, upto=written[-1].arrival if written else 0)
        return written

    def begin_import(self, *, bundle: str, site: str) -> Import:
        """Begin taking in a verified bundle; `Import.close` runs inside `transaction`, then `catch_up` follows."""
        return Import.begin(
            self.connection, self._digests, self.keyring, bundle=bundle, site=site, now_ms=self.clock.now_ms()
        )

    # --- the view ----------------------------------------------------------------------------------------------

    def catch_up(self, progress: Progress | None = None) -> None:
        """Bring the view up to the journal; `progress` gets (done, total) and may raise Cancelled.

        What was done before a cancel is kept; the next call does the rest. A damaged view is built again.
        """
        try:
            self._catch_up(progress)
        except UserError as error:
            if not self._is_of_the_view(error):
                raise
            self._make_view_anew()
            self._catch_up(progress)

    def _catch_up(self, progress: Progress | None) -> None:
        done, total = -1, 0
        while done < total:
            with transaction(self.connection):
                stopped = None
                for _ in range(SLICES_PER_COMMIT):
                    done, total = self._fold_slice()
                    try:
                        if progress is not None:
                            progress(done, total)
                    except Cancelled as cancelled:
                        stopped = cancelled
                    if stopped is not None or done >= total:
                        break
                self.view.settle()
            if stopped is not None:
                raise stopped

    def _fold_slice(self) -> tuple[int, int]:
        """Fold one slice of arrivals; gives (done, total) arrival numbers."""
        applied, total = self.view.applied(), self.journal.last_arrival()
        entries, upto = self.journal.decoded(applied, SLICE)
        self.view.apply(entries, upto=upto, more_follow=True)
        return upto, total

    def read(self, query: Callable[[Connection], T]) -> T:
        """Give a query's answer; where the view turns out to be damaged it is built again first.

        Raises the UserErrors of `query`, vault-unreadable (the damage is in the journal), disk-full, disk-failed.
        """
        try:
            with storage_errors():
                return query(self.connection)
        except UserError as error:
            if not self._is_of_the_view(error):
                raise
        self.rebuild()
        with storage_errors():
            return query(self.connection)

    def _is_of_the_view(self, error: UserError) -> bool:
        """Whether an error comes from a view that is damaged; inside a transaction that cannot be mended yet."""
        if error.code != "vault-unreadable" or self.connection.in_transaction:
            return False
        try:
            with storage_errors():
                return bool(integrity_findings(self.connection, "view"))
        except UserError as worse:  # too damaged for the check itself
            return worse.code == "vault-unreadable"

    def rebuild(self, progress: Progress | None = None) -> None:
        """Throw the view away and build it again from the journal."""
        self._make_view_anew()
        self._catch_up(progress)

    def _make_view_anew(self) -> None:
        with storage_errors():
            self.view = self._view_file.make_anew()

    @contextmanager
    def room_for_view(self) -> Iterator[None]:
        """Say, where a full disk keeps the view from being made or brought up, how much room that takes."""
        try:
            yield
        except UserError as error:
            if error.code != "disk-full":
                raise
            journal_bytes = journal_path(self.folder, self.keys.journal_number).stat().st_size
            raise UserError("view-needs-room", mib=LEAST_ROOM_MIB + 2 * (journal_bytes >> 20)) from error

    def write_head(self, *, next_vault_key: bytes | None = None) -> None:
        """Sign how far the journal has come; done by itself at closing and once a minute, and asked for by an export.

        Before the vault's key changes it is signed so that it holds under the next one too. Raises UserError disk-full,
        disk-failed, folder-read-only.
        """
        self._keeper.write(self.clock.now_ms(), next_vault_key=next_vault_key)

    def heads(self) -> tuple[HeadClaim, ...]:
        """Give the ends of this laptop's chains, which travel with every bundle."""
        return local_heads(self.connection)

    def revision(self) -> int:
        """Say how often the journal changed."""
        return self._digests.revision()

    def close(self) -> None:
        """Write the head, close the databases and let others open the vault.

        A head that cannot be written does not keep the vault open: the one written before still holds.
        """
        try:
            with suppress(UserError):
                self.write_head()
            with storage_errors():
                self.connection.close()
        finally:
            self._lock.release()

    # --- opening -----------------------------------------------------------------------------------------------

    def _put_in_order(self) -> None:
        """Do what an opening has to write, as far as the disk has room: all of it can wait for the next one."""
        is_full = not has_room(self.folder)
        for step in (
            lambda: settle(self.folder, self.keys.journal_number, self._view_file.name),
            lambda: discard_unfinished(self.connection, self._digests),
            self.attachments.sweep,
            self.people.free_reserved_slots,
            lambda: self.author,
            self._renew_shared,
            lambda: wrap_for_sheet(self, self.keys.vault_key),
            self._publish,
        ):
            try:
                step()
            except UserError as error:
                if error.code != "disk-full":
                    raise
                is_full = True
        if is_full:
            self.findings += ("disk-full",)

    def _own_certificate(self) -> tuple[int, Certificate]:
        public = crypto.public_of(self.keys.secrets.signing_seed)
        for number, certificate in members.own_certificates(self.connection).values():
            if certificate.sign_public == public:
                if members.has_ended(certificate, self.clock.now_ms()):
                    raise UserError("account-ended")
                return number, certificate
        raise UserError("no-certificate")

    def _continue_writer(self) -> Author:
        """Continue this person's chain on this laptop, or begin one: the first time, and after a rollback."""
        if "rollback" in self.findings:
            with self.transaction():
                self._keeper.go_on_above()
                return self._begin_writer()
        seed = self.keys.secrets.signing_seed
        writer = members.last_writer(self.connection, self._certificate_number, self.certificate, seed)
        return writer or self._begin_writer()

    def _begin_writer(self) -> Author:
        row = self.connection.execute(
            "SELECT document FROM certificate WHERE number = ?", (self._certificate_number,)
        ).fetchone()
        document = read_certificate(row[0])
        with self.transaction():
            author = members.new_writer(
                self.connection, self._certificate_number, document, self.keys.secrets.signing_seed
            )
            self.append([members.writer_entry(document)], author=author)
        return author

    def _renew_shared(self) -> None:
        card_document = self.people.renew_shared(self.clock.now_ms())
        if card_document is not None:
            self.card_document, self.card = card_document, verify_card(card_document)

    def _publish(self) -> None:
        """Bring the public file in line with the journal; one that is not of this site is a finding."""
        if is_public_foreign(self.folder, self.card):
            self.findings += ("public-differs",)
        wanted = Notice(card=self.card_document, team_recipient=self.keyring.recipient(Purpose.TEAM))
        if read_notice(self.folder) == wanted:
            return
        site_seed = self.keyring.current(Purpose.SITE_SEED)
        if site_seed is not None:
            publish(self.folder, sign_notice(site_seed.secret, wanted))
        elif read_public(self.folder) != self.card_document or read_notice(self.folder) is not None:
            publish(self.folder, self.card_document)  # until somebody who can sign unlocks, nobody writes while locked

    def _is_committed(self) -> bool:
        """Whether the last entry of a transaction that reported an error is in the journal all the same."""
        if not self._appended:
            return False
        with storage_errors():
            last = bytes.fromhex(self._appended[-1].entry)
            return self.connection.execute("SELECT 1 FROM entry WHERE id = ?", (last,)).fetchone() is not None
