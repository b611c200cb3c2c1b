"""The pinned versions."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[3]
FILES = ["requirements.txt", "requirements-dev.txt"]


def pinned(name: str) -> dict[str, Requirement]:
    found = {}
    for line in (ROOT / "packaging" / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "-r ")):
            requirement = Requirement(line)
            found[canonicalize_name(requirement.name)] = requirement
    return found


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize("name", FILES)
def test_every_line_is_one_exact_version(name):
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith(("#", "-r "))]
    assert lines == sorted(lines, key=lambda line: line.partition("==")[0].lower())
    for line in lines:
        assert re.fullmatch(r"[\w-]+==[\d.]+( ; .+)?", line)


@pytest.mark.parametrize(("file", "wanted"), [("requirements.txt", "dependencies"), ("requirements-dev.txt", "dev")])
def test_the_pins_satisfy_the_project(file, wanted):
    pins = pinned("requirements.txt") | pinned(file)
    asked = project()["dependencies"] if wanted == "dependencies" else project()["optional-dependencies"][wanted]
    for line in asked:
        requirement = Requirement(line)
        (exact,) = pins[canonicalize_name(requirement.name)].specifier
        assert exact.version in requirement.specifier, line


def test_what_the_pins_need_is_pinned_too():
    pins = pinned("requirements.txt") | pinned("requirements-dev.txt")
    checked = 0
    for name in pins:
        try:
            needed = [Requirement(line) for line in requires(name) or []]
        except PackageNotFoundError:
            continue  # made for another system
        for requirement in needed:
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                (exact,) = pins[canonicalize_name(requirement.name)].specifier
                assert exact.version in requirement.specifier, f"{name} needs {requirement}"
                checked += 1
    assert checked > 10


def test_the_build_backend_is_pinned_alike():
    (backend,) = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    assert backend == "hatchling==" + next(iter(pinned("requirements-dev.txt")["hatchling"].specifier)).version
