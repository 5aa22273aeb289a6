"""Lines of text: words wrapped to a width, each line's runs in the order in which they are drawn.

All lengths are in points. A word that is wider than the line is cut between letters; nothing is lost or shrunk.
"""

from collections import deque
from dataclasses import dataclass

from .fontset import FontSet, Weight
from .script import Paragraph, Run, Word, read_paragraphs, split_word, visual_order

INK = "#16191d"
MUTED = "#4d5560"
RULE = "#868e99"


@dataclass(frozen=True, kw_only=True)
class Style:
    """How text looks: size and line height in points."""

    size: float
    leading: float
    weight: Weight = "regular"
    colour: str = INK


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line: runs from left to right, its width, and the edge that it keeps to."""

    runs: tuple[Run, ...]
    width: float
    style: Style
    is_right_to_left: bool = False


def wrap(text: str, style: Style, width: float, fonts: FontSet) -> tuple[Line, ...]:
    """Wrap text to `width`; an empty paragraph gives an empty line, empty text gives no line."""
    if not text.strip():
        return ()
    lines: list[Line] = []
    for paragraph in read_paragraphs(text, fonts, style.weight):
        lines += _wrap_paragraph(paragraph, style, width)
    return tuple(lines)


def single(text: str, style: Style, fonts: FontSet) -> Line:
    """Set text on one line of any width."""
    words = [word for paragraph in read_paragraphs(text, fonts, style.weight) for word in paragraph.words]
    return _line(words, style, is_right_to_left=False)


def _wrap_paragraph(paragraph: Paragraph, style: Style, width: float) -> list[Line]:
    lines: list[Line] = []
    room = width / style.size
    words = deque(paragraph.words)
    current: list[Word] = []
    used = 0.0
    while words:
        word = words.popleft()
        if used + word.width <= room or word.is_space:
            current.append(word)
            used += word.width
            continue
        if any(not each.is_space for each in current):
            lines.append(_line(current, style, is_right_to_left=paragraph.is_right_to_left))
            words.appendleft(word)
        elif (parts := split_word(word, room)) is not None:
            lines.append(_line([parts[0]], style, is_right_to_left=paragraph.is_right_to_left))
            words.appendleft(parts[1])
        else:  # one letter wider than the line
            lines.append(_line([word], style, is_right_to_left=paragraph.is_right_to_left))
        current, used = [], 0.0
    if current or not lines:
        lines.append(_line(current, style, is_right_to_left=paragraph.is_right_to_left))
    return lines


def _line(words: list[Word], style: Style, *, is_right_to_left: bool) -> Line:
    first, last = 0, len(words)
    while first < last and words[first].is_space:
        first += 1
    while last > first and words[last - 1].is_space:
        last -= 1
    runs = [run for word in words[first:last] for run in word.runs]
    ordered = tuple(runs[place] for place in visual_order([run.level for run in runs]))
    width = sum(run.width for run in runs) * style.size
    return Line(runs=ordered, width=width, style=style, is_right_to_left=is_right_to_left)
