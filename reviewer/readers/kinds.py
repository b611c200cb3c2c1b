"""What a file's content is, whatever its name says."""

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from reviewer.errors import EncryptedError, ReadError, UnsupportedError
from reviewer.readers.ole import MAGIC, Ole

if TYPE_CHECKING:
    from reviewer.readers.container import Container


class Kind(StrEnum):
    """The kinds of content that are told apart."""

    TEXT = "txt"
    ZIP = "zip"
    DOCX = "docx"
    ENCRYPTED = "encrypted"
    DOC = "doc"
    OLD_WORD = "word6"
    WORKS = "works"
    OLE = "ole"
    PDF = "pdf"
    RTF = "rtf"
    ODT = "odt"
    OFD = "ofd"
    SHEET = "xlsx"
    SLIDES = "pptx"
    ODF = "odf"
    EPUB = "epub"
    HTML = "html"
    MHT = "mht"
    WORD_XML = "wordxml"
    XML = "xml"
    IMAGE = "image"
    ARCHIVE = "archive"
    MEDIA = "media"
    PROGRAM = "program"
    SHORTCUT = "shortcut"
    OWNER = "owner"
    EMPTY = "empty"


READABLE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Word 文档", (".docx", ".docm", ".dotx", ".dotm")),
    ("Word 97—2003 文档", (".doc", ".dot")),
    ("WPS 文字文档", (".wps", ".wpt")),
    ("文本文件", (".txt", ".md")),
    ("PDF 文件", (".pdf",)),
    ("OFD 版式文件", (".ofd",)),
    ("RTF 文档", (".rtf",)),
    ("OpenDocument 文档", (".odt", ".ott", ".fodt")),
    ("网页", (".html", ".htm", ".mht", ".mhtml")),
)
"""What can be read, by Chinese name, with the usual suffixes; for choosing files only, since content decides."""

_AS_DOCX = "请用 Word 或 WPS 打开它，另存为 .docx 后再试。"
_REFUSALS: dict[Kind, tuple[str, str]] = {
    Kind.OLD_WORD: ("这是 Word 6/95 或更早版本的文件，读不了。", _AS_DOCX),
    Kind.WORKS: ("这是 Microsoft Works 的文件，读不了。", "请用能打开它的软件另存为 .docx 后再试。"),
    Kind.OLE: ("这是旧版 Office 格式的文件，里面没有能读的文档正文。", _AS_DOCX),
    Kind.SHEET: ("这是电子表格，不是文稿，读不了。", "请把要审阅的文字复制到 Word 文档里，存为 .docx 后再试。"),
    Kind.SLIDES: ("这是演示文稿，读不了。", "请把要审阅的文字复制到 Word 文档里，存为 .docx 后再试。"),
    Kind.ODF: ("这是 OpenDocument 的表格或演示文件，读不了。", "请把要审阅的文字复制到文档里，存为 .docx 后再试。"),
    Kind.EPUB: ("这是电子书，读不了。", "请把要审阅的文字复制到 .txt 或 .docx 里再试。"),
    Kind.WORD_XML: ("这是 Word 的 XML 文件，目前读不了。", _AS_DOCX),
    Kind.XML: ("这是 XML 数据文件，不是文稿，读不了。", "请打开原来的文稿，存为 .docx 或 .txt 后再试。"),
    Kind.IMAGE: ("这是图片，里面没有能读的文字。", "请找到原来的文稿，或先做文字识别，存为 .docx 或 .txt 后再试。"),
    Kind.ZIP: ("这是压缩包，不是文稿。", "请先解压，再打开里面的文稿。"),
    Kind.ARCHIVE: ("这是压缩包，不是文稿。", "请先解压，再打开里面的文稿。"),
    Kind.MEDIA: ("这是音频或视频，读不了。", "请先把讲话整理成文字，存为 .docx 或 .txt 后再试。"),
    Kind.PROGRAM: ("这是程序文件，不是文稿。", "请选择要审阅的文稿，例如 .docx 或 .txt 文件。"),
    Kind.SHORTCUT: ("这是快捷方式，不是文稿本身。", "请打开它指向的那个文件。"),
    Kind.OWNER: ("这是文档打开时自动产生的临时文件，不是文稿本身。", "请打开名称中不带“~$”的同名文件。"),
    Kind.EMPTY: ("这个文件是空的，一个字节也没有。", "请向发件人重新要一份，或检查保存是否成功。"),
}


def refusal(kind: Kind) -> ReadError:
    """The error that tells the clerk what the file is and what to do instead of opening it here."""
    if kind is Kind.ENCRYPTED:
        return EncryptedError(
            "这个文件设有打开密码，读不了。", "请在 Word 或 WPS 中输入密码打开，取消密码后另存一份再试。"
        )
    return UnsupportedError(*_REFUSALS[kind])


_MAGIC = (
    (b"%PDF-", Kind.PDF),
    (b"{\\rtf", Kind.RTF),
    (b"\x89PNG\r\n", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF87a", Kind.IMAGE),
    (b"GIF89a", Kind.IMAGE),
    (b"II*\0", Kind.IMAGE),
    (b"MM\0*", Kind.IMAGE),
    (b"7z\xbc\xaf\x27\x1c", Kind.ARCHIVE),
    (b"Rar!\x1a\x07", Kind.ARCHIVE),
    (b"\x1f\x8b\x08", Kind.ARCHIVE),
    (b"BZh", Kind.ARCHIVE),
    (b"\xfd7zXZ\0", Kind.ARCHIVE),
    (b"\x7fELF", Kind.PROGRAM),
    (b"OggS\0", Kind.MEDIA),
    (b"ID3", Kind.MEDIA),
    (b"L\0\0\0\x01\x14\x02\0", Kind.SHORTCUT),
    (b"\xdb\xa5-\0", Kind.OLD_WORD),
    (b"1\xbe\0\0", Kind.OLD_WORD),
    (b"2\xbe\0\0", Kind.OLD_WORD),
    (b"\xfe7\0\x1c", Kind.OLD_WORD),
    (b"\xfe7\0#", Kind.OLD_WORD),
    (b"\xdc\xa5", Kind.OLD_WORD),
    (b"\x01\xfe", Kind.WORKS),
)
_WORD_97 = b"\xec\xa5"
_OLD_WORDS = frozenset({b"\xdc\xa5", b"\x97\xa6", b"\x98\xa6", b"\x99\xa6"})
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK00PK\x03\x04")
_BINARY_MARKS = {Kind.ARCHIVE, Kind.MEDIA, Kind.OLD_WORD, Kind.WORKS}
_HEAD = 4096
_HTML = re.compile(r"<(!doctype\s+html|html|head|body|meta|script|div|table)\b")
_MHT = re.compile(r"^(mime-version:|from:\s*<saved)[\s\S]*content-type:\s*multipart/related")


def sniff(data: bytes, name: str = "") -> Kind:
    """The kind of `data`; `name` only helps with what has no content of its own (owner files, empty files)."""
    base = re.split(r"[/\\]", name)[-1]
    if not data:
        return Kind.TEXT if base.lower().endswith((".txt", ".md", ".text")) or "." not in base else Kind.EMPTY
    if data.startswith(MAGIC):
        return _ole(data)
    if data.startswith(_ZIP):
        return _zip(data)
    known = _by_magic(data)
    if known is not None:
        return known
    if b"PK\x05\x06" in data[-70_000:] and _ZIP[0] in data:
        return _zip(data)
    if _is_owner_file(data, base):
        return Kind.OWNER
    return _markup(data) or Kind.TEXT


def _is_owner_file(data: bytes, name: str) -> bool:
    """Whether this is what Word, WPS or LibreOffice leaves beside an open document: its user's name and zeros."""
    if name.startswith(("~$", ".~lock.")) and len(data) < _HEAD:
        return True
    return len(data) in (162, 165) and 0 < data[0] < 54 and not data[1 + data[0] : 54].strip(b"\0 ")


def _by_magic(data: bytes) -> Kind | None:
    for magic, kind in _MAGIC:
        if data.startswith(magic) and (kind not in _BINARY_MARKS or b"\0" in data[:_HEAD]):
            return kind
    if data[:64].lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(b"{\\rtf"):
        return Kind.RTF
    if b"%PDF-" in data[:1024] and b"\nendobj" in data.replace(b"\r", b"\n"):
        return Kind.PDF
    if data[:2] == b"BM" and int.from_bytes(data[2:6], "little") == len(data):
        return Kind.IMAGE
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return Kind.IMAGE if data[8:12] == b"WEBP" else Kind.MEDIA
    if data[4:8] == b"ftyp":
        return Kind.IMAGE if data[8:12] in (b"heic", b"heix", b"mif1", b"avif") else Kind.MEDIA
    if data[:2] == b"MZ" and b"\0\0" in data[:_HEAD]:
        return Kind.PROGRAM
    return None


def _markup(data: bytes) -> Kind | None:
    """HTML and XML files, in any encoding that keeps ASCII as it is (zeros between the letters are passed over)."""
    head = data[:_HEAD].replace(b"\0", b"").decode("latin-1").lower().lstrip("\xef\xbb\xbf\xff\xfe \t\r\n")
    if _MHT.search(head):
        return Kind.MHT
    if not head.startswith("<"):
        return None
    if "<pkg:package" in head or "word.document" in head or "<w:worddocument" in head:
        return Kind.WORD_XML
    if "<office:document" in head:
        return Kind.ODT
    if _HTML.match(head) or (head.startswith(("<?xml", "<!--")) and _HTML.search(head)):
        return Kind.HTML
    return Kind.XML if head.startswith("<?xml") else None


def _ole(data: bytes) -> Kind:
    """The kind of an OLE compound file, by the names of its streams ([MS-CFB], [MS-DOC] 2.5.2)."""

    folded = data.upper()

    def has(stream: str) -> bool:
        return f"{stream.upper()}\0".encode("utf-16-le") in folded

    if has("EncryptedPackage"):
        return Kind.ENCRYPTED
    if has("WordDocument"):
        head = Ole(data).stream("WordDocument", 64) or _word_header(data)
        if head[:2] in _OLD_WORDS:
            return Kind.OLD_WORD
        return Kind.ENCRYPTED if head[:2] == _WORD_97 and head[11:12] > b"\0" and head[11] & 1 else Kind.DOC
    if has("Workbook") or has("Book"):
        return Kind.SHEET
    if has("PowerPoint Document"):
        return Kind.SLIDES
    if has("MatOST") or has("MM") or has("CONTENTS"):
        return Kind.WORKS
    return Kind.OLE


def _word_header(data: bytes) -> bytes:
    """What looks like the beginning of a Word document in a compound file whose directory is broken."""
    found = [at for mark in (_WORD_97, *_OLD_WORDS) if (at := data.find(mark, 512)) >= 0]
    return data[found[0] : found[0] + 64] if found else b""


def _zip(data: bytes) -> Kind:
    from reviewer.readers.container import Container

    try:
        container = Container(data)
    except ValueError:
        return Kind.ZIP
    names = container.names
    if "ofd.xml" in names:
        return Kind.OFD
    if any(n.startswith("word/") or n.endswith("/document.xml") or n == "document.xml" for n in names):
        return Kind.ENCRYPTED if container.encrypted else Kind.DOCX
    if any(n.startswith("xl/") for n in names):
        return Kind.SHEET
    if any(n.startswith("ppt/") for n in names):
        return Kind.SLIDES
    mimetype = _peek(container, "mimetype")[:100]
    if "epub" in mimetype:
        return Kind.EPUB
    if "opendocument" in mimetype or "content.xml" in names:
        if "manifest:encryption-data" in _peek(container, "meta-inf/manifest.xml"):
            return Kind.ENCRYPTED
        return Kind.ODT if "text" in mimetype or not mimetype else Kind.ODF
    return Kind.ZIP if names.isdisjoint(("[content_types].xml", "_rels/.rels")) else Kind.DOCX


def _peek(container: "Container", name: str) -> str:
    """The part `name` as text, "" where there is none or it cannot be unpacked."""
    try:
        return container.read(name).decode("latin-1")
    except (KeyError, ReadError):
        return ""
