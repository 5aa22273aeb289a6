"""What the author of a paper does, in words; only what a certificate says, nothing is invented."""

from collections.abc import Collection
from functools import cache

from .codes import Capability
from .resources import Resource, read_resource


class Role(Resource, frozen=True, kw_only=True):
    """The word for a capability that is somebody's work."""

    capability: Capability
    nl: str
    en: str


class _RolesFile(Resource, frozen=True, kw_only=True):
    role: tuple[Role, ...]


@cache
def load_roles() -> tuple[Role, ...]:
    """Read the roles, the one that counts most first, once."""
    return read_resource("forms/roles.toml", _RolesFile).role


def role_of(capabilities: Collection[str], language: str) -> str:
    """Give the word for the first role that somebody has, in "nl" or "en"; empty for none."""
    for role in load_roles():
        if role.capability in capabilities:
            return role.nl if language == "nl" else role.en
    return ""
