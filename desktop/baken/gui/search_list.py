"""The list of what a search found: what it is, the words around the match, when and by whom.

A model with one row per hit and a delegate that paints it; every row is also one sentence for a screen reader.
"""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from baken.model.excerpt import excerpt
from baken.model.views import SearchHit

from . import icons, theme
from .origin import from_site, who
from .said import say_moment
from .text import isolate
from .tokens import TypeRole

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HIT = Qt.ItemDataRole.UserRole
_ICONS = {"dossier": "user", "signal": "puzzle", "observation": "eye"}
ROW = 58  # px, a row of two lines
_SIDE = 16  # px, left and right
_ICON = 18  # px at 100 %
_GAP = 12  # px between icon and text


class SearchModel(QAbstractListModel):
    """The hits in the order in which they were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[SearchHit, ...] = ()

    def show_hits(self, hits: Sequence[SearchHit]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    def hit_at(self, row: int) -> SearchHit:
        """Give the hit of a row."""
        return self._hits[row]

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Give the number of hits."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the row as a sentence, or the hit itself for the delegate."""
        hit = self._hits[index.row()]
        if role == _HIT:
            return hit
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            words = "".join(run.text for run in excerpt(hit.passages, hit.asked))
            return " · ".join(part for part in (self.title_of(hit), words, self.meta_of(hit)) if part)
        return None

    def title_of(self, hit: SearchHit) -> str:
        """Give what was found and about whom; the text of a piece stands below."""
        names = ", ".join(isolate(youth.name or youth.alias) for youth in hit.about)
        name = isolate(hit.title) if hit.what == "dossier" else names
        return " · ".join(part for part in (self.kind_of(hit), name) if part)

    def kind_of(self, hit: SearchHit) -> str:
        """Give the word for what was found."""
        match hit.what:
            case "dossier":
                return self.tr("Youth")
            case "signal":
                return self.tr("Signal")
            case _:
                return self.tr("Older version of a piece") if hit.old_version else self.tr("Piece")

    def meta_of(self, hit: SearchHit) -> str:
        """Give when and by whom, as far as known."""
        when = say_moment(hit.when) if hit.when else ""
        if hit.what == "dossier":
            return from_site(hit.site) if hit.site else ""
        author = who(hit.author, hit.site) if hit.author else ""
        return " · ".join(part for part in (when, author) if part)


class SearchDelegate(QStyledItemDelegate):
    """Paints a hit on two lines; the matched words in semi-bold."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Give the height of two lines."""
        return QSize(option.rect.width(), theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint ground, icon, title with kind, and the snippet or the rest of what is known."""
        hit = index.data(_HIT)
        model = index.model()
        if not isinstance(hit, SearchHit) or not isinstance(model, SearchModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection"))
            painter.drawRoundedRect(area.adjusted(4, 1, -4, -1), 7, 7)
            painter.setBrush(theme.colour("accent"))
            painter.drawRect(QRectF(area.x() + 4, area.y() + 6, 3, area.height() - 12))
        size, text_at = theme.px(_ICON), _SIDE + theme.px(_ICON) + _GAP
        icons.draw(painter, _ICONS.get(hit.what, "eye"), "muted", _SIDE, area.y() + theme.px(10), size=size)
        room = area.width() - text_at - _SIDE
        top, bottom = area.y() + theme.px(8), area.y() + theme.px(31)
        meta = model.meta_of(hit)
        meta_width = QFontMetricsF(theme.font("meta")).horizontalAdvance(meta) + 12
        self._line(painter, [(model.title_of(hit), False)], (text_at, top, room - meta_width))
        self._right(painter, meta, QRectF(text_at, top, room, theme.px(21)))
        runs = [(run.text, run.hit) for run in excerpt(hit.passages, hit.asked)]
        self._line(painter, runs, (text_at, bottom, room), muted=True)
        painter.restore()

    def _line(
        self,
        painter: QPainter,
        runs: Sequence[tuple[str, bool]],
        at: tuple[float, float, float],
        *,
        muted: bool = False,
    ) -> None:
        """Write runs behind each other; the last one that fits ends in …; `at` is left, top and room."""
        x, top, room = at
        end = x + room
        for text, is_hit in runs:
            role: TypeRole = "small_strong" if muted and is_hit else "small" if muted else "list"
            font = theme.font(role)
            metrics = QFontMetricsF(font)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, end - x)
            painter.setFont(font)
            painter.setPen(QPen(theme.colour("text" if is_hit or not muted else "muted")))
            width = metrics.horizontalAdvance(shown)
            painter.drawText(
                QRectF(x, top, width + 2, theme.px(21)),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine),
                shown,
            )
            x += width
            if shown != text:
                break

    def _right(self, painter: QPainter, text: str, area: QRectF) -> None:
        """Write at the right edge."""
        painter.setFont(theme.font("meta"))
        painter.setPen(theme.colour("muted"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), text)
