"""Bytes → Document: `read` and `read_bytes` choose the reader by content, never by the suffix."""

import stat
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.errors import AccessError, DamagedError, MissingFileError, ReadError, UnsupportedError
from reviewer.model.document import Document
from reviewer.readers import limits
from reviewer.readers.deadline import deadline
from reviewer.readers.kinds import Kind, refusal, sniff
from reviewer.readers.txt import read_txt

if TYPE_CHECKING:
    from reviewer.readers.helper import Helper

_FOREIGN = frozenset({Kind.DOC, Kind.PDF, Kind.OFD})


def read(path: str | Path, encoding: str | None = None, layout: bool = False) -> Document:
    """The document in the file `path`; `encoding` is the codec that the clerk chose for a text file.

    With `layout` a .docx also says how its pages and paragraphs are set.

    Raises the kinds of ReadError and nothing else.
    """
    try:
        mode = Path(path).stat()
        if stat.S_ISDIR(mode.st_mode):
            raise UnsupportedError("这是一个文件夹，不是文件。", "请打开文件夹，选择里面的文稿。")
        if not stat.S_ISREG(mode.st_mode):
            raise UnsupportedError("这不是普通文件，读不了。", "请选择要审阅的文稿，例如 .docx 或 .txt 文件。")
        if mode.st_size > limits.FILE_BYTES:
            raise limits.too_large()
        data = Path(path).read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise MissingFileError("找不到这个文件，它可能已被移动、改名或删除。", "请重新选择文件。") from None
    except PermissionError:
        raise AccessError(
            "没有权限读取这个文件，或者它正被别的程序占用。", "请关闭占用它的程序，或把它复制到自己的文件夹后再打开。"
        ) from None
    except OSError:
        raise AccessError(
            "这个文件读不出来，磁盘或网络可能有问题。", "请检查优盘或网络连接，把文件复制到本机后再打开。"
        ) from None
    return read_bytes(data, str(path), encoding, layout)


def read_bytes(data: bytes, path: str, encoding: str | None = None, layout: bool = False) -> Document:
    """The document in `data`; `path` is its name as the caller gave it.

    Raises the kinds of ReadError and nothing else, within the time that `limits` allow.
    """
    try:
        with deadline():
            return _document(data, path, encoding, layout)
    except ReadError:
        raise
    except MemoryError:
        raise limits.too_large() from None
    except Exception as error:
        # Whatever a broken file provokes in a reader must reach the clerk as one sentence.
        raise DamagedError(
            "这个文件已损坏，读不出来。", "请用 Word 或 WPS 打开修复后另存，或请发件人重新发一份。"
        ) from error


def _document(data: bytes, path: str, encoding: str | None, layout: bool) -> Document:
    kind = sniff(data, path)
    if kind in _FOREIGN:
        return _helper().read(kind.value, data, path)
    if kind is Kind.DOCX:
        from reviewer.readers.docx import read_docx

        return read_docx(data, path, layout)
    if kind is Kind.TEXT:
        return read_txt(data, path, encoding)
    if kind is Kind.RTF:
        from reviewer.readers.rtf import read_rtf

        return read_rtf(data, path)
    if kind is Kind.ODT:
        from reviewer.readers.odt import read_odt

        return read_odt(data, path)
    if kind is Kind.HTML or kind is Kind.MHT:
        from reviewer.readers.html import read_html, read_mht

        return (read_html if kind is Kind.HTML else read_mht)(data, path, encoding)
    raise refusal(kind)


def warm() -> None:
    """Start the process that reads what needs one (.doc, .wps, .pdf, .ofd), so that the first such file opens at once.

    Returns at once; without it the process starts with the first such file.
    """
    _helper().warm()


def shut_down() -> None:
    """End that process now; it ends with the program in any case, and starts anew when it is needed."""
    _helper().close()


@cache
def _helper() -> "Helper":
    from reviewer.readers.helper import Helper

    return Helper()
