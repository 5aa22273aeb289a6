"""How answers are shown: stable JSON, and lines that cannot steer a terminal."""

import errno
import io
import json
import socket
import sys
import tempfile
from pathlib import Path

import pytest

from baken.cli import main
from baken.cli.reply import Reply, plain, show
from baken.model.clock import FixedClock
from baken.model.ids import EntityId, EntryId
from baken.model.views import Conflict, ConflictValue
from baken.work.knock import address
from baken.work.paths import Paths


def test_what_somebody_else_wrote_cannot_steer_the_terminal() -> None:
    out = io.StringIO()
    show(Reply(data={}, lines=("rood\x1b[31m\x07\u202e", "naast\telkaar")), as_json=False, out=out)
    assert out.getvalue() == "rood [31m  \nnaast\telkaar\n"


def test_a_script_that_is_not_shown_by_the_terminal_is_escaped_and_never_an_error() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    show(Reply(data={"name": "ሳባ"}), as_json=True, out=out)
    out.flush()
    assert json.loads(raw.getvalue().decode("ascii").replace("\\u", "\\u")) == {"name": "ሳባ"}


def test_json_inside_an_answer_is_taken_apart() -> None:
    value = ConflictValue(entry=EntryId("e"), author="Anouk", recorded="", value_json=b'"B12"')
    shown = plain(Conflict(entity=EntityId("x"), field="room", values=(value,)))
    assert shown["values"][0] == {"entry": "e", "author": "Anouk", "site": "", "recorded": "", "value": "B12"}


def test_sets_are_shown_in_order() -> None:
    assert plain({"items": frozenset(("b", "a"))}) == {"items": ["a", "b"]}


def test_a_bug_is_told_by_place_and_never_by_contents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_context: object) -> Reply:
        raise RuntimeError("KANARIE")

    monkeypatch.setitem(__import__("baken.cli.main", fromlist=["VERBS"]).VERBS, "dossier list", broken)
    err = io.StringIO()
    paths = Paths(config=tmp_path, state=tmp_path)
    status = main(["dossier", "list"], paths=paths, clock=FixedClock(0), stdout=io.StringIO(), stderr=err)
    assert status == 3
    assert "RuntimeError broken:" in err.getvalue()
    assert "KANARIE" not in err.getvalue()


@pytest.mark.parametrize(("raised", "status"), [(KeyboardInterrupt(), 1), (BrokenPipeError(), 0)])
def test_an_interruption_or_a_closed_pipe_is_no_bug(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raised: BaseException, status: int
) -> None:
    def broken(_context: object) -> Reply:
        raise raised

    monkeypatch.setitem(__import__("baken.cli.main", fromlist=["VERBS"]).VERBS, "dossier list", broken)
    paths = Paths(config=tmp_path, state=tmp_path)
    streams = {"stdout": io.StringIO(), "stderr": io.StringIO()}
    assert main(["dossier", "list"], paths=paths, clock=FixedClock(0), **streams) == status


def test_an_answer_that_cannot_be_written_is_the_worlds_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setitem(
        __import__("baken.cli.main", fromlist=["VERBS"]).VERBS, "dossier list", lambda _context: Reply(data={})
    )
    err = io.StringIO()
    paths = Paths(config=tmp_path, state=tmp_path)
    assert main(["dossier", "list"], paths=paths, clock=FixedClock(0), stdout=Full(), stderr=err) == 1
    assert "vol" in err.getvalue()


def test_a_version_that_cannot_be_written_is_the_worlds_fault() -> None:
    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError(errno.ENOSPC, "no space")

    assert main(["--version"], stdout=Full(), stderr=io.StringIO()) == 1


def test_the_version_is_told() -> None:
    out = io.StringIO()
    assert main(["--version"], stdout=out) == 0
    assert out.getvalue().startswith("Baken ")


def test_knocking_where_nobody_is_ends_with_a_plain_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    out, err = io.StringIO(), io.StringIO()
    paths = Paths(config=tmp_path, state=tmp_path)
    assert main(["--capture"], paths=paths, stdout=out, stderr=err) == 1
    assert (out.getvalue(), err.getvalue()[:26]) == ("", "Er is geen Baken open. Sta")


@pytest.mark.skipif(sys.platform == "win32", reason="no such sockets")
def test_knocking_says_one_word_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    with tempfile.TemporaryDirectory(prefix="b") as folder, socket.socket(socket.AF_UNIX) as bell:
        state = Path(folder)
        (state / "knock").mkdir()
        bell.bind(address(state))
        bell.listen()
        out = io.StringIO()
        assert main(["--capture"], paths=Paths(config=state, state=state), stdout=out) == 0
        heard, _ = bell.accept()
        with heard:
            assert heard.recv(100) == b"capture"
            assert heard.recv(100) == b""
    assert "quick capture" in out.getvalue()
