"""Bodies of every released shape are read as they were written, and hostile ones by nobody."""

from pathlib import Path

import msgspec
import pytest

from baken.model.records import Observation

SAMPLE = Path(__file__).with_name("observation-v1-attachments.json").read_bytes().rstrip(b"\n")


def test_an_observation_with_attachments_opens() -> None:
    (attachment,) = msgspec.json.decode(SAMPLE, type=Observation).attachments
    assert (attachment.title, attachment.shows, attachment.size_bytes) == ("brief.pdf", "brief van school", 18)
    assert msgspec.json.encode(msgspec.json.decode(SAMPLE, type=Observation)) == SAMPLE


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b'"id":"0d', b'"id":"../d'),
        (b"brief.pdf", b"../brief.pdf"),
        (b"brief.pdf", "brief\u202efdp.exe".encode()),
        (b'"size_bytes":18', b'"size_bytes":0'),
        (b'"size_bytes":18', b'"size_bytes":99999999999'),
        (b"application/pdf", b"application"),
        (b'"key":"0b', b'"key":"zz'),
    ],
)
def test_an_attachment_that_is_none_is_refused(good: bytes, bad: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(SAMPLE.replace(good, bad, 1), type=Observation)
