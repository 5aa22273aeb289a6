"""The other side of the crash test of attachments: says each step on standard output until it is killed."""

import pickle
import secrets
import sys
from pathlib import Path

from baken import crypto
from baken.model.clock import SystemClock
from baken.model.records import Attachment, Observation, When
from baken.store.journal import NewEntry
from baken.store.vault import open_vault
from baken.wire.attachment import seal_attachment

vault = open_vault(Path(sys.argv[1]), pickle.loads(Path(sys.argv[2]).read_bytes()), SystemClock())
vault.catch_up()
print("open", flush=True)
for _ in range(300):
    key = crypto.random_bytes(32)
    sealed = seal_attachment(b"foto" * 500, key)
    attachment = Attachment(
        id=secrets.token_hex(16),
        sha256=crypto.sha256(sealed).hex(),
        size_bytes=2000,
        media_type="image/png",
        key=key.hex(),
        title="foto.png",
    )
    body = Observation(text="stuk", when=When(start="2026-09-20T23:40"), attachments=(attachment,))
    vault.attachments.keep({attachment.id: sealed}, vault.attachments.mark_of_next(vault.author.writer))
    print("kept", flush=True)
    vault.append([NewEntry(kind="observation", entity=secrets.token_hex(16), body=body)])
    print("saved", attachment.id, flush=True)
    vault.attachments.settle([attachment.id])
    print("settled", flush=True)
