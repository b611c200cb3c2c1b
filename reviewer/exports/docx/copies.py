"""A Word document with changes, remarks and highlighting, all else as it was."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from reviewer.errors import WriteError
from reviewer.exports.copy import Copy, Highlight, Refused
from reviewer.exports.docx.comments import Comments
from reviewer.exports.docx.edits import Edits, trimmed
from reviewer.exports.docx.leaves import Leaves
from reviewer.exports.docx.original import Original
from reviewer.exports.docx.part import Part
from reviewer.exports.docx.runs import Rewriting, Tracking
from reviewer.model.document import Document, Paragraph, Place
from reviewer.model.edit import Change, Edit, Remark, StrikeParagraph
from reviewer.readers.docx import read_docx
from reviewer.readers.gather import is_page_number

GONE = "这一段已在副本中删去。"
AUTHOR = "公文审阅"
_MARGINS = frozenset({Place.HEADER, Place.FOOTER})
_BESIDE = frozenset({Place.FOOTNOTE, Place.ENDNOTE, Place.TEXTBOX})


def docx_copy(
    document: Document,
    original: bytes,
    changes: Iterable[Change] = (),
    remarks: Sequence[Remark] = (),
    highlights: Sequence[Highlight] = (),
    *,
    tracked: bool = False,
    author: str = AUTHOR,
    now: datetime | None = None,
) -> Copy:
    """`original`, from which `document` was read, with all of these in it; the same bytes where there are none.

    With `tracked` the changes are Word's tracked changes by `author`. Raises WriteError where the original is no
    longer what was read, or is damaged.
    """
    changes = tuple(changes)
    if not (changes or remarks or highlights):
        return Copy(original, 0)
    fresh = read_docx(original, document.path)
    if fresh.texts != document.texts:
        raise WriteError("原稿在打开之后改动过。", "请重新打开原稿，再导出。")
    source = Original(original)
    leaves = Leaves(source.part)
    date = (now or datetime.now().astimezone()).strftime("%Y-%m-%dT%H:%M:%SZ")
    rewritings: dict[Part, Rewriting] = {}

    def rewriting(part: Part) -> Rewriting:
        return rewritings.setdefault(part, Rewriting(part))

    numbers = source.numbers()
    tracking = Tracking(author, date, numbers) if tracked else None
    edits = Edits(source, fresh, leaves, rewriting, tracking)
    edits.add(changes)
    gone = {change.paragraph for change in edits.done if isinstance(change, StrikeParagraph)}
    for highlight in highlights:
        if highlight.span.paragraph not in gone:
            _paint(fresh.paragraphs[highlight.span.paragraph], highlight, leaves, rewriting)
    comments = Comments(source, fresh, leaves, rewriting, numbers)
    refused = list(edits.refused)
    for remark in remarks:
        reason = GONE if remark.span.paragraph in gone else comments.add(remark)
        if reason is not None:
            refused.append(Refused(remark, reason))
    for part in rewritings.values():
        part.carry_out(tracking)
    edits.finish()
    comments.write(date)
    data = source.copy()
    if data is not original:
        _check(fresh, read_docx(data, document.path), edits.done)
    return Copy(data, len(edits.done) + comments.count, tuple(refused))


def _paint(paragraph: Paragraph, highlight: Highlight, leaves: Leaves, rewriting: Callable[[Part], Rewriting]) -> None:
    span = highlight.span
    for leaf in leaves.of(paragraph):
        first, last = max(span.start, leaf.start), min(span.end, leaf.end)
        if first < last and leaf.splits:
            shift = leaf.skip - leaf.start
            rewriting(leaf.part).touches(leaf.node).paints.append((first + shift, last + shift, highlight.colour))


def _check(before: Document, after: Document, done: Sequence[Change]) -> None:
    """Raise WriteError where the copy does not say what it should: a net under everything above."""
    texts = list(before.texts)
    struck = {change.paragraph for change in done if isinstance(change, StrikeParagraph)}
    for edit in sorted((c for c in done if isinstance(c, Edit)), key=lambda e: e.span, reverse=True):
        start, end, new = trimmed(texts[edit.span.paragraph], edit)
        texts[edit.span.paragraph] = texts[edit.span.paragraph][:start] + new + texts[edit.span.paragraph][end:]
    # With a struck paragraph go the notes that it refers to; its text boxes stay, but may move.
    apart = _BESIDE if struck else frozenset()
    wanted = (
        text[p.label :]
        for number, (p, text) in enumerate(zip(before.paragraphs, texts, strict=True))
        if number not in struck
        and p.origin.place not in apart
        and not (p.origin.place in _MARGINS and is_page_number(text))
    )
    found = (p.text[p.label :] for p in after.paragraphs if p.origin.place not in apart)
    if "".join(wanted) != "".join(found):
        raise WriteError("这份原稿的内部结构特殊，副本核对没有通过，没有保存。", "请对照审阅结果在 Word 中修改。")
