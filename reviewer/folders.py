"""Where this user's settings, decisions and updates are kept."""

import os
import sys
from pathlib import Path

NAME = "reviewer"
PORTABLE = "portable.txt"
"""Where this file lies beside the program, everything is kept beside the program too."""


def data_folder() -> Path:
    """The folder of everything that is kept, the same as Qt's AppDataLocation; it may not exist yet."""
    own = Path(sys.executable).parent
    if (own / PORTABLE).is_file():
        return own / "data"
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / NAME
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / NAME
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / NAME
