"""The title of a document, from its first lines."""

import re

from reviewer.labels import leading_label
from reviewer.model.document import Document, Place
from reviewer.model.span import Span

_LOOKED_AT = 24
_PREFIX = re.compile(r"^[\s\u3000]*(?:标题|题目)[：:]\s*")
_RUN_IN = re.compile(
    r"[\s\u3000]*(在[^，。；：（）()]{4,45}(?:上的|时的)(?:讲话|发言|致辞|演讲|主旨演讲|报告))(?=[（(\s\u3000]|(?:同志们|各位))"
)
_SHORTEST = 4
_LONGEST = 90
_LONGEST_LINE = 60
_TITLE_WORD = re.compile(
    r"(?:讲话|讲话稿|发言|发言稿|致辞|主持词|报告|总结|通知|通告|通报|公告|公报|意见|方案|规划|计划|要点|纪要|决定|决议|"
    r"办法|规定|条例|细则|规则|准则|章程|制度|批复|请示|函|复函|答复|建议|安排|指南|提纲|清单|情况|说明|汇报|倡议书|"
    r"指引|标准|规范|预案|措施|任务分解表|分工|讲稿|党课|述职|体会|材料|简报|专报|演讲|贺信|回信|指示|命令|议案)"
    r"(?:（[^（）]{1,20}）|\([^()]{1,20}\))?[\s\u3000]*$"
)
_FURNITURE = re.compile(
    r"^[\s\u3000]*(?:#+\s|-\s|[-*_=]{3,}\s*$|##|https?:|www\.|附\s*件\s*[\d一二三四五六七八九十]*[：:]?\s*$|"
    r"(?:【|绝密|机密|秘密|特急|加急|平急|内部资料|索引号|发文字号|成文日期|发布日期|发布时间|来源|作者|主题词|份号|签发人)|"
    r"\d{6}\s*$|第\s*\d+\s*期)"
)
_DOCUMENT_NUMBER = re.compile(
    r"^[\s\u3000]*[^\s，。]{1,16}[〔\[（(]\s*(?:19|20)\d\d\s*[〕\]）)]\s*(?:第?\s*\d+\s*号)[\s\u3000]*$"
)
_NO_TITLE = re.compile(
    r"[。；！？，：:][”’）]?[\s\u3000]*$|^[\s\u3000]*(?:同志们|各位|尊敬的|（[^（）]*）[\s\u3000]*$)|[。；]"
)
_DATE_LINE = re.compile(
    r"^[\s\u3000（(]*[\d〇○零一二三四五六七八九十xX×*]{1,4}年[\d一二三四五六七八九十xX×*\s]{1,4}月(?:[\d一二三四五六七八九十xX×*\s]{1,4}日)?"
    r"[^。，]{0,6}[）)\s\u3000]*$"
)


def find_title(document: Document) -> tuple[str | None, tuple[Span, ...]]:
    """The title as one string and the lines that it stands in; `(None, ())` where the document has none."""
    lines = [
        (i, _PREFIX.sub("", text, count=1))
        for i, text in enumerate(document.texts[: _LOOKED_AT * 2])
        if text.strip() and document.paragraphs[i].origin.place in (Place.BODY, Place.TEXTBOX)
    ][:_LOOKED_AT]
    fallback: list[tuple[int, str]] = []
    for at, (index, text) in enumerate(lines):
        if (
            _FURNITURE.match(text)
            or _DOCUMENT_NUMBER.match(text)
            or _DATE_LINE.match(text)
            or len(text.strip()) < _SHORTEST
        ):
            continue
        if at == 0 and len(text) > _LONGEST_LINE and (run_in := _RUN_IN.match(text)):
            return run_in.group(1), (Span(index, *run_in.span(1)),)
        if not _could_be_title(index, text):
            break
        joined = _join(lines, at)
        if joined:
            return _result(document, joined)
        style = document.paragraphs[index].style
        if not fallback and (style.centred or style.name in ("Title", "标题")):
            fallback = [(index, text)]
        if not fallback and at == 0 and _opens_a_document(lines, at):
            fallback = [(index, text)]
    return _result(document, fallback) if fallback else (None, ())


def _result(document: Document, lines: list[tuple[int, str]]) -> tuple[str, tuple[Span, ...]]:
    spans: list[Span] = []
    for index, line in lines:
        start = document.texts[index].index(line.strip())
        spans.append(Span(index, start, start + len(line.strip())))
    return "".join(line.strip() for _, line in lines), tuple(spans)


def _could_be_title(index: int, text: str) -> bool:
    stripped = text.strip()
    if len(stripped) > _LONGEST_LINE or len(stripped) < 2 or _NO_TITLE.search(stripped):
        return False
    return leading_label(index, text) is None


def _join(lines: list[tuple[int, str]], at: int) -> list[tuple[int, str]]:
    """The line at `at` with the lines that a broken title goes on in, empty where no title word ends it."""
    taken: list[tuple[int, str]] = []
    length = 0
    for index, text in lines[at : at + 4]:
        broken = taken and index != taken[-1][0] + 1
        if broken or _FURNITURE.match(text) or _DOCUMENT_NUMBER.match(text) or not _could_be_title(index, text):
            return []
        taken.append((index, text))
        length += len(text.strip())
        if length > _LONGEST:
            return []
        if _TITLE_WORD.search(text) and _balanced("".join(t for _, t in taken)):
            return taken
    return []


def _balanced(text: str) -> bool:
    return text.count("《") == text.count("》")


def _opens_a_document(lines: list[tuple[int, str]], at: int) -> bool:
    """Whether a salutation, a date line or a first heading follows."""
    for index, text in lines[at + 1 : at + 4]:
        stripped = text.strip()
        if (
            stripped.startswith(("同志们", "各位", "尊敬的"))
            or _DATE_LINE.match(text)
            or stripped.endswith(("：", ":"))
        ):
            return True
        if leading_label(index, text) is not None:
            return True
    return False
