"""The two kinds of failure.

`UserError` is the world: a wrong passphrase, a full disk, a bundle for somebody else. It carries a stable code
and parameters that never hold personal data; `gui/messages.py` and `cli.py` turn the code into a sentence with
a next step. `BugError` is ours and ends in the crash dialog. Neither ever holds a sentence for the user.
"""


class UserError(Exception):
    """The world said no; `code` is stable and `params` hold no personal data."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        return self.code if not self.params else f"{self.code} {self.params}"


class BugError(Exception):
    """Something that cannot happen did; the programme must stop what it was doing."""


class Cancelled(Exception):
    """Raised by a progress report when the user cancelled; whatever was begun is undone."""
