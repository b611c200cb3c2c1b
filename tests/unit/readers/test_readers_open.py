"""Opening files by path: every trouble with the file system is one sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from readers_made import docx

from reviewer.errors import AccessError, MissingFileError, ReadError, TooLargeError, UnsupportedError
from reviewer.readers import limits, read


def test_files_are_read(tmp_path: Path) -> None:
    text, word = tmp_path / "讲话.txt", tmp_path / "讲话.docx"
    text.write_bytes("同志们：\n".encode("gbk"))
    word.write_bytes(docx("同志们："))
    assert read(text).texts == ("同志们：", "")
    assert read(str(text), "gb18030").path == str(text)
    assert read(word).texts == ("同志们：",)


@pytest.mark.parametrize("name", ["没有.docx", "讲话.txt/里面.txt", "a\0b", "长" * 3000])
def test_missing_files(tmp_path: Path, name: str) -> None:
    (tmp_path / "讲话.txt").write_bytes(b"x")
    with pytest.raises(ReadError) as caught:
        read(tmp_path / name)
    assert caught.value.sentence.endswith("。")
    if len(name) < 100:
        assert isinstance(caught.value, MissingFileError)


def test_folders(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedError, match="文件夹"):
        read(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipes_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道")
    with pytest.raises(UnsupportedError):
        read(tmp_path / "管道")


@pytest.mark.parametrize(("failure", "words"), [(PermissionError(), "权限"), (OSError(5, "I/O error"), "磁盘")])
def test_files_that_may_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: OSError, words: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")

    def refuse(_: Path) -> bytes:
        raise failure

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(AccessError, match=words):
        read(path)


def test_huge_files_are_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    monkeypatch.setattr(limits, "FILE_BYTES", 4)
    with pytest.raises(TooLargeError):
        read(path)


def test_text_files_need_no_xml_library() -> None:
    code = "import sys, reviewer.readers as r; r.read_bytes(b'abc', 'a.txt'); sys.exit('lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
