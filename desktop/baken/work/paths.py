"""Where things lie on this machine; passed to whatever needs a place, never looked up elsewhere.

`config` holds settings without content (language, size, last vault), `state` the copies of signed heads. Neither
ever holds a name, a text or a key.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from baken.errors import UserError

_LAST_VAULT = "last-vault"


@dataclass(frozen=True, kw_only=True)
class Paths:
    """The places of one running programme; `vault` is None until one was chosen."""

    config: Path
    state: Path
    vault: Path | None = None

    @classmethod
    def standard(cls, environment: Mapping[str, str] = os.environ, *, platform: str = sys.platform) -> "Paths":
        """Give the places that the operating system sets aside for a programme of one user."""
        home = Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
        if platform == "win32":
            roaming = Path(environment.get("APPDATA") or home / "AppData/Roaming")
            local = Path(environment.get("LOCALAPPDATA") or home / "AppData/Local")
            return cls(config=roaming / "Baken", state=local / "Baken")
        if platform == "darwin":
            support = home / "Library/Application Support/Baken"
            return cls(config=support, state=support / "State")
        return cls(
            config=Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "baken",
            state=Path(environment.get("XDG_STATE_HOME") or home / ".local/state") / "baken",
        )

    def at(self, vault: Path) -> "Paths":
        """Give the same places with this vault folder."""
        return replace(self, vault=vault)

    def vault_folder(self) -> Path:
        """Give the vault folder; raises UserError `no-vault-chosen` when there is none."""
        if self.vault is None:
            raise UserError("no-vault-chosen")
        return self.vault

    def last_vault(self) -> Path | None:
        """Give the vault that was opened last on this account, or None."""
        try:
            text = (self.config / _LAST_VAULT).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return None
        return Path(text) if text else None

    def remember_vault(self) -> None:
        """Make this vault the one that is opened next time; a folder that cannot be written only forgets."""
        if self.vault is None:
            return
        try:
            self.config.mkdir(mode=0o700, parents=True, exist_ok=True)
            (self.config / _LAST_VAULT).write_text(f"{self.vault.absolute()}\n", "utf-8")
        except OSError:
            return
