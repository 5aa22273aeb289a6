"""The composite cases as answers of the Workspace, for tests and pictures of the pages. No real child."""

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from baken.model.catalogue import load_catalogue
from baken.model.codes import Basis, Danger, EntityType, Kind, Precision, SignalState, Source
from baken.model.ids import EntityId, EntryId, SiteId
from baken.model.records import Entity, IndicatorTag, SignalIndicator, When
from baken.model.views import (
    DisclosureRow,
    Dossier,
    Observation,
    ObservationRow,
    Signal,
    SignalRow,
    TimelineEvent,
    Version,
    Youth,
)
from baken.model.views_exchange import SiteRow

CASES = Path(__file__).parents[2] / "resources" / "practice" / "cases.toml"
NOW = "2025-11-08T23:41"
LANES = {Kind.INCIDENT: "incident", Kind.AFWEZIGHEID: "vermissing", Kind.ROUTE: "route"}


def identity(*parts: str) -> EntityId:
    return EntityId(hashlib.sha256("/".join(parts).encode()).hexdigest()[:32])


def entry(*parts: str) -> EntryId:
    return EntryId(hashlib.sha256("/".join(parts).encode()).hexdigest())


@cache
def cases() -> dict[str, dict[str, Any]]:
    """Every case of the file under its id."""
    loaded = tomllib.loads(CASES.read_text(encoding="utf-8"))
    return {case["id"]: case for case in loaded["case"]}


class Case:
    """One case, answered as the queries of the Workspace would."""

    def __init__(self, name: str = "c01-de-tas") -> None:
        self.raw = cases()[name]
        self.minor = self.raw["minor"]
        self.youth = Youth(
            id=identity(name),
            name=self.minor["name_latin"],
            name_native="" if self.minor.get("script") == "Latin" else self.minor.get("name_native", ""),
            alias=self.minor["alias"],
            room=self.minor.get("room", ""),
        )
        self.observations = tuple(self._observation(index, raw) for index, raw in enumerate(self.raw["observation"]))
        self.rows = tuple(row_of(piece) for piece in self.observations)

    def _observation(self, index: int, raw: dict[str, Any]) -> Observation:
        catalogue = load_catalogue()
        tags = tuple(
            catalogue.tag(indicator, "nl") for name in raw.get("indicators", ()) if (indicator := catalogue.find(name))
        )
        piece = identity(self.youth.id, "piece", str(index))
        return Observation(
            id=piece,
            about=(self.youth,),
            versions=(
                Version(
                    entry=entry(piece),
                    author=raw["by"],
                    site="",
                    recorded=raw["at"],
                    text=raw["text"],
                    quote=raw.get("quote", ""),
                    quote_note=raw.get("quote_note", ""),
                    meaning=raw.get("meaning", ""),
                    kind=Kind(raw["kind"]),
                    source=Source(raw["source"]),
                    source_note=raw.get("source_note", ""),
                    when=When(start=raw["at"]),
                    place=raw.get("place", ""),
                    entities=tuple(
                        Entity(type=EntityType(each["type"]), value=each["value"], note=each.get("note", ""))
                        for each in raw.get("entities", ())
                    ),
                    indicators=tags,
                ),
            ),
            signals=(identity(self.youth.id, "signal"),),
        )

    def timeline(self, until: str = NOW) -> tuple[TimelineEvent, ...]:
        """What the timeline query answers, until a moment."""
        events = [
            TimelineEvent(
                id=row.id,
                lane=LANES.get(row.kind, "gedrag") if row.kind else "gedrag",
                what="observation",
                when=row.when,
                label=" ".join(row.text.split()[:4]),
                source=row.source,
                kind=row.kind,
                has_quote=row.has_quote,
            )
            for row in self.rows
            if row.when.start <= until
        ]
        for place in self.raw.get("placement", ()):
            if place["from"] <= until:
                end = place.get("to", "")
                events.append(
                    TimelineEvent(
                        id=identity(self.youth.id, "placement", place["from"]),
                        lane="verplaatsing",
                        what="placement",
                        when=When(
                            start=place["from"], precision=Precision.DAY, end=end if end and end <= until else None
                        ),
                        label=place["site"],
                    )
                )
        for step in self.raw.get("route", ()):
            precision = Precision(step["when_precision"]) if step["when_precision"] != "unknown" else Precision.ABOUT
            events.append(
                TimelineEvent(
                    id=identity(self.youth.id, "route", step["place"]),
                    lane="route",
                    what="route",
                    when=route_when(step["when"], precision),
                    label=step["place"].split(",")[0],
                    source=Source(step["source"]),
                    before_arrival=step["when"] < self.minor["arrival"][: len(step["when"])],
                )
            )
        return tuple(events)

    def disclosures(self) -> tuple[DisclosureRow, ...]:
        """What went out according to the case."""
        return tuple(
            DisclosureRow(
                id=identity(self.youth.id, "referral", str(index)),
                form=each["form"],
                recipient=each["recipient"],
                basis=Basis.CONSENT,
                basis_note=each.get("basis", ""),
                made=each["date"],
                author="Anouk",
                feedback_due=each.get("feedback_due", ""),
                feedback=each.get("feedback", ""),
                feedback_received=each.get("feedback_date", ""),
            )
            for index, each in enumerate(self.raw.get("referral", ()))
        )

    def dossier(self) -> Dossier:
        """The card of the youth with what is recent."""
        return Dossier(
            youth=self.youth,
            heads=(entry(self.youth.id),),
            gender=self.minor.get("gender", ""),
            born=self.minor.get("born", ""),
            born_precision=Precision.DAY,
            age=16,
            language=self.minor.get("language", ""),
            v_number=self.minor.get("v_number", ""),
            guardian=self.minor.get("guardian", ""),
            mentor=self.minor.get("mentor", ""),
            arrival=self.minor.get("arrival", ""),
            recent=tuple(sorted(self.rows, key=lambda row: row.when.start, reverse=True)),
            signals=(self.signal_row(),),
            disclosures=self.disclosures(),
            missing=(),
        )

    def signal_row(self) -> SignalRow:
        """The line of the case's signal."""
        signal = self.signal()
        return SignalRow(
            id=signal.id,
            about=signal.about,
            state=signal.state,
            author=signal.author,
            site="",
            changed=signal.changed,
            facts=signal.facts,
            pieces=len(signal.observations),
        )

    def signal(self) -> Signal:
        """The signal of the case as a concept with the indicators of its pieces."""
        raw = self.raw["signal"]
        rows = tuple(self.rows[index] for index in raw["observations"])
        tags: dict[str, IndicatorTag] = {tag.id: tag for row in rows for tag in row.indicators}
        return Signal(
            id=identity(self.youth.id, "signal"),
            heads=(entry(self.youth.id, "signal"),),
            about=(self.youth,),
            author="Anouk",
            site="",
            created="2025-11-05T10:00",
            changed="2025-11-05T10:12",
            state=SignalState.CONCEPT,
            observations=rows,
            missing_observations=(),
            facts=raw["facts_nl"],
            other_explanation=raw["other_explanation_nl"],
            other_explanation_unknown=False,
            unknown=raw["unknown_nl"],
            unknown_unknown=False,
            danger=Danger.UNKNOWN,
            indicators=tuple(
                SignalIndicator(tag=tag, pieces=tuple(row.id for row in rows if tag in row.indicators))
                for tag in tags.values()
            ),
            forms=tuple(raw.get("forms", ())),
            decision="",
            coverage=(),
            disclosures=(),
        )


def route_when(text: str, precision: Precision) -> When:
    """A season of the file as the three months that are stored."""
    if text.endswith("-zomer"):
        return When(start=f"{text[:4]}-06", end=f"{text[:4]}-08", precision=Precision.SEASON)
    return When(start=text, precision=precision)


def row_of(piece: Observation) -> ObservationRow:
    """The line of a piece in a list."""
    version = piece.versions[0]
    return ObservationRow(
        id=piece.id,
        entry=version.entry,
        text=version.text,
        has_quote=bool(version.quote),
        has_meaning=bool(version.meaning),
        kind=version.kind,
        source=version.source,
        when=version.when,
        recorded=version.recorded,
        author=version.author,
        site=version.site,
        about=piece.about,
        corrected=len(piece.versions) > 1,
        protect_source=version.protect_source,
        indicators=version.indicators,
    )


def site(name: str = "Locatie West", *, ended: bool = False) -> SiteRow:
    """A trusted site."""
    return SiteRow(
        id=SiteId(hashlib.sha256(name.encode()).hexdigest()),
        name=name,
        code="W-2",
        fingerprint="7F2A 9C11 04BD E6A0 55D2 91FE 8C3B 6A47",
        trusted_by="Anouk",
        trusted_at="2025-10-20T10:00",
        recipient_until="2026-01-01",
        ended=ended,
    )
