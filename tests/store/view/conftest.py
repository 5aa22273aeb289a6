"""An empty view on real SQLCipher files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from .entries import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "vault")
    yield desk
    desk.close()
