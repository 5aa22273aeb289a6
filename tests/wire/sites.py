"""Two sites with a writer each, made from fixed seeds; every name and text is invented."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import msgspec

from baken import crypto
from baken.wire import age
from baken.wire.bundle import write_bundle
from baken.wire.certificate import Certificate, SiteCard, sign_certificate, site_id
from baken.wire.entry import NO_PREVIOUS, Entry, SealedPart, make_entry
from baken.wire.manifest import BundleKind, Manifest
from baken.wire.records import Audience, BundleEntry

YOUTH = "ab" * 16
ENTITY = "cd" * 16


def seed_of(text: str) -> bytes:
    return crypto.sha256(text.encode())


def sealed_part(text: str = "Hij kwam later terug dan afgesproken.", **changes: object) -> SealedPart:
    fields = {
        "kind": "observation",
        "version": 1,
        "youths": (YOUTH,),
        "entity": ENTITY,
        "base": (),
        "body": msgspec.Raw(msgspec.json.encode({"text": text})),
    }
    return SealedPart(**(fields | changes))


@dataclass(frozen=True, kw_only=True)
class Site:
    """A site with one writer and the identity of its desk."""

    name: str
    seed: bytes
    card: SiteCard
    desk_identity: str
    writer_seed: bytes
    writer: bytes
    certificate: bytes

    @property
    def id(self) -> str:
        return self.card.site

    def certify(self, **changes: object) -> bytes:
        fields = {
            "site": self.card.site,
            "practice": True,
            "laptop": "00" * 16,
            "person": "11" * 16,
            "name": "Fatima",
            "sign_public": crypto.public_of(self.writer_seed),
            "recipient": self.card.desk_recipient,
            "capabilities": ("write",),
            "valid_until": None,
            "serial": bytes(16),
        }
        return sign_certificate(self.seed, Certificate(**(fields | changes)))

    def chain(self, count: int) -> list[Entry]:
        entries: list[Entry] = []
        previous = NO_PREVIOUS
        for sequence in range(1, count + 1):
            entry = make_entry(
                self.writer_seed,
                self.content_key(sequence),
                sealed_part(f"Stuk {sequence}."),
                writer=self.writer,
                sequence=sequence,
                previous=previous,
                logical=sequence * 2,
                wall_ms=1_767_225_600_000 + sequence,
            )
            previous = entry.id
            entries.append(entry)
        return entries

    def content_key(self, sequence: int) -> bytes:
        return seed_of(f"{self.name} content key {sequence}")

    def items(self, count: int) -> list[BundleEntry]:
        audiences = list(Audience)
        return [
            BundleEntry(
                entry=entry,
                certificate=self.certificate,
                content_key=self.content_key(number),
                audience=audiences[number % 3],
            )
            for number, entry in enumerate(self.chain(count), start=1)
        ]

    def manifest(self, *, to: "Site", **changes: object) -> Manifest:
        fields = {
            "kind": BundleKind.ENTRIES,
            "bundle": "0b" * 16,
            "site": self.id,
            "practice": True,
            "recipients": (to.id,),
            "created_ms": 1_767_225_600_000,
            "series": "0c" * 16,
        }
        return Manifest(**(fields | changes))

    def bundle(
        self,
        *,
        to: "Site",
        items: Sequence[BundleEntry] = (),
        receipts: Sequence[bytes] = (),
        certificate: bytes | None = None,
        seed: bytes | None = None,
        **changes: object,
    ) -> bytes:
        kind = BundleKind.RECEIPT if receipts else BundleKind.ENTRIES
        fields = {"kind": kind, "entries": len(items), "receipts": len(receipts)} | changes
        target = BytesIO()
        write_bundle(
            target,
            recipients=[to.card.desk_recipient],
            manifest=self.manifest(to=to, **fields),
            certificate=certificate or self.certificate,
            seed=seed or self.writer_seed,
            entries=items,
            receipts=receipts,
        )
        return target.getvalue()


def make_site(name: str, code: str) -> Site:
    seed = seed_of(f"{name} site")
    desk = seed_of(f"{name} desk")
    writer_seed = seed_of(f"{name} writer")
    public = crypto.public_of(seed)
    card = SiteCard(
        site=site_id(public),
        name=name,
        code=code,
        practice=True,
        keys=(public,),
        links=(),
        desk_recipient=age.hpke_recipient(crypto.hpke_public(desk)),
        desk_valid_until=1_775_001_600_000,
        staying=(),
    )
    bare = Site(
        name=name,
        seed=seed,
        card=card,
        desk_identity=age.hpke_identity(desk),
        writer_seed=writer_seed,
        writer=seed_of(f"{name} writer id")[:16],
        certificate=b"",
    )
    return Site(**{**vars(bare), "certificate": bare.certify()})


def flip(data: bytes, position: int) -> bytes:
    changed = bytearray(data)
    changed[position % len(data)] ^= 1 + position % 255
    return bytes(changed)
