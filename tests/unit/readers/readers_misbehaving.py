"""Readers that do in the child what a bad parser would."""

import os
import sys
import time
from types import SimpleNamespace

from reviewer.model.document import Document, Origin, Paragraph, plain_document
from reviewer.readers.kinds import Kind, refusal


def hang(data: bytes, path: str) -> Document:
    while True:
        time.sleep(1)


def spin(data: bytes, path: str) -> Document:
    return plain_document(str(sum(1 for _ in iter(int, 1))))


def abort(data: bytes, path: str) -> Document:
    os.abort()


def leave(data: bytes, path: str) -> Document:
    os._exit(0)


def eat(data: bytes, path: str) -> Document:
    return plain_document(str(len(bytearray(4_000_000_000))))


def raise_error(data: bytes, path: str) -> Document:
    raise KeyError("broken")


def refuse(data: bytes, path: str) -> Document:
    raise refusal(Kind.ENCRYPTED)


def chatter(data: bytes, path: str) -> Document:
    print("on standard output", flush=True)
    os.write(1, b"and below it")
    print("on standard error", file=sys.stderr, flush=True)
    return plain_document(f"{len(data)} {os.getpid()}", path)


def lie(data: bytes, path: str) -> Document:
    nowhere = Origin("body/0", SimpleNamespace(value="attic"))
    return Document(path, "doc", (Paragraph("x", nowhere),))
