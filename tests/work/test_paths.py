"""Places on the three systems, and the vault that was used last."""

from pathlib import Path

import pytest

from baken.errors import UserError
from baken.work.paths import Paths


@pytest.mark.parametrize(
    ("platform", "environment", "config", "state"),
    [
        ("linux", {"HOME": "/h"}, "/h/.config/baken", "/h/.local/state/baken"),
        ("linux", {"HOME": "/h", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s"}, "/c/baken", "/s/baken"),
        ("win32", {"USERPROFILE": "/u"}, "/u/AppData/Roaming/Baken", "/u/AppData/Local/Baken"),
        ("win32", {"USERPROFILE": "/u", "APPDATA": "/r", "LOCALAPPDATA": "/l"}, "/r/Baken", "/l/Baken"),
        (
            "darwin",
            {"HOME": "/h"},
            "/h/Library/Application Support/Baken",
            "/h/Library/Application Support/Baken/State",
        ),
    ],
)
def test_each_system_has_its_places(platform: str, environment: dict[str, str], config: str, state: str) -> None:
    paths = Paths.standard(environment, platform=platform)
    assert (paths.config, paths.state) == (Path(config), Path(state))


def test_the_vault_used_last_is_remembered(tmp_path: Path) -> None:
    paths = Paths(config=tmp_path / "c", state=tmp_path / "s")
    assert paths.last_vault() is None
    paths.at(tmp_path / "vault").remember_vault()
    assert paths.last_vault() == tmp_path / "vault"


def test_a_settings_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    paths = Paths(config=tmp_path / "file", state=tmp_path, vault=tmp_path / "v")
    paths.remember_vault()
    assert paths.last_vault() is None


def test_without_a_vault_there_is_nothing_to_remember_or_open(tmp_path: Path) -> None:
    paths = Paths(config=tmp_path / "c", state=tmp_path)
    paths.remember_vault()
    assert not (tmp_path / "c").exists()
    with pytest.raises(UserError, match="no-vault-chosen"):
        paths.vault_folder()
