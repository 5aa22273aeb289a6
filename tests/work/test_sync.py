"""One exchange after another over a carrier: what one pushes the other pulls, and nothing is lost or told twice."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from baken import crypto
from baken.errors import UserError
from baken.model.codes import Basis, Delivery
from baken.store.exchange import Exchange
from baken.sync.carrier import Progress, Waiting, no_progress
from baken.sync.folder import FolderCarrier
from baken.work.exporting import Chosen
from baken.work.workspace import Workspace

from .conftest import OpenSite
from .steps import piece, trust


class Signing:
    """A folder that signs: stands for a mailbox where only the order of steps matters."""

    def __init__(self, inner: FolderCarrier) -> None:
        self.inner = inner
        self.fail_at = ""
        self.refused: dict[str, UserError] = {}  # by bundle

    def push(self, path: Path, bundle: str, addressees: Sequence[str], progress: Progress = no_progress) -> bytes:
        self._maybe_fail("push")
        if bundle in self.refused:
            raise self.refused[bundle]
        self.inner.push(path, bundle, addressees, progress)
        return b"receipt"

    def waiting(self) -> tuple[Waiting, ...]:
        self._maybe_fail("waiting")
        return self.inner.waiting()

    def pull(self, waiting: Waiting, destination: Path, progress: Progress = no_progress) -> None:
        self._maybe_fail("pull")
        if waiting.bundle in self.refused:
            raise self.refused[waiting.bundle]
        self.inner.pull(waiting, destination, progress)

    def acknowledge(self, waiting: Waiting) -> None:
        self._maybe_fail("acknowledge")
        self.inner.acknowledge(waiting)

    def _maybe_fail(self, step: str) -> None:
        if self.fail_at == step:
            raise UserError("registry-away")


def carrier(workspace: Workspace, root: Path) -> Signing:
    laptop = crypto.public_of(workspace.vault.laptop_seed).hex()
    return Signing(FolderCarrier(root, site=workspace.user.site, laptop=laptop, max_bytes=1 << 28))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mailbox").mkdir()
    return tmp_path / "mailbox"


def queue(workspace: Workspace, text: str, to: str = "Locatie West") -> str:
    chosen = Chosen(observations=(piece(workspace, text),))
    return workspace.queue_bundle(workspace.prepare_bundle(to, chosen, basis=Basis.LEGAL_TASK)).id


def test_what_one_pushes_the_other_pulls_and_says_so(east: Workspace, west: Workspace, root: Path) -> None:
    queue(east, "Wit busje")
    assert east.today().waiting == 1
    first = east.sync(carrier(east, root))
    assert (first.sent, first.received, first.acknowledged) == (1, 0, 0)
    assert east.exchange().outgoing[0].delivery is Delivery.AT_REGISTRY
    assert east.today().waiting == 0
    second = west.sync(carrier(west, root))
    assert (second.sent, second.received, second.acknowledged) == (0, 1, 0)
    assert [row.text for row in west.observations()] == ["Wit busje"]
    third = east.sync(carrier(east, root))
    assert (third.sent, third.received, third.acknowledged) == (0, 0, 1)
    assert east.exchange().outgoing[0].delivery is Delivery.RECEIVED
    assert east.exchange().outgoing[0].receipt_at


def test_a_second_exchange_moves_nothing(east: Workspace, west: Workspace, root: Path) -> None:
    queue(east, "Wit busje")
    for workspace in (east, west, east, west):
        workspace.sync(carrier(workspace, root))
    for workspace in (east, west):
        again = workspace.sync(carrier(workspace, root))
        assert (again.sent, again.received, again.acknowledged) == (0, 0, 0)
        assert list((workspace.vault.folder / "outbox").iterdir()) == []
        assert list((workspace.vault.folder / "quarantine").iterdir()) == []


@pytest.mark.parametrize("step", ["push", "waiting", "pull", "acknowledge"])
def test_an_exchange_that_breaks_off_is_finished_by_the_next(
    east: Workspace, west: Workspace, root: Path, step: str
) -> None:
    queue(east, "Wit busje")
    for workspace in (east, west):
        broken = carrier(workspace, root)
        broken.fail_at = step
        if workspace is west or step in {"push", "waiting"}:
            with pytest.raises(UserError, match="registry-away"):
                workspace.sync(broken)
        workspace.sync(carrier(workspace, root))
    east.sync(carrier(east, root))
    assert [row.text for row in west.observations()] == ["Wit busje"]
    assert len(west.exchange().incoming) == 1
    assert east.exchange().outgoing[0].delivery is Delivery.RECEIVED
    assert Exchange(west.vault.connection).owed_acknowledgements() == []


def test_a_bundle_of_a_site_not_yet_trusted_waits(
    east: Workspace, west: Workspace, open_site: OpenSite, root: Path
) -> None:
    north = open_site("Locatie Noord")
    trust(north, west)
    queue(north, "Uit het noorden")
    queue(east, "Uit het oosten")
    for sender in (north, east):
        sender.sync(carrier(sender, root))
    result = west.sync(carrier(west, root))
    assert (result.received, result.refused) == (1, ("site-not-trusted",))
    trust(west, north)
    assert west.sync(carrier(west, root)).received == 1
    assert {row.text for row in west.observations()} == {"Uit het noorden", "Uit het oosten"}


def test_a_carrier_that_signs_nothing_leaves_a_bundle_waiting(east: Workspace, west: Workspace, root: Path) -> None:
    queue(east, "Wit busje")
    east.sync(carrier(east, root).inner)
    assert east.exchange().outgoing[0].delivery is Delivery.WAITING
    west.sync(carrier(west, root).inner)
    east.sync(carrier(east, root).inner)
    assert east.exchange().outgoing[0].delivery is Delivery.RECEIVED


def test_a_stick_that_is_pulled_out_loses_nothing(east: Workspace, west: Workspace, tmp_path: Path) -> None:
    queue(east, "Wit busje")
    with pytest.raises(UserError, match="stick-gone"):
        east.sync(carrier(east, tmp_path / "weg").inner)
    assert east.today().waiting == 1


def test_without_a_mailbox_the_next_step_is_to_enrol(east: Workspace) -> None:
    with pytest.raises(UserError, match="registry-not-enrolled"):
        east.sync()
    with pytest.raises(UserError, match="malformed"):
        east.enrol(b"{}")
    assert east.enrolment_request()


@pytest.mark.parametrize(
    ("refusal", "reason"),
    [
        (UserError("registry-refused", reason="addressee-unknown"), "addressee-unknown"),
        (UserError("registry-refused", reason="quota"), "quota"),
        (UserError("registry-refused", reason="too-large"), "too-large"),
        (UserError("registry-lies", what="receipt"), "registry-lies"),
        (UserError("stick-bundle-differs"), "stick-bundle-differs"),
    ],
)
def test_a_bundle_that_is_refused_waits_with_its_reason_and_the_others_go(
    east: Workspace, west: Workspace, root: Path, refusal: UserError, reason: str
) -> None:
    bundle, _other = queue(east, "Wit busje"), queue(east, "Grijze auto")
    refusing = carrier(east, root)
    refusing.refused[bundle] = refusal
    result = east.sync(refusing)
    assert result.sent == 1
    assert [(each.id, each.to, each.reason) for each in result.held] == [(bundle, "Locatie West", reason)]
    rows = {row.id: row for row in east.exchange().outgoing}
    assert (rows[bundle].delivery, rows[bundle].refusal) == (Delivery.WAITING, reason)
    assert [row.delivery for id_, row in rows.items() if id_ != bundle] == [Delivery.AT_REGISTRY]
    assert (east.sync(carrier(east, root)).sent, east.exchange().outgoing[0].refusal) == (1, "")


@pytest.mark.parametrize("reason", ["not-enrolled", "revoked"])
def test_a_mailbox_that_does_not_know_us_ends_the_exchange(
    east: Workspace, west: Workspace, root: Path, reason: str
) -> None:
    refusing = carrier(east, root)
    refusing.refused[queue(east, "Wit busje")] = UserError("registry-refused", reason=reason)
    with pytest.raises(UserError, match="registry-refused"):
        east.sync(refusing)
    assert east.exchange().outgoing[0].refusal == ""


def test_a_sealed_file_that_is_gone_holds_up_no_other(east: Workspace, west: Workspace, root: Path) -> None:
    bundle, _other = queue(east, "Wit busje"), queue(east, "Grijze auto")
    (east.vault.folder / "outbox" / f"{bundle}.age").unlink()
    result = east.sync(carrier(east, root))
    assert (result.sent, [each.reason for each in result.held]) == (1, ["file-missing"])


def test_a_reason_is_forgotten_once_a_stick_takes_the_bundle(east: Workspace, west: Workspace, root: Path) -> None:
    bundle = queue(east, "Wit busje")
    refusing = carrier(east, root)
    refusing.refused[bundle] = UserError("registry-refused", reason="quota")
    east.sync(refusing)
    east.sync(carrier(east, root).inner)
    assert (east.exchange().outgoing[0].delivery, east.exchange().outgoing[0].refusal) == (Delivery.WAITING, "")


@pytest.mark.parametrize(
    ("trouble", "refused"),
    [
        (UserError("registry-lies", what="bytes"), ("registry-lies",)),
        (UserError("stick-damaged"), ("stick-damaged",)),
        (UserError("registry-refused", reason="unknown"), ()),
    ],
)
def test_one_bundle_that_cannot_be_fetched_holds_up_no_other(
    east: Workspace, west: Workspace, root: Path, trouble: UserError, refused: tuple[str, ...]
) -> None:
    bundle, _other = queue(east, "Wit busje"), queue(east, "Grijze auto")
    east.sync(carrier(east, root))
    fetching = carrier(west, root)
    fetching.refused[bundle] = trouble
    result = west.sync(fetching)
    assert (result.received, result.refused) == (1, refused)
    assert west.sync(carrier(west, root)).received == 1


def test_a_file_handed_over_never_waits_and_is_received_when_its_receipt_comes(
    east: Workspace, west: Workspace, root: Path, tmp_path: Path
) -> None:
    plan = east.prepare_bundle("Locatie West", Chosen(observations=(piece(east, "Wit busje"),)), basis=Basis.LEGAL_TASK)
    east.mark_exported(plan, east.seal_bundle(plan, tmp_path / "b.age"))
    assert east.exchange().outgoing[0].delivery is Delivery.HANDED_OVER
    assert east.today().waiting == 0
    west.import_bundle(tmp_path / "b.age")
    west.sync(carrier(west, root))
    assert east.sync(carrier(east, root)).acknowledged == 1
    assert east.exchange().outgoing[0].delivery is Delivery.RECEIVED
