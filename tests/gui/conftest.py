"""Windows of the tests stay off the screen, and their garbage is collected on their own thread, as in the programme."""

import gc
import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _garbage_on_this_thread() -> Iterator[None]:
    """No worker ever deletes a widget of a test, neither of this one nor of the one before."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()
