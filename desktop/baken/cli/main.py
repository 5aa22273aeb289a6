"""The top of the command line: from arguments to an exit status; every failure ends here in one sentence."""

import argparse
import json
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TextIO

from baken import __version__
from baken.errors import Cancelled, UserError
from baken.model.clock import Clock, SystemClock
from baken.store.files import user_error
from baken.usage import language_of
from baken.work.knock import knock
from baken.work.paths import Paths

from . import verbs_backup, verbs_exchange, verbs_form, verbs_people, verbs_records, verbs_signal, verbs_vault
from .arguments import build_parser, joined
from .context import Context
from .reply import Reply, show
from .texts import explain, word

DONE, REFUSED, USAGE, BUG = 0, 1, 2, 3

Verb = Callable[[Context], Reply]
Tour = Callable[[Path], tuple[tuple[Path, ...], tuple[str, ...]]]
"""Makes the tour in a folder; gives the files that it wrote and what had to be left out."""

VERBS: Final[dict[str, Verb]] = {
    **verbs_vault.VERBS,
    **verbs_people.VERBS,
    **verbs_backup.VERBS,
    **verbs_records.VERBS,
    **verbs_signal.VERBS,
    **verbs_form.VERBS,
    **verbs_exchange.VERBS,
}
"""Every verb that the parser knows, "vault new" for a verb with its subverb; the tour is the window's."""


def main(
    arguments: Sequence[str],
    *,
    paths: Paths | None = None,
    clock: Clock | None = None,
    tour: Tour | None = None,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
    stderr: TextIO | None = None,
) -> int:
    """Carry out one call and give its exit status; `tour` walks through the window, which this floor does not know."""
    out, err = stdout or sys.stdout, stderr or sys.stderr
    language = language_of(os.environ)
    parser = build_parser(language)
    try:
        parsed = parser.parse_args(joined(arguments))
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else USAGE
    if parsed.version:
        return _say(f"Baken {__version__}", language, out, err)
    if parsed.capture and parsed.verb is None:
        return _knock(paths or Paths.standard(), language, out, err)
    verbs = VERBS if tour is None else VERBS | {"tour": partial(_make_tour, tour)}
    verb = verbs.get(" ".join(filter(None, (parsed.verb, getattr(parsed, "subverb", None)))))
    if verb is None:
        parser.print_usage(err)
        return USAGE
    context = Context(
        arguments=parsed,
        paths=paths or Paths.standard(),
        clock=clock or SystemClock(),
        language=language,
        stdin=stdin or sys.stdin,
        stderr=err,
    )
    with _Bugs(context, err) as bugs:
        return _carry_out(verb, context, parsed, out, err)
    return bugs.status


def _knock(paths: Paths, language: str, out: TextIO, err: TextIO) -> int:
    """Ask the running window to open its quick capture."""
    if not knock(paths.state):
        return _refuse(UserError("capture-nobody"), language, as_json=False, out=out, err=err)
    return _say(word("capture-asked", language), language, out, err)


def _say(line: str, language: str, out: TextIO, err: TextIO) -> int:
    """Write one line; a place that cannot take it is the world's fault."""
    try:
        out.write(line + "\n")
        out.flush()
    except OSError as error:
        return _refuse(user_error(error), language, as_json=False, out=out, err=err)
    return DONE


def _make_tour(tour: Tour, context: Context) -> Reply:
    files, left_out = tour(context.arguments.folder)
    data = {"items": [{"id": str(file)} for file in files], "left_out": list(left_out)}
    return Reply(data=data, lines=(*(str(file) for file in files), *left_out))


def _carry_out(verb: Verb, context: Context, parsed: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    try:
        reply = verb(context)
    except UserError as error:
        return _refuse(error, context.language, as_json=parsed.json, out=out, err=err)
    except (KeyboardInterrupt, Cancelled):
        return _refuse(UserError("cancelled"), context.language, as_json=parsed.json, out=out, err=err)
    try:
        show(reply, as_json=parsed.json, out=out)
        out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:  # the work is done; the file that was to hold the answer cannot be written
        return _refuse(user_error(error), context.language, as_json=False, out=out, err=err)
    return DONE if reply.ok else REFUSED


def _refuse(error: UserError, language: str, *, as_json: bool, out: TextIO, err: TextIO) -> int:
    message, hint = explain(error, language)
    if as_json:
        document = {"error": error.code, "message": message, "hint": hint}
        out.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    err.write(f"{message} {hint}\n")
    return REFUSED


class _Bugs:
    """The outermost net: whatever else is raised is ours, and is told by where it happened, never by its contents."""

    def __init__(self, context: Context, err: TextIO) -> None:
        self._context = context
        self._err = err
        self.status = DONE

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(error, Exception):
            return False
        if isinstance(error, BrokenPipeError):
            return True  # the reader of our output left; nobody waits for the rest
        frames = traceback.extract_tb(trace)
        where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-6:]))
        self._err.write(f"{self._context.word('bug')} {type(error).__name__} {where}\n")
        self.status = BUG
        return True
