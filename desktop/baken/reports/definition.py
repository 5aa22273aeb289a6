"""What a form consists of, read from resources/forms: fields, order, labels in two languages, where values come from.

Definitions are data: another form is another file. Source: netherlands.md, section 7.
"""

from enum import StrEnum
from functools import cache

import msgspec

from baken.errors import BugError
from baken.model.resources import Resource, read_resource


class SectionKind(StrEnum):
    """How a section is set."""

    FIELDS = "fields"  # label and value, one under the other
    GROUPS = "groups"  # the same fields once per youth
    TEXT = "text"  # a heading and running text
    ENTRIES = "entries"  # head at the left, body and a muted line at the right
    TABLE = "table"  # the same, each on one line where it fits
    QUOTES = "quotes"  # own words beside a bar
    THOUGHTS = "thoughts"  # staff's thoughts beside a dashed bar
    SIGNATURES = "signatures"


class Labelled(Resource, frozen=True, kw_only=True):
    """Anything with a label in two languages."""

    nl: str = ""
    en: str = ""

    def label(self, language: str) -> str:
        """Give the label in "nl" or "en"; English for any other language."""
        return self.nl if language == "nl" else self.en


class Field(Labelled, frozen=True, kw_only=True):
    """One field: `from_` names a value of the record."""

    from_: str = msgspec.field(name="from")


class Section(Labelled, frozen=True, kw_only=True):
    """A part of a form; a section of running text, entries or quotes takes its value by `from_`."""

    kind: SectionKind
    from_: str = msgspec.field(name="from", default="")
    field: tuple[Field, ...] = ()
    omit_empty: bool = False


class FormHead(Labelled, frozen=True, kw_only=True):
    """Which form this is. `recipients` are codes of the contacts; `checked` is when the fields were last checked."""

    code: str
    version: str
    recipients: tuple[str, ...]
    source: str
    checked: str
    signed_off: bool


class FormDefinition(Resource, frozen=True, kw_only=True):
    """A whole form."""

    form: FormHead
    section: tuple[Section, ...]


@cache
def load_definition(code: str) -> FormDefinition:
    """Read the definition of a form by its code, such as "F6", once. Raises BugError when there is none."""
    definition = read_resource(f"forms/{code.lower()}.toml", FormDefinition)
    for section in definition.section:
        labelled = section.kind in {SectionKind.FIELDS, SectionKind.GROUPS} or (section.nl and section.en)
        if not labelled or not all(field.nl and field.en for field in section.field):
            raise BugError(f"form {code}: label missing")
    return definition
