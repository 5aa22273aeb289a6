"""What exchange did, in words: each result is one plain sentence, and "received" only when the receiver said so."""

from PySide6.QtCore import QObject

from baken.model.codes import Delivery
from baken.model.views_exchange import BundleInfo, ImportResult, IncomingRow, OutgoingRow, SyncResult
from baken.work.exporting import PlannedBundle

from .said import say_moment
from .text import isolate


class ExchangeWords(QObject):
    """Sentences about bundles."""

    def of_import(self, result: ImportResult, site: str) -> str:
        """Say what an import did."""
        if not result.new:
            return self.tr("Nothing new: everything from {site} was here already.").format(site=isolate(site))
        parts = [self.of_arrival(result)]
        if result.conflicts:
            parts.append(self.tr("%n field(s) stand side by side", "", result.conflicts))
        return self.tr("From {site}: {what}.").format(site=isolate(site), what=", ".join(parts))

    def of_arrival(self, row: ImportResult | IncomingRow) -> str:
        """Say what came in: pieces and signals, or else how much changed of what was here."""
        parts = []
        if row.pieces:
            parts.append(self.tr("%n new piece(s)", "", row.pieces))
        if row.signals:
            parts.append(self.tr("%n new signal(s)", "", row.signals))
        return ", ".join(parts) or self.tr("%n change(s) to what was here already", "", row.new)

    def of_sync(self, result: SyncResult) -> str:
        """Say what an exchange with the mailbox did."""
        if not (result.sent or result.received or result.acknowledged or result.held):
            return self.tr("Everything is up to date: nothing to send, nothing to fetch.")
        parts = []
        if result.sent:
            parts.append(self.tr("%n bundle(s) sent", "", result.sent))
        if result.received:
            parts.append(self.tr("%n bundle(s) fetched", "", result.received))
        if result.acknowledged:
            parts.append(self.tr("%n receipt(s) came back", "", result.acknowledged))
        if result.held:
            parts.append(self.tr("%n bundle(s) not taken, the list says why", "", len(result.held)))
        return self.tr("{what}.").format(what=", ".join(parts))

    def of_refusal(self, reason: str) -> str:
        """Say why a bundle was not taken and goes on waiting, and what to do; empty where nobody refused it."""
        match reason:
            case "":
                return ""
            case "addressee-unknown":
                return self.tr("The registry does not know this site yet: they have to enrol first.")
            case "quota":
                return self.tr("The registry has no room left for this laptop. Call the registry desk.")
            case "too-large":
                return self.tr("Too large for the registry. Choose fewer signals, or hand it over as a file.")
            case "file-missing":
                return self.tr("The sealed file is gone. Make the bundle again.")
            case _:
                return self.tr("It was not taken and goes on waiting. Make it again, or hand it over as a file.")

    def of_delivery(self, row: OutgoingRow) -> str:
        """Say how far a bundle got, with the moment of the receipt where there is one."""
        match row.delivery:
            case Delivery.WAITING:
                return self.tr("waiting to be sent")
            case Delivery.HANDED_OVER:
                return self.tr("handed over as a file")
            case Delivery.AT_REGISTRY:
                return self.tr("at the registry")
            case Delivery.RECEIVED:
                moment = say_moment(row.receipt_at)
                return self.tr("received {moment}").format(moment=moment) if moment else self.tr("received")

    def of_bundle(self, info: BundleInfo) -> tuple[str, ...]:
        """Say what can be said of a file before it is imported, the most important first."""
        lines = []
        if not info.opened:
            lines.append(self.tr("This bundle is not addressed to this site, or it is damaged. Nothing was changed."))
            return tuple(lines)
        site = isolate(info.site_name or info.site[:8])
        lines.append(self.tr("From {site}, made {moment}.").format(site=site, moment=say_moment(info.created)))
        lines.append(
            self.tr("The signature is right.")
            if info.verified
            else self.tr("The signature is not right. Ask for it again.")
        )
        if not info.trusted:
            lines.append(self.tr("This site is not trusted yet: add its card first."))
        if info.practice:
            lines.append(self.tr("It comes from a practice vault."))
        if info.already_imported:
            lines.append(self.tr("It was imported before; importing it again changes nothing."))
        if info.pieces or info.signals:
            lines.append(self.tr("Inside: {what}.").format(what=self.of_content(info)))
        return tuple(lines)

    def of_content(self, row: OutgoingRow | BundleInfo | PlannedBundle) -> str:
        """Say what a bundle holds."""
        pieces = self.tr("%n piece(s)", "", row.pieces)
        signals = self.tr("%n signal(s)", "", row.signals or 0)
        return f"{pieces}, {signals}" if row.signals else pieces
