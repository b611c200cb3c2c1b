"""A text file with changes; every other byte of it stays."""

import codecs
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reviewer.errors import WriteError
from reviewer.exports.copy import OVERLAP, Copy, Refused
from reviewer.model.document import Document
from reviewer.model.edit import Change, Edit, StrikeParagraph
from reviewer.readers.lines import one_line

UNFIT = "原稿的编码（{}）里没有这几个字，没有改。"
DAMAGED_LINE = "这一行有损坏的字节，没有改。"

_BOMS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDE = {
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")
_RAW_LINE = re.compile(rb"([^\r\n]*)(\r\n|\r|\n|$)")
_OTHERS = ("utf-8", "gb18030", "big5")


@dataclass(slots=True)
class _Line:
    raw: bytes
    end: bytes
    codec: str | None
    text: str


def text_copy(document: Document, original: bytes, changes: Iterable[Change]) -> Copy:
    """`original`, from which the text `document` was read, with the changes in the same encoding and line ends.

    Raises WriteError where the original is no longer what was read.
    """
    bom = next((mark for mark in _BOMS if original.startswith(mark)), b"")
    lines = _lines(original[len(bom) :], _WIDE.get(bom, document.encoding or "utf-8"), document)
    places = _places(document)
    refused: list[Refused] = []
    struck: set[int] = set()
    edits: dict[int, list[tuple[int, int, Edit]]] = {}
    made = 0
    for change in dict.fromkeys(changes):
        if isinstance(change, StrikeParagraph):
            struck.add(places[change.paragraph][0])
            made += 1
        else:
            line, before = places[change.span.paragraph]
            edits.setdefault(line, []).append((change.span.start + before, change.span.end + before, change))
    for number, wanted in edits.items():
        if number not in struck:
            made += _edit(lines[number], sorted(wanted, key=lambda item: item[:2]), refused)
    data = b"".join(line.raw + line.end for number, line in enumerate(lines) if number not in struck)
    return Copy(bom + data, made, tuple(refused))


def _lines(body: bytes, encoding: str, document: Document) -> list[_Line]:
    """The lines as bytes with what they say; raises WriteError where they are not those of the document."""
    codec = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(encoding, encoding)
    if codec.startswith(("utf-16", "utf-32")):
        try:
            split = _LINE.findall(body.decode(codec))
        except UnicodeDecodeError:
            raise WriteError("原稿里有损坏的字节，不能在它的副本上改动。", "请另存为 UTF-8 编码后再打开。") from None
        found = [_Line(text.encode(codec), end.encode(codec), codec, text) for text, end in split]
    else:
        found = [_Line(raw, end, None, "") for raw, end in _RAW_LINE.findall(body)]
    if len(found) > 1 and not found[-1].raw and not found[-1].end and found[-2].end == b"":
        found.pop()
    wanted = _whole_lines(document)
    if len(found) != len(wanted):
        raise _changed()
    for line, text in zip(found, wanted, strict=True):
        if line.codec is None:
            _recognise(line, codec, text)
        elif one_line(line.text.replace("\0", "")) != text:
            raise _changed()
    return found


def _recognise(line: _Line, codec: str, text: str) -> None:
    """Note the codec in which a line says `text` and can be written back; none where its bytes are damaged."""
    for name in dict.fromkeys((codec, *_OTHERS)):
        try:
            said = line.raw.decode(name)
            if one_line(said) == text and said.encode(name) == line.raw:
                line.codec, line.text = name, said
                return
        except (UnicodeError, LookupError):
            continue
    line.text = text


def _edit(line: _Line, wanted: Sequence[tuple[int, int, Edit]], refused: list[Refused]) -> int:
    """Change one line; gives how many of the edits were made."""
    made, shift, reached = 0, 0, 0
    for start, end, edit in wanted:
        if start < reached:
            refused.append(Refused(edit, OVERLAP))
            continue
        if line.codec is None:
            refused.append(Refused(edit, DAMAGED_LINE))
            continue
        changed = line.text[: start + shift] + edit.text + line.text[end + shift :]
        try:
            line.raw = changed.encode(line.codec)
        except UnicodeEncodeError:
            refused.append(Refused(edit, UNFIT.format(line.codec.upper())))
            continue
        line.text = changed
        shift += len(edit.text) - (end - start)
        reached = end
        made += 1
    return made


def _places(document: Document) -> list[tuple[int, int]]:
    """For each paragraph the line that it stands in and the characters of that line before it."""
    found: list[tuple[int, int]] = []
    line, before = -1, 0
    for paragraph in document.paragraphs:
        if "#" not in paragraph.origin.address:
            line, before = line + 1, 0
        found.append((line, before))
        before += len(paragraph.text)
    return found


def _whole_lines(document: Document) -> list[str]:
    """The lines of the file, those put together again that were divided for their length."""
    found: list[str] = []
    for paragraph in document.paragraphs:
        if "#" in paragraph.origin.address and found:
            found[-1] += paragraph.text
        else:
            found.append(paragraph.text)
    return found


def _changed() -> WriteError:
    return WriteError("原稿在打开之后改动过。", "请重新打开原稿，再导出。")
