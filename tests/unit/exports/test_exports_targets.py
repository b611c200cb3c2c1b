"""Where copies are written."""

import os
from pathlib import Path

import pytest

from reviewer.errors import WriteError
from reviewer.exports.targets import CORRECTED, default_target, suffix_of, write_copy


@pytest.mark.parametrize(
    ("path", "kind", "as_text", "wanted"),
    [
        ("通知.docx", "docx", False, ".docx"),
        ("通知.DOCM", "docx", False, ".DOCM"),
        ("通知.doc", "docx", False, ".docx"),
        ("通知.doc", "doc", False, ".docx"),
        ("通知.md", "txt", True, ".md"),
        ("通知", "txt", True, ".txt"),
        ("通知.txt", "txt", False, ".docx"),
    ],
)
def test_suffixes(path: str, kind: str, as_text: bool, wanted: str) -> None:
    assert suffix_of(path, kind, as_text=as_text) == wanted


def test_the_name_stands_beside_the_original(tmp_path: Path) -> None:
    assert default_target(str(tmp_path / "通知.doc"), CORRECTED, ".docx") == tmp_path / "通知（修订稿）.docx"


def test_the_original_is_never_written_to(tmp_path: Path) -> None:
    original = tmp_path / "通知.docx"
    original.write_bytes(b"original")
    link, hard = tmp_path / "link.docx", tmp_path / "hard.docx"
    link.symlink_to(original)
    os.link(original, hard)
    for target in (original, link, hard, tmp_path / "." / "通知.docx"):
        with pytest.raises(WriteError, match="不能覆盖原稿"):
            write_copy(target, b"copy", str(original))
    assert original.read_bytes() == b"original"


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("通知.docx", "~$通知.docx"),
        ("防汛工作的通知.docx", "~$汛工作的通知.docx"),
        ("关于防汛工作的通知.docx", "~$防汛工作的通知.docx"),
        ("通知.docx", ".~lock.通知.docx#"),
    ],
)
def test_a_file_that_is_open_elsewhere_is_left(tmp_path: Path, name: str, owner: str) -> None:
    target = tmp_path / name
    target.write_bytes(b"old")
    (tmp_path / owner).write_bytes(b"")
    with pytest.raises(WriteError, match="打开"):
        write_copy(target, b"new", "")
    assert target.read_bytes() == b"old"
    (tmp_path / owner).unlink()
    write_copy(target, b"new", "")
    assert target.read_bytes() == b"new"


def test_a_name_that_cannot_be_is_said_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="文件名太长"):
        write_copy(tmp_path / ("长" * 200 + ".docx"), b"new", "")
