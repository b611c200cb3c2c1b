"""The source archive holds the whole repository, and the program runs from it."""

import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

import reviewer

ADDED = {"PKG-INFO", ".gitignore"}


@pytest.fixture(scope="module")
def sdist(built) -> Path:
    return built("sdist", "*.tar.gz")


def test_everything_is_in_the_source_archive_and_nothing_else(tracked, sdist):
    with tarfile.open(sdist) as archive:
        names = {member.name.partition("/")[2] for member in archive if member.isfile()}
    expected = {path for path in tracked if not path.startswith(".")}
    assert names - ADDED == expected
    assert sdist.name == f"reviewer-{reviewer.__version__}.tar.gz"


def test_the_program_runs_from_the_source_archive(sdist, tmp_path):
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (top,) = tmp_path.iterdir()
    command = [sys.executable, "-X", "utf8", "-m", "reviewer", "text", "resources/samples/讲话稿示例.txt"]
    said = subprocess.run(command, cwd=top, capture_output=True, check=True).stdout.decode("utf-8")
    assert "讲话" in said
