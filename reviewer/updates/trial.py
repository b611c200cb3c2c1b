"""What a package must stand before it is taken over; runs in a process of its own."""

from pathlib import Path

from reviewer import resource


def run(folder: str) -> int:
    """Review the shipped sample by the files in `folder`; 0 where that goes as it should."""
    resource.use_update(Path(folder))
    from reviewer.readers import read
    from reviewer.review import review
    from reviewer.rules.engine import FAILURE_RULE, withdrawn
    from reviewer.rules.registry import RULES

    report = review(read(resource.path("samples/讲话稿示例.txt")))
    failed = any(finding.rule == FAILURE_RULE for finding in report.findings)
    unknown = withdrawn() - {rule.id for rule in RULES}
    return 1 if failed or unknown or not report.duties or not report.times else 0
