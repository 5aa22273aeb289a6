"""The slot file: how a name and a passphrase become a user's keys, and nothing else about who they are.

Slots are of one size, without labels, filled up with real-looking ones, in two alternating copies with sequence
and checksum: a power cut leaves at least one whole copy. An unknown name and a wrong passphrase are the same
error at the same cost. This module never writes a key in clear and never says which slot is whose; that stands
in the journal. Source: security.md, "Keys".
"""

import struct
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path

from baken import crypto
from baken.errors import UserError
from baken.model.clock import Clock

from .attempts import begin_try, forget_tries, one_at_a_time
from .files import file_errors, open_own, write_durably
from .kdf import KdfParameters, SlotKeys, derive

COPIES = ("slots-a", "slots-b")
FORMAT_VERSION = 1
STEP, MOST_SLOTS = 16, 64
PASSPHRASE = 1  # type of a slot; 3 is reserved for a security key with PIN, 4 for emergency access
KEY_BYTES = 32

_MAGIC = b"baken slots\n"
_HEAD = struct.Struct(">12sHQ32sIIIIIH")  # magic, version, sequence, salt, kdf ×3, key version, journal, slots
_WRAP_BYTES = crypto.HPKE_OVERHEAD_BYTES + KEY_BYTES
_SLOT = struct.Struct(f">B32s48s80s{_WRAP_BYTES}s")
_CHECKSUM_BYTES = 32
_MOST_BYTES = _HEAD.size + MOST_SLOTS * _SLOT.size + _WRAP_BYTES + _CHECKSUM_BYTES
_COMMITMENT_LABEL = "baken slot commitment v1"
_SEEDS_LABEL = "baken slot seeds v1"
_RECOVERY_INFO = b"baken recovery vault key v1"


@dataclass(frozen=True, kw_only=True)
class UserSecrets:
    """What only the user has, on this vault: 32 random bytes each, never shown in a traceback."""

    user_secret: bytes = field(repr=False)
    recipient_seed: bytes = field(repr=False)
    signing_seed: bytes = field(repr=False)

    @classmethod
    def new(cls) -> "UserSecrets":
        """Fresh secrets for a new user."""
        return cls(
            user_secret=crypto.random_bytes(KEY_BYTES),
            recipient_seed=crypto.hpke_seed(),
            signing_seed=crypto.new_seed(),
        )

    def key(self, label: str) -> bytes:
        """Derive a key of the user's own, one per label."""
        return crypto.hkdf(self.user_secret, label)


@dataclass(frozen=True, kw_only=True)
class UserKeys:
    """What unlocking gives: the user's secrets, the vault's key, and which journal file they open."""

    secrets: UserSecrets = field(repr=False)
    vault_key: bytes = field(repr=False)
    vault_key_version: int
    journal_number: int
    slot: int

    def draft_key(self) -> bytes:
        """Give the key of the user's drafts; needs no open journal."""
        return self.secrets.key("baken drafts v1")


@dataclass(frozen=True, kw_only=True)
class SlotFile:
    """A slot file as read or to be written; immutable, every change gives a new one."""

    sequence: int
    vault_salt: bytes
    parameters: KdfParameters
    vault_key_version: int
    journal_number: int
    slots: tuple[bytes, ...] = field(repr=False)
    recovery: bytes = field(repr=False)  # VK wrapped to the recovery sheet, or to nobody

    @classmethod
    def new(cls, parameters: KdfParameters) -> "SlotFile":
        """Make a file for a new vault: one step of slots that nobody can open."""
        parameters.check()
        salt = crypto.random_bytes(32)
        return cls(
            sequence=0,
            vault_salt=salt,
            parameters=parameters,
            vault_key_version=1,
            journal_number=1,
            slots=tuple(_filler() for _ in range(STEP)),
            recovery=_nobody_wrap(),
        )

    @classmethod
    def load(cls, folder: Path) -> "SlotFile":
        """Read the newest whole copy.

        Raises UserError: no-vault (neither a copy nor a journal), slots-unreadable (no copy is whole, or its cost
        is out of bounds, or both are gone beside a journal), folder-unreadable (this account may not read it),
        vault-newer.
        """
        copies = [_read_copy(folder / name) for name in COPIES]
        if copies == [None, None]:
            raise UserError("slots-unreadable" if any(folder.glob("journal-*.db")) else "no-vault")
        whole = [copy for copy in copies if isinstance(copy, SlotFile)]
        if not whole:
            raise next((copy for copy in copies if isinstance(copy, UserError)), UserError("slots-unreadable"))
        return max(whole, key=lambda copy: copy.sequence)

    def store(self, folder: Path) -> "SlotFile":
        """Write this as the newest copy over the older one; durable when this returns."""
        newer = replace(self, sequence=self.sequence + 1)
        with file_errors():
            write_durably(folder / COPIES[newer.sequence % 2], newer.encode())
        return newer

    def store_both(self, folder: Path) -> "SlotFile":
        """Write this over both copies, so that what it no longer holds is in neither; the first write is the switch.

        Raises UserError disk-full and the like: the first copy may then count already, which `load` tells.
        """
        return self.store(folder).store(folder)

    @classmethod
    def settle(cls, folder: Path) -> bool:
        """Finish a change that was interrupted between its two copies; gives whether a copy had to be written."""
        newest = cls.load(folder)
        others = [copy for copy in (_read_copy(folder / name) for name in COPIES) if isinstance(copy, SlotFile)]
        if len(others) == len(COPIES) and all(replace(copy, sequence=newest.sequence) == newest for copy in others):
            return False
        newest.store(folder)
        return True

    def encode(self) -> bytes:
        """Lay out one copy, checksum last."""
        body = _HEAD.pack(
            _MAGIC,
            FORMAT_VERSION,
            self.sequence,
            self.vault_salt,
            self.parameters.memory_kib,
            self.parameters.iterations,
            self.parameters.lanes,
            self.vault_key_version,
            self.journal_number,
            len(self.slots),
        )
        body += b"".join(self.slots) + self.recovery
        return body + crypto.sha256(body)

    @classmethod
    def decode(cls, data: bytes) -> "SlotFile":
        """Read one copy; raises UserError slots-unreadable or vault-newer."""
        if len(data) < _HEAD.size + _CHECKSUM_BYTES or not data.startswith(_MAGIC):
            raise UserError("slots-unreadable")
        body, checksum = data[:-_CHECKSUM_BYTES], data[-_CHECKSUM_BYTES:]
        if crypto.sha256(body) != checksum:
            raise UserError("slots-unreadable")
        if int.from_bytes(body[len(_MAGIC) : len(_MAGIC) + 2], "big") > FORMAT_VERSION:
            raise UserError("vault-newer")
        _, version, sequence, salt, memory, iterations, lanes, key_version, journal, count = _HEAD.unpack_from(body)
        expected = _HEAD.size + count * _SLOT.size + _WRAP_BYTES
        if version != FORMAT_VERSION or count not in range(STEP, MOST_SLOTS + 1, STEP) or len(body) != expected:
            raise UserError("slots-unreadable")
        parameters = KdfParameters(memory_kib=memory, iterations=iterations, lanes=lanes)
        parameters.check()
        starts = range(_HEAD.size, _HEAD.size + count * _SLOT.size, _SLOT.size)
        return cls(
            sequence=sequence,
            vault_salt=salt,
            parameters=parameters,
            vault_key_version=key_version,
            journal_number=journal,
            slots=tuple(body[start : start + _SLOT.size] for start in starts),
            recovery=body[-_WRAP_BYTES:],
        )

    def with_room(self, taken: AbstractSet[int]) -> "tuple[SlotFile, int]":
        """Give this file, a step larger when needed, and a slot that nobody has, chosen at random.

        Raises UserError slots-full at 64 users.
        """
        wider = self
        if len(taken) >= len(self.slots):
            if len(self.slots) >= MOST_SLOTS:
                raise UserError("slots-full", limit=MOST_SLOTS)
            wider = replace(self, slots=self.slots + tuple(_filler() for _ in range(STEP)))
        free = sorted(set(range(len(wider.slots))) - taken)
        return wider, free[int.from_bytes(crypto.random_bytes(4), "big") % len(free)]

    def with_slot(self, slot: int, keys: SlotKeys, secrets: UserSecrets, vault_key: bytes) -> "SlotFile":
        """Put a user into a slot; `keys` come from `derive` with this file's salt and parameters."""
        bound = self._bound(PASSPHRASE)
        seeds_key = secrets.key(_SEEDS_LABEL)
        sealed_seeds = crypto.seal(seeds_key, secrets.recipient_seed + secrets.signing_seed, aad=bound)
        return self._with(
            slot,
            _SLOT.pack(
                PASSPHRASE,
                crypto.hkdf(keys.committing, _COMMITMENT_LABEL, salt=bound),
                crypto.seal(keys.sealing, secrets.user_secret, nonce=_nonce(sealed_seeds), aad=bound),
                sealed_seeds,
                crypto.hpke_seal(crypto.hpke_public(secrets.recipient_seed), vault_key, _wrap_info(self)),
            ),
        )

    def without_slot(self, slot: int) -> "SlotFile":
        """Overwrite a slot with one that nobody can open."""
        return self._with(slot, _filler())

    def with_recovery(self, public: bytes, vault_key: bytes) -> "SlotFile":
        """Let the holder of a recovery sheet open the vault; whoever held the one before no longer does."""
        return replace(self, recovery=crypto.hpke_seal(public, vault_key, _RECOVERY_INFO + _wrap_info(self)))

    def renewed(
        self, vault_key: bytes, *, journal_number: int, staying: Mapping[int, bytes], recovery: bytes | None
    ) -> "SlotFile":
        """Give the file for a new vault key: new wraps for the slots that stay, nobody in any other.

        `staying` are the X-Wing public keys by slot, `recovery` that of the sheet, if there is one. Slots that nobody
        has are made anew too: which ones changed says nothing.
        """
        newer = replace(self, vault_key_version=self.vault_key_version + 1, journal_number=journal_number)
        slots = []
        for number, slot in enumerate(self.slots):
            if number in staying:
                parts = _SLOT.unpack(slot)
                wrap = crypto.hpke_seal(staying[number], vault_key, _wrap_info(newer))
                slots.append(_SLOT.pack(*parts[:-1], wrap))
            else:
                slots.append(_filler())
        newer = replace(newer, slots=tuple(slots), recovery=_nobody_wrap())
        return newer if recovery is None else newer.with_recovery(recovery, vault_key)

    def open_recovery(self, seed: bytes) -> bytes:
        """Give the vault's key to the holder of the sheet. Raises UserError recovery-code-unknown."""
        try:
            return crypto.hpke_open(seed, self.recovery, _RECOVERY_INFO + _wrap_info(self))
        except UserError as error:
            raise UserError("recovery-code-unknown") from error

    def open(self, keys: SlotKeys) -> UserKeys:
        """Find the slot that these keys open; all slots are compared, whichever fits.

        Raises UserError wrong-name-or-passphrase, or slots-unreadable when the slot was tampered with.
        """
        bound = self._bound(PASSPHRASE)
        commitment = crypto.hkdf(keys.committing, _COMMITMENT_LABEL, salt=bound)
        parts = [_SLOT.unpack(slot) for slot in self.slots]
        fitting = [
            number
            for number, part in enumerate(parts)
            if crypto.is_equal(part[1], commitment) and part[0] == PASSPHRASE
        ]
        if not fitting:
            raise UserError("wrong-name-or-passphrase")
        number = fitting[0]
        _, _, sealed_secret, sealed_seeds, wrap = parts[number]
        try:
            user_secret = crypto.open_sealed(keys.sealing, sealed_secret, nonce=_nonce(sealed_seeds), aad=bound)
            seeds_key = crypto.hkdf(user_secret, _SEEDS_LABEL)
            seeds = crypto.open_sealed(seeds_key, sealed_seeds, aad=bound)
            vault_key = crypto.hpke_open(seeds[:KEY_BYTES], wrap, _wrap_info(self))
        except UserError as error:
            raise UserError("slots-unreadable") from error
        return UserKeys(
            secrets=UserSecrets(
                user_secret=user_secret, recipient_seed=seeds[:KEY_BYTES], signing_seed=seeds[KEY_BYTES:]
            ),
            vault_key=vault_key,
            vault_key_version=self.vault_key_version,
            journal_number=self.journal_number,
            slot=number,
        )

    def _with(self, slot: int, content: bytes) -> "SlotFile":
        return replace(self, slots=(*self.slots[:slot], content, *self.slots[slot + 1 :]))

    def _bound(self, kind: int) -> bytes:
        """Name what a slot is sealed to: this vault, this cost, this type."""
        cost = self.parameters
        return b"baken slot v1" + struct.pack(
            ">32sIIIB", self.vault_salt, cost.memory_kib, cost.iterations, cost.lanes, kind
        )


def unlock(folder: Path, name: str, passphrase: str, clock: Clock) -> UserKeys:
    """Open a user's slot; takes about a second of pure computing and touches no database.

    Raises UserError: wrong-name-or-passphrase (either, at the same cost), wait(seconds) after too many tries,
    no-vault, slots-unreadable, folder-unreadable, vault-newer.
    """
    slot_file = SlotFile.load(folder)
    with one_at_a_time(folder):
        begin_try(folder, clock)
        keys = slot_file.open(derive(slot_file.vault_salt, name, passphrase, slot_file.parameters))
        forget_tries(folder)
    return keys


def _wrap_info(slot_file: SlotFile) -> bytes:
    return b"baken vault key v1" + slot_file.vault_salt + struct.pack(">I", slot_file.vault_key_version)


def _nonce(sealed_seeds: bytes) -> bytes:
    """Give the nonce of a slot's first seal: one passphrase may seal other secrets after it was forgotten."""
    return crypto.sha256(b"baken slot nonce v1", sealed_seeds)[: crypto.NONCE_BYTES]


def _filler() -> bytes:
    """Make a slot like any other, sealed by keys that nobody has: random bytes alone would show as no curve point."""
    return _SLOT.pack(
        PASSPHRASE, crypto.random_bytes(32), crypto.random_bytes(48), crypto.random_bytes(80), _nobody_wrap()
    )


def _nobody_wrap() -> bytes:
    """Make a wrap of nothing, for a recipient whose seed is forgotten at once."""
    return crypto.hpke_seal(crypto.hpke_public(crypto.hpke_seed()), crypto.random_bytes(KEY_BYTES), b"")


def _read_copy(path: Path) -> "SlotFile | UserError | None":
    """Give a whole copy, why it is none, or None when it is not there."""
    try:
        with open_own(path) as file:
            return SlotFile.decode(file.read(_MOST_BYTES + 1))
    except FileNotFoundError:
        return None
    except PermissionError:
        return UserError("folder-unreadable")
    except OSError:
        return UserError("slots-unreadable")
    except UserError as error:
        return error
