"""The sentences of *Vandaag*, from plain answers: no layout, no query."""

import datetime as dt

from PySide6.QtCore import QObject

from baken.model.views import AttentionRow, ObservationRow, Withdrawn

from . import labels, language
from .dossier_target import DOCUMENTS, inside, parts_of
from .origin import who
from .said import say_moment
from .text import first_line, format_long_date, format_time, isolate
from .widgets.youth import youth_names

NIGHT_FROM, NIGHT_UNTIL = 21, 7  # hours in which "tonight" spans two dates


def target_of(row: AttentionRow) -> tuple[str, str] | None:
    """Give the page, and what to open there, where a row is dealt with; None when it is about nobody in this vault."""
    if row.what == "conflict" and row.text == "signal":
        return "signals", row.id
    if row.what == "feedback_due" and row.youth is None:
        return ("signals", row.signal) if row.signal else None
    if row.youth is None:
        return ("piece", row.id) if row.text == "observation" else None
    if row.what == "conflict" and row.text == "observation":
        return "dossier", inside(row.youth.id, row.id)
    if row.what == "feedback_due":
        return "dossier", inside(row.youth.id, DOCUMENTS)
    return "dossier", str(row.youth.id)


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
            case "feedback_due" if row.youth is None and row.about:
                return self.tr("An answer from {recipient} is overdue, about the signal ‘{facts}’.").format(
                    recipient=isolate(row.text), facts=isolate(first_line(row.about, 64))
                )
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
            case "feedback_due" if row.youth is None and row.made:
                return self.tr("asked for {date}, passed on {made}").format(
                    date=isolate(say_moment(row.meta)), made=isolate(say_moment(row.made))
                )
            case "feedback_due":
                return self.tr("asked for {date}").format(date=isolate(say_moment(row.meta)))
            case "missing":
                return self.tr("open disappearance")
            case "conflict":
                return self.tr("nothing was lost")
            case _:
                return row.meta

    def action(self, row: AttentionRow) -> str:
        """Give the word on the button of a row that has a `target_of`."""
        if row.what == "feedback_due":
            return self.tr("Read")
        match target_of(row):
            case ("piece", _):
                return self.tr("Compare")
            case ("signals", _):
                return self.tr("To the signal")
            case ("dossier", target) if parts_of(target)[1]:
                return self.tr("Compare")
            case _:
                return self.tr("To the dossier")

    def title(self, row: ObservationRow, limit: int = 64) -> str:
        """Give a piece in one line."""
        return first_line(row.text, limit)

    def about(self, row: ObservationRow) -> str:
        """Give whom a piece is about."""
        return isolate(youth_names(row.about)) if row.about else self.tr("place, no youth named yet")

    def recorded_by(self, row: ObservationRow) -> str:
        """Give who recorded a piece, of which site when it is another one, how it is known, when, and for whom."""
        parts = [f"{who(row.author, row.site)}, {labels.source(row.source)}", say_moment(row.recorded)]
        return " · ".join([*parts, labels.restricted()] if row.restricted else parts)

    def meta(self, row: ObservationRow) -> str:
        """Give about whom a piece is, how it is known, and whether it is for less than the team."""
        parts = [self.about(row), labels.source(row.source)]
        if row.corrected:
            parts.append(self.tr("corrected"))
        if row.restricted:
            parts.append(labels.restricted())
        return " · ".join(parts)

    def withdrawn_by(self, gone: Withdrawn) -> str:
        """Give who withdrew a piece and why."""
        return self.tr("withdrawn by {name}: {why}").format(name=who(gone.author, gone.site), why=isolate(gone.why))

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
