"""Typed text as paper draws it: cleaned, ordered left to right, cut into runs that one face draws in one direction.

Text comes from people and from other sites, so anything may stand in it. What cannot be drawn becomes a visible mark;
controls that would turn a line around are taken out; nothing raises. Order by the Unicode bidirectional algorithm.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from bidi import algorithm

from .fontset import REPLACEMENT, Face, FontSet, Glyph, Weight

_BREAKS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"[\t\x1f\u1680\u2000-\u200a\u205f\u3000]")
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
_DIRECTIONS = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e]")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_JOINERS = "\u200c\u200d"
_NUMBER = re.compile(r"\+?[0-9]+(?:[-/.:+][0-9]+)*(?:(?<=[0-9]{2}) [0-9]{2,}(?:[-/.:][0-9]+)*)*")
_LOOSE_JOINERS = re.compile(r"(?<![\u0600-\u08ff])[\u200c\u200d]+|[\u200c\u200d]+(?![\u0600-\u08ff])")
_UNDRAWABLE = {"Cc", "Cf", "Cn", "Co", "Cs"}


@dataclass(frozen=True, kw_only=True)
class Run:
    """Text of one face and one bidi level, in logical order; `width` in em. Glyphs only where shaping is needed."""

    text: str
    face: Face
    level: int
    width: float
    glyphs: tuple[Glyph, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class Word:
    """What a line never breaks within if it can help it; a space is a word of its own."""

    runs: tuple[Run, ...]
    width: float
    is_space: bool


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """One paragraph in logical order, with the direction that its first strong letter gives."""

    words: tuple[Word, ...]
    is_right_to_left: bool


def read_paragraphs(text: str, fonts: FontSet, weight: Weight) -> tuple[Paragraph, ...]:
    """Cut text into paragraphs of measured words; an empty line stays an empty paragraph."""
    return tuple(_paragraph(part, fonts, weight) for part in _BREAKS.split(text.strip()))


def clean(text: str) -> str:
    """Take out what cannot or must not be drawn, within one paragraph.

    Direction overrides go, because they would let typed text turn the rest of its line around. Joiners stay only
    between letters that join.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _INVISIBLE.sub("", _DIRECTIONS.sub("", _SPACES.sub(" ", text)))
    text = _LOOSE_JOINERS.sub("", unicodedata.normalize("NFC", text))
    return "".join(
        REPLACEMENT if unicodedata.category(character) in _UNDRAWABLE and character not in _JOINERS else character
        for character in text
    )


def levels_of(text: str) -> tuple[int, list[int]]:
    """Give the base level of a cleaned paragraph and the level of each of its characters (odd: right to left).

    A number with its separators, such as 06-12345678, +31 6 or 12-11-2025, is kept whole: by the plain rules its
    parts would be drawn in reversed order after an Arabic word.
    """
    if not _RIGHT_TO_LEFT.search(text):
        return 0, [0] * len(text)
    # Joiners are removed by rule X9; a neutral mark takes their place so that every character has a level.
    visible = text.replace(_JOINERS[0], "\u0640").replace(_JOINERS[1], "\u0640")
    base = algorithm.get_base_level(visible)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, ("L", "R")[base]
    algorithm.get_embedding_levels(visible, storage)
    for match in _NUMBER.finditer(visible):
        for character in storage["chars"][match.start() : match.end()]:
            character["type"] = "EN"
    algorithm.explicit_embed_and_overrides(storage, debug=False)
    algorithm.resolve_weak_types(storage, debug=False)
    _resolve_brackets(storage["chars"], base)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    return base, [int(character["level"]) for character in storage["chars"]]


def _resolve_brackets(characters: list[dict[str, Any]], base: int) -> None:
    """Give both brackets of a pair one direction (rule N0), which the library's rules of an older edition lack.

    The whole paragraph is one run, because `clean` took out every explicit direction.
    """
    own, other = ("L", "R") if base == 0 else ("R", "L")
    strong = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
    for start, end in _bracket_pairs(characters):
        inside = {strong.get(each["type"]) for each in characters[start + 1 : end]}
        before = (strong[each["type"]] for each in reversed(characters[:start]) if each["type"] in strong)
        if own in inside:
            direction = own
        elif other in inside:
            direction = other if next(before, own) == other else own
        else:
            continue
        characters[start]["type"] = characters[end]["type"] = direction


def _bracket_pairs(characters: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Find the pairs of brackets, sorted by the first; at most 63 may be open at once (definition BD16)."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, each in enumerate(characters):
        character = str(each["ch"])
        if each["type"] != "ON" or character not in algorithm.MIRRORED:
            continue
        if unicodedata.category(character) == "Ps":
            if len(opened) == 63:
                break
            opened.append((str(algorithm.MIRRORED[character]), place))
        elif unicodedata.category(character) == "Pe":
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == character:
                    pairs.append((opened[depth][1], place))
                    del opened[depth:]
                    break
    return sorted(pairs)


def visual_order(levels: list[int]) -> list[int]:
    """Give the order in which items of these levels are drawn from left to right (rule L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    for level in range(max(levels, default=0), min(odd, default=1) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order


def visual_text(run: Run) -> str:
    """Give a run's characters from left to right, brackets mirrored, as a reader of the page meets them."""
    if run.level % 2 == 0:
        return run.text
    return "".join(str(algorithm.MIRRORED.get(character, character)) for character in reversed(run.text))


def cut_word(word: Word, room: float) -> tuple[Word, ...]:
    """Cut a word that is wider than a line of `room` em into parts that fit, each of at least one letter.

    Letters keep their marks, and each part is shaped anew. The time taken grows with the length of the word only.
    """
    parts: list[Word] = []
    runs: list[Run] = []
    used = 0.0
    for run in word.runs:
        letters: list[str] = []
        for letter in _letters(run.text):
            width = _run(letter, run.face, run.level).width
            if used + width > room and (letters or runs):
                if letters:
                    runs.append(_run("".join(letters), run.face, run.level))
                parts.append(_word(runs))
                letters, runs, used = [], [], 0.0
            letters.append(letter)
            used += width
        runs.append(_run("".join(letters), run.face, run.level))
    return (*parts, _word(runs))


def _letters(text: str) -> list[str]:
    """Cut text into letters with their marks and joiners."""
    return re.findall(r".[\u0300-\u036f\u064b-\u065f\u0670\u135d-\u135f\u200c\u200d]*", text)


def _word(runs: list[Run]) -> Word:
    return Word(runs=tuple(runs), width=sum(run.width for run in runs), is_space=False)


def _paragraph(text: str, fonts: FontSet, weight: Weight) -> Paragraph:
    cleaned = clean(text)
    base, levels = levels_of(cleaned)
    words: list[Word] = []
    for match in re.finditer(r" +|[^ ]+", cleaned):
        start, end = match.span()
        span = levels[start:end]
        if len(set(span)) == 1:
            words.append(_level_word(match.group(), fonts, weight, span[0]))
        else:
            words.append(_mixed_word(match.group(), fonts, weight, span))
    return Paragraph(words=tuple(words), is_right_to_left=base == 1)


@lru_cache(maxsize=4096)
def _level_word(text: str, fonts: FontSet, weight: Weight, level: int) -> Word:
    return _mixed_word(text, fonts, weight, [level] * len(text))


def _mixed_word(text: str, fonts: FontSet, weight: Weight, levels: list[int]) -> Word:
    """Cut a word into runs of one face and one level."""
    runs: list[Run] = []
    start = 0
    drawn, faces = _with_faces(text, fonts, weight)
    for end in range(1, len(drawn) + 1):
        if end == len(drawn) or faces[end] is not faces[start] or levels[end] != levels[start]:
            runs.append(_run(drawn[start:end], faces[start], levels[start]))
            start = end
    return Word(runs=tuple(runs), width=sum(run.width for run in runs), is_space=text[:1] == " ")


def _with_faces(text: str, fonts: FontSet, weight: Weight) -> tuple[str, list[Face]]:
    """Choose a face for each character; marks and joiners stay with their letter where its face can draw them."""
    drawn: list[str] = []
    faces: list[Face] = []
    for character in text:
        follows = bool(faces) and (unicodedata.combining(character) > 0 or character in _JOINERS)
        if follows and (character in _JOINERS or faces[-1].has(character)):
            face: Face | None = faces[-1]
        else:
            face = fonts.face_for(character, weight)
        drawn.append(character if face is not None else REPLACEMENT)
        faces.append(face if face is not None else fonts.latin(weight))
    return "".join(drawn), faces


@lru_cache(maxsize=4096)
def _run(text: str, face: Face, level: int) -> Run:
    is_odd = level % 2 == 1
    if not is_odd and not any(unicodedata.combining(each) or each in _JOINERS for each in text):
        return Run(text=text, face=face, level=level, width=face.width(text))
    shaped = face.shape(text, right_to_left=is_odd)
    return Run(text=text, face=face, level=level, width=shaped.width, glyphs=shaped.glyphs)
