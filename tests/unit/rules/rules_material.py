"""What the tests of rules share: sets of sentences, and findings carried out."""

from collections.abc import Iterable
from pathlib import Path

from reviewer.model.finding import Finding

DATA = Path(__file__).with_name("data")


def set_lines(name: str) -> list[str]:
    """The lines of a set in `data`."""
    return (DATA / f"{name}.tsv").read_text("utf-8").splitlines()


def pairs(name: str) -> list[tuple[str, str]]:
    """The sentences of a set in `data`, each as it was written wrong and as it should be; what kind of slip it is may follow."""
    return [(wrong, right) for wrong, right, *_ in (line.split("\t") for line in set_lines(name))]


def corrected(text: str, findings: Iterable[Finding]) -> str:
    """A text of one paragraph with the first suggestion of every finding carried out."""
    for finding in sorted(findings, key=lambda f: f.span, reverse=True):
        text = text[: finding.span.start] + finding.suggestions[0] + text[finding.span.end :]
    return text
