"""The command line: what it prints and how it exits."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reviewer.cli import main

CLEAN = "关于做好值班工作的通知\n各科室：\n一、工作要求\n各科室要建立值班台账，6月底前报办公室。\n某局\n2024年5月8日\n"
MASKED = CLEAN.replace("各科室要", "各科室**要")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "值班 通知.txt"
    path.write_text(MASKED, encoding="utf-8")
    return path


def test_check_as_json_lines_in_the_order_of_the_files(
    draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clean = tmp_path / "b.txt"
    clean.write_text(CLEAN, encoding="utf-8")
    assert main(["check", "--format", "jsonl", str(clean), str(draft)]) == 1
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["document"]["path"] == str(clean)
    assert first["document"]["year"] == 2024
    assert [t["due"] for t in first["times"] if t["role"] == "deadline"] == ["2024-06-30"]
    assert [f["text"] for f in second["findings"] if f["category"] == "placeholder"] == ["**"]


def test_exit_status_without_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(CLEAN, encoding="utf-8")
    assert main(["check", "--format", "jsonl", str(path)]) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []


def test_an_unreadable_file_costs_the_others_nothing(
    draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "没有.txt"
    assert main(["check", "--format", "jsonl", str(missing), str(draft)]) == 2
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["error"]["kind"] == "missing"
    assert first["error"]["message"]
    assert second["findings"]


def test_readable_output_names_the_problem_and_the_duty(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(draft)]) == 1
    out = capsys.readouterr().out
    assert "**" in out
    assert "建立值班台账" in out


def test_explain_tells_why_a_sentence_is_a_duty(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--explain", str(draft)])
    assert "有“要”" in capsys.readouterr().out


def test_min_severity_hides_what_is_less(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft.write_text(MASKED.replace("报办公室", "报 办公室"), encoding="utf-8")
    main(["check", "--format", "jsonl", "--min-severity", "error", str(draft)])
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert findings
    assert {f["severity"] for f in findings} == {"error"}


@pytest.mark.parametrize(
    ("option", "value", "due"), [("--year", "2030", "2030-06-30"), ("--date", "2031-03-01", "2031-06-30")]
)
def test_the_callers_date_is_stronger_than_the_texts(
    option: str, value: str, due: str, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "--format", "jsonl", option, value, str(draft)])
    report = json.loads(capsys.readouterr().out)
    assert [t["due"] for t in report["times"] if t["role"] == "deadline"] == [due]
    assert report["document"]["year_source"] == "caller"


def test_text_prints_what_was_read(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", "--format", "jsonl", str(draft)]) == 0
    assert json.loads(capsys.readouterr().out)["paragraphs"] == MASKED.split("\n")
    assert main(["text", str(draft)]) == 0
    assert capsys.readouterr().out == MASKED + "\n"


def test_export_writes_a_checklist(draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "清单.xlsx"
    assert main(["export", str(draft), "--xlsx", str(target)]) == 0
    assert "1 条" in capsys.readouterr().out
    assert "责任清单" in load_workbook(target).sheetnames


def test_export_never_writes_over_the_draft(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = draft.read_bytes()
    assert main(["export", str(draft), "--xlsx", str(draft)]) == 2
    assert draft.read_bytes() == before
    assert capsys.readouterr().err


def test_rules_are_listed_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    ids = [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()]
    assert "placeholder-asterisk" in ids
    assert main(["rules", "--explain", "placeholder-asterisk"]) == 0
    assert "星号" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["check"],
        ["check", "--date", "明天", "a.txt"],
        ["check", "--year", "99999", "a.txt"],
        ["rules", "--explain", "no-such-rule"],
        ["漫步"],
    ],
)
def test_wrong_calls_end_in_one_plain_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    err = capsys.readouterr().err
    assert err.strip()
    assert "Traceback" not in err


def test_strict_lists_doubtful_slips_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("要抢抓政策机愚，加快新旧动能转换步代。\n", encoding="utf-8")
    counts = []
    for flags in ((), ("--strict",)):
        main(["check", "--format", "jsonl", *flags, str(path)])
        counts.append(len(json.loads(capsys.readouterr().out)["findings"]))
    assert counts[0] < counts[1]
