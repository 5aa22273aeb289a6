"""Which page each key stands for."""

from typing import Final

from .dossier_page import DossierPage
from .dossier_piece_page import PiecePage
from .page import Page
from .today_page import TodayPage
from .youths_page import YouthsPage

PAGES: Final[dict[str, type[Page]]] = {
    "today": TodayPage,
    "youths": YouthsPage,
    "dossier": DossierPage,
    "piece": PiecePage,
}

MENU_OF: Final[dict[str, str]] = {"dossier": "youths", "piece": "youths"}
"""The menu entry that is marked while a page without one of its own is open."""
