"""Where fonts, icons, tokens and translations lie, found without importing anything heavy.

`model/resources.py` decodes content files and needs msgspec; the lock screen shows before either is loaded.
"""

from functools import cache
from pathlib import Path

import baken


@cache
def resource_root() -> Path:
    """Give the folder of the shipped data: in the package when installed, in the repository when developing."""
    return _folder("resources")


@cache
def translation_folder() -> Path:
    """Give the folder of the .qm files."""
    return _folder("i18n")


def _folder(name: str) -> Path:
    package = Path(baken.__file__).parent
    installed = package / name
    return installed if installed.is_dir() else package.parents[1] / name
