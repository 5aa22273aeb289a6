"""Locks when the system does: the screen's lock and suspend, as the desktop and login1 announce them on D-Bus.

Who announces it is not asked: whoever can speak on these buses can make the vault lock, and nothing else. Where there
is no bus nothing happens. A laptop that slept before the lock was done is noticed by the idle watch.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

_SCREEN_SAVERS: Final = ("org.gnome.ScreenSaver", "org.xfce.ScreenSaver", "org.freedesktop.ScreenSaver")
_SESSION: Final = "org.freedesktop.login1.Session"
_MANAGER: Final = "org.freedesktop.login1.Manager"
_BEGIN: Final[Any] = SLOT("begin(QDBusMessage)")  # text, where PySide's stubs ask for bytes
_SWITCH: Final[Any] = SLOT("begin_or_end(QDBusMessage)")


class SystemLocks(QObject):
    """Says that the system is being locked or goes to sleep; `session` and `system` are buses, connected or not."""

    locking = Signal()

    def __init__(
        self, session: QDBusConnection | None, system: QDBusConnection | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        if session is not None and session.isConnected():
            for name in _SCREEN_SAVERS:
                session.connect("", "", name, "ActiveChanged", self, _SWITCH)
        if system is not None and system.isConnected():
            system.connect("", "", _SESSION, "Lock", self, _BEGIN)
            system.connect("", "", _MANAGER, "PrepareForSleep", self, _SWITCH)

    @Slot(QDBusMessage)
    def begin(self, _message: QDBusMessage) -> None:
        """Say so: the screen is being locked."""
        self.locking.emit()

    @Slot(QDBusMessage)
    def begin_or_end(self, message: QDBusMessage) -> None:
        """Say so where the screen's lock or sleep begins (True) and not where it ended."""
        if message.arguments()[:1] == [True]:
            self.locking.emit()


def has_session_bus(environment: Mapping[str, str] = os.environ) -> bool:
    """Say whether a session bus is there already; asking for one that is not would start one."""
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    return bool(environment.get("DBUS_SESSION_BUS_ADDRESS")) or (bool(runtime) and (Path(runtime) / "bus").exists())


def watch_system(parent: QObject | None) -> SystemLocks:
    """Watch the buses of this session and this machine, on Linux."""
    if sys.platform != "linux":
        return SystemLocks(None, None, parent)
    session = QDBusConnection.sessionBus() if has_session_bus() else None
    return SystemLocks(session, QDBusConnection.systemBus(), parent)
