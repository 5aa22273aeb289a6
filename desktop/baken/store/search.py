"""Full-text search over every version of pieces, youths' names and signals.

What a user types is words, never syntax of the search engine. Finds come newest first: the index is walked from its
end and left after `limit` finds, so that a word that stands in every piece costs no more than a rare one.
"""

import unicodedata
from collections.abc import Sequence
from typing import Any

import msgspec

from baken.model.clock import local_iso
from baken.model.excerpt import Asked
from baken.model.ids import EntityId
from baken.model.records import Dossier, Signal
from baken.model.views import SearchHit

from .database import Connection
from .queries_rows import Youths, make_youth

_WORDS = 12  # more words than this do not make a search narrower
_LONGEST = 60  # characters of one word
_SHORTEST_PREFIX = 2  # one letter alone is a word: as a prefix it would touch half the index

_PIECES = """
SELECT piece.entity, version.start, version.author, version.site, version.youths, version.number <> piece.current,
    version.text, version.quote, version.quote_original, version.meaning, version.place, version.source_note,
    version.named
FROM view.piece_search
CROSS JOIN view.version ON version.number = piece_search.rowid
CROSS JOIN view.piece ON piece.number = version.piece
WHERE piece_search MATCH ? ORDER BY piece_search.rowid DESC LIMIT ?"""
_RECORDS = """
SELECT record.entity, record.family, record.body, record.youths, record.author, record.site, record.changed_ms,
    record_search.words
FROM view.record_search CROSS JOIN view.record ON record.number = record_search.rowid
WHERE record_search MATCH ? ORDER BY record.family, record.changed_ms DESC, record.entity LIMIT ?"""


def search(connection: Connection, text: str, limit: int = 50) -> tuple[SearchHit, ...]:
    """Youths, then signals, then versions of pieces (newest first) that hold every word; the last may be begun.

    At most `limit` finds; none when nothing in `text` is a letter or digit.
    """
    asked = words_of(text)
    if not asked.words:
        return ()
    matching = match_expression(asked)
    records = connection.execute(_RECORDS, (matching, limit)).fetchall()
    pieces = connection.execute(_PIECES, (matching, limit - len(records))).fetchall()
    youths = Youths(connection, [*(row[3] for row in records), *(row[4] for row in pieces)])
    return (*(_record_hit(row, youths, asked) for row in records), *_piece_hits(pieces, youths, asked))


def words_of(text: str) -> Asked:
    """Give the words that the user typed, without what no index knows."""
    words = tuple(word for word in map(_clean, text.split()) if word)[:_WORDS]
    begun = bool(words) and len(words[-1]) >= _SHORTEST_PREFIX and not text[-1].isspace()
    return Asked(words=words, begun=begun)


def match_expression(asked: Asked) -> str:
    """Give the words of a search as an FTS5 expression in which every one is quoted."""
    quoted = ['"' + word.replace('"', '""') + '"' for word in asked.words]
    return " ".join(quoted) + (" *" if asked.begun else "")


def _clean(word: str) -> str:
    """Give a word without what no index knows: controls, surrogates; empty when no letter or digit is left."""
    kept = "".join(sign for sign in word if unicodedata.category(sign) not in ("Cc", "Cs"))[:_LONGEST]
    return kept if any(unicodedata.category(sign)[0] in "LN" for sign in kept) else ""


def _record_hit(row: Any, youths: Youths, asked: Asked) -> SearchHit:
    entity, family, body, about, author, site, changed_ms, words = row
    if family == "dossier":
        youth = make_youth(entity, msgspec.json.decode(body, type=Dossier))
        return SearchHit(
            id=EntityId(entity),
            what=family,
            title=youth.name or youth.alias,
            passages=(words,),
            asked=asked,
            about=(youth,),
            site=site,
        )
    signal = msgspec.json.decode(body, type=Signal)
    return SearchHit(
        id=EntityId(entity),
        what=family,
        title=_first_line(signal.facts),
        passages=(words,),
        asked=asked,
        when=local_iso(changed_ms),
        author=author,
        about=youths.named(about),
        site=site,
    )


def _piece_hits(rows: Sequence[Any], youths: Youths, asked: Asked) -> list[SearchHit]:
    return [
        SearchHit(
            id=EntityId(entity),
            what="observation",
            title=_first_line(passages[0]),
            passages=tuple(passages),
            asked=asked,
            when=start,
            author=author,
            about=youths.named(about),
            old_version=bool(old),
            site=site,
        )
        for entity, start, author, site, about, old, *passages in rows
    ]


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]
