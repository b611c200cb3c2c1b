"""A review together with what the clerk decided."""

from dataclasses import dataclass

from reviewer.model.decision import Decision
from reviewer.model.edit import Remark
from reviewer.model.report import Report
from reviewer.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Corrected:
    """A report after the decisions.

    `report` has the duties as decided and the clerk's own findings among the others, `verdicts` one value for each of
    its findings. `remarks` are hers, in reading order; `struck` are the paragraphs that are to go. `lost` are the
    decisions whose place is gone from the text, those left out that are done with.
    """

    report: Report
    verdicts: tuple[Verdict, ...]
    remarks: tuple[Remark, ...] = ()
    struck: frozenset[int] = frozenset()
    lost: tuple[Decision, ...] = ()
