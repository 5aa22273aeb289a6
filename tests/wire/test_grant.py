import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from baken import crypto
from baken.errors import BugError, UserError
from baken.wire.grant import (
    Grant,
    decode_grant,
    encode_grant,
    make_grant,
    make_open_grant,
    make_public_grant,
    open_grant,
)

from .sites import flip, seed_of

CONTENT_KEY = seed_of("content key")
KEY = seed_of("team day key")
ENTRY = seed_of("entry")
KEY_ID = bytes(range(16))
SEED = seed_of("recipient")
TARGETS = ["compartment:team", "person:" + "ab" * 16, "nameless-sym"]


def symmetric(target: str = "compartment:team", day: int | None = 20_454) -> Grant:
    return make_grant(target, key=KEY, key_id=KEY_ID, entry=ENTRY, content_key=CONTENT_KEY, day=day)


def public(target: str = "nameless-pub") -> Grant:
    recipient = crypto.hpke_public(SEED)
    return make_public_grant(target, recipient=recipient, key_id=KEY_ID, entry=ENTRY, content_key=CONTENT_KEY)


@pytest.mark.parametrize("target", TARGETS)
def test_a_symmetric_grant_opens_with_the_key_of_its_target(target: str) -> None:
    grant = decode_grant(encode_grant(symmetric(target)))
    assert not grant.is_public
    assert open_grant(grant, entry=ENTRY, key=KEY) == CONTENT_KEY


@pytest.mark.parametrize("target", ["compartment:lead", "person:" + "ab" * 16, "nameless-pub"])
def test_a_public_grant_opens_with_the_seed_of_its_target(target: str) -> None:
    grant = decode_grant(encode_grant(public(target)))
    assert grant.is_public
    assert open_grant(grant, entry=ENTRY, key=SEED) == CONTENT_KEY


def test_an_open_grant_needs_no_key() -> None:
    grant = decode_grant(encode_grant(make_open_grant(CONTENT_KEY)))
    assert open_grant(grant, entry=ENTRY) == CONTENT_KEY


def test_a_wrap_opens_for_its_own_entry_target_and_key_only() -> None:
    for grant, key in ((symmetric(), KEY), (public("compartment:lead"), SEED)):
        for changed, entry, other in (
            (grant, seed_of("another entry"), key),
            (replace(grant, target="compartment:audit"), ENTRY, key),
            (grant, ENTRY, seed_of("another key")),
            (replace(grant, wrap=flip(grant.wrap, 7)), ENTRY, key),
        ):
            with pytest.raises(UserError, match="seal-broken"):
                open_grant(changed, entry=entry, key=other)


def test_a_grant_without_a_day_says_so() -> None:
    assert decode_grant(encode_grant(symmetric(day=None))).day is None
    assert decode_grant(encode_grant(symmetric(day=0))).day == 0


@given(st.binary(max_size=120))
def test_arbitrary_bytes_are_the_one_layout_of_a_grant_or_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="malformed"):
        decode_grant(data)


@given(st.integers(0, 10_000))
def test_a_grant_cut_short_or_made_longer_is_refused(position: int) -> None:
    data = encode_grant(symmetric())
    with pytest.raises(UserError, match="malformed"):
        decode_grant(data[: position % len(data)])
    with pytest.raises(UserError, match="malformed"):
        decode_grant(data + b"\0")


@given(st.integers(0, 10_000))
def test_a_changed_grant_is_another_grant_or_refused(position: int) -> None:
    data = flip(encode_grant(symmetric()), position)
    try:
        grant = decode_grant(data)
    except UserError:
        return
    assert encode_grant(grant) == data


@pytest.mark.parametrize(
    "changes",
    [
        {"target": "everybody"},
        {"target": "compartment:Team"},
        {"target": "compartment:team\n"},
        {"target": "person:ab"},
        {"target": "open"},
        {"target": "nameless-pub"},
        {"key_id": bytes(15)},
        {"day": -1},
        {"day": 0xFFFFFFFF},
        {"wrap": bytes(47)},
    ],
)
def test_a_grant_outside_the_format_cannot_be_written(changes: dict[str, object]) -> None:
    with pytest.raises(BugError):
        encode_grant(replace(symmetric(), **changes))


def test_a_target_in_another_script_is_refused() -> None:
    data = encode_grant(symmetric())
    with pytest.raises(UserError, match="malformed"):
        decode_grant(data.replace(b"team", b"t\xc3\xa9m"))
