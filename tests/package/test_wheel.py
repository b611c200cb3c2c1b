"""The wheel holds the whole program, and the repository nothing that does not belong."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import reviewer

ROOT = Path(__file__).resolve().parents[2]
TOP = {"pyproject.toml", "README.md", "LICENSE", "reviewer", "resources", "tests", "packaging"}


@pytest.fixture(scope="module")
def wheel(built) -> Path:
    return built("wheel", "*.whl")


@pytest.fixture(scope="module")
def contents(wheel) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_top_level_is_the_one_agreed_on(tracked):
    top = {path.partition("/")[0] for path in tracked}
    assert {name for name in top if not name.startswith(".")} == TOP


def test_everything_is_in_the_wheel_and_nothing_else(tracked, contents):
    expected = {path for path in tracked if path.startswith("reviewer/")}
    expected |= {f"reviewer/_{path}" for path in tracked if path.startswith("resources/")}
    assert {name for name in contents if ".dist-info/" not in name} == expected
    assert "reviewer/_resources/samples/讲话稿示例.txt" in expected


def test_the_licence_travels_along(contents):
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in contents)


def test_the_program_runs_from_the_wheel_alone(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = (
        "import reviewer.resource as r; "
        "assert r.root().name == '_resources', r.root(); "
        "assert r.path('samples/讲话稿示例.txt').is_file(); "
        "import reviewer.rules.registry"
    )
    subprocess.run([sys.executable, "-X", "utf8", "-c", code], cwd=tmp_path, check=True)


def test_commands_and_version_come_from_one_place(wheel):
    with zipfile.ZipFile(wheel) as archive:
        info = {
            Path(name).name: archive.read(name).decode("utf-8") for name in archive.namelist() if "dist-info" in name
        }
    assert f"\nVersion: {reviewer.__version__}\n" in info["METADATA"]
    assert "[console_scripts]\nreviewer-cli = reviewer.__main__:command_line" in info["entry_points.txt"]
    assert "[gui_scripts]\nreviewer = reviewer.__main__:window" in info["entry_points.txt"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" not in project
    assert re.fullmatch(r"\d+\.\d+\.\d+", reviewer.__version__)
    said = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "reviewer", "--version"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode("utf-8")
    assert reviewer.__version__ in said


def test_what_runs_in_continuous_integration_is_the_documented_command():
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "exec python3 packaging/dev.py test"
    assert "python3 packaging/dev.py test" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "python3 packaging/dev.py run" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_pinned_package_is_named_in_the_notices():
    notices = (ROOT / "packaging" / "notices.md").read_text(encoding="utf-8").lower()
    for file in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / "packaging" / file).read_text(encoding="utf-8").splitlines():
            name = line.partition("==")[0]
            if "==" in line:
                assert f"| {name.lower()} |" in notices, name
