-- The view of one user, version 1: projections and the search index of what that user may read.
-- Everything here can be made again from the journal; nothing is stored here alone.
-- Ids are lower-case hexadecimal text; lists of ids are separated by one blank; *_ms is UTC milliseconds.

-- The highest local arrival number that was applied.
CREATE TABLE view.applied (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    arrival INTEGER NOT NULL
) STRICT;

INSERT INTO view.applied (one, arrival) VALUES (1, 0);

-- A piece as it stands: its counting version and what is open about it. number is that of one of its versions.
CREATE TABLE view.piece (
    number INTEGER PRIMARY KEY,
    entity TEXT NOT NULL UNIQUE,
    current INTEGER NOT NULL,
    happened TEXT NOT NULL,
    youths TEXT NOT NULL,
    versions INTEGER NOT NULL,
    withdrawal TEXT NOT NULL,
    conflict INTEGER NOT NULL
) STRICT;

CREATE INDEX view.piece_happened ON piece (happened, entity);
CREATE INDEX view.piece_conflict ON piece (conflict) WHERE conflict = 1;

-- Every version of every piece: a first recording (corrects = '') or a correction. The id is 32 bytes here.
-- number counts minutes since 2020 in its upper bits, so that descending numbers are the newest first, and new rows
-- stand together in the file and in every index by number: each page that is written is enciphered anew.
CREATE TABLE view.version (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL,
    piece INTEGER NOT NULL,
    writer TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    logical INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL,
    site TEXT NOT NULL,
    person TEXT NOT NULL,
    author TEXT NOT NULL,
    clock_doubtful INTEGER NOT NULL,
    base TEXT NOT NULL,
    youths TEXT NOT NULL,
    corrects TEXT NOT NULL,
    why TEXT NOT NULL,
    text TEXT NOT NULL,
    quote TEXT NOT NULL,
    quote_original TEXT NOT NULL,
    quote_note TEXT NOT NULL,
    meaning TEXT NOT NULL,
    kind TEXT,
    source TEXT NOT NULL,
    source_note TEXT NOT NULL,
    start TEXT NOT NULL,
    precision TEXT NOT NULL,
    until TEXT,
    typed TEXT NOT NULL,
    place TEXT NOT NULL,
    entities TEXT NOT NULL,
    named TEXT NOT NULL,
    indicators TEXT NOT NULL,
    protect_source INTEGER NOT NULL
) STRICT;

CREATE INDEX view.version_piece ON version (piece);
CREATE INDEX view.version_chain ON version (writer, sequence);

-- Every other entry: changes of records, withdrawals, resolutions, feedback, and what this programme cannot read.
CREATE TABLE view.entry (
    id TEXT NOT NULL UNIQUE,
    entity TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    writer TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    logical INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL,
    site TEXT NOT NULL,
    person TEXT NOT NULL,
    author TEXT NOT NULL,
    clock_doubtful INTEGER NOT NULL,
    base TEXT NOT NULL,
    youths TEXT NOT NULL,
    body TEXT NOT NULL,
    unread TEXT NOT NULL CHECK (unread IN ('', 'newer', 'malformed'))
) STRICT;

CREATE INDEX view.entry_entity ON entry (entity, kind);
CREATE INDEX view.entry_unread ON entry (unread) WHERE unread <> '';

-- A record that is changed field by field, merged; body is '' while a field that it needs has not arrived.
CREATE TABLE view.record (
    number INTEGER PRIMARY KEY,
    family TEXT NOT NULL,
    entity TEXT NOT NULL,
    body TEXT NOT NULL,
    youths TEXT NOT NULL,
    happened TEXT NOT NULL,
    author TEXT NOT NULL,
    person TEXT NOT NULL,
    site TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    UNIQUE (family, entity)
) STRICT;

CREATE INDEX view.record_changed ON record (family, changed_ms);
CREATE INDEX view.record_entity ON record (entity);

-- Fields of which neither author saw the other.
CREATE TABLE view.conflict (
    entity TEXT NOT NULL,
    family TEXT NOT NULL,
    field TEXT NOT NULL,
    entry TEXT NOT NULL,
    author TEXT NOT NULL,
    wall_ms INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (entity, family, field, entry)
) STRICT, WITHOUT ROWID;

-- What speaks of whom, by the moment at which it happened.
CREATE TABLE view.about (
    youth TEXT NOT NULL,
    what TEXT NOT NULL,
    happened TEXT NOT NULL,
    entity TEXT NOT NULL,
    PRIMARY KEY (youth, what, happened, entity)
) STRICT, WITHOUT ROWID;

-- Which signals and disclosures refer to which piece or signal.
CREATE TABLE view.reference (
    target TEXT NOT NULL,
    family TEXT NOT NULL,
    entity TEXT NOT NULL,
    PRIMARY KEY (target, family, entity)
) STRICT, WITHOUT ROWID;

CREATE INDEX view.reference_entity ON reference (entity);

-- Phone numbers, plates and other things that versions name; normal is their spelling for comparing.
CREATE TABLE view.identifier (
    type TEXT NOT NULL,
    normal TEXT NOT NULL,
    version INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (type, normal, version)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE view.piece_search USING fts5 (
    text, quote, quote_original, meaning, place, source_note, named,
    content = 'version', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3', columnsize = 0
);

CREATE VIRTUAL TABLE view.record_search USING fts5 (
    words, entity UNINDEXED, family UNINDEXED,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3', columnsize = 0
);

-- Versions that are not in the index yet: what was saved since the last search. Writing the index takes longer than
-- all the rest of a save.
CREATE TABLE view.unsearched (
    number INTEGER PRIMARY KEY
) STRICT;

INSERT INTO view.piece_search (piece_search, rank) VALUES ('secure-delete', 1);
INSERT INTO view.record_search (record_search, rank) VALUES ('secure-delete', 1);
-- Fewer, larger merges of the index: a save waits for one less often.
INSERT INTO view.piece_search (piece_search, rank) VALUES ('automerge', 8);

-- A piece with its counting version, as lists show it.
CREATE VIEW view.piece_row AS
SELECT piece.entity, lower(hex(version.id)) AS id, version.text,
    version.quote <> '' OR version.quote_original <> '' AS has_quote, version.meaning <> '' AS has_meaning,
    version.kind, version.source, version.start, version.precision, version.until, version.typed, version.wall_ms,
    version.author, version.site, piece.youths, piece.versions > 1 AS corrected, piece.withdrawal <> '' AS withdrawn,
    version.protect_source, version.indicators, piece.happened, piece.number
FROM piece JOIN version ON version.number = piece.current;

-- New words are gathered in memory up to this many bytes before they go to the file: the default of 1 MiB makes
-- a new view write and merge its index many times over.
INSERT INTO view.piece_search (piece_search, rank) VALUES ('hashsize', 16777216);
