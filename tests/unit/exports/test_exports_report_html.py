"""The review as a page of HTML."""

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from reviewer.anchoring import anchor, index
from reviewer.cli import main
from reviewer.corrections import correct
from reviewer.errors import WriteError
from reviewer.exports.report_html import ReportOptions, report_html, write_report
from reviewer.exports.review_notes import review_notes
from reviewer.model.corrected import Corrected
from reviewer.model.decision import AcceptFinding, AddRemark, DropParagraph, IgnoreFinding
from reviewer.model.document import plain_document
from reviewer.model.finding import Category, Finding, Severity
from reviewer.model.report import Report, ReviewOptions
from reviewer.model.span import Span
from reviewer.model.verdict import State
from reviewer.review import review
from reviewer.store import handover

TEXT = (
    "在全县工作会议上的讲话\n（2024年3月8日）\n同志们：\n一、肯定成绩\n去年办了**件实事，，都办成了。\n二、抓好落实\n"
    "水务局要在6月30日前完成排查，财政局每季度通报一次。\n扫一扫，在手机上打开本页\n"
)
DAY = date(2024, 4, 1)


class _Tags(HTMLParser):
    """Which tags stand open, and all that were met with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.met: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def reviewed(text: str = TEXT) -> Report:
    return review(plain_document(text, "/某处/讲话.txt"), ReviewOptions())


def words_of(page: str) -> str:
    return re.sub(r"<[^>]+>", "", page.partition("<body>")[2])


@pytest.fixture
def corrected() -> Corrected:
    """One finding accepted, one ignored, one struck with its paragraph, one open, and a remark."""
    report = reviewed()
    at = index(report.document)
    double = next(f for f in report.findings if f.text == "，，")
    mask = next(f for f in report.findings if f.text == "**")
    return correct(
        report,
        [
            AcceptFinding(anchor(at, double.span), double.rule, "，"),
            IgnoreFinding(anchor(at, mask.span), mask.rule),
            AddRemark(anchor(at, Span(6, 0, 3)), "请核对单位。"),
            DropParagraph(anchor(at, Span(7, 0, 12))),
        ],
    )


def test_notes_count_in_reading_order(corrected: Corrected) -> None:
    notes = review_notes(corrected, hints=True, ignored=True)
    assert [note.number for note in notes] == list(range(1, len(notes) + 1))
    assert [note.span for note in notes] == sorted(note.span for note in notes)
    told = {note.state: note for note in notes if note.label not in ("批注",)}
    assert told[State.ACCEPTED].outcome == "已采纳：改为“，”"
    assert told[State.ACCEPTED].advice == ""
    assert told[State.STRUCK].place == "第8段"
    assert sum(note.span.paragraph == 7 for note in notes) == 1
    assert all(n.state is not State.IGNORED for n in review_notes(corrected, hints=True, ignored=False))


def test_the_page_tells_findings_decisions_duties_dates_and_statistics(corrected: Corrected) -> None:
    words = words_of(report_html(corrected, ReportOptions(), made_on=DAY))
    wanted = ("已采纳：改为“，”", "已忽略", "请核对单位。", "整段删去", "水务局", "2024-06-30", "2024年6月", "日期未定")
    assert [one for one in wanted if one not in words] == []
    wanted = ("朗读用时（每分钟 240 字）", "平均一句", "最长的一句", "各部分长短", "制表日期：2024-04-01")
    assert [one for one in wanted if one not in words] == []


def test_the_page_is_well_formed_and_fetches_nothing(corrected: Corrected) -> None:
    page = report_html(corrected, ReportOptions(), made_on=DAY)
    tags = _Tags(page)
    assert tags.open == []
    assert not {tag for tag, _ in tags.met} & {"script", "link", "img", "iframe", "object", "base"}
    assert not any("src" in attributes or name.startswith("on") for _, attributes in tags.met for name in attributes)
    assert all(a["href"].startswith("#") for _, a in tags.met if a.get("href"))  # type: ignore[union-attr]
    assert "url(" not in page
    assert "default-src 'none'" in page
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page


def test_whatever_the_document_says_is_only_text() -> None:
    evil = "<script>alert(1)</script>&amp;\"'\x00\ud800"
    document = plain_document(f"{evil}讲话\n一、{evil}\n要办好{evil}。", f"/某处/{evil}.txt")
    report = review(document, ReviewOptions())
    finding = Finding("x", Category.TYPO, Severity.ERROR, Span(2, 0, 9), document.texts[2][:9], evil, (evil,))
    page = report_html(correct(_with(report, finding), []), ReportOptions(), made_on=DAY)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert page.encode("utf-8")
    assert "\x00" not in page
    assert _Tags(page).open == []


def test_hints_and_general_duties_are_there_only_where_they_are_wanted() -> None:
    report = reviewed("讲话\n要提高认识。\n")
    hint = Finding("x", Category.SPACING, Severity.INFO, Span(1, 0, 1), "要", "只是看一眼。")
    one = correct(_with(report, hint), [])
    assert "只是看一眼。" not in report_html(one, ReportOptions())
    assert "只是看一眼。" in report_html(one, ReportOptions(hints=True))


def test_a_document_without_anything_says_so() -> None:
    words = words_of(report_html(correct(reviewed(""), []), ReportOptions()))
    assert "没有发现需要改的问题。" in words
    assert "没有可列入清单的任务。" in words
    assert "文中没有写时限和时间节点。" in words


def test_the_original_is_never_written_over(corrected: Corrected, tmp_path: Path) -> None:
    original = tmp_path / "稿.html"
    original.write_text("原稿", "utf-8")
    with pytest.raises(WriteError, match="不能覆盖原稿"):
        write_report(corrected, ReportOptions(), original, str(original))
    assert original.read_text("utf-8") == "原稿"


def test_the_command_writes_it_beside_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "讲话.txt"
    draft.write_text(TEXT, "utf-8")
    assert main(["report", str(draft)]) == 0
    target = tmp_path / "讲话（审阅报告）.html"
    assert "已写出审阅报告" in capsys.readouterr().out
    assert "水务局" in target.read_text("utf-8")


def test_the_command_tells_what_was_decided(tmp_path: Path) -> None:
    draft, record, target = tmp_path / "讲话.txt", tmp_path / "讲话.review.json", tmp_path / "报告.html"
    draft.write_text(TEXT, "utf-8")
    report = reviewed()
    double = next(f for f in report.findings if f.text == "，，")
    decision = AcceptFinding(anchor(index(report.document), double.span), double.rule, "，")
    handover.write(record, [decision])
    assert main(["report", "--decisions", str(record), "-o", str(target), str(draft)]) == 0
    words = words_of(target.read_text("utf-8"))
    assert "已采纳：改为“，”" in words
    assert "您改过的地方" not in words


def test_the_command_refuses_what_makes_no_sense(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--speed", "7", "甲.txt"]) == 2
    assert "80 到 600" in capsys.readouterr().err
    assert main(["report", "--decisions", "记录.json", "甲.txt", "乙.txt"]) == 2
    assert "一次只处理一个文件" in capsys.readouterr().err
    assert main(["report", str(tmp_path / "没有.txt")]) == 2
    assert "没有.txt" in capsys.readouterr().err


def _with(report: Report, finding: Finding) -> Report:
    from dataclasses import replace

    return replace(report, findings=(finding,))
