"""What the author of a paper does, as the paper says it."""

import pytest

from baken.model.roles import role_of


@pytest.mark.parametrize(
    ("capabilities", "nl", "en"),
    [
        (("mentor",), "mentor", "mentor"),
        (("mentor", "safeguarding_lead", "admin"), "aandachtsfunctionaris", "safeguarding lead"),
        (("admin", "auditor"), "", ""),
        ((), "", ""),
    ],
)
def test_only_what_a_certificate_says_is_a_role(capabilities: tuple[str, ...], nl: str, en: str) -> None:
    assert (role_of(capabilities, "nl"), role_of(capabilities, "en")) == (nl, en)
