-- What belongs to a version of a piece in sealed files of its own, as JSON; empty where there is none.
ALTER TABLE view.version ADD COLUMN attachments TEXT NOT NULL DEFAULT '';
