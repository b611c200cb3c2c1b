"""Places, widths and words that all exports share."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.exports.checklist_rows import checklist_rows, source_name, time_rows
from reviewer.exports.places import place_names
from reviewer.exports.text_width import columns, ems, line_count, shorten
from reviewer.exports.words import dating_text
from reviewer.model.document import Document, Origin, Paragraph, Place, plain_document
from reviewer.model.duty import DocumentKind, Modality
from reviewer.model.time import Dating, YearSource


def test_places_count_what_the_clerk_sees():
    origins = [
        ("标题", Origin("body/0")),
        (" 　", Origin("body/1")),
        ("正文", Origin("body/2")),
        ("格", Origin("table/0/2/1/0", Place.TABLE, 0, 2, 1)),
        ("格", Origin("table/x", Place.TABLE)),
        ("注", Origin("footnote/2", Place.FOOTNOTE, note="2")),
        ("框", Origin("textbox/0", Place.TEXTBOX)),
        ("眉", Origin("header/0", Place.HEADER)),
        ("正文", Origin("body/3")),
    ]
    document = Document("", "docx", tuple(Paragraph(text, origin) for text, origin in origins))
    assert place_names(document) == ("第1段", "", "第2段", "表1第3行", "表", "脚注2", "文本框", "页眉", "第3段")


@pytest.mark.parametrize("place", Place)
def test_every_kind_of_place_has_a_name(place):
    document = Document("", "docx", (Paragraph("文字", Origin("x", place)),))
    assert place_names(document)[0]


@pytest.mark.parametrize(
    ("path", "name"),
    [("a/b.txt", "b.txt"), ("C:\\文稿\\讲话.docx", "讲话.docx"), ("讲话.txt", "讲话.txt"), ("", "")],
)
def test_source_name(path, name):
    assert source_name(plain_document("", path)) == name


def test_widths():
    assert (columns("公文ab"), ems("公文ab"), columns("“”")) == (6, 3.0, 4)
    assert line_count("", 10) == 1
    assert line_count("一\n二\n", 10) == 3
    assert line_count("字" * 21, 10.5) == 3
    assert (shorten("一二三", 3), shorten("一二三四", 3)) == ("一二三", "一二…")


@given(st.text(max_size=200), st.floats(1, 60))
def test_lines_have_room_for_the_text(text, room):
    assert line_count(text, room) * room >= ems(text.replace("\n", ""))


def test_dating_text():
    assert dating_text(Dating()) == "文中没有写明"
    assert dating_text(Dating(2023, YearSource.TITLE)) == "2023年（依据：标题）"
    assert dating_text(Dating(2023, YearSource.DATE_LINE, date(2023, 4, 2))) == "2023年4月2日（依据：题下或落款日期）"


def test_who_is_assumed_depends_on_the_document(report):
    unnamed = report.duties[2]
    for kind, modality, words_ in [
        (DocumentKind.SPEECH, Modality.OBLIGATION, "与会各单位\n（推定）"),
        (DocumentKind.NOTICE, Modality.OBLIGATION, "各有关单位\n（推定）"),
        (DocumentKind.NOTICE, Modality.COMMITMENT, "本单位\n（推定）"),
    ]:
        (row,) = checklist_rows(replace(report, kind=kind, duties=(replace(unnamed, modality=modality),)))
        assert row.lead == words_


def test_a_point_that_the_task_repeats_is_left_out_of_the_section(report):
    task = replace(report.duties[0], text="一是清查库房。", section=("一、抓好清查", "一是清查库房"))
    (row,) = checklist_rows(replace(report, duties=(task,)))
    assert row.section == "一、抓好清查"


@pytest.mark.parametrize(
    ("dating", "days"),
    [
        (Dating(2023, YearSource.TITLE), ["01-20", "04-20", "07-20", "10-20"]),
        (Dating(2023, YearSource.DATE_LINE, date(2023, 4, 20)), ["04-20", "07-20", "10-20"]),
        (Dating(2023, YearSource.DATE_LINE, date(2023, 12, 1)), [None]),
        (Dating(), [None]),
    ],
)
def test_a_recurrence_has_a_row_for_each_of_its_days(report, dating, days):
    quarterly = replace(report.times[1], recurrence="FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=20")
    rows = time_rows(replace(report, dating=dating, duties=(), times=(quarterly,)))
    assert [row.day and row.day.isoformat()[5:] for row in rows] == days
    assert {row.remark for row in rows} == {"每季度首月20日"}
    assert {row.matter for row in rows} == {"各单位每季度报送一次进展。"}


def test_a_limit_is_not_said_twice(report):
    words = ["6月底、12月底前", "12月底前", "每季度", "每季度"]
    times = tuple(replace(report.times[0], text=text) for text in words)
    (row,) = checklist_rows(replace(report, times=times, duties=(replace(report.duties[0], times=(0, 1, 2, 3)),)))
    assert row.limit == "6月底、12月底前\n每季度"
