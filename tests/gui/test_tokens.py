"""Every colour and text role exists in both looks, and can be read."""

from typing import get_args

import pytest

from baken.gui.tokens import EDGE_PAIRS, TEXT_PAIRS, Role, TypeRole, load_tokens


def luminance(colour: str) -> float:
    """Relative luminance. Source: WCAG 2.2, "relative luminance"."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio. Source: WCAG 2.2, "contrast ratio"."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


LOOKS = {"light": load_tokens().light, "dark": load_tokens().dark}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(look: str, text: Role, ground: Role) -> None:
    assert contrast(LOOKS[look][text], LOOKS[look][ground]) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_an_edge_can_be_seen_on_its_ground(look: str, edge: Role, ground: Role) -> None:
    assert contrast(LOOKS[look][edge], LOOKS[look][ground]) >= 3.0


def test_both_looks_have_every_role_and_no_other() -> None:
    assert set(LOOKS["light"]) == set(LOOKS["dark"]) == set(get_args(Role))


def test_every_text_role_has_a_style_and_nothing_is_under_eleven() -> None:
    styles = load_tokens().type
    assert set(styles) == set(get_args(TypeRole))
    assert min(style.size for style in styles.values()) == 11
    assert all(style.line > style.size for style in styles.values())
