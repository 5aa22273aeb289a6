"""The unlocked window: menu, top bar, page, status bar, capture beside it; where people are and were.

It makes pages the first time that they are opened, tells them what moved, and binds the keys that work everywhere.
It holds no data of its own.
"""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from baken.errors import UserError
from baken.model.codes import Capability
from baken.model.commands import Changes
from baken.model.views import Me, Observation, Today, Youth

from . import labels, language, messages
from .capture_panel import CapturePanel
from .drafts import Draft, Drafts
from .folding import Folding, PageStack
from .kept_drafts import KeptDrafts
from .menu import ENTRIES, Menu
from .message_list import MessageList
from .notices import Notices
from .page import Page
from .pages import MENU_OF, PAGES
from .runner import Runner, Workspace
from .said import now, say_moment
from .search_popup import SearchPopup
from .shortcuts import Keys
from .status_bar import StatusBar
from .text import format_long_date, format_time
from .today_page import TodayPage
from .top_bar import TopBar
from .widgets.toast import Toasts

_CLOCK_MS = 20_000
_SIDE = 24


class Shell(QWidget):
    """Everything between unlock and lock."""

    lock_requested = Signal()
    cover_requested = Signal()
    page_opened = Signal(str)

    def __init__(self, runner: Runner, drafts: Drafts, me: Me, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner, self._drafts, self._me = runner, drafts, me
        self._pages: dict[str, Page] = {}
        self._here: tuple[str, str] = ("", "")
        self._been: list[tuple[str, str]] = []
        is_lead = Capability.SAFEGUARDING_LEAD in me.capabilities
        self.menu = Menu(
            site_name=me.site_name,
            user_name=me.name,
            role_word=self._role(),
            capabilities=me.capabilities,
            is_practice=me.practice,
            pages=frozenset(PAGES),
        )
        self.top_bar = TopBar()
        self.status_bar = StatusBar(has_exchange=is_lead and "exchange" in PAGES)
        self.capture = CapturePanel(runner, drafts)
        self._kept_drafts = KeptDrafts(drafts, self.capture, self.status_bar, self)
        self.notices = Notices(runner)
        self._stack = PageStack()
        self._middle = QWidget()
        bars = (self.top_bar, self.status_bar)
        self._folding = Folding(
            self, menu=self.menu, middle=self._middle, stack=self._stack, capture=self.capture, bars=bars
        )
        self.search = SearchPopup(runner, self._middle)
        self.toasts = Toasts(self, self._middle, self.status_bar, self.top_bar)
        self.message_list = MessageList(self)
        self._clock = QTimer(self)
        self._build()
        self._connect()
        self._bind_keys()
        self._tick()
        self.notices.refresh()
        self._kept_drafts.refresh()
        self._clock.start(_CLOCK_MS)

    @property
    def here(self) -> str:
        """The key of the page that is open."""
        return self._here[0]

    def open_page(self, key: str, target: str = "") -> None:
        """Go to a page and remember the way back; what only the lead reads opens for the lead."""
        if (
            key in {"signals", "passing", "admin"} - set(self.menu.keys) and "#" not in target
        ):  # a draft opens where it was written
            return
        if key not in PAGES or (key, target) == self._here:
            return
        if self._here[0]:
            self._been.append(self._here)
        self._go(key, target)

    def go_back(self) -> None:
        """Go to where people came from; to *Vandaag* when nowhere."""
        key, target = self._been.pop() if self._been else ("today", "")
        self._go(key, target)

    def open_drafts(self, drafts: tuple[str, ...]) -> None:
        """Open the drafts of this user that were open before the lock, the first one on top."""
        self._kept_drafts.reopen(drafts)

    def store_everything(self) -> tuple[str, ...]:
        """Store what is being typed, durable when this returns; gives the drafts to open after the lock."""
        self.capture.store_now()
        for page in self._pages.values():
            page.leave()
        self._drafts.flush()
        top = self.capture.window_of_drafts.current()
        return ((top,) if top else ()) + self._kept_drafts.of_others

    def tell_problem(self, error: UserError) -> None:
        """Show what went wrong and what to do."""
        sentence, next_step = messages.explain(error)
        self.toasts.tell("problem", sentence, next_step, close_word=self.tr("Close"))

    def tell(self, sentence: str) -> None:
        """Show that something was done."""
        self.toasts.tell("done", sentence, close_word=self.tr("Close"))

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self.menu.set_role(self._role())
        self._tick()
        self._ask_for_news()

    def restyle(self) -> None:
        """Fold or unfold for the text size of now."""
        self._folding.fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold when narrow; keep what floats in its place."""
        super().resizeEvent(event)
        self._folding.fold()
        self.toasts.place()
        self._place_search()

    def _build(self) -> None:
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.top_bar)
        middle.addWidget(self.notices)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.status_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.menu)
        row.addWidget(self._middle, 1)
        row.addWidget(self.capture)

    def _connect(self) -> None:
        self.menu.chosen.connect(self.open_page)
        self.menu.lock_requested.connect(self.lock_requested)
        self.menu.cover_requested.connect(self.cover_requested)
        self.menu.account_requested.connect(self._open_account)
        self.top_bar.capture_requested.connect(self.capture.open_new)
        self.top_bar.search_requested.connect(self.start_search)
        self.status_bar.waiting_pressed.connect(self._open_exchange)
        self.status_bar.messages_pressed.connect(self._show_messages)
        self.toasts.kept.connect(self.status_bar.messages.show)
        self.notices.noticed.connect(self._keep_notice)
        self.notices.emptied.connect(self._focus_page)
        self.search.open_requested.connect(self.open_page)
        self.search.sized.connect(self._place_search)
        self.search.closed.connect(self._focus_page)
        self.capture.opened.connect(self._capture_opened)
        self.capture.closed.connect(self._capture_closed)
        self.capture.told.connect(self.tell)
        self.capture.foreign_draft_requested.connect(self._open_signal_draft)
        self._runner.changed.connect(self._something_changed)
        self._runner.failed.connect(self.tell_problem)
        self._runner.slow.connect(self.status_bar.follow)
        self._drafts.changed.connect(self._list_drafts)
        self._drafts.failed.connect(self.tell_problem)
        self._clock.timeout.connect(self._tick)
        self._clock.timeout.connect(self.notices.refresh)

    def _bind_keys(self) -> None:
        slots: dict[Keys, Callable[[], None]] = {
            Keys.CAPTURE: self.capture.open_new,
            Keys.SEARCH: self.start_search,
            Keys.LOCK: self.lock_requested.emit,
            Keys.LARGER: self.top_bar.look_popup.bar.make_larger,
            Keys.SMALLER: self.top_bar.look_popup.bar.make_smaller,
            Keys.BACK: self.go_back,
        }
        for keys, slot in slots.items():
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        for entry in ENTRIES:
            if entry.key in self.menu.keys:
                shortcut = QShortcut(QKeySequence(entry.keys), self)
                shortcut.setObjectName(entry.key)
                shortcut.activated.connect(self._open_by_key)

    def _open_by_key(self) -> None:
        self.open_page(self.sender().objectName())

    def _go(self, key: str, target: str) -> None:
        before = self._pages.get(self._here[0])
        if before is not None:
            before.leave()
        page = self._page(key)
        self._here = (key, target)
        self._stack.setCurrentWidget(page)
        self.menu.mark(MENU_OF.get(key, key))
        self._choose_primary()
        self._folding.fold()
        page.open(target)
        self.page_opened.emit(key)

    def _page(self, key: str) -> Page:
        if key not in self._pages:
            page = PAGES[key](self._runner)
            page.open_requested.connect(self.open_page)
            page.back_requested.connect(self.go_back)
            page.capture_requested.connect(self._capture_about)
            page.draft_requested.connect(self.capture.open_draft)
            page.told.connect(self.tell)
            page.use_drafts(self._drafts)
            self._pages[key] = page
            self._stack.addWidget(page)
            if isinstance(page, TodayPage):
                self._list_drafts()
        return self._pages[key]

    def _something_changed(self, changes: Changes) -> None:
        self.status_bar.show_saved(format_time(now()))
        self._ask_for_news()
        for page in self._pages.values():
            page.touched(changes)

    def _ask_for_news(self) -> None:
        self._runner.query(_ask_today, self._show_news, owner=self, key="news")

    def _show_news(self, today: Today) -> None:
        self.status_bar.show_exchange(today.waiting, say_moment(today.last_received))

    def _list_drafts(self) -> None:
        self._drafts.list(self._show_drafts)

    def _show_drafts(self, drafts: tuple[Draft, ...]) -> None:
        page = self._pages.get("today")
        if isinstance(page, TodayPage):
            page.show_drafts(drafts)

    def _capture_about(self, about: object) -> None:
        match about:
            case Youth():
                self.capture.open_about(about)
            case Observation():
                self.capture.open_correction(about)
            case _:
                self.capture.open_new()

    def _open_signal_draft(self, draft: str, _content: bytes) -> None:
        self.open_page("signals", f"draft#{draft}")

    def _capture_opened(self) -> None:
        self.top_bar.set_another(True)
        self._choose_primary()
        self._folding.fold()

    def _capture_closed(self) -> None:
        self.top_bar.set_another(False)
        self._choose_primary()
        self._folding.fold()
        self._focus_page()

    def _choose_primary(self) -> None:
        page = self._pages.get(self._here[0])
        is_led_elsewhere = self._is_writing() or (page is not None and page.has_primary)
        self.top_bar.set_primary(not is_led_elsewhere)
        if page is not None:
            page.yield_primary(self._is_writing())

    def _is_writing(self) -> bool:
        return not self.capture.isHidden()

    def _keep_notice(self, happened: str, advice: str) -> None:
        self.toasts.keep("problem", happened, advice)

    def _show_messages(self) -> None:
        self.message_list.show_above(self.status_bar.messages, self.toasts.history)

    def _open_account(self) -> None:
        self.open_page("account")

    def _open_exchange(self) -> None:
        self.open_page("exchange")

    def start_search(self) -> None:
        """Open the search over the page."""
        self._place_search()
        self.search.start()

    def _place_search(self) -> None:
        field, wanted = self.top_bar.search.geometry(), self.search.sizeHint()
        width = min(wanted.width(), self._middle.width() - 2 * _SIDE)
        height = min(wanted.height(), self._middle.height() - field.top() - 8)
        left = field.right() + 1 - width if self.isRightToLeft() else field.left()
        self.search.setGeometry(left, field.top(), width, height)

    def _focus_page(self) -> None:
        page = self._stack.currentWidget()
        if page is not None:
            page.setFocus()

    def _tick(self) -> None:
        moment = now()
        self.status_bar.show_date(f"{format_long_date(moment.date(), language.current())}, {format_time(moment)}")

    def _role(self) -> str:
        for capability in (Capability.SAFEGUARDING_LEAD, Capability.ADMIN, Capability.AUDITOR):
            if capability in self._me.capabilities:
                return labels.capability(capability)
        return labels.capability(Capability.MENTOR)


def _ask_today(workspace: Workspace) -> Today:
    return workspace.today()
