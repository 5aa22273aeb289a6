-- Versions that were written while the vault was locked, with the initials that were claimed.
CREATE TABLE view.captured (
    number INTEGER PRIMARY KEY,
    piece INTEGER NOT NULL,
    initials TEXT NOT NULL
) STRICT;
CREATE INDEX view.captured_piece ON captured (piece);
