"""What every package says of the program: names, version, kinds of files, the day that stands on its files."""

from __future__ import annotations

import os
import re
import subprocess

from environment import ROOT

NAME = "公文审阅"
IDENTIFIER = "reviewer"
SUMMARY = "离线审阅公文：理提纲、列任务和时限、查差错，导出责任清单"
COPYRIGHT = "MIT 许可"
KINDS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".doc": "application/msword",
    ".wps": "application/vnd.ms-works",
    ".txt": "text/plain",
    ".rtf": "application/rtf",
}
"""The files that the program offers to open, and their MIME types."""


def version() -> str:
    """The version, from its one place."""
    text = (ROOT / "reviewer" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', text, re.MULTILINE)
    assert found is not None
    return found[1]


def build_time() -> int:
    """The seconds since 1970 that stand on every file: SOURCE_DATE_EPOCH, else of the last commit, else of 2026."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is not None:
        return int(given)
    command = ["git", "-c", "safe.directory=*", "log", "-1", "--format=%ct"]
    try:
        said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return 1767225600
    return int(said)
