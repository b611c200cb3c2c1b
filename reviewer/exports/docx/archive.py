"""A zip file with some of its members replaced and all others as they were, byte for byte."""

import struct
import zipfile
from collections.abc import Mapping
from copy import copy
from io import BytesIO

from reviewer.errors import WriteError
from reviewer.readers.container import LOCAL_HEADER, plain_name

_SIZES_FOLLOW = 8
_YEAR = 1980


def names(data: bytes) -> tuple[str, ...]:
    """The names of the members of a zip file as they are written; raises WriteError for a damaged one."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return tuple(info.filename for info in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OverflowError):
        raise damaged() from None


def replaced(data: bytes, members: Mapping[str, bytes]) -> bytes:
    """The zip file `data` with these members replaced or, where it has none of that name, added at the end.

    Names are compared without regard to case and leading slash. The packed bytes of other members are not touched,
    so that even one that cannot be unpacked stays as it is. Raises WriteError for a damaged file.
    """
    if not members:
        return data
    wanted = {plain_name(name): (name, content) for name, content in members.items()}
    target = BytesIO()
    try:
        with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(target, "w") as out:
            infos = source.infolist()
            last = {plain_name(info.filename): number for number, info in enumerate(infos)}
            for number, info in enumerate(infos):
                change = wanted.get(plain_name(info.filename))
                if change is None:
                    _carry_over(data, info, out, target)
                elif last[plain_name(info.filename)] == number:
                    out.writestr(_fresh(info.filename, info), change[1])
            for key, (name, content) in wanted.items():
                if key not in last:
                    out.writestr(_fresh(name), content)
            out.comment = source.comment
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OverflowError):
        raise damaged() from None
    return target.getvalue()


def damaged() -> WriteError:
    """The sentence for a package that cannot be copied because it is broken."""
    return WriteError("原稿文件有损坏，不能在它的副本上改动。", "请用 Word 或 WPS 打开原稿修复、另存后再导出。")


def _carry_over(data: bytes, info: zipfile.ZipInfo, out: zipfile.ZipFile, target: BytesIO) -> None:
    header = data[info.header_offset : info.header_offset + LOCAL_HEADER.size]
    if header[:4] != b"PK\x03\x04":
        raise zipfile.BadZipFile(info.filename)
    name_length, extra_length = LOCAL_HEADER.unpack(header)[9:]
    start = info.header_offset + LOCAL_HEADER.size + name_length + extra_length
    packed = data[start : start + info.compress_size]
    if len(packed) < info.compress_size:
        raise zipfile.BadZipFile(info.filename)
    moved = copy(info)
    moved.header_offset = target.tell()
    moved.flag_bits &= ~_SIZES_FOLLOW
    target.write(moved.FileHeader())
    target.write(packed)
    out.filelist.append(moved)
    out.NameToInfo[moved.filename] = moved
    out.start_dir = target.tell()


def _fresh(name: str, old: zipfile.ZipInfo | None = None) -> zipfile.ZipInfo:
    stamp = old.date_time if old is not None and old.date_time[0] >= _YEAR else (_YEAR, 1, 1, 0, 0, 0)
    info = zipfile.ZipInfo(name, stamp)
    info.compress_type = zipfile.ZIP_DEFLATED
    if old is not None:
        info.external_attr = old.external_attr
    return info
