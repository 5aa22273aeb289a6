"""What can be typed: the verbs of the command line, exactly those that exist.

Builds the parser and nothing else; heavy modules are loaded by the verb that needs them. Secrets are never
arguments, only files or a prompt.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

from baken.model.codes import Basis, Capability, Danger, EntityType, Kind, Source
from baken.usage import parser_class

from .texts import dutch

Parser: TypeAlias = argparse.ArgumentParser
Verbs: TypeAlias = Any  # what takes verbs: argparse has no public name for it


def build_parser(language: str = "en") -> Parser:
    """Make the parser; `verb` names the verb, `subverb` the second word where there is one.

    Texts are English here; help.toml has them in Dutch.
    """
    parser = parser_class(language, dutch)(
        prog="baken",
        description="Notice in time that a child in reception is being trafficked. Without a verb: the window.",
    )
    parser.add_argument("--version", action="store_true", help="print the version")
    parser.add_argument("--capture", action="store_true", help="open only the quick capture of the running program")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    _add_making(verbs)
    _add_vault(verbs)
    _add_dossier(verbs)
    _add_record(verbs)
    _add_signal(verbs)
    _add_search(verbs)
    _add_form(verbs)
    _add_export(verbs)
    _add_import(verbs)
    _add_bundle(verbs)
    _add_sync(verbs)
    _add_site(verbs)
    return parser


def joined(words: Sequence[str]) -> list[str]:
    """Tie a value that begins with a dash, such as "-2u", to the option before it: argparse takes it for an option."""
    tied: list[str] = []
    for word in words:
        is_value = word.startswith("-") and not word.startswith("--") and word not in ("-", "-h")
        if is_value and tied and tied[-1].startswith("--") and "=" not in tied[-1] and tied[-1] != "--":
            tied[-1] += f"={word}"
        else:
            tied.append(word)
    return tied


def _verb(verbs: Verbs, name: str, text: str, *, unlocks: bool = True) -> Parser:
    parser: Parser = verbs.add_parser(name, help=text, description=text)
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")
    if unlocks:
        parser.add_argument("--vault", type=Path, metavar="DIR", help="default: the vault used last")
        parser.add_argument("--user", metavar="NAME", help="who unlocks; asked for when absent")
        _secret(
            parser, "--passphrase-file", "the passphrase of the user who unlocks; - for standard input; else a prompt"
        )
    return parser


def _secret(parser: Parser, option: str, text: str) -> None:
    parser.add_argument(option, type=Path, metavar="FILE", help=text)


def _subverbs(verbs: Verbs, name: str, text: str) -> Verbs:
    parser: Parser = verbs.add_parser(name, help=text, description=text)
    return parser.add_subparsers(dest="subverb", metavar="WHAT", required=True)


def _add_making(verbs: Verbs) -> None:
    practice = _verb(
        verbs, "practice", "make a practice vault with composite cases (no real child), marked OEFENING", unlocks=False
    )
    practice.add_argument("folder", type=Path, metavar="DIR")
    practice.add_argument("--site", default="Locatie Oost", metavar="NAME", help="which of the invented sites")
    _secret(
        practice, "--new-passphrase-file", "the passphrase of its users; - for standard input; default: a published one"
    )

    tour = _verb(
        verbs,
        "tour",
        "run the main job through the real window without a screen; write screenshots, PDFs and a bundle to DIR",
        unlocks=False,
    )
    tour.add_argument("folder", type=Path, metavar="DIR")


def _add_vault(verbs: Verbs) -> None:
    vault = _subverbs(verbs, "vault", "make a vault, say who may open it, verify it, back it up and restore it")
    new = _verb(vault, "new", "make a new vault and its first user, who has all capabilities", unlocks=False)
    new.add_argument("folder", type=Path, metavar="DIR")
    new.add_argument("--site", required=True, metavar="NAME")
    new.add_argument("--code", default="", metavar="CODE", help="the site's short code")
    new.add_argument("--user", required=True, metavar="NAME")
    _secret(new, "--passphrase-file", "the passphrase that is set; - for standard input; else a prompt")
    _verb(vault, "users", "who has an account on this vault")
    _add_people(vault)
    _verb(vault, "verify", "both integrity checks, every chain, every signature; writes nothing")
    backup = _verb(vault, "backup", "make a sealed backup in FOLDER; only a passphrase of this vault opens it")
    backup.add_argument("folder", type=Path, metavar="FOLDER")
    restore = _verb(vault, "restore", "make a new vault in DIR from a backup; never over anything", unlocks=False)
    restore.add_argument("folder", type=Path, metavar="FOLDER", help="a backup, or the folder they lie in: the newest")
    restore.add_argument("into", type=Path, metavar="DIR", help="absent or empty")
    restore.add_argument("--user", metavar="NAME", help="who unlocks; asked for when absent")
    _secret(restore, "--passphrase-file", "the passphrase of the user who unlocks; - for standard input; else a prompt")


def _add_people(vault: Verbs) -> None:
    add = _verb(vault, "add-user", "give somebody an account, or new secrets after a forgotten passphrase (--person)")
    add.add_argument("name", metavar="NAME")
    which = add.add_mutually_exclusive_group(required=True)
    roles = [capability.value for capability in Capability]
    which.add_argument("--role", action="append", choices=roles, help="what they may do; repeat it for more than one")
    which.add_argument("--person", metavar="ID", help="who forgot their passphrase: the id that vault users shows")
    add.add_argument(
        "--until", metavar="DATE", help="the last day of the account (ISO date); a shift account needs one"
    )
    _secret(add, "--new-passphrase-file", "the passphrase that is set; - for standard input; else a prompt")
    remove = _verb(vault, "remove-user", "remove somebody: new keys for all who stay; their drafts are closed for ever")
    remove.add_argument("name", metavar="NAME")
    change = _verb(vault, "change-passphrase", "give yourself a new passphrase")
    _secret(change, "--new-passphrase-file", "the passphrase that is set; - for standard input; else a prompt")
    sheet = _verb(vault, "recovery-sheet", "write a recovery sheet, and type three groups of it back so that it counts")
    sheet.add_argument("file", type=Path, metavar="FILE.pdf")
    recover = _verb(vault, "recover", "give an administrator a new passphrase with the recovery sheet", unlocks=False)
    recover.add_argument("--vault", type=Path, metavar="DIR", help="default: the vault used last")
    recover.add_argument("--user", metavar="NAME", help="the administrator; asked for when absent")
    _secret(recover, "--code-file", "the code of the sheet; - for standard input; else a prompt")
    _secret(recover, "--new-passphrase-file", "the passphrase that is set; - for standard input; else a prompt")


def _add_dossier(verbs: Verbs) -> None:
    dossier = _subverbs(verbs, "dossier", "youths")
    new = _verb(dossier, "new", "a new youth; every field may be unknown but one of alias and name")
    for option, text in (
        ("--alias", "the name that is used"),
        ("--name", "the name as registered, in Latin letters"),
        ("--name-native", "the name in its own script"),
        ("--gender", "m, v or x"),
        ("--born", "ISO date, month or year"),
        ("--language", "languages spoken"),
        ("--v-number", "ten digits"),
        ("--room", "room"),
        ("--guardian", "guardian"),
        ("--mentor", "mentor"),
        ("--arrival", "ISO date of arrival here"),
    ):
        new.add_argument(option, default="", metavar="TEXT", help=text)
    _verb(dossier, "list", "all youths")
    show = _verb(dossier, "show", "everything of one youth, with the timeline")
    show.add_argument("id", metavar="ID")


def _add_record(verbs: Verbs) -> None:
    record = _verb(verbs, "record", "record a piece about none, one or several youths, or correct one")
    record.add_argument("--about", action="append", default=[], metavar="DOSSIER", help="a youth concerned; repeat it")
    record.add_argument("--kind", choices=[kind.value for kind in Kind], help="what it is about")
    record.add_argument("--text", required=True, help="what was seen or heard")
    record.add_argument("--quote", help="the youth's own words")
    record.add_argument("--meaning", help="what you think")
    record.add_argument("--source", choices=[source.value for source in Source], help="default: zelf_gezien")
    record.add_argument("--at", metavar="WHEN", help='ISO 8601, or as typed: "gisteren 23u40", "vannacht", "-2u"')
    record.add_argument("--place", help="where it happened")
    record.add_argument("--indicator", action="append", metavar="ID", help="an indicator of the list; repeat it")
    types = "|".join(type_.value for type_ in EntityType)
    record.add_argument(
        "--entity",
        action="append",
        metavar=f"{types}=VALUE",
        help="a number, plate, account, address, vehicle or person that it names; repeat it",
    )
    record.add_argument(
        "--attach", action="append", default=[], metavar="FILE", help="a photo, PDF or sound file; repeat it"
    )
    record.add_argument("--protect-source", action="store_true", help="never name the source on paper")
    either = record.add_mutually_exclusive_group()  # a correction is read by whoever reads what it corrects
    either.add_argument(
        "--restricted", action="store_true", help="for the safeguarding lead and yourself only, not for the team"
    )
    either.add_argument(
        "--corrects", metavar="ID", help="the piece that this corrects; what is not given stays as it was"
    )
    record.add_argument("--why", default="", help="why it is corrected")


def _add_signal(verbs: Verbs) -> None:
    signal = _subverbs(verbs, "signal", "signals: pieces combined by a person")
    new = _verb(signal, "new", "combine pieces into a signal")
    new.add_argument("--about", action="append", default=[], metavar="DOSSIER", help="a youth concerned; repeat it")
    new.add_argument("--observation", action="extend", nargs="+", required=True, metavar="ID", help="the pieces")
    new.add_argument("--facts", default="", help="what is seen, in facts")
    new.add_argument("--other-explanation", help="another explanation; an empty text: asked, not known")
    new.add_argument("--unknown", help="what is still unknown; an empty text: asked, not known")
    new.add_argument("--indicator", action="append", default=[], metavar="ID", help="an indicator; repeat it")
    new.add_argument(
        "--form", action="append", default=[], metavar="CODE", help="a suspected form of exploitation; repeat it"
    )
    new.add_argument("--danger", choices=[danger.value for danger in Danger], help="is there danger now?")
    for name, text in (("show", "a signal with its pieces"), ("coverage", "what its pieces speak of, per dimension")):
        one = _verb(signal, name, text)
        one.add_argument("id", metavar="ID")


def _add_search(verbs: Verbs) -> None:
    search = _verb(verbs, "search", "find pieces, youths and signals; accents and beginnings of words match")
    search.add_argument("text", metavar="TEXT")


def _add_form(verbs: Verbs) -> None:
    form = _verb(verbs, "form", "save a form as PDF and record to whom it goes")
    form.add_argument("form", choices=["F6"], help="the form's code")
    form.add_argument("--signal", required=True, metavar="ID", help="what is passed on")
    form.add_argument("--to", required=True, metavar="RECIPIENT", help="AVIM, EMM, Nidos and the like")
    form.add_argument(
        "--basis", required=True, choices=[basis.value for basis in Basis], help="the legal basis, recorded"
    )
    form.add_argument("--basis-note", default="", metavar="TEXT", help="more about the basis")
    form.add_argument("--purpose", default="", metavar="TEXT", help="what it is passed on for")
    form.add_argument("--told", default="", metavar="TEXT", help="what the youth and guardian were told")
    form.add_argument("--language", choices=["nl", "en"], default="nl", help="the paper's language")
    form.add_argument("--with-meaning", action="store_true", help="also print what the authors think")
    form.add_argument("--out", type=Path, required=True, metavar="FILE.pdf", help="the file to write")


def _add_export(verbs: Verbs) -> None:
    export = _verb(verbs, "export", "seal chosen records into a bundle for another site")
    export.add_argument("--to", required=True, metavar="SITE", help="name, code or id of a trusted site")
    chosen = export.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--dossier", metavar="ID")
    chosen.add_argument("--signal", action="append", default=[], metavar="ID")
    chosen.add_argument("--observation", action="extend", nargs="+", default=[], metavar="ID")
    chosen.add_argument("--new", action="store_true", help="everything that this site has not yet been sent")
    export.add_argument("--basis", required=True, choices=[basis.value for basis in Basis])
    export.add_argument("--basis-note", default="", metavar="TEXT")
    where = export.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", type=Path, metavar="FILE")
    where.add_argument("--queue", action="store_true", help="lay it ready for the next sync")


def _add_import(verbs: Verbs) -> None:
    import_ = _verb(verbs, "import", "verify a bundle and take it in; the same bundle again changes nothing")
    import_.add_argument("file", type=Path, metavar="FILE")
    import_.add_argument("--dry-run", action="store_true", help="verify and count, change nothing")


def _add_bundle(verbs: Verbs) -> None:
    bundle = _subverbs(verbs, "bundle", "look at bundles; the age layer alone")
    _verb(bundle, "list", "the bundles that were made here, and how far each got")
    inspect = _verb(bundle, "inspect", "what can be said of a bundle without trusting it")
    inspect.add_argument("file", type=Path, metavar="FILE")
    seal = _verb(bundle, "seal", "the age layer alone, any file", unlocks=False)
    seal.add_argument("file", type=Path, metavar="FILE")
    seal.add_argument("--recipient", action="append", required=True, metavar="AGE1...")
    seal.add_argument("--out", type=Path, required=True, metavar="FILE")
    unseal = _verb(bundle, "unseal", "the rescue path; nothing is written unless all of it verifies", unlocks=False)
    unseal.add_argument("file", type=Path, metavar="FILE")
    unseal.add_argument("--identity", type=Path, required=True, metavar="FILE")
    unseal.add_argument("--out", type=Path, required=True, metavar="FILE")


def _add_sync(verbs: Verbs) -> None:
    sync = _verb(verbs, "sync", "push the queue, pull, import, push receipts")
    where = sync.add_mutually_exclusive_group()
    where.add_argument("--registry", metavar="URL", help="another address of the enrolled registry")
    where.add_argument("--stick", type=Path, metavar="DIR", help="a stick or shared folder instead of the registry")


def _add_site(verbs: Verbs) -> None:
    site = _subverbs(verbs, "site", "cards of sites, and enrolment with the registry")
    card = _verb(site, "card", "write this site's card to a file")
    card.add_argument("file", type=Path, metavar="FILE")
    add = _verb(site, "add", "trust a site's card after its fingerprint was confirmed by another channel")
    add.add_argument("card", type=Path, metavar="CARD")
    add.add_argument("--fingerprint", required=True, metavar="FP")
    _verb(site, "list", "the sites that are trusted")
    request = _verb(site, "enrol-request", "write the request for the registry to a file")
    request.add_argument("file", type=Path, metavar="FILE")
    enrolled = _verb(site, "enrolled", "take in the registry's answer")
    enrolled.add_argument("file", type=Path, metavar="FILE")
