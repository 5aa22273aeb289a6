"""Papers as PDF: the only door to reportlab. Takes plain data, gives bytes, writes no file."""

from .f6 import render_f6

__all__ = ["render_f6"]
