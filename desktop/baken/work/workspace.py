"""What the window and the command line ask of an open vault: commands in, answers out.

Made, used and closed on the database thread; what is marked POOL touches no database and may run elsewhere. Every
command is checked, written in one transaction and answered with what moved. No sentences.
"""

import datetime as dt
from collections.abc import Callable

import msgspec

from baken.model import commands, views
from baken.model.catalogue import Indicator, load_catalogue
from baken.model.clock import Clock, local_iso, local_time
from baken.model.coverage import cover, gather_evidence
from baken.model.ids import EntityId, PersonId, SiteId
from baken.model.recognise import Recogniser
from baken.store.members import User
from baken.store.queries_dossiers import list_dossiers, read_dossier
from baken.store.queries_known import known_youths
from baken.store.queries_pieces import list_observations, read_observation
from baken.store.queries_signals import list_signals, read_signal
from baken.store.queries_timeline import read_timeline
from baken.store.search import search
from baken.store.slots import UserKeys
from baken.store.vault import OpenVault, open_vault

from .compose import compose
from .paths import Paths
from .today import today
from .validate import check_command

Progress = Callable[[int, int], None]


class Workspace:
    """An open vault as one user works with it."""

    def __init__(self, vault: OpenVault, paths: Paths, clock: Clock) -> None:
        self.vault = vault
        self.paths = paths
        self.clock = clock
        self._recogniser: Recogniser | None = None

    @classmethod
    def open(cls, paths: Paths, keys: UserKeys, clock: Clock, progress: Progress | None = None) -> "Workspace":
        """Open the vault and bring the user's view up to date.

        Raises UserError: already-open, no-vault, vault-unreadable, vault-newer, no-certificate, disk-full,
        folder-read-only; Cancelled from `progress` closes the vault again.
        """
        vault = open_vault(paths.vault_folder(), keys, clock)
        try:
            vault.catch_up(progress)
        except BaseException:
            vault.close()
            raise
        return cls(vault, paths, clock)

    def close(self) -> None:
        """Close the vault; the Workspace must not be used after this."""
        self.vault.close()

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
        return self.vault.users()

    def now(self) -> dt.datetime:
        """Give local time without a zone."""
        return local_time(self.clock.now_ms())

    # --- writing -----------------------------------------------------------------------------------------------

    def execute(self, command: commands.Command, initiator: str = "") -> commands.Changes:
        """Carry out a command in one transaction and say what moved.

        Raises the UserErrors of `check_command` and `compose`, not-a-member, too-large, disk-full, disk-failed
        and folder-read-only; then nothing has changed.
        """
        check_command(command, now=self.now())
        composed = compose(command, self.vault.connection, made=local_iso(self.clock.now_ms()))
        written = self.vault.append(composed.entries)
        if any(kind == "dossier" for kind, _ in composed.touched):
            self._recogniser = None
        return commands.Changes(touched=composed.touched, id=composed.id, entry=written[-1].entry, initiator=initiator)

    # --- reading -----------------------------------------------------------------------------------------------

    def today(self) -> views.Today:
        """Give the mentor's first page."""
        return today(self.vault, self.now())

    def dossiers(self, filter_text: str = "") -> list[views.DossierRow]:
        """List all youths, or those with these letters in a name, alias or room."""
        return list(list_dossiers(self.vault.connection, self.now().date(), filter_text))

    def dossier(self, dossier: EntityId) -> views.Dossier:
        """Give everything of one youth; raises UserError not-found."""
        return read_dossier(self.vault.connection, dossier, self.now().date())

    def timeline(self, dossier: EntityId) -> list[views.TimelineEvent]:
        """List everything with a moment about one youth, the earliest first."""
        return list(read_timeline(self.vault.connection, dossier))

    def observation(self, observation: EntityId) -> views.Observation:
        """Give a piece with all its versions; raises UserError not-found."""
        return read_observation(self.vault.connection, observation)

    def observations(self, about: EntityId | None = None, limit: int = 200) -> list[views.ObservationRow]:
        """List pieces about one youth or all, what happened last first."""
        return list(list_observations(self.vault.connection, about, limit))

    def search(self, text: str, limit: int = 50) -> list[views.SearchHit]:
        """Find youths, signals and pieces that hold every word; the last word may be begun."""
        return list(search(self.vault.connection, text, limit))

    def recognise(self, text: str) -> list[views.Recognised]:
        """Find youths, rooms, numbers and plates in typed text; only to be offered."""
        if self._recogniser is None:
            self._recogniser = Recogniser(known_youths(self.vault.connection))
        return self._recogniser.find(text)

    def signals(self) -> list[views.SignalRow]:
        """List signals, changed last first."""
        return list(list_signals(self.vault.connection))

    def signal(self, signal: EntityId) -> views.Signal:
        """Give a signal with its pieces and what they speak of; raises UserError not-found."""
        found = read_signal(self.vault.connection, signal)
        evidence = gather_evidence(found.indicators, found.observations)
        return msgspec.structs.replace(found, coverage=cover(evidence, load_catalogue()))

    def indicators(self) -> list[Indicator]:
        """Give the indicator list that ships with the programme, in its order."""
        return list(load_catalogue().indicators)
