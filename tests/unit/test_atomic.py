"""Whole files or none, and a sentence for the clerk when it fails."""

import errno
import os
from pathlib import Path

import pytest

from reviewer import atomic
from reviewer.atomic import free_name, write_bytes
from reviewer.errors import WriteError


def only(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_writes_a_new_file_and_leaves_nothing_else(tmp_path):
    write_bytes(tmp_path / "清单.xlsx", b"new")
    assert (tmp_path / "清单.xlsx").read_bytes() == b"new"
    assert only(tmp_path) == ["清单.xlsx"]


def test_replaces_an_old_file_and_keeps_its_mode(tmp_path):
    target = tmp_path / "清单.xlsx"
    target.write_bytes(b"a much longer old content")
    target.chmod(0o640)
    write_bytes(str(target), b"new")
    assert target.read_bytes() == b"new"
    if os.name != "nt":
        assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="modes")
def test_a_new_file_follows_the_umask(tmp_path):
    before = os.umask(0o027)
    try:
        write_bytes(tmp_path / "a", b"")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need rights")
def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_bytes(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_long_chinese_name_does_not_make_the_temporary_name_too_long(tmp_path):
    name = "责" * 83 + ".xlsx"
    write_bytes(tmp_path / name, b"x")
    assert only(tmp_path) == [name]


@pytest.mark.parametrize("spelling", ["讲话.docx", "./讲话.docx", "x/../讲话.docx"])
def test_the_original_is_refused_however_it_is_spelled(tmp_path, spelling):
    (tmp_path / "x").mkdir()
    original = tmp_path / "讲话.docx"
    original.write_bytes(b"original")
    with pytest.raises(WriteError) as caught:
        write_bytes(f"{tmp_path}/{spelling}", b"new", protected=[original])
    assert original.read_bytes() == b"original"
    assert caught.value.sentence == "不能覆盖原稿。请另存为“讲话（2）.docx”。"


@pytest.mark.skipif(os.name == "nt", reason="links need rights")
def test_the_original_is_refused_through_links(tmp_path):
    original = tmp_path / "讲话.docx"
    original.write_bytes(b"original")
    (tmp_path / "hard.docx").hardlink_to(original)
    (tmp_path / "soft.docx").symlink_to(original)
    for name in ("hard.docx", "soft.docx"):
        with pytest.raises(WriteError):
            write_bytes(tmp_path / name, b"new", protected=[str(original)])
    assert original.read_bytes() == b"original"


def test_an_original_that_does_not_exist_is_refused_too(tmp_path):
    with pytest.raises(WriteError):
        write_bytes(tmp_path / "a.docx", b"new", protected=[tmp_path / "a.docx"])
    assert only(tmp_path) == []


def test_free_name_counts_on(tmp_path):
    assert free_name(tmp_path / "清单.xlsx").name == "清单（2）.xlsx"
    (tmp_path / "清单（2）.xlsx").touch()
    assert free_name(tmp_path / "清单.xlsx").name == "清单（3）.xlsx"
    assert free_name(tmp_path / "清单（2）.xlsx").name == "清单（3）.xlsx"
    assert free_name(tmp_path / "（初稿）清单").name == "（初稿）清单（2）"


FAILURES = [
    ("replace", PermissionError(errno.EACCES, "x"), "打开"),
    ("replace", OSError(errno.ENOSPC, "x"), "磁盘空间不足"),
    ("fsync", OSError(errno.ENOSPC, "x"), "磁盘空间不足"),
    ("fsync", OSError(errno.EIO, "x"), "没有保存成功"),
    ("replace", OSError(errno.EROFS, "x"), "只读"),
    ("replace", OSError(errno.EINVAL, "x"), "文件名"),
]


@pytest.mark.parametrize(("function", "failure", "words"), FAILURES)
def test_a_failure_leaves_the_old_file_and_no_other(tmp_path, monkeypatch, function, failure, words):
    target = tmp_path / "清单.xlsx"
    target.write_bytes(b"old")

    def fail(*_arguments):
        raise failure

    monkeypatch.setattr(os, function, fail)
    with pytest.raises(WriteError) as caught:
        write_bytes(target, b"new")
    assert words in caught.value.message
    assert caught.value.hint
    assert str(tmp_path) not in caught.value.sentence
    assert target.read_bytes() == b"old"
    assert only(tmp_path) == ["清单.xlsx"]


def test_a_held_file_suggests_another_name(tmp_path, monkeypatch):
    target = tmp_path / "清单.xlsx"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", _raise(PermissionError(errno.EACCES, "x")))
    with pytest.raises(WriteError, match="打开") as caught:
        write_bytes(target, b"new")
    assert "清单（2）.xlsx" in caught.value.hint


def test_no_permission_for_a_new_file(tmp_path, monkeypatch):
    monkeypatch.setattr(atomic, "_write_through", _raise(PermissionError(errno.EACCES, "x")))
    with pytest.raises(WriteError, match="权限"):
        write_bytes(tmp_path / "清单.xlsx", b"new")


def test_an_interrupt_leaves_no_temporary_file(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", _raise(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        write_bytes(tmp_path / "清单.xlsx", b"new")
    assert only(tmp_path) == []


def test_windows_waits_for_the_virus_scanner(tmp_path, monkeypatch):
    real, waited, refusals = os.replace, [], [PermissionError(13, "x"), PermissionError(13, "x")]

    def replace(source, target):
        if refusals:
            raise refusals.pop()
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(atomic.time, "sleep", waited.append)
    monkeypatch.setattr(atomic, "_on_windows", lambda: True)
    write_bytes(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert len(waited) == 2


def test_missing_folder_and_folder_as_target(tmp_path):
    with pytest.raises(WriteError, match="文件夹不存在"):
        write_bytes(tmp_path / "none" / "a.xlsx", b"")
    (tmp_path / "folder.xlsx").mkdir()
    with pytest.raises(WriteError, match="是一个文件夹"):
        write_bytes(tmp_path / "folder.xlsx", b"")
    (tmp_path / "file").touch()
    with pytest.raises(WriteError, match="文件夹不存在"):
        write_bytes(tmp_path / "file" / "a.xlsx", b"")
    assert only(tmp_path) == ["file", "folder.xlsx"]


def test_a_name_that_is_too_long(tmp_path):
    with pytest.raises(WriteError, match="文件名"):
        write_bytes(tmp_path / ("责" * 200), b"")
    assert only(tmp_path) == []


def test_a_folder_that_cannot_be_synced_does_not_matter(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "open", _raise(OSError(errno.EACCES, "x")))
    write_bytes(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def _raise(error):
    def fail(*_arguments):
        raise error

    return fail
