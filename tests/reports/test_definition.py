"""Form definitions: data with labels in two languages, known recipients, and names that the content knows."""

import pytest

from baken.errors import BugError
from baken.model.contacts import load_contacts
from baken.reports.definition import SectionKind, load_definition


def test_f6_goes_to_avim_emm_and_nidos() -> None:
    head = load_definition("F6").form
    assert head.recipients == ("AVIM", "EMM", "Nidos")
    assert set(head.recipients) <= set(load_contacts())
    assert head.label("nl") == "Signaal mensenhandel"


def test_what_nobody_signed_off_says_so() -> None:
    head = load_definition("F6").form
    assert not head.signed_off
    assert head.source
    assert head.checked


def test_f6_keeps_facts_words_and_thoughts_apart() -> None:
    kinds = {section.from_: section.kind for section in load_definition("F6").section}
    assert kinds["pieces"] is SectionKind.ENTRIES
    assert kinds["words"] is SectionKind.QUOTES
    assert kinds["meanings"] is SectionKind.THOUGHTS


def test_another_explanation_and_what_is_unknown_are_always_on_the_page() -> None:
    sections = {section.from_: section for section in load_definition("F6").section}
    assert not sections["other_explanation"].omit_empty
    assert not sections["unknown"].omit_empty


def test_no_label_calls_anybody_a_perpetrator_or_victim() -> None:
    for section in load_definition("F6").section:
        for labelled in (section, *section.field):
            words = (labelled.nl + labelled.en).lower()
            assert not [word for word in ("dader", "slachtoffer", "perpetrator", "victim") if word in words]


def test_a_form_that_does_not_exist_is_a_bug() -> None:
    with pytest.raises(BugError):
        load_definition("F99")
