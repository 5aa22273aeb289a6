"""F6 of two pages, with the fonts already read."""

import statistics

from baken.model.codes import Basis, EntityType, Source
from baken.model.forms import FormData, FormPerson, FormPiece, FormYouth, Sender
from baken.model.records import When
from baken.model.resources import resource_root
from baken.reports import render_f6

from .frame import Row, timed

TEXT = "Grijze Golf 10 min met lichten uit naast de inrit. Y komt aanlopen, stapt achterin. "


def rows() -> list[Row]:
    """Give the row of the F6, the median of 20 after one to warm up."""
    data = _two_pages()
    fonts = resource_root() / "fonts"
    render_f6(data, language="nl", fonts=fonts)
    samples = [timed(lambda: render_f6(data, language="nl", fonts=fonts)) for _ in range(20)]
    return [Row(what="F6, two pages, warm", value=statistics.median(samples), at_most=0.150)]


def _two_pages() -> FormData:
    pieces = tuple(
        FormPiece(
            when=When(start=f"2025-10-{day:02}T00:15"),
            place="inrit",
            text=TEXT * 2,
            quote="Het is maar een tas." if day % 3 == 0 else "",
            quote_original="بس شنطة" if day % 3 == 0 else "",
            source=Source.SEEN_MYSELF,
        )
        for day in range(1, 7)
    )
    return FormData(
        form="F6",
        reference="O-2025-014",
        copy_number="O-2025-014-1",
        made="2025-11-05T10:12",
        recipient="AVIM",
        sender=Sender(site="Locatie Oost", site_code="O", author="Anouk", practice=True),
        basis=Basis.CONSENT,
        youths=(FormYouth(name="Yousef Darwish", name_native="يوسف درويش", born="2009-05-12", age=16),),
        pieces=pieces,
        persons=(FormPerson(type=EntityType.PLATE, value="AE-000-Q"),),
        facts=TEXT * 4,
        other_explanation=TEXT,
        unknown=TEXT,
        exploitation=("criminal",),
    )
