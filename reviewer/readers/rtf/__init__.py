"""Rich Text Format (.rtf, also under the name .doc), read by its own reader: tables, notes and numbers survive."""

from reviewer.errors import DamagedError
from reviewer.model.document import Document
from reviewer.readers import gather, limits
from reviewer.readers.rtf.reader import Reader
from reviewer.readers.rtf.tokens import tokens


def read_rtf(data: bytes, path: str) -> Document:
    """The text of an RTF document: body with tables and text boxes in their place, then notes, headers and footers.

    Deleted and hidden text is left out, insertions are marked; numbers stand at the front of their paragraph as its
    label.
    """
    if len(data) > limits.RTF_BYTES:
        raise limits.too_large()
    start = data.find(b"{\\rtf")
    if start < 0:
        raise DamagedError("这个文件已损坏，读不出来。", "请用 Word 或 WPS 打开修复后另存，或请发件人重新发一份。")
    reader = Reader()
    reader.read(tokens(data[start:]))
    said = (
        (not reader.is_whole, gather.DAMAGED),
        (reader.dropped["deleted"], gather.DELETIONS.format(reader.dropped["deleted"])),
        (reader.dropped["hidden"], gather.HIDDEN.format(reader.dropped["hidden"])),
        (reader.dropped["comments"], gather.COMMENTS.format(reader.dropped["comments"])),
    )
    return reader.gatherer.document(path, "rtf", tuple(sentence for applies, sentence in said if applies))
