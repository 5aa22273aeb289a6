import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.errors import UserError
from baken.wire.chain import ChainFaultKind, ChainHead, chain_faults, verify_chain
from baken.wire.entry import NO_PREVIOUS, Header, encode_header, entry_id

WRITER = bytes(16)


def link(
    sequence: int, previous: bytes, *, logical: int | None = None, writer: bytes = WRITER, mark: bytes = b"s"
) -> bytes:
    return encode_header(
        Header(
            writer=writer,
            sequence=sequence,
            previous=previous,
            logical=sequence if logical is None else logical,
            wall_ms=0,
            sealed_hash=mark * 32,
            key_commitment=bytes(32),
        )
    )


def chain(count: int, writer: bytes = WRITER) -> list[bytes]:
    headers: list[bytes] = []
    for sequence in range(1, count + 1):
        headers.append(link(sequence, entry_id(headers[-1]) if headers else NO_PREVIOUS, writer=writer))
    return headers


def kinds(headers: list[bytes], **known: list[ChainHead]) -> list[tuple[ChainFaultKind, int]]:
    return [(fault.kind, fault.sequence) for fault in chain_faults(headers, **known)]


@given(st.permutations(chain(6) + chain(4, writer=b"w" * 16)))
def test_whole_chains_have_no_fault_in_any_order(headers: list[bytes]) -> None:
    verify_chain(headers)


def test_nothing_is_a_whole_chain() -> None:
    verify_chain([])


def test_the_same_header_twice_counts_once() -> None:
    verify_chain(chain(3) * 2)


@given(st.integers(0, 4))
def test_a_missing_entry_is_a_gap_before_the_next(missing: int) -> None:
    headers = chain(6)
    del headers[missing]
    assert kinds(headers) == [(ChainFaultKind.GAP, missing + 2)]


def test_a_chain_may_go_on_from_a_known_head() -> None:
    headers = chain(6)
    head = ChainHead(writer=WRITER, sequence=3, entry=entry_id(headers[2]), logical=3)
    verify_chain(headers[3:], heads=[head])
    verify_chain(headers[2:], heads=[head])
    verify_chain([], heads=[head])
    assert kinds(headers[4:], heads=[head]) == [(ChainFaultKind.GAP, 5)]


def test_a_chain_that_goes_on_from_another_head_is_found() -> None:
    headers = chain(6)
    head = ChainHead(writer=WRITER, sequence=3, entry=b"o" * 32, logical=3)
    assert kinds(headers[3:], heads=[head]) == [(ChainFaultKind.PREVIOUS, 4)]


def test_two_entries_with_one_sequence_are_a_fork() -> None:
    headers = chain(3)
    twin = link(2, entry_id(headers[0]), mark=b"t")
    assert kinds([*headers, twin]) == [(ChainFaultKind.FORK, 2)]
    first = link(1, NO_PREVIOUS, mark=b"t")
    assert kinds([*headers, first]) == [(ChainFaultKind.FORK, 1)]


def test_an_entry_that_names_another_before_it_is_found() -> None:
    headers = [*chain(3), link(4, b"o" * 32)]
    assert kinds(headers) == [(ChainFaultKind.PREVIOUS, 4)]


def test_logical_time_that_does_not_rise_is_found() -> None:
    headers = chain(3)
    headers.append(link(4, entry_id(headers[-1]), logical=3))
    assert kinds(headers) == [(ChainFaultKind.ORDER, 4)]


def test_a_broken_chain_names_its_first_fault() -> None:
    with pytest.raises(UserError, match="chain-broken") as refused:
        verify_chain(chain(6)[1:])
    assert refused.value.params == {"kind": "gap", "sequence": 2}
