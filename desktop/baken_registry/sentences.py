"""What the operator reads: one plain sentence with a next step for each code that a verb can end with."""

SENTENCES = {
    "card-invalid": (
        "The keys in this request do not belong to the site it names.",
        "Ask the site for a new request.",
    ),
    "data-folder": (
        "The data folder cannot be read or written.",
        "Check --data, its owner and the free space.",
    ),
    "database-address": (
        "The database address cannot be used.",
        "Check --database; PostgreSQL needs psycopg installed.",
    ),
    "database-newer": (
        "This database was made by a newer Baken; it is untouched.",
        "Update this program.",
    ),
    "database-unreachable": (
        "The database does not answer or is no mailbox.",
        "Check --database and that the server runs.",
    ),
    "enrolment-laptop-elsewhere": (
        "This laptop is already enrolled for another site.",
        "Ask the site how the laptop came to them.",
    ),
    "enrolment-old": (
        "This request was made before the laptop was revoked.",
        "Ask the site for a new request.",
    ),
    "file": (
        "The file cannot be read or written.",
        "Check its name and the folder's permissions.",
    ),
    "file-exists": (
        "The output file exists already; it is untouched.",
        "Choose another name for --out.",
    ),
    "key-invalid": (
        "The request holds a key that is none.",
        "Ask the site for a new request.",
    ),
    "mailbox-key-differs": (
        "This database belongs to a mailbox with another key.",
        "Put that mailbox's mailbox.key into the data folder; without it every laptop must be enrolled anew.",
    ),
    "mailbox-key-exposed": (
        "Others can read the mailbox's key.",
        "Set the mode of mailbox.key to 0600, and think about who has read it.",
    ),
    "mailbox-key-unreadable": (
        "The mailbox's key file is damaged.",
        "Put back mailbox.key from a backup.",
    ),
    "malformed": (
        "This is no enrolment request.",
        "Ask the site for the file that `baken site enrol-request` wrote.",
    ),
    "port": (
        "The mailbox cannot listen there.",
        "Check --host and --port, and whether a mailbox is running already.",
    ),
    "registry-address": (
        "Laptops use https, or http on this machine only.",
        "Give --address as https://...",
    ),
    "signature-invalid": (
        "The request is not signed by the site and laptop it names.",
        "Ask the site for a new request.",
    ),
    "site-not-enrolled": (
        "This site or laptop was never enrolled.",
        "See `baken-registry list`.",
    ),
    "storage": (
        "The database failed; nothing was changed.",
        "Check the free space and that the database server runs.",
    ),
    "tls": (
        "The certificate and key for https cannot be used.",
        "Check --tls-certificate and --tls-key.",
    ),
    "too-large": (
        "This is no enrolment request.",
        "Ask the site for the file that `baken site enrol-request` wrote.",
    ),
}
