"""Words by jieba's dictionary, without its cache and its noise."""

import logging
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.language.segmentation import cut, is_word


def test_words_are_cut() -> None:
    assert cut("全面推进乡村振兴") == ["全面", "推进", "乡村", "振兴"]


def test_words_are_known() -> None:
    assert is_word("振兴")
    assert not is_word("振兴的")


@given(st.text(alphabet="全面推进乡村振兴的在是，。 \nX1𠮷", max_size=40))
def test_cutting_loses_nothing(text: str) -> None:
    assert "".join(cut(text)) == text


def test_importing_the_package_does_not_load_jieba() -> None:
    code = "import sys, reviewer.rules.engine, reviewer.language.segmentation; sys.exit('jieba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_nothing_is_printed_and_no_cache_is_written(tmp_path: Path) -> None:
    code = f"import tempfile; tempfile.tempdir = {str(tmp_path)!r}; from reviewer.language.segmentation import cut; cut('工')"
    run = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, check=True)
    assert run.stdout == run.stderr == b""
    assert list(tmp_path.iterdir()) == []


def test_a_foreign_cache_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "jieba.cache").write_bytes(b"not a dictionary")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert cut("工作") == ["工作"]
    assert logging.getLogger("jieba").level >= logging.ERROR
