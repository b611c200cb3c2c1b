"""Signatures on programs and installers."""

from __future__ import annotations

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
