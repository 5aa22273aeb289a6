"""Marked secrets, and the search for them in everything below a folder."""

import base64
from collections.abc import Iterator
from pathlib import Path

SECRETS = {
    "passphrase": "kanarie zingt om middernacht",
    "user": "Kanariemens",
    "site": "Kanarielocatie",
    "name": "Kanarienaam",
    "text": "Kanariefeit",
    "quote": "Kanariecitaat",
    "meaning": "Kanariemening",
    "why": "Kanariereden",
    "phone": "06-00000871",
    "v_number": "0987604321",
    "signal": "Kanariesignaal",
    "search": "Kanariezoek",
    "draft": "Kanarieconcept",
    "file": "kanariebestand",
    "bug": "Kanariefout",
}
"""What must be found nowhere, by what it is."""


def shapes(secret: str) -> Iterator[tuple[str, bytes]]:
    """Give every way in which a secret could stand in a file; text in small letters."""
    small = secret.lower()
    yield "utf-8", small.encode()
    yield "utf-16le", small.encode("utf-16-le")
    yield "utf-16be", small.encode("utf-16-be")
    yield "hex", secret.encode().hex().encode()
    for before in range(3):
        coded = base64.b64encode(bytes(before) + secret.encode())
        first, last = (before * 8 + 5) // 6, (before + len(secret.encode())) * 8 // 6
        yield f"base64 at {before}", coded[first:last]


def find(folder: Path, *, allowed: frozenset[tuple[str, str]] = frozenset()) -> list[tuple[str, str, str]]:
    """Give (file, what, shape) for every secret in every file; `allowed` names (file name, what) that may be."""
    found = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        exact = path.read_bytes()
        small = exact.lower()
        for what, secret in SECRETS.items():
            if (path.name, what) in allowed:
                continue
            for shape, needle in shapes(secret):
                if needle in (exact if shape.startswith("base64") else small):
                    found.append((str(path.relative_to(folder)), what, shape))
    return found
