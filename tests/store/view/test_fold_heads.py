"""Which writes of a field stand."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.errors import BugError
from baken.store.fold_heads import ABOUT, Node, ancestors_first, entity_heads, field_heads


def node(entry: str, logical: int, *parents: str, room: str = "", settles: tuple[str, ...] | None = None) -> Node:
    return Node(
        entry=entry,
        order=(logical, "w" + entry, logical),
        parents=frozenset(parents) | frozenset(settles or ()),
        writes={"room": (room or entry).encode()},
        settles=None if settles is None else frozenset(settles),
    )


def standing(*nodes: Node) -> list[str]:
    return [head.entry for head in field_heads(nodes)["room"]]


def test_the_only_write_stands() -> None:
    assert standing(node("a", 1)) == ["a"]


def test_a_change_replaces_what_its_author_saw() -> None:
    assert standing(node("a", 1), node("b", 2, "a"), node("c", 3, "b")) == ["c"]


def test_two_changes_that_did_not_see_each_other_stand_side_by_side_the_latest_last() -> None:
    assert standing(node("a", 1), node("c", 3, "a"), node("b", 2, "a")) == ["b", "c"]


def test_a_later_plain_change_that_saw_both_settles_nothing() -> None:
    assert standing(node("a", 1), node("b", 2, "a"), node("c", 2, "a"), node("d", 3, "b", "c")) == ["b", "c", "d"]


def test_a_later_change_that_saw_two_equal_values_replaces_both() -> None:
    nodes = (node("b", 2, room="B1"), node("c", 2, room="B1"), node("d", 3, "b", "c"))
    assert standing(*nodes) == ["d"]


def test_a_resolution_replaces_exactly_the_heads_that_it_names() -> None:
    fork = (node("a", 1), node("b", 2, "a"), node("c", 2, "a"), node("d", 2, "a"))
    assert standing(*fork, node("r", 3, settles=("b", "c", "d"))) == ["r"]
    assert standing(*fork, node("r", 3, settles=("b", "c"))) == ["d", "r"]


def test_a_head_that_a_resolution_did_not_know_opens_the_conflict_again() -> None:
    fork = (node("a", 1), node("b", 2, "a"), node("c", 2, "a"), node("r", 3, settles=("b", "c")))
    assert standing(*fork, node("late", 2, "a")) == ["late", "r"]


def test_a_head_that_a_resolution_names_may_come_after_it() -> None:
    assert standing(node("r", 3, settles=("b", "c")), node("b", 2)) == ["r"]


def test_a_change_after_a_resolution_replaces_it() -> None:
    fork = (node("b", 2), node("c", 2), node("r", 3, settles=("b", "c")))
    assert standing(*fork, node("d", 4, "r")) == ["d"]


def test_a_change_that_saw_one_side_replaces_that_side_only() -> None:
    assert standing(node("a", 1), node("b", 2, "a"), node("c", 2, "a"), node("d", 3, "b")) == ["c", "d"]


def test_a_change_that_saw_only_a_replaced_value_stands_beside_the_new_one() -> None:
    nodes = (node("a", 1), node("b", 2, "a"), node("c", 3, "b"), node("d", 4, "a"))
    assert standing(*nodes) == ["c", "d"]


def test_a_base_that_is_not_here_counts_as_seen() -> None:
    assert standing(node("a", 1), node("c", 3, "absent")) == ["c"]


def test_two_changes_of_one_absent_base_did_not_see_each_other() -> None:
    assert standing(node("b", 4, "absent"), node("c", 9, "absent")) == ["b", "c"]


def test_what_descends_from_an_absent_base_was_not_seen_by_its_other_child() -> None:
    nodes = (node("b", 4, "absent"), node("c", 5, "b"), node("d", 9, "absent"))
    assert standing(*nodes) == ["c", "d"]


def test_an_absent_base_cannot_have_covered_what_is_as_young_as_itself() -> None:
    assert standing(node("a", 2), node("c", 3, "absent")) == ["a", "c"]


def test_youths_concerned_are_simply_what_was_seen_last() -> None:
    def about(entry: str, logical: int, *parents: str) -> Node:
        return Node(entry=entry, order=(logical, entry, 1), parents=frozenset(parents), writes={ABOUT: entry.encode()})

    nodes = [about("a", 1), about("b", 2, "a"), about("c", 2, "a"), about("d", 3, "b", "c")]
    assert [head.entry for head in field_heads(nodes)[ABOUT]] == ["d"]


def test_heads_of_an_entity_are_what_nobody_has_seen() -> None:
    assert entity_heads({"a": frozenset(), "b": frozenset("a"), "c": frozenset("a")}) == {"b", "c"}
    assert entity_heads({}) == frozenset()


def test_a_circle_of_bases_is_a_bug() -> None:
    with pytest.raises(BugError):
        ancestors_first([node("a", 1, "b"), node("b", 2, "a")])


def test_a_parent_comes_first_whatever_time_it_claims() -> None:
    nodes = [node("late parent", 9), node("child", 2, "late parent"), node("other", 3)]
    assert [each.entry for each in ancestors_first(nodes)] == ["other", "late parent", "child"]
    assert standing(*nodes[:2]) == ["child"]


@st.composite
def graphs(draw: st.DrawFn) -> list[Node]:
    """Any history of one field: each entry saw some of those before it or something that is not here."""
    nodes: list[Node] = []
    for index in range(draw(st.integers(1, 9))):
        earlier = [each.entry for each in nodes]
        parents = draw(st.lists(st.sampled_from([*earlier, "absent", "absent too"]), max_size=3, unique=True))
        settles = draw(st.none() | st.lists(st.sampled_from([*earlier, "absent"]), max_size=3, unique=True))
        nodes.append(
            node(
                f"n{index}",
                draw(st.integers(1, 6)),
                *parents,
                room=draw(st.sampled_from(("", "B1", "B2"))),
                settles=None if settles is None else tuple(settles),
            )
        )
    return nodes


@given(graphs(), st.randoms(use_true_random=False))
def test_what_stands_does_not_depend_on_the_order_of_arrival(nodes: list[Node], chance: random.Random) -> None:
    mixed = list(nodes)
    chance.shuffle(mixed)
    assert field_heads(nodes) == field_heads(mixed)


@given(graphs())
def test_something_always_stands_and_the_latest_that_nobody_saw_is_among_it(nodes: list[Node]) -> None:
    heads = field_heads(nodes)["room"]
    unseen = entity_heads({each.entry: each.parents for each in nodes})
    assert heads
    assert unseen & {head.entry for head in heads} or any(
        "absent" in parent for each in nodes for parent in each.parents
    )


@given(st.integers(1, 400))
def test_a_long_chain_leaves_its_last_write(length: int) -> None:
    chain = [node(str(index), index, *([str(index - 1)] if index else [])) for index in range(length)]
    assert standing(*chain) == [str(length - 1)]
