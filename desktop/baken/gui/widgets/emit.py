"""Sending a value with a press, without a lambda that keeps its widget alive."""

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton


class Emits(Protocol):
    """A signal of some widget."""

    def emit(self, value: object, /) -> None:
        """Send a value."""


class _Carrier(QObject):
    """Belongs to the button and dies with it."""

    def __init__(self, button: QAbstractButton, signal: Emits, value: object) -> None:
        super().__init__(button)
        self._signal, self._value = signal, value

    def send(self) -> None:
        """Send the value."""
        self._signal.emit(self._value)


def send_when_pressed(button: QAbstractButton, signal: Emits, value: object) -> None:
    """Let a press of `button` emit `value` through `signal`."""
    button.clicked.connect(_Carrier(button, signal, value).send)
