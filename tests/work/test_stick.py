"""Two sites that meet only through a stick."""

import shutil
from pathlib import Path

import pytest

from baken.errors import UserError
from baken.model.codes import Basis, Delivery
from baken.work.exporting import Chosen
from baken.work.workspace import Workspace

from .steps import piece


def queue(east: Workspace) -> None:
    chosen = Chosen(observations=(piece(east, "Grijze auto bij het hek"),))
    east.queue_bundle(east.prepare_bundle("Locatie West", chosen, basis=Basis.LEGAL_TASK))


def test_a_stick_carries_the_bundle_there_and_the_receipt_back(
    east: Workspace, west: Workspace, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    queue(east)
    assert east.sync_stick(stick).sent == 1
    assert [row.delivery for row in east.exchange().outgoing] == [Delivery.WAITING]
    assert west.sync_stick(stick).received == 1
    assert [row.text for row in west.observations()] == ["Grijze auto bij het hek"]
    assert east.sync_stick(stick).acknowledged == 1
    assert [row.delivery for row in east.exchange().outgoing] == [Delivery.RECEIVED]


def test_the_same_stick_again_changes_nothing(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    queue(east)
    east.sync_stick(stick)
    west.sync_stick(stick)
    before = west.vault.view.dump()
    again = west.sync_stick(stick)
    assert (again.received, again.acknowledged) == (0, 0)
    assert west.vault.view.dump() == before


def test_a_stick_that_is_gone_leaves_the_bundle_waiting(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    queue(east)
    shutil.rmtree(stick)
    with pytest.raises(UserError, match="stick-gone"):
        east.sync_stick(stick)
    stick.mkdir()
    assert east.sync_stick(stick).sent == 1
    assert west.sync_stick(stick).received == 1
