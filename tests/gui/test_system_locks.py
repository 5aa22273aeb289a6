"""Whoever locks the screen or sends the laptop to sleep locks Baken too."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from baken.gui.system_locks import SystemLocks, has_session_bus, watch_system

SAVERS = ["org.gnome.ScreenSaver", "org.xfce.ScreenSaver", "org.freedesktop.ScreenSaver"]
MANAGER, SESSION = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    """The address of a bus of our own."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("dbus-daemon is not installed")
    address = f"unix:path={tmp_path / 'bus'}"
    running = subprocess.Popen(
        [daemon, "--session", "--nofork", f"--address={address}", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert running.stdout is not None
    assert running.stdout.readline().startswith("unix:")
    yield address
    QDBusConnection.disconnectFromBus("listener")
    QDBusConnection.disconnectFromBus("desktop")
    running.terminate()
    running.wait(10)
    running.stdout.close()


def listening(bus: str) -> tuple[SystemLocks, QDBusConnection]:
    """Somebody who listens, as the bus knows by now, and the connection of a desktop."""
    listener, desktop = (QDBusConnection.connectToBus(bus, each) for each in ("listener", "desktop"))
    locks = SystemLocks(listener, listener)
    name = "org.freedesktop.DBus"
    answer = listener.call(QDBusMessage.createMethodCall(name, "/", name, "GetId"))
    assert answer.type() is QDBusMessage.MessageType.ReplyMessage
    return locks, desktop


def announce(desktop: QDBusConnection, interface: str, name: str, *arguments: object) -> None:
    """Say on the bus what a desktop says."""
    message = QDBusMessage.createSignal("/org/example", interface, name)
    message.setArguments(list(arguments))
    assert desktop.send(message)


@pytest.mark.parametrize(
    ("interface", "name", "arguments"),
    [
        *((saver, "ActiveChanged", (True,)) for saver in SAVERS),
        (MANAGER, "PrepareForSleep", (True,)),
        (SESSION, "Lock", ()),
    ],
)
def test_what_the_desktop_announces_locks(
    qtbot: QtBot, bus: str, interface: str, name: str, arguments: tuple[object, ...]
) -> None:
    locks, desktop = listening(bus)
    with qtbot.waitSignal(locks.locking):
        announce(desktop, interface, name, *arguments)


def test_the_end_of_a_lock_or_of_sleep_does_not_lock(qtbot: QtBot, bus: str) -> None:
    locks, desktop = listening(bus)
    heard: list[int] = []
    locks.locking.connect(lambda: heard.append(1))
    for interface, name in (*((saver, "ActiveChanged") for saver in SAVERS), (MANAGER, "PrepareForSleep")):
        announce(desktop, interface, name, False)
        announce(desktop, interface, name)
    with qtbot.waitSignal(locks.locking):
        announce(desktop, SESSION, "Lock")
    assert heard == [1]


def test_without_a_bus_nothing_happens_and_nothing_is_said(
    qtbot: QtBot, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    gone = QDBusConnection.connectToBus(f"unix:path={tmp_path / 'nobody'}", "nobody")
    SystemLocks(gone, gone)
    SystemLocks(None, None)
    assert capfd.readouterr() == ("", "")


def test_no_session_bus_is_started_where_there_is_none(tmp_path: Path) -> None:
    assert not has_session_bus({})
    assert not has_session_bus({"XDG_RUNTIME_DIR": str(tmp_path)})
    (tmp_path / "bus").touch()
    assert has_session_bus({"XDG_RUNTIME_DIR": str(tmp_path)})
    assert has_session_bus({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/bus"})


def test_another_system_has_no_such_buses(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(QDBusConnection, "systemBus", lambda: pytest.fail("asked for a bus"))
    watch_system(None)
