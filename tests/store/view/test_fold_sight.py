"""Which writes stand, against the rule spelt out over plain sets; and how the work grows with competing changes."""

import random
import sys
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.store.fold_heads import ABOUT, Node, ancestors_first, field_heads
from baken.store.fold_sight import bits

FIELDS = ("room", "name", ABOUT)


def node(entry: str, logical: int, *parents: str, settles: tuple[str, ...] | None = None, **writes: str) -> Node:
    return Node(
        entry=entry,
        order=(logical, f"w{entry}", logical),
        parents=frozenset(parents) | frozenset(settles or ()),
        writes={field: value.encode() for field, value in (writes or {"room": entry}).items()},
        settles=None if settles is None else frozenset(settles),
    )


def sights(ordered: list[Node]) -> list[set[str]]:
    """What each author had seen: itself or through others, and what bases that are not here may have covered."""
    here = {each.entry for each in ordered}
    shared = {base for base, count in Counter(base for each in ordered for base in each.parents).items() if count > 1}
    seen: dict[str, set[str]] = {}
    above: dict[str, set[str]] = {}
    for index, each in enumerate(ordered):
        present, absent = each.parents & here, each.parents - here
        above[each.entry] = (absent & shared).union(*(above[parent] for parent in present))
        seen[each.entry] = set(present).union(*(seen[parent] for parent in present))
        latest = 0
        for other in ordered[:index] if absent else ():
            latest = max(latest, other.order[0])
            if latest <= each.order[0] - 2 and not above[other.entry] & absent:
                seen[each.entry].add(other.entry)
    return list(seen.values())


def spelt_out(nodes: list[Node]) -> dict[str, list[str]]:
    ordered = ancestors_first(nodes)
    by_entry = {each.entry: each for each in ordered}
    heads = {}
    for field in {field for each in ordered for field in each.writes}:
        replaced_by: dict[str, set[str]] = {}
        for each, seen in zip(ordered, sights(ordered), strict=True):
            if field not in each.writes:
                continue
            standing = {entry for entry, replacing in replaced_by.items() if not replacing}
            stood = {entry for entry in replaced_by.keys() & seen if not replaced_by[entry] & seen}
            if each.settles is not None:
                stood = {entry for entry in each.settles if entry in replaced_by}
            else:
                stood = standing if standing <= seen else stood
                if field != ABOUT and len({by_entry[entry].writes[field] for entry in stood}) > 1:
                    stood = set()
            for entry in stood:
                replaced_by[entry].add(each.entry)
            replaced_by[each.entry] = set()
        left = [by_entry[entry] for entry, replacing in replaced_by.items() if not replacing]
        heads[field] = [each.entry for each in sorted(left, key=lambda each: each.order)]
    return heads


@st.composite
def histories(draw: st.DrawFn) -> list[Node]:
    """Any history of three fields, with bases that are not here and values that are equal."""
    nodes: list[Node] = []
    for index in range(draw(st.integers(1, 12))):
        earlier = [each.entry for each in nodes]
        parents = draw(st.lists(st.sampled_from([*earlier, "A", "B", "C"]), max_size=3, unique=True))
        logical = draw(st.integers(1, 12))
        if earlier and draw(st.integers(0, 4)) == 0:
            named = draw(st.lists(st.sampled_from(earlier), max_size=3, unique=True))
            nodes.append(node(f"n{index}", logical, *parents, settles=tuple(named), room=draw(st.sampled_from("xz"))))
            continue
        fields = draw(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=3, unique=True))
        writes = {field: draw(st.sampled_from(("x", "y", f"only {index}"))) for field in fields}
        nodes.append(node(f"n{index}", logical, *parents, **writes))
    return nodes


@settings(max_examples=300)
@given(histories(), st.randoms(use_true_random=False))
def test_what_stands_is_what_the_rule_over_plain_sets_says(nodes: list[Node], chance: random.Random) -> None:
    mixed = list(nodes)
    chance.shuffle(mixed)
    found = {field: [each.entry for each in heads] for field, heads in field_heads(mixed).items()}
    assert found == spelt_out(nodes)


def of_one_parent(count: int) -> list[Node]:
    return [node("root", 1), *(node(f"{index}", 2, "root") for index in range(count))]


def of_one_absent_base(count: int) -> list[Node]:
    return [node("root", 1), *(node(f"{index}", index + 4, "absent") for index in range(count))]


def of_an_absent_base_each(count: int) -> list[Node]:
    return [node(f"{index}", index + 1, f"absent {index}") for index in range(count)]


def of_two_chains(count: int) -> list[Node]:
    return [node(f"{index}", index + 1, *([f"{index - 2}"] if index > 1 else [])) for index in range(count)]


def after_an_open_conflict(count: int) -> list[Node]:
    start = [node("b", 1), node("c", 1), node("0", 2, "b", "c")]
    return [*start, *(node(f"{index}", index + 2, f"{index - 1}") for index in range(1, count))]


def a_chain_that_shares_absent_bases(count: int) -> list[Node]:
    start = [node("0", 1, "absent", "other")]
    return [*start, *(node(f"{index}", index + 2, f"{index - 1}", "absent", "other") for index in range(1, count))]


def a_chain_of_pairs_that_share_an_absent_base(count: int) -> list[Node]:
    start = [node("0", 1, "absent 0")]
    return [
        *start,
        *(node(f"{index}", index + 2, f"{index - 1}", f"absent {index // 2}") for index in range(1, count)),
    ]


def two_changes_at_each_place_of_a_chain_that_shares_an_absent_base(count: int) -> list[Node]:
    return [
        node(f"{place} {side}", 3 * place + 1, "absent", *([f"{place - 1} 0"] if place else []))
        for place in range(count // 2)
        for side in range(2)
    ]


def calls(nodes: list[Node]) -> int:
    """Count the functions called and the steps of generators while the heads are found."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        field_heads(nodes)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "history",
    [
        of_one_parent,
        of_one_absent_base,
        of_an_absent_base_each,
        of_two_chains,
        after_an_open_conflict,
        a_chain_that_shares_absent_bases,
        a_chain_of_pairs_that_share_an_absent_base,
        two_changes_at_each_place_of_a_chain_that_shares_an_absent_base,
    ],
)
def test_twice_as_many_competing_changes_are_twice_the_work(history: Callable[[int], list[Node]]) -> None:
    assert calls(history(1_600)) < 2.3 * calls(history(800))


def test_thousands_of_competing_changes_all_stand() -> None:
    assert len(field_heads(of_one_parent(20_000))["room"]) == 20_000
    assert len(field_heads(of_one_absent_base(5_000))["room"]) == 5_000


@given(st.sets(st.integers(0, 3_000)))
def test_the_bits_of_a_mask_are_told_in_order(numbers: set[int]) -> None:
    assert list(bits(sum(1 << number for number in numbers))) == sorted(numbers)
