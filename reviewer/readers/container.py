"""Zip containers, damaged ones included."""

import struct
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from reviewer.errors import DamagedError
from reviewer.readers import limits
from reviewer.readers.deadline import check_time

_LOCAL = b"PK\x03\x04"
LOCAL_HEADER = struct.Struct("<4sHHHHHIIIHH")
"""What stands before a member of a zip file; the lengths of name and extra field come last."""

_CHUNK = 1 << 20
_STEP = 1 << 10  # where packed bytes are broken, what came out of those before them in the same step is lost
_MEMBERS = 100_000
_ATTEMPTS = 1_000_000
_CENTRAL = b"PK\x01\x02"
_ENCRYPTED = 1
_SIZES_FOLLOW = 8


@dataclass(frozen=True, slots=True)
class _Member:
    header: int
    method: int
    size: int | None
    flags: int
    checksum: int | None


class Container:
    """The parts of a zip file by lower-case name with forward slashes.

    The central directory is used where it can be read, else the local headers. `damaged` becomes true once something
    had to be salvaged or has a wrong checksum, which is no reason to withhold it; `encrypted` is true where a part is.
    Raises ValueError where there is no part at all and TooLargeError where there are absurdly many.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._left = limits.UNPACKED_BYTES
        self.damaged = False
        if data.count(_CENTRAL) > _MEMBERS:
            raise limits.too_large()
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                infos = archive.infolist()
            self._members = {
                plain_name(i.filename): _Member(i.header_offset, i.compress_type, i.compress_size, i.flag_bits, i.CRC)
                for i in infos
            }
            broken = any(data[m.header : m.header + 4] != _LOCAL for m in self._members.values())
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OverflowError, MemoryError):
            broken = True
            self._members = {}
        if broken:
            self.damaged = True
            salvaged = self._scan()
            self._members = salvaged | {
                n: m for n, m in self._members.items() if data[m.header : m.header + 4] == _LOCAL
            }
        if not self._members:
            raise ValueError("no members")
        self.names = frozenset(self._members)
        self.encrypted = any(m.flags & _ENCRYPTED for m in self._members.values())

    def _scan(self) -> dict[str, _Member]:
        """Parts found by their local headers alone."""
        found: dict[str, _Member] = {}
        at = self._data.find(_LOCAL)
        for _ in range(_ATTEMPTS):
            if at < 0 or len(found) >= _MEMBERS:
                break
            if at + LOCAL_HEADER.size <= len(self._data):
                _, _, flags, method, _, _, checksum, packed, _, name_length, _ = LOCAL_HEADER.unpack_from(
                    self._data, at
                )
                start = at + LOCAL_HEADER.size
                name = self._data[start : start + name_length].decode("utf-8", "replace")
                known = not flags & _SIZES_FOLLOW and packed > 0
                if name and method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    found.setdefault(
                        plain_name(name),
                        _Member(at, method, packed if known else None, flags, checksum if known else None),
                    )
            at = self._data.find(_LOCAL, at + 4)
        return found

    def read(self, name: str) -> bytes:
        """The unpacked part `name` (any case, either slash), as far as it can be unpacked.

        Raises KeyError where there is none, DamagedError where nothing of it can be unpacked, and TooLargeError
        once the parts read so far exceed the limits: bytes are counted as they come, declared sizes are not trusted.
        """
        member = self._members[plain_name(name)]
        header = self._data[member.header : member.header + LOCAL_HEADER.size]
        if len(header) < LOCAL_HEADER.size:
            raise DamagedError("这个文件不完整，结尾部分缺失。", "请向发件人重新要一份。")
        name_length, extra_length = LOCAL_HEADER.unpack(header)[9:]
        start = member.header + LOCAL_HEADER.size + name_length + extra_length
        end = len(self._data) if member.size is None else start + member.size
        if end > len(self._data):
            self.damaged = True
        if member.method == zipfile.ZIP_STORED:
            if member.size is None:
                follows = self._data.find(b"PK", start)
                end = follows if follows >= 0 else end
            content = self._data[start:end]
            self._book(len(content))
        elif member.method == zipfile.ZIP_DEFLATED:
            content = self._inflate(memoryview(self._data)[start:end])
        else:
            raise DamagedError("这个文件用了不常见的压缩方式，读不了。", "请用 Word 或 WPS 打开它，另存一份后再试。")
        if member.checksum is not None and zlib.crc32(content) != member.checksum:
            self.damaged = True
        return content

    def _inflate(self, packed: memoryview) -> bytes:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        pieces: list[bytes] = []
        size = used = 0
        pending: bytes | memoryview = packed[:_STEP]
        while not inflater.eof:
            if not pending:
                used += _STEP
                pending = packed[used : used + _STEP]
                if not pending:
                    pieces.append(inflater.flush())
                    self.damaged = self.damaged or not inflater.eof
                    break
            try:
                piece = inflater.decompress(pending, _CHUNK)
            except zlib.error:
                self.damaged = True
                break
            check_time()
            pending = inflater.unconsumed_tail
            size += len(piece)
            self._book(len(piece))
            if size > limits.RATIO_FROM_BYTES and size > limits.RATIO * len(packed):
                raise limits.too_large(
                    "这个文件解压后异常庞大，可能是恶意文件，已停止打开。", "请向发件人核实来源，重新要一份。"
                )
            pieces.append(piece)
        if not size and self.damaged:
            raise DamagedError("这个文件已损坏，内容解不开。", "请向发件人重新要一份。")
        return b"".join(pieces)

    def _book(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise limits.too_large("这个文件解压后太大，超出了能够审阅的范围。")


def plain_name(name: str) -> str:
    """A member's name as it is compared: without regard to case and leading slash."""
    return name.replace("\\", "/").lstrip("/").lower()
