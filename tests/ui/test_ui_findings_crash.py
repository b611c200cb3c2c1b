"""The program is killed while decisions are being made: what was shown as decided is whole, and all of it is there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.model.document import plain_document
from reviewer.store import decisions

CLERK = Path(__file__).with_name("crashing_clerk.py")
SPEECH = "讲话\n" + "\n".join(f"第{number}项，，抓好落实。" for number in range(3000))


@pytest.mark.parametrize("shown", [1, 30, 90])
def test_a_killed_program_loses_nothing_that_it_showed(shown: int, tmp_path: Path) -> None:
    path, folder = tmp_path / "讲话.txt", tmp_path / "kept"
    path.write_text(SPEECH, "utf-8")
    before = path.read_bytes()
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"}
    with subprocess.Popen(
        [sys.executable, str(CLERK), str(path), str(folder)],
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    ) as clerk:
        assert clerk.stdout is not None
        said = 0
        while said < shown:
            line = clerk.stdout.readline()
            assert line, "the clerk died by herself"
            said = int(line)
        clerk.kill()
    kept = decisions.load(folder, str(path), decisions.content_key(plain_document(SPEECH)))
    assert len(kept) >= said
    assert len({decision.anchor for decision in kept}) == len(kept)
    assert not list(folder.rglob("*.damaged"))
    assert path.read_bytes() == before
