"""The recovery sheet in the window: saved, typed back from the paper, and only then it counts."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from pytestqt.qtbot import QtBot

from baken.gui.admin_page import AdminPage
from baken.gui.runner import Runner
from baken.model.clock import SystemClock
from baken.work.opening import unlock
from baken.work.paths import Paths
from baken.work.people import recover

from .pages import button, texts
from .vaults import ask, office


@contextmanager
def drawn(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[AdminPage, Runner]]:
    """The page with a new sheet that is not saved yet."""
    with office(tmp_path, qtbot) as runner:
        page = AdminPage(runner)
        qtbot.addWidget(page)
        page.resize(1158, 676)
        page.show()
        page.open("")
        qtbot.waitUntil(lambda: "There is no sheet yet" in texts(page))
        button(page, "Make a sheet…").click()
        qtbot.waitUntil(lambda: "Save the sheet and print it" in texts(page))
        yield page, runner


def save(page: AdminPage, qtbot: QtBot, path: Path) -> tuple[str, ...]:
    """Save the sheet; gives its groups as they are printed."""
    page.sheet.save_to(path)
    qtbot.waitUntil(lambda: f"Saved in {path}" in texts(page), timeout=20_000)
    assert page.sheet._drawn is not None
    return page.sheet._drawn[1].groups


def test_a_sheet_counts_once_three_groups_were_typed_and_helps_a_forgetful_administrator(
    qtbot: QtBot, tmp_path: Path
) -> None:
    pdf = tmp_path / "blad.pdf"
    with drawn(qtbot, tmp_path) as (page, runner):
        assert not button(page, "Let this sheet count").isEnabled(), "nothing is on paper yet"
        groups = save(page, qtbot, pdf)
        printed = pypdfium2.PdfDocument(pdf)
        assert all(group in printed[0].get_textpage().get_text_range() for group in groups)
        printed.close()
        assert not [text for text in texts(page) if set(groups) & set(text.split())], "they come from the paper"
        form = page.sheet.form
        for edit, index in zip(form.fields, form._asked, strict=True):
            edit.setText(groups[index].lower())
        with qtbot.waitSignal(page.sheet.said, timeout=20_000):
            button(page, "Let this sheet count").click()
        assert any(text.startswith("The recovery sheet counts;") for text in texts(page.result))
        qtbot.waitUntil(lambda: any(text.startswith("Made ") for text in texts(page.sheet.card)))
        assert ask(runner, qtbot, lambda workspace: workspace.people.sheet_made())
        page.leave()
        assert pdf.exists(), "a sheet that counts is the user's own affair"
    paths = Paths.standard().at(tmp_path / "vault")
    recover(paths, " ".join(groups), "Anouk", "een heel nieuwe zin", SystemClock())
    assert unlock(paths, "Anouk", "een heel nieuwe zin", SystemClock())


def test_a_wrong_group_is_named_by_its_number_and_the_others_stay(qtbot: QtBot, tmp_path: Path) -> None:
    with drawn(qtbot, tmp_path) as (page, runner):
        groups = save(page, qtbot, tmp_path / "blad.pdf")
        form = page.sheet.form
        right = [groups[index] for index in form._asked]
        for edit, text in zip(form.fields, (right[0], "00000", right[2]), strict=True):
            edit.setText(text)
        button(page, "Let this sheet count").click()
        wrong = f"Group {form._asked[1] + 1} is not right. Look at the sheet and type it once more."
        assert wrong in texts(page)
        assert [edit.text() for edit in form.fields] == [right[0], "00000", right[2]]
        assert ask(runner, qtbot, lambda workspace: workspace.people.sheet_made()) == ""


def test_an_empty_group_is_asked_for_and_nothing_is_sent(qtbot: QtBot, tmp_path: Path) -> None:
    with drawn(qtbot, tmp_path) as (page, _):
        groups = save(page, qtbot, tmp_path / "blad.pdf")
        page.activateWindow()
        form, sent = page.sheet.form, list[object]()
        form.typed.connect(sent.append)
        form.fields[0].setText(groups[form._asked[0]])
        form.fields[0].returnPressed.emit()
        assert form.fields[1].hasFocus()
        form.submit()
        assert not sent


def test_a_sheet_that_is_left_opens_nothing_and_its_file_goes(qtbot: QtBot, tmp_path: Path) -> None:
    pdf = tmp_path / "blad.pdf"
    with drawn(qtbot, tmp_path) as (page, _):
        groups = save(page, qtbot, pdf)
        with qtbot.waitSignal(page.told) as told:
            page.leave()
        assert told.args is not None
        assert "destroy what was printed of it" in told.args[0]
        assert not pdf.exists()
        assert "There is no sheet yet" in texts(page)
        assert groups


def test_a_place_that_takes_no_file_is_said_and_another_can_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    with drawn(qtbot, tmp_path) as (page, _):
        (tmp_path / "blad.pdf").mkdir()
        page.sheet.save_to(tmp_path / "blad.pdf")
        qtbot.waitUntil(page.sheet.form._wrong.isVisible, timeout=20_000)
        assert button(page, "Save as PDF…").isEnabled()
        save(page, qtbot, tmp_path / "beter.pdf")
        button(page, "Back").click()
        assert not (tmp_path / "beter.pdf").exists()
