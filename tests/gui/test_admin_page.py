"""*Beheer*: who sees which part of it, one form at a time, one primary button."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from baken.gui.admin_page import AdminPage
from baken.gui.menu import Menu
from baken.gui.pages import PAGES
from baken.gui.runner import Runner
from baken.gui.widgets.button import Button
from baken.model.codes import Capability

from .pages import button, texts
from .vaults import ask, office


@contextmanager
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[AdminPage, Runner]]:
    """The page as the administrator of a practice vault sees it."""
    with office(tmp_path, qtbot) as runner:
        page = AdminPage(runner)
        qtbot.addWidget(page)
        page.resize(1158, 676)
        page.show()
        page.open("")
        qtbot.waitUntil(lambda: {"People", "Recovery sheet", "Backups", "Fatima"} <= set(texts(page)))
        qtbot.waitUntil(lambda: {"There is no sheet yet", "No second place yet"} <= set(texts(page)))
        yield page, runner


def primaries(page: AdminPage) -> list[str]:
    return [each.text() for each in page.findChildren(Button) if each.isVisible() and each._look == "primary"]


def test_an_administrator_sees_three_parts_and_one_primary_button(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, _):
        assert primaries(page) == ["Add somebody…"]
        page.yield_primary(True)
        assert primaries(page) == []
        page.yield_primary(False)
        button(page, "Add somebody…").click()
        assert primaries(page) == ["Add"]
        page.yield_primary(True)
        assert primaries(page) == []


def test_a_lead_who_is_no_administrator_sees_the_backups_alone(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, runner):
        me = ask(runner, qtbot, lambda workspace: workspace.user)
        page._show_me(msgspec.structs.replace(me, capabilities=frozenset({Capability.SAFEGUARDING_LEAD})))
        assert not {"People", "Recovery sheet", "Add somebody…"} & set(texts(page))
        assert "Backups" in texts(page)
        assert primaries(page) == ["Back up to a folder…"]


def test_managing_stands_in_the_menu_of_leads_and_administrators_only(qtbot: QtBot) -> None:
    for role, has_it in (
        (Capability.MENTOR, False),
        (Capability.SHIFT, False),
        (Capability.AUDITOR, False),
        (Capability.SAFEGUARDING_LEAD, True),
        (Capability.ADMIN, True),
    ):
        menu = Menu(
            site_name="Locatie Oost",
            user_name="Fatima",
            role_word="",
            capabilities=frozenset({role}),
            is_practice=True,
            pages=frozenset(PAGES),
        )
        qtbot.addWidget(menu)
        assert ("admin" in menu.keys) is has_it
        assert ("signals" in menu.keys) is (role is Capability.SAFEGUARDING_LEAD)


def test_escape_leaves_a_form_and_the_cursor_is_back_where_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, _):
        page.activateWindow()
        row = next(each for each in page.people.card._shown.values() if each.accessibleName().startswith("Fatima"))
        row.click()
        assert "Passphrase forgotten?" in texts(page)
        assert "Recovery sheet" not in texts(page)
        qtbot.keyClicks(page.people.person.passphrase.first, "vier goede woorden")
        qtbot.keyClick(page.people.person.passphrase.first, Qt.Key.Key_Escape)
        assert "Recovery sheet" in texts(page)
        assert page.people.person.passphrase.first.text() == ""
        assert row.hasFocus()


def test_leaving_the_page_empties_every_passphrase(qtbot: QtBot, tmp_path: Path) -> None:
    with opened(qtbot, tmp_path) as (page, _):
        page.people.form.passphrase.first.setText("vier goede woorden")
        page.people.person.passphrase.again.setText("vier goede woorden")
        page.leave()
        assert page.people.form.passphrase.first.text() == page.people.person.passphrase.again.text() == ""
