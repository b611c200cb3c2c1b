"""The scripts that make packages are found like modules; what the repository holds, and what is built of it."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "packaging" / place) for place in ("", "windows", "linux")]


@pytest.fixture(scope="session")
def tracked() -> list[str]:
    """The files of the repository, those about to be added included, as paths with forward slashes."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode("utf-8")
    return sorted({path for path in listing.split("\0") if path and (ROOT / path).is_file()})


@pytest.fixture(scope="session")
def built(tracked, tmp_path_factory) -> Callable[[str, str], Path]:
    """Builds `wheel` or `sdist` of a copy of the repository; the file of that pattern."""
    copy = tmp_path_factory.mktemp("copy")
    for path in tracked:
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, copy / path)

    def build(target: str, pattern: str) -> Path:
        command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", "out"]
        subprocess.run(command, cwd=copy, capture_output=True, check=True)
        (made,) = (copy / "out").glob(pattern)
        return made

    return build
