-- Which versions and other entries are for less than the whole team: those who can read them are told so. All that
-- was written before were for the team.
ALTER TABLE view.version ADD COLUMN restricted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE view.entry ADD COLUMN restricted INTEGER NOT NULL DEFAULT 0;

DROP VIEW view.piece_row;

CREATE VIEW view.piece_row AS
SELECT piece.entity, lower(hex(version.id)) AS id, version.text,
    version.quote <> '' OR version.quote_original <> '' AS has_quote, version.meaning <> '' AS has_meaning,
    version.kind, version.source, version.start, version.precision, version.until, version.typed, version.wall_ms,
    version.author, version.site, piece.youths, piece.versions > 1 AS corrected, piece.withdrawal <> '' AS withdrawn,
    version.protect_source, version.indicators, version.restricted, piece.happened, piece.number
FROM piece JOIN version ON version.number = piece.current;
