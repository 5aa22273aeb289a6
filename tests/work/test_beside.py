"""What another site writes about a piece of ours stands beside it, under its own name."""

from pathlib import Path

from baken.model import commands
from baken.model.ids import IndicatorId
from baken.model.records import IndicatorTag, Observation
from baken.work.exporting import Chosen
from baken.work.workspace import Workspace

from .conftest import OpenSite
from .steps import YESTERDAY, correct, piece, trust


def bring(one: Workspace, other: Workspace, chosen: Chosen, path: Path) -> None:
    """Send a bundle by hand."""
    plan = one.prepare_bundle(other.vault.card.site, chosen, basis=None)
    one.mark_exported(plan, one.seal_bundle(plan, path))
    other.import_bundle(path)


def two_sites(open_site: OpenSite) -> tuple[Workspace, Workspace]:
    ours, theirs = open_site("Locatie Oost"), open_site("Locatie West")
    trust(ours, theirs)
    trust(theirs, ours)
    return ours, theirs


def test_the_handover_shows_a_note_of_another_site_with_its_own_words_and_author(
    open_site: OpenSite, tmp_path: Path
) -> None:
    ours, theirs = two_sites(open_site)
    one = piece(ours, "Auto om 22:00")
    bring(ours, theirs, Chosen(observations=(one,)), tmp_path / "1.age")
    assert ours.today().handover == ()
    correct(theirs, one, "Hier om 21:00 gezien", "tijd")
    note = next(each for each in theirs.observation(one).versions if each.text == "Hier om 21:00 gezien")
    bring(theirs, ours, Chosen(observations=(one,)), tmp_path / "2.age")
    (row,) = ours.today().handover
    assert (row.id, row.entry, row.text) == (one, note.entry, "Hier om 21:00 gezien")
    assert (row.author, row.site) == (note.author, theirs.vault.card.site)
    assert [each.text for each in ours.observations()] == ["Auto om 22:00"]
    assert [each.site for each in ours.today().my_shift] == [""]


def test_an_indicator_on_a_piece_of_another_site_stands_beside_it(open_site: OpenSite, tmp_path: Path) -> None:
    ours, theirs = two_sites(open_site)
    one = piece(theirs, "Auto om 22:00")
    bring(theirs, ours, Chosen(observations=(one,)), tmp_path / "1.age")
    ours.execute(
        commands.TagObservation(
            entity=one, tags=(IndicatorTag(id=IndicatorId("POS-02"), list_version="1", label="Nieuwe spullen"),)
        )
    )
    shown = ours.observation(one)
    assert [tag.id for tag in shown.versions[0].indicators] == []
    assert [(each.site, [tag.id for tag in each.indicators]) for each in shown.versions[1:]] == [("", ["POS-02"])]
    (mine,) = ours.today().my_shift
    assert (mine.id, mine.site) == (one, "")
    assert [tag.id for tag in mine.indicators] == ["POS-02"]


def test_an_indicator_of_ours_beside_a_piece_of_another_site_counts_in_our_signal(
    open_site: OpenSite, tmp_path: Path
) -> None:
    ours, theirs = two_sites(open_site)
    one = piece(theirs, "Auto om 22:00")
    bring(theirs, ours, Chosen(observations=(one,)), tmp_path / "1.age")
    signal = ours.execute(commands.SaveSignal(observations=(one,))).id
    assert signal is not None
    tags = [IndicatorTag(id=IndicatorId(each), list_version="1", label=each) for each in ("POS-01", "POS-02")]
    for tag in tags:
        ours.execute(commands.TagObservation(entity=one, tags=(tag,)))
    found = {item.tag.id: item.pieces for each in ours.signal(signal).coverage for item in each.items}
    assert found == {"POS-01": (one,), "POS-02": (one,)}
    note = next(each for each in ours.observation(one).versions if each.indicators == (tags[1],))
    without = Observation(text="Auto om 22:00", when=YESTERDAY)
    ours.execute(commands.CorrectObservation(entity=one, corrects=note.entry, observation=without, why="niet zo"))
    assert {item.tag.id for each in ours.signal(signal).coverage for item in each.items} == {"POS-01"}


def test_an_indicator_that_another_site_put_beside_our_piece_does_not_count_in_our_signal(
    open_site: OpenSite, tmp_path: Path
) -> None:
    ours, theirs = two_sites(open_site)
    one = piece(ours, "Auto om 22:00")
    signal = ours.execute(commands.SaveSignal(observations=(one,))).id
    assert signal is not None
    bring(ours, theirs, Chosen(observations=(one,)), tmp_path / "1.age")
    theirs.execute(
        commands.TagObservation(
            entity=one, tags=(IndicatorTag(id=IndicatorId("POS-02"), list_version="1", label="Nieuwe spullen"),)
        )
    )
    bring(theirs, ours, Chosen(observations=(one,)), tmp_path / "2.age")
    assert not [item for each in ours.signal(signal).coverage for item in each.items]
