"""Full-text search over every version of pieces, youths' names and signals.

What a user types is words, never syntax of the search engine. Finds come newest first: the index is walked from its
end and left after `limit` finds, so that a word that stands in every piece costs no more than a rare one.
"""

import unicodedata
from collections.abc import Sequence
from typing import Any

import msgspec

from baken.model.clock import local_iso
from baken.model.ids import EntityId
from baken.model.records import Dossier, Signal
from baken.model.views import SearchHit

from .database import Connection
from .queries_rows import Youths, make_youth

_WORDS = 12  # more words than this do not make a search narrower
_LONGEST = 60  # characters of one word
_SHORTEST_PREFIX = 2  # one letter alone is a word: as a prefix it would touch half the index

_PIECES = """
SELECT piece.entity, version.start, version.author, version.site, version.youths,
    snippet(piece_search, -1, char(2), char(3), '…', 14), version.number <> piece.current, version.text
FROM view.piece_search
CROSS JOIN view.version ON version.number = piece_search.rowid
CROSS JOIN view.piece ON piece.number = version.piece
WHERE piece_search MATCH ? ORDER BY piece_search.rowid DESC LIMIT ?"""
_RECORDS = """
SELECT record.entity, record.family, record.body, record.youths, record.author, record.site, record.changed_ms,
    snippet(record_search, 0, char(2), char(3), '…', 14)
FROM view.record_search JOIN view.record ON record.number = record_search.rowid
WHERE record_search MATCH ? ORDER BY record.family, record.changed_ms DESC, record.entity LIMIT ?"""


def search(connection: Connection, text: str, limit: int = 50) -> tuple[SearchHit, ...]:
    """Youths, then signals, then versions of pieces (newest first) that hold every word; the last may be begun.

    At most `limit` finds; none when nothing in `text` is a letter or digit.
    """
    asked = match_expression(text)
    if not asked:
        return ()
    records = connection.execute(_RECORDS, (asked, limit)).fetchall()
    pieces = connection.execute(_PIECES, (asked, limit - len(records))).fetchall()
    youths = Youths(connection, [*(row[3] for row in records), *(row[4] for row in pieces)])
    return (*(_record_hit(row, youths) for row in records), *_piece_hits(pieces, youths))


def match_expression(text: str) -> str:
    """Give what the user typed as an FTS5 expression in which every word is quoted; empty when there is no word."""
    words = [word for word in map(_clean, text.split()) if word][:_WORDS]
    quoted = ['"' + word.replace('"', '""') + '"' for word in words]
    if quoted and len(words[-1]) >= _SHORTEST_PREFIX and not text[-1].isspace():
        quoted[-1] += " *"
    return " ".join(quoted)


def _clean(word: str) -> str:
    """Give a word without what no index knows: controls, surrogates; empty when no letter or digit is left."""
    kept = "".join(sign for sign in word if unicodedata.category(sign) not in ("Cc", "Cs"))[:_LONGEST]
    return kept if any(unicodedata.category(sign)[0] in "LN" for sign in kept) else ""


def _record_hit(row: Any, youths: Youths) -> SearchHit:
    entity, family, body, about, author, site, changed_ms, snippet = row
    if family == "dossier":
        youth = make_youth(entity, msgspec.json.decode(body, type=Dossier))
        return SearchHit(
            id=EntityId(entity),
            what=family,
            title=youth.name or youth.alias,
            snippet=snippet,
            about=(youth,),
            site=site,
        )
    signal = msgspec.json.decode(body, type=Signal)
    return SearchHit(
        id=EntityId(entity),
        what=family,
        title=_first_line(signal.facts),
        snippet=snippet,
        when=local_iso(changed_ms),
        author=author,
        about=youths.named(about),
        site=site,
    )


def _piece_hits(rows: Sequence[Any], youths: Youths) -> list[SearchHit]:
    return [
        SearchHit(
            id=EntityId(entity),
            what="observation",
            title=_first_line(text),
            snippet=snippet,
            when=start,
            author=author,
            about=youths.named(about),
            old_version=bool(old),
            site=site,
        )
        for entity, start, author, site, about, snippet, old, text in rows
    ]


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]
