"""How the mailbox says no: a refusal of the protocol, and the HTTP status it travels with."""

from baken.wire.registry import Refusal

STATUS = {
    Refusal.MALFORMED: 400,
    Refusal.NOT_ENROLLED: 401,
    Refusal.REVOKED: 403,
    Refusal.CLOCK: 401,
    Refusal.REPLAYED: 409,
    Refusal.TOO_LARGE: 413,
    Refusal.NOT_A_BUNDLE: 422,
    Refusal.HASH_DIFFERS: 422,
    Refusal.BUNDLE_DIFFERS: 409,
    Refusal.ADDRESSEE_UNKNOWN: 422,
    Refusal.QUOTA: 413,
    Refusal.UNKNOWN: 404,
    Refusal.BUSY: 503,
    Refusal.STORAGE: 503,
}


class RefusedError(Exception):
    """A request that is not carried out; nothing was changed by it."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal
