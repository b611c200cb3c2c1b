"""The scripts that make packages are found like modules."""

import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
sys.path[:0] = [str(PACKAGING), str(PACKAGING / "windows"), str(PACKAGING / "linux")]
