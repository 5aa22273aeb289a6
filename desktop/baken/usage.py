"""What the two command lines share: whose language is spoken, and `argparse` in that language.

Sentences of Baken itself come from whoever makes the parser; here are only those of argparse. A message that is not
known stays English rather than being lost. Knows no verb.
"""

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, NoReturn

Say = Callable[[str], str]
"""Gives a text of the source in the user's language."""

WRONG_USAGE: Final = 2  # exit status

_WORDS: Final = {
    "usage: ": "gebruik: ",
    "options": "opties",
    "positional arguments": "argumenten",
    "show this help message and exit": "toon deze uitleg",
    "error": "fout",
}
_MESSAGES: Final = tuple(
    (re.compile(english, re.DOTALL), dutch)
    for english, dutch in (
        (r"argument (?P<a>.+?): (?P<rest>.+)", "{a}: {rest}"),
        (r"the following arguments are required: (?P<a>.+)", "dit ontbreekt: {a}"),
        (r"one of the arguments (?P<a>.+) is required", "geef een van deze: {a}"),
        (r"unrecognized arguments: (?P<a>.+)", "dit is niet bekend: {a}"),
        (r"expected one argument", "hier hoort één waarde"),
        (r"expected at least one argument", "hier hoort minstens één waarde"),
        (r"expected (?P<a>\d+) arguments?", "hier horen {a} waarden"),
        (r"not allowed with argument (?P<a>.+)", "kan niet samen met {a}"),
        (r"ignored explicit argument (?P<a>.+)", "hier hoort geen waarde: {a}"),
        (r"invalid choice: (?P<a>.+?) \(choose from (?P<b>.+)\)", "{a} kan niet; kies uit {b}"),
        (r"invalid \w+ value: (?P<a>.+)", "deze waarde kan niet: {a}"),
    )
)


def language_of(environment: Mapping[str, str]) -> str:
    """Give "en" where the system's language is English, otherwise "nl"."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "en" if environment[name].startswith("en") else "nl"
    return "nl"


def parser_class(language: str, say: Say) -> type[argparse.ArgumentParser]:
    """Give the class of parser whose help and errors are in "nl" or "en"; `say` gives Baken's own texts."""

    def told(text: str) -> str:
        return _WORDS.get(text) or say(text) if language == "nl" else text

    class Formatter(argparse.HelpFormatter):
        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[Any],
            prefix: str | None = None,
        ) -> None:
            super().add_usage(usage, actions, groups, told("usage: ") if prefix is None else prefix)

        def start_section(self, heading: str | None) -> None:
            super().start_section(told(heading) if heading else heading)

        def add_text(self, text: str | None) -> None:
            super().add_text(told(text) if text else text)

        def _get_help_string(self, action: argparse.Action) -> str | None:
            return told(action.help) if action.help else action.help

    class Parser(argparse.ArgumentParser):
        def __init__(self, **options: Any) -> None:
            options.setdefault("formatter_class", Formatter)
            super().__init__(allow_abbrev=False, **options)

        def error(self, message: str) -> NoReturn:
            self.print_usage(sys.stderr)
            said = _in_dutch(message) if language == "nl" else message
            self.exit(WRONG_USAGE, f"{self.prog}: {told('error')}: {said}\n")

    return Parser


def _in_dutch(message: str) -> str:
    for english, dutch in _MESSAGES:
        if match := english.fullmatch(message):
            values = match.groupdict()
            if "rest" in values:
                values["rest"] = _in_dutch(values["rest"])
            return dutch.format_map(values)
    return message
