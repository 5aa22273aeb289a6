"""What a verb answers, and how it is shown: one JSON document, or lines for a person.

Names of fields are those of the records and answers, so that scripts can rely on them.
"""

import json
import sys
from collections.abc import Iterable
from typing import Any, TextIO

import msgspec


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """The answer of a verb: `data` for `--json`, `lines` for a person; `ok` False ends with status 1."""

    data: dict[str, Any]
    lines: tuple[str, ...] = ()
    ok: bool = True


def listing(items: Iterable[Any], lines: Iterable[str]) -> Reply:
    """Answer with a list: `{"items": [...]}`."""
    return Reply(data={"items": [plain(item) for item in items]}, lines=tuple(lines))


def plain(value: Any) -> Any:
    """Give an answer as JSON types; JSON inside (a field's value) is taken apart."""
    built = msgspec.to_builtins(value, str_keys=True, builtin_types=(bytes,), order="deterministic")
    return _unpacked(built)


def show(reply: Reply, *, as_json: bool, out: TextIO) -> None:
    """Write the answer; text that the terminal cannot show is escaped, never an error."""
    if as_json:
        text = json.dumps(reply.data, ensure_ascii=False, indent=2)
    else:
        text = "\n".join(_without_controls(line) for line in reply.lines)
    if text:
        encoding = getattr(out, "encoding", None) or sys.getdefaultencoding()
        out.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def _without_controls(line: str) -> str:
    """Drop what could steer a terminal; somebody else wrote the text."""
    return "".join(character if character.isprintable() or character == "\t" else " " for character in line)


def _unpacked(value: Any) -> Any:
    match value:
        case dict():
            return {
                key.removesuffix("_json") if isinstance(each, bytes) else key: _unpacked(each)
                for key, each in value.items()
            }
        case list() | tuple():
            return [_unpacked(each) for each in value]
        case bytes():
            return json.loads(value)
        case _:
            return value
