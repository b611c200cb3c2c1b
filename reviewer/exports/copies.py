"""Copies of the clerk's file for her to take home: corrected, commented, laid out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from reviewer.exports.copy import Copy, Highlight, Refused
from reviewer.exports.docx.copies import AUTHOR, docx_copy
from reviewer.exports.text_copy import text_copy
from reviewer.model.document import Document
from reviewer.model.edit import Change, Remark, StrikeParagraph
from reviewer.model.layout import LayoutProfile
from reviewer.model.outline import Outline
from reviewer.rules.format.profile import standard

LEFT_OUT = "页眉、页脚和空行没有带进按公文格式排的副本。"
OMITTED = "原稿里的图片、页眉和页脚没有带过来。"
_WORDS_ALONE = frozenset({"txt", "clipboard"})


def is_word(document: Document) -> bool:
    """Whether a copy keeps everything of the original's looks; others are laid out anew."""
    return document.format == "docx"


def is_text(document: Document) -> bool:
    """Whether a corrected copy is a text file again."""
    return document.format == "txt"


def corrected_copy(
    document: Document,
    outline: Outline,
    original: bytes,
    changes: Iterable[Change],
    remarks: Sequence[Remark] = (),
    *,
    tracked: bool = False,
    author: str = AUTHOR,
    now: datetime | None = None,
) -> Copy:
    """The file `original`, from which `document` was read, with these changes.

    A Word document stays as it is everywhere else, and so does a text file, unless it is to have `remarks` or
    `tracked` changes; what cannot be written back becomes a Word document laid out to GB/T 9704—2012. Raises
    WriteError.
    """
    if is_text(document) and not (tracked or remarks):
        return text_copy(document, original, changes)
    return _word_copy(document, outline, original, tuple(changes), remarks, (), tracked, author, now)


def commented_copy(
    document: Document,
    outline: Outline,
    original: bytes,
    remarks: Sequence[Remark],
    highlights: Sequence[Highlight] = (),
    *,
    now: datetime | None = None,
) -> Copy:
    """A Word document with the text as it is and these remarks as comments; otherwise as a corrected copy is."""
    return _word_copy(document, outline, original, (), remarks, highlights, False, AUTHOR, now)


def laid_out_copy(document: Document, outline: Outline, original: bytes, profile: LayoutProfile | None = None) -> Copy:
    """A copy set as `profile` (None: GB/T 9704—2012) wants: a Word document where it stands, others anew.

    Raises WriteError.
    """
    if is_word(document):
        from reviewer.exports.official.set_anew import set_anew

        return set_anew(document, outline, original, profile or standard())
    from reviewer.exports.official.lay_out import lay_out

    return Copy(lay_out(document, outline, profile).data, 0, omitted=_omitted(document))


def _word_copy(
    document: Document,
    outline: Outline,
    original: bytes,
    changes: Sequence[Change],
    remarks: Sequence[Remark],
    highlights: Sequence[Highlight],
    tracked: bool,
    author: str,
    now: datetime | None,
) -> Copy:
    if is_word(document):
        return docx_copy(document, original, changes, remarks, highlights, tracked=tracked, author=author, now=now)
    from reviewer.exports.official.lay_out import lay_out

    laid = lay_out(document, outline)
    new_changes = {change: laid.change(change) for change in changes}
    new_remarks = {remark: laid.remark(remark) for remark in remarks}
    new_highlights = ((highlight, laid.span(highlight.span)) for highlight in highlights)
    copy = docx_copy(
        laid.document,
        laid.data,
        [change for change in new_changes.values() if change is not None],
        [remark for remark in new_remarks.values() if remark is not None],
        [replace(highlight, span=span) for highlight, span in new_highlights if span is not None],
        tracked=tracked,
        author=author,
        now=now,
    )
    old: dict[Change | Remark, Change | Remark] = {new: was for was, new in new_changes.items() if new is not None}
    old |= {new: was for was, new in new_remarks.items() if new is not None}
    missing = [was for was, new in (*new_changes.items(), *new_remarks.items()) if new is None]
    refused = [Refused(old[item.what], item.reason) for item in copy.refused]
    refused += [Refused(what, LEFT_OUT) for what in missing if _matters(document, what)]
    return replace(copy, refused=tuple(refused), omitted=_omitted(document))


def _omitted(document: Document) -> str:
    return "" if document.format in _WORDS_ALONE else OMITTED


def _matters(document: Document, what: Change | Remark) -> bool:
    """Whether the clerk should hear of it: that a blank line went is no loss."""
    number = what.paragraph if isinstance(what, StrikeParagraph) else what.span.paragraph
    return bool(document.texts[number].strip())
