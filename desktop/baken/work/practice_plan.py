"""The composite cases as entries to be written: what, by whom, about whom, when; all moved in time.

Pure: the same cases, day and ids give the same plan. Only fictional children; nothing here writes anything.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from baken.model.codes import Basis, EntityType, Kind, Precision, SignalState, Source
from baken.model.ids import EntityId, IndicatorId
from baken.model.records import (
    Disclosure,
    Dossier,
    Entity,
    Feedback,
    IndicatorTag,
    MissingEpisode,
    MissingReturn,
    MissingStep,
    Observation,
    Placement,
    Record,
    RouteEvent,
    Signal,
    SignalIndicator,
    When,
)

from .practice_dates import Shift

Case = dict[str, Any]
_STATES = {
    "doorgezet": SignalState.PASSED_ON,
    "volgen": SignalState.FOLLOWED,
    "gesloten": SignalState.CLOSED,
}
_MINUTE = dt.timedelta(minutes=1)


class Planned(msgspec.Struct, frozen=True, kw_only=True):
    """One entry to be written: `at` is local time, `by` a first name, empty for the safeguarding lead."""

    at: dt.datetime
    by: str
    kind: str
    entity: EntityId
    youths: tuple[EntityId, ...]
    body: Record
    contributors: tuple[str, ...] = ()  # of feedback: who wrote the pieces that it is about


class PracticePlan:
    """All entries of the chosen cases, in the order in which they were recorded."""

    def __init__(
        self,
        cases: list[Case],
        *,
        today: dt.date,
        new_id: Callable[[], EntityId],
        tag: Callable[[IndicatorId], IndicatorTag],
    ) -> None:
        self._new_id, self._tag = new_id, tag
        last = max(dt.date.fromisoformat(iso[:10]) for case in cases for iso in _happened(case))
        first = min(dt.date.fromisoformat(iso[:10]) for case in cases for iso in _happened(case))
        self._shift = Shift((today - last).days - 1, season_year=first.year)

    def entries(self, cases: list[Case]) -> list[Planned]:
        """Plan the given cases."""
        planned = [entry for case in cases for entry in self._case(case)]
        return sorted(planned, key=lambda entry: entry.at)

    def _case(self, case: Case) -> Iterator[Planned]:
        youths = {minor["alias"]: self._new_id() for minor in (case["minor"], *case.get("also", ()))}
        own = youths[case["minor"]["alias"]]
        first = self._shift.moment(min(each["at"] for each in case["observation"]))
        for minor in (case["minor"], *case.get("also", ())):
            arrived = min(self._shift.moment(minor["arrival"] + "T09:00"), first - 60 * _MINUTE)
            yield self._entry(
                arrived,
                case["minor"]["mentor"],
                "dossier",
                self._dossier(minor),
                entity=youths[minor["alias"]],
                youths=(youths[minor["alias"]],),
            )
        for number, placement in enumerate(case["placement"]):
            body = Placement(
                site=placement["site"],
                start=self._shift.iso(placement["from"]),
                end=self._shift.iso(placement["to"]) if "to" in placement else None,
                note=placement.get("note", ""),
            )
            at = max(self._shift.moment(placement["from"]), arrived + (number + 1) * _MINUTE)
            yield self._entry(at, case["minor"]["mentor"], "placement", body, youths=(own,))
        for number, route in enumerate(self._route(case["route"])):
            at = first + (number + 1) * _MINUTE
            yield self._entry(at, case["minor"]["mentor"], "route", route, youths=(own,))
        pieces: list[Planned] = []
        for each in case["observation"]:
            about = tuple(youths[alias] for alias in each.get("about", (case["minor"]["alias"],)))
            at = self._shift.moment(each["at"])
            pieces.append(self._entry(at, each["by"], "observation", self._piece(each), youths=about))
        yield from pieces
        chosen = [pieces[number] for number in case["signal"]["observations"]]
        signal = self._signal(case, chosen, own)
        yield signal
        if "missing" in case:
            yield self._missing(case["missing"], youths)
        for number, referral in enumerate(case.get("referral", ())):
            yield from self._disclosure(referral, signal, number, tuple(sorted({piece.by for piece in chosen})))

    def _entry(
        self,
        at: dt.datetime,
        by: str,
        kind: str,
        body: Record,
        *,
        youths: tuple[EntityId, ...],
        entity: EntityId | None = None,
    ) -> Planned:
        return Planned(at=at, by=by, kind=kind, entity=entity or self._new_id(), youths=youths, body=body)

    def _dossier(self, minor: Case) -> Dossier:
        return Dossier(
            alias=minor["alias"],
            name=minor["name_latin"],
            name_native=minor["name_native"],
            script=minor["script"],
            gender=minor["gender"],
            born=self._shift.iso(minor["born"]),
            born_precision=Precision(minor["born_precision"]),
            language=minor["language"],
            v_number=minor["v_number"],
            room=minor["room"],
            guardian=minor.get("guardian", ""),
            mentor=minor.get("mentor", ""),
            arrival=self._shift.iso(minor["arrival"]),
        )

    def _route(self, route: list[Case]) -> Iterator[RouteEvent]:
        """Give the way here; a moment that is unknown lies between its neighbours."""
        whens = [self._shift.when(each["when"], each["when_precision"]) for each in route]
        for number, (each, when) in enumerate(zip(route, whens, strict=True)):
            before = next((known for known in reversed(whens[:number]) if known), None)
            after = next((known for known in whens[number + 1 :] if known), None)
            between = When(
                start=before.start if before else "",
                end=after.start if before and after else None,
                precision=Precision.ABOUT,
            )
            yield RouteEvent(
                place=each["place"], when=when or between, what=each["what"], source=Source(each["source"])
            )

    def _piece(self, each: Case) -> Observation:
        note, _, original = each.get("quote_note", "").partition("; origineel")
        return Observation(
            text=self._shift.prose(each["text"]),
            quote=self._shift.prose(each.get("quote", "")),
            quote_original=original.partition(": ")[2],
            quote_note=note,
            meaning=self._shift.prose(each.get("meaning", "")),
            kind=Kind(each["kind"]),
            source=Source(each["source"]),
            when=When(start=self._shift.iso(each["at"])),
            entities=tuple(
                Entity(type=EntityType(one["type"]), value=one["value"], note=one.get("note", ""))
                for one in each.get("entities", ())
            ),
            indicators=tuple(self._tag(IndicatorId(code)) for code in each["indicators"]),
        )

    def _signal(self, case: Case, chosen: list[Planned], own: EntityId) -> Planned:
        signal = case["signal"]
        tags: dict[str, tuple[IndicatorTag, list[EntityId]]] = {}
        for piece in chosen:
            for tag in piece.body.indicators if isinstance(piece.body, Observation) else ():
                tags.setdefault(tag.id, (tag, []))[1].append(piece.entity)
        body = Signal(
            observations=tuple(piece.entity for piece in chosen),
            facts=self._shift.prose(signal["facts_nl"]),
            other_explanation=self._shift.prose(signal["other_explanation_nl"]),
            unknown=self._shift.prose(signal["unknown_nl"]),
            indicators=tuple(SignalIndicator(tag=tag, pieces=tuple(of)) for tag, of in tags.values()),
            forms=tuple(signal["forms"]),
            state=_STATES[signal["decision"]],
            decision=self._shift.prose(signal["decision_nl"]),
        )
        if signal.get("scope") == "locatie":
            about: tuple[EntityId, ...] = ()
        else:
            about = tuple(dict.fromkeys((own, *(youth for piece in chosen for youth in piece.youths))))
        at = max(piece.at for piece in chosen) + 30 * _MINUTE
        return self._entry(at, "", "signal", body, youths=about)

    def _missing(self, missing: Case, youths: dict[str, EntityId]) -> Planned:
        steps = tuple(
            MissingStep(at=self._shift.iso(step["at"]), by=step["by"], what=self._shift.prose(step["what"]))
            for step in missing["step"]
        )
        back = missing.get("return")
        body = MissingEpisode(
            last_seen=self._shift.iso(missing["last_seen"]),
            last_seen_place=missing["last_seen_place"],
            last_seen_by=missing["last_seen_by"],
            noticed=self._shift.iso(missing["noticed"]),
            circumstances=self._shift.prose(missing["circumstances_nl"]),
            clothing=missing["clothing_nl"],
            taken=", ".join(missing["taken"]),
            left_behind=", ".join(missing["left_behind"]),
            urgency="; ".join(missing["urgency_nl"]),
            police_reference=missing["police_reference"],
            steps=steps,
            returned=self._return(back) if back else None,
        )
        last = max([step["at"] for step in missing["step"]] + ([back["at"]] if back else []))
        about = tuple(youths[alias] for alias in missing["who"])
        return self._entry(self._shift.moment(last), missing["step"][-1]["by"], "missing", body, youths=about)

    def _return(self, back: Case) -> MissingReturn:
        who = f"{', '.join(back['who'])}: " if "who" in back else ""
        return MissingReturn(
            at=self._shift.iso(back["at"]),
            how=who + back["how_nl"],
            received_by=back["received_by"],
            condition=back["condition_nl"],
            police_informed=self._shift.iso(back["police_informed"]),
            medical=back["medical_nl"],
            talk=f"{self._shift.iso(back['talk_at'])}, {back['talk_by']}: {self._shift.prose(back['talk_nl'])}",
            plan=back["plan_nl"],
        )

    def _disclosure(
        self, referral: Case, signal: Planned, number: int, contributors: tuple[str, ...]
    ) -> Iterator[Planned]:
        body = Disclosure(
            form=referral["form"],
            recipient=referral["recipient"],
            basis=_basis(referral["basis"]),
            basis_note=referral["basis"],
            told=referral.get("told_nl", ""),
            signal=signal.entity,
            made=self._shift.iso(referral["date"]),
            feedback_due=self._shift.iso(referral["feedback_due"]),
        )
        at = max(self._shift.moment(referral["date"]), signal.at + (number + 1) * _MINUTE)
        disclosure = self._entry(at, "", "disclosure", body, youths=signal.youths)
        yield disclosure
        if referral["feedback"]:
            came = Feedback(
                disclosure=disclosure.entity,
                text=self._shift.prose(referral["feedback"]),
                received=self._shift.iso(referral["feedback_date"]),
            )
            at = max(self._shift.moment(referral["feedback_date"]), disclosure.at + _MINUTE)
            feedback = self._entry(at, "", "feedback", came, entity=disclosure.entity, youths=signal.youths)
            yield msgspec.structs.replace(feedback, contributors=contributors)


def _happened(case: Case) -> Iterator[str]:
    """Give the ISO times of everything in a case that was recorded."""
    yield from (each["at"] for each in case["observation"])
    for referral in case.get("referral", ()):
        yield referral["date"]
        if "feedback_date" in referral:
            yield referral["feedback_date"]
    if "missing" in case:
        yield from (step["at"] for step in case["missing"]["step"])
        if "return" in case["missing"]:
            yield case["missing"]["return"]["talk_at"]


def _basis(text: str) -> Basis | None:
    """Give the basis that the words of a case name first; None where they name none of the four."""
    words = {"oestemming": Basis.CONSENT, "itaal belang": Basis.VITAL_INTEREST}
    found = sorted((text.index(word), basis) for word, basis in words.items() if word in text)
    return found[0][1] if found else None
