"""What is typed during the tour; from resources/practice/tour.toml."""

from baken.model.resources import Resource


class TourTexts(Resource, frozen=True, kw_only=True):
    """Names of the practice vaults and invented texts."""

    user: str
    lead: str
    newcomer: str
    youth: str
    elsewhere: str
    lead_elsewhere: str
    wrong_passphrase: str
    text: str
    quote: str
    quote_original: str
    quote_note: str
    meaning: str
    place: str
    search: str
    corrected: str
    why: str
    indicator: str
    facts: str
    other_explanation: str
    unknown: str
    suspected_form: str
    purpose: str
    told: str
    compared: str
    draft: str
    attached: str
