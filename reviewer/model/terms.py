"""An office's own words: what is right there whatever a dictionary says, and what it does not want to read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """Words that the office replaces by `better`, or bans where that is ""; `note` says why, "" where nobody did."""

    words: str
    better: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """`kept` are never objected to; `unwanted` always are."""

    kept: tuple[str, ...] = ()
    unwanted: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.kept or self.unwanted)


NO_TERMS = Terms()
