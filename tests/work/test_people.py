"""What the window and the command line ask before people change: names, roles, dates and passphrases."""

import pytest

from baken.errors import UserError
from baken.work.people import SECRET_MAX, People, asked_groups, check_new, check_roles, is_respelled
from baken.work.workspace import Workspace


def test_three_different_groups_of_a_sheet_are_asked_in_order() -> None:
    for _ in range(20):
        asked = asked_groups()
        assert len(set(asked)) == 3
        assert list(asked) == sorted(asked)
        assert set(asked) <= set(range(8))


@pytest.mark.parametrize(
    ("roles", "until", "code"),
    [
        ((), None, "role-missing"),
        (("baas",), None, "role-unknown"),
        (("shift", "mentor"), 1, "shift-alone"),
        (("shift",), None, "shift-without-end"),
    ],
)
def test_roles_that_nobody_can_have_are_refused(roles: tuple[str, ...], until: int | None, code: str) -> None:
    with pytest.raises(UserError, match=code):
        check_roles(roles, until)


def test_a_passphrase_is_neither_empty_nor_endless() -> None:
    for passphrase, code in (("", "passphrase-empty"), ("x" * (SECRET_MAX + 1), "secret-too-long")):
        with pytest.raises(UserError, match=code):
            check_new(passphrase)
    check_new("x" * SECRET_MAX)


def test_only_another_unicode_form_is_said_to_be_one() -> None:
    assert is_respelled("cafe\u0301")
    assert not is_respelled("caf\u00e9")


def test_a_sheet_counts_only_after_three_groups_and_then_says_since_when(workspace: Workspace) -> None:
    people: People = workspace.people
    code, sheet = people.new_sheet()
    assert people.sheet_made() == ""
    with pytest.raises(UserError, match="recovery-group-wrong"):
        next(people.accept_sheet(code, {0: sheet.groups[0]}))
    assert people.sheet_made() == ""
    list(people.accept_sheet(code, {index: sheet.groups[index] for index in (1, 4, 6)}))
    assert people.sheet_made()[:4].isdigit()


def test_a_name_finds_its_person_whatever_its_capitals(workspace: Workspace) -> None:
    me = workspace.user
    assert workspace.people.person_named(me.name.upper()) == me.person
    with pytest.raises(UserError, match="person-unknown"):
        workspace.people.person_named("niemand hier")
