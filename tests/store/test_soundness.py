"""Damage of the journal is known soon after unlocking, also where nothing asks for the damaged page."""

from collections.abc import Callable, Generator
from contextlib import suppress

import pytest

from baken.errors import UserError
from baken.store import soundness
from baken.store.creation import journal_key
from baken.store.database import Connection, open_database
from baken.store.soundness import check_steps
from baken.store.vault import OpenVault

from .vaults import Made, piece

PAGE = 4096


def filled(made: Made, count: int = 600) -> OpenVault:
    vault = made.open()
    vault.append([piece(f"stuk {number}") for number in range(count)])
    return vault


def holds(connection: Connection, between: Callable[[], object] = lambda: None) -> bool:
    """Run the check to its end with something done between its slices."""
    answers: list[bool] = []

    def run() -> Generator[object, None, None]:
        answers.append((yield from check_steps(connection)))

    for _ in run():
        between()
    return answers[0]


def test_a_sound_journal_holds_and_is_read_in_slices(made: Made) -> None:
    vault = filled(made)
    steps = list(check_steps(vault.connection))
    assert len(steps) > 10
    assert all(done < total for done, total in steps)
    assert holds(vault.connection)
    vault.close()


def test_what_is_saved_between_two_slices_is_no_damage(made: Made) -> None:
    vault = filled(made)
    seen: list[int] = []

    def save_sometimes() -> None:
        seen.append(1)
        if len(seen) in (3, 8, 9):
            vault.append([piece()])

    assert holds(vault.connection, save_sometimes)
    vault.close()


def test_a_table_that_never_rests_is_left_to_verify(made: Made) -> None:
    vault = filled(made, 20)
    before = vault.journal.last_arrival()
    assert holds(vault.connection, lambda: vault.append([piece()]))
    assert vault.journal.last_arrival() - before < 100
    vault.close()


def damaged_pages_found(made: Made, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, int]:
    """Damage the pages of tables that opening does not read; gives how many were damaged and how many were told."""
    path = made.folder / "journal-1.db"
    connection = open_database(path, journal_key(made.keys.vault_key))
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.close()
    told = asked = 0
    for page in range(5, pages, max(1, pages // 25)):
        copy = made.copy(tmp_path_factory.mktemp("page") / "vault")
        target = copy.folder / "journal-1.db"
        data = bytearray(target.read_bytes())
        data[page * PAGE + 100] ^= 1
        target.write_bytes(data)
        with suppress(UserError):  # opening itself met the page
            vault = copy.open()
            asked += 1
            told += not holds(vault.connection)
            vault.close()
    return asked, told


def test_a_page_that_opening_does_not_read_is_found_soon_after(
    made: Made, tmp_path_factory: pytest.TempPathFactory
) -> None:
    filled(made, 1500).close()
    asked, told = damaged_pages_found(made, tmp_path_factory)
    assert asked > 10
    assert told >= asked * 0.7  # the rest are indexes, which `verify` reads


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM grants WHERE entry = 9",
        "UPDATE slot SET state = 'reserved'",
        "DELETE FROM digest WHERE name = 'entry'",
    ],
)
def test_a_row_that_does_not_fit_the_sums_is_found(made: Made, statement: str) -> None:
    filled(made, 30).close()
    connection = open_database(made.folder / "journal-1.db", journal_key(made.keys.vault_key))
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(statement)
    assert not holds(connection)
    connection.close()


def test_a_failing_disk_is_not_called_damage(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = filled(made, 5)

    def failing(_values: object) -> int:
        raise UserError("disk-failed", number=10)

    monkeypatch.setattr(soundness, "row_digest", failing)
    with pytest.raises(UserError, match="disk-failed"):
        holds(vault.connection)
    vault.close()
