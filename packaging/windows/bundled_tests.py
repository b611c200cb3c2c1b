"""Runs the core's tests and those of the window under Wine, by the Python that is shipped."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from environment import ROOT, SetupError, child_environment
from wine import Wine

TESTS = ("tests/unit", *(f"tests/ui/test_ui_core_{part}.py" for part in ("window", "opening", "exporting", "themes")))
LEFT_OUT = {
    "tests/unit/packaging": "the set-up of a checkout, not the program",
    "tests/unit/readers/test_readers_child.py::test_a_reader_that_eats_memory": "Wine has no memory limits for jobs",
    "tests/unit/readers/test_readers_child.py::test_a_reader_that_takes_the_process_with_it": "Wine is too slow for it",
    "tests/unit/test_atomic.py::test_a_name_that_is_too_long": "Wine takes longer names than Windows",
    "tests/unit/exports/test_exports_targets.py::test_a_name_that_cannot_be_is_said_in_one_sentence": "the same",
    "tests/unit/exports/test_exports_targets.py::test_the_original_is_never_written_to": "Wine's symbolic links differ",
    **dict.fromkeys(
        (
            "tests/unit/readers/test_readers_docx_hostile.py::test_parts_in_other_encodings",
            "tests/unit/readers/test_readers_docx_hostile.py::test_unknown_declared_encodings_are_taken_for_utf8",
            "tests/unit/readers/test_readers_docx_hostile.py::test_text_before_broken_bytes_is_read",
            "tests/unit/readers/test_readers_html.py::test_nothing_is_fetched_and_depth_has_an_end",
        ),
        "lxml for Windows is built with libxml2 2.11, which gives up on such files; elsewhere it is 2.14",
    ),
}
"""Tests that are known to end otherwise there, and why."""

RUNNER = Path(__file__).with_name("smoke_tests.py")
_LIBRARIES = ("pytest", "pluggy", "iniconfig", "packaging", "pygments", "colorama", "hypothesis", "sortedcontainers")
_LENT = ("PySide6/QtTest.pyd", "PySide6/Qt6Test.dll")  # pytest-qt wants them; they are not shipped
_SECONDS = 1800


def run_tests(wine: Wine, place: Path, work: Path, report: Path) -> bool:
    """Whether the tests pass with the program installed in `place`; what pytest says goes to `report`."""
    tests = wine.path("测试 目录")
    shutil.rmtree(tests, ignore_errors=True)
    for folder in ("tests", "packaging", "resources"):
        shutil.copytree(ROOT / folder, tests / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copyfile(ROOT / name, tests / name)
    lent = [place / "lib" / name for name in _LENT]
    (pyside,) = (work / "downloads").glob("pyside6_essentials-*.whl")
    with zipfile.ZipFile(pyside) as wheel:
        for name, file in zip(_LENT, lent, strict=True):
            file.write_bytes(wheel.read(name))
    said = tests / "report.txt"
    folders = [_on_z(RUNNER), _on_z(_libraries(work / "test-libraries")), "C:\\测试 目录", "C:\\测试 目录\\report.txt"]
    try:
        process = wine.start(
            place / "python" / "pythonw.exe",
            "-X",
            "utf8",
            *folders,
            *TESTS,
            *(f"--deselect={name}" for name in LEFT_OUT),
        )
        process.wait(timeout=_SECONDS)
    finally:
        if said.exists():
            shutil.copyfile(said, report)
        shutil.rmtree(tests)
        for file in lent:
            file.unlink()
    *_, outcome, status = report.read_text(encoding="utf-8").splitlines()
    print(f"{outcome}, {status}, {process.returncode}")
    return status == "exit status 0"


def _libraries(folder: Path) -> Path:
    """What the tests need beyond the program, for Windows; made once."""
    if not folder.exists():
        pins = (ROOT / "packaging" / "requirements-dev.txt").read_text(encoding="utf-8").splitlines()
        wanted = [pin for pin in pins if pin.partition("==")[0].lower() in (*_LIBRARIES, "pytest-qt")]
        pip = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps", "--target", str(folder)]
        kind = ["--platform", "win_amd64", "--python-version", "3.11", "--only-binary=:all:"]
        if subprocess.run([sys.executable, *pip, *kind, *wanted], env=child_environment(), check=False).returncode != 0:
            raise SetupError("没能下载测试用的包。\nThe packages for the tests could not be downloaded.")
    return folder


def _on_z(file: Path) -> str:
    """The path by which Wine's programs see a file of this machine."""
    return "Z:" + str(file).replace("/", "\\")
