-- Which entries went to which site in a bundle that was made here, so that only what is new goes the next time.
CREATE TABLE sent (
    site TEXT NOT NULL CHECK (length(site) = 64),
    entry BLOB NOT NULL CHECK (length(entry) = 32),
    PRIMARY KEY (site, entry)
) STRICT, WITHOUT ROWID;
