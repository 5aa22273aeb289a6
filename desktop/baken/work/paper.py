"""Forms on paper: their data from the vault, their preview, and saving one together with its disclosure.

A strand that was left out never enters the data of the form, so no layout can leak it. PDFs are made in memory; only
the file that was asked for is written.
"""

import secrets
from pathlib import Path

from baken.errors import UserError
from baken.model.clock import local_iso, local_time
from baken.model.contacts import load_contacts
from baken.model.forms import FormData, FormRequest, LeftOut, Sender, Strand, select_form_data
from baken.model.ids import EntityId
from baken.model.records import Disclosure
from baken.model.resources import resource_root
from baken.model.roles import role_of
from baken.reports import render_f6
from baken.store.queries_dossiers import read_dossier
from baken.store.queries_pieces import read_observation
from baken.store.queries_signals import read_signal
from baken.store.vault import OpenVault


def form_data(vault: OpenVault, request: FormRequest) -> FormData:
    """Gather what may stand on the paper. Raises UserError not-found, recipient-unknown or form-unknown."""
    if request.form != "F6":
        raise UserError("form-unknown")
    if request.recipient not in load_contacts():
        raise UserError("recipient-unknown")
    connection, now_ms = vault.connection, vault.clock.now_ms()
    signal = read_signal(connection, request.signal)
    today = local_time(now_ms).date()
    return select_form_data(
        request,
        signal=signal,
        observations=[read_observation(connection, row.id) for row in signal.observations],
        youths=[read_dossier(connection, youth.id, today) for youth in signal.about if youth.name or youth.alias],
        sender=Sender(
            organisation=vault.card.name,
            site=vault.card.name,
            site_code=vault.card.code,
            author=vault.certificate.name,
            role=role_of(vault.certificate.capabilities, request.language),
            practice=vault.card.practice,
        ),
        reference=f"{vault.card.code}-{signal.id[:8].upper()}",
        copy_number=f"{today:%Y%m%d}-{secrets.token_hex(3).upper()}",
        made=local_iso(now_ms),
    )


def preview(data: FormData, language: str) -> bytes:
    """Make the PDF in memory; POOL."""
    return render_f6(data, language=language, fonts=resource_root() / "fonts")


def meanings_left_out(vault: OpenVault, signal: EntityId) -> LeftOut:
    """Give the choice that the window begins with: what authors think stays here."""
    return frozenset((row.id, Strand.MEANING) for row in read_signal(vault.connection, signal).observations)


def disclosure_of(request: FormRequest, data: FormData, sha256: str) -> Disclosure:
    """Say what went to whom on which basis, with the pieces of which any strand is on the paper."""
    return Disclosure(
        form=request.form,
        recipient=request.recipient,
        basis=request.basis,
        basis_note=request.basis_note,
        told=request.told,
        purpose=request.purpose,
        language=request.language,
        copy_number=data.copy_number,
        sha256=sha256,
        pieces=tuple(piece.id for piece in data.pieces),
        signal=request.signal,
        made=data.made,
        feedback_due=request.feedback_due,
    )


def target_of(path: Path) -> Path:
    """Give the file to write, with the ending of a PDF."""
    return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
