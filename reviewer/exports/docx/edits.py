"""Changes of a document's text carried into the parts that hold it."""

from collections.abc import Callable, Iterable, Sequence

from reviewer.exports.copy import OVERLAP, Refused
from reviewer.exports.docx import strike
from reviewer.exports.docx.leaves import GENERATED, ODD, Leaf, Leaves, twin
from reviewer.exports.docx.markup import Node
from reviewer.exports.docx.original import Original
from reviewer.exports.docx.part import Part
from reviewer.exports.docx.runs import Rewriting, Tracking, properties
from reviewer.model.document import Document
from reviewer.model.edit import Change, Edit, StrikeParagraph
from reviewer.model.span import Span
from reviewer.readers.docx.address import split_address

JOINED = "这一段的段落标记处在修订中，请先在 Word 中接受或拒绝修订。"
BROKEN_LINES = "这一段与前后文字在 Word 中是同一段，分不清换行的位置，请在 Word 中删去。"

_BREAKS = frozenset({"br", "cr"})


class Edits:
    """Carries changes into `original`, whose text is `document`; `done` are those that were made."""

    def __init__(
        self,
        original: Original,
        document: Document,
        leaves: Leaves,
        rewriting: Callable[[Part], Rewriting],
        tracking: Tracking | None,
    ) -> None:
        self._original = original
        self._document = document
        self._leaves = leaves
        self._rewriting = rewriting
        self._tracking = tracking
        self._struck: dict[Part, list[Node]] = {}
        self.done: list[Change] = []
        self.refused: list[Refused] = []

    def add(self, changes: Iterable[Change]) -> None:
        """Take in the changes; an edit in a paragraph that is struck is part of the strike."""
        changes = list(dict.fromkeys(changes))
        strikes = [change for change in changes if isinstance(change, StrikeParagraph)]
        self._strike(strikes)
        gone = {change.paragraph for change in self.done if isinstance(change, StrikeParagraph)}
        last: Span | None = None
        for edit in sorted((c for c in changes if isinstance(c, Edit)), key=lambda edit: edit.span):
            if edit.span.paragraph in gone:
                continue
            if last is not None and last.paragraph == edit.span.paragraph and edit.span.start < last.end:
                self.refused.append(Refused(edit, OVERLAP))
                continue
            self._settle(edit, self._edit(edit))
            last = edit.span

    def finish(self) -> None:
        """Take out the struck paragraphs, once all runs have been rewritten."""
        for part, paragraphs in self._struck.items():
            if self._tracking is None:
                strike.take_out(part, paragraphs)
            else:
                strike.track_out(part, paragraphs, self._tracking)

    def _settle(self, change: Change, reason: str | None) -> None:
        if reason is None:
            self.done.append(change)
        else:
            self.refused.append(Refused(change, reason))

    def _edit(self, edit: Edit) -> str | None:
        """Make an edit; gives the reason where it cannot be."""
        paragraph = self._document.paragraphs[edit.span.paragraph]
        start, end, text = trimmed(paragraph.text, edit)
        if start == end and not text:
            return None
        leaves = self._leaves.of(paragraph)
        covered = [leaf for leaf in leaves if leaf.start < end and start < leaf.end]
        if sum(min(leaf.end, end) - max(leaf.start, start) for leaf in covered) < end - start:
            return GENERATED if start < paragraph.label else ODD
        if not covered:
            if start < paragraph.label:
                return GENERATED
            beside = [leaf for leaf in leaves if leaf.start <= start <= leaf.end]
            tracked = self._tracking is not None
            free = [leaf for leaf in beside if self._refusal(leaf, paragraph.text, tracked) is None]
            covered = free[:1] or beside[:1]
        if not covered:
            return ODD
        chains: list[list[Leaf]] = [[], []]
        for leaf in covered:
            reason = self._refusal(leaf, paragraph.text, self._tracking is not None)
            if reason is not None:
                return reason
            other, reason = twin(leaf)
            if reason is not None:
                return reason
            chains[0].append(leaf)
            if other is not None:
                chains[1].append(other)
        if chains[1] and len(chains[1]) < len(chains[0]):
            return ODD
        for chain in chains:
            self._carry(chain, start, end, text)
        return None

    def _refusal(self, leaf: Leaf, text: str, tracked: bool) -> str | None:
        return self._leaves.refusal(leaf, text[leaf.start : leaf.end], tracked=tracked)

    def _carry(self, chain: Sequence[Leaf], start: int, end: int, text: str) -> None:
        """Take the characters out of the leaves and put the new ones in the place of the first.

        As tracked changes the new characters stand behind the old ones, in the look of the first.
        """
        for leaf in chain:
            first, last = max(start, leaf.start), min(end, leaf.end)
            if first < last:
                shift = leaf.skip - leaf.start
                self._rewriting(leaf.part).touches(leaf.node).deletions.append((first + shift, last + shift))
        if chain and text:
            at = chain[0] if self._tracking is None else chain[-1]
            place = max(start, at.start) if self._tracking is None else min(max(end, at.start), at.end)
            look = properties(chain[0].part, chain[0].run)
            touches = self._rewriting(at.part).touches(at.node)
            touches.insertions.append((place + at.skip - at.start, text, look))

    def _strike(self, strikes: Sequence[StrikeParagraph]) -> None:
        """Strike whole `w:p`, and lines of such as are divided by manual line breaks."""
        pieces: dict[str, list[int]] = {}
        for number, paragraph in enumerate(self._document.paragraphs):
            pieces.setdefault(_base(paragraph.origin.address), []).append(number)
        wanted: dict[str, list[StrikeParagraph]] = {}
        for change in strikes:
            address = _base(self._document.paragraphs[change.paragraph].origin.address)
            wanted.setdefault(address, []).append(change)
        for address, group in wanted.items():
            numbers = [change.paragraph for change in group]
            reason = self._strike_place(address, numbers, pieces[address])
            for change in group:
                self._settle(change, reason)

    def _strike_place(self, address: str, numbers: Sequence[int], pieces: Sequence[int]) -> str | None:
        part = self._original.part(split_address(address)[0])
        node = part.at(address)
        if node is None or node.local != "p":
            return ODD
        leaves = [leaf for number in pieces for leaf in self._leaves.of(self._document.paragraphs[number])]
        if any(leaf.paragraph is not node for leaf in leaves):
            return JOINED
        copies = [(node, leaves)]
        others = [twin(leaf) for leaf in leaves]
        reason = next((why for _, why in others if why is not None), None)
        twins = [leaf for leaf, _ in others if leaf is not None]
        if reason is not None or (twins and len(twins) < len(leaves)):
            return reason or ODD
        if twins and twins[0].paragraph is not None:
            copies.append((twins[0].paragraph, twins))
        for paragraph, _ in copies:
            tracked = self._tracking is not None
            reason = strike.refusal(part, paragraph, self._leaves.generated(part), tracked=tracked)
            if reason is not None:
                return reason
        if len(numbers) == len(pieces):
            self._struck.setdefault(part, []).extend(paragraph for paragraph, _ in copies)
            return None
        struck = [pieces.index(number) for number in numbers]
        breaks = [[n for n in paragraph.walk() if _is_break(part, n)] for paragraph, _ in copies]
        if any(len(found) != len(pieces) - 1 for found in breaks):
            return BROKEN_LINES
        for (_, held), found in zip(copies, breaks, strict=True):
            self._strike_lines(part, held, found, struck, pieces)
        return None

    def _strike_lines(
        self, part: Part, leaves: Sequence[Leaf], breaks: Sequence[Node], struck: Sequence[int], pieces: Sequence[int]
    ) -> None:
        """Take lines out of a paragraph, each with the break before it, or behind it where nothing stands before."""
        rewriting = self._rewriting(part)
        before = 0
        for piece, number in enumerate(pieces):
            count = len(self._leaves.of(self._document.paragraphs[number]))
            held = leaves[before : before + count]
            before += count
            if piece not in struck:
                continue
            for leaf in held:
                span = leaf.skip, leaf.skip + leaf.end - leaf.start
                rewriting.touches(leaf.node).deletions.append(span)
            leading = all(earlier in struck for earlier in range(piece))
            rewriting.touches(breaks[piece if leading else piece - 1]).deletions.append((0, 1))


def trimmed(text: str, edit: Edit) -> tuple[int, int, str]:
    """The characters of `text` that an edit really changes, and what they become: its like beginning and end left off."""
    start, end, new = edit.span.start, edit.span.end, edit.text
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return start, end, new


def _base(address: str) -> str:
    return address.partition("#")[0]


def _is_break(part: Part, node: Node) -> bool:
    if node.local not in _BREAKS or node.parent is None or node.parent.name != f"{part.word}r":
        return False
    tag = part.data[node.start : node.inner]
    return b'"page"' not in tag and b'"column"' not in tag
