from pathlib import Path

import pytest

from baken.errors import UserError
from baken.model.clock import FixedClock
from baken.store import epochs
from baken.store.creation import create_vault
from baken.store.slots import UserKeys, unlock
from baken.wire.certificate import verify_card

from .vaults import CHEAP, NOW_MS, PASSPHRASE

CLOCK = FixedClock(NOW_MS)


def create(
    folder: Path, *, site: str = "Locatie Oost", code: str = "OOST", user: str = "Anouk", passphrase: str = PASSPHRASE
) -> UserKeys:
    return create_vault(
        folder,
        site_name=site,
        site_code=code,
        user_name=user,
        passphrase=passphrase,
        practice=False,
        clock=CLOCK,
        kdf=CHEAP,
    )


def test_the_keys_that_come_back_are_those_of_the_passphrase(tmp_path: Path) -> None:
    keys = create(tmp_path / "deep" / "vault")
    assert unlock(tmp_path / "deep" / "vault", "Anouk", PASSPHRASE, CLOCK) == keys


def test_an_empty_folder_is_taken_and_a_used_one_refused_as_what_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    folder.mkdir()
    create(folder)
    before = sorted(path.name for path in folder.iterdir())
    with pytest.raises(UserError, match="vault-exists"):
        create(folder)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UserError, match="folder-not-empty"):
        create(tmp_path / "file")
    assert sorted(path.name for path in folder.iterdir()) == before


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"site": " "}, "name-empty"),
        ({"user": ""}, "name-empty"),
        ({"passphrase": ""}, "passphrase-empty"),
        ({"code": "not a code!"}, "malformed"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(tmp_path: Path, wrong: dict[str, str], code: str) -> None:
    (tmp_path / "place").mkdir()
    with pytest.raises(UserError, match=code):
        create(tmp_path / "place" / "vault", **wrong)
    assert list((tmp_path / "place").iterdir()) == []


def test_a_failure_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise OSError(28, "full")

    (tmp_path / "place").mkdir()
    monkeypatch.setattr(epochs, "write_durably", fail)
    with pytest.raises(UserError, match="disk-full"):
        create(tmp_path / "place" / "vault")
    assert list((tmp_path / "place").iterdir()) == []


def test_the_public_file_is_the_sites_signed_card_and_names_no_person(tmp_path: Path) -> None:
    create(tmp_path / "vault")
    data = (tmp_path / "vault" / "public").read_bytes()
    card = verify_card(data)
    assert (card.name, card.code, card.practice) == ("Locatie Oost", "OOST", False)
    assert b"Anouk" not in data
