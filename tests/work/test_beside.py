"""What another site writes about a piece of ours stands beside it, under its own name."""

from pathlib import Path

from baken.model import commands
from baken.model.ids import IndicatorId
from baken.model.records import IndicatorTag, Observation
from baken.work.exporting import Chosen
from baken.work.workspace import Workspace

from .steps import YESTERDAY, correct, piece


def bring(one: Workspace, other: Workspace, chosen: Chosen, path: Path) -> None:
    """Send a bundle by hand."""
    plan = one.prepare_bundle(other.vault.card.site, chosen, basis=None)
    one.mark_exported(plan, one.seal_bundle(plan, path))
    other.import_bundle(path)


def test_the_handover_shows_a_note_of_another_site_with_its_own_words_and_author(
    east: Workspace, west: Workspace, tmp_path: Path
) -> None:
    one = piece(east, "Auto om 22:00")
    bring(east, west, Chosen(observations=(one,)), tmp_path / "1.age")
    assert east.today().handover == ()
    correct(west, one, "Hier om 21:00 gezien", "tijd")
    note = next(each for each in west.observation(one).versions if each.text == "Hier om 21:00 gezien")
    bring(west, east, Chosen(observations=(one,)), tmp_path / "2.age")
    (row,) = east.today().handover
    assert (row.id, row.entry, row.text) == (one, note.entry, "Hier om 21:00 gezien")
    assert (row.author, row.site) == (note.author, west.vault.card.site)
    assert [each.text for each in east.observations()] == ["Auto om 22:00"]
    assert [each.site for each in east.today().my_shift] == [""]


def test_an_indicator_on_a_piece_of_another_site_stands_beside_it(
    east: Workspace, west: Workspace, tmp_path: Path
) -> None:
    one = piece(west, "Auto om 22:00")
    bring(west, east, Chosen(observations=(one,)), tmp_path / "1.age")
    east.execute(
        commands.TagObservation(
            entity=one, tags=(IndicatorTag(id=IndicatorId("POS-02"), list_version="1", label="Nieuwe spullen"),)
        )
    )
    shown = east.observation(one)
    assert [tag.id for tag in shown.versions[0].indicators] == []
    assert [(each.site, [tag.id for tag in each.indicators]) for each in shown.versions[1:]] == [("", ["POS-02"])]
    (mine,) = east.today().my_shift
    assert (mine.id, mine.site) == (one, "")
    assert [tag.id for tag in mine.indicators] == ["POS-02"]


def test_an_indicator_of_ours_beside_a_piece_of_another_site_counts_in_our_signal(
    east: Workspace, west: Workspace, tmp_path: Path
) -> None:
    one = piece(west, "Auto om 22:00")
    bring(west, east, Chosen(observations=(one,)), tmp_path / "1.age")
    signal = east.execute(commands.SaveSignal(observations=(one,))).id
    assert signal is not None
    tags = [IndicatorTag(id=IndicatorId(each), list_version="1", label=each) for each in ("POS-01", "POS-02")]
    for tag in tags:
        east.execute(commands.TagObservation(entity=one, tags=(tag,)))
    found = {item.tag.id: item.pieces for each in east.signal(signal).coverage for item in each.items}
    assert found == {"POS-01": (one,), "POS-02": (one,)}
    note = next(each for each in east.observation(one).versions if each.indicators == (tags[1],))
    without = Observation(text="Auto om 22:00", when=YESTERDAY)
    east.execute(commands.CorrectObservation(entity=one, corrects=note.entry, observation=without, why="niet zo"))
    assert {item.tag.id for each in east.signal(signal).coverage for item in each.items} == {"POS-01"}


def test_an_indicator_that_another_site_put_beside_our_piece_does_not_count_in_our_signal(
    east: Workspace, west: Workspace, tmp_path: Path
) -> None:
    one = piece(east, "Auto om 22:00")
    signal = east.execute(commands.SaveSignal(observations=(one,))).id
    assert signal is not None
    bring(east, west, Chosen(observations=(one,)), tmp_path / "1.age")
    west.execute(
        commands.TagObservation(
            entity=one, tags=(IndicatorTag(id=IndicatorId("POS-02"), list_version="1", label="Nieuwe spullen"),)
        )
    )
    bring(west, east, Chosen(observations=(one,)), tmp_path / "2.age")
    assert not [item for each in east.signal(signal).coverage for item in each.items]
