"""The sentences of the command line, Dutch and English, from one table: every code has one, and a next step."""

from functools import cache

from baken.errors import UserError
from baken.model.resources import Resource, read_resource


class Message(Resource, frozen=True, kw_only=True):
    """What is said for some codes, and what to do next. {name} stands for a parameter of the error."""

    codes: tuple[str, ...]
    nl: str
    nl_next: str
    en: str
    en_next: str


class Word(Resource, frozen=True, kw_only=True):
    """A short text of the command line."""

    nl: str
    en: str


class _File(Resource, frozen=True, kw_only=True):
    message: tuple[Message, ...]
    word: dict[str, Word]


class _Help(Resource, frozen=True, kw_only=True):
    help: dict[str, str]


class _Known(dict[str, object]):
    """Parameters of a sentence; one that the error does not have leaves nothing."""

    def __missing__(self, key: str) -> str:
        return ""


@cache
def table() -> _File:
    """Read the table, once."""
    return read_resource("cli/messages.toml", _File)


def known_codes() -> frozenset[str]:
    """Give the codes that have a sentence."""
    return frozenset(code for message in table().message for code in message.codes)


def explain(error: UserError, language: str) -> tuple[str, str]:
    """Give the sentence for an error and its next step; a code without one is shown as it is."""
    for message in table().message:
        if error.code in message.codes:
            texts = (message.nl, message.nl_next) if language == "nl" else (message.en, message.en_next)
            said, step = (text.format_map(_Known(error.params)) for text in texts)
            return said, step
    return error.code, ""


def word(name: str, language: str, **values: str | int) -> str:
    """Give a short text with its values filled in."""
    texts = table().word[name]
    return (texts.nl if language == "nl" else texts.en).format_map(values)


@cache
def help_texts() -> dict[str, str]:
    """Read the texts of `--help` by their English, once."""
    return read_resource("cli/help.toml", _Help).help


def dutch(text: str) -> str:
    """Give a text of `--help` in Dutch; one without Dutch as it is."""
    return help_texts().get(text, text)
