"""How a package is tried: what is expected, and what is said in the end."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable


class CheckError(Exception):
    """Something is not as it should be."""


def expect(holds: bool, otherwise: str) -> None:
    """Raise CheckError where something does not hold."""
    if not holds:
        raise CheckError(otherwise)


def verdict(attempt: Callable[[], None]) -> int:
    """Make the attempt and say what came of it; 0 where all of it works."""
    try:
        attempt()
    except (CheckError, subprocess.SubprocessError) as error:
        print(f"没有通过 / failed: {error}", file=sys.stderr)
        return 1
    print("全部通过 / all passed")
    return 0
