"""The indicator list: versioned data with a source for every line, and the lookups that screens and coverage need.

The list helps to see what is missing; it never decides anything. Nothing here adds, weighs or ranks.
Source: indicators.md, section 2.
"""

from enum import StrEnum
from functools import cache

from baken.errors import BugError

from .codes import Dimension, Strength
from .ids import IndicatorId
from .records import IndicatorTag
from .resources import Resource, read_resource

LANGUAGES = ("nl", "en")


class Group(StrEnum):
    """The nine groups in which the list is read, in its order."""

    BEHAVIOUR = "behaviour"
    HEALTH_APPEARANCE = "health_appearance"
    POSSESSIONS_MONEY_PHONE = "possessions_money_phone"
    CONTACTS_TRANSPORT = "contacts_transport"
    STATEMENTS_ROUTE = "statements_route"
    STATEMENTS_SITUATION = "statements_situation"
    INCIDENTS_OFFENCES = "incidents_offences"
    LOCATION = "location"
    ABSENCE = "absence"


class Standing(StrEnum):
    """How well a source was read: itself, on another's page, in another's table, or not at all."""

    READ = "read"
    RELAYED = "relayed"
    SECOND_HAND = "second_hand"
    UNVERIFIED = "unverified"


class IndicatorSource(Resource, frozen=True, kw_only=True):
    """Where an indicator comes from."""

    ref: str
    standing: Standing


class Indicator(Resource, frozen=True, kw_only=True):
    """One line of the list: `forms` are codes of `ExploitationForm` or "any", `sources` keys of the source table."""

    id: IndicatorId
    wording_nl: str
    wording_en: str
    group: Group
    forms: tuple[str, ...]
    dimensions: tuple[Dimension, ...]
    strength: Strength
    child_specific: bool
    sources: tuple[str, ...]

    def wording(self, language: str) -> str:
        """Give the wording in "nl" or "en"; English for any other language."""
        return self.wording_nl if language == "nl" else self.wording_en


class ExploitationForm(Resource, frozen=True, kw_only=True):
    """A form of exploitation that a signal may speak of; what stands `apart` is no trafficking and not offered."""

    code: str
    nl: str
    en: str
    apart: bool = False

    def label(self, language: str) -> str:
        """Give the label in "nl" or "en"; English for any other language."""
        return self.nl if language == "nl" else self.en


class ListHead(Resource, frozen=True, kw_only=True):
    """Which version of the list this is, and what of it still waits for somebody's check."""

    version: str
    date: str  # ISO
    signed_off: bool
    strength_standing: Standing


class _ListFile(Resource, frozen=True, kw_only=True):
    list: ListHead
    source: dict[str, IndicatorSource]
    indicator: tuple[Indicator, ...]


class _FormsFile(Resource, frozen=True, kw_only=True):
    form: tuple[ExploitationForm, ...]


class Catalogue:
    """The list with its sources and forms of exploitation; made once, never changed.

    Raises BugError for a double id, an unknown source or form, or an empty wording, form, dimension or source.
    """

    def __init__(
        self,
        *,
        head: ListHead,
        sources: dict[str, IndicatorSource],
        indicators: tuple[Indicator, ...],
        forms: tuple[ExploitationForm, ...],
    ) -> None:
        self.head = head
        self.sources = sources
        self.indicators = indicators
        self.forms = forms
        self._places = {indicator.id: place for place, indicator in enumerate(indicators)}
        self._check()

    def find(self, indicator: str) -> Indicator | None:
        """Give the indicator of this id, or None where a newer or older list had it."""
        place = self._places.get(IndicatorId(indicator))
        return None if place is None else self.indicators[place]

    def position(self, indicator: str) -> int:
        """Give the place in the list, for sorting; what is not in it comes last."""
        return self._places.get(IndicatorId(indicator), len(self.indicators))

    def references(self, indicator: Indicator) -> tuple[IndicatorSource, ...]:
        """Give the sources of an indicator in the order of the list."""
        return tuple(self.sources[code] for code in indicator.sources)

    def is_verified(self, indicator: Indicator) -> bool:
        """Say whether at least one of its sources was read, itself or on a page that passes it on."""
        return any(source.standing in {Standing.READ, Standing.RELAYED} for source in self.references(indicator))

    def tag(self, indicator: Indicator, language: str) -> IndicatorTag:
        """Make the tag that is stored with a piece: id, list version, and the wording as shown now."""
        return IndicatorTag(id=indicator.id, list_version=self.head.version, label=indicator.wording(language))

    def form_label(self, code: str, language: str) -> str:
        """Give the label of a form of exploitation; a code of a newer list is shown as it is."""
        return next((form.label(language) for form in self.forms if form.code == code), code)

    def _check(self) -> None:
        form_codes = {form.code for form in self.forms} | {"any"}
        for indicator in self.indicators:
            texts = (indicator.wording_nl, indicator.wording_en)
            lists = (indicator.forms, indicator.dimensions, indicator.sources)
            known = set(indicator.forms) <= form_codes and set(indicator.sources) <= set(self.sources)
            if not all(texts) or not all(lists) or not known:
                raise BugError(f"catalogue: {indicator.id}")
        if len(self._places) != len(self.indicators):
            raise BugError("catalogue: double id")


@cache
def load_catalogue() -> Catalogue:
    """Read the list that ships with the programme, once."""
    listed = read_resource("catalogue/indicators.toml", _ListFile)
    forms = read_resource("catalogue/exploitation.toml", _FormsFile)
    return Catalogue(head=listed.list, sources=listed.source, indicators=listed.indicator, forms=forms.form)
