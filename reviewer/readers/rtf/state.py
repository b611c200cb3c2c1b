"""What an RTF group inherits and gives up at its end, and the words that set it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from reviewer.readers import limits
from reviewer.readers.rtf.flow import Flow

FONTS, STYLES, LABEL = "fonts", "styles", "label"


@dataclass(slots=True)
class State:
    """The state of one group.

    `role` says what becomes of its text, "" being text of the document. `after` is the number of characters that
    stand after a `\\u` for those who do not know it; `level` how many tables deep a paragraph stands; `opened` the
    stream of text that begins with this very group.
    """

    role: str = ""
    skipped: bool = False
    nested: bool = False
    opened: Flow | None = None
    codec: str | None = None
    after: int = 1
    bold: bool = False
    size: float | None = None
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    style: int = 0
    outline: int | None = None
    centred: bool = False
    right: bool = False
    in_table: bool = False
    table_level: int = 1

    def within(self) -> "State":
        """The state at the beginning of a group inside this one."""
        return replace(self, opened=None)

    @property
    def level(self) -> int:
        """How many tables deep a paragraph that ends here stands."""
        return min(self.table_level, limits.NESTED_TABLES) if self.in_table else 0

    def reset_paragraph(self) -> None:
        """What `\\pard` does."""
        self.style, self.outline, self.centred, self.right = 0, None, False, False
        self.in_table, self.table_level = False, 1

    def reset_characters(self) -> None:
        """What `\\plain` does."""
        self.codec, self.bold, self.size = None, False, None
        self.hidden = self.deleted = self.inserted = False


def _align(centred: bool, right: bool) -> Callable[[State, int | None], None]:
    def align(state: State, number: int | None) -> None:
        state.centred, state.right = centred, right

    return align


def _bold(state: State, number: int | None) -> None:
    state.bold = number != 0


def _size(state: State, number: int | None) -> None:
    state.size = number / 2 if number and 0 < number < 4000 else None


def _hidden(state: State, number: int | None) -> None:
    state.hidden = number != 0


def _deleted(state: State, number: int | None) -> None:
    state.deleted = number != 0


def _inserted(state: State, number: int | None) -> None:
    state.inserted = number != 0


def _in_table(state: State, number: int | None) -> None:
    state.in_table = number != 0


def _table_level(state: State, number: int | None) -> None:
    state.in_table, state.table_level = number != 0, max(number or 1, 1)


def _after(state: State, number: int | None) -> None:
    state.after = min(max(number or 0, 0), 10)


def _outline(state: State, number: int | None) -> None:
    state.outline = number + 1 if number is not None and 0 <= number < 9 else None


SETTERS: dict[str, Callable[[State, int | None], None]] = {
    "pard": lambda state, number: state.reset_paragraph(),
    "plain": lambda state, number: state.reset_characters(),
    "b": _bold,
    "fs": _size,
    "v": _hidden,
    "deleted": _deleted,
    "revised": _inserted,
    "qc": _align(True, False),
    "qr": _align(False, True),
    "ql": _align(False, False),
    "qj": _align(False, False),
    "qd": _align(False, False),
    "intbl": _in_table,
    "itap": _table_level,
    "uc": _after,
    "outlinelevel": _outline,
}
"""Control words that do nothing but set the state of their group."""
