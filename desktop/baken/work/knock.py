"""Asking the running window, from another process of the same person, to open its quick capture.

One word goes over a local socket in a folder of that person alone; never content, and no answer comes back.
"""

import hashlib
import socket
import sys
from pathlib import Path
from typing import Final

WORD: Final = b"capture"
FOLDER: Final = "knock"
_PATIENCE_S: Final = 2.0


def address(state: Path) -> str:
    """Give where the window listens: a socket in the state folder, on Windows a pipe named after that folder."""
    if sys.platform == "win32":
        return f"baken-{hashlib.sha256(str(state).casefold().encode()).hexdigest()[:32]}"
    return str(state / FOLDER / "socket")


if sys.platform == "win32":

    def knock(state: Path) -> bool:
        """Say the word; gives whether somebody listened."""
        try:
            with Path(rf"\\.\pipe\{address(state)}").open("wb", buffering=0) as pipe:
                pipe.write(WORD)
        except OSError:
            return False
        return True

else:

    def knock(state: Path) -> bool:
        """Say the word; gives whether somebody listened."""
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
                line.settimeout(_PATIENCE_S)
                line.connect(address(state))
                line.sendall(WORD)
        except OSError:
            return False
        return True
