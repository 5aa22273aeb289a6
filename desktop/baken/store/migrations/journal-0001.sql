-- The journal, version 1: everything that cannot be made again.
-- Ids of entries, writers, keys and documents are bytes; ids of sites, people and bundles are lower-case
-- hexadecimal text as in the model; *_ms is UTC milliseconds.

-- Who and where this vault is. `card` is the site's own signed card.
CREATE TABLE site (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL CHECK (length(id) = 64),
    card BLOB NOT NULL,
    created_ms INTEGER NOT NULL
) STRICT;

-- This laptop; its key signs requests to the mailbox and names no person.
CREATE TABLE laptop (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id BLOB NOT NULL CHECK (length(id) = 16),
    seed BLOB NOT NULL CHECK (length(seed) = 32)
) STRICT;

-- Which slot of the slot file is whose; reserved until the slot is on the disk and the certificate committed.
CREATE TABLE slot (
    number INTEGER PRIMARY KEY,
    person TEXT NOT NULL CHECK (length(person) = 32),
    state TEXT NOT NULL CHECK (state IN ('reserved', 'held'))
) STRICT;

-- Every certificate that signed something here, of the own site and of others.
CREATE TABLE certificate (
    number INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    site TEXT NOT NULL CHECK (length(site) = 64),
    person TEXT NOT NULL CHECK (length(person) = 32),
    name TEXT NOT NULL,
    document BLOB NOT NULL
) STRICT;

-- The writers of this laptop, so that a restart continues a chain. The last one of a person is in use.
CREATE TABLE writer (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    certificate INTEGER NOT NULL REFERENCES certificate (number)
) STRICT;

-- An import of one bundle; its entries count once closed_ms is set.
CREATE TABLE import (
    number INTEGER PRIMARY KEY,
    bundle TEXT NOT NULL UNIQUE CHECK (length(bundle) = 32),
    site TEXT NOT NULL CHECK (length(site) = 64),
    begun_ms INTEGER NOT NULL,
    closed_ms INTEGER,
    first_entry INTEGER NOT NULL,
    new INTEGER NOT NULL,
    known INTEGER NOT NULL,
    conflicts INTEGER NOT NULL
) STRICT;

-- What was signed. sequence and logical stand in the header too and are here for their indexes.
CREATE TABLE entry (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
    writer BLOB NOT NULL CHECK (length(writer) = 16),
    sequence INTEGER NOT NULL,
    logical INTEGER NOT NULL,
    header BLOB NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    certificate INTEGER NOT NULL REFERENCES certificate (number),
    import INTEGER REFERENCES import (number)
) STRICT;

CREATE INDEX entry_chain ON entry (writer, sequence);
CREATE INDEX entry_logical ON entry (logical);
CREATE INDEX entry_import ON entry (import) WHERE import IS NOT NULL;

-- What was sealed; erasing deletes it, the header stays.
CREATE TABLE sealed (
    entry INTEGER PRIMARY KEY REFERENCES entry (number),
    content BLOB NOT NULL
) STRICT;

CREATE TABLE grants (
    entry INTEGER NOT NULL REFERENCES entry (number),
    target TEXT NOT NULL,
    key_id BLOB NOT NULL CHECK (length(key_id) = 16),
    day INTEGER,
    wrap BLOB NOT NULL,
    PRIMARY KEY (entry, target, key_id)
) STRICT, WITHOUT ROWID;

-- The order in which entries began to count here; an import takes its numbers when it closes. No reference to
-- entry: it would need an index of its own for nothing but the removal of unfinished imports.
CREATE TABLE arrival (
    number INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL
) STRICT;

-- Key shares as found in their entries, so that unlocking opens only its own.
CREATE TABLE key_share (
    entry INTEGER NOT NULL REFERENCES entry (number),
    purpose TEXT NOT NULL,
    key_id BLOB NOT NULL CHECK (length(key_id) = 16),
    recipient TEXT NOT NULL,
    valid_until INTEGER,
    person TEXT NOT NULL CHECK (length(person) = 32),
    wrap BLOB NOT NULL,
    PRIMARY KEY (person, key_id, entry)
) STRICT, WITHOUT ROWID;

-- Bundles made here. Each step of delivery holds the signed proof that allowed it.
CREATE TABLE outgoing (
    bundle TEXT NOT NULL CHECK (length(bundle) = 32),
    addressee TEXT NOT NULL CHECK (length(addressee) = 64),
    kind TEXT NOT NULL CHECK (kind IN ('entries', 'receipt')),
    file TEXT NOT NULL,
    made_ms INTEGER NOT NULL,
    pieces INTEGER NOT NULL,
    signals INTEGER NOT NULL,
    delivery TEXT NOT NULL CHECK (delivery IN ('waiting', 'at_registry', 'received')),
    registry_receipt BLOB,
    registry_ms INTEGER,
    addressee_receipt BLOB,
    addressee_ms INTEGER,
    PRIMARY KEY (bundle, addressee),
    CHECK (delivery <> 'at_registry' OR registry_receipt IS NOT NULL),
    CHECK (delivery <> 'received' OR addressee_receipt IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- The mailbox that took this site in.
CREATE TABLE enrolment (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    address TEXT NOT NULL,
    mailbox_public BLOB NOT NULL CHECK (length(mailbox_public) = 32),
    enrolled_ms INTEGER NOT NULL,
    synced_ms INTEGER
) STRICT;

-- What the mailbox gave us and still has to be told about; gone once it knows.
CREATE TABLE acknowledgement (
    parcel TEXT PRIMARY KEY,
    result TEXT NOT NULL,
    taken_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- For every table above the sum (modulo 2^256) of SHA-256 over its rows; signed into the head, so that an old page
-- put back is seen.
CREATE TABLE digest (
    name TEXT PRIMARY KEY,
    sum BLOB NOT NULL CHECK (length(sum) = 32)
) STRICT, WITHOUT ROWID;

-- How often the journal changed; a database whose number is below that of a signed head was put back.
CREATE TABLE revision (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    number INTEGER NOT NULL
) STRICT;

INSERT INTO revision (one, number) VALUES (1, 0);

-- Headers never change, and only entries of an unfinished import ever go.
CREATE TRIGGER entry_is_final BEFORE UPDATE ON entry
BEGIN
    SELECT RAISE(ABORT, 'a header never changes');
END;

CREATE TRIGGER entry_stays BEFORE DELETE ON entry
WHEN OLD.import IS NULL OR (SELECT closed_ms FROM import WHERE number = OLD.import) IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an entry that counts stays');
END;

CREATE TRIGGER certificate_is_final BEFORE UPDATE ON certificate
BEGIN
    SELECT RAISE(ABORT, 'a certificate never changes');
END;

CREATE TRIGGER certificate_stays BEFORE DELETE ON certificate
BEGIN
    SELECT RAISE(ABORT, 'a certificate stays');
END;

CREATE TRIGGER sealed_is_final BEFORE UPDATE ON sealed
BEGIN
    SELECT RAISE(ABORT, 'a sealed part never changes');
END;

CREATE TRIGGER arrival_is_final BEFORE UPDATE ON arrival
BEGIN
    SELECT RAISE(ABORT, 'an arrival never changes');
END;

CREATE TRIGGER arrival_stays BEFORE DELETE ON arrival
BEGIN
    SELECT RAISE(ABORT, 'an arrival stays');
END;
