"""The whole report of each sample, so that a change of behaviour is seen and meant.

`python tests/golden/test_golden_reports.py` writes the reports anew.
"""

import json
from pathlib import Path

import pytest

from reviewer.exports.report_json import report_line
from reviewer.readers import read
from reviewer.resource import path as resource
from reviewer.review import review

FOLDER = Path(__file__).parent / "reports"
SAMPLES = sorted(path.stem for path in resource("samples").glob("*.txt"))


def current(name: str) -> str:
    report = json.loads(report_line(review(read(resource(f"samples/{name}.txt")))))
    report["document"]["path"] = f"{name}.txt"
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("name", SAMPLES)
def test_the_report_is_as_it_was(name: str) -> None:
    assert current(name) == (FOLDER / f"{name}.json").read_text(encoding="utf-8")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for sample in SAMPLES:
        (FOLDER / f"{sample}.json").write_text(current(sample), encoding="utf-8", newline="\n")
