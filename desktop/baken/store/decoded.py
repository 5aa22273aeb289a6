"""The seam between the journal and the view: one entry that the unlocked user could open.

The journal promises that everything here was verified (signature, certificate, hash of the sealed part) and that
`body` is the JSON that was sealed; the view never sees keys, grants or entries of trust (writers, certificates,
key shares). Nothing here reads or writes a file.
"""

import msgspec


class Decoded(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An opened entry. Ids are lower-case hexadecimal text; (logical, writer, sequence) orders lists.

    `site` is empty for the own site, `author` is the name in the certificate, `arrival` is the local number that
    the entry took when it was committed, and `wall_ms` (UTC milliseconds) is a claim, doubtful where marked. What is
    `restricted` is for less than the whole team; what is not `readable` was written for others only by the user, who
    may not keep it.
    """

    entry: str
    writer: str
    sequence: int
    logical: int
    wall_ms: int
    kind: str
    version: int
    youths: tuple[str, ...] = ()
    entity: str
    base: tuple[str, ...] = ()
    body: bytes
    site: str = ""
    person: str
    author: str
    arrival: int
    clock_doubtful: bool = False
    restricted: bool = False
    readable: bool = True
