"""Lines of text: words wrapped to a width, each line's runs in the order in which they are drawn.

All lengths are in points. A word that is wider than the line is cut between letters; nothing is lost or shrunk.
"""

from collections import deque
from dataclasses import dataclass

from .fontset import FontSet, Weight
from .script import Paragraph, Run, Word, cut_word, read_paragraphs, visual_order

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
    """One line: runs from left to right and their width.

    `keeps_right` where a paragraph of several lines reads from the right; a single line keeps to the left edge like
    everything else on the page.
    """

    runs: tuple[Run, ...]
    width: float
    style: Style
    keeps_right: bool = False


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
    return _line(words, style, keeps_right=False)


def _wrap_paragraph(paragraph: Paragraph, style: Style, width: float) -> list[Line]:
    lines = _break(paragraph.words, width / style.size)
    keeps_right = paragraph.is_right_to_left and len(lines) > 1
    return [_line(words, style, keeps_right=keeps_right) for words in lines]


def _break(words: tuple[Word, ...], room: float) -> list[list[Word]]:
    """Fill lines of `room` em with words; spaces may hang over the end. At least one line."""
    lines: list[list[Word]] = [[]]
    used = 0.0
    waiting = deque(words)
    while waiting:
        word = waiting.popleft()
        if word.is_space or used + word.width <= room:
            lines[-1].append(word)
            used += word.width
            continue
        if any(not each.is_space for each in lines[-1]):
            lines.append([])
        if word.width > room:
            first, *others = cut_word(word, room)
            waiting.extendleft(reversed(others))
            word = first
        lines[-1] = [word]
        used = word.width
    return lines


def _line(words: list[Word], style: Style, *, keeps_right: bool) -> Line:
    first, last = 0, len(words)
    while first < last and words[first].is_space:
        first += 1
    while last > first and words[last - 1].is_space:
        last -= 1
    runs = [run for word in words[first:last] for run in word.runs]
    ordered = tuple(runs[place] for place in visual_order([run.level for run in runs]))
    width = sum(run.width for run in runs) * style.size
    return Line(runs=ordered, width=width, style=style, keeps_right=keeps_right)
