"""The virtual environment beside the checkout: made once, brought up to date when what it depends on changes."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
RUN, TEST = "run", "test"

_REQUIREMENTS = {RUN: "packaging/requirements.txt", TEST: "packaging/requirements-dev.txt"}
_WATCHED = (*_REQUIREMENTS.values(), "pyproject.toml")
_STAMP = "reviewer-stamp.json"


class SetupError(Exception):
    """Setting up failed; the message tells the person at the terminal what to do, in Chinese and English."""


def python() -> Path:
    """The environment's interpreter, which may not exist yet."""
    return FOLDER / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def is_ready(purpose: str) -> bool:
    """Whether the environment serves `purpose` and nothing that it depends on has changed since."""
    stamp = _read_stamp()
    return python().exists() and stamp.pop("purpose", None) in (purpose, TEST) and stamp == {**_base(), **_needs()}


def exists() -> bool:
    """Whether there is an environment of this interpreter and this place that only lacks packages, if anything."""
    stamp = _read_stamp()
    moved = stamp and any(stamp.get(key) != value for key, value in _base().items())
    return python().exists() and not moved and _version() == sys.version_info[:2] and _has_pip()


def prepare(purpose: str) -> Path:
    """Make the environment serve `purpose`, RUN or TEST, and return its interpreter; quick where it does already.

    Raises SetupError where the environment cannot be made or a package cannot be installed.
    """
    if is_ready(purpose):
        return python()
    if not exists():
        print("正在建立虚拟环境 .venv … / Making the virtual environment …", flush=True)
        _call([sys.executable, "-m", "venv", "--clear", str(FOLDER)], _NO_ENVIRONMENT)
    print("正在安装依赖，第一次需要几分钟 … / Installing the requirements …", flush=True)
    pip = [str(python()), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    _call([*pip, "-r", str(ROOT / _REQUIREMENTS[purpose])], _NO_PACKAGES)
    _call([*pip, "--no-deps", "--editable", str(ROOT)], _NO_PACKAGES)
    (FOLDER / _STAMP).write_text(json.dumps({"purpose": purpose, **_base(), **_needs()}), encoding="utf-8")
    return python()


def child_environment(**more: str) -> dict[str, str]:
    """The variables for the program and its tools: UTF-8 everywhere, and `more`."""
    return {**os.environ, "PYTHONUTF8": "1", **more}


_NO_ENVIRONMENT = (
    "没有建成虚拟环境：请确认 Python 安装完整、磁盘有空间、项目文件夹可以写入。\n"
    "The virtual environment could not be made: check the Python installation, the disk and the folder's rights."
)
_NO_PACKAGES = (
    "依赖没有装好：请检查网络或代理，确认是 64 位 Python 3.11–3.14，再运行一次。\n"
    "Installing the requirements failed: check network and proxy and that Python is 64-bit 3.11–3.14; try again."
)


def _call(command: list[str], failure: str) -> None:
    if subprocess.run(command, env=child_environment(), check=False).returncode != 0:
        raise SetupError(failure)


def _version() -> tuple[int, ...]:
    """Major and minor version of the Python that made the environment, () where it does not say."""
    config = FOLDER / "pyvenv.cfg"
    for line in config.read_text(encoding="utf-8").splitlines() if config.exists() else ():
        key, _, value = (part.strip() for part in line.partition("="))
        if key == "version":
            return tuple(int(number) for number in value.split(".")[:2])
    return ()


def _has_pip() -> bool:
    """Whether making the environment came to its end: pip is put in last."""
    packages = "Lib/site-packages" if sys.platform == "win32" else "lib/python*/site-packages"
    return any(FOLDER.glob(f"{packages}/pip/__main__.py"))


def _base() -> dict[str, str]:
    return {"python": sys.version, "home": sys.base_prefix, "root": str(ROOT)}


def _needs() -> dict[str, str]:
    digest = hashlib.sha256()
    for name in _WATCHED:
        digest.update((ROOT / name).read_bytes())
    return {"needs": digest.hexdigest()}


def _read_stamp() -> dict[str, str]:
    try:
        stamp = json.loads((FOLDER / _STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}
