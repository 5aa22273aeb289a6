"""What every verb gets: the places, the clock, the streams, and the way to unlock.

Secrets come from a file, standard input or a prompt, never from the command line; none is kept longer than the
call that needs it.
"""

import argparse
import getpass
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TextIO

from baken.errors import UserError
from baken.model.clock import Clock
from baken.store.files import file_errors
from baken.work.backups import run
from baken.work.opening import unlock
from baken.work.paths import Paths
from baken.work.workspace import Workspace

from .texts import explain, word

Progress = Callable[[int, int], None]
_SECRET_MAX: Final = 4096  # characters
_REPORT_EVERY_S: Final = 1.0


class Context:
    """The surroundings of one call of the programme."""

    def __init__(
        self,
        *,
        arguments: argparse.Namespace,
        paths: Paths,
        clock: Clock,
        language: str,
        stdin: TextIO,
        stderr: TextIO,
    ) -> None:
        self.arguments = arguments
        self.paths = paths
        self.clock = clock
        self.language = language
        self._stdin = stdin
        self._stderr = stderr

    @contextmanager
    def workspace(self) -> Iterator[Workspace]:
        """Unlock the vault for the length of the block."""
        paths = self.paths.at(self.vault_folder())
        user = self.user()
        keys = unlock(paths, user, self.secret(self.arguments.passphrase_file), self.clock)
        workspace = Workspace.open(paths, keys, self.clock, progress=self.progress())
        try:
            paths.remember_vault()
            self._tell_findings(workspace.vault.findings)
            run(workspace.people.follow(), self.progress())
            yield workspace
            if code := workspace.backups.trouble:
                reason = explain(UserError(code), self.language)[0]
                self._stderr.write(self.word("noticed-backup", reason=reason) + "\n")
        finally:
            workspace.close()

    def _tell_findings(self, findings: tuple[str, ...]) -> None:
        """Say on standard error what was noticed at opening; the work itself goes on."""
        for finding in findings:
            self._stderr.write(self.word(f"noticed-{finding}") + "\n")

    def vault_folder(self) -> Path:
        """Give the vault that was named, or the one used last; raises UserError `no-vault-chosen` or `no-vault`."""
        named: Path | None = self.arguments.vault
        folder = named or self.paths.last_vault()
        if folder is None:
            raise UserError("no-vault-chosen")
        with file_errors():
            if (folder.exists() or folder.is_symlink()) and not folder.is_dir():
                raise UserError("no-vault")
        return folder

    def user(self) -> str:
        """Give who unlocks; asks at a terminal. Raises UserError `user-missing`."""
        named: str | None = self.arguments.user
        if named:
            return named
        if not self._stdin.isatty():
            raise UserError("user-missing")
        self._stderr.write(self.word("ask-name"))
        self._stderr.flush()
        return self._stdin.readline().strip()

    def new_secret(self, file: Path | None) -> str:
        """Read a passphrase that is being set; at a terminal twice. Raises as `secret`, and passphrases-differ."""
        first = self.secret(file, ask="ask-new-passphrase")
        if file is None and self.secret(None, ask="ask-new-again") != first:
            raise UserError("passphrases-differ")
        return first

    def secret(self, file: Path | None, *, ask: str = "ask-passphrase") -> str:
        """Read a secret: one trailing newline is not part of it. Raises UserError passphrase-missing, secret-*."""
        if file is None:
            if not self._stdin.isatty():
                raise UserError("passphrase-missing")
            text = getpass.getpass(self.word(ask), self._stderr)
        else:
            text = self.text_of(file)
        if len(text) > _SECRET_MAX:
            raise UserError("secret-too-long", limit=_SECRET_MAX)
        secret = text.removesuffix("\n").removesuffix("\r")
        if not secret:
            raise UserError("passphrase-missing")
        return secret

    def ask(self, prompt: str) -> str:
        """Ask for one line that may be seen, such as a group of a code; raises UserError code-missing at the end."""
        self._stderr.write(prompt)
        self._stderr.flush()
        line = self._stdin.readline()
        if not line:
            raise UserError("code-missing")
        return line.strip()

    def tell(self, line: str) -> None:
        """Say something on standard error, beside the answer."""
        self._stderr.write(f"{line}\n")

    def text_of(self, file: Path) -> str:
        """Read a secret text file or standard input; raises UserError `secret-unreadable`."""
        try:
            if str(file) == "-":
                return self._stdin.read(_SECRET_MAX + 1)
            with file.open(encoding="utf-8", newline="") as stream:
                return stream.read(_SECRET_MAX + 1)
        except (OSError, UnicodeDecodeError):
            raise UserError("secret-unreadable") from None

    def word(self, name: str, **values: str | int) -> str:
        """Give a short text in the user's language."""
        return word(name, self.language, **values)

    def progress(self) -> Progress:
        """Give a report that writes to standard error once a second, and nothing for short work."""
        last = time.monotonic()

        def report(done: int, total: int) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= _REPORT_EVERY_S:
                last = now
                self._stderr.write(f"\r{done} / {total} ")
                self._stderr.flush()

        return report
