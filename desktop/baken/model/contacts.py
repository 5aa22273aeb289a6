"""Whom a form can go to: names in two languages, and the lines that the field's sources give, with their standing.

Nothing is invented: an empty number is one that nobody has found. Source: netherlands.md, section 1.
"""

from functools import cache

from .resources import Resource, read_resource


class Contact(Resource, frozen=True, kw_only=True):
    """A recipient. `source` names sources of netherlands.md, `checked` is the year they were read, or empty."""

    code: str
    short_nl: str
    short_en: str
    nl: str
    en: str
    role_nl: str
    role_en: str
    phone: str = ""
    emergency: str = ""
    email: str = ""
    day_and_night: bool = False
    source: str
    checked: str
    verified: bool

    def name(self, language: str) -> str:
        """Give the name in "nl" or "en"; English for any other language."""
        return self.nl if language == "nl" else self.en

    def short(self, language: str) -> str:
        """Give the name as it stands in a line, in "nl" or "en"; English for any other language."""
        return self.short_nl if language == "nl" else self.short_en

    def role(self, language: str) -> str:
        """Give what the recipient does, in "nl" or "en"; English for any other language."""
        return self.role_nl if language == "nl" else self.role_en


def canonical(code: str) -> str:
    """Give a recipient's code as it is written, whatever capitals were typed; one that is not known as it is."""
    wanted = code.strip().casefold()
    return next((known for known in load_contacts() if known.casefold() == wanted), code)


class _ContactsFile(Resource, frozen=True, kw_only=True):
    contact: tuple[Contact, ...]


@cache
def load_contacts() -> dict[str, Contact]:
    """Read the recipients that ship with the programme by code, in the order of the file, once."""
    return {contact.code: contact for contact in read_resource("contacts/contacts.toml", _ContactsFile).contact}
