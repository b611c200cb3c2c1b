"""Installs both packages in clean roots of Debian and starts them there: `build_deb.py --check`, as root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "windows"))

from checking import expect, verdict
from environment import ROOT, SetupError
from package_files import Layout
from product import NAME, version
from wine import screen

SUITE = "bookworm"
SAMPLE = ROOT / "resources" / "samples" / "讲话稿示例.txt"
FONT = "fonts-wqy-microhei"
_SECONDS = 60
_UNRESOLVED = "find {} -name '*.so*' -exec ldd {{}} + 2>/dev/null | grep 'not found' | sort -u || true"
_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"


def check(packages: list[tuple[Layout, Path]], work: Path) -> int:
    """Try both; 0 where all of it works. Pictures are left in `work`/check."""
    if os.geteuid() != 0:
        raise SetupError("在干净的系统里试装要用 root。\nChecking in a clean root needs root.")
    base, left = work / "base.tar", work / "check"
    left.mkdir(parents=True, exist_ok=True)
    if not base.exists():
        _make_base(base, work)

    def attempt() -> None:
        for layout, package in packages:
            root = work / "root"
            shutil.rmtree(root, ignore_errors=True)
            root.mkdir()
            subprocess.run(["tar", "-C", str(root), "-xf", str(base)], check=True)
            _try_package(root, layout, package, left)
            shutil.rmtree(root)

    return verdict(attempt)


def _make_base(base: Path, work: Path) -> None:
    """A minimal Debian as an archive, kept for the next time."""
    root = work / "base"
    shutil.rmtree(root, ignore_errors=True)
    subprocess.run(["debootstrap", "--variant=minbase", SUITE, str(root)], check=True, stdout=subprocess.DEVNULL)
    if Path("/etc/resolv.conf").exists():
        shutil.copyfile("/etc/resolv.conf", root / "etc" / "resolv.conf")
    _inside(root, "apt-get", "update", "-qq")
    subprocess.run(["tar", "-C", str(root), "-cf", str(base), "."], check=True)
    shutil.rmtree(root)


def _try_package(root: Path, layout: Layout, package: Path, left: Path) -> None:
    before = _files(root)
    shutil.copyfile(package, root / package.name)
    began = time.monotonic()
    _inside(root, "apt-get", "install", "-y", "-qq", "--no-install-recommends", f"/{package.name}", FONT)
    print(f"{time.monotonic() - began:7.1f} s   {package.name} 装好 / installed", flush=True)
    missing = _inside(root, "sh", "-c", _UNRESOLVED.format(layout.program))
    expect(not missing.strip(), f"libraries that the system lacks: {missing}")
    commands = "/usr/bin" if not layout.is_uos else f"{layout.program}/bin"
    expect(version() in _inside(root, f"{commands}/reviewer-cli", "--version"), "the version is another")
    said = _inside(root, f"{commands}/reviewer-cli", "--self-test")
    print(said.strip())
    paper = root / "root" / "讲话 稿.txt"
    shutil.copyfile(SAMPLE, paper)
    _inside(root, f"{commands}/reviewer-cli", "export", "/root/讲话 稿.txt", "--xlsx", "/root/责任 清单.xlsx")
    expect((root / "root" / "责任 清单.xlsx").stat().st_size > 5000, "no checklist")
    _show(root, f"{commands}/reviewer", left / f"{layout.package}.png")
    desktop = root / str(layout.entries).lstrip("/") / "applications" / f"{layout.package}.desktop"
    starter = desktop.read_text(encoding="utf-8").split("Exec=")[1].split()[0]
    expect(os.access(root / starter.lstrip("/"), os.X_OK), "the menu entry starts nothing")
    installed = {line for line in _inside(root, "dpkg", "-L", layout.package).splitlines() if line}
    _inside(root, "apt-get", "purge", "-y", "-qq", layout.package)
    rest = {file for file in installed & _files(root) - before if not file.endswith("/.")}
    expect(not rest, f"files are left: {sorted(rest)[:5]}")
    folder = str(layout.program)
    expect(not (root / folder.lstrip("/")).exists(), f"{folder} is left")


def _show(root: Path, program: str, picture: Path) -> None:
    """Start the window on a file, wait for its title, keep a picture, close it."""
    with screen() as display:
        environment = {"DISPLAY": display, "LC_ALL": "C.UTF-8", "HOME": "/root", "PATH": _PATH}
        began = time.monotonic()
        command = ["chroot", str(root), program, "/root/讲话 稿.txt"]
        process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        seen = {**os.environ, **environment, "PATH": os.environ["PATH"]}
        try:
            while not _titled(seen):
                expect(process.poll() is None, f"the window ended with {process.returncode}")
                expect(time.monotonic() - began < _SECONDS, "no window")
                time.sleep(0.05)
            print(f"{time.monotonic() - began:7.2f} s   启动到窗口 / start to window", flush=True)
            time.sleep(5)
            subprocess.run(["import", "-window", "root", str(picture)], env=seen, check=True)
            expect(process.poll() is None, f"the window ended with {process.returncode}")
        finally:
            process.terminate()
            _, said = process.communicate()
    expect("Error" not in said, f"the window complains: {said}")


def _titled(environment: dict[str, str]) -> bool:
    command = ["xdotool", "search", "--onlyvisible", "--name", NAME]
    return bool(subprocess.run(command, env=environment, capture_output=True, check=False).stdout)


def _inside(root: Path, *command: str) -> str:
    """Run a command in the clean root; what it prints. Raises CheckError where it fails."""
    environment = {"PATH": _PATH, "HOME": "/root", "LC_ALL": "C.UTF-8"}
    environment |= {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
    environment |= {"DEBIAN_FRONTEND": "noninteractive", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        ["chroot", str(root), *command], env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    expect(done.returncode == 0, f"{' '.join(command)}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def _files(root: Path) -> set[str]:
    """Every file of the root but for what the kernel shows in it."""
    found = set()
    for folder, _folders, names in os.walk(root):
        inside = "/" + str(Path(folder).relative_to(root)).removeprefix(".")
        if not inside.startswith(("/proc", "/sys", "/dev")):
            found |= {f"{inside.rstrip('/')}/{name}" for name in names}
    return found
