"""From an opened entry to what the fold works with: a version of a piece, or fields that are written.

Bodies are decoded strictly against the records of model/. A kind or version that this programme does not know is
"newer" and waits for an update; a body that its own kind does not allow is "malformed". Both are kept and counted,
and neither stops the fold. Nothing here reads a database.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import msgspec

from baken.model.records import BODIES, Correction, Observation, Record, Resolution, Withdrawal

from .decoded import Decoded
from .fold_heads import ABOUT, Node, Order

PIECE = "observation"  # the one field of a piece: which version (or withdrawal) counts
FAMILIES = ("dossier", "placement", "route", "signal", "disclosure", "missing", "site-trust", "import")

Bodies = Mapping[tuple[str, int], type[Record]]


def json_list(values: Iterable[object]) -> str:
    """Give ids, numbers or tuples of them as the bound value of `json_each`."""
    return msgspec.json.encode(list(values)).decode()


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a piece; `corrects` and `why` are empty for the first recording."""

    observation: Observation
    corrects: str = ""
    why: str = ""


def read_content(entry: Decoded) -> Content:
    """Give the version that an observation or correction holds; raises msgspec.ValidationError or DecodeError."""
    if entry.kind == "observation":
        return Content(observation=msgspec.json.decode(entry.body, type=Observation))
    correction = msgspec.json.decode(entry.body, type=Correction)
    return Content(observation=correction.observation, corrects=correction.corrects, why=correction.why)


def check_body(entry: Decoded, bodies: Bodies) -> str:
    """Why the body of an entry that is no version cannot be folded: "newer", "malformed", or "" when it can."""
    record = bodies.get((entry.kind, entry.version))
    if record is None:
        return "newer"
    try:
        body = msgspec.json.decode(entry.body, type=partial(record) if entry.kind in FAMILIES else record)
        if isinstance(body, Resolution):
            msgspec.json.decode(body.value)  # kept as it was written, so nothing looked inside yet
    except (msgspec.DecodeError, UnicodeDecodeError):
        return "malformed"
    return ""


@lru_cache
def partial(record: type[Record]) -> type[Record]:
    """Give the record with every field optional: what an entry that carries the changed fields only must fit."""
    fields: list[Any] = [
        (field.name, field.type | msgspec.UnsetType, msgspec.UNSET) for field in msgspec.structs.fields(record)
    ]
    made: Any = msgspec.defstruct(
        f"Partial{record.__name__}", fields, frozen=True, kw_only=True, forbid_unknown_fields=True
    )
    known: type[Record] = made
    return known


def written_fields(body: str) -> dict[str, bytes]:
    """Give the fields of a change with their values in one canonical spelling, so that equal values are equal bytes."""
    values = msgspec.json.decode(body, type=dict[str, Any])
    return {name: msgspec.json.encode(value, order="deterministic") for name, value in values.items()}


def record_node(*, entry: str, order: Order, kind: str, base: str, youths: str, body: str, family: str) -> Node | None:
    """Give what an entry means to a record of `family`; None when it says nothing about it.

    A resolution counts only where its value is one that the field may hold.
    """
    parents = frozenset(base.split())
    if kind == family:
        writes = written_fields(body)
        if youths:
            writes[ABOUT] = msgspec.json.encode(sorted(set(youths.split())))
        return Node(entry=entry, order=order, parents=parents, writes=writes)
    if kind == "resolution":
        node = resolution_node(entry=entry, order=order, parents=parents, body=body)
        return node if _fits(node, BODIES[family, 1]) else None
    return None


def resolution_node(*, entry: str, order: Order, parents: frozenset[str], body: str) -> Node:
    """Give a resolution: its author saw every head that it names."""
    resolution = msgspec.json.decode(body, type=Resolution)
    heads = frozenset(str(head) for head in resolution.heads)
    value = msgspec.json.encode(msgspec.json.decode(resolution.value), order="deterministic")
    return Node(entry=entry, order=order, parents=parents | heads, writes={resolution.field: value}, settles=heads)


def withdrawal_node(*, entry: str, order: Order, parents: frozenset[str], body: str) -> Node:
    """Give a withdrawal of a piece: it competes with the versions for what counts."""
    withdrawn = msgspec.json.decode(body, type=Withdrawal).withdraws
    return Node(entry=entry, order=order, parents=parents | {withdrawn}, writes={PIECE: _quoted(entry)})


def version_node(*, entry: str, order: Order, base: str, corrects: str) -> Node:
    """Give a version of a piece; its author saw at least the version that it corrects."""
    parents = frozenset((*base.split(), *corrects.split()))
    return Node(entry=entry, order=order, parents=parents, writes={PIECE: _quoted(entry)})


def _fits(node: Node, record: type[Record]) -> bool:
    """Whether what a node writes are fields of the record with values that these may hold."""
    pairs = b",".join(msgspec.json.encode(name) + b":" + value for name, value in node.writes.items())
    try:
        msgspec.json.decode(b"{" + pairs + b"}", type=partial(record))
    except msgspec.ValidationError:
        return False
    return True


def _quoted(entry: str) -> bytes:
    return msgspec.json.encode(entry)
