"""Carriers of sealed bundles: the central registry's mailbox, and a stick or folder."""
