"""Importing a bundle of 10,000 entries, beside as many Ed25519 verifications."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from baken import crypto
from baken.model.clock import SystemClock
from baken.model.codes import Basis
from baken.model.commands import TrustSite
from baken.work.exporting import Chosen
from baken.work.paths import Paths
from baken.work.workspace import Workspace

from .frame import Row, timed
from .vaults import filled_vault

ENTRIES = 10_000


def rows() -> Iterator[Row]:
    """Measure from the file on disk to the pieces in the view."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        sender = _opened(base / "east", pieces=ENTRIES - 1, youths=1)
        receiver = _opened(base / "west", pieces=0, youths=0)
        for here, there in ((sender, receiver), (receiver, sender)):
            here.execute(TrustSite(card=there.own_card(), fingerprint=there.own_fingerprint()))
        dossier = sender.dossiers()[0].youth.id
        plan = sender.prepare_bundle(receiver.user.site, Chosen(dossier=dossier), basis=Basis.LEGAL_TASK)
        sender.mark_exported(plan, sender.seal_bundle(plan, base / "bundle.age"))
        imported = timed(lambda: receiver.import_bundle(base / "bundle.age"))
        verified = timed(_verifications)
        found = len(receiver.observations(limit=ENTRIES))
        sender.close()
        receiver.close()
        if found != ENTRIES - 1:
            raise SystemExit(f"the import brought {found} pieces")
        yield Row(
            what="import 10,000 entries",
            value=imported,
            beside_what="10,000 Ed25519 verifications",
            beside=verified,
            ratio_at_most=4,
        )


def _opened(folder: Path, *, pieces: int, youths: int) -> Workspace:
    clock = SystemClock()
    keys = filled_vault(folder, clock, pieces=pieces, youths=youths)
    return Workspace.open(Paths(config=folder, state=folder, vault=folder), keys, clock)


def _verifications() -> None:
    seed, message = crypto.new_seed(), crypto.random_bytes(174)
    verifier, signature = crypto.Verifier(crypto.public_of(seed)), crypto.sign(seed, "bench", message)
    for _ in range(ENTRIES):
        verifier.verify("bench", message, signature)
