"""Windows of the tests stay off the screen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
