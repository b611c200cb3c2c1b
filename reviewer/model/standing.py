"""What the clerk decided once for all documents."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """`ignored` are pairs of a rule and the hash of words that it may pass over, `disabled` rules that stay silent."""

    ignored: frozenset[tuple[str, str]] = frozenset()
    disabled: frozenset[str] = frozenset()

    def __or__(self, other: "Standing") -> "Standing":
        return Standing(self.ignored | other.ignored, self.disabled | other.disabled)

    def __sub__(self, other: "Standing") -> "Standing":
        return Standing(self.ignored - other.ignored, self.disabled - other.disabled)

    def __bool__(self) -> bool:
        return bool(self.ignored or self.disabled)


NO_STANDING = Standing()
