"""The closed lists that are stored; their values are stable and those of commands.md and cases.toml."""

from enum import StrEnum


class Kind(StrEnum):
    """What a piece is about; one list everywhere."""

    GEDRAG = "gedrag"
    CONTACT = "contact"
    SPULLEN_GELD = "spullen_geld"
    AFWEZIGHEID = "afwezigheid"
    UITSPRAAK = "uitspraak"
    GEZONDHEID = "gezondheid"
    INCIDENT = "incident"
    PLAATS = "plaats"
    ROUTE = "route"


class Source(StrEnum):
    """How the author knows. Source: indicators.md 3.4, `certainty_of_source`."""

    SEEN_MYSELF = "zelf_gezien"
    HEARD_FROM_YOUTH = "gehoord_van_jongere"
    HEARD_FROM_OTHER = "gehoord_van_ander"
    DOCUMENT = "document"
    UNKNOWN = "onbekend"


class EntityType(StrEnum):
    """Things a piece can name that may also stand in another piece."""

    PHONE = "telefoon"
    PLATE = "kenteken"
    ACCOUNT = "account"
    ADDRESS = "adres"
    VEHICLE = "voertuig"
    PERSON = "persoon"


class Gender(StrEnum):
    """As a registration has it; nothing where it is not known."""

    MALE = "m"
    FEMALE = "v"
    OTHER = "x"


class Precision(StrEnum):
    """How precisely a moment is known; nothing is ever shown more precisely than this."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    ABOUT = "about"


class Dimension(StrEnum):
    """What an indicator speaks of. Source: indicators.md, section 0 (harm apart from risk); `distress` is ours."""

    ACT = "act"
    MEANS = "means"
    PURPOSE = "purpose"
    VULNERABILITY = "vulnerability"
    DISAPPEARANCE_RISK = "disappearance_risk"
    DISTRESS = "distress"


class Strength(StrEnum):
    """Only where the source grades it. Source: indicators.md, section 2."""

    STRONG = "strong"
    MEDIUM = "medium"
    UNGRADED = "ungraded"


class Basis(StrEnum):
    """The legal basis of a disclosure; recorded, never blocking. Source: netherlands.md, section 6."""

    CONSENT = "toestemming"
    LEGAL_DUTY = "wettelijke_plicht"
    LEGAL_TASK = "wettelijke_taak"
    VITAL_INTEREST = "vitaal_belang"


class SignalState(StrEnum):
    """Where a signal stands; a person moves it, by choosing or by saving the paper that passes it on."""

    CONCEPT = "concept"
    PASSED_ON = "doorgezet"
    FOLLOWED = "gevolgd"
    NOT_PASSED_ON = "niet_doorgezet"
    CLOSED = "gesloten"


class Danger(StrEnum):
    """Is there danger now? Nothing is preselected; "weet ik niet" is an answer."""

    NO = "nee"
    YES = "ja"
    UNKNOWN = "weet_ik_niet"


class Capability(StrEnum):
    """What a certificate allows its holder."""

    MENTOR = "mentor"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    ADMIN = "admin"
    REGISTRY_ANALYST = "registry_analyst"
    AUDITOR = "auditor"
    SHIFT = "shift"
    ERASE = "erase"


class Delivery(StrEnum):
    """How far a bundle got; each step needs its own signed proof (architecture.md, "The registry").

    A file that was handed over by hand never waits and is at no registry: only its receipt can come back.
    """

    WAITING = "waiting"
    HANDED_OVER = "handed-over"
    AT_REGISTRY = "at_registry"
    RECEIVED = "received"
