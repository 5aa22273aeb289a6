"""The first page: since when the handover counts."""

import datetime as dt

import pytest

from baken.model.clock import FixedClock
from baken.work.workspace import Workspace

from .steps import piece


@pytest.mark.parametrize(("days_away", "days_back"), [(1, 1), (20, 20), (55, 55), (57, 7)])
def test_the_handover_begins_at_my_last_shift_or_a_week_ago(
    workspace: Workspace, clock: FixedClock, days_away: int, days_back: int
) -> None:
    piece(workspace, "Vorige dienst")
    clock.set(clock.now_ms() + days_away * 86_400_000)
    piece(workspace, "Deze dienst")
    assert workspace.today().since == (workspace.now() - dt.timedelta(days=days_back)).isoformat(timespec="minutes")


def test_the_handover_of_somebody_new_is_the_last_week(workspace: Workspace) -> None:
    assert workspace.today().since == (workspace.now() - dt.timedelta(days=7)).isoformat(timespec="minutes")
