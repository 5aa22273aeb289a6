"""Recipients: only what the field's sources say, each line with its source."""

import re

from baken.model.contacts import load_contacts


def test_the_recipients_of_the_command_line_are_there() -> None:
    short_names = ["Nidos", "COA", "AVIM", "EMM", "politie", "CoMensha", "zorgcoordinator", "Veilig_Thuis"]
    assert [name for name in short_names if name not in load_contacts()] == []


def test_every_recipient_has_two_names_two_roles_and_a_source() -> None:
    for contact in load_contacts().values():
        assert all((contact.name("nl"), contact.name("en"), contact.role("nl"), contact.role("en")))
        assert contact.short("nl")
        assert contact.short("en")
        assert contact.source


def test_only_numbers_of_the_sources_are_given() -> None:
    given = {number for each in load_contacts().values() for number in (each.phone, each.emergency) if number}
    assert given == {"088-6625333", "0900-8844", "112", "0800-2000", "0800-0188"}


def test_nothing_counts_as_verified_before_somebody_signed_it_off() -> None:
    assert not [contact.code for contact in load_contacts().values() if contact.verified]


def test_no_number_hides_in_a_name_or_role() -> None:
    for contact in load_contacts().values():
        assert not re.search(r"\d{3,}-\d{3,}", contact.nl + contact.en + contact.role_nl + contact.role_en)
