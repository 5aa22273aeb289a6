"""The parser knows exactly the verbs that exist, and no secret fits on the command line."""

import argparse
from collections.abc import Iterator

import pytest

from baken.cli.arguments import build_parser
from baken.cli.main import VERBS


def verbs(
    parser: argparse.ArgumentParser, before: tuple[str, ...] = ()
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    nested = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not nested:
        yield " ".join(before), parser
    for action in nested:
        for name, verb in action.choices.items():
            yield from verbs(verb, (*before, name))


def test_every_verb_that_can_be_typed_exists_and_the_other_way_round() -> None:
    assert {name for name, _ in verbs(build_parser())} - {"tour"} == set(VERBS)


@pytest.mark.parametrize(("name", "parser"), [pytest.param(*verb, id=verb[0]) for verb in verbs(build_parser())])
def test_every_verb_speaks_json_and_explains_itself(name: str, parser: argparse.ArgumentParser) -> None:
    options = {option for action in parser._actions for option in action.option_strings}
    assert {"--json", "--help"} <= options
    assert parser.description
    assert all(action.help or action.required or action.metavar for action in parser._actions), name


def test_no_option_takes_a_secret_itself() -> None:
    options = {
        option for _, parser in verbs(build_parser()) for action in parser._actions for option in action.option_strings
    }
    assert {option for option in options if "pass" in option or "secret" in option} == {
        "--passphrase-file",
        "--new-passphrase-file",
    }


def test_shortened_options_are_not_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build_parser().parse_args(["search", "--pass", "x", "tekst"])
    assert "unrecognized" in capsys.readouterr().err
