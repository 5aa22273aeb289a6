"""What the operator reads, in Dutch and English: a plain sentence with a next step for every code, and short texts.

Here and not in the shared resources, because the registry is installed without the desktop's rooms.
"""

from typing import Final

SENTENCES: Final = {
    "card-invalid": {
        "nl": (
            "De sleutels in dit verzoek horen niet bij de locatie die erin staat.",
            "Vraag de locatie om een nieuw verzoek.",
        ),
        "en": ("The keys in this request do not belong to the site it names.", "Ask the site for a new request."),
    },
    "data-folder": {
        "nl": (
            "De gegevensmap kan niet worden gelezen of geschreven.",
            "Controleer --data, de eigenaar van de map en de vrije ruimte.",
        ),
        "en": ("The data folder cannot be read or written.", "Check --data, its owner and the free space."),
    },
    "database-address": {
        "nl": (
            "Het adres van de database kan niet worden gebruikt.",
            "Controleer --database; voor PostgreSQL moet psycopg geïnstalleerd zijn.",
        ),
        "en": ("The database address cannot be used.", "Check --database; PostgreSQL needs psycopg installed."),
    },
    "database-newer": {
        "nl": ("Deze database is van een nieuwere Baken; er is niets veranderd.", "Werk dit programma bij."),
        "en": ("This database was made by a newer Baken; it is untouched.", "Update this program."),
    },
    "database-unreachable": {
        "nl": ("De database antwoordt niet of is geen postbus.", "Controleer --database en of de server draait."),
        "en": ("The database does not answer or is no mailbox.", "Check --database and that the server runs."),
    },
    "enrolment-laptop-elsewhere": {
        "nl": (
            "Deze laptop is al aangemeld voor een andere locatie.",
            "Vraag de locatie hoe de laptop bij hen is gekomen.",
        ),
        "en": ("This laptop is already enrolled for another site.", "Ask the site how the laptop came to them."),
    },
    "enrolment-old": {
        "nl": ("Dit verzoek is gemaakt voordat de laptop werd ingetrokken.", "Vraag de locatie om een nieuw verzoek."),
        "en": ("This request was made before the laptop was revoked.", "Ask the site for a new request."),
    },
    "file": {
        "nl": ("Het bestand kan niet worden gelezen of geschreven.", "Controleer de naam en de rechten van de map."),
        "en": ("The file cannot be read or written.", "Check its name and the folder's permissions."),
    },
    "file-exists": {
        "nl": ("Op die plek staat al een bestand; het is niet veranderd.", "Kies een andere naam met --out."),
        "en": ("The output file exists already; it is untouched.", "Choose another name for --out."),
    },
    "key-invalid": {
        "nl": ("In het verzoek staat een sleutel die er geen is.", "Vraag de locatie om een nieuw verzoek."),
        "en": ("The request holds a key that is none.", "Ask the site for a new request."),
    },
    "mailbox-key-differs": {
        "nl": (
            "Deze database hoort bij een postbus met een andere sleutel.",
            "Leg de mailbox.key van die postbus in de gegevensmap; anders moet elke laptop opnieuw worden aangemeld.",
        ),
        "en": (
            "This database belongs to a mailbox with another key.",
            "Put that mailbox's mailbox.key into the data folder; without it every laptop must be enrolled anew.",
        ),
    },
    "mailbox-key-exposed": {
        "nl": (
            "Anderen kunnen de sleutel van de postbus lezen.",
            "Zet de rechten van mailbox.key op 0600, en ga na wie hem heeft gelezen.",
        ),
        "en": (
            "Others can read the mailbox's key.",
            "Set the mode of mailbox.key to 0600, and think about who has read it.",
        ),
    },
    "mailbox-key-unreadable": {
        "nl": ("Het sleutelbestand van de postbus is beschadigd.", "Zet mailbox.key terug uit een reservekopie."),
        "en": ("The mailbox's key file is damaged.", "Put back mailbox.key from a backup."),
    },
    "malformed": {
        "nl": (
            "Dit is geen verzoek om aan te melden.",
            "Vraag de locatie om het bestand van `baken site enrol-request`.",
        ),
        "en": ("This is no enrolment request.", "Ask the site for the file that `baken site enrol-request` wrote."),
    },
    "port": {
        "nl": ("De postbus kan daar niet luisteren.", "Controleer --host en --port, en of er al een postbus draait."),
        "en": (
            "The mailbox cannot listen there.",
            "Check --host and --port, and whether a mailbox is running already.",
        ),
    },
    "registry-address": {
        "nl": ("Laptops gebruiken https, of http alleen op deze machine.", "Geef --address als https://..."),
        "en": ("Laptops use https, or http on this machine only.", "Give --address as https://..."),
    },
    "signature-invalid": {
        "nl": (
            "Het verzoek is niet ondertekend door de locatie en laptop die erin staan.",
            "Vraag de locatie om een nieuw verzoek.",
        ),
        "en": ("The request is not signed by the site and laptop it names.", "Ask the site for a new request."),
    },
    "site-not-enrolled": {
        "nl": ("Deze locatie of laptop is nooit aangemeld.", "Bekijk `baken-registry list`."),
        "en": ("This site or laptop was never enrolled.", "See `baken-registry list`."),
    },
    "storage": {
        "nl": (
            "De database werkte niet; er is niets veranderd.",
            "Controleer de vrije ruimte en of de databaseserver draait.",
        ),
        "en": ("The database failed; nothing was changed.", "Check the free space and that the database server runs."),
    },
    "tls": {
        "nl": (
            "Het certificaat en de sleutel voor https kunnen niet worden gebruikt.",
            "Controleer --tls-certificate en --tls-key.",
        ),
        "en": ("The certificate and key for https cannot be used.", "Check --tls-certificate and --tls-key."),
    },
    "too-large": {
        "nl": (
            "Dit is geen verzoek om aan te melden.",
            "Vraag de locatie om het bestand van `baken site enrol-request`.",
        ),
        "en": ("This is no enrolment request.", "Ask the site for the file that `baken site enrol-request` wrote."),
    },
}

WORDS: Final = {
    "site": {"nl": "Locatie", "en": "Site"},
    "laptop": {"nl": "Laptop", "en": "Laptop"},
    "fingerprint": {"nl": "Vingerafdruk", "en": "Fingerprint"},
    "compare": {
        "nl": "Vergelijk de vingerafdruk telefonisch met de locatie; `revoke` maakt dit ongedaan.",
        "en": "Compare the fingerprint with the site by telephone; `revoke` undoes this.",
    },
    "enrolled": {"nl": "aangemeld", "en": "enrolled"},
    "revoked": {"nl": "ingetrokken", "en": "revoked"},
    "checked": {"nl": "{bundles} bundels, {findings} bevindingen", "en": "{bundles} bundles, {findings} findings"},
    "long-id": {
        "nl": "64 hexadecimale cijfers, zoals `list` ze toont",
        "en": "64 hexadecimal digits, as `list` shows them",
    },
}

HELP_NL: Final = {
    "The operator's command line of a mailbox that can read none of what it holds.": (
        "De opdrachtregel voor de beheerder van een postbus die niets kan lezen van wat erin ligt."
    ),
    "SQLite (default, in the data folder) or postgresql://": "SQLite (anders, in de gegevensmap) of postgresql://",
    "folder of the mailbox's key and SQLite file": "map met de sleutel en het SQLite-bestand van de postbus",
    "one JSON document on standard output": "één JSON-document op de standaarduitvoer",
    "run the mailbox": "laat de postbus draaien",
    "serve https without a proxy": "bied https aan zonder proxy",
    "how long a bundle waits at most": "hoe veel dagen een bundel hoogstens wacht",
    "what one site may have waiting, in MiB": "hoeveel één locatie mag laten wachten, in MiB",
    "let a laptop of a site in": "laat een laptop van een locatie toe",
    "how laptops reach this mailbox (default: BAKEN_REGISTRY_ADDRESS, or where it last listened)": (
        "hoe laptops deze postbus bereiken (anders: BAKEN_REGISTRY_ADDRESS, of waar hij het laatst luisterde)"
    ),
    "show sites and laptops": "toon locaties en laptops",
    "shut a site, or one laptop of it, out": "sluit een locatie, of één laptop ervan, buiten",
    "site id as `list` shows it": "id van de locatie zoals `list` die toont",
    "only this laptop, as `list` shows it": "alleen deze laptop, zoals `list` die toont",
    "check every bundle against its receipt": "controleer elke bundel tegen zijn ontvangstbewijs",
}


def dutch(text: str) -> str:
    """Give a text of `--help` in Dutch."""
    return HELP_NL.get(text, text)
