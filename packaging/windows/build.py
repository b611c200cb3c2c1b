"""Builds the installer and the portable zip for Windows, on Linux: `python packaging/windows/build.py`.

--check       try the installer under Wine, see check.py
--sign FILE   sign programs and installer with the certificate and key in a .pfx FILE; the password stands in the
              environment variable REVIEWER_SIGN_PASSWORD, an RFC 3161 time server in REVIEWER_SIGN_TIME_SERVER
--lock        renew packages.lock from packaging/requirements.txt, and stop

What the system lacks is named and, as root on Debian, installed. Everything is made in build/windows and dist.
"""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import payload
from build_command import BuildCommand
from bundle import make_bundle, write_zip
from digests import write_digests
from environment import ROOT
from installer import make_installer
from locked import WINDOWS as LOCK
from product import IDENTIFIER, build_time, version
from program_icon import ICO_SIZES, ico, png
from signing import sign
from system_tools import BUILD_TOOLS, CHECK_TOOLS

WORK = ROOT / "build" / "windows"
OUTPUT = ROOT / "dist"


def main(arguments: list[str]) -> int:
    """Run the command; 0 where everything that it promises was done."""
    command = BuildCommand(__file__, __doc__ or "", LOCK, BUILD_TOOLS, CHECK_TOOLS)
    parser = command.parser()
    parser.add_argument("--sign", type=Path)
    return command.run(arguments, parser, lambda options: build(options.sign), _check)


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


def _check(installer: Path) -> int:
    from check import check

    return check(installer, WORK)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
