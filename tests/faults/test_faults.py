import ast

import pytest
from tests.conftest import DEPTH

from .planting import ROOT, Fault, faults, red_test

EVERY = pytest.mark.parametrize("fault", faults(), ids=lambda fault: fault.name)


@EVERY
def test_a_fault_can_still_be_planted(fault: Fault) -> None:
    assert fault.source().count(fault.before) == 1
    ast.parse(fault.planted())
    assert all((ROOT / each).exists() for each in fault.tests.split())


if DEPTH != "test":  # minutes, so not for every commit

    @EVERY
    def test_a_planted_fault_turns_a_test_red(fault: Fault) -> None:
        assert red_test(fault)
