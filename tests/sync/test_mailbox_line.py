"""The line to the mailbox: pulls and pushes that end badly, and TLS that is not there or that nobody vouches for."""

import datetime as dt
import ipaddress
import ssl
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from tests.registry.world import BUNDLE, IMPATIENT, NOW_MS, Laptop, bundle_file
from tests.sync.liar import Call, lying_server

from baken import crypto
from baken.errors import UserError
from baken.model.clock import FixedClock
from baken.sync.carrier import Waiting
from baken.sync.mailbox import MailboxCarrier
from baken.wire import codec, registry


def carrier_to(address: str, key: str, laptop: Laptop) -> MailboxCarrier:
    return MailboxCarrier(
        address, key, site=laptop.site, laptop_seed=laptop.seed, clock=FixedClock(NOW_MS), patience=IMPATIENT
    )


def refusal_of(action: Callable[[], object]) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(UserError) as refused:
        action()
    return refused.value.code, refused.value.params


TRUE_BYTES = registry.AGE_FIRST_LINE + b"x" * 5000
WAITING = Waiting(
    bundle=BUNDLE,
    sha256=crypto.sha256(TRUE_BYTES).hex(),
    size_bytes=len(TRUE_BYTES),
    reference=f"{'0' * 64}/{BUNDLE}",
)


def promise(call: Call, *, length: int) -> None:
    """Begin a signed answer that promises the true bundle."""
    signature = registry.sign_answer(call.server.seed, call.signed, 200, WAITING.sha256)
    call.raw(200, b"", f"{registry.SIGNATURE_HEADER}: {signature}", length=length)


@pytest.mark.parametrize(
    ("behave", "expected"),
    [
        pytest.param(lambda call: call.raw(500, b"oops"), ("registry-away", {}), id="server error"),
        pytest.param(
            lambda call: call.raw(302, b"", f"location: {call.server.address}/elsewhere"),
            ("registry-lies", {"what": "unsigned"}),
            id="redirect",
        ),
        pytest.param(
            lambda call: (promise(call, length=len(TRUE_BYTES)), call.drip(b"x")), ("registry-away", {}), id="drip"
        ),
        pytest.param(
            lambda call: (promise(call, length=10**12), call.send_bytes(TRUE_BYTES + bytes(3_000_000))),
            ("registry-lies", {"what": "bytes"}),
            id="endless",
        ),
        pytest.param(
            lambda call: (promise(call, length=10), call.send_bytes(TRUE_BYTES)),
            ("registry-lies", {"what": "bytes"}),
            id="length too small",
        ),
    ],
)
def test_a_pull_that_ends_badly_leaves_no_file(
    east: Laptop, tmp_path: Path, behave: Callable[[Call], None], expected: tuple[str, dict[str, str]]
) -> None:
    landing = tmp_path / "landing"
    landing.mkdir()
    with lying_server(behave) as server, carrier_to(server.address, server.public_key, east) as carrier:
        assert refusal_of(lambda: carrier.pull(WAITING, landing / "pulled")) == expected
    assert list(landing.iterdir()) == []


@pytest.mark.parametrize(
    ("behave", "expected"),
    [
        pytest.param(
            lambda call: call.raw(307, b"", f"location: {call.server.address}/elsewhere"),
            ("registry-lies", {"what": "unsigned"}),
            id="redirect",
        ),
        pytest.param(lambda call: call.raw(500, b"oops"), ("registry-away", {}), id="server error"),
        pytest.param(lambda call: call.server.stopping.wait(), ("registry-away", {}), id="silence"),
    ],
)
def test_a_push_to_a_server_of_no_use_is_not_believed(
    east: Laptop,
    west: Laptop,
    tmp_path: Path,
    behave: Callable[[Call], None],
    expected: tuple[str, dict[str, str]],
) -> None:
    path = bundle_file(tmp_path)

    def at_the_upload(call: Call) -> None:
        if call.command == "GET":  # the question for an earlier receipt is answered truly
            call.answer(404, codec.encode(registry.RefusalBody(code="unknown", now_ms=NOW_MS)))
        else:
            behave(call)

    with lying_server(at_the_upload) as server, carrier_to(server.address, server.public_key, east) as carrier:
        assert refusal_of(lambda: carrier.push(path, BUNDLE, [west.site])) == expected


def _self_signed(folder: Path) -> tuple[Path, Path]:
    """Make a certificate that no authority has signed."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    begin = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + dt.timedelta(days=36_500))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    files = folder / "tls.crt", folder / "tls.key"
    files[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return files


def test_a_certificate_that_no_authority_signed_is_away(east: Laptop, tmp_path: Path) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(*_self_signed(tmp_path))
    asked: list[str] = []
    with lying_server(lambda call: asked.append(call.path)) as server:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
        address, key = server.address.replace("http:", "https:"), server.public_key
        with carrier_to(address, key, east) as carrier:
            assert refusal_of(carrier.waiting) == ("registry-away", {})
    assert asked == []


def test_a_server_without_tls_is_away_for_who_was_told_https(east: Laptop) -> None:
    asked: list[str] = []
    with lying_server(lambda call: asked.append(call.path)) as server:
        address, key = server.address.replace("http:", "https:"), server.public_key
        with carrier_to(address, key, east) as carrier:
            assert refusal_of(carrier.waiting) == ("registry-away", {})
    assert asked == []
