"""Files that people add to a piece: cleaned, sealed, saved with it, read back, and nowhere plain."""

import os
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PIL import Image, PngImagePlugin
from PIL.ExifTags import GPS, IFD, Base

from baken.errors import UserError
from baken.model.commands import CorrectObservation, RecordObservation
from baken.model.ids import EntityId
from baken.model.records import ATTACHMENTS_MAX, Attachment, Observation, When
from baken.work.attaching import find_attachment, name_outside, seal
from baken.work.backups import restore_vault, run
from baken.work.pictures import PIXELS_MAX, cleaned, decoded
from baken.work.workspace import Workspace

CANARY = b"Kanariegeheim"
PDF = b"%PDF-1.7\n" + CANARY
WHEN = When(start="2026-03-13T23:40")


def picture(kind: str = "JPEG", size: tuple[int, int] = (40, 30), mode: str = "RGB", **more: Any) -> bytes:
    image = Image.new(mode, size)
    image.putpixel((0, 0), (255, 0, 0, 255)[: len(mode)] if len(mode) > 1 else 255)
    out = BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def tattling_jpeg() -> bytes:
    exif = Image.Exif()
    exif[Base.Artist] = CANARY.decode()
    exif[Base.Orientation] = 6
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSLatitude] = (52.0, 22.0, 12.0)
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSAreaInformation] = CANARY
    return picture(exif=exif, comment=CANARY, icc_profile=CANARY * 20) + b"PK\x03\x04" + CANARY


def tattling_png() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", CANARY.decode())
    info.add_itxt("Comment", CANARY.decode())
    return picture("PNG", pnginfo=info) + CANARY


@pytest.mark.parametrize("make", [tattling_jpeg, tattling_png])
def test_nothing_but_the_picture_is_kept(make: Callable[[], bytes]) -> None:
    data = make()
    assert CANARY in data
    clean, _ = cleaned(data)
    assert CANARY not in clean
    with Image.open(BytesIO(clean)) as opened:
        opened.load()
        assert not opened.getexif()
        assert set(opened.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_turned_the_way_it_was_held(orientation: int) -> None:
    exif = Image.Exif()
    exif[Base.Orientation] = orientation
    corners = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}
    image = Image.new("RGB", (64, 32), "black")
    image.paste((255, 255, 255), (0, 0, 16, 16))
    out = BytesIO()
    image.save(out, "JPEG", exif=exif)
    with Image.open(BytesIO(cleaned(out.getvalue())[0])) as turned:
        assert turned.size == ((64, 32) if orientation < 5 else (32, 64))
        right, low = corners[orientation]
        where = (right * (turned.width - 1), low * (turned.height - 1))
        assert sum(turned.getpixel(where)) > 600


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
def test_orientation_that_cannot_be_read_turns_nothing() -> None:
    data = picture()
    broken = b"Exif\0\0II*\0\xff\xff\xff\x7f"
    data = data[:2] + b"\xff\xe1" + struct.pack(">H", len(broken) + 2) + broken + data[2:]
    with Image.open(BytesIO(cleaned(data)[0])) as opened:
        assert opened.size == (40, 30)


@pytest.mark.parametrize(
    ("data", "media_type", "mode"),
    [
        (picture(), "image/jpeg", "RGB"),
        (picture("WEBP"), "image/jpeg", "RGB"),
        (picture("WEBP", mode="RGBA", lossless=True), "image/png", "RGBA"),
        (picture("PNG"), "image/png", "RGB"),
        (picture("PNG", mode="RGBA"), "image/png", "RGBA"),
        (picture("PNG", mode="L"), "image/png", "RGB"),
        (picture("GIF"), "image/png", "RGB"),
        (picture("BMP"), "image/png", "RGB"),
        (picture("JPEG", mode="CMYK"), "image/jpeg", "RGB"),
    ],
)
def test_photos_become_jpeg_and_drawings_png(data: bytes, media_type: str, mode: str) -> None:
    clean, found = cleaned(data)
    assert found == media_type
    with Image.open(BytesIO(clean)) as opened:
        assert (opened.size, opened.mode) == ((40, 30), mode)


def test_of_a_moving_picture_the_first_frame_is_kept() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    out = BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    with Image.open(BytesIO(cleaned(out.getvalue())[0])) as opened:
        assert opened.n_frames == 1
        assert opened.getpixel((0, 0)) == (254, 0, 0) or opened.getpixel((0, 0))[0] > 250


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "JPEG"), ("RGBA", "PNG")])
def test_a_picture_is_decoded_to_bare_pixels(mode: str, kind: str) -> None:
    shown = decoded(picture(kind, mode=mode))
    assert (shown.width, shown.height, shown.has_alpha) == (40, 30, mode == "RGBA")
    assert len(shown.rows) == 40 * 30 * len(mode)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims any size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 100)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(10_000, 6_000), (PIXELS_MAX, 2), (60_000, 60_000)])
def test_a_bomb_is_refused_before_it_is_decoded(size: tuple[int, int]) -> None:
    with pytest.raises(UserError) as refused:
        cleaned(bomb(*size))
    assert refused.value.code == "picture-too-large"
    with pytest.raises(UserError, match="picture-too-large"):
        decoded(bomb(*size))


@pytest.mark.parametrize(
    "data",
    [picture()[:300], picture("PNG")[:60], picture("GIF")[:20], b"\xff\xd8\xff" + bytes(100), bomb(100, 100), b"BM"],
    ids=["jpeg", "png", "gif", "zeros", "short", "bmp"],
)
def test_a_picture_that_does_not_decode_to_its_end_is_refused(data: bytes) -> None:
    with pytest.raises(UserError) as refused:
        seal(data, "foto.jpg")
    assert refused.value.code == "picture-damaged"


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (PDF, "application/pdf"),
        (b"ID3\x04" + CANARY, "audio/mpeg"),
        (b"\xff\xfb\x90\x00" + CANARY, "audio/mpeg"),
        (b"RIFF\x10\0\0\0WAVEfmt " + CANARY, "audio/wav"),
        (b"OggS\0" + CANARY, "audio/ogg"),
        (b"fLaC" + CANARY, "audio/flac"),
        (b"#!AMR\n" + CANARY, "audio/amr"),
        (b"\xff\xf1" + CANARY, "audio/aac"),
        (b"\0\0\0\x20ftypM4A " + CANARY, "audio/mp4"),
    ],
)
def test_papers_and_sound_are_kept_byte_for_byte(workspace: Workspace, data: bytes, media_type: str) -> None:
    attachment = workspace.attachments.attach(data, title="opname.exe")
    assert attachment.media_type == media_type
    assert not attachment.title.endswith(".exe")
    assert workspace.attachments.open(attachment) == data


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "attachment-empty"),
        (b"MZ\x90", "attachment-type"),
        (b" %PDF-1.7", "attachment-type"),
        (b"\0\0\0\x20ftypisom....hdlr\0\0\0\0\0\0\0\0vide", "attachment-type"),
        (PDF + bytes(32 << 20), "attachment-too-large"),
    ],
)
def test_other_files_are_refused(data: bytes, code: str) -> None:
    with pytest.raises(UserError) as refused:
        seal(data, "bestand.pdf")
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("/home/anouk/Selam.JPG", "Selam.jpg"),
        ("C:\\Users\\anouk\\Selam.png", "Selam.jpg"),
        ("../../x", "x.jpg"),
        ("foto\u202egpj.exe", "foto_gpj.jpg"),
        ("a\nb.jpg", "a_b.jpg"),
        ("a\u2028b\u061cc\u200bd\x85e.jpg", "a_b_c_d_e.jpg"),
        ("caf\udce9.jpg", "caf_.jpg"),
        ("", "bijlage.jpg"),
        (".jpg", ".jpg.jpg"),
        ("x" * 300, "x" * 116 + ".jpg"),
    ],
)
def test_a_title_has_no_path_and_ends_as_what_the_file_is(name: str, title: str) -> None:
    assert seal(picture(), name)[0].title == title


def record(workspace: Workspace, *attachments: Attachment) -> EntityId:
    piece = Observation(text="foto van de auto", when=WHEN, attachments=attachments)
    return EntityId(workspace.execute(RecordObservation(observation=piece)).id)


def files(workspace: Workspace, folder: str) -> list[Path]:
    return [path for path in (workspace.vault.folder / folder).rglob("*") if path.is_file()]


def test_a_piece_has_its_attachments_and_gives_them_back(workspace: Workspace, tmp_path: Path) -> None:
    photo = tmp_path / "auto bij hek.jpg"
    photo.write_bytes(tattling_jpeg())
    first = workspace.attachments.attach(photo, shows="grijze auto, kenteken deels")
    second = workspace.attachments.attach(PDF, title="brief.pdf")
    piece = record(workspace, first, second)
    shown = workspace.observation(piece).versions[0].attachments
    assert [(each.title, each.shows) for each in shown] == [
        ("auto bij hek.jpg", "grijze auto, kenteken deels"),
        ("brief.pdf", ""),
    ]
    assert workspace.attachment(piece, second.id) == PDF
    assert CANARY not in workspace.attachment(piece, first.id)
    assert [path.name for path in files(workspace, "drafts") if path.suffix == ".sealed"] == []
    assert {path.name for path in files(workspace, "attachments")} == {first.id, second.id}
    assert [hit.id for hit in workspace.search("kenteken")] == [piece]
    assert first.key not in repr(shown)
    with pytest.raises(UserError, match="not-found"):
        workspace.attachment(piece, "0" * 32)


def test_a_correction_keeps_adds_and_leaves_out(workspace: Workspace) -> None:
    first = workspace.attachments.attach(picture(), title="een.jpg")
    piece = record(workspace, first)
    current = workspace.observation(piece).versions[0]
    second = workspace.attachments.attach(PDF, title="twee.pdf")
    for attachments in ((first, second), (second,)):
        body = Observation(text="beter", when=WHEN, attachments=attachments)
        workspace.execute(CorrectObservation(entity=piece, corrects=current.entry, observation=body, why="bijlage"))
        current = workspace.observation(piece).versions[0]
        assert current.attachments == attachments
    assert find_attachment(workspace.observation(piece), first.id) == first
    assert workspace.attachment(piece, first.id)


def test_a_piece_names_no_attachment_that_is_not_there(workspace: Workspace) -> None:
    mine = workspace.attachments.attach(picture(), title="een.jpg")
    piece = record(workspace, mine)
    for attachments, code in (((mine,), "attachment-missing"), ((mine,) * 2, "too-many")):
        with pytest.raises(UserError) as refused:
            record(workspace, *attachments)
        assert refused.value.code == code
    other = workspace.attachments.attach(picture(), title="weg.jpg")
    next((workspace.vault.folder / "drafts").rglob(f"{other.id}.sealed")).unlink()
    current = workspace.observation(piece).versions[0]
    body = Observation(text="beter", when=WHEN, attachments=(other,))
    with pytest.raises(UserError, match="attachment-missing"):
        workspace.execute(CorrectObservation(entity=piece, corrects=current.entry, observation=body, why="x"))
    assert len(workspace.observation(piece).versions) == 1


def test_more_than_twenty_are_refused_and_nothing_is_saved(workspace: Workspace) -> None:
    made = [workspace.attachments.attach(PDF, title="x.pdf") for _ in range(ATTACHMENTS_MAX + 1)]
    with pytest.raises(UserError, match="attachments-too-many"):
        record(workspace, *made)
    assert workspace.observations() == []
    with pytest.raises(UserError, match="attachments-too-many"):
        workspace.attachments.attach(PDF, title="x.pdf", beside=tuple(made[:ATTACHMENTS_MAX]))
    assert len(files(workspace, "drafts")) == len(made)


def test_what_cannot_be_saved_can_be_tried_again(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    attachment = workspace.attachments.attach(PDF, title="x.pdf")

    def full(*_: object, **__: object) -> None:
        raise UserError("disk-full")

    with monkeypatch.context() as patched:
        patched.setattr(workspace.vault, "append", full)
        with pytest.raises(UserError, match="disk-full"):
            record(workspace, attachment)
    assert files(workspace, "attachments") == []
    assert workspace.attachment(record(workspace, attachment), attachment.id) == PDF


def test_a_chosen_file_that_is_gone_or_too_large_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="file-missing"):
        workspace.attachments.attach(tmp_path / "weg.jpg")
    large = tmp_path / "groot.pdf"
    with large.open("wb") as file:
        file.write(b"%PDF-")
        file.truncate((32 << 20) + 1)
    with pytest.raises(UserError, match="attachment-too-large"):
        workspace.attachments.attach(large)
    with pytest.raises(UserError, match="file-missing"):
        workspace.attachments.attach(large / "onder een bestand.pdf")


def test_what_is_no_ordinary_file_is_refused_at_once(workspace: Workspace, tmp_path: Path) -> None:
    pipe, ring = tmp_path / "pijp.pdf", tmp_path / "rond.pdf"
    os.mkfifo(pipe)
    ring.symlink_to(ring)
    for path, code in ((tmp_path, "not-a-file"), (pipe, "not-a-file"), (ring, "file-unreadable")):
        with pytest.raises(UserError) as refused:
            workspace.attachments.attach(path)
        assert refused.value.code == code


def test_a_chosen_file_is_reached_by_a_link_too(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "echt.pdf").write_bytes(PDF)
    (tmp_path / "verwijzing.pdf").symlink_to(tmp_path / "echt.pdf")
    assert workspace.attachments.attach(tmp_path / "verwijzing.pdf").title == "verwijzing.pdf"


def test_what_is_taken_off_before_saving_leaves_no_file(workspace: Workspace) -> None:
    kept, off = (workspace.attachments.attach(PDF, title="x.pdf") for _ in range(2))
    workspace.attachments.forget([off])
    assert [path.stem for path in files(workspace, "drafts")] == [kept.id]


def test_outside_a_file_is_named_as_what_it_is() -> None:
    paper = seal(PDF, "brief.pdf")[0]
    named = msgspec.structs.replace(paper, title="factuur\u200b.exe")
    assert name_outside(named) == "factuur_.pdf"
    assert name_outside(msgspec.structs.replace(paper, media_type="application/x-anders")) == "brief.bin"


def test_saving_elsewhere_writes_the_content_whole_and_only_over_what_was_agreed(
    workspace: Workspace, tmp_path: Path
) -> None:
    attachment = workspace.attachments.attach(PDF, title="x.pdf")
    target = tmp_path / "buiten.pdf"
    workspace.attachments.save_as(attachment, target)
    assert target.read_bytes() == PDF
    with pytest.raises(UserError, match="file-exists"):
        workspace.attachments.save_as(attachment, target)
    workspace.attachments.forget([attachment])
    with pytest.raises(UserError, match="attachment-missing"):
        workspace.attachments.save_as(attachment, tmp_path / "nog een.pdf")
    assert not list(tmp_path.glob("*nog een*"))


def test_no_plain_bytes_of_a_photo_touch_the_disk(workspace: Workspace, tmp_path: Path) -> None:
    clean = cleaned(tattling_jpeg())[0]
    attachment = workspace.attachments.attach(tattling_jpeg(), title="Kanarietitel.jpg")
    paper = workspace.attachments.attach(PDF, title="Kanariebrief.pdf")
    piece = record(workspace, attachment, paper)
    assert workspace.attachment(piece, attachment.id) == clean
    needles = (
        CANARY,
        b"Kanarie",
        clean[200:232],
        clean[-40:-8],
        bytes.fromhex(attachment.key),
        attachment.key.encode(),
    )
    everything = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(everything) > 5
    for path in everything:
        data = path.read_bytes()
        assert not [needle for needle in needles if needle in data], path


def test_a_backup_copies_each_once_and_restore_says_what_is_missing(workspace: Workspace, tmp_path: Path) -> None:
    first = workspace.attachments.attach(picture(), title="een.jpg")
    second = workspace.attachments.attach(PDF, title="twee.pdf")
    record(workspace, first, second)
    place = tmp_path / "stick"
    backup = run(workspace.backups.steps(place), lambda _done, _total: None)
    (place / "attachments" / second.id).unlink()
    result = restore_vault(
        backup.folder,
        tmp_path / "terug",
        user_name="Anouk",
        passphrase="lang genoeg",
        paths=workspace.paths,
        clock=workspace.clock,
        progress=lambda _done, _total: None,
    )
    assert result.attachments == 1
    assert result.findings == (f"attachment-missing {second.id}",)
    assert [path.name for path in (tmp_path / "terug" / "attachments").iterdir()] == [first.id]
