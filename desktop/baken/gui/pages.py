"""Which page each key stands for."""

from typing import Final

from .account_page import AccountPage
from .admin_page import AdminPage
from .attached_page import AttachmentPage
from .dossier_page import DossierPage
from .dossier_piece_page import PiecePage
from .exchange_page import ExchangePage
from .page import Page
from .passing_page import PassingPage
from .signal_page import SignalPage
from .today_page import TodayPage
from .youths_page import YouthsPage

PAGES: Final[dict[str, type[Page]]] = {
    "today": TodayPage,
    "youths": YouthsPage,
    "dossier": DossierPage,
    "piece": PiecePage,
    "attachment": AttachmentPage,
    "passing": PassingPage,
    "signals": SignalPage,
    "exchange": ExchangePage,
    "admin": AdminPage,
    "account": AccountPage,
}

MENU_OF: Final[dict[str, str]] = {"dossier": "youths", "piece": "youths", "attachment": "youths"}
"""The menu entry that is marked while a page without one of its own is open."""
