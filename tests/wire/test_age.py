from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken import crypto
from baken.errors import UserError
from baken.wire import age
from baken.wire.age_header import HEADER_MAX_BYTES, Stanza, encode_header, read_header
from baken.wire.age_stream import CHUNK_BYTES

from .sites import flip, seed_of

BATCH_BYTES = 16 * CHUNK_BYTES
SECRET, RECIPIENT = age.new_identity()
CLASSIC_SECRET, CLASSIC = age.new_identity(is_post_quantum=False)
PAIRS = [(SECRET, RECIPIENT), (CLASSIC_SECRET, CLASSIC)]
SIZES = [
    0,
    1,
    CHUNK_BYTES - 1,
    CHUNK_BYTES,
    CHUNK_BYTES + 1,
    BATCH_BYTES - 1,
    BATCH_BYTES,
    BATCH_BYTES + 1,
    2 * BATCH_BYTES,
    2 * BATCH_BYTES + CHUNK_BYTES,
    3 * BATCH_BYTES + 5,
]


def text_of(size: int) -> bytes:
    return (bytes(range(256)) * (size // 256 + 1))[:size]


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(UserError) as refused:
        call()
    return refused.value.code


def refusal(sealed: bytes, secret: str) -> str:
    return code_of(lambda: age.open_bytes(sealed, [secret]))


def payload_at(sealed: bytes) -> int:
    return sealed.index(b"\n--- ") + 49 + 16


@pytest.mark.parametrize(("secret", "recipient"), PAIRS, ids=["post-quantum", "classic"])
@pytest.mark.parametrize("size", SIZES)
def test_what_was_sealed_opens(size: int, secret: str, recipient: str) -> None:
    text = text_of(size)
    sealed = age.seal_bytes(text, [recipient])
    assert age.open_bytes(sealed, [secret]) == text
    assert age.verify_file(BytesIO(sealed), [secret]) == size
    assert len(sealed) - payload_at(sealed) == size + 16 * max(1, -(-size // CHUNK_BYTES))


def test_writing_in_pieces_gives_the_same_payload_as_at_once() -> None:
    text = text_of(2 * BATCH_BYTES + 7)
    target = BytesIO()
    with age.sealing(target, [RECIPIENT]) as writer:
        for start in range(0, len(text), 100_000):
            writer.write(text[start : start + 100_000])
        writer.write(b"")
    assert age.open_bytes(target.getvalue(), [SECRET]) == text


def test_a_source_may_follow_what_was_written() -> None:
    target = BytesIO()
    with age.sealing(target, [RECIPIENT]) as writer:
        writer.write(b"first ")
        writer.write_from(BytesIO(text_of(BATCH_BYTES)))
    assert age.open_bytes(target.getvalue(), [SECRET]) == b"first " + text_of(BATCH_BYTES)


def test_every_recipient_opens_with_one_of_several_identities() -> None:
    secret, recipient = age.new_identity()
    sealed = age.seal_bytes(b"text", [RECIPIENT, recipient])
    assert age.open_bytes(sealed, [CLASSIC_SECRET, secret]) == b"text"
    assert age.open_bytes(sealed, [SECRET]) == b"text"


def test_somebody_else_opens_nothing() -> None:
    secret, _ = age.new_identity()
    sealed = age.seal_bytes(b"text", [RECIPIENT])
    assert refusal(sealed, secret) == "age-no-identity"
    assert code_of(lambda: age.open_bytes(sealed, [CLASSIC_SECRET])) == "age-no-identity"
    assert code_of(lambda: age.open_bytes(sealed, [])) == "age-no-identity"


@pytest.mark.parametrize("recipients", [[], [RECIPIENT, CLASSIC]])
def test_no_recipient_and_a_mixture_are_refused_before_anything_is_written(recipients: list[str]) -> None:
    target = BytesIO()

    def seal() -> None:
        age.seal_file(BytesIO(b"text"), target, recipients)

    assert code_of(seal) == "age-recipients"
    assert target.getvalue() == b""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "age1",
        SECRET,
        RECIPIENT.upper(),
        RECIPIENT[:-1],
        CLASSIC_SECRET,
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
    ],
    ids=["nothing", "prefix", "secret", "upper", "shortened", "classic-secret", "foreign"],
)
def test_what_is_no_recipient_is_refused(text: str) -> None:
    assert code_of(lambda: age.seal_bytes(b"text", [text])) == "key-text-invalid"


@pytest.mark.parametrize(
    "text", ["", RECIPIENT, SECRET.lower(), CLASSIC], ids=["nothing", "public", "lower", "classic"]
)
def test_what_is_no_identity_is_refused(text: str) -> None:
    sealed = age.seal_bytes(b"text", [RECIPIENT])
    assert code_of(lambda: age.open_bytes(sealed, [text])) == "key-text-invalid"


def test_an_x_wing_pair_has_its_age_texts() -> None:
    seed = seed_of("desk")
    recipient = age.hpke_recipient(crypto.hpke_public(seed))
    assert age.hpke_public_of(recipient) == crypto.hpke_public(seed)
    assert age.open_bytes(age.seal_bytes(b"text", [recipient]), [age.hpke_identity(seed)]) == b"text"
    assert code_of(lambda: age.hpke_public_of(CLASSIC)) == "key-text-invalid"


@given(st.integers(0, 100_000))
def test_a_file_with_any_byte_changed_is_refused(position: int) -> None:
    for secret, recipient in PAIRS:
        sealed = flip(age.seal_bytes(b"text", [recipient]), position)
        assert refusal(sealed, secret).startswith("age-")


@given(st.integers(0, 100_000))
def test_a_file_cut_short_or_made_longer_is_refused(position: int) -> None:
    sealed = age.seal_bytes(b"text", [CLASSIC])
    assert code_of(lambda: age.open_bytes(sealed[: position % len(sealed)], [CLASSIC_SECRET])).startswith("age-")
    assert code_of(lambda: age.open_bytes(sealed + b"\0", [CLASSIC_SECRET])) == "age-payload"


@pytest.mark.parametrize("lost", [CHUNK_BYTES + 16, BATCH_BYTES + 256, 1])
def test_a_large_file_that_ends_early_is_refused_after_what_was_genuine(lost: int) -> None:
    text = text_of(2 * BATCH_BYTES)
    sealed = age.seal_bytes(text, [CLASSIC])[:-lost]
    released = BytesIO()
    assert code_of(lambda: age.open_file(BytesIO(sealed), released, [CLASSIC_SECRET])) == "age-payload"
    assert text.startswith(released.getvalue())
    assert len(released.getvalue()) < len(text)


def test_chunks_in_another_order_are_refused() -> None:
    sealed = age.seal_bytes(text_of(3 * CHUNK_BYTES), [CLASSIC])
    start, size = payload_at(sealed), CHUNK_BYTES + 16
    first, second = sealed[start : start + size], sealed[start + size : start + 2 * size]
    swapped = sealed[:start] + second + first + sealed[start + 2 * size :]
    released = BytesIO()
    assert code_of(lambda: age.open_file(BytesIO(swapped), released, [CLASSIC_SECRET])) == "age-payload"
    assert released.getvalue() == b""


@given(st.binary(max_size=400) | st.binary(max_size=300).map(lambda tail: b"age-encryption.org/v1\n-> " + tail))
def test_arbitrary_bytes_are_refused(data: bytes) -> None:
    assert code_of(lambda: age.open_bytes(data, [SECRET])).startswith("age-")


@given(
    st.lists(
        st.builds(
            Stanza,
            st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=30),
            st.lists(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1), max_size=3).map(tuple),
            st.binary(max_size=200),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_any_header_comes_back_as_it_went(stanzas: list[Stanza]) -> None:
    data = encode_header(bytes(16), tuple(stanzas))
    header = read_header(BytesIO(data + b"rest"))
    assert header.stanzas == tuple(stanzas)
    assert data.startswith(header.covered)


def test_a_header_without_end_is_refused_at_the_cap() -> None:
    endless = b"age-encryption.org/v1\n" + b"-> x\n\n" * HEADER_MAX_BYTES
    source = BytesIO(endless)
    assert code_of(lambda: read_header(source)) == "age-header"
    assert source.tell() <= HEADER_MAX_BYTES


def test_text_armor_is_refused_by_name() -> None:
    for text in (b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n", b"-----BEGIN AGE ENCRYPTED FILE-----"):
        assert code_of(lambda text=text: age.open_bytes(text, [SECRET])) == "age-armor"


class FullDisk(BytesIO):
    """A target that takes the header and then has no room."""

    def write(self, data: object, /) -> int:
        if self.tell() > 0:
            raise OSError(28, "No space left on device")
        return super().write(data)


@pytest.mark.parametrize("size", [5, 3 * BATCH_BYTES])
def test_a_full_disk_is_told_to_the_caller(size: int) -> None:
    with pytest.raises(OSError, match="No space left"):
        age.seal_file(BytesIO(text_of(size)), FullDisk(), [CLASSIC])


def test_leaving_with_an_error_writes_no_last_chunk() -> None:
    target = BytesIO()

    def seal_and_stop() -> None:
        with age.sealing(target, [CLASSIC]) as writer:
            writer.write(b"text")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        seal_and_stop()
    assert code_of(lambda: age.open_bytes(target.getvalue(), [CLASSIC_SECRET])) == "age-payload"
