-- Certificates that ended before their time, as signed by the site; each by the entry that told of it.
CREATE TABLE revocation (
    serial BLOB PRIMARY KEY CHECK (length(serial) = 16),
    entry INTEGER NOT NULL REFERENCES entry (number),
    person TEXT NOT NULL CHECK (length(person) = 32),
    document BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- The public recipient of the recovery sheet that counts, by the entry that told of it; wrapped is 1 once the slot file
-- holds the vault's key for it.
CREATE TABLE recovery (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    entry INTEGER NOT NULL REFERENCES entry (number),
    recipient TEXT NOT NULL,
    made_ms INTEGER NOT NULL,
    wrapped INTEGER NOT NULL CHECK (wrapped IN (0, 1))
) STRICT;

-- Keys that the vault had before somebody was removed: what was backed up under them is rewritten when it comes
-- within reach.
CREATE TABLE former_key (
    version INTEGER PRIMARY KEY,
    key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;
