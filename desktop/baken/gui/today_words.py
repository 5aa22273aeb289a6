"""The sentences of *Vandaag*, from plain answers: no layout, no query."""

import datetime as dt

from PySide6.QtCore import QObject

from baken.model.views import AttentionRow, ObservationRow

from . import labels, language
from .said import say_moment
from .text import first_line, format_long_date, format_time, isolate
from .widgets.youth import youth_names

NIGHT_FROM, NIGHT_UNTIL = 21, 7  # hours in which "tonight" spans two dates


class TodayWords(QObject):
    """Says what attention rows and pieces mean."""

    def day(self, now: dt.datetime) -> str:
        """Give the day, or the night with both its dates."""
        first = now.date()
        if NIGHT_UNTIL <= now.hour < NIGHT_FROM:
            day = format_long_date(first, language.current())
            return day[0].upper() + day[1:]
        if now.hour < NIGHT_UNTIL:
            first -= dt.timedelta(days=1)
        second = first + dt.timedelta(days=1)
        return self.tr("Night of {evening} to {morning}").format(
            evening=self._short_of_month(first, second), morning=format_long_date(second, language.current())
        )

    def attention(self, row: AttentionRow) -> str:
        """Say what asks for a look."""
        match row.what:
            case "missing":
                when = say_moment(row.text)
                if row.meta:
                    return self.tr("Not back. Last seen {moment}, {place}.").format(
                        moment=isolate(when), place=isolate(row.meta)
                    )
                return self.tr("Not back. Last seen {moment}.").format(moment=isolate(when))
            case "feedback_due":
                return self.tr("An answer from {recipient} is overdue.").format(recipient=isolate(row.text))
            case "conflict" if row.text == "observation":
                return self.tr("Two corrections of one piece stand side by side. Compare them.")
            case "conflict":
                return self.tr("Two colleagues changed the same thing. Both versions stand side by side.")
            case _:
                return row.text

    def attention_meta(self, row: AttentionRow) -> str:
        """Give the muted line below."""
        match row.what:
            case "feedback_due":
                return self.tr("asked for {date}").format(date=isolate(say_moment(row.meta)))
            case "missing":
                return self.tr("open disappearance")
            case "conflict":
                return self.tr("nothing was lost")
            case _:
                return row.meta

    def action(self, row: AttentionRow) -> str:
        """Give the word on the button of a row."""
        return self.tr("Compare") if row.what == "conflict" else self.tr("Open")

    def title(self, row: ObservationRow) -> str:
        """Give a piece in one line."""
        return first_line(row.text, 64)

    def meta(self, row: ObservationRow, *, with_author: bool) -> str:
        """Give about whom, by whom, and how it is known."""
        about = isolate(youth_names(row.about)) if row.about else self.tr("place, no youth named yet")
        parts = [about]
        if with_author:
            parts.append(isolate(row.author))
        parts.append(labels.source(row.source))
        if row.corrected:
            parts.append(self.tr("corrected"))
        if row.withdrawn:
            parts.append(self.tr("withdrawn"))
        return " · ".join(parts)

    def draft_meta(self, saved: str) -> str:
        """Say that something is a draft, and since when it is safe."""
        return self.tr("draft, saved {time}").format(time=isolate(format_time(saved)))

    def handover_since(self, since: str) -> str:
        """Say since when the handover counts."""
        return self.tr("since {moment}").format(moment=say_moment(since))

    def _short_of_month(self, first: dt.date, second: dt.date) -> str:
        """Leave the month out where both nights lie in one."""
        full = format_long_date(first, language.current())
        return full.rsplit(" ", 1)[0] if first.month == second.month else full
