"""Two drafts side by side: what came, went and changed from one to the other."""

from reviewer.comparison.alignment import Change, Pair, align
from reviewer.comparison.drafts import Comparison, DutyChange, FindingChange, compare

__all__ = ["Change", "Comparison", "DutyChange", "FindingChange", "Pair", "align", "compare"]
