"""Colours and type sizes, read once from resources/tokens.toml.

Every colour and font size of the window comes from here by its role; no other module holds a colour. The
literal types below repeat the file's keys so that a wrong role is a type error; a test holds both equal.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from .shipped import resource_root

Role = Literal[
    "window",
    "base",
    "text",
    "muted",
    "line",
    "hair",
    "accent",
    "on_accent",
    "accent_hover",
    "warn",
    "danger",
    "on_danger",
    "danger_hover",
    "ok",
    "selection",
    "soft_selection",
    "menu",
    "sunk",
    "warn_fill",
    "danger_fill",
    "ok_fill",
    "paper",
    "ink",
]
TypeRole = Literal[
    "wordmark",
    "page_title",
    "name",
    "clock",
    "preview_title",
    "brand",
    "section",
    "typed",
    "primary",
    "youth",
    "native_large",
    "native",
    "native_list",
    "body",
    "list",
    "list_new",
    "strong",
    "button",
    "button_primary",
    "small",
    "small_strong",
    "label",
    "chip",
    "chip_small",
    "meta",
    "meta_strong",
    "keycap",
]

TEXT_PAIRS: Final[tuple[tuple[Role, Role], ...]] = (
    *((text, ground) for text in ("text", "muted") for ground in ("window", "base", "menu", "sunk")),
    *((text, ground) for text in ("text", "muted") for ground in ("selection", "soft_selection")),
    *(("accent", ground) for ground in ("window", "base", "selection", "soft_selection", "menu", "sunk")),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_danger", "danger"),
    ("on_danger", "danger_hover"),
    *(("warn", ground) for ground in ("window", "base", "warn_fill")),
    *(("danger", ground) for ground in ("window", "base", "danger_fill")),
    *(("text", ground) for ground in ("warn_fill", "danger_fill", "ok_fill")),
    *(("ok", ground) for ground in ("window", "base", "ok_fill")),
    ("ink", "paper"),
)
"""Text and the ground it stands on: at least 4.5:1. Source: interface.md, "Look"."""

EDGE_PAIRS: Final[tuple[tuple[Role, Role], ...]] = (
    *(("line", ground) for ground in ("window", "base")),
    *(("accent", ground) for ground in ("window", "base", "selection", "soft_selection", "menu")),
    ("danger", "base"),
)
"""Edges that must be seen, and their ground: at least 3:1. Source: interface.md, "Look"."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TypeStyle:
    """A text role: size and line height in pixels at 100 %, weight in CSS units."""

    size: int
    weight: int
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Tokens:
    """Both palettes as `#rrggbb` by role, and the text roles."""

    light: dict[str, str]
    dark: dict[str, str]
    type: dict[str, TypeStyle]


@cache
def load_tokens() -> Tokens:
    """Give the tokens; a missing or broken file is a broken installation and raises."""
    with (resource_root() / "tokens.toml").open("rb") as file:
        raw = tomllib.load(file)
    styles = {
        role: TypeStyle(size=size, weight=weight, line=line) for role, (size, weight, line) in raw["type"].items()
    }
    return Tokens(light=raw["light"], dark=raw["dark"], type=styles)
