"""Where the data that ships with the programme lies: the catalogue, forms, contacts, texts, fonts.

The only module of `model` that touches a file, and only to read what was installed; never a vault, never user data.
A shipped file that does not decode is a bug of ours, not a failure of the world.
"""

import importlib.resources
from pathlib import Path
from typing import TypeVar

import msgspec

from baken.errors import BugError

T = TypeVar("T")


class Resource(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of everything decoded from a resource file; an unknown field is refused, so that typing errors show."""


def resource_root() -> Path:
    """Give the folder of the shipped data: inside the package when installed, in the repository when developing."""
    package = Path(str(importlib.resources.files("baken")))
    installed = package / "resources"
    return installed if installed.is_dir() else package.parents[1] / "resources"


def read_resource(name: str, type_: type[T]) -> T:
    """Decode a TOML file below the root strictly; `name` is like "catalogue/indicators.toml".

    Raises BugError when the file is missing or does not fit `type_`.
    """
    try:
        return msgspec.toml.decode((resource_root() / name).read_bytes(), type=type_)
    except (OSError, msgspec.MsgspecError) as error:
        raise BugError(f"resource {name}: {error}") from error
