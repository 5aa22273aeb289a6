"""A draft on its way past a disk that refused it; loads nothing, since every start knows its shape."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class SealedDraft:
    """A draft that is on no disk: its id (32 hexadecimal digits) and the bytes that its file would have."""

    id: str
    data: bytes = field(repr=False)
