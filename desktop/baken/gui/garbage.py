"""Python's search for unreachable cycles, on the main thread only.

It runs on whichever thread happens to allocate, and what it finds may be widgets: deleting those on the thread of the
database can end the programme at once. So the automatic search is off while there is a window, and a timer does it
here.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


class GarbageCollector(QObject):
    """Searches as often as Python would have, as a child of the application."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_due)
        self._timer.start(_EVERY_MS)


def collect_due() -> None:
    """Search the oldest generation whose threshold has passed, as Python itself does; main thread only."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation] > 0:
            gc.collect(generation)
            return
