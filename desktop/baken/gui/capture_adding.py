"""Files on their way into a piece: checked, made anew where they are photos, sealed, in the pool and one at a time.

One at a time, because a large photo takes 150 MB while it is made anew. What was sealed for a piece whose form was
closed meanwhile still comes; what was cancelled leaves nothing.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from baken.errors import Cancelled, UserError
from baken.model.records import Attachment
from baken.work.attaching import Attachments, shown_name

from .runner import Progress, Runner, Workspace


@dataclass(frozen=True, kw_only=True)
class _Wish:
    draft: str
    file: Path


def seal_file(
    progress: Progress, *, attachments: Attachments, file: Path, beside: tuple[Attachment, ...]
) -> Attachment:
    """Make an attachment of a file, for the pool; one that was cancelled leaves no file behind."""
    progress(0, 1)
    made = attachments.attach(file, beside=beside)
    try:
        progress(1, 1)
    except Cancelled:
        attachments.forget([made])
        raise
    return made


class Adding(QObject):
    """The queue of files; `beside` gives what the piece of a draft has already."""

    added = Signal(str, object)  # draft, Attachment
    refused = Signal(str, str, object)  # draft, name of the file, UserError
    coming = Signal(str, int)  # draft; how many of its files are on their way

    def __init__(
        self, runner: Runner, beside: Callable[[str], tuple[Attachment, ...]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner, self._beside = runner, beside
        self._waiting: deque[_Wish] = deque()
        self._now: _Wish | None = None

    def add(self, draft: str, files: Sequence[Path]) -> None:
        """Put files behind those that wait."""
        self._waiting.extend(_Wish(draft=draft, file=file) for file in files)
        self._tell(draft)
        if self._now is None:
            self._next()

    def forget(self, attachments: Sequence[Attachment]) -> None:
        """Remove sealed files that no draft names any more."""
        self._runner.query(_attachments, partial(self._forget_in, tuple(attachments)), owner=self)

    def _forget_in(self, gone: tuple[Attachment, ...], attachments: Attachments) -> None:
        self._runner.background(partial(_forget, attachments=attachments, gone=gone), _forgotten)

    def _next(self) -> None:
        if self._waiting:
            self._now = self._waiting.popleft()
            self._runner.query(_attachments, partial(self._seal, self._now), owner=self)

    def _seal(self, wish: _Wish, attachments: Attachments) -> None:
        work = partial(seal_file, attachments=attachments, file=wish.file, beside=self._beside(wish.draft))
        task = self._runner.background(
            work,
            partial(self._sealed, wish),
            title=self.tr("Adding an attachment"),
            on_failed=partial(self._refuse, wish),
            owner=self,
        )
        task.ended.connect(self._ended)

    def _sealed(self, wish: _Wish, made: Attachment) -> None:
        self.added.emit(wish.draft, made)

    def _refuse(self, wish: _Wish, error: UserError) -> None:
        self.refused.emit(wish.draft, shown_name(wish.file.name), error)

    def _ended(self) -> None:
        """Go on once the answer is delivered; a cancelled one is delivered to nobody."""
        QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        ended, self._now = self._now, None
        if ended is not None:
            self._tell(ended.draft)
        self._next()

    def _tell(self, draft: str) -> None:
        waiting = [wish for wish in self._waiting if wish.draft == draft]
        is_under_way = self._now is not None and self._now.draft == draft
        self.coming.emit(draft, len(waiting) + is_under_way)


def _attachments(workspace: Workspace) -> Attachments:
    return workspace.attachments


def _forget(_progress: Progress, *, attachments: Attachments, gone: tuple[Attachment, ...]) -> None:
    attachments.forget(gone)


def _forgotten(_nothing: None) -> None:
    """Do nothing: that they are gone shows nowhere."""
