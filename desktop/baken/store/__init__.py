"""The vault's files: key slots, journal, views, drafts; the only importer of sqlcipher3."""
