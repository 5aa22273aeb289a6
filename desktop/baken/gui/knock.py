"""Hears `baken --capture`: one word on a local socket of this person, and nothing else.

What comes is compared and thrown away: no content is taken, nothing is answered, whoever says something else or too
much is cut off. The folder is its owner's alone.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from baken.work.knock import FOLDER, WORD, address

_PATIENCE_MS: Final = 2_000
_MOST_BYTES: Final = len(WORD) + 1


class Doorbell(QObject):
    """Listens while the window stands."""

    rung = Signal()

    def __init__(self, state: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(4)
        self._server.newConnection.connect(self._greet)

    def listen(self) -> bool:
        """Begin, in the place of one that is gone; gives False where another window listens or no socket can be."""
        folder = self._state / FOLDER
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder.chmod(0o700)
        except OSError:
            return False
        name = address(self._state)
        if _is_alive(name):
            return False
        QLocalServer.removeServer(name)
        return self._server.listen(name)

    def close(self) -> None:
        """Stop, and take the socket away."""
        self._server.close()

    def _greet(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.setReadBufferSize(_MOST_BYTES)
            _Caller(caller, self).said.connect(self.rung)


class _Caller(QObject):
    """One connection, until it has said what it came to say."""

    said = Signal()

    def __init__(self, line: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._line = line
        line.setParent(self)
        line.disconnected.connect(self._end)
        QTimer.singleShot(_PATIENCE_MS, self, line.abort)
        if line.state() is QLocalSocket.LocalSocketState.UnconnectedState:  # it has hung up already
            self._end()

    def _end(self) -> None:
        if bytes(self._line.readAll().data()) == WORD:
            self.said.emit()
        self.deleteLater()


def _is_alive(name: str) -> bool:
    probe = QLocalSocket()
    probe.connectToServer(name)
    is_alive = probe.waitForConnected(200)
    probe.abort()
    return is_alive
