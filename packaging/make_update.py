"""Makes an update of lexicons and holidays for the program of this checkout, see reviewer/updates/package.py.

    python packaging/make_update.py 2027.1.15 更新.zip --notes "2027 年放假安排" \\
        --holidays 2027.json --lexicon duties --lexicon formulations/party --withdraw rule-id

It is checked as the program checks it; the code that it prints is the one that the clerk sees.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import reviewer
from reviewer import resource
from reviewer.errors import ReviewerError
from reviewer.rules.engine import WITHDRAWN
from reviewer.times.calendar import UPDATE
from reviewer.updates import package

_DAY = (2020, 1, 1, 0, 0, 0)  # so that the same files make the same package


def main(arguments: list[str]) -> int:
    """Write the package; 1 where the program would refuse it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number")
    parser.add_argument("target", type=Path)
    parser.add_argument("--notes", default="")
    parser.add_argument("--holidays", type=Path)
    parser.add_argument("--lexicon", action="append", default=[])
    parser.add_argument("--withdraw", action="append", default=[])
    options = parser.parse_args(arguments)
    files = {f"lexicons/{name}.toml": resource.read_bytes(f"lexicons/{name}.toml") for name in options.lexicon}
    if options.holidays is not None:
        files[UPDATE] = options.holidays.read_bytes()
    if options.withdraw:
        files[WITHDRAWN] = f"withdrawn = {json.dumps(options.withdraw)}\n".encode()
    content = packed(options.number, options.notes, files, options.target)
    try:
        update, _ = package.unpack(content)
    except ReviewerError as error:
        options.target.unlink()
        print(error.sentence, file=sys.stderr)
        return 1
    print(f"{options.target}  校验码 / code: {update.check}")
    return 0


def packed(number: str, notes: str, files: dict[str, bytes], target: Path) -> bytes:
    """Write the package of `files` to `target`; its bytes."""
    manifest = {
        "product": package.PRODUCT,
        "format": package.FORMAT,
        "number": number,
        "program": reviewer.__version__,
        "notes": notes,
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())},
    }
    described = json.dumps(manifest, ensure_ascii=False, indent=1).encode("utf-8")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {package.MANIFEST: described, **dict(sorted(files.items()))}.items():
            archive.writestr(zipfile.ZipInfo(name, _DAY), data, zipfile.ZIP_DEFLATED)
    return target.read_bytes()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
