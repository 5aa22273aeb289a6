"""Bytes that leave the process, each laid out once here and described in SPEC.md.

Promises: arbitrary bytes give a value or a `UserError`, and what was signed is verified as it came. It knows
nothing of what staff record (`model/`) or of the vault's files (`store/`).
"""
