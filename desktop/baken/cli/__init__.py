"""The command line: a second front end over `work`, for administrators, scripts and the registry desk.

Does nothing that the window cannot. Exit status: 0 done, 1 the world said no, 2 wrong usage, 3 a bug. Sentences
come from one table; secrets never come from the command line.
"""

from .main import main

__all__ = ["main"]
