"""Looking at the attachments of a piece inside the programme, and taking one out of the vault."""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from baken.errors import Cancelled, UserError
from baken.gui import pdf_pages
from baken.gui.attached_chips import AttachedChips
from baken.gui.attached_content import SHEET_WIDTH
from baken.gui.attached_page import AttachmentPage
from baken.gui.dossier_page import DossierPage
from baken.gui.dossier_piece_page import PiecePage
from baken.gui.dossier_target import inside
from baken.gui.pdf_pages import draw_page
from baken.gui.runner import Runner
from baken.gui.widgets.focus_ring import FocusRing
from baken.model.commands import CorrectObservation
from baken.model.records import Attachment, Observation, When
from baken.wire.attachment import seal_attachment
from baken.work.workspace import Workspace

from .attached import LONG, SECRET, paper, photo, record_with
from .pages import button, texts
from .vaults import ask, office, practice, unlocked, youth_named


class Desk:
    """A page on an unlocked vault, and a piece with a photo, a PDF and a sound."""

    def __init__(self, runner: Runner, folder: Path, qtbot: QtBot) -> None:
        self.runner, self.folder, self.qtbot = runner, folder, qtbot
        self.piece, (self.photo, self.pdf, self.sound) = record_with(
            runner, qtbot, (LONG, photo((900, 600))), ("brief.pdf", paper(note="Kanariegeheim")), ("g.ogg", b"OggS")
        )
        self.page = AttachmentPage(runner)
        qtbot.addWidget(self.page)
        self.page.resize(900, 600)
        self.page.show()

    def open(self, attachment: Attachment, piece: str = "") -> None:
        self.page.open(inside(piece or self.piece, attachment.id))
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: "Being opened…" not in texts(self.page), timeout=10_000)
        ask(self.runner, self.qtbot, lambda workspace: workspace.user)
        QApplication.processEvents()

    def says(self) -> str:
        return "\n".join(texts(self.page))

    def sealed(self, attachment: Attachment) -> Path:
        return self.folder / "vault" / "attachments" / attachment.id

    def foreign(self, data: bytes, media_type: str, title: str = "vreemd.jpg") -> Attachment:
        """Give content of another site, which was not made anew here, to the vault under any type."""

        sealed = seal_attachment(data, bytes(range(32)))
        self.sealed(self.photo).with_name("ab" * 16).write_bytes(sealed)
        made = Attachment(
            id="ab" * 16,
            sha256=hashlib.sha256(sealed).hexdigest(),
            size_bytes=len(data),
            media_type=media_type,
            key=bytes(range(32)).hex(),
            title=title,
        )

        def name_it(workspace: Workspace) -> None:
            workspace.attachments._staged.put(made.id, sealed)
            version = workspace.observation(self.piece).versions[0]
            body = Observation(text="erbij", when=When(start="2026-03-13"), attachments=(made,))
            workspace.execute(CorrectObservation(entity=self.piece, corrects=version.entry, observation=body, why="x"))

        ask(self.runner, self.qtbot, name_it)
        return made


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    with office(tmp_path, qtbot) as runner:
        yield Desk(runner, tmp_path, qtbot)


def test_a_photo_is_shown_as_it_fits_and_up_to_twice_its_size(desk: Desk, qtbot: QtBot) -> None:
    desk.open(desk.photo)
    page = desk.page
    assert LONG in texts(page)
    assert "grijze auto bij het hek" in texts(page)
    assert 20 < page.view.percent < 100
    assert not button(page, "Fit").isEnabled()
    for _ in range(12):
        qtbot.keyClick(page.view, Qt.Key.Key_Plus)
    assert page.view.percent == 200
    qtbot.keyClick(page.view, Qt.Key.Key_Minus)
    assert "150 %" in texts(page)
    qtbot.mouseClick(button(page, "Smaller"), Qt.MouseButton.LeftButton)
    assert page.view.percent == 125
    bar = page.view.horizontalScrollBar()
    before = bar.value()
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    assert bar.value() > before
    qtbot.keyClick(page.view, Qt.Key.Key_0)
    assert 20 < page.view.percent < 100
    for _ in range(12):
        page.view.look_away()
    assert page.view.percent == 10


def test_zooming_keeps_what_stands_in_the_middle(desk: Desk) -> None:
    desk.open(desk.photo)
    view = desk.page.view
    for _ in range(12):
        view.look_closer()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    middle = (bar.value() + view.viewport().height() / 2) / (600 * view.percent / 100)
    view.look_away()
    assert abs((bar.value() + view.viewport().height() / 2) / (600 * view.percent / 100) - middle) < 0.02


def test_the_ring_of_the_focus_lies_around_the_picture_where_it_ends_up(desk: Desk, qtbot: QtBot) -> None:
    desk.page.activateWindow()
    desk.open(desk.photo)
    (ring,) = desk.page.findChildren(FocusRing)
    assert ring.geometry().top() <= desk.page.view.geometry().top()
    for size in ((900, 600), (1000, 700)):
        desk.page.resize(*size)
        button(desk.page, "Save as…").click()
        desk.page.view.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(desk.page, Qt.Key.Key_Escape)
        QApplication.processEvents()
        (ring,) = desk.page.findChildren(FocusRing)
        assert ring.geometry().top() <= desk.page.view.geometry().top()
        assert ring.geometry().bottom() >= desk.page.view.geometry().bottom()
    button(desk.page, "Back").setFocus(Qt.FocusReason.MouseFocusReason)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not desk.page.findChildren(FocusRing))


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(desk: Desk) -> None:
    desk.open(desk.photo)
    view = desk.page.view

    def turn(angle: int, keys: Qt.KeyboardModifier) -> None:
        event = QWheelEvent(
            QPointF(9, 9),
            QPointF(9, 9),
            QPoint(),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)

    fitting = view.percent
    turn(-120, Qt.KeyboardModifier.NoModifier)
    assert view.percent == fitting
    turn(120, Qt.KeyboardModifier.ControlModifier)
    assert view.percent > fitting
    turn(-120, Qt.KeyboardModifier.ControlModifier)
    turn(-120, Qt.KeyboardModifier.ControlModifier)
    assert view.percent <= fitting


def test_what_is_painted_is_the_photo_at_every_size(desk: Desk) -> None:
    desk.open(desk.photo)
    for _ in range(2):
        shot = desk.page.view.viewport().grab().toImage()
        seen = shot.pixelColor(shot.width() // 2, shot.height() // 2)
        assert (seen.red() < 30, 100 < seen.green() < 156, 100 < seen.blue() < 156) == (True, True, True)
        desk.page.view.look_closer()


def test_a_pdf_is_turned_by_its_pages(desk: Desk, qtbot: QtBot) -> None:
    desk.open(desk.pdf)
    page = desk.page
    assert "1 of 3" in texts(page)
    assert not button(page, "Page before").isEnabled()
    qtbot.keyClick(page.view, Qt.Key.Key_PageDown)
    qtbot.mouseClick(button(page, "Next page"), Qt.MouseButton.LeftButton)
    desk.settle()
    assert "3 of 3" in texts(page)
    assert not button(page, "Next page").isEnabled()
    page.turn_on()
    qtbot.keyClick(page.view, Qt.Key.Key_PageUp)
    desk.settle()
    assert "2 of 3" in texts(page)


def test_a_sound_is_listed_and_not_played(desk: Desk) -> None:
    desk.open(desk.sound)
    assert "Baken does not play sound." in desk.says()
    assert not desk.page.view.isVisible()
    assert button(desk.page, "Save as…").isEnabled()


def test_escape_goes_back_from_the_warning_and_then_from_the_page(desk: Desk, qtbot: QtBot) -> None:
    desk.open(desk.photo)
    qtbot.mouseClick(button(desk.page, "Save as…"), Qt.MouseButton.LeftButton)
    assert "Outside Baken nothing protects this file." in desk.says()
    went: list[int] = []
    desk.page.back_requested.connect(lambda: went.append(1))
    qtbot.keyClick(desk.page, Qt.Key.Key_Escape)
    assert "Outside Baken" not in desk.says()
    assert not went
    qtbot.keyClick(desk.page, Qt.Key.Key_Escape)
    assert went == [1]


def test_only_after_a_warning_a_file_leaves_the_vault(desk: Desk, qtbot: QtBot) -> None:
    desk.open(desk.pdf)
    assert "Its properties can hold names" not in desk.says()
    button(desk.page, "Save as…").click()
    assert "Its properties can hold names, such as who made it." in desk.says()
    assert button(desk.page, "Leave it in the vault").hasFocus()
    button(desk.page, "Choose a place…").click()
    dialog = desk.page.findChildren(QFileDialog)[-1]
    assert [Path(name).name for name in dialog.selectedFiles()] == ["brief.pdf"]
    target = desk.folder / "stick.pdf"
    with qtbot.waitSignal(desk.page.told):
        dialog.fileSelected.emit(str(target))
    dialog.close()
    assert target.read_bytes().startswith(b"%PDF-")
    assert "Outside Baken" not in desk.says()
    desk.open(desk.photo)
    button(desk.page, "Save as…").click()
    assert "Its properties can hold names" not in desk.says()
    button(desk.page, "Choose a place…").click()
    dialog = desk.page.findChildren(QFileDialog)[-1]
    assert [Path(name).name for name in dialog.selectedFiles()] == [LONG]
    dialog.close()


def test_a_file_that_cannot_be_written_is_told_and_the_warning_stays(desk: Desk, qtbot: QtBot) -> None:
    desk.open(desk.pdf)
    button(desk.page, "Save as…").click()
    with qtbot.waitSignal(desk.runner.failed) as failed:
        desk.page.save_to(desk.folder / "geen map" / "x.pdf")
    assert failed.args is not None
    assert failed.args[0].code == "folder-gone"
    assert "Outside Baken" in desk.says()


def test_nothing_of_an_attachment_lies_plain_on_the_disk_after_looking_at_it(desk: Desk) -> None:
    seen = ask(desk.runner, desk.qtbot, lambda workspace: workspace.attachment(desk.piece, desk.photo.id))
    for attachment in (desk.photo, desk.pdf, desk.sound):
        desk.open(attachment)
    desk.page.turn_on()
    desk.page.leave()
    needles = (SECRET, b"Bladzijde", b"kenteken", seen[200:240], bytes.fromhex(desk.pdf.key), desk.pdf.key.encode())
    places = (desk.folder, Path.home() / ".cache", Path("/dev/shm"))
    written = [path for place in places for path in place.rglob("*") if path.is_file()]
    assert len(written) > 5
    assert not [path for path in written if any(needle in path.read_bytes() for needle in needles)]


def test_a_page_that_was_left_holds_nothing_and_shows_no_answer_that_comes_late(desk: Desk) -> None:
    desk.open(desk.photo)
    desk.page.open(inside(desk.piece, desk.pdf.id))
    desk.page.leave()
    ask(desk.runner, desk.qtbot, lambda workspace: workspace.user)
    desk.qtbot.wait(200)
    assert not desk.page.view.isVisible()
    assert LONG not in texts(desk.page)
    assert "brief.pdf" not in texts(desk.page)


@pytest.mark.parametrize("damage", ["gone", "flipped"])
def test_a_file_that_is_gone_or_damaged_is_told_with_what_to_do(desk: Desk, damage: str) -> None:
    path = desk.sealed(desk.photo)
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-1] + b"\0")
    desk.open(desk.photo)
    expected = "is not in this vault" if damage == "gone" else "The file of this attachment is damaged."
    assert expected in desk.says()
    assert "Save as…" not in texts(desk.page)
    desk.open(desk.pdf)
    assert "1 of 3" in texts(desk.page)


def _bomb() -> bytes:
    out = BytesIO()
    Image.new("1", (10_000, 10_000)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (_bomb(), "image/png"),
        (photo()[:300], "image/jpeg"),
        (b"<svg/>", "image/svg+xml"),
        (b"%PDF-1.4 torn", "application/pdf"),
    ],
    ids=["100 megapixels", "torn photo", "svg", "torn pdf"],
)
def test_what_another_site_sent_and_cannot_be_shown_stays_whole(desk: Desk, data: bytes, media_type: str) -> None:
    foreign = desk.foreign(data, media_type)
    desk.open(foreign)
    assert "This attachment cannot be shown here. It stays in the vault as it came." in desk.says()
    assert button(desk.page, "Save as…").isEnabled()
    desk.open(desk.pdf)
    assert "1 of 3" in texts(desk.page)


def test_a_see_through_picture_lies_on_paper(desk: Desk) -> None:
    out = BytesIO()
    Image.new("RGBA", (400, 300), (0, 0, 0, 0)).save(out, "PNG")
    desk.open(desk.foreign(out.getvalue(), "image/png"))
    shot = desk.page.view.viewport().grab().toImage()
    assert shot.pixelColor(shot.width() // 2, shot.height() // 2).lightness() > 240


def test_a_page_of_any_size_is_drawn_no_larger_than_a_screen_needs() -> None:
    def drawn(size: tuple[float, float]) -> tuple[int, int]:
        out = BytesIO()
        canvas = Canvas(out, pagesize=size)
        canvas.showPage()
        canvas.save()
        image, _ = draw_page(out.getvalue(), 0, SHEET_WIDTH, lambda _done, _total: None)
        return image.width(), image.height()

    assert drawn((595, 842))[0] == SHEET_WIDTH
    assert max(drawn((1, 14_400))) <= 5_000
    assert max(drawn((14_400, 1))) <= SHEET_WIDTH
    with pytest.raises(UserError, match="attachment-unshowable"):
        draw_page(paper(1), 5, SHEET_WIDTH, lambda _done, _total: None)


def test_a_page_is_drawn_in_slices_and_stops_when_it_is_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    for number in range(600):
        canvas.line(number * 10 % 500, 0, number * 70 % 500, 800)
    canvas.showPage()
    canvas.save()
    whole, _ = draw_page(out.getvalue(), 0, 200, lambda _done, _total: None)
    monkeypatch.setattr(pdf_pages, "_SLICE_S", -1.0)
    slices: list[int] = []
    sliced, _ = draw_page(out.getvalue(), 0, 200, lambda done, _total: slices.append(done))
    assert len(slices) > 3
    assert sliced == whole

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        draw_page(out.getvalue(), 0, 200, stop)
    monkeypatch.undo()
    assert draw_page(paper(1), 0, 200, stop)[1] == 1


def test_a_restricted_piece_hides_its_attachments_from_a_mentor(tmp_path: Path, qtbot: QtBot) -> None:
    with office(tmp_path, qtbot) as runner:
        youth = youth_named(runner, qtbot, "Yousef").id
        piece, (attachment,) = record_with(runner, qtbot, ("kraanvogel.jpg", photo()), about=(youth,), restricted=True)
    made = practice()[1]
    mentor = next(user.name for user in made.users if "safeguarding_lead" not in user.capabilities)
    with unlocked(tmp_path / "vault", mentor, made.passphrase, qtbot) as runner:
        page = AttachmentPage(runner)
        qtbot.addWidget(page)
        page.show()
        page.open(inside(piece, attachment.id))
        qtbot.waitUntil(lambda: "Being opened…" not in texts(page), timeout=10_000)
        assert not page.view.isVisible()
        assert "kraanvogel.jpg" not in texts(page)
        assert "Save as…" not in texts(page)
        assert "This is no longer there." in "\n".join(texts(page))
        assert ask(runner, qtbot, lambda workspace: workspace.search("kraanvogel")) == []
        rows = ask(runner, qtbot, lambda workspace: workspace.observations())
        assert piece not in {row.id for row in rows}


def test_a_piece_shows_what_each_version_has_and_opens_it(desk: Desk, qtbot: QtBot) -> None:
    def correct(workspace: Workspace) -> None:
        version = workspace.observation(desk.piece).versions[0]
        body = Observation(text="beter", when=When(start="2026-03-13"), attachments=(desk.sound,))
        workspace.execute(CorrectObservation(entity=desk.piece, corrects=version.entry, observation=body, why="x"))

    ask(desk.runner, qtbot, correct)
    page = PiecePage(desk.runner)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.open(desk.piece)
    qtbot.waitUntil(lambda: len(page.findChildren(AttachedChips)) == 2, timeout=5_000)
    newest, older = page.findChildren(AttachedChips)
    assert texts(newest) == ["g.ogg · sound · 1 kB"]
    assert [text.split(" · ")[1] for text in texts(older)] == ["photo", "PDF", "sound"]
    with qtbot.waitSignal(page.open_requested) as opened:
        qtbot.mouseClick(
            button(older, f"Open brief.pdf, PDF · {texts(older)[1].split(' · ')[2]}"), Qt.MouseButton.LeftButton
        )
    assert opened.args == ["attachment", inside(desk.piece, desk.pdf.id)]


def test_the_piece_on_the_timeline_opens_its_attachments_too(desk: Desk, qtbot: QtBot) -> None:
    youth = youth_named(desk.runner, qtbot, "Yousef").id
    piece, (attachment,) = record_with(desk.runner, qtbot, ("kort.jpg", photo()), about=(youth,))
    page = DossierPage(desk.runner)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.open(inside(youth, piece))
    qtbot.waitUntil(lambda: bool(page.timeline.findChildren(AttachedChips)), timeout=5_000)
    with qtbot.waitSignal(page.open_requested) as opened:
        button(page.timeline, "Open kort.jpg, photo · 1 kB").click()
    assert opened.args == ["attachment", inside(piece, attachment.id)]
