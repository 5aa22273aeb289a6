"""Building a practice vault from the composite cases: fictional children, marked OEFENING, refused by live vaults.

Every entry is signed by the person of the case who wrote it, at the time at which they did. The published
passphrase protects nothing and is meant to.
"""

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import msgspec

from baken.errors import UserError
from baken.model.catalogue import load_catalogue
from baken.model.clock import Clock, local_time, utc_ms
from baken.model.codes import Capability
from baken.model.ids import IndicatorId
from baken.model.records import IndicatorTag
from baken.model.resources import read_resource
from baken.store.creation import Wanted, fill_vault, in_new_folder
from baken.store.journal import Author, NewEntry
from baken.store.kdf import KdfParameters, derive
from baken.store.slots import UserKeys
from baken.store.vault import OpenVault, open_vault

from .audience import Targets, targets_for, targets_of_feedback
from .ids import new_id
from .opening import code_of
from .practice_plan import Planned, PracticePlan

PUBLISHED: Final = "oefening baart kunst"  # published: a practice vault holds nothing to protect
PEOPLE: Final = {
    "Locatie Oost": ("Anouk", "Fatima"),
    "Locatie West": ("Naima", "Ilse"),
    "Locatie Noord": ("Marieke", "Bram"),
}
"""Per invented site the safeguarding lead, who is administrator too, and a mentor; both have an account."""

_WHOLE = "Locatie Oost"  # holds all cases; the other sites hold their own
Progress = Callable[[int, int], None]


class PracticeUser(msgspec.Struct, frozen=True, kw_only=True):
    """An account of a practice vault."""

    name: str
    capabilities: tuple[str, ...]


class PracticeVault(msgspec.Struct, frozen=True, kw_only=True):
    """What was made: where, for which site, and who may unlock it."""

    folder: str
    site: str
    users: tuple[PracticeUser, ...]
    passphrase: str
    entries: int


class _Cases(msgspec.Struct, frozen=True):
    site: list[dict[str, Any]]
    case: list[dict[str, Any]]


def build_practice_vault(
    folder: Path,
    clock: Clock,
    *,
    site: str = _WHOLE,
    passphrase: str = PUBLISHED,
    kdf: KdfParameters | None = None,
    progress: Progress | None = None,
    state_folder: Path | None = None,
) -> PracticeVault:
    """Make the vault in `folder`, whole or not at all; a few seconds, POOL.

    `state_folder` is where this machine keeps a copy of the signed head. Raises UserError practice-site-unknown,
    folder-not-empty, passphrase-empty, disk-full, folder-read-only.
    """
    if site not in PEOPLE:
        raise UserError("practice-site-unknown")
    keys, users, entries = in_new_folder(
        folder, lambda building: _build(building, clock, site, passphrase, kdf=kdf, progress=progress)
    )
    open_vault(folder, keys, clock, state_folder=state_folder).close()
    return PracticeVault(folder=str(folder), site=site, users=users, passphrase=passphrase, entries=entries)


def _build(
    folder: Path, clock: Clock, site: str, passphrase: str, *, kdf: KdfParameters | None, progress: Progress | None
) -> tuple[UserKeys, tuple[PracticeUser, ...], int]:
    """Fill a vault; gives the lead's keys, the accounts and how many entries of the cases it holds."""
    lead, mentor = PEOPLE[site]
    keys = fill_vault(folder, Wanted(site, code_of(site), lead, passphrase, practice=True), clock, kdf)
    mentor_author = _add_mentor(folder, keys, clock, mentor, passphrase)
    vault = open_vault(folder, keys, clock)
    try:
        vault.catch_up()
        authors = {"": vault.author, lead: vault.author, mentor: mentor_author}
        planned = _plan(site, clock)
        for name in sorted({each.by for each in planned} - authors.keys()):
            authors[name] = vault.people.add_author(name, (Capability.MENTOR.value,))
        _write(vault, planned, authors, progress)
        users = tuple(
            PracticeUser(name=user.name, capabilities=tuple(user.capabilities))
            for user in vault.people.users()
            if user.has_slot
        )
    finally:
        vault.close()
    return keys, users, len(planned)


def _plan(site: str, clock: Clock) -> list[Planned]:
    cases = read_resource("practice/cases.toml", _Cases).case
    plan = PracticePlan(cases, today=local_time(clock.now_ms()).date(), new_id=new_id, tag=_tag)
    return plan.entries([case for case in cases if site in (_WHOLE, *case["sites"])])


def _tag(code: IndicatorId) -> IndicatorTag:
    catalogue = load_catalogue()
    indicator = catalogue.find(code)
    if indicator is None:
        return IndicatorTag(id=code, list_version=catalogue.head.version, label=code)
    return catalogue.tag(indicator, "nl")


def _add_mentor(folder: Path, keys: UserKeys, clock: Clock, name: str, passphrase: str) -> Author:
    """Give the mentor an account; gives the writer that signs their pieces of the cases."""
    vault = open_vault(folder, keys, clock)
    try:
        slot_file = vault.people.slot_file()
        slot_keys = derive(slot_file.vault_salt, name, passphrase, slot_file.parameters)
        vault.people.add_user(name, (Capability.MENTOR.value,), slot_keys)
        mentor_keys = vault.people.slot_file().open(slot_keys)
    finally:
        vault.close()
    vault = open_vault(folder, mentor_keys, clock)
    try:
        return vault.author
    finally:
        vault.close()


def _write(vault: OpenVault, planned: list[Planned], authors: dict[str, Author], progress: Progress | None) -> None:
    """Append everything in one transaction, each person's runs at once."""
    done = 0
    with vault.transaction():
        for by, run in itertools.groupby(planned, key=lambda each: each.by):
            entries = [
                NewEntry(
                    kind=each.kind,
                    youths=each.youths,
                    entity=each.entity,
                    body=each.body,
                    targets=_targets(each, authors),
                    wall_ms=utc_ms(each.at),
                )
                for each in run
            ]
            vault.append(entries, author=authors[by])
            done += len(entries)
            if progress is not None:
                progress(done, len(planned))


def _targets(planned: Planned, authors: dict[str, Author]) -> Targets:
    if planned.kind != "feedback":
        return targets_for(planned.kind)
    return targets_of_feedback(authors[name].certificate.person for name in planned.contributors)
