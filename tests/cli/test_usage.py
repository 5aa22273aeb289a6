"""Help and wrong usage, in the language of the user."""

import argparse
import re
from collections.abc import Iterator

import pytest

from baken import usage
from baken.cli.arguments import build_parser
from baken.cli.main import main
from baken.cli.texts import dutch, help_texts
from baken.usage import language_of, parser_class

ENGLISH = re.compile(r"\b(the|and|required|arguments?|usage|error|expected|choose|invalid|unrecognized)\b")


def texts_of(parser: argparse.ArgumentParser) -> Iterator[str]:
    if parser.description:
        yield parser.description
    for action in parser._actions:
        if action.help and not isinstance(action, argparse._HelpAction):
            yield action.help
        if isinstance(action, argparse._SubParsersAction):
            for verb in action.choices.values():
                yield from texts_of(verb)


def test_every_text_of_help_has_dutch_and_no_dutch_is_for_nothing() -> None:
    assert set(texts_of(build_parser())) == set(help_texts())


@pytest.mark.parametrize("words", [["--help"], ["vault", "--help"], ["record", "--help"], ["export", "--help"]])
def test_help_speaks_the_language_of_the_user(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {}
    for language in ("nl", "en"):
        monkeypatch.setenv("LANG", f"{language}_NL.UTF-8")
        assert main(words) == 0
        said[language] = capsys.readouterr().out
    assert said["nl"].startswith("gebruik: baken")
    assert said["en"].startswith("usage: baken")
    assert "opties:" in said["nl"]
    assert "options:" in said["en"]
    assert not ENGLISH.search(said["nl"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["vault"], "dit ontbreekt: WHAT"),
        (["dans"], "'dans' kan niet; kies uit"),
        (["search", "tekst", "--pass", "x"], "dit is niet bekend: --pass"),
        (["search"], "dit ontbreekt: TEXT"),
        (["search", "x", "--vault"], "--vault: hier hoort één waarde"),
        (["search", "x", "--json=1"], "--json: hier hoort geen waarde: '1'"),
        (["record", "--text", "x", "--kind", "dans"], "--kind: 'dans' kan niet; kies uit"),
        (["signal", "new", "--observation"], "--observation: hier hoort minstens één waarde"),
        (["export", "--to", "x", "--basis", "toestemming", "--new"], "geef een van deze: --out --queue"),
        (["sync", "--registry", "x", "--stick", "y"], "--stick: kan niet samen met --registry"),
        (["--capture", "dans"], "kan niet; kies uit"),
    ],
)
def test_wrong_usage_is_told_in_dutch_with_status_two(
    words: list[str], told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert told in said.err
    assert said.err.startswith("gebruik: baken")
    assert ": fout: " in said.err
    assert not ENGLISH.search(said.err)


def test_wrong_usage_in_english(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert main(["search"]) == 2
    assert "baken search: error: the following arguments are required: TEXT" in capsys.readouterr().err


def test_other_words_of_argparse(capsys: pytest.CaptureFixture[str]) -> None:
    parser = parser_class("nl", dutch)(prog="x")
    parser.add_argument("--count", type=int)
    parser.add_argument("--pair", nargs=2)
    for words, told in ((["--count", "a"], "deze waarde kan niet: 'a'"), (["--pair", "a"], "hier horen 2 waarden")):
        with pytest.raises(SystemExit):
            parser.parse_args(words)
        assert told in capsys.readouterr().err


def test_a_message_that_nobody_knows_stays_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parser_class("nl", dutch)(prog="x").error("something new")
    assert left.value.code == usage.WRONG_USAGE
    assert capsys.readouterr().err.endswith("x: fout: something new\n")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "en_US", "LANG": "nl_NL"}, "en"),
        ({"LANG": "C"}, "nl"),
        ({}, "nl"),
    ],
)
def test_dutch_unless_the_system_is_english(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language
