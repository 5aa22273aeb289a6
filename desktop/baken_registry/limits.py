"""What a mailbox bears from one site and one request; one place, so that an operator can see it all."""

import msgspec

from baken.wire.registry import MAX_BUNDLE_BYTES

_DAY_MS = 86_400_000


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of a mailbox; the defaults suit a few hundred sites on one small server."""

    bundle_bytes: int = MAX_BUNDLE_BYTES
    site_bytes: int = 4 * 1024**3  # what one site may have waiting for others, in all
    site_bundles: int = 5_000
    keep_ms: int = 90 * _DAY_MS  # then a bundle that nobody fetched is deleted
    uploads: int = 8  # at once; more are told to come back
    connections: int = 512  # open at once; for one more, the one that has waited longest without asking goes
    head_s: float = 10.0  # from connecting to a whole first head; drops of it do not stretch that
    idle_s: float = 60.0  # an upload that sends nothing, a reader that does not read, a pause between two requests
    upload_s: float = 3_600.0
    sweep_s: float = 3_600.0
