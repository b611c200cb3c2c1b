"""Bytes of unknown encoding as text."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import islice

from reviewer import resource
from reviewer.errors import DamagedError, ReadError, UnsupportedError

_EURO_HANDLER = "reviewer-cp936"
_SAMPLE = 60_000
_FIRST_LOOK = 1_000_000
_BAD = "\ufffd"
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BIG5 = ("big5", "cp950", "big5hkscs")
_GB = frozenset({"gbk", "gb2312", "gb18030", "hz"})
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_RUBBISH = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufffd]")
_WIDE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")
_UNSURE = 0.3
_SURE = 0.6

SOME_BAD = "文件中有{}处字节损坏，无法还原的字显示为“\ufffd”，请对照原稿核对。"
MIXED = "文件中混有两种编码（UTF-8 与 GB18030），已逐行判断，请对照原稿核对。"
NULS = "文件中夹有空字节，已略去，文件可能没有保存完整。"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the codec that gave it, and Chinese sentences on what was lost or guessed on the way."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def _cp936(error: UnicodeError) -> tuple[str, int]:
    """Decodes the lone 0x80 of Windows code page 936 as the euro sign and everything else as U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    start = error.start
    if error.object[start] == 0x80:
        return "€", start + 1
    return _BAD, max(error.end, start + 1)


codecs.register_error(_EURO_HANDLER, _cp936)


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """`data` as text, in `encoding` where the clerk chose one, else in what its bytes show.

    Raises UnsupportedError for bytes that are no text and DamagedError for nothing but zeros; ReadError where
    `encoding` names no codec.
    """
    if encoding is not None:
        return _chosen(data, encoding)
    if data and not data.strip(b"\0"):
        raise DamagedError("这个文件里全是空字节，没有文字，可能保存时出了错。", "请向发件人重新要一份。")
    if len(data) > _FIRST_LOOK:
        line_end = data.rfind(b"\n", 0, _FIRST_LOOK) + 1  # not inside a character, which would look like damage
        decode(data[: line_end or _FIRST_LOOK])
    for bom, name in _BOMS:
        if data.startswith(bom) and not (name == "utf-32" and len(data) % 4):
            found = _with_mark(data, bom, name)
            break
    else:
        found = _without_mark(data)
    return _checked(found)


def _chosen(data: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        text = _decode_gb(data) if name in _GB - {"hz"} else data.decode(name, "replace")
    except (LookupError, ValueError):
        raise ReadError("不能用所选的编码打开这个文件。", "请换一种编码，例如 GB18030 或 UTF-8。") from None
    bad = text.count(_BAD)
    return Decoded(text.removeprefix("\ufeff").replace("\0", ""), name, (SOME_BAD.format(bad),) if bad else ())


def _with_mark(data: bytes, bom: bytes, name: str) -> Decoded:
    body = data[len(bom) :]
    if name == "utf-8-sig":
        try:
            return Decoded(body.decode("utf-8"), name)
        except UnicodeDecodeError:
            rest = _without_mark(body)
            return Decoded(rest.text, name if rest.encoding == "utf-8" else rest.encoding, rest.warnings)
    text = data.decode(name, "replace")
    bad = text.count(_BAD)
    return Decoded(text, name, (SOME_BAD.format(bad),) if bad else ())


def _without_mark(data: bytes) -> Decoded:
    if b"\0" not in data:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            return _valid_utf8(data, text)
    wide = _utf16(data)
    if wide is not None:
        return wide
    bare = data.replace(b"\0", b"")
    if len(bare) == len(data):
        return _eight_bit(bare)
    if data.strip(b"\0").count(b"\0") > len(data) // 10:
        raise _no_text()
    inner = _without_mark(bare)
    return Decoded(inner.text, inner.encoding, (NULS, *inner.warnings))


def _valid_utf8(data: bytes, text: str) -> Decoded:
    """UTF-8, unless it is a HZ file or the few characters of a GBK file that happen to be valid UTF-8 (通知)."""
    if text.isascii():
        if "~{" in text:
            try:
                hz = data.decode("hz")
            except UnicodeDecodeError:
                hz = ""
            if not hz.isascii() and plausibility(hz) > _SURE:
                return Decoded(hz, "hz")
        return Decoded(text, "utf-8")
    if not _WIDE.search(text) and plausibility(_decode_gb(data[:_SAMPLE])) > plausibility(text) + _UNSURE:
        return Decoded(_decode_gb(data), "gb18030")
    return Decoded(text, "utf-8")


def _utf16(data: bytes) -> Decoded | None:
    """The text where it is plausible as UTF-16 and much less so as bytes; None else."""
    if len(data) < 2:
        return None
    start = data[: 2 * _SAMPLE]
    scores = {name: plausibility(start.decode(name, "ignore")) for name in ("utf-16-le", "utf-16-be")}
    best = max(scores, key=lambda name: scores[name])
    zeros = start.count(b"\0")
    rival = 0.0 if zeros > len(start) // 8 else plausibility(_decode_gb(start.replace(b"\0", b"")))
    if scores[best] < 0.5 or scores[best] < rival + _UNSURE:
        return None
    text = data.decode(best, "replace")
    bad = text.count(_BAD)
    return Decoded(text, best, (SOME_BAD.format(bad),) if bad else ())


def _eight_bit(data: bytes) -> Decoded:
    """Text that is not valid UTF-8: damaged UTF-8, two encodings in one file, GB18030 or Big5."""
    by_line = _utf8_lines(data)
    if by_line is not None:
        return by_line
    gb = _decode_gb(data)
    big5 = _decode_big5(data)
    if plausibility(big5) > plausibility(gb) + 0.15:
        text, name = big5, "big5"
    else:
        text, name = gb, "gb18030"
    bad = text.count(_BAD)
    return Decoded(text, name, (SOME_BAD.format(bad),) if bad else ())


def _utf8_lines(data: bytes) -> Decoded | None:
    """A file in which some lines are Chinese in valid UTF-8, each other line in what suits it; None for others."""
    whole = data.decode("utf-8", "replace")
    bad = whole.count(_BAD)
    if 20 * sum(1 for _ in islice(_WIDE.finditer(whole), bad // 20 + 1)) < bad:
        return None
    lines: list[str] = []
    good = wide = narrow = 0
    for raw in data.splitlines(keepends=True):
        try:
            line = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            utf8 = raw.decode("utf-8", "replace")
            gb = _decode_gb(raw)
            before = raw[: error.start].decode("utf-8")
            if plausibility(gb) > plausibility(utf8):
                narrow += 1
                line = gb
            else:
                wide += 1
                line = utf8
                good += bool(_WIDE.search(before))
        else:
            good += not line.isascii() and bool(_WIDE.search(line))
        lines.append(line)
    if not good or (narrow > 20 * (good + wide)):
        return None
    text = "".join(lines)
    bad = text.count(_BAD)
    warnings = ((MIXED,) if narrow else ()) + ((SOME_BAD.format(bad),) if bad else ())
    return Decoded(text, "utf-8" if good + wide >= narrow else "gb18030", warnings)


def _decode_gb(data: bytes) -> str:
    return data.decode("gb18030", _EURO_HANDLER)


def _decode_big5(data: bytes) -> str:
    for name in _BIG5:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return data.decode(_BIG5[-1], "replace")


def _checked(found: Decoded) -> Decoded:
    """`found` without zeros, or UnsupportedError where what came out is no text."""
    text = found.text.removeprefix("\ufeff")
    warnings = found.warnings
    if "\0" in text:
        text = text.replace("\0", "")
        warnings = (*warnings, NULS)
    start = text[:_SAMPLE]
    controls = len(_CONTROLS.findall(start))
    rubbish = len(_RUBBISH.findall(start))
    if (controls > 3 and controls > len(start) // 50) or (rubbish > 3 and rubbish > len(start) // 4):
        raise _no_text()
    return Decoded(text, found.encoding, warnings)


def _no_text() -> UnsupportedError:
    return UnsupportedError(
        "看不出这是什么文件，里面不是可以审阅的文字。", "请用原来的软件打开它，另存为 .docx 或 .txt 后再试。"
    )


@cache
def _common() -> frozenset[str]:
    table = resource.lexicon("common_hanzi")
    return frozenset("".join((table["simplified"] + table["traditional"]).split()))


def plausibility(text: str) -> float:
    """How much `text` looks like Chinese prose rather than bytes decoded wrongly: 1 at best, below 0 at worst.

    Only characters beyond printable ASCII are weighed; text without them scores 1, empty text 0.
    """
    if not text:
        return 0.0
    common = _common()
    half = _SAMPLE // 2
    sample = text if len(text) <= _SAMPLE else text[:half] + text[len(text) // 2 :][:half]
    total = weight = 0.0
    for c, n in Counter(sample).items():
        if " " <= c <= "~" or c in "\t\n\r":
            continue
        total += n
        weight += n * (1.0 if c in common else _weight(ord(c)))
    return weight / total if total else 1.0


_WEIGHTS = (
    (0x20, -2.0),  # controls
    (0x80, -2.0),
    (0xA0, -2.0),
    (0xC0, 0.5),  # Latin-1 signs
    (0x250, 0.4),  # Latin letters
    (0x300, -0.5),
    (0x370, -0.5),  # combining marks
    (0x530, 0.3),  # Greek, Cyrillic
    (0x2000, -0.5),
    (0x2190, 1.0),  # dashes, quotation marks, numerals
    (0x2460, 0.3),
    (0x2500, 1.0),  # circled numbers
    (0x2600, 0.2),
    (0x3000, 0.0),
    (0x3020, 1.0),  # 、。《》
    (0x3100, 0.1),
    (0x3400, 0.2),
    (0x4E00, 0.1),
    (0x9FB0, 0.35),
    (0xD800, -0.5),  # Yi, Hangul
    (0xF900, -1.0),  # surrogates, private use
    (0xFE10, -0.3),
    (0xFE70, 0.2),
    (0xFF01, -0.5),
    (0xFFEF, 1.0),  # full-width forms
    (0x10000, -2.0),
    (0x30000, 0.3),
    (0x110000, -1.0),
)


def _weight(code: int) -> float:
    return next(weight for end, weight in _WEIGHTS if code < end)
