"""Baken: notice in time that a child is being trafficked."""

__version__ = "0.1.0"
