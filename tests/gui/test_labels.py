"""Every stored code has a word, and no word judges."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from baken.gui import labels
from baken.gui.shipped import resource_root
from baken.model.codes import (
    Basis,
    Capability,
    Danger,
    Delivery,
    Dimension,
    EntityType,
    Kind,
    SignalState,
    Source,
    Strength,
)

LISTS: list[tuple[type[StrEnum], Callable[[Any], str]]] = [
    (Kind, labels.kind),
    (Source, labels.source),
    (Basis, labels.basis),
    (SignalState, labels.signal_state),
    (Danger, labels.danger),
    (Dimension, labels.dimension),
    (Strength, labels.strength),
    (Delivery, labels.delivery),
    (Capability, labels.capability),
    (EntityType, labels.entity),
]


@pytest.mark.parametrize(("codes", "word"), LISTS, ids=lambda each: getattr(each, "__name__", ""))
def test_every_code_has_a_word_of_its_own(qtbot: QtBot, codes: type[StrEnum], word: Callable[[Any], str]) -> None:
    words = [word(code) for code in codes]
    assert all(words)
    assert len(set(words)) == len(words)


def test_every_icon_beside_a_word_is_there() -> None:
    names = {labels.kind_icon(None), *map(labels.kind_icon, Kind), *map(labels.source_icon, Source)}
    assert all((resource_root() / "icons" / f"{name}.svg").is_file() for name in names)
