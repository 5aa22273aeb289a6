"""Two sites for every test of the wire."""

import pytest

from .sites import Site, make_site


@pytest.fixture(scope="session")
def east() -> Site:
    return make_site("Locatie Oost", "OOST")


@pytest.fixture(scope="session")
def west() -> Site:
    return make_site("Locatie West", "WEST")
