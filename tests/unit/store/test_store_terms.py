"""The office's own words: typed, imported, kept."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from reviewer.errors import ReadError
from reviewer.model.terms import NO_TERMS, Term, Terms
from reviewer.store import terms as store

TERMS = Terms(
    ("青融码", "翠屏坊"), (Term("老百姓", "群众", "书面用语"), Term("有关人等", "", "指称不明"), Term("搞", "开展"))
)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    assert store.load(tmp_path) == NO_TERMS
    store.save(tmp_path, TERMS)
    assert store.load(tmp_path) == TERMS


def test_text_and_values_say_the_same() -> None:
    assert store.parse_kept(store.kept_as_text(TERMS.kept)) == TERMS.kept
    assert store.parse_unwanted(store.unwanted_as_text(TERMS.unwanted)) == TERMS.unwanted


@pytest.mark.parametrize(
    "line", ["老百姓 群众 书面用语", "老百姓→群众 书面用语", "老百姓\t群众\t书面用语", "  老百姓　群众　书面用语  "]
)
def test_unwanted_words_may_be_parted_in_several_ways(line: str) -> None:
    assert store.parse_unwanted(line) == (Term("老百姓", "群众", "书面用语"),)


@pytest.mark.parametrize("line", ["有关人等", "有关人等 禁用", "有关人等 ×", "有关人等 有关人等"])
def test_words_without_a_better_one_are_banned(line: str) -> None:
    assert store.parse_unwanted(line) == (Term("有关人等"),)


def test_a_note_may_hold_spaces() -> None:
    assert store.parse_unwanted("搞 开展 见 2023 年规定")[0].note == "见 2023 年规定"


def test_heads_doubles_and_overlong_words_are_left_out() -> None:
    assert store.parse_kept("词语\n青融码、青融码\n" + "长" * 61) == ("青融码",)
    assert store.parse_unwanted("不用的词 改用的词\n搞 开展\n搞 做\n\n") == (Term("搞", "开展"),)


def test_a_workbook_is_read(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["不用的词", "改用", "说明"], ["老百姓", "群众", "书面用语"], ["有关人等", None, None], [None]):
        sheet.append(row)
    path = tmp_path / "词表.xlsx"
    book.save(path)
    assert store.read_unwanted(path) == (Term("老百姓", "群众", "书面用语"), Term("有关人等"))
    assert store.read_kept(path) == ("老百姓", "有关人等")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_text_file_is_read_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "词表.txt"
    path.write_bytes("青融码\r\n翠屏坊\r\n浣溪里\r\n".encode(encoding))
    assert store.read_kept(path) == ("青融码", "翠屏坊", "浣溪里")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04rubbish", b"\n\n"])
def test_files_without_words_say_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "词表.xlsx"
    path.write_bytes(content)
    for read in (store.read_kept, store.read_unwanted):
        with pytest.raises(ReadError):
            read(path)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        store.read_kept(tmp_path / "没有.txt")


def test_a_damaged_store_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / store.FILE).write_text('{"version": 1, "kept": 3, "unwanted": ["搞", 5, []]}', "utf-8")
    assert store.load(tmp_path) == NO_TERMS
