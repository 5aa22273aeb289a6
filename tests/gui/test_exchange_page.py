from functools import partial
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from baken.gui import labels
from baken.gui.dossier_page import ask_piece
from baken.gui.exchange_lists import OutgoingCard, SitesCard
from baken.gui.exchange_page import ExchangePage
from baken.gui.exchange_words import ExchangeWords
from baken.gui.messages import explain
from baken.gui.runner import Runner, Workspace
from baken.gui.signal_page import ask_signal
from baken.gui.text import plain
from baken.gui.widgets.choice import CheckBox
from baken.model.clock import SystemClock
from baken.model.codes import Basis, Delivery
from baken.model.commands import TrustSite
from baken.model.ids import BundleId, SiteId
from baken.model.views_exchange import BundleInfo, HeldBundle, ImportResult, OutgoingRow, SiteRow, SyncResult
from baken.store.trust import Purpose
from baken.wire.certificate import sign_card
from baken.work.exporting import Chosen
from baken.work.opening import make_vault

from .pages import button, texts
from .vaults import CHEAP, ask, office, signal_about, unlocked

EAST, WEST = "Locatie Oost", "Locatie West"


def opened(runner: Runner, qtbot: QtBot) -> ExchangePage:
    page = ExchangePage(runner)
    qtbot.addWidget(page)
    page.resize(1158, 676)
    page.show()
    page.open("")
    runner.changed.connect(page.touched)
    qtbot.waitUntil(lambda: "Send and fetch" in texts(page) and "On a stick" in texts(page))
    return page


def trust(page: ExchangePage, qtbot: QtBot, card: Path, fingerprint: str) -> None:
    page.add_card(card)
    qtbot.waitUntil(lambda: "Trust this site" in texts(page))
    shown = [text for text in texts(page.trust) if text.startswith(fingerprint[:9])]
    assert shown == [f"{' '.join(fingerprint.split()[:-2])} •••• ••••"]
    assert fingerprint not in " ".join(texts(page))
    qtbot.keyClicks(page.trust.groups, " ".join(fingerprint.split()[-2:]))
    with qtbot.waitSignal(page.told):
        qtbot.mouseClick(button(page, "Trust this site"), Qt.MouseButton.LeftButton)


def live_card(workspace: Workspace) -> bytes:
    """The site's card as a real vault would write it."""
    seed = workspace.vault.keyring.current(Purpose.SITE_SEED)
    assert seed is not None
    return sign_card(seed.secret, msgspec.structs.replace(workspace.vault.card, practice=False))


def shown_ticks(page: ExchangePage) -> list[CheckBox]:
    return [box for box in page.making.findChildren(CheckBox) if box.isVisible()]


def write_card(page: ExchangePage, qtbot: QtBot, card: Path) -> None:
    with qtbot.waitSignal(page.told) as told:
        page.write_own_card(card)
    assert told.args is not None
    assert "Read its fingerprint out" in told.args[0]


def test_a_bundle_goes_from_one_site_to_another_and_again_changes_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot, site=EAST) as east, office(tmp_path, qtbot, site=WEST) as west:
        here, there = opened(east, qtbot), opened(west, qtbot)
        write_card(here, qtbot, tmp_path / "east.card")
        write_card(there, qtbot, tmp_path / "west.card")
        trust(here, qtbot, tmp_path / "west.card", ask(west, qtbot, lambda workspace: workspace.own_fingerprint()))
        trust(there, qtbot, tmp_path / "east.card", ask(east, qtbot, lambda workspace: workspace.own_fingerprint()))
        qtbot.waitUntil(lambda: any(WEST in text for text in texts(here.sites)))

        signal = signal_about(east, qtbot, "Yousef")
        qtbot.mouseClick(button(here, "Make a bundle…"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: any("Yousef Darwish" in text for text in texts(here)))
        assert not button(here, "Seal to a file…").isEnabled()
        qtbot.keyClicks(here.making.filter, "golf")
        tick = next(box for box in here.making.findChildren(CheckBox) if box.property("signal") == signal.id)
        qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
        here.making.filter.clear()
        qtbot.keyClicks(here.making.filter, "no signal says this")
        qtbot.waitUntil(lambda: [row.property("signal") for row in shown_ticks(here)] == [signal.id])
        here.making.basis.setCurrentIndex(here.making.basis.findText(labels.basis(Basis.CONSENT)))
        wishes: list[object] = []
        here.making.file_requested.disconnect()
        here.making.file_requested.connect(wishes.append)
        qtbot.mouseClick(button(here, "Seal to a file…"), Qt.MouseButton.LeftButton)
        bundle = tmp_path / "bundle.age"
        with qtbot.waitSignal(here.told, timeout=20_000):
            here.seal_to(wishes[0], bundle)
        qtbot.waitUntil(lambda: f"To {WEST}" in texts(here))
        assert "handed over as a file" in texts(here)

        there.look_at(bundle)
        qtbot.waitUntil(lambda: "The signature is right." in texts(there))
        with qtbot.waitSignal(there.told, timeout=20_000) as told:
            qtbot.mouseClick(button(there, "Import"), Qt.MouseButton.LeftButton)
        assert told.args is not None
        assert "new piece" in told.args[0]
        assert "new signal" in told.args[0]
        assert EAST in told.args[0]
        what = told.args[0].split(": ")[1].rstrip(".")
        qtbot.waitUntil(lambda: any(text.endswith(f" · {what}") for text in texts(there.incoming)))
        arrived, _ = ask(west, qtbot, partial(ask_signal, signal=signal.id))
        assert (arrived.site, arrived.author) == (EAST, signal.author)
        piece = ask(west, qtbot, partial(ask_piece, piece=arrived.observations[0].id))
        assert piece.versions[0].site == EAST
        with qtbot.waitSignal(there.told, timeout=20_000) as told:
            there.take_in(bundle)
        assert told.args is not None
        assert "Nothing new" in told.args[0]


def test_wrong_groups_are_refused_before_anything_is_trusted(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot, site=EAST) as east, office(tmp_path, qtbot, site=WEST) as west:
        here, there = opened(east, qtbot), opened(west, qtbot)
        write_card(there, qtbot, tmp_path / "west.card")
        here.add_card(tmp_path / "west.card")
        qtbot.waitUntil(lambda: "Trust this site" in texts(here))
        qtbot.keyClicks(here.trust.groups, "0000 0000")
        assert not button(here, "Trust this site").isEnabled()
        assert "That is not the same. Don't trust this card; ask again." in texts(here)


def test_a_refused_card_leaves_the_page_as_it_was(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot, site=EAST) as east, office(tmp_path, qtbot, site=WEST) as west:
        here, there = opened(east, qtbot), opened(west, qtbot)
        write_card(there, qtbot, tmp_path / "west.card")
        here.add_card(tmp_path / "west.card")
        qtbot.waitUntil(lambda: "Trust this site" in texts(here))
        wrong = TrustSite(card=(tmp_path / "west.card").read_bytes(), fingerprint="0000", confirmed_how="")
        with qtbot.waitSignal(east.failed) as failed:
            here.trust.trust_requested.emit(wrong)
        assert failed.args is not None
        assert failed.args[0].code == "fingerprint-differs"
        assert "Exchange cards" in texts(here)
        assert "Trust this site" not in texts(here)


def test_a_card_of_the_other_kind_is_refused_before_anybody_calls(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot, site=EAST) as east, office(tmp_path, qtbot, site=WEST) as west:
        here = opened(east, qtbot)
        (tmp_path / "live.card").write_bytes(ask(west, qtbot, live_card))
        with qtbot.waitSignal(east.failed) as failed:
            here.add_card(tmp_path / "live.card")
        assert failed.args is not None
        assert failed.args[0].code == "live-card"
        assert "This card belongs to a real vault." in explain(failed.args[0])[0]
        assert "Exchange cards" in texts(here)
        assert "Trust this site" not in texts(here)


def test_a_practice_card_is_refused_by_a_real_vault_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    make_vault(
        tmp_path / "real",
        site_name="Locatie Zuid",
        user_name="lead",
        passphrase="four good words here",
        clock=SystemClock(),
        kdf=CHEAP,
    )
    with (
        office(tmp_path, qtbot, site=WEST) as west,
        unlocked(tmp_path / "real", "lead", "four good words here", qtbot) as real,
    ):
        (tmp_path / "west.card").write_bytes(ask(west, qtbot, lambda workspace: workspace.own_card()))
        here = opened(real, qtbot)
        with qtbot.waitSignal(real.failed) as failed:
            here.add_card(tmp_path / "west.card")
        assert failed.args is not None
        assert failed.args[0].code == "practice-card"
        assert "This card belongs to a practice vault." in explain(failed.args[0])[0]
        assert "Exchange cards" in texts(here)
        assert "Trust this site" not in texts(here)


@pytest.mark.parametrize("keep", [0, 10, 1500, -1])
def test_a_bundle_that_is_cut_short_says_so_in_the_window(tmp_path: Path, qtbot: QtBot, keep: int) -> None:
    with office(tmp_path, qtbot, site=EAST) as east, office(tmp_path, qtbot, site=WEST) as west:
        page = opened(west, qtbot)
        card = ask(west, qtbot, lambda workspace: workspace.own_card())
        print_ = ask(west, qtbot, lambda workspace: workspace.own_fingerprint())
        ask(east, qtbot, lambda workspace: workspace.execute(TrustSite(card=card, fingerprint=print_)))
        signal = signal_about(east, qtbot, "Yousef").id

        def export(workspace: Workspace) -> bool:
            plan = workspace.prepare_bundle(WEST, Chosen(signals=(signal,)), basis=None)
            workspace.mark_exported(plan, workspace.seal_bundle(plan, tmp_path / "b.age"))
            return True

        ask(east, qtbot, export)
        (tmp_path / "b.age").write_bytes((tmp_path / "b.age").read_bytes()[:keep])
        with qtbot.waitSignal(west.failed) as failed:
            page.look_at(tmp_path / "b.age")
        assert failed.args is not None
        assert explain(failed.args[0])[0] == "This file is damaged, or not all of it arrived."


def test_the_first_time_three_steps_stand_where_the_lists_will_be(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot)
        shown = set(texts(page))
        assert {"Exchange cards", "Add their card and compare the fingerprint", "Make a bundle"} <= shown
        own = ask(runner, qtbot, lambda workspace: workspace.own_fingerprint())
        qtbot.waitUntil(lambda: own in texts(page.own))
        groups = next(label for label in page.own.findChildren(QLabel) if plain(label.text()) == own)
        assert groups.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        assert "To a file…" not in texts(page.own)  # the first step has that button
        assert _left_of(page.carriers, page) > _left_of(page.first, page)
        assert not {"Sites", "Made for others", "Came in", "Make a bundle…"} & shown


def test_sending_and_fetching_stands_above_the_lists_once_a_site_is_known(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot)
        qtbot.waitUntil(lambda: page.carriers.height() > 100)
        site = SiteRow(
            id=SiteId("ab" * 32), name=WEST, code="L-WEST", fingerprint="0000 1111", trusted_by="Anouk",
            trusted_at="2025-11-07T08:00", recipient_until="2026-02-07T08:00", ended=False,
        )  # fmt: skip
        known = ask(runner, qtbot, lambda workspace: workspace.exchange())
        page._show(msgspec.structs.replace(known, sites=(site,)))
        qtbot.waitUntil(lambda: page.carriers.geometry().bottom() < page.outgoing.geometry().top())
        assert _left_of(page.carriers, page) == _left_of(page.outgoing, page) < _left_of(page.own, page)
        assert "To a file…" in texts(page.own)
        page._show(known)
        qtbot.waitUntil(lambda: _left_of(page.carriers, page) == _left_of(page.own, page))


def _left_of(card: QWidget, page: ExchangePage) -> int:
    return card.mapTo(page, QPoint(0, 0)).x()


def test_a_card_that_is_compared_stands_alone_until_it_is_trusted_or_left(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot, site=EAST) as east, office(tmp_path, qtbot, site=WEST) as west:
        here, there = opened(east, qtbot), opened(west, qtbot)
        write_card(there, qtbot, tmp_path / "west.card")
        here.add_card(tmp_path / "west.card")
        qtbot.waitUntil(lambda: "Trust this site" in texts(here))
        assert "Exchange cards" not in texts(here)
        qtbot.mouseClick(button(here, "Leave it"), Qt.MouseButton.LeftButton)
        assert "Exchange cards" in texts(here)


def test_a_bundle_that_was_refused_says_why_on_its_own_row(qtbot: QtBot) -> None:
    card = OutgoingCard()
    qtbot.addWidget(card)
    row = OutgoingRow(
        id=BundleId("0a"), to=WEST, made="2025-11-07T08:00", delivery=Delivery.WAITING, pieces=3, signals=1
    )
    card.show_rows((msgspec.structs.replace(row, refusal="addressee-unknown"), row))
    assert texts(card).count("The registry does not know this site yet: they have to enrol first.") == 1


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("", ""),
        ("quota", "no room left"),
        ("too-large", "Choose fewer signals"),
        ("file-missing", "Make the bundle again"),
        ("hash-differs", "goes on waiting"),
    ],
)
def test_every_refusal_says_what_to_do_next(qtbot: QtBot, reason: str, words: str) -> None:
    said = ExchangeWords().of_refusal(reason)
    assert words in said
    assert bool(said) is bool(reason)


def test_a_card_that_has_ended_says_so_beside_its_whole_fingerprint(qtbot: QtBot) -> None:
    card = SitesCard()
    qtbot.addWidget(card)
    groups = "F937 2C0E 6B5A F8FD E923 D5B0 6BD3 4028"
    site = SiteRow(
        id=SiteId("ab" * 32), name=WEST, code="L-WEST", fingerprint=groups, trusted_by="Anouk",
        trusted_at="2025-11-07T08:00", recipient_until="2026-02-07T08:00", ended=True,
    )  # fmt: skip
    card.show_sites((site,))
    assert {groups, "The card has ended: ask for a new one."} <= set(texts(card))
    card.show_sites((msgspec.structs.replace(site, ended=False),))
    assert any(text.startswith("card good until") for text in texts(card))


def test_a_site_that_is_not_enrolled_says_how_bundles_go(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot)
        qtbot.waitUntil(lambda: {"This laptop is not enrolled", "With a stick…"} <= set(texts(page)))
        assert "With the registry" not in texts(page)


def test_a_file_that_is_no_bundle_is_refused_with_a_code(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = opened(runner, qtbot)
        (tmp_path / "x.age").write_bytes(b"hello")
        with qtbot.waitSignal(runner.failed) as failed:
            page.look_at(tmp_path / "x.age")
        assert failed.args is not None
        assert failed.args[0].code == "not-a-bundle"


@pytest.mark.parametrize(
    ("delivery", "receipt_at", "words"),
    [
        (Delivery.WAITING, "", "waiting to be sent"),
        (Delivery.AT_REGISTRY, "2025-11-07T08:12", "at the registry"),
        (Delivery.HANDED_OVER, "", "handed over as a file"),
        (Delivery.RECEIVED, "", "received"),
    ],
)
def test_received_is_said_only_when_the_receiver_said_so(
    qtbot: QtBot, delivery: Delivery, receipt_at: str, words: str
) -> None:
    row = OutgoingRow(
        id=BundleId("0a"),
        to=WEST,
        made="2025-11-07T08:00",
        delivery=delivery,
        pieces=3,
        signals=1,
        receipt_at=receipt_at,
    )
    assert ExchangeWords().of_delivery(row) == words


def test_results_are_plain_sentences(qtbot: QtBot) -> None:
    words = ExchangeWords()
    assert "Nothing new" in words.of_import(ImportResult(bundle="", site="", new=0, known=9, conflicts=0), WEST)
    changed = words.of_import(ImportResult(bundle="", site="", new=4, known=1, conflicts=2), WEST)
    assert "4 change(s) to what was here already" in changed
    assert "side by side" in changed
    assert "up to date" in words.of_sync(SyncResult(sent=0, received=0, acknowledged=0))
    assert words.of_sync(SyncResult(sent=1, received=2, acknowledged=3)).count(",") == 2
    held = HeldBundle(id=BundleId("0a"), to=WEST, reason="quota")
    assert "the list says why" in words.of_sync(SyncResult(sent=0, received=0, acknowledged=0, held=(held,)))


@pytest.mark.parametrize(
    ("info", "sentence"),
    [
        ({"opened": False}, "not addressed to this site"),
        ({"opened": True, "verified": False}, "The signature is not right."),
        ({"opened": True, "verified": True, "trusted": False}, "add its card first"),
        ({"opened": True, "verified": True, "trusted": True, "already_imported": True}, "imported before"),
        ({"opened": True, "verified": True, "trusted": True, "practice": True}, "practice vault"),
    ],
)
def test_what_a_file_is_is_said_before_anything_comes_in(qtbot: QtBot, info: dict[str, bool], sentence: str) -> None:
    told = ExchangeWords().of_bundle(
        BundleInfo(size_bytes=1, recipients=1, recipient_kind="", site=SiteId("ab" * 32), **info)
    )
    assert any(sentence in line for line in told)
