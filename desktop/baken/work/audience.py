"""Who may read what is recorded: the one place that says which kind goes to which compartments.

Source: security.md, "Compartments are need-to-know"; architecture.md, "Grants". Where those leave it open the narrower
is chosen. Anyone may add to what they may not read.
"""

from collections.abc import Iterable
from dataclasses import replace

from baken.errors import BugError
from baken.store.database import Connection
from baken.store.granting import targets_of
from baken.store.keyring import AUDIT_TARGET, CARD_TARGET, LEAD_TARGET, TEAM_TARGET, person_target
from baken.wire.records import Audience, BundleEntry

Targets = tuple[str, ...]
_CARD: Targets = (CARD_TARGET,)  # everybody on duty
_TEAM: Targets = (TEAM_TARGET,)
_LEAD: Targets = (LEAD_TARGET,)
_CHECKED: Targets = (LEAD_TARGET, AUDIT_TARGET)  # what went out and came in, by count and name
_OF_KIND: dict[str, Targets] = {
    "dossier": _CARD,
    "missing": _CARD,
    "placement": _TEAM,
    "route": _TEAM,
    "observation": _TEAM,
    "signal": _LEAD,
    "disclosure": _CHECKED,
    "import": _CHECKED,
    # A site's card names no youth, and without it a mentor could not tell whose piece came from where.
    "site-trust": (TEAM_TARGET, AUDIT_TARGET),
}


def targets_for(kind: str) -> Targets:
    """Give who reads a kind of record; corrections and the like have no targets of their own."""
    if kind not in _OF_KIND:
        raise BugError(f"no audience for {kind}")
    return _OF_KIND[kind]


def targets_of_piece(author: str, *, restricted: bool) -> Targets:
    """Give who reads a new piece: the team, or the lead and its author (person id)."""
    return (LEAD_TARGET, person_target(author)) if restricted else targets_for("observation")


def targets_of_feedback(contributors: Iterable[str]) -> Targets:
    """Give who reads what came back: the lead, and everybody (person ids) of whom a piece had gone along."""
    return (LEAD_TARGET, *(person_target(person) for person in contributors))


def inherited(connection: Connection, entries: Iterable[str], author: str) -> Targets:
    """Give who reads a correction, withdrawal or resolution: whoever may read all of what it speaks of.

    Where no compartment or person may (versions that came from other sites with different audiences), the lead and its
    author (person id).
    """
    granted = list(targets_of(connection, entries).values())
    common = frozenset.intersection(*granted) if granted else frozenset[str]()
    return tuple(sorted(common)) or (LEAD_TARGET, person_target(author))


def admitted(entry: BundleEntry, kind: str) -> BundleEntry:
    """Give an entry of another site with the audience that it gets here.

    A signal is for the lead, whoever else it was meant for there.
    """
    if _OF_KIND.get(kind) == _LEAD and entry.audience is not Audience.LEAD:
        return replace(entry, audience=Audience.LEAD)
    return entry
