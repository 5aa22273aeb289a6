"""Files that are dragged onto a form and dropped there, also over its fields.

A field would type a file's path; here it lets files through to the form, and still takes text. A drop copies, whatever
the other programme had in mind: the file stays where it is.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

_DRAGGED = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class FileDrop(QObject):
    """Watches a form and the fields in it that take drops; made once the form has them all."""

    dropped = Signal(object)  # tuple[Path, ...]

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        for field in form.findChildren(QWidget):
            if field.acceptDrops():
                field.installEventFilter(self)
        form.setAcceptDrops(True)
        form.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files at the form; keep a field from taking them."""
        if event.type() not in _DRAGGED or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        files = dragged_files(event.mimeData())
        if not files:
            return super().eventFilter(watched, event)
        if watched is not self._form:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(files)
        return True


def dragged_files(data: QMimeData) -> tuple[Path, ...]:
    """Give the files of this machine in what is dragged."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
