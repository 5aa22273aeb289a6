"""What may come in with a bundle of another site, however well it is signed.

A trusted site speaks for itself, about youths and pieces. It never speaks for this site: whom we trust, what we
passed on, what came in and who works here is written here only, and no entry from outside continues a chain of ours.
A bundle that tries is refused whole. Kinds of a newer Baken are kept, as always.
"""

from collections.abc import Mapping

from baken import crypto
from baken.errors import UserError
from baken.model.records import BODIES
from baken.store.attachments import named_attachments
from baken.store.sharing import STAYS_HOME, own_writers
from baken.store.trust import TRUST_KINDS
from baken.store.vault import OpenVault
from baken.wire.entry import SealedPart
from baken.wire.manifest import Manifest
from baken.wire.records import BundleAttachment

_KNOWN = frozenset(kind for kind, _ in BODIES)


def check_part(part: SealedPart) -> None:
    """Raise UserError foreign-not-allowed for what only this site may write, or a record that is about nothing."""
    if part.kind in STAYS_HOME | TRUST_KINDS or (part.kind in _KNOWN and not part.entity):
        raise UserError("foreign-not-allowed")


class Border:
    """One bundle at the border: what its entries say, and whether each file that comes along is one they name."""

    def __init__(self) -> None:
        self._named: set[tuple[str, str]] = set()

    def check_part(self, part: SealedPart) -> None:
        """Look at what an entry says; raises as the function of that name."""
        check_part(part)
        self._named.update((each.id, each.sha256) for each in named_attachments(part))

    def check_attachment(self, attachment: BundleAttachment) -> None:
        """Raise UserError bundle-damaged for a file that no entry of the bundle names, or that is another."""
        if (attachment.id, crypto.sha256(attachment.sealed).hex()) not in self._named:
            raise UserError("bundle-damaged")


def check_writers(vault: OpenVault, writers: Mapping[bytes, frozenset[str]]) -> None:
    """Raise UserError foreign-not-allowed where another site signed an entry as a writer of ours."""
    foreign = [writer for writer, sites in writers.items() if sites != {vault.card.site}]
    if own_writers(vault.connection, foreign):
        raise UserError("foreign-not-allowed")


def import_id(manifest: Manifest) -> str:
    """Give the id under which a bundle's import is kept: no site can use up the bundle ids of another."""
    return crypto.sha256(b"baken import v1", bytes.fromhex(manifest.site + manifest.bundle)).hex()[:32]
