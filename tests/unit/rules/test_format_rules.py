"""The layout check: whom it concerns, and an office's own profile."""

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer.errors import ReadError
from reviewer.model.finding import Category
from reviewer.model.report import ReviewOptions
from reviewer.review import review
from reviewer.rules.format import subject
from reviewer.rules.format.elements import Elements, elements
from reviewer.rules.format.laid_out import laid_out
from reviewer.rules.format.profile import standard
from reviewer.store import layout

BODY = "各单位要对照任务清单逐项抓好落实，按时报送进展情况。"
LOOSE = f"在全县防汛工作会议上的讲话〔宋体 18 居中〕\n一、认清形势〔宋体 14〕\n{BODY}〔宋体 14 行不定〕"
FORMAL = f"〔页面 37 35 28 26〕\n关于做好防汛工作的通知〔宋体 22 居中 缩0〕\n一、总体要求〔黑体 16〕\n{BODY}"


def found(text: str, options: ReviewOptions) -> list[str]:
    report = review(laid_out(text), options)
    return [finding.rule for finding in report.findings if finding.category is Category.FORMAT]


def test_a_speech_that_follows_no_standard_is_left_alone() -> None:
    assert found(LOOSE, ReviewOptions(layout=standard())) == []


def test_where_the_profile_binds_every_document_is_held_to_it() -> None:
    rules = found(LOOSE, ReviewOptions(layout=standard(), layout_binds=True))
    assert {"format-margins", "format-title", "format-heading", "format-body", "format-line-spacing"} <= set(rules)


def test_a_document_that_follows_the_standard_is_told_where_it_does_not() -> None:
    assert found(FORMAL, ReviewOptions(layout=standard())) == ["format-title"]


def test_nobody_asks_and_nothing_is_said() -> None:
    assert found(FORMAL, ReviewOptions()) == []


def test_paragraphs_with_the_same_fault_make_one_finding() -> None:
    odd = f"\n{BODY.replace('各单位', '各科室')}〔微软雅黑 12〕\n{BODY.replace('各单位', '各乡镇')}〔微软雅黑 12〕"
    report = review(laid_out(FORMAL.replace("宋体 22", "小标宋 22") + odd), ReviewOptions(layout=standard()))
    (one,) = [finding for finding in report.findings if finding.rule == "format-body"]
    assert "这里等2处是小4号微软雅黑" in one.message
    assert [span.paragraph for span in one.related] == [one.span.paragraph + 1]


def test_running_text_behind_a_label_is_no_heading() -> None:
    items = f"\n二、{BODY * 3}\n三、{BODY * 3}"
    assert found(FORMAL.replace("宋体 22", "小标宋 22") + items, ReviewOptions(layout=standard())) == []


def test_an_office_s_own_profile_changes_what_it_names(tmp_path: Path) -> None:
    file = tmp_path / "本单位.toml"
    file.write_text('name = "本单位"\n[title]\nfonts = ["宋体"]\n', encoding="utf-8-sig")
    profile = layout.read(file)
    assert profile == replace(standard(), name="本单位", title=replace(standard().title, fonts=("宋体",)))
    assert found(FORMAL, ReviewOptions(layout=profile)) == []


@pytest.mark.parametrize("content", ["[page]\ntop = 'hoch'\n", "page = 3\n", "not toml", "[title]\nfonts = 3\n", "\0"])
def test_a_broken_profile_is_refused_in_a_sentence(tmp_path: Path, content: str) -> None:
    file = tmp_path / "版式.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match="版式文件"):
        layout.read(file)


def test_a_missing_profile_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="没能打开版式文件"):
        layout.read(tmp_path / "没有.toml")


def test_paper_is_told_of_once_whichever_section_has_it() -> None:
    document = laid_out(FORMAL.replace("宋体 22", "小标宋 22"))
    assert document.layout is not None
    (page,) = document.layout.pages
    letter, across = replace(page, width=215.9, height=279.4), replace(page, width=297.0, height=210.0)
    for pages, expected in (
        ((page, across), []),
        ((page, letter, letter), ["纸张大小是216×279毫米，应为210×297毫米。"]),
        ((replace(page, width=None),), []),
    ):
        set_so = replace(document, layout=replace(document.layout, pages=pages))
        report = review(set_so, ReviewOptions(layout=standard()))
        assert [f.message for f in report.findings if f.rule == "format-paper"] == expected


def test_elements_are_worked_out_once_for_all_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(*args: object) -> Elements:
        asked.append(1)
        return elements(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(subject, "elements", counted)
    review(laid_out(FORMAL), ReviewOptions(layout=standard()))
    assert len(asked) == 1
