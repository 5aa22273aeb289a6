"""Recording, correcting, searching and combining by command line."""

from pathlib import Path
from typing import Any

import pytest

from .conftest import Baken

ANOUK = "anouk"


@pytest.fixture
def youth(baken: Baken, live: Path) -> str:
    made = baken(
        *("dossier", "new", "--alias", "Saba", "--name", "Saba Goitom", "--v-number", "0987600707", "--room", "C03"),
        user=ANOUK,
    )
    assert made.status == 0, made.err
    return str(made.json["id"])


def record(baken: Baken, text: str, *more: str) -> dict[str, Any]:
    made = baken("record", "--text", text, *more, user=ANOUK)
    assert made.status == 0, made.err
    return dict(made.json)


def test_a_new_youth_is_listed_and_shown(baken: Baken, youth: str) -> None:
    rows = baken("dossier", "list", user=ANOUK).json["items"]
    assert [(row["youth"]["id"], row["youth"]["name"]) for row in rows] == [(youth, "Saba Goitom")]
    shown = baken("dossier", "show", youth, user=ANOUK).json
    assert shown["v_number"] == "0987600707"
    assert shown["timeline"] == []


def test_a_piece_is_found_without_its_accents_and_by_the_beginning_of_a_word(baken: Baken, youth: str) -> None:
    piece = record(baken, "Stond bij het café, écht nerveus", "--about", youth, "--at", "gisteren 23u40")
    for text in ("cafe", "café", "nerv", "echt ner"):
        hits = baken("search", text, user=ANOUK).json["items"]
        assert [hit["id"] for hit in hits] == [piece["id"]], text
    assert baken("search", "cafeteria", user=ANOUK).json["items"] == []


def test_a_piece_stands_on_the_timeline_at_the_moment_that_was_typed(baken: Baken, youth: str) -> None:
    record(baken, "Niet op kamer", "--about", youth, "--at", "gisteren 23u40", "--kind", "afwezigheid")
    event = baken("dossier", "show", youth, user=ANOUK).json["timeline"][0]
    assert event["when"]["start"] == "2026-03-13T23:40"
    assert event["kind"] == "afwezigheid"


def test_a_correction_leaves_both_versions(baken: Baken, youth: str) -> None:
    piece = record(baken, "Grijze auto om 22:00", "--about", youth)
    fixed = record(baken, "Grijze auto om 23:00", "--corrects", piece["id"], "--why", "tijd verkeerd gelezen")
    assert fixed["id"] == piece["id"]
    assert fixed["entry"] != piece["entry"]
    shown = baken("dossier", "show", youth, user=ANOUK).json["recent"][0]
    assert shown["text"] == "Grijze auto om 23:00"
    assert shown["corrected"]
    assert [youth["id"] for youth in shown["about"]] == [youth]  # as it was
    old = baken("search", "22:00", user=ANOUK).json["items"]
    assert [hit["old_version"] for hit in old] == [True]


def test_a_piece_may_be_about_nobody_or_several(baken: Baken, youth: str) -> None:
    other = baken("dossier", "new", "--alias", "Noor", user=ANOUK).json["id"]
    nobody = record(baken, "Wit busje bij de halte", "--entity", "kenteken=CO-0??-E", "--entity", "voertuig=wit busje")
    both = record(baken, "Samen weg om 22u", "--about", youth, "--about", other)
    hits = {hit["id"]: hit["about"] for hit in baken("search", "w", user=ANOUK).json["items"]}
    assert nobody["id"] not in hits or hits[nobody["id"]] == []
    found = baken("search", "Samen", user=ANOUK).json["items"][0]
    assert (found["id"], len(found["about"])) == (both["id"], 2)


def test_pieces_become_a_signal_with_coverage(baken: Baken, youth: str) -> None:
    one = record(baken, "Nieuwe schoenen", "--about", youth, "--indicator", "POS-02")
    two = record(baken, "Vertelde over een schuld", "--about", youth, "--indicator", "STA-02", "--quote", "Het groeit")
    made = baken(
        *("signal", "new", "--about", youth, "--observation", one["id"], two["id"]),
        *("--facts", "Schoenen en een schuld", "--other-explanation", "Een vriend", "--unknown", ""),
        *("--danger", "weet_ik_niet", "--form", "criminal", "--form", "unknown", "--form", "criminal"),
        user=ANOUK,
    )
    assert made.status == 0, made.err
    shown = baken("signal", "show", made.json["id"], user=ANOUK).json
    assert {row["id"] for row in shown["observations"]} == {one["id"], two["id"]}
    assert (shown["other_explanation_unknown"], shown["unknown_unknown"]) == (False, True)
    assert shown["forms"] == ["criminal", "unknown"]
    items = baken("signal", "coverage", made.json["id"], user=ANOUK).json["items"]
    assert {"act", "means", "purpose"} <= {item["dimension"] for item in items}
    assert {each["tag"]["id"] for item in items for each in item["items"]} == {"POS-02", "STA-02"}
    assert not any("score" in key or "total" in key for item in items for key in item)


def test_an_answer_that_nobody_gave_is_not_recorded_as_weet_ik_niet(baken: Baken, youth: str) -> None:
    one = record(baken, "Nieuwe schoenen", "--about", youth)
    made = baken("signal", "new", "--about", youth, "--observation", one["id"], user=ANOUK)
    shown = baken("signal", "show", made.json["id"], user=ANOUK).json
    assert (shown["other_explanation_unknown"], shown["unknown_unknown"]) == (False, False)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("record", "--text", " "), "text-missing"),
        (("record", "--text", "x", "--at", "morgen"), "when-in-future"),
        (("record", "--text", "x", "--at", "gisteren half 12"), "when-ambiguous"),
        (("record", "--text", "x", "--about", "0" * 32), "not-found"),
        (("record", "--text", "x", "--about", "nope"), "id-invalid"),
        (("record", "--text", "x", "--indicator", "ZZZ-99"), "indicator-unknown"),
        (("record", "--text", "x", "--entity", "telefoon"), "entity-unknown"),
        (("record", "--text", "x", "--corrects", "0" * 32, "--why", "y"), "not-found"),
        (("record", "--text", "a\x00b"), "text-unreadable"),
        (("signal", "new", "--observation", "0" * 32), "not-found"),
        (("signal", "new", "--observation", "0" * 32, "--form", "sexual_violence"), "exploitation-unknown"),
        (("signal", "show", "0" * 32), "not-found"),
        (("dossier", "show", "0" * 32), "not-found"),
        (("dossier", "new", "--room", "B12"), "name-missing"),
        (("dossier", "new", "--alias", "Saba", "--v-number", "12"), "v-number-invalid"),
    ],
)
def test_a_refusal_is_one_sentence_with_a_next_step(
    baken: Baken, live: Path, arguments: tuple[str, ...], code: str
) -> None:
    refused = baken(*arguments, user=ANOUK)
    assert refused.status == 1
    assert refused.json["error"] == code
    assert refused.json["message"].endswith((".", ")", "?"))
    assert refused.json["hint"].endswith((".", "?"))
    assert refused.err.strip() == f"{refused.json['message']} {refused.json['hint']}"
    assert "Traceback" not in refused.err


def test_a_refused_record_leaves_nothing(baken: Baken, live: Path) -> None:
    baken("record", "--text", "spoor", "--about", "0" * 32, user=ANOUK)
    assert baken("search", "spoor", user=ANOUK).json["items"] == []


def test_a_correction_keeps_what_was_not_typed_again(baken: Baken, youth: str) -> None:
    piece = record(baken, "Auto", "--quote", "Ik ken hem niet", "--at", "gisteren 23u40", "--entity", "telefoon=0612")
    record(baken, "Grijze auto", "--corrects", piece["id"], "--why", "kleur erbij", "--about", youth)
    event = baken("dossier", "show", youth, user=ANOUK).json["timeline"][0]
    assert event["when"]["start"] == "2026-03-13T23:40"
    assert event["has_quote"]


def test_a_moment_ago_may_be_typed_as_it_is_in_the_window(baken: Baken, youth: str) -> None:
    apart = record(baken, "Auto bij het hek", "--about", youth, "--at", "-2u")
    joined = record(baken, "Auto bij het hek", "--about", youth, "--at=-2u")
    found = baken("search", "hek", user="Anouk").json["items"]
    assert {each["id"] for each in found} == {apart["id"], joined["id"]}
    assert {each["when"][:10] for each in found} == {"2026-03-14"}
    assert len({each["when"] for each in found}) == 1


def test_a_damaged_page_of_the_view_is_mended_and_nothing_is_missing(baken: Baken, live: Path, youth: str) -> None:
    for number in range(30):
        record(baken, f"Auto {number} bij het hek " + "kenmerk " * 150, "--about", youth)
    shown = baken("dossier", "show", youth, user="Anouk").json
    view = next(live.glob("view-*.db"))
    damaged = bytearray(view.read_bytes())
    for page in range(2, len(damaged) // 4096):
        damaged[page * 4096 + 100] ^= 1
    view.write_bytes(damaged)
    mended = baken("dossier", "show", youth, user="Anouk")
    assert (mended.status, mended.json) == (0, shown)


def test_files_are_attached_and_a_correction_adds_more(baken: Baken, youth: str, tmp_path: Path) -> None:
    paper, sound = tmp_path / "brief.pdf", tmp_path / "gesprek.mp3"
    paper.write_bytes(b"%PDF-1.7 brief")
    sound.write_bytes(b"ID3 geluid")
    piece = record(baken, "Kreeg een brief", "--about", youth, "--attach", str(paper))
    record(baken, "Kreeg een brief", "--corrects", piece["id"], "--why", "opname erbij", "--attach", str(sound))
    vault = next(path.parent for path in tmp_path.rglob("slots-a"))
    assert len(list((vault / "attachments").iterdir())) == 2
    assert baken("vault", "verify", user=ANOUK).json["findings"] == []
    refused = baken("record", "--text", "x", "--attach", str(tmp_path / "weg.jpg"), user=ANOUK)
    assert refused.status == 1
    assert "weg.jpg" not in refused.err
    assert len(list((vault / "attachments").iterdir())) == 2
