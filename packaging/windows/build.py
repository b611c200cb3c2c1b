"""Builds the installer and the portable zip for Windows, on Linux: `python packaging/windows/build.py`.

--check       try the installer under Wine, see check.py
--sign FILE   sign programs and installer with the certificate and key in a .pfx FILE; the password stands in the
              environment variable REVIEWER_SIGN_PASSWORD, an RFC 3161 time server in REVIEWER_SIGN_TIME_SERVER
--lock        renew packages.lock from packaging/requirements.txt, and stop

What the system lacks is named and, as root on Debian, installed. Everything is made in build/windows and dist.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import environment
import payload
from bundle import make_bundle, write_zip
from environment import ROOT, SetupError
from installer import make_installer
from locked import WINDOWS as LOCK
from product import IDENTIFIER, build_time, version
from program_icon import ICO_SIZES, ico, png
from signing import sign, write_digests
from system_tools import BUILD_TOOLS, CHECK_TOOLS, provide

WORK = ROOT / "build" / "windows"
OUTPUT = ROOT / "dist"


def main(arguments: list[str]) -> int:
    """Run the command; 0 where everything that it promises was done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--sign", type=Path)
    parser.add_argument("--lock", action="store_true")
    options = parser.parse_args(arguments)
    try:
        if find_spec("PySide6") is None:
            command = [str(environment.prepare(environment.RUN)), __file__, *arguments]
            return subprocess.run(command, env=environment.child_environment(), check=False).returncode
        if options.lock:
            LOCK.renew()
            return 0
        provide({**BUILD_TOOLS, **(CHECK_TOOLS if options.check else {})})
        made = build(options.sign)
        if options.check:
            from check import check

            return check(made, WORK)
        return 0
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1


def build(certificate: Path | None = None) -> Path:
    """Make installer, zip and their digests in `dist`; the installer."""
    began = time.monotonic()
    seconds = build_time()
    files = LOCK.fetch(WORK / "downloads")
    print(f"依赖齐了 / packages are there: {time.monotonic() - began:.0f} s", flush=True)
    folder, icon = WORK / "bundle", WORK / "app.ico"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    OUTPUT.mkdir(exist_ok=True)
    icon.write_bytes(ico({size: png(size) for size in ICO_SIZES}))
    make_bundle(folder, files, icon)
    if certificate is not None:
        for program in folder.glob("*.exe"):
            sign(program, certificate)
    payload.settle(folder, seconds)
    installer, portable = (OUTPUT / f"{IDENTIFIER}-{version()}-{kind}" for kind in ("setup.exe", "portable.zip"))
    write_zip(folder, portable, seconds)
    make_installer(folder, installer, icon, version(), seconds)
    if certificate is not None:
        sign(installer, certificate)
    write_digests([installer, portable], OUTPUT / f"{IDENTIFIER}-{version()}-windows.sha256")
    for name, size in (
        ("安装后 / installed", payload.size(folder)),
        (installer.name, installer.stat().st_size),
        (portable.name, portable.stat().st_size),
    ):
        print(f"{size / 1e6:7.1f} MB  {name}")
    print(f"{time.monotonic() - began:7.0f} s   用时 / taken", flush=True)
    return installer


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
