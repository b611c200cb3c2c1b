"""Severities that the clerk gave to rules, as one line of text: `rule:error+other-rule:info`."""

from collections.abc import Mapping

from reviewer.model.finding import Severity


def parse(text: str) -> dict[str, Severity]:
    """The severities that `text` gives to rules; what cannot be understood is left out."""
    known = {severity.value: severity for severity in Severity}
    pairs = (part.split(":") for part in text.split("+") if part.count(":") == 1)
    return {rule: known[value] for rule, value in pairs if rule and value in known}


def as_text(severities: Mapping[str, Severity]) -> str:
    """What `parse` reads."""
    return "+".join(f"{rule}:{severity.value}" for rule, severity in sorted(severities.items()))
