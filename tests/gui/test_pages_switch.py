"""Every page of the main job in dark and at 200 %, said again, and painted."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from baken.gui import theme
from baken.gui.dossier_now import NowTab
from baken.gui.dossier_page import DossierPage
from baken.gui.dossier_piece import PieceView
from baken.gui.exchange_carriers import CarriersCard
from baken.gui.exchange_page import ExchangePage
from baken.gui.page import Page
from baken.gui.passing_page import PassingPage
from baken.gui.said import say_day
from baken.gui.signal_page import SignalPage
from baken.model.codes import Precision
from baken.model.commands import CorrectObservation, CreateDossier
from baken.model.records import MissingEpisode, Observation, When
from baken.model.views_exchange import Exchange

from .cases import Case
from .pages import texts
from .vaults import ask, office, signal_about, youth_named


@pytest.fixture(autouse=True)
def _light_again() -> Iterator[None]:
    yield
    theme.apply(dark=False, percent=100)


def test_every_page_can_be_dark_and_twice_as_large_and_still_fits_the_window(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        youth, signal = youth_named(runner, qtbot, "Yousef"), signal_about(runner, qtbot, "Yousef")
        pages: list[Page] = []
        for made, target in (
            (DossierPage(runner), youth.id),
            (SignalPage(runner), signal.id),
            (PassingPage(runner), signal.id),
            (ExchangePage(runner), ""),
        ):
            qtbot.addWidget(made)
            made.resize(1158, 676)
            made.show()
            made.open(target)
            pages.append(made)
        dossier, signals, passing, _ = pages
        assert isinstance(dossier, DossierPage)
        assert isinstance(signals, SignalPage)
        assert isinstance(passing, PassingPage)
        qtbot.waitUntil(lambda: passing.is_paper_ready and bool(dossier.timeline.chosen()), timeout=20_000)
        signals.builder.indicators.add_requested.emit()
        for dark, percent in ((True, 200), (False, 100)):
            theme.apply(dark=dark, percent=percent)
            theme.retranslate_all()
            for page in pages:
                page.yield_primary(dark)
                page.fold(dark)
                assert page.minimumSizeHint().width() <= 1158
                assert not page.grab().isNull()
        qtbot.waitUntil(lambda: passing.is_paper_ready, timeout=20_000)


def test_a_dossier_with_nothing_in_it_says_so_and_offers_the_first_piece(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        made = ask(runner, qtbot, lambda workspace: workspace.execute(CreateDossier(alias="Sami")))
        page = DossierPage(runner)
        qtbot.addWidget(page)
        page.show()
        page.open(made.id)
        qtbot.waitUntil(lambda: "No pieces yet." in texts(page))
        assert {"No signals.", "Nothing was passed on."} <= set(texts(page))
        with qtbot.waitSignal(page.capture_requested) as asked:
            page.now.capture_requested.emit()
        assert asked.args is not None
        assert asked.args[0].alias == "Sami"


def test_an_open_disappearance_stands_on_the_first_tab(qtbot: QtBot) -> None:
    tab = NowTab()
    qtbot.addWidget(tab)
    episode = MissingEpisode(last_seen="2025-11-07T19:05", last_seen_place="bushalte")
    tab.show_dossier(msgspec.structs.replace(Case().dossier(), missing=(episode,)), ())
    tab.show()
    assert any("bushalte" in text for text in texts(tab))


def test_a_corrected_piece_shows_both_versions_and_why(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        youth = youth_named(runner, qtbot, "Yousef")
        row = ask(runner, qtbot, lambda workspace: workspace.observations(youth.id))[0]
        better = Observation(text="Drie doelpunten.", when=row.when, place="sporthal")
        command = CorrectObservation(entity=row.id, corrects=row.entry, observation=better, why="verkeerd geteld")
        ask(runner, qtbot, lambda workspace: workspace.execute(command))
        view = PieceView()
        qtbot.addWidget(view)
        view.show()
        view.show_piece(ask(runner, qtbot, lambda workspace: workspace.observation(row.id)))
        shown = texts(view)
        assert {"Drie doelpunten.", row.text, "verkeerd geteld", "corrected", "sporthal"} <= set(shown)
        assert any(text.startswith("Earlier version, ") for text in shown)


def test_an_exchange_that_cannot_be_says_why_and_can_be_tried_again(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        page = ExchangePage(runner)
        qtbot.addWidget(page)
        page.show()
        with qtbot.waitSignal(runner.failed, timeout=10_000) as failed:
            page.carriers.sync_requested.emit()
        assert failed.args is not None
        assert failed.args[0].code == "registry-not-enrolled"
        assert page.carriers.isEnabled()


def test_an_enrolled_site_can_send_and_fetch(qtbot: QtBot) -> None:
    card = CarriersCard()
    qtbot.addWidget(card)
    card.show_exchange(Exchange(outgoing=(), incoming=(), sites=(), registry="https://mailbox.example", last_sync=""))
    card.show()
    assert {"With the registry", "https://mailbox.example", "not done yet"} <= set(texts(card))
    assert "Ask to enrol…" not in texts(card)


def test_two_sites_exchange_with_a_stick_from_the_window(tmp_path: Path, qtbot: QtBot) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with office(tmp_path, qtbot) as runner:
        page = ExchangePage(runner)
        qtbot.addWidget(page)
        page.show()
        page.open("")
        with qtbot.waitSignal(page.told, timeout=10_000) as told:
            page.sync(stick)
        assert told.args == ["Everything is up to date: nothing to send, nothing to fetch."]


def test_a_laptop_asks_to_enrol_and_a_wrong_answer_is_refused(tmp_path: Path, qtbot: QtBot) -> None:
    request, answer = tmp_path / "baken.enrol", tmp_path / "answer"
    answer.write_bytes(b"{}")
    with office(tmp_path, qtbot) as runner:
        page = ExchangePage(runner)
        qtbot.addWidget(page)
        page.show()
        page.open("")
        qtbot.waitUntil(lambda: {"Ask to enrol…", "Read the answer…"} <= set(texts(page)))
        with qtbot.waitSignal(page.told):
            page.write_request(request)
        assert request.stat().st_size > 100
        with qtbot.waitSignal(runner.failed) as failed:
            page.read_answer(answer)
        assert failed.args is not None
        assert failed.args[0].code == "malformed"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (When(start="2025-10-17T00:15"), "17 okt 2025"),
        (When(start="2023", precision=Precision.ABOUT), "rond 2023"),
        (When(start="", precision=Precision.ABOUT), "datum onbekend"),
    ],
)
def test_a_day_alone_is_short_and_never_more_precise_than_known(when: When, said: str) -> None:
    assert say_day(when) == said
