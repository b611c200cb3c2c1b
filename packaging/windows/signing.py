"""Signatures on programs, and the list of digests beside what is published."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

from environment import SetupError
from product import NAME


def sign(file: Path, certificate: Path) -> None:
    """Sign `file` in place; raises SetupError where that fails."""
    signed = file.with_suffix(".signed")
    command = ["osslsigncode", "sign", "-h", "sha256", "-pkcs12", str(certificate), "-n", NAME]
    command += ["-readpass", "/dev/stdin"] if "REVIEWER_SIGN_PASSWORD" in os.environ else []
    server = os.environ.get("REVIEWER_SIGN_TIME_SERVER")
    command += ["-ts", server] if server else []
    password = os.environ.get("REVIEWER_SIGN_PASSWORD", "").encode()
    done = subprocess.run(
        [*command, "-in", str(file), "-out", str(signed)], input=password, stdout=subprocess.DEVNULL, check=False
    )
    if done.returncode != 0:
        raise SetupError(f"没能签名：{file.name}\nSigning failed.")
    signed.replace(file)


def write_digests(files: list[Path], target: Path) -> None:
    """Write the SHA-256 of `files` to `target`, as sha256sum and certutil show them."""
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
