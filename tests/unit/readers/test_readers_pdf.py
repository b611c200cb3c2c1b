"""PDF files, read in this process: what the child does is tested elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers_made import outcome_of
from readers_made_foreign import lines, pdf

from reviewer.errors import DamagedError, EncryptedError, UnsupportedError
from reviewer.readers.foreign.pdf import read_pdf

FULL = "贯彻落实会议精神全面做好各项工作确保年度目标任务圆满完成"
IMAGE = "q 100 0 0 100 50 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x7f EI Q\n"


def texts(*pages: list, **options: object) -> list[str]:
    return list(read_pdf(pdf(*pages, **options), "a.pdf").texts)


def test_lines_become_paragraphs() -> None:
    assert texts(lines(f"\u3000\u3000{FULL[:26]}", FULL, "任务。", f"\u3000\u3000{FULL[:26]}", "完成。")) == [
        f"{FULL[:26]}{FULL}任务。",
        f"{FULL[:26]}完成。",
    ]


def test_pages_go_on_and_furniture_is_out() -> None:
    first = [(79, 790, 10, "政府公报 1"), *lines(f"\u3000\u3000{FULL[:26]}", FULL), (290, 50, 14, "— 1 —")]
    second = [(79, 790, 10, "政府公报 2"), *lines("任务。", f"\u3000\u3000{FULL[:26]}", "完。"), (290, 50, 14, "— 2 —")]
    document = read_pdf(pdf(first, second), "a.pdf")
    assert document.texts == (f"{FULL[:26]}{FULL}任务。", f"{FULL[:26]}完。")
    assert "页眉" in document.warnings[0]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize(
    ("matrix", "step"),
    [("1 0 0 1", (0, -40)), ("0 1 -1 0", (40, 0)), ("-1 0 0 -1", (0, 40)), ("0 -1 1 0", (-40, 0))],
)
def test_turned_text(matrix: str, step: tuple[int, int], rotate: int) -> None:
    """Wide tables stand sideways on their page, which may be shown turned or not."""
    drawn = "".join(
        f"BT /F1 16 Tf {matrix} {300 + n * step[0]} {400 + n * step[1]} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"
        for n, text in enumerate(["关于工作的通知", "各单位"])
    )
    assert texts([], extra=drawn, rotate=rotate) == ["关于工作的通知", "各单位"]


def test_slanting_watermarks_are_out() -> None:
    slanting = "BT /F1 40 Tf 0.7 0.7 -0.7 0.7 150 300 Tm <" + "内部资料".encode("utf-16-be").hex() + "> Tj ET\n"
    assert texts(lines("通知", "内容"), extra=slanting) == ["通知", "内容"]


def test_radicals_and_rare_characters() -> None:
    assert texts(lines("⽂件⺠生", "𠮷林")) == ["文件民生", "𠮷林"]


def test_scanned_files_are_named() -> None:
    with pytest.raises(UnsupportedError, match="扫描件"):
        read_pdf(pdf([], extra=IMAGE), "a.pdf")


def test_pages_without_anything() -> None:
    assert "没有读到文字" in read_pdf(pdf([]), "a.pdf").warnings[0]


def test_garbled_text_is_refused() -> None:
    with pytest.raises(UnsupportedError, match="乱码"):
        read_pdf(pdf(lines("\ue001\ue002\ue003文")), "a.pdf")


def test_broken_files() -> None:
    for data in (b"%PDF-1.7", b"%PDF-1.4\n%%EOF", pdf(lines("甲"))[:60]):
        with pytest.raises(DamagedError):
            read_pdf(data, "a.pdf")


def test_passwords() -> None:
    locked = pdf(lines("甲")).replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
        + b"11" * 32
        + b"> /U <"
        + b"22" * 32
        + b"> >>",
    )
    with pytest.raises(EncryptedError):
        read_pdf(locked, "a.pdf")


@given(st.binary(max_size=200), st.integers(0, 900))
def test_damage_ends_in_text_or_one_sentence(junk: bytes, at: int) -> None:
    whole = pdf(lines("甲乙"))
    document = outcome_of(read_pdf, whole[:at] + junk + whole[at + len(junk) :])
    assert document is None or document.format == "pdf"
