"""Papers as PDF: the only door to reportlab. Takes plain data, gives bytes, writes no file."""

from .f6 import render_f6
from .recovery_sheet import RecoverySheet, render_recovery_sheet

__all__ = ["RecoverySheet", "render_f6", "render_recovery_sheet"]
