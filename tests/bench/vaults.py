"""Vaults of a wanted size, with invented everyday text, made through the programme's own floors."""

import random
from collections.abc import Iterator
from pathlib import Path

from baken.model.clock import Clock
from baken.model.codes import Kind, Source
from baken.model.records import Dossier, Observation, When
from baken.store.creation import create_vault
from baken.store.journal import NewEntry
from baken.store.kdf import FLOOR_KIB, KdfParameters
from baken.store.slots import UserKeys
from baken.store.vault import OpenVault, open_vault

CHEAP = KdfParameters(memory_kib=FLOOR_KIB, iterations=1)  # key derivation is not what is measured
BATCH = 1_000
EVERYDAY = (
    "de jongen stond bij het hek en keek naar een grijze auto die langzaam langs reed later kwam hij terug met "
    "nieuwe schoenen zei dat hij moe was van school wilde niet praten over zijn telefoon belde iemand in de gang "
    "huiskamer avond eten lachen voetbal geld vriend kamer raam slapen ochtend docent tas station fiets broer café "
    "geïrriteerd naïef coördinator één Zoë"
)
WORDS = EVERYDAY.split()


def sentence(chance: random.Random, *, words: int = 24) -> str:
    """Return a sentence of everyday words."""
    return " ".join(chance.choice(WORDS) for _ in range(words)).capitalize() + "."


def piece(chance: random.Random) -> Observation:
    """Return a piece of ordinary length; one in six holds the youth's own words."""
    day = f"2026-{chance.randint(1, 10):02}-{chance.randint(1, 28):02}"
    return Observation(
        text=sentence(chance),
        quote=sentence(chance, words=8) if chance.random() < 1 / 6 else "",
        kind=chance.choice(list(Kind)),
        source=chance.choice(list(Source)),
        when=When(start=f"{day}T{chance.randint(0, 23):02}:{chance.randint(0, 59):02}"),
    )


def filled_vault(folder: Path, clock: Clock, *, pieces: int, youths: int = 60) -> UserKeys:
    """Make a live vault with that many pieces about that many youths; gives the keys that open it."""
    keys = create_vault(
        folder,
        site_name="Locatie Oost",
        site_code="O-1",
        user_name="Fatima",
        passphrase="maat",
        practice=False,
        clock=clock,
        kdf=CHEAP,
    )
    vault = open_vault(folder, keys, clock)
    try:
        vault.catch_up()
        fill(vault, pieces=pieces, youths=youths)
    finally:
        vault.close()
    return keys


def fill(vault: OpenVault, *, pieces: int, youths: int) -> list[str]:
    """Add youths and pieces about one of them each; gives the youths' ids."""
    chance = random.Random(20260101)
    ids = [chance.randbytes(16).hex() for _ in range(youths)]

    def entries() -> Iterator[NewEntry]:
        for number, identity in enumerate(ids):
            card = Dossier(name=f"{chance.choice(WORDS)} {chance.choice(WORDS)}".title(), room=f"B{number:02}")
            yield NewEntry(kind="dossier", version=1, youths=(identity,), entity=identity, base=(), body=card)
        for _ in range(pieces):
            entity, about = chance.randbytes(16).hex(), (chance.choice(ids),)
            yield NewEntry(kind="observation", version=1, youths=about, entity=entity, base=(), body=piece(chance))

    batch: list[NewEntry] = []
    for entry in entries():
        batch.append(entry)
        if len(batch) == BATCH:
            vault.append(batch)
            batch = []
    if batch:
        vault.append(batch)
    return ids
