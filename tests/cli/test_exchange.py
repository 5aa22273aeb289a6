"""The main job by command line: a signal on paper and in a bundle, over to another vault, and back to nothing new."""

import os
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from .conftest import Baken, Result, copy_practice

On = Callable[..., Result]


def on(baken: Baken, vault: Path, user: str) -> On:
    def call(*arguments: str | Path, as_json: bool = True) -> Result:
        return baken(*arguments, "--vault", vault, user=user, as_json=as_json)

    return call


@pytest.fixture
def east(baken: Baken, tmp_path: Path) -> On:
    copy_practice("Locatie Oost", tmp_path / "oost")
    return on(baken, tmp_path / "oost", "anouk")


@pytest.fixture
def west(baken: Baken, tmp_path: Path, east: On) -> On:
    copy_practice("Locatie West", tmp_path / "west")
    west = on(baken, tmp_path / "west", "naima")
    introduce(east, west, tmp_path / "a.card")
    introduce(west, east, tmp_path / "b.card")
    return west


def introduce(one: On, other: On, card: Path) -> None:
    made = other("site", "card", card)
    added = one("site", "add", card, "--fingerprint", made.json["fingerprint"])
    assert added.status == 0, added.err


def signal_of(east: On) -> tuple[str, str]:
    """Record, correct and combine; gives the signal and the piece."""
    youth = east("dossier", "list").json["items"][0]["youth"]["id"]
    piece = east("record", "--about", youth, "--text", "Grijze auto bij het café", "--meaning", "Past bij het patroon")
    east("record", "--corrects", piece.json["id"], "--text", "Blauwe auto bij het café", "--why", "kleur verkeerd")
    made = east("signal", "new", "--about", youth, "--observation", piece.json["id"], "--facts", "Auto bij het café")
    assert made.status == 0, made.err
    return made.json["id"], piece.json["id"]


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_from_piece_to_paper_to_another_vault(east: On, west: On, tmp_path: Path) -> None:
    signal, piece = signal_of(east)
    paper = east("form", "F6", "--signal", signal, "--to", "AVIM", "--basis", "vitaal_belang", "--out", tmp_path / "f6")
    assert paper.status == 0, paper.err
    printed = pdf_text(tmp_path / "f6.pdf")
    assert "Blauwe auto" in printed
    assert "OEFENING" in printed
    assert "patroon" not in printed
    shown = east("signal", "show", signal).json
    told = [(row["form"], row["recipient"], row["basis"], row["author"], row["site"]) for row in shown["disclosures"]]
    assert told == [("F6", "AVIM", "vitaal_belang", "Anouk", "")]
    assert shown["state"] == "doorgezet"

    bundle = tmp_path / "b.age"
    made = east("export", "--to", "Locatie West", "--signal", signal, "--basis", "vitaal_belang", "--out", bundle)
    assert (made.status, made.json["pieces"], made.json["signals"]) == (0, 1, 1)
    seen = west("bundle", "inspect", bundle).json
    assert (seen["verified"], seen["practice"], seen["site_name"]) == (True, True, "Locatie Oost")
    planned = west("import", bundle, "--dry-run").json
    first = west("import", bundle).json
    again = west("import", bundle).json
    assert planned["new"] == first["new"] == again["known"] == 5
    for each in (made.json, seen, planned, first):
        assert (each["pieces"], each["signals"]) == (1, 1)
    assert (first["known"], again["new"], again["conflicts"]) == (0, 0, 0)
    assert (first["pieces"], first["signals"], again["pieces"], again["signals"]) == (1, 1, 0, 0)
    arrived = west("signal", "show", signal).json
    assert [row["id"] for row in arrived["observations"]] == [piece]
    assert arrived["observations"][0]["author"] == "Anouk"
    assert arrived["site"] == first["from"] != ""
    assert west("search", "cafe blauw").json["items"][0]["id"] == piece


def test_meanings_are_printed_only_when_asked_for(east: On, tmp_path: Path) -> None:
    signal, _ = signal_of(east)
    out = tmp_path / "f6.pdf"
    arguments = ("form", "F6", "--signal", signal, "--to", "Nidos", "--basis", "wettelijke_taak", "--out", out)
    assert east(*arguments, "--with-meaning", "--language", "en").status == 0
    assert "patroon" in pdf_text(out)
    assert east(*arguments).json["error"] == "file-exists"


@pytest.mark.parametrize(("typed", "recipient"), [("nidos", "Nidos"), ("VEILIG_THUIS", "Veilig_Thuis")])
def test_a_recipient_is_known_whatever_capitals_are_typed(east: On, tmp_path: Path, typed: str, recipient: str) -> None:
    signal, _ = signal_of(east)
    made = east("form", "F6", "--signal", signal, "--to", typed, "--basis", "wettelijke_taak", "--out", tmp_path / "f")
    assert (made.status, made.json["recipient"]) == (0, recipient)
    assert east("signal", "show", signal).json["disclosures"][0]["recipient"] == recipient


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("form", "F6", "--signal", "0" * 32, "--to", "AVIM", "--basis", "toestemming", "--out", "x.pdf"), "not-found"),
        (("export", "--to", "Nergens", "--signal", "0" * 32, "--basis", "toestemming", "--queue"), "site-unknown"),
        (("import", "/nergens/b.age"), "file-missing"),
        (("bundle", "inspect", "/nergens/b.age"), "file-missing"),
        (("site", "add", "/nergens/x.card", "--fingerprint", "00"), "file-missing"),
        (("site", "enrolled", "/nergens/x"), "file-missing"),
        (("sync",), "registry-not-enrolled"),
    ],
)
def test_refusals_of_exchange(east: On, arguments: tuple[str, ...], code: str) -> None:
    refused = east(*arguments)
    assert (refused.status, refused.json["error"]) == (1, code)


def test_an_unknown_recipient_gets_no_paper(east: On, tmp_path: Path) -> None:
    signal, _ = signal_of(east)
    out = tmp_path / "f6.pdf"
    refused = east("form", "F6", "--signal", signal, "--to", "KMM", "--basis", "toestemming", "--out", out)
    assert refused.json["error"] == "recipient-unknown"
    assert not out.exists()


def test_a_folder_that_is_gone_leaves_no_record(east: On, tmp_path: Path) -> None:
    signal, _ = signal_of(east)
    out = tmp_path / "weg" / "f6.pdf"
    refused = east("form", "F6", "--signal", signal, "--to", "AVIM", "--basis", "toestemming", "--out", out)
    assert refused.json["error"] == "folder-gone"
    assert east("signal", "show", signal).json["disclosures"] == []


def test_a_live_site_and_a_practice_site_never_trust_each_other(
    baken: Baken, east: On, live: Path, tmp_path: Path
) -> None:
    alive = on(baken, live, "anouk")
    for one, other, card, code in (
        (alive, east, tmp_path / "oost.card", "practice-card"),
        (east, alive, tmp_path / "levend.card", "live-card"),
    ):
        made = other("site", "card", card)
        refused = one("site", "add", card, "--fingerprint", made.json["fingerprint"])
        assert refused.json["error"] == code


def test_the_own_card_is_not_a_card_of_another(east: On, tmp_path: Path) -> None:
    made = east("site", "card", tmp_path / "x.card")
    refused = east("site", "add", tmp_path / "x.card", "--fingerprint", made.json["fingerprint"])
    assert refused.json["error"] == "card-own"


def test_a_mentor_passes_nothing_on_and_trusts_nobody(baken: Baken, east: On, west: On, tmp_path: Path) -> None:
    mentor = on(baken, tmp_path / "oost", "fatima")
    signal, _ = signal_of(east)
    refused = mentor("export", "--to", "Locatie West", "--signal", signal, "--basis", "toestemming", "--queue")
    assert refused.json["error"] == "not-lead"
    fingerprint = west("site", "list").json["items"][0]["fingerprint"]
    assert mentor("site", "add", tmp_path / "a.card", "--fingerprint", fingerprint).json["error"] == "not-lead"
    assert mentor("site", "enrol-request", tmp_path / "req").json["error"] == "not-admin"


def test_the_queue_waits_for_a_sync(east: On, west: On) -> None:
    signal, _ = signal_of(east)
    queued = east("export", "--to", "L-WEST", "--signal", signal, "--basis", "toestemming", "--queue")
    assert queued.status == 0, queued.err
    assert "file" not in queued.json


def test_every_bundle_tells_how_far_it_got(east: On, west: On, tmp_path: Path) -> None:
    signal, _ = signal_of(east)
    to_west = ("export", "--to", "Locatie West", "--signal", signal, "--basis", "toestemming")
    assert east("bundle", "list").json == {"items": []}
    queued = east(*to_west, "--queue").json["id"]
    by_hand = east(*to_west, "--out", tmp_path / "b.age").json["id"]

    def listed() -> dict[str, tuple[str, str, int]]:
        items = east("bundle", "list").json["items"]
        return {row["id"]: (row["to"], row["delivery"], row["signals"]) for row in items}

    assert listed() == {queued: ("Locatie West", "waiting", 1), by_hand: ("Locatie West", "handed-over", 1)}
    stick = tmp_path / "stick"
    stick.mkdir()
    west("import", tmp_path / "b.age")
    for each in (east, west, east):
        assert each("sync", "--stick", stick).status == 0
    assert {state for _, state, _ in listed().values()} == {"received"}
    lines = east("bundle", "list", as_json=False).out.splitlines()
    assert all("Locatie West\t" in line and "\tontvangen 2026-03-14" in line for line in lines)


def test_a_stick_carries_what_waits(east: On, west: On, tmp_path: Path) -> None:
    _, piece = signal_of(east)
    east("export", "--to", "Locatie West", "--observation", piece, "--basis", "toestemming", "--queue")
    (tmp_path / "stick").mkdir()
    assert east("sync", "--stick", tmp_path / "stick").json["sent"] == 1
    assert west("sync", "--stick", tmp_path / "stick").json["received"] == 1
    assert east("sync", "--stick", tmp_path / "weg").json["error"] == "stick-gone"


def test_a_bundle_that_is_not_taken_says_why(east: On, west: On, tmp_path: Path) -> None:
    _, piece = signal_of(east)
    bundle = east("export", "--to", "Locatie West", "--observation", piece, "--basis", "toestemming", "--queue").json
    (tmp_path / "oost" / "outbox" / f"{bundle['id']}.age").unlink()
    (tmp_path / "stick").mkdir()
    done = east("sync", "--stick", tmp_path / "stick").json
    assert (done["sent"], done["held"]) == (0, [{"id": bundle["id"], "to": "Locatie West", "reason": "file-missing"}])
    assert "Locatie West" in east("sync", "--stick", tmp_path / "stick", as_json=False).out
    (row,) = east("bundle", "list").json["items"]
    assert (row["delivery"], row["refusal"]) == ("waiting", "file-missing")
    assert "wacht op verzending\tHet bestand is er niet" in east("bundle", "list", as_json=False).out


def test_only_what_is_new_goes_the_next_time(baken: Baken, live: Path, tmp_path: Path) -> None:
    one = on(baken, live, "anouk")
    baken("vault", "new", tmp_path / "b", "--site", "Noord", "--user", "Naima", "--passphrase-file", "-")
    other = on(baken, tmp_path / "b", "naima")
    introduce(one, other, tmp_path / "a.card")
    introduce(other, one, tmp_path / "b.card")
    out = iter(range(9))

    def send(sender: On, receiver: On, to: str) -> tuple[int, int, int]:
        bundle = tmp_path / f"{next(out)}.age"
        sent = sender("export", "--to", to, "--new", "--basis", "wettelijke_taak", "--out", bundle)
        assert sent.status == 0, sent.err
        taken = receiver("import", bundle).json
        return sent.json["pieces"], sent.json["signals"], taken["new"]

    youth = one("dossier", "new", "--alias", "Saba").json["id"]
    piece = one("record", "--about", youth, "--text", "Wit busje").json["id"]
    signal = one("signal", "new", "--about", youth, "--observation", piece, "--facts", "Een busje").json["id"]
    assert send(one, other, "Noord") == (1, 1, 3)
    nothing = one("export", "--to", "Noord", "--new", "--basis", "wettelijke_taak", "--queue")
    assert nothing.json["error"] == "nothing-to-export"
    one("record", "--corrects", piece, "--text", "Grijs busje", "--why", "kleur verkeerd")
    one("record", "--text", "Iets anders")
    assert send(one, other, "Noord") == (2, 0, 2)
    assert other("signal", "show", signal).json["observations"][0]["text"] == "Grijs busje"
    other("record", "--about", youth, "--text", "Hier ook gezien")
    assert send(other, one, "Locatie Oost") == (1, 0, 1)


def test_the_age_layer_alone_seals_and_opens_any_file(baken: Baken, tmp_path: Path) -> None:
    from baken.wire.age import new_identity

    secret, recipient = new_identity()
    (tmp_path / "id").write_text(f"# made for a test\n{secret}\n", "utf-8")
    (tmp_path / "plain").write_bytes(b"x" * 200_000)
    sealed, opened = tmp_path / "s.age", tmp_path / "o"
    assert baken("bundle", "seal", tmp_path / "plain", "--recipient", recipient, "--out", sealed).status == 0
    assert baken("bundle", "inspect", sealed).json["recipient_kind"] == "post-quantum"
    assert baken("bundle", "unseal", sealed, "--identity", tmp_path / "id", "--out", opened).status == 0
    assert opened.read_bytes() == b"x" * 200_000


def test_unsealing_writes_nothing_unless_all_of_it_verifies(baken: Baken, tmp_path: Path) -> None:
    from baken.wire.age import new_identity

    secret, recipient = new_identity()
    (tmp_path / "id").write_text(secret, "utf-8")
    (tmp_path / "plain").write_bytes(b"x" * 200_000)
    baken("bundle", "seal", tmp_path / "plain", "--recipient", recipient, "--out", tmp_path / "s.age")
    damaged = bytearray((tmp_path / "s.age").read_bytes())
    damaged[-5] ^= 1
    (tmp_path / "s.age").write_bytes(damaged)
    refused = baken("bundle", "unseal", tmp_path / "s.age", "--identity", tmp_path / "id", "--out", tmp_path / "o")
    assert refused.json["error"] == "age-payload"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["id", "plain", "s.age"]


def _contents(folder: Path) -> dict[Path, bytes]:
    """Give every file; the lock by which tries are counted one by one holds nothing."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "attempts.lock"}


def test_a_whole_vault_verifies_and_a_damaged_one_is_named(baken: Baken, tmp_path: Path) -> None:
    baken("practice", tmp_path / "oost")
    east = on(baken, tmp_path / "oost", "anouk")
    before = _contents(tmp_path / "oost")
    sound = east("vault", "verify")
    assert (sound.status, sound.json["ok"], sound.json["findings"]) == (0, True, [])
    assert sound.json["entries"] > 342
    assert _contents(tmp_path / "oost") == before
    journal = next((tmp_path / "oost").glob("journal-*.db"))
    damaged = bytearray(journal.read_bytes())
    damaged[len(damaged) // 2] ^= 0xFF
    journal.write_bytes(damaged)
    found = east("vault", "verify")
    assert (found.status, found.json["ok"]) == (1, False)
    assert found.json["findings"]


@pytest.mark.parametrize("verb", [("site", "card"), ("site", "enrol-request")])
def test_a_card_or_request_never_replaces_a_file(east: On, tmp_path: Path, verb: tuple[str, str]) -> None:
    journal = next((tmp_path / "oost").glob("journal-*.db"))
    before = journal.read_bytes()
    refused = east(*verb, journal)
    assert (refused.status, refused.json["error"]) == (1, "file-exists")
    assert east("vault", "verify").json["ok"]
    assert len(journal.read_bytes()) >= len(before)


def test_a_place_that_cannot_be_is_told_as_such(east: On, tmp_path: Path) -> None:
    signal, _ = signal_of(east)
    for place in (tmp_path / "nergens" / "kaart", tmp_path / ("n" * 300)):
        assert east("site", "card", place).json["error"] == "folder-gone"
        papers = ("--to", "AVIM", "--basis", "wettelijke_taak", "--out", place.with_suffix(".pdf"))
        assert east("form", "F6", "--signal", signal, *papers).json["error"] == "folder-gone"


def test_what_is_no_file_is_not_waited_for(east: On, tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    for arguments in (("import", pipe), ("bundle", "inspect", pipe), ("site", "add", pipe, "--fingerprint", "0")):
        assert east(*arguments).json["error"] == "file-missing"


def test_what_a_stopped_import_left_is_swept_at_the_next_opening(east: On, tmp_path: Path) -> None:
    left = [tmp_path / "oost" / folder / name for folder, name in (("quarantine", "a.age"), ("outbox", ".a.age.0f"))]
    for path in left:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"half")
    assert east("site", "list").status == 0
    assert not [path for path in left if path.exists()]
