"""Many documents: which are meant, what each comes to, and the workbook of all."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reviewer.batch import digest_file, documents_in
from reviewer.cli import NOT_READ, SOMETHING_FOUND, main
from reviewer.errors import WriteError
from reviewer.exports.digest import Digest, digest
from reviewer.exports.overview import write_overview
from reviewer.readers import read
from reviewer.review import review

SPEECH = """在全市河道整治会上的讲话
（2024年3月8日）
各街道要在6月30日前完成排查。
市水务局要于4月底前报送**份清单，，不得漏报。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "文稿"
    (made / "下级" / ".隐藏").mkdir(parents=True)
    for name in ("乙.txt", "甲.txt", "下级/丙.TXT", "~$甲.docx", ".藏.txt", "图.png", "下级/.隐藏/丁.txt"):
        (made / name).write_text(SPEECH, "utf-8")
    (made / "坏.docx").write_bytes(b"PK\x03\x04 broken")
    return made


def names(paths: list[str]) -> list[str]:
    return [Path(path).name for path in paths]


def test_documents_of_a_folder(folder: Path) -> None:
    found = list(documents_in([str(folder)]))
    assert sorted(names(found)) == sorted(["丙.TXT", "乙.txt", "坏.docx", "甲.txt"])
    assert found == sorted(found)


def test_files_that_are_named_are_taken_once_whatever_their_name(folder: Path) -> None:
    given = [str(folder / "图.png"), str(folder / "甲.txt"), str(folder)]
    found = names(list(documents_in(given)))
    assert found[:2] == ["图.png", "甲.txt"]
    assert found.count("甲.txt") == 1
    assert names(list(documents_in([str(folder / "没有.txt")]))) == ["没有.txt"]


def made(path: Path) -> Digest:
    return digest_file(str(path), lambda name: review(read(name)))


def test_digest(folder: Path) -> None:
    one = made(folder / "甲.txt")
    assert (one.name, one.title, one.trouble) == ("甲.txt", "在全市河道整治会上的讲话", "")
    assert one.earliest == date(2024, 4, 30)
    assert one.errors + one.warnings + one.hints == len(one.findings) >= 2
    assert any("【**】" in row.quote for row in one.findings)
    assert len(one.duties) == 2
    assert one.characters == sum(map(len, SPEECH.split("\n")))


def test_a_file_that_cannot_be_read_has_its_sentence(folder: Path) -> None:
    one = made(folder / "坏.docx")
    assert one.trouble
    assert one.name == "坏.docx"
    assert one.findings == ()


def test_quotes_stay_in_the_text() -> None:
    from reviewer.model.document import plain_document

    report = review(plain_document("讲话\n" + "很长的一句话没有停顿" * 50 + "**" + "后面也很长" * 50))
    rows = digest(report, "甲.txt").findings
    assert all(len(row.quote) < 80 for row in rows if "【**】" in row.quote)


def test_workbook(folder: Path, tmp_path: Path) -> None:
    digests = [made(Path(path)) for path in documents_in([str(folder)])]
    target = tmp_path / "汇总.xlsx"
    write_overview(digests, target, made_on=date(2024, 5, 6))
    book = load_workbook(target)
    assert book.sheetnames == ["总览", "问题", "任务"]
    overview = [[cell.value for cell in row] for row in book["总览"].iter_rows(min_row=3)]
    assert overview[0][1] == "来源文件"
    assert [row[1] for row in overview[1:]] == [one.name for one in digests]
    broken = next(row for row in overview if row[1] == "坏.docx")
    assert broken[4] is None
    assert broken[-1] == next(one.trouble for one in digests if one.trouble)
    assert book["总览"]["A2"].value == "共 4 份文稿，读出 3 份　　制表日期：2024-05-06"
    duties = [[cell.value for cell in row] for row in book["任务"].iter_rows(min_row=4)]
    assert [row[0] for row in duties] == [1, 2, 3, 4, 5, 6]
    assert {row[1] for row in duties} == {"丙.TXT", "乙.txt", "甲.txt"}
    findings = [[cell.value for cell in row] for row in book["问题"].iter_rows(min_row=4)]
    assert len(findings) == sum(len(one.findings) for one in digests)


def test_documents_are_not_written_over(folder: Path) -> None:
    with pytest.raises(WriteError):
        write_overview([made(folder / "甲.txt")], folder / "甲.txt")


def test_command_line(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "汇总.xlsx"
    assert main(["batch", str(folder), "--xlsx", str(target)]) == NOT_READ
    said = capsys.readouterr()
    assert said.out.count("最早时限 2024-04-30") == 3
    assert "坏.docx：" in said.err
    assert target.exists()
    assert main(["batch", str(folder / "甲.txt"), str(folder / "乙.txt")]) == SOMETHING_FOUND
    capsys.readouterr()
    (tmp_path / "空").mkdir()
    assert main(["batch", str(tmp_path / "空")]) == NOT_READ
    assert "没有找到能审阅的文稿" in capsys.readouterr().err
