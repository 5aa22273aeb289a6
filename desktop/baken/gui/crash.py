"""What happens when the programme itself is wrong: a sentence, details to copy, nothing of the contents.

The details hold where in the programme it happened and its version; never a value, a message or a text, because
those may hold what somebody typed.
"""

import logging
import platform
import sys
import traceback

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

import baken

from .widgets.button import Button
from .widgets.field import TextArea
from .widgets.label import Label

_log = logging.getLogger(__name__)


def details_of(error: BaseException) -> str:
    """Give where it happened, without any contents."""
    lines = [f"Baken {baken.__version__}, Qt {qVersion()}, Python {platform.python_version()}, {sys.platform}"]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(type(cause).__name__)
        for frame in traceback.extract_tb(cause.__traceback__):
            name = frame.filename.replace("\\", "/")
            inside = name.partition("/baken/")[2] or name.rsplit("/", 1)[-1]
            lines.append(f"  {inside}:{frame.lineno} {frame.name}")
        cause = cause.__cause__
    return "\n".join(lines)


def log_bug(error: BaseException) -> None:
    """Write where it happened into the log, without any contents."""
    _log.error("bug\n%s", details_of(error))


class CrashDialog(QDialog):
    """Says that the fault is ours, what is safe, and offers the details for the helpdesk."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._details = details
        self.setWindowTitle("Baken")
        self.setMinimumWidth(520)
        area = TextArea(self.tr("Details"), lines=8, role="small")
        area.set_text(details)
        area.edit.setReadOnly(True)
        self._copy = Button(self.tr("Copy details"), icon="copy", height=36)
        close = Button(self.tr("Go on"), "primary", height=36)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(Label(self.tr("Something in Baken went wrong."), "section"))
        layout.addWidget(
            Label(
                self.tr(
                    "The fault is ours, not yours. What was saved is safe, and drafts are kept. "
                    "Copy the details for the helpdesk; they hold no names and no texts."
                ),
                wrap=True,
            )
        )
        layout.addWidget(area)
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout.addLayout(buttons)
        self._copy.clicked.connect(self._copy_details)
        close.clicked.connect(self.accept)
        close.setFocus()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self._copy.setText(self.tr("Copied"))
