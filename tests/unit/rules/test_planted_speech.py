"""An invented speech with planted slips, written `{slip|right|kind}`; `fine` marks what only looks like one."""

import re
from dataclasses import dataclass
from pathlib import Path

from reviewer import resource
from reviewer.model.document import plain_document
from reviewer.model.finding import Finding, Severity
from reviewer.review import review

SOURCE = Path(__file__).parent / "data" / "planted_speech.txt"
MARK = re.compile(r"\{(?P<slip>[^|{}]+)\|(?P<right>[^|{}]*)\|(?P<kind>[a-z]+)\}")
FINE = "fine"


@dataclass(frozen=True)
class Planted:
    """A slip at `start:end` of a paragraph."""

    paragraph: int
    start: int
    end: int
    kind: str


def speech() -> tuple[str, list[Planted]]:
    """The speech as it would be opened, and where its marks are."""
    lines: list[str] = []
    marks: list[Planted] = []
    for number, line in enumerate(SOURCE.read_text("utf-8").splitlines()):
        out, at = "", 0
        for match in MARK.finditer(line):
            out += line[at : match.start()]
            marks.append(Planted(number, len(out), len(out) + len(match["slip"]), match["kind"]))
            out += match["slip"]
            at = match.end()
        lines.append(out + line[at:])
    return "\n".join(lines), marks


def touches(finding: Finding, mark: Planted) -> bool:
    span = finding.span
    return span.paragraph == mark.paragraph and span.start < mark.end and mark.start < span.end


def test_most_planted_slips_are_found_and_nothing_else_is_loud() -> None:
    text, marks = speech()
    loud = [f for f in review(plain_document(text)).findings if f.severity is not Severity.INFO]
    planted = [mark for mark in marks if mark.kind != FINE]
    missed = [mark for mark in planted if not any(touches(f, mark) for f in loud)]
    assert len(planted) >= 60
    assert len(planted) - len(missed) >= promised(), missed
    assert [f for f in loud if not any(touches(f, mark) for mark in marks)] == []


def promised() -> int:
    """The number of slips that the help page says are found."""
    found = re.search(r"\| 本程序[^|]*\| (\d+) \|", resource.read_text("help/comparison.md"))
    assert found
    return int(found[1])


def test_the_page_counts_the_planted_slips() -> None:
    _, marks = speech()
    planted = sum(mark.kind != FINE for mark in marks)
    assert f"{planted}处差错" in resource.read_text("help/comparison.md")
