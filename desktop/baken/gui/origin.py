"""Where something came from, as people know it: the name of a site instead of its id.

What the Workspace answers names a foreign site by its id; these functions, called on the database thread, put the
name from its card in. An empty site is the own one and stays empty.
"""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QCoreApplication

from baken.model.views import Dossier, DossierRow, Namesake, Observation, ObservationRow, SearchHit, Signal, SignalRow

from .isolates import isolate
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
        beside = tuple(msgspec.structs.replace(each, site=self.name(each.site)) for each in piece.withdrawn_beside)
        return msgspec.structs.replace(piece, versions=versions, site=self.name(piece.site), withdrawn_beside=beside)

    def in_pieces(self, rows: Sequence[ObservationRow]) -> tuple[ObservationRow, ...]:
        """Give rows of pieces that name their site."""
        return tuple(self._in_piece_row(row) for row in rows)

    def in_dossiers(self, rows: Sequence[DossierRow]) -> list[DossierRow]:
        """Give youths that name the sites which opened their dossiers."""
        return [
            msgspec.structs.replace(row, site=self.name(row.site), namesake=self._in_namesake(row.namesake))
            for row in rows
        ]

    def in_dossier(self, dossier: Dossier) -> Dossier:
        """Give a dossier that names its site, and those of its signals."""
        return msgspec.structs.replace(
            dossier,
            site=self.name(dossier.site),
            namesake=self._in_namesake(dossier.namesake),
            signals=tuple(self.in_rows(dossier.signals)),
        )

    def in_hits(self, hits: Sequence[SearchHit]) -> list[SearchHit]:
        """Give finds that name their sites."""
        return [msgspec.structs.replace(hit, site=self.name(hit.site)) for hit in hits]

    def in_signal(self, signal: Signal) -> Signal:
        """Give a signal that names its site."""
        return msgspec.structs.replace(signal, site=self.name(signal.site))

    def in_rows(self, rows: Sequence[SignalRow]) -> list[SignalRow]:
        """Give signals that name their sites."""
        return [msgspec.structs.replace(row, site=self.name(row.site)) for row in rows]

    def _in_piece_row(self, row: ObservationRow) -> ObservationRow:
        gone = row.withdrawal
        if not row.site and gone is None:
            return row
        named = None if gone is None else msgspec.structs.replace(gone, site=self.name(gone.site))
        return msgspec.structs.replace(row, site=self.name(row.site), withdrawal=named)

    def _in_namesake(self, namesake: Namesake | None) -> Namesake | None:
        return None if namesake is None else msgspec.structs.replace(namesake, site=self.name(namesake.site))


def who(author: str, site: str) -> str:
    """Give an author as shown, with the site beside the name where it is another one."""
    return f"{isolate(author)} ({isolate(site)})" if site else isolate(author)


def from_site(site: str) -> str:
    """Say that something came from another site."""
    return QCoreApplication.translate("origin", "from {site}").format(site=isolate(site))


def same_as(namesake: Namesake) -> str:
    """Say which other dossier carries the same number or name; people decide whether it is one youth."""
    where = from_site(namesake.site) if namesake.site else QCoreApplication.translate("origin", "of this site")
    words = (
        QCoreApplication.translate("origin", "same V-number as {name} {where}")
        if namesake.has_same_number
        else QCoreApplication.translate("origin", "same name as {name} {where}")
    )
    return words.format(name=isolate(namesake.name), where=where)
