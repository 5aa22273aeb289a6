"""The ids that one verb answers with, given back to the next: what a script does all day."""

import re
from pathlib import Path
from typing import Any

from .conftest import Baken
from .test_exchange import On, on

ID = re.compile(r"[0-9a-f]{32}")
LONG = re.compile(r"[0-9a-f]{64}")


def said(baken: On, *arguments: str | Path) -> dict[str, Any]:
    made = baken(*arguments)
    assert made.status == 0, made.err
    return dict(made.json)


def test_a_piece_goes_on_by_its_id(baken: Baken, live: Path) -> None:
    anouk = on(baken, live, "anouk")
    youth = said(anouk, "dossier", "new", "--alias", "Selam")["id"]
    piece = said(anouk, "record", "--about", youth, "--text", "Grijze auto")
    assert ID.fullmatch(youth)
    assert ID.fullmatch(piece["id"])
    assert LONG.fullmatch(piece["entry"])
    fixed = said(anouk, "record", "--corrects", piece["id"], "--text", "Blauwe auto", "--why", "kleur verkeerd")
    assert fixed["id"] == piece["id"]
    assert LONG.fullmatch(fixed["entry"])
    again = said(anouk, "record", "--corrects", fixed["id"], "--text", "Groene auto", "--why", "kleur verkeerd")
    assert again["id"] == piece["id"]
    signal = said(anouk, "signal", "new", "--about", youth, "--observation", again["id"], "--facts", "Auto")
    assert ID.fullmatch(signal["id"])
    shown = said(anouk, "signal", "show", signal["id"])
    assert shown["id"] == signal["id"]
    assert [(row["id"], row["entry"]) for row in shown["observations"]] == [(piece["id"], again["entry"])]
    assert said(anouk, "dossier", "show", youth)["id"] == youth


def test_a_site_and_a_bundle_go_on_by_their_ids(baken: Baken, tmp_path: Path) -> None:
    east_made = baken("practice", tmp_path / "oost").json
    west_made = baken("practice", tmp_path / "west", "--site", "Locatie West").json
    east, west = on(baken, tmp_path / "oost", "anouk"), on(baken, tmp_path / "west", "naima")
    for one, other, made in ((east, west, west_made), (west, east, east_made)):
        card = said(other, "site", "card", tmp_path / f"{made['site']}.card")
        assert LONG.fullmatch(card["id"])
        added = said(one, "site", "add", tmp_path / f"{made['site']}.card", "--fingerprint", card["fingerprint"])
        assert added["id"] == card["id"]
    youth = said(east, "dossier", "list")["items"][0]["youth"]["id"]
    piece = said(east, "record", "--about", youth, "--text", "Grijze auto")["id"]
    signal = said(east, "signal", "new", "--about", youth, "--observation", piece, "--facts", "Auto")["id"]
    bundle = tmp_path / "b.age"
    out = said(east, "export", "--to", "Locatie West", "--signal", signal, "--basis", "vitaal_belang", "--out", bundle)
    assert ID.fullmatch(out["id"])
    assert said(west, "bundle", "inspect", bundle)["bundle"] == out["id"]
    assert said(west, "import", bundle)["id"] == out["id"]
    assert said(west, "signal", "show", signal)["id"] == signal
