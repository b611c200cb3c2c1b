"""Documents of other formats laid out to GB/T 9704—2012."""

import re

import pytest
from copies_made import main_part, members, opened

from reviewer.exports.copies import LEFT_OUT, commented_copy, corrected_copy
from reviewer.exports.official.lay_out import LaidOut, lay_out
from reviewer.exports.official.looks import Look, style_id
from reviewer.model.document import Document, Origin, Paragraph, Place
from reviewer.model.edit import Edit, Remark, StrikeParagraph
from reviewer.model.report import ReviewOptions
from reviewer.model.span import Span
from reviewer.outline import build_outline
from reviewer.readers import read_bytes
from reviewer.review import review
from reviewer.rules.format.profile import standard

NOTICE = """关于做好防汛备汛工作的通知

各乡镇人民政府，县直各单位：
　　为做好今年防汛备汛工作，现将有关事项通知如下，请认真贯彻执行。
一、提高认识，压实责任
　　各乡镇要落实责任，4月30日前完成隐患排查，做到底数清、情况明。
（一）排查隐患。县水利部门要会同有关部门开展一次拉网式排查。
（二）完善预案
附件：1.防汛任务清单
2.值班安排表

某县防汛办公室
2024年3月5日
附件1
防汛任务清单
各乡镇要逐项落实任务，按时报送情况。"""


def laid(text: str) -> LaidOut:
    document = read_bytes(text.encode(), "稿.txt")
    return lay_out(document, build_outline(document))


def styles(data: bytes) -> list[tuple[str, str]]:
    """The style and the words of each paragraph that is not blank."""
    names = {style_id(look): look.value for look in Look}
    found = []
    for block in re.findall(r"<w:p>.*?</w:p>", main_part(data)):
        words = "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", block))
        if words:
            found.append((names[re.findall(r'<w:pStyle w:val="(\w+)"', block)[0]], words[:8]))
    return found


def test_each_element_has_its_look() -> None:
    assert styles(laid(NOTICE).data) == [
        ("公文标题", "关于做好防汛备汛"),
        ("主送机关", "各乡镇人民政府，"),
        ("Normal", "为做好今年防汛备"),
        ("heading 1", "一、提高认识，压"),
        ("Normal", "各乡镇要落实责任"),
        ("Normal", "（一）排查隐患。"),
        ("heading 2", "（二）完善预案"),
        ("附件说明", "附件：1.防汛任"),
        ("附件说明", "2.值班安排表"),
        ("落款", "某县防汛办公室"),
        ("落款", "2024年3月5"),
        ("附件序号", "附件1"),
        ("附件标题", "防汛任务清单"),
        ("Normal", "各乡镇要逐项落实"),
    ]


def test_a_heading_that_runs_on_is_set_apart_within_its_paragraph() -> None:
    assert re.search(r'eastAsia="楷体_GB2312"[^>]*/></w:rPr><w:t[^>]*>（一）排查隐患', main_part(laid(NOTICE).data))


def test_the_layout_passes_the_check_of_layouts() -> None:
    document = read_bytes(laid(NOTICE).data, "稿.docx", layout=True)
    report = review(document, ReviewOptions(layout=standard(), layout_binds=True))
    assert [f.message for f in report.findings if f.rule.startswith("format-")] == []


def test_signature_and_date_keep_their_places() -> None:
    right = [int(value) for value in re.findall(r'w:rightChars="(\d+)"', main_part(laid(NOTICE).data)) if value != "0"]
    assert right == [300, 200]


def test_speeches_have_day_and_speaker_below_the_title() -> None:
    found = styles(
        laid("在全县工作会议上的讲话\n（2024年3月12日）\n某某某\n同志们：\n今天的会议很重要，我讲三点。").data
    )
    assert [style for style, _ in found] == ["公文标题", "题下署名", "题下署名", "主送机关", "Normal"]


def table(*rows: str) -> Document:
    cells = [
        Paragraph(text, Origin(f"t/{i}/{k}", Place.TABLE, 0, i, k))
        for i, row in enumerate(rows)
        for k, text in enumerate(row.split("|"))
    ]
    note = Paragraph("脚注的话", Origin("n/1", Place.FOOTNOTE, note="1"))
    header = Paragraph("页眉的话", Origin("h/1", Place.HEADER))
    return Document("表.odt", "odt", (*cells, note, header))


def test_tables_stay_tables_and_notes_stand_at_the_end() -> None:
    document = table("单位|时限", "某局|6月底前")
    made = opened(lay_out(document, build_outline(document)).data)
    assert [(p.text, p.origin.row, p.origin.column) for p in made.paragraphs] == [
        ("单位", 0, 0), ("时限", 0, 1), ("某局", 1, 0), ("6月底前", 1, 1), ("[1] 脚注的话", None, None)
    ]  # fmt: skip


def test_changes_find_their_places_in_the_layout() -> None:
    document = table("单位|时限", "某局|6月底前")
    outline = build_outline(document)
    changes = (Edit(Span(3, 0, 1), "7"), Edit(Span(4, 0, 2), "注释"), Edit(Span(5, 0, 1), "○"))
    copy = corrected_copy(document, outline, b"", changes)
    assert opened(copy.data).texts == ("单位", "时限", "某局", "7月底前", "[1] 注释的话")
    assert [(item.what, item.reason) for item in copy.refused] == [(changes[2], LEFT_OUT)]


def test_typed_indents_are_left_out_and_offsets_move() -> None:
    document = read_bytes(NOTICE.encode(), "稿.txt")
    outline = build_outline(document)
    number = next(i for i, text in enumerate(document.texts) if text.startswith("　　各乡镇"))
    copy = commented_copy(document, outline, NOTICE.encode(), [Remark(Span(number, 2, 5), "问")])
    assert re.search(
        r'commentRangeStart w:id="1"/><w:r><w:t xml:space="preserve">各乡镇</w:t></w:r><w:commentRangeEnd',
        main_part(copy.data),
    )
    assert not copy.refused


@pytest.mark.parametrize("tracked", [False, True])
def test_blank_lines_may_be_struck_without_a_word(tracked: bool) -> None:
    document = read_bytes(NOTICE.encode(), "稿.txt")
    copy = corrected_copy(document, build_outline(document), NOTICE.encode(), [StrikeParagraph(1)], tracked=tracked)
    assert copy.refused == ()


def test_a_text_stays_a_text_unless_its_changes_are_tracked() -> None:
    data = NOTICE.encode()
    document = read_bytes(data, "稿.txt")
    changes = [Edit(Span(0, 0, 2), "有关")]
    assert corrected_copy(document, build_outline(document), data, changes).data == data.replace(
        "关于做好".encode(), "有关做好".encode(), 1
    )
    tracked = corrected_copy(document, build_outline(document), data, changes, tracked=True)
    assert "关于</w:delText>" in main_part(tracked.data)


def test_fonts_that_may_be_missing_have_others_named() -> None:
    fonts = members(laid(NOTICE).data)["word/fontTable.xml"].decode()
    assert '<w:font w:name="方正小标宋简体"><w:altName w:val="方正小标宋_GBK,华文中宋,宋体"/>' in fonts
