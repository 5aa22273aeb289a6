"""A Workspace that answers from the composite cases, for tests of the pages; commands are kept, not carried out."""

from dataclasses import dataclass, field

from baken.model.catalogue import Indicator, load_catalogue
from baken.model.commands import Changes, Command
from baken.model.ids import PersonId, SiteId
from baken.model.recognise import Recogniser
from baken.model.views import (
    Dossier,
    DossierRow,
    Exchange,
    Me,
    Observation,
    ObservationRow,
    Recognised,
    SearchHit,
    Signal,
    SignalRow,
    SiteRow,
    TimelineEvent,
)

from .cases import Case, site

ANOUK = Me(
    person=PersonId("aa" * 16),
    name="Anouk",
    capabilities=frozenset({"mentor", "safeguarding_lead"}),
    site=SiteId("bb" * 32),
    site_name="Locatie Oost",
    site_code="O",
    practice=True,
)


@dataclass
class StandIn:
    """What the pages ask for, from one case."""

    case: Case = field(default_factory=Case)
    executed: list[Command] = field(default_factory=list)
    user: Me = ANOUK

    def execute(self, command: Command) -> Changes:
        self.executed.append(command)
        return Changes(touched=frozenset({("observation", self.case.rows[0].id)}), id=self.case.rows[0].id)

    def dossiers(self, contains: str = "") -> list[DossierRow]:
        return [DossierRow(youth=self.case.youth, age=16)]

    def dossier(self, dossier: str) -> Dossier:
        return self.case.dossier()

    def timeline(self, dossier: str) -> tuple[TimelineEvent, ...]:
        return self.case.timeline()

    def observation(self, observation: str) -> Observation:
        return next(piece for piece in self.case.observations if piece.id == observation)

    def observations(self, about: str | None = None, limit: int = 200) -> list[ObservationRow]:
        return sorted(self.case.rows, key=lambda row: row.when.start, reverse=True)

    def search(self, text: str, limit: int = 50) -> list[SearchHit]:
        return [
            SearchHit(
                id=row.id,
                what="observation",
                title=" ".join(row.text.split()[:5]),
                snippet=row.text.replace(text, f"\x02{text}\x03"),
                when=row.when.start,
                author=row.author,
                about=row.about,
            )
            for row in self.case.rows
            if text.casefold() in row.text.casefold()
        ]

    def recognise(self, text: str) -> list[Recognised]:
        return Recogniser([self.case.youth]).find(text)

    def signals(self) -> list[SignalRow]:
        return [self.case.signal_row()]

    def signal(self, signal: str) -> Signal:
        return self.case.signal()

    def indicators(self) -> list[Indicator]:
        return list(load_catalogue().indicators)

    def sites(self) -> list[SiteRow]:
        return [site()]

    def exchange(self) -> Exchange:
        return Exchange(outgoing=(), incoming=(), sites=(site(),), registry="", last_sync="")
