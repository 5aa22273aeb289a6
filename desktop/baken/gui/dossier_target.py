"""What a page opens in a dossier, written as the one text that `Page.open` takes: the youth, or "youth#part". No Qt.

A part is the id of a piece, shown on the timeline, or DOCUMENTS, the tab of what went out.
"""

from typing import Final

DOCUMENTS: Final = "documents"


def inside(youth: str, part: str) -> str:
    """Give the target of a part of a youth's dossier."""
    return f"{youth}#{part}"


def parts_of(target: str) -> tuple[str, str]:
    """Give the youth and the part of a target; the part is empty where the target is the whole dossier."""
    youth, _, part = target.partition("#")
    return youth, part
