"""What is no prose in a document: addresses, numbers, signatures, headings."""

import re

from reviewer.model.document import Document
from reviewer.model.outline import LabelStyle, Outline, OutlineEntry

_SHORT_HEADING = 60
_SHORT_LEAD = 34
_SHORT_POINT = 32
_SHORT_LINE = 60
_SIGNED_WITHIN = 12
_ADDRESS_LINE = re.compile(r"[\s\u3000]*[^，。；]{2,80}[：:][\s\u3000]*$")
_NUMBER_LINE = re.compile(
    r"〔\d{4}〕|^[\s\u3000]*(?:附件|抄送|主送|印发(?!之日|后)|联系人|联系电话|电话|传真|邮箱|地址|邮编)|"
    r"(?:地址|邮编|邮政编码|电话|传真|邮箱|联系人)[：:]|\d{3,4}[-—－]\d{7,8}|1[3-9]\d{9}|^[\s\u3000]*（[^（）]*）[\s\u3000]*$"
)
_NAMES_LINE = re.compile(
    r"[\s\u3000]*(?:出席|列席|参加|参会|缺席|请假|主持|记录|签发|拟稿|审核|校对|分送|抄报)(?:人员?|单位|同志)?[：:]"
)
_SAYS_SOMETHING = re.compile(r"[。；！？，]|要|应|须|不得|严禁")
_DEMANDS = re.compile(r"应当|必须|不得|应(?=按|在|将)|须")
_SIGNATURE = re.compile(
    r"[^，。；：、\d]{2,18}(?:局|委|厅|部|办|办公室|办公厅|委员会|政府|党组|党委|小组|公司|学校|院|会|中心|支队|总队|处|科)$"
)


def is_apparatus(text: str, *, labelled: bool) -> bool:
    """Whether a paragraph is an address line, a document number, a signature or the like; never if `labelled`."""
    if _NAMES_LINE.match(text):
        return True
    if _ADDRESS_LINE.match(text) and not _DEMANDS.search(text):
        return True
    length = len(text.strip())
    if length < _SHORT_POINT and not labelled and not _SAYS_SOMETHING.search(text):
        return True
    return length < _SHORT_LINE and _NUMBER_LINE.search(text) is not None


def issuers(document: Document, outline: Outline) -> tuple[str, ...]:
    """The bodies whose document it is: named before 关于 in the title, or in a line of their own near the end."""
    lines = (text.strip() for text in document.texts[-_SIGNED_WITHIN:])
    found = [line for line in lines if 3 <= len(line) <= 20 and _SIGNATURE.match(line)]
    if outline.title and "关于" in outline.title:
        found.append(outline.title.split("关于")[0])
    return tuple(name for name in found if name)


def content_start(entry: OutlineEntry, start: int) -> int:
    """Where the words behind the label begin; the 要 of 一要 belongs to them."""
    content = start + len(entry.number)
    return content - 1 if entry.is_point and entry.number.endswith("要") else content


def is_heading(entry: OutlineEntry, text: str, content: int, end: int, *, followed: bool) -> bool:
    """Whether the labelled sentence is a title rather than a statement of its own.

    `followed` is true where the paragraph goes on with text that is no new point.
    """
    length = end - content
    if entry.style is LabelStyle.ARTICLE:
        return length <= 2 or text[end - 1] not in "。；！？”："
    if entry.is_point:
        return length <= _SHORT_POINT and followed and text[end - 1] != "；"
    if text[end - 1] not in "。；！？”":
        return length <= _SHORT_HEADING
    return text[end - 1] != "；" and length <= (_SHORT_LEAD if followed else _SHORT_POINT // 2)
