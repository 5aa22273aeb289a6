"""The operator's command line: serve, enrol, list, revoke, verify.

Exit status: 0 done; 1 the world said no, with one sentence and a next step on standard error; 2 wrong usage.
"""

import argparse
import json
import logging
import os
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from baken.errors import UserError
from baken.usage import language_of, parser_class
from baken.wire.enrolment import (
    Enrolment,
    EnrolmentRequest,
    check_address,
    read_request,
    request_fingerprint,
    write_enrolment,
)
from baken.wire.registry import read_site_id
from baken.wire.signed import DOCUMENT_MAX_BYTES
from baken_registry import directory
from baken_registry.check import check
from baken_registry.database import sqlite_file
from baken_registry.limits import Limits
from baken_registry.mailbox import Mailbox, last_address, open_mailbox
from baken_registry.sentences import SENTENCES, WORDS, dutch
from baken_registry.server import serve

DEFAULT_HOST, DEFAULT_PORT = "127.0.0.1", 8420
DATABASE_FILE = "mailbox.db"
MIB = 1024 * 1024


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and give the exit status."""
    os.umask(0o077)
    options = _parser(_language()).parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except UserError as refused:
        sentence, hint = SENTENCES[refused.code][_language()]
        if options.json:
            print(json.dumps({"error": refused.code, "message": sentence, "hint": hint}, ensure_ascii=False))
        print(f"{sentence} {hint}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 1


def _language() -> str:
    return language_of(os.environ)


def _word(name: str, **values: int) -> str:
    return WORDS[name][_language()].format_map(values)


def _parser(language: str) -> argparse.ArgumentParser:
    parser = parser_class(language, dutch)(
        prog="baken-registry",
        description="The operator's command line of a mailbox that can read none of what it holds.",
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--database", metavar="URL", help="SQLite (default, in the data folder) or postgresql://")
    common.add_argument("--data", metavar="DIR", type=Path, help="folder of the mailbox's key and SQLite file")
    common.add_argument("--json", action="store_true", help="one JSON document on standard output")
    verbs = parser.add_subparsers(metavar="VERB", required=True)

    serve = verbs.add_parser("serve", parents=[common], help="run the mailbox")
    serve.add_argument("--host", default=DEFAULT_HOST)
    serve.add_argument("--port", type=int, default=DEFAULT_PORT)
    serve.add_argument("--tls-certificate", metavar="FILE", type=Path, help="serve https without a proxy")
    serve.add_argument("--tls-key", metavar="FILE", type=Path)
    serve.add_argument("--keep-days", type=int, default=90, help="how long a bundle waits at most")
    serve.add_argument("--site-mib", type=int, default=4096, help="what one site may have waiting, in MiB")
    serve.set_defaults(run=_serve)

    enrol = verbs.add_parser("enrol", parents=[common], help="let a laptop of a site in")
    enrol.add_argument("request", metavar="REQUEST", type=Path)
    enrol.add_argument("--out", metavar="ENROLMENT", type=Path, required=True)
    enrol.add_argument(
        "--address",
        metavar="URL",
        default=os.environ.get("BAKEN_REGISTRY_ADDRESS"),
        help="how laptops reach this mailbox (default: BAKEN_REGISTRY_ADDRESS, or where it last listened)",
    )
    enrol.set_defaults(run=_enrol)

    verbs.add_parser("list", parents=[common], help="show sites and laptops").set_defaults(run=_list)

    revoke = verbs.add_parser("revoke", parents=[common], help="shut a site, or one laptop of it, out")
    revoke.add_argument("site", metavar="SITE", type=_long_id, help="site id as `list` shows it")
    revoke.add_argument("--laptop", metavar="KEY", type=_long_id, help="only this laptop, as `list` shows it")
    revoke.set_defaults(run=_revoke)

    verify = verbs.add_parser("verify", parents=[common], help="check every bundle against its receipt")
    verify.set_defaults(run=_verify)
    return parser


def _mailbox(options: argparse.Namespace, limits: Limits | None = None) -> Mailbox:
    """Open what --database and --data name; the key lies beside the SQLite file unless --data says otherwise."""
    folder: Path | None = options.data
    database: str | None = options.database
    if folder is None:
        file = sqlite_file(database) if database else None
        folder = file.absolute().parent if file else _state_folder()
    if database is None:
        database = f"sqlite:///{folder.absolute() / DATABASE_FILE}"
    return open_mailbox(database, folder, limits or Limits(), _now_ms)


def _state_folder() -> Path:
    """Give the folder that systemd made for the service, else one in the operator's home."""
    given = os.environ.get("STATE_DIRECTORY")
    if given:
        return Path(given)
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(home) / "baken-registry"


def _now_ms() -> int:
    return time.time_ns() // 1_000_000


def _serve(options: argparse.Namespace) -> int:
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    limits = Limits(keep_ms=options.keep_days * 86_400_000, site_bytes=options.site_mib * MIB)
    mailbox = _mailbox(options, limits)
    try:
        serve(
            mailbox,
            host=options.host,
            port=options.port,
            tls_certificate=options.tls_certificate,
            tls_key=options.tls_key,
        )
    finally:
        mailbox.engine.dispose()
    return 0


def _enrol(options: argparse.Namespace) -> int:
    if options.address is not None:
        check_address(options.address)
    request = _read_request(options.request)
    mailbox = _mailbox(options)
    try:
        address = options.address or last_address(mailbox.engine) or f"http://{DEFAULT_HOST}:{DEFAULT_PORT}"
        enrolment = Enrolment(address=address, mailbox=mailbox.public_key)
        _write_new(options.out, write_enrolment(enrolment))
        try:
            directory.enrol(mailbox.engine, request, mailbox.now_ms())
        except UserError:
            options.out.unlink()
            raise
    finally:
        mailbox.engine.dispose()
    fingerprint = request_fingerprint(request)
    if options.json:
        print(json.dumps({"id": request.site, "laptop": request.laptop.hex(), "fingerprint": fingerprint}))
    else:
        for name, value in (("site", request.site), ("laptop", request.laptop.hex()), ("fingerprint", fingerprint)):
            print(f"{_word(name):12} {value}")
        print(_word("compare"))
    return 0


def _list(options: argparse.Namespace) -> int:
    mailbox = _mailbox(options)
    try:
        found = directory.list_laptops(mailbox.engine)
    finally:
        mailbox.engine.dispose()
    if options.json:
        print(
            msgspec.json.encode(
                {"items": [{"id": each.laptop, **msgspec.to_builtins(each)} for each in found]}
            ).decode()
        )
        return 0
    for laptop in found:
        state = f"{_word('enrolled' if laptop.revoked_ms is None else 'revoked'):10}"
        when = laptop.enrolled_ms if laptop.revoked_ms is None else laptop.revoked_ms
        print(f"{laptop.site}  {laptop.laptop}  {state}  {_day(when)}")
    return 0


def _revoke(options: argparse.Namespace) -> int:
    site: str = options.site
    mailbox = _mailbox(options)
    try:
        count = directory.revoke(mailbox.engine, site, mailbox.now_ms(), laptop=options.laptop)
    finally:
        mailbox.engine.dispose()
    print(json.dumps({"id": site, "revoked": count}) if options.json else f"{count} {_word('revoked')}")
    return 0


def _verify(options: argparse.Namespace) -> int:
    mailbox = _mailbox(options)
    try:
        count, findings = check(mailbox)
    finally:
        mailbox.engine.dispose()
    if options.json:
        print(msgspec.json.encode({"ok": not findings, "bundles": count, "findings": findings}).decode())
    else:
        for finding in findings:
            print(f"{finding.kind}  {finding.where}")
        print(_word("checked", bundles=count, findings=len(findings)))
    return 1 if findings else 0


def _read_request(path: Path) -> EnrolmentRequest:
    try:
        with path.open("rb") as file:
            data = file.read(DOCUMENT_MAX_BYTES + 1)
    except OSError as problem:
        raise UserError("file") from problem
    return read_request(data)


def _write_new(path: Path, data: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as problem:
        raise UserError("file-exists") from problem
    except OSError as problem:
        raise UserError("file") from problem


def _long_id(text: str) -> str:
    try:
        return read_site_id(text)
    except UserError as problem:
        raise argparse.ArgumentTypeError(_word("long-id")) from problem


def _day(when_ms: int) -> str:
    return datetime.fromtimestamp(when_ms / 1000, UTC).date().isoformat()


if __name__ == "__main__":
    sys.exit(main())
