"""Measured in a process of its own: the review, stage by stage, beside one `jieba.lcut` of the same text.

`core.py times CHARACTERS ROUNDS` prints medians in seconds; `core.py memory review|jieba|nothing CHARACTERS` prints
the peak in bytes. Both as JSON.
"""

import json
import statistics
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from memory import peak
from texts import speech

from reviewer.model.document import Document
from reviewer.model.report import ReviewOptions


def main() -> None:
    what, *arguments = sys.argv[1:]
    if what == "times":
        print(json.dumps(times(int(arguments[0]), int(arguments[1]))))
    else:
        print(json.dumps(memory(arguments[0], int(arguments[1]))))


def times(characters: int, rounds: int) -> dict[str, float]:
    """Medians of `rounds`; in every round each stage, the whole review and the cut run once, one after the other."""
    cut = load_jieba()
    text = speech(characters)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "speech.txt"
        path.write_text(text, encoding="utf-8", newline="\n")
        measured: dict[str, list[float]] = {}
        whole_review(path)
        cut(text[:2000])
        for _ in range(rounds):
            stages(path, measured)
            clock(measured, "review", lambda: whole_review(path))
            clock(measured, "jieba", lambda: cut(text))
    return {name: statistics.median(values) for name, values in measured.items()}


def stages(path: Path, measured: dict[str, list[float]]) -> None:
    """Every step of `reviewer.review.review` by itself, as that function strings them together."""
    from reviewer.duties.extract import find_duties
    from reviewer.duties.kind import document_kind
    from reviewer.duties.parts import document_parts
    from reviewer.outline import build_outline
    from reviewer.readers import read
    from reviewer.rules.engine import check
    from reviewer.times.dating import date_document
    from reviewer.times.find import find_times
    from reviewer.times.resolve import resolve_times

    options = ReviewOptions()
    document: Document = clock(measured, "read", lambda: read(path))
    outline = clock(measured, "outline", lambda: build_outline(document))

    def dated() -> tuple[Any, Any]:
        dating = date_document(document, outline, options)
        return dating, resolve_times(find_times(document), dating)

    dating, found = clock(measured, "times", dated)
    clock(measured, "rules", lambda: check(document, outline, found, dating, options))

    def bound() -> Any:
        kind = document_kind(document, outline)
        parts = document_parts(document, outline, kind)
        return find_duties(document, outline, kind, parts, found, ())

    clock(measured, "duties", bound)


def whole_review(path: Path) -> Any:
    from reviewer.readers import read
    from reviewer.review import review

    return review(read(path))


def clock(measured: dict[str, list[float]], name: str, work: Callable[[], Any]) -> Any:
    begun = perf_counter()
    result = work()
    measured.setdefault(name, []).append(perf_counter() - begun)
    return result


def load_jieba() -> Callable[[str], list[str]]:
    """`jieba.lcut` with its dictionary loaded, from the package and not from a cache that somebody left behind."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel("ERROR")
    with tempfile.TemporaryDirectory() as folder:
        jieba.dt.tmp_dir = folder
        jieba.initialize()
    return jieba.lcut  # type: ignore[no-any-return]


def memory(what: str, characters: int) -> int:
    """The peak of a process that does only this."""
    text = speech(characters)
    if what == "jieba":
        load_jieba()(text)
    elif what == "review":
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "speech.txt"
            path.write_text(text, encoding="utf-8", newline="\n")
            whole_review(path)
    return peak()


if __name__ == "__main__":
    main()
