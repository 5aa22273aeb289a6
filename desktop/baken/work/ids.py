"""New ids: random, so that nothing can be told from them."""

from baken import crypto
from baken.model.ids import EntityId


def new_id() -> EntityId:
    """Give a fresh entity id: 16 random bytes as 32 hex digits."""
    return EntityId(crypto.random_bytes(16).hex())
