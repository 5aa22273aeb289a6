"""What a row of the benchmark is, how it is timed and how it is printed.

A row measures something of Baken and, where the limit is a ratio, what it stands beside (a bare query, a plain
commit), in turn in the same run, so that a slow machine slows both.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Row:
    """One measured figure. Times in seconds, memory in bytes; `beside` only where the limit is a ratio."""

    what: str
    value: float
    unit: str = "s"
    beside_what: str = ""
    beside: float | None = None
    ratio_at_most: float | None = None
    at_most: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the thing it stands beside; None where it stands alone."""
        return None if self.beside is None else self.value / self.beside

    @property
    def is_within(self) -> bool:
        """Whether every limit of the row holds."""
        ratio_holds = self.ratio_at_most is None or (self.ratio is not None and self.ratio <= self.ratio_at_most)
        return ratio_holds and (self.at_most is None or self.value <= self.at_most)


def shown(value: float, unit: str) -> str:
    """Return the figure as a person reads it."""
    if unit == "bytes":
        return f"{value / 1e6:.0f} MB"
    return f"{value * 1000:.2f} ms" if value < 1 else f"{value:.2f} s"


def line(row: Row) -> str:
    """Return the row as one line: figure, what it stands beside, ratio, limits, and whether they hold."""
    parts = [f"{row.what:58}", f"{shown(row.value, row.unit):>11}"]
    if row.beside is not None and row.ratio is not None:
        parts.append(f"beside {shown(row.beside, row.unit)} ({row.beside_what}), {row.ratio:.2f} ×")
    limits = []
    if row.ratio_at_most is not None:
        limits.append(f"{row.ratio_at_most:g} ×")
    if row.at_most is not None:
        limits.append(shown(row.at_most, row.unit))
    parts.append(f"at most {' and '.join(limits)}")
    parts.append("ok" if row.is_within else "OVER")
    return "  ".join(parts)


def timed(action: Callable[[], object]) -> float:
    """Return how many seconds one call of `action` takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def in_turn(first: Callable[[], object], second: Callable[[], object], *, times: int) -> tuple[float, float]:
    """Return the median seconds of both, run A B A B … after one warm-up each."""
    first()
    second()
    a, b = [], []
    for _ in range(times):
        a.append(timed(first))
        b.append(timed(second))
    return statistics.median(a), statistics.median(b)


def percentile_95(samples: list[float]) -> float:
    """Return the 95th percentile of at least 20 samples."""
    return statistics.quantiles(samples, n=20)[18]
