from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken import crypto
from baken.errors import UserError
from baken.model.clock import FixedClock
from baken.store.kdf import FLOOR_KIB, KdfParameters, SlotKeys, derive
from baken.store.slots import COPIES, MOST_SLOTS, STEP, SlotFile, UserSecrets, unlock

from .vaults import another_account

CHEAP = KdfParameters(memory_kib=FLOOR_KIB, iterations=1, lanes=4)
VAULT_KEY = bytes(range(32))
ROOM_FOR_TWO = 2


def some_keys() -> SlotKeys:
    return SlotKeys(sealing=crypto.random_bytes(32), committing=crypto.random_bytes(32))


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(1_790_000_000_000)


@pytest.fixture
def secrets() -> UserSecrets:
    return UserSecrets.new()


@pytest.fixture
def vault(tmp_path: Path, secrets: UserSecrets) -> Path:
    slot_file, slot = SlotFile.new(CHEAP).with_room(set())
    keys = derive(slot_file.vault_salt, "Fatima", "zeven natte fietsen", CHEAP)
    slot_file.with_slot(slot, keys, secrets, VAULT_KEY).store(tmp_path)
    return tmp_path


def code_of(folder: Path, name: str, passphrase: str, clock: FixedClock) -> str:
    with pytest.raises(UserError) as caught:
        unlock(folder, name, passphrase, clock)
    return caught.value.code


def test_name_and_passphrase_open_the_users_own_secrets(vault: Path, secrets: UserSecrets, clock: FixedClock) -> None:
    keys = unlock(vault, "Fatima", "zeven natte fietsen", clock)
    assert keys.secrets == secrets
    assert keys.vault_key == VAULT_KEY
    assert (keys.vault_key_version, keys.journal_number) == (1, 1)


def test_a_name_is_compared_without_case_and_the_passphrase_without_keyboard_differences(
    vault: Path, clock: FixedClock
) -> None:
    fullwidth = "zeven natte fietsen".translate({ord("z"): "\uff5a"})
    assert unlock(vault, "  fAtima ", fullwidth, clock).vault_key == VAULT_KEY


def test_an_unknown_name_and_a_wrong_passphrase_are_the_same_error(vault: Path, clock: FixedClock) -> None:
    assert code_of(vault, "Nobody", "zeven natte fietsen", clock) == "wrong-name-or-passphrase"
    assert code_of(vault, "Fatima", "acht natte fietsen", clock) == "wrong-name-or-passphrase"


def test_wrong_tries_make_the_next_one_wait_and_the_right_one_forgets_them(vault: Path, clock: FixedClock) -> None:
    for _ in range(3):
        assert code_of(vault, "Fatima", "verkeerd", clock) == "wrong-name-or-passphrase"
    assert code_of(vault, "Fatima", "zeven natte fietsen", clock) == "wait"
    clock.set(clock.now_ms() + 1_000)
    assert unlock(vault, "Fatima", "zeven natte fietsen", clock)
    assert unlock(vault, "Fatima", "zeven natte fietsen", clock)


def test_traceback_text_shows_no_secret(secrets: UserSecrets, vault: Path, clock: FixedClock) -> None:
    shown = repr(unlock(vault, "Fatima", "zeven natte fietsen", clock)) + repr(SlotFile.load(vault))
    assert secrets.user_secret.hex() not in shown
    assert repr(secrets.user_secret) not in shown


def test_filled_and_free_slots_look_alike_and_nothing_names_the_user(vault: Path) -> None:
    slot_file = SlotFile.load(vault)
    assert len(slot_file.slots) == STEP
    assert {len(slot) for slot in slot_file.slots} == {len(slot_file.slots[0])}
    assert {slot[0] for slot in slot_file.slots} == {1}
    # the last byte of an X25519 share is below 128; random filling would show in half of the slots
    last_of_share = 1 + 32 + 48 + 80 + crypto.HPKE_ENC_BYTES - 1
    assert all(slot[last_of_share] < 128 for slot in slot_file.slots)
    assert b"atima" not in (vault / COPIES[1]).read_bytes()


def test_copies_alternate_and_the_newest_whole_one_counts(vault: Path) -> None:
    first = SlotFile.load(vault)
    second = first.store(vault)
    assert {(vault / name).exists() for name in COPIES} == {True}
    assert SlotFile.load(vault).sequence == second.sequence == first.sequence + 1
    newest = vault / COPIES[second.sequence % 2]
    data = bytearray(newest.read_bytes())
    data[100] ^= 1
    newest.write_bytes(data)
    assert SlotFile.load(vault).sequence == first.sequence


def test_a_store_after_a_damaged_copy_keeps_the_whole_one(vault: Path) -> None:
    newest = SlotFile.load(vault).store(vault)
    (vault / COPIES[newest.sequence % 2]).write_bytes(b"")
    again = SlotFile.load(vault).store(vault)
    assert again.sequence == newest.sequence
    assert SlotFile.load(vault) == again


def test_no_copy_is_no_vault_and_no_whole_copy_is_unreadable(vault: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no-vault"):
        SlotFile.load(tmp_path / "elsewhere")
    for name in COPIES:
        (vault / name).write_bytes(b"baken slots\n")
    with pytest.raises(UserError, match="slots-unreadable"):
        SlotFile.load(vault)


def test_a_journal_whose_slot_files_are_gone_is_no_place_for_a_new_vault(tmp_path: Path) -> None:
    (tmp_path / "journal-1.db").write_bytes(b"x")
    with pytest.raises(UserError, match="slots-unreadable"):
        SlotFile.load(tmp_path)


def test_slot_files_that_this_account_may_not_read_are_told_as_that(vault: Path) -> None:
    with another_account(vault), pytest.raises(UserError, match="folder-unreadable"):
        SlotFile.load(vault)


def test_the_right_passphrase_tried_side_by_side_is_never_punished(vault: Path, clock: FixedClock) -> None:
    with ThreadPoolExecutor(8) as pool:
        opened = pool.map(lambda _: unlock(vault, "Fatima", "zeven natte fietsen", clock).slot, range(8))
        assert len(set(opened)) == 1


def test_guesses_made_side_by_side_are_counted_one_by_one(vault: Path, clock: FixedClock) -> None:
    def guess(number: int) -> str:
        return code_of(vault, "Fatima", f"gok {number}", clock)

    with ThreadPoolExecutor(8) as pool:
        codes = sorted(pool.map(guess, range(8)))
    assert codes == ["wait"] * 5 + ["wrong-name-or-passphrase"] * 3


def test_a_copy_that_cannot_be_read_is_unreadable_not_absent(vault: Path) -> None:
    for name in COPIES:
        (vault / name).unlink(missing_ok=True)
        (vault / name).mkdir()
    with pytest.raises(UserError, match="slots-unreadable"):
        SlotFile.load(vault)


def resealed(data: bytes) -> bytes:
    return data[:-32] + crypto.sha256(data[:-32])


def test_a_newer_format_is_refused_as_newer(vault: Path) -> None:
    data = bytearray((vault / COPIES[1]).read_bytes())
    data[12:14] = (2).to_bytes(2, "big")
    (vault / COPIES[1]).write_bytes(resealed(bytes(data)))
    with pytest.raises(UserError, match="vault-newer"):
        SlotFile.load(vault)


@pytest.mark.parametrize(
    ("offset", "value"),
    [(54, FLOOR_KIB - 1), (54, 1024 * 1024 + 1), (58, 0), (58, 65), (62, 0), (62, 17)],
)
def test_a_cost_outside_the_bounds_is_refused_before_it_is_paid(vault: Path, offset: int, value: int) -> None:
    data = bytearray((vault / COPIES[1]).read_bytes())
    data[offset : offset + 4] = value.to_bytes(4, "big")
    (vault / COPIES[1]).write_bytes(resealed(bytes(data)))
    with pytest.raises(UserError, match="slots-unreadable"):
        SlotFile.load(vault)


@pytest.mark.parametrize("count", [0, 1, 17, 80])
def test_a_number_of_slots_that_no_baken_writes_is_refused(vault: Path, count: int) -> None:
    data = bytearray((vault / COPIES[1]).read_bytes())
    data[74:76] = count.to_bytes(2, "big")
    (vault / COPIES[1]).write_bytes(resealed(bytes(data)))
    with pytest.raises(UserError, match="slots-unreadable"):
        SlotFile.load(vault)


def test_a_version_that_never_was_is_refused(vault: Path) -> None:
    data = bytearray((vault / COPIES[1]).read_bytes())
    data[12:14] = bytes(2)
    (vault / COPIES[1]).write_bytes(resealed(bytes(data)))
    with pytest.raises(UserError, match="slots-unreadable"):
        SlotFile.load(vault)


@given(st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_any_flipped_byte_is_noticed(at: int, flip: int) -> None:
    data = bytearray(SlotFile.new(CHEAP).encode())
    data[at % len(data)] ^= flip
    with pytest.raises(UserError):
        SlotFile.decode(bytes(data))


@given(st.binary(max_size=3000))
def test_arbitrary_bytes_are_refused_and_nothing_else(data: bytes) -> None:
    for candidate in (data, b"baken slots\n\x00\x01" + data, resealed(b"baken slots\n\x00\x01" + data + bytes(32))):
        with pytest.raises(UserError):
            SlotFile.decode(candidate)


def test_a_tampered_slot_with_a_right_checksum_is_unreadable(secrets: UserSecrets) -> None:
    keys = some_keys()
    slot_file = SlotFile.new(CHEAP).with_slot(3, keys, secrets, VAULT_KEY)
    assert slot_file.open(keys).slot == 3
    slot = bytearray(slot_file.slots[3])
    slot[40] ^= 1
    tampered = replace(slot_file, slots=(*slot_file.slots[:3], bytes(slot), *slot_file.slots[4:]))
    with pytest.raises(UserError, match="slots-unreadable"):
        tampered.open(keys)


def test_a_slot_of_another_vault_does_not_open_here(secrets: UserSecrets) -> None:
    keys = some_keys()
    there = SlotFile.new(CHEAP).with_slot(0, keys, secrets, VAULT_KEY)
    here = SlotFile.new(CHEAP)
    planted = replace(here, slots=(there.slots[0], *here.slots[1:]))
    with pytest.raises(UserError, match="wrong-name-or-passphrase"):
        planted.open(keys)


def test_a_freed_slot_opens_nothing(secrets: UserSecrets) -> None:
    keys = some_keys()
    slot_file = SlotFile.new(CHEAP).with_slot(5, keys, secrets, VAULT_KEY).without_slot(5)
    with pytest.raises(UserError, match="wrong-name-or-passphrase"):
        slot_file.open(keys)


def test_the_seventeenth_user_widens_the_file_and_the_sixty_fifth_is_refused() -> None:
    slot_file = SlotFile.new(CHEAP)
    wider, slot = slot_file.with_room(set(range(STEP)))
    assert len(wider.slots) == ROOM_FOR_TWO * STEP
    assert slot >= STEP
    assert SlotFile.decode(wider.encode()) == wider
    full = replace(slot_file, slots=slot_file.slots * (MOST_SLOTS // STEP))
    with pytest.raises(UserError, match="slots-full"):
        full.with_room(set(range(MOST_SLOTS)))


def test_a_free_slot_is_never_one_that_is_taken() -> None:
    slot_file = SlotFile.new(CHEAP)
    assert {slot_file.with_room(set(range(STEP)) - {9})[1] for _ in range(20)} == {9}
