"""Every sentence of the window has its Dutch, with the same placeholders, and the compiled files hold just that."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = Path(sys.executable).parent
UPDATE = ("-silent", "-extensions", "py", "desktop/baken/gui", "-locations", "none", "-no-obsolete")
NEVER = re.compile(r"illega|\bama\b|\bama['’]s|loverboy|slachtoffer|\bdader|crimine|\bu\b|\buw\b", re.IGNORECASE)


@dataclass(frozen=True)
class Message:
    """One sentence: where it stands, its English, and its translation in one form or in all plural forms."""

    context: str
    source: str
    is_plural: bool
    state: str
    forms: tuple[str, ...]


def read(path: Path) -> Iterator[Message]:
    """Every sentence of a .ts file."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            told = message.find("translation")
            assert told is not None
            is_plural = message.get("numerus") == "yes"
            forms = told.iter("numerusform") if is_plural else iter((told,))
            yield Message(
                context.findtext("name", ""),
                message.findtext("source", ""),
                is_plural,
                told.get("type", ""),
                tuple(form.text or "" for form in forms),
            )


def tool(name: str, *arguments: str) -> None:
    """Run a program of the Qt kit in the project's folder."""
    subprocess.run([str(TOOLS / name), *arguments], cwd=ROOT, check=True, timeout=60)


def shipped(language: str) -> list[Message]:
    """The sentences of a translation."""
    return list(read(ROOT / "i18n" / f"baken_{language}.ts"))


@pytest.mark.parametrize(("language", "only"), [("nl", ()), ("en", ("-pluralonly",))])
def test_the_sentences_are_those_of_the_window(tmp_path: Path, language: str, only: tuple[str, ...]) -> None:
    fresh = tmp_path / f"baken_{language}.ts"
    tool("pyside6-lupdate", *UPDATE, *only, "-ts", str(fresh))
    assert {(m.context, m.source) for m in shipped(language)} == {(m.context, m.source) for m in read(fresh)}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_sentence_is_translated_in_all_its_plural_forms(language: str) -> None:
    for message in shipped(language):
        assert not message.state, message
        assert all(message.forms), message
        assert len(message.forms) == (2 if message.is_plural else 1), message


@pytest.mark.parametrize("language", ["nl", "en"])
def test_placeholders_are_those_of_the_source(language: str) -> None:
    for message in shipped(language):
        for form in message.forms:
            assert sorted(re.findall(r"\{\w*\}|%n", form)) == sorted(re.findall(r"\{\w*\}|%n", message.source)), message


def test_a_letter_to_press_is_kept_and_is_not_used_twice_in_one_form() -> None:
    letters: dict[str, list[str]] = {}
    for message in shipped("nl"):
        assert ("&" in message.source) == ("&" in message.forms[0]), message
        letters.setdefault(message.context, []).extend(re.findall(r"&(\w)", message.forms[0].lower()))
    assert {context: found for context, found in letters.items() if len(found) != len(set(found))} == {}


def test_no_word_judges_a_youth_or_keeps_the_reader_at_a_distance() -> None:
    assert [form for message in shipped("nl") for form in message.forms if NEVER.search(form)] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_compiled_file_is_made_from_the_sentences(tmp_path: Path, language: str) -> None:
    fresh = tmp_path / f"baken_{language}.qm"
    tool("pyside6-lrelease", "-silent", f"i18n/baken_{language}.ts", "-qm", str(fresh))
    assert fresh.read_bytes() == (ROOT / "i18n" / f"baken_{language}.qm").read_bytes()
