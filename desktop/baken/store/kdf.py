"""From a name and a passphrase to the keys of a slot: Argon2id with bounded, measured cost.

The passphrase is normalised (NFKC) so that two keyboards give one key; parameters outside the bounds are refused
before a byte of memory is taken. Nothing here knows whether a name exists: every try costs the same.
"""

import hashlib
import os
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from baken import crypto
from baken.errors import UserError

FLOOR_KIB = 64 * 1024
CEILING_KIB = 1024 * 1024
WANTED_KIB = 256 * 1024
LANES = 4
MAX_ITERATIONS = 64
SHORTEST_S, LONGEST_S = 0.5, 1.5


@dataclass(frozen=True, kw_only=True)
class KdfParameters:
    """Argon2id's cost. Source: RFC 9106; security.md, "Keys"."""

    memory_kib: int = WANTED_KIB
    iterations: int = 3
    lanes: int = LANES

    def check(self) -> None:
        """Refuse what no Baken writes: UserError slots-unreadable, so that a planted file cannot take the memory."""
        if not (
            FLOOR_KIB <= self.memory_kib <= CEILING_KIB
            and 1 <= self.iterations <= MAX_ITERATIONS
            and 1 <= self.lanes <= 16
        ):
            raise UserError("slots-unreadable")


@dataclass(frozen=True, kw_only=True)
class SlotKeys:
    """What a name and a passphrase give for one slot file."""

    sealing: bytes
    committing: bytes


def normal_name(name: str) -> str:
    """Give a user name as it is compared: NFKC, case folded, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def normal_passphrase(passphrase: str) -> bytes:
    """Give a passphrase as it is derived from: NFKC, UTF-8, nothing trimmed."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def derive(vault_salt: bytes, name: str, passphrase: str, parameters: KdfParameters) -> SlotKeys:
    """Derive the two keys of a slot; takes about a second and the memory of the parameters.

    The salt is SHA-256(vault salt ‖ normalised name), so that one guess serves one name of one vault.
    """
    parameters.check()
    salt = hashlib.sha256(vault_salt + normal_name(name).encode("utf-8", "surrogatepass")).digest()
    keys = crypto.argon2id(
        normal_passphrase(passphrase),
        salt,
        memory_kib=parameters.memory_kib,
        iterations=parameters.iterations,
        lanes=parameters.lanes,
        length=64,
    )
    return SlotKeys(sealing=keys[:32], committing=keys[32:])


def calibrate(
    *, memory_kib: int | None = None, cost_s: Callable[[KdfParameters], float] | None = None
) -> KdfParameters:
    """Choose parameters that cost 0.5 to 1.5 s here: at most 256 MiB and a quarter of the memory, never below 64 MiB.

    `memory_kib` is the machine's memory and `cost_s` measures one derivation; both are for tests. Memory is given
    up last: it is what an attacker's hardware lacks.
    """
    total = _machine_memory_kib() if memory_kib is None else memory_kib
    measure = _measured_s if cost_s is None else cost_s
    chosen = KdfParameters(memory_kib=max(FLOOR_KIB, min(WANTED_KIB, total // 4)))
    seconds = measure(chosen)
    while seconds > LONGEST_S and (chosen.iterations > 1 or chosen.memory_kib > FLOOR_KIB):
        if chosen.iterations > 1:
            chosen = KdfParameters(memory_kib=chosen.memory_kib, iterations=chosen.iterations - 1)
        else:
            chosen = KdfParameters(memory_kib=max(FLOOR_KIB, chosen.memory_kib // 2), iterations=1)
        seconds = measure(chosen)
    if seconds < SHORTEST_S:
        per_pass = max(seconds / chosen.iterations, 1e-3)
        iterations = min(MAX_ITERATIONS, max(chosen.iterations, int(SHORTEST_S / per_pass) + 1))
        chosen = KdfParameters(memory_kib=chosen.memory_kib, iterations=iterations)
    return chosen


def _measured_s(parameters: KdfParameters) -> float:
    begun = time.perf_counter()
    derive(bytes(32), "", "", parameters)
    return time.perf_counter() - begun


def _machine_memory_kib() -> int:
    """Physical memory in KiB; the floor's fourfold where the system does not say."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 1024
    except (AttributeError, ValueError, OSError):
        return WANTED_KIB * 4
