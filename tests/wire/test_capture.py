"""Locked captures: one size, opened by the team only, and nothing else is taken for one."""

import msgspec
import pytest

from baken.errors import UserError
from baken.wire.age import new_identity, seal_bytes
from baken.wire.capture import PLAINTEXT_BYTES, SEALED_MAX_BYTES, LockedCapture, open_capture, seal_capture
from baken.wire.codec import encode

NOTE = LockedCapture(
    site="ab" * 32, id="cd" * 16, recorded_ms=1, initials="FB", text="Grijze auto", start="2026-03-13T23:40",
    precision="minute", typed="",
)  # fmt: skip
IDENTITY, RECIPIENT = new_identity()


def test_a_note_comes_back_and_every_file_is_as_large() -> None:
    short, long = NOTE, msgspec.structs.replace(NOTE, text="é" * 8000)
    sealed = [seal_capture(each, RECIPIENT) for each in (short, long)]
    assert [open_capture(each, [IDENTITY]) for each in sealed] == [short, long]
    assert len({len(each) for each in sealed}) == 1
    assert len(sealed[0]) < SEALED_MAX_BYTES


@pytest.mark.parametrize(
    ("changed", "code"),
    [({"text": "x" * 8001}, "malformed"), ({"text": "\x01" * 8000}, "too-large"), ({"initials": ""}, "malformed")],
)
def test_what_does_not_fit_is_refused_before_it_is_sealed(changed: dict[str, str], code: str) -> None:
    with pytest.raises(UserError, match=code):
        seal_capture(msgspec.structs.replace(NOTE, **changed), RECIPIENT)


def test_another_file_is_no_note() -> None:
    payload = encode(NOTE)
    whole = (len(payload).to_bytes(4, "big") + payload).ljust(PLAINTEXT_BYTES, b"\0")
    assert open_capture(seal_bytes(whole, [RECIPIENT]), [IDENTITY]) == NOTE
    for body in (whole[:-1], whole + b"\0", whole[:-1] + b"x", b"\xff" * 4 + whole[4:], b""):
        with pytest.raises(UserError, match="malformed"):
            open_capture(seal_bytes(body, [RECIPIENT]), [IDENTITY])
    with pytest.raises(UserError, match="too-large"):
        open_capture(bytes(SEALED_MAX_BYTES + 1), [IDENTITY])
    with pytest.raises(UserError, match="age-no-identity"):
        open_capture(seal_capture(NOTE, RECIPIENT), [new_identity()[0]])
