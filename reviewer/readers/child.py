"""The process in which parsers of others read (.doc, .wps, .pdf, .ofd): it may hang or crash and nothing else does.

It takes requests on its standard input and answers on its standard output, see `reviewer.readers.helper`. It ends
with its input, that is with the program that started it, and kills itself where a file takes too long.
"""

import faulthandler
import json
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import BinaryIO

from reviewer.errors import DamagedError, ReadError
from reviewer.model.document import Document
from reviewer.readers import limits
from reviewer.readers.memory_limit import limit_memory
from reviewer.readers.wire import pack

READERS = {
    "doc": ("reviewer.readers.foreign.doc", "read_doc"),
    "pdf": ("reviewer.readers.foreign.pdf", "read_pdf"),
    "ofd": ("reviewer.readers.foreign.ofd", "read_ofd"),
}
_LIBRARIES = ("doc2docx", "lxml.etree", "ofdkit", "pypdfium2", "pypdfium2.raw")


def main() -> None:
    """Serve requests until the input ends. The first line holds the options `warm` and `seconds` (for each file)."""
    requests, answers = _pipes()
    limit_memory(limits.CHILD_BYTES)
    options = json.loads(requests.readline())
    if options["warm"]:
        for name in (*(module for module, _ in READERS.values()), *_LIBRARIES):
            import_module(name)
    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["size"])
        # also where the thread that reads never gives the interpreter back
        with open(os.devnull, "w") as nowhere:  # noqa: PTH123
            faulthandler.dump_traceback_later(options["seconds"], exit=True, file=nowhere)
            answer = pack(_outcome(request["kind"], data, request["path"]))
            faulthandler.cancel_dump_traceback_later()
        answers.write(len(answer).to_bytes(8, "big") + answer)
        answers.flush()


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Both ends of the conversation; what parsers print goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return sys.stdin.buffer, answers


def _outcome(kind: str, data: bytes, path: str) -> Document | ReadError:
    try:
        module, name = READERS[kind]
        read: Callable[[bytes, str], Document] = getattr(import_module(module), name)
        return read(data, path)
    except ReadError as error:
        return error
    except MemoryError:
        return limits.too_large()
    except Exception:
        return DamagedError("这个文件已损坏，读不出来。", "请用原来的软件打开修复后另存，或请发件人重新发一份。")
