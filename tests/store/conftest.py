"""One vault is made per session and copied for every test: making it costs a key derivation."""

from pathlib import Path

import pytest

from .vaults import Made, make_vault


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_vault(tmp_path_factory.mktemp("template") / "vault")


@pytest.fixture(scope="session")
def foreign_template(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_vault(tmp_path_factory.mktemp("foreign") / "vault", site="Locatie West", code="WEST")


@pytest.fixture
def made(template: Made, tmp_path: Path) -> Made:
    return template.copy(tmp_path / "vault")


@pytest.fixture
def foreign(foreign_template: Made, tmp_path: Path) -> Made:
    return foreign_template.copy(tmp_path / "foreign")
