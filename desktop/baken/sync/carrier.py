"""What carries sealed bundles from one site to another: the seam between the work and the ways out.

A carrier moves opaque files and believes nothing it reads: a bundle is verified by whoever opens it. It changes
nothing in a vault, and a failure half-way leaves both sides as they were, so that trying again is always right.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

Progress = Callable[[int, int], None]  # bytes done, bytes in all; raising Cancelled from it cancels


def no_progress(_done: int, _total: int) -> None:
    """Report to nobody."""


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A bundle that waits for this laptop. `reference` is the carrier's own name for it."""

    bundle: str
    sha256: str
    size_bytes: int
    reference: str


class Carrier(Protocol):
    """A way out and in. Every failure is a UserError whose code begins with the carrier's name."""

    def push(self, path: Path, bundle: str, addressees: Sequence[str], progress: Progress = no_progress) -> bytes:
        """Hand over a bundle file for these sites; durable when it returns, harmless when done twice.

        Gives the carrier's signed receipt, or nothing where it signs none.
        """

    def waiting(self) -> tuple[Waiting, ...]:
        """Give what waits for this laptop's site and this laptop has not acknowledged."""

    def pull(self, waiting: Waiting, destination: Path, progress: Progress = no_progress) -> None:
        """Write a waiting bundle to a new file, whole and with the hash that was announced, or not at all."""

    def acknowledge(self, waiting: Waiting) -> None:
        """Say that this laptop has taken the bundle in durably; harmless when said twice."""
