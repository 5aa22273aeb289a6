"""One piece as it is read: strands apart in every version, and words from another site beside it."""

from pytestqt.qtbot import QtBot

from baken.gui.dossier_piece import PieceView
from baken.gui.dossier_withdraw import WithdrawBar
from baken.gui.widgets.strand import StrandRead
from baken.model.ids import EntityId, EntryId
from baken.model.records import When
from baken.model.views import Observation, Version, Withdrawn

from .pages import button, texts


def version(entry: str, text: str, *, site: str = "", why: str = "", quote: str = "", meaning: str = "") -> Version:
    return Version(
        entry=EntryId(entry),
        author="Fatima",
        site=site,
        recorded="2020-11-07T19:10",
        why=why,
        text=text,
        quote=quote,
        meaning=meaning,
        when=When(start="2020-11-07T19:05"),
    )


def shown(qtbot: QtBot, piece: Observation) -> PieceView:
    view = PieceView()
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show_piece(piece)
    view.show()
    return view


def test_an_earlier_version_keeps_its_strands_apart(qtbot: QtBot) -> None:
    older = version("1", "Grijze auto", quote="Mijn oom", meaning="Hij kent hem")
    piece = Observation(id=EntityId("p"), about=(), versions=(version("2", "Witte auto", why="kleur"), older))
    view = shown(qtbot, piece)
    heads = [strand.accessibleName() for strand in view.findChildren(StrandRead)]
    assert heads == ["Seen or heard", "Seen or heard", "The youth's own words", "What the mentor thinks"]
    assert "Earlier version, Fatima, za 7 nov 2020, 19:10" in texts(view)
    assert "corrected" in texts(view)


def test_words_from_another_site_stand_beside_our_piece_with_their_site(qtbot: QtBot) -> None:
    gone = Withdrawn(author="Joris", site="Locatie West", recorded="2020-11-08T10:00", why="dubbel")
    piece = Observation(
        id=EntityId("p"),
        about=(),
        versions=(version("1", "Grijze auto"), version("2", "Geen auto", site="Locatie West", why="zelf gezien")),
        withdrawn_beside=(gone,),
    )
    words = texts(shown(qtbot, piece))
    assert "Beside it, Fatima (Locatie West), za 7 nov 2020, 19:10" in words
    assert "zelf gezien" in words
    assert "Joris (Locatie West) would no longer let it count: dubbel" in words
    assert not {"corrected", "withdrawn"} & set(words)


def test_a_piece_of_another_site_says_what_correcting_it_does(qtbot: QtBot) -> None:
    west = "Locatie West"
    piece = Observation(id=EntityId("p"), about=(), versions=(version("1", "Auto", site=west),), site=west)
    words = texts(shown(qtbot, piece))
    assert "from Locatie West" in words
    assert any(
        "makes a note of your own beside it; Locatie West gets it only when you send it" in text for text in words
    )
    bar = WithdrawBar()
    qtbot.addWidget(bar)
    bar.ask(piece)
    assert "Why do you doubt it?" in texts(bar)
    assert any(text.startswith("The piece is of Locatie West and goes on counting.") for text in texts(bar))
    assert button(bar, "Put the note beside it")
    bar.ask(Observation(id=EntityId("q"), about=(), versions=(version("2", "Fiets"),)))
    assert button(bar, "Withdraw this piece")
    assert not any("note of your own" in text for text in texts(bar))
