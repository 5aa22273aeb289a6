"""Where something came from, as people know it: the name of a site instead of its id.

What the Workspace answers names a foreign site by its id; these functions, called on the database thread, put the
name from its card in. An empty site is the own one and stays empty.
"""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QCoreApplication

from baken.model.views import Observation, ObservationRow, Signal, SignalRow

from .runner import Workspace


class SiteNames:
    """The names of the trusted sites, asked for only when something foreign is met."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._names: dict[str, str] | None = None

    def name(self, site: str) -> str:
        """Give the name of a site, or that it is another one where its card is not here."""
        if not site:
            return ""
        if self._names is None:
            self._names = {row.id: row.name for row in self._workspace.sites()}
        return self._names.get(site) or QCoreApplication.translate("origin", "another site")

    def in_piece(self, piece: Observation) -> Observation:
        """Give a piece whose versions name their site."""
        versions = tuple(msgspec.structs.replace(each, site=self.name(each.site)) for each in piece.versions)
        return msgspec.structs.replace(piece, versions=versions)

    def in_pieces(self, rows: Sequence[ObservationRow]) -> tuple[ObservationRow, ...]:
        """Give rows of pieces that name their site."""
        return tuple(msgspec.structs.replace(row, site=self.name(row.site)) if row.site else row for row in rows)

    def in_signal(self, signal: Signal) -> Signal:
        """Give a signal that names its site."""
        return msgspec.structs.replace(signal, site=self.name(signal.site))

    def in_rows(self, rows: Sequence[SignalRow]) -> list[SignalRow]:
        """Give signals that name their sites."""
        return [msgspec.structs.replace(row, site=self.name(row.site)) for row in rows]
