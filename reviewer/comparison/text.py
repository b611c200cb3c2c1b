"""A comparison as text for a terminal."""

from collections.abc import Iterator

from reviewer.comparison.alignment import Change, Pair
from reviewer.comparison.drafts import Comparison, DutyChange, value
from reviewer.comparison.pieces import pieces
from reviewer.exports.checklist_rows import source_name
from reviewer.exports.places import place_names
from reviewer.exports.terminal import for_terminal

SIGN = {Change.SAME: "＝", Change.CHANGED: "改", Change.CAME: "增", Change.WENT: "删"}
_AROUND = 14  # characters left of what did not change


def comparison_text(comparison: Comparison) -> str:
    """What differs, in Chinese, without a line end after the last line."""
    names = (source_name(report.document) for report in (comparison.old, comparison.new))
    lines = [" → ".join(names), "", *_paragraphs(comparison), "", *_findings(comparison), "", *_duties(comparison)]
    return for_terminal(lines)


def differs(comparison: Comparison) -> bool:
    """Whether anything came, went or changed."""
    changes = {pair.change for pair in comparison.paragraphs} | {one.change for one in comparison.findings}
    return bool((changes | {one.change for one in comparison.duties}) - {Change.SAME})


def marked(old: str, new: str) -> str:
    """A paragraph with what went in ［－］ and what came in ［＋］; long stretches that did not change are shortened."""
    parts: list[str] = []
    found = pieces(old, new)
    for number, piece in enumerate(found):
        before, after = old[piece.old_start : piece.old_end], new[piece.new_start : piece.new_end]
        if piece.same:
            parts.append(_shortened(before, first=number == 0, last=number == len(found) - 1))
            continue
        parts += [f"［－{before}］" if before else "", f"［＋{after}］" if after else ""]
    return "".join(parts)


def _shortened(text: str, *, first: bool, last: bool) -> str:
    room = _AROUND * (1 if first or last else 2)
    if len(text) <= room + 1:
        return text
    head = "" if first else text[:_AROUND]
    tail = "" if last else text[-_AROUND:]
    return f"{head}…{tail}"


def _paragraphs(comparison: Comparison) -> Iterator[str]:
    pairs = [pair for pair in comparison.paragraphs if pair.change is not Change.SAME]
    if not pairs:
        yield "文字没有变化。"
        return
    counts = (
        f"{words} {comparison.count(pairs, change)} 段"
        for change, words in ((Change.CHANGED, "改动"), (Change.CAME, "新增"), (Change.WENT, "删去"))
    )
    yield f"文字：{'，'.join(counts)}"
    places = place_names(comparison.old.document), place_names(comparison.new.document)
    for pair in pairs:
        place = places[1][pair.new] if pair.new is not None else places[0][pair.old or 0]
        yield f"  {SIGN[pair.change]}  {place}  {_words(comparison, pair)}"


def _words(comparison: Comparison, pair: Pair) -> str:
    old = comparison.old.document.texts[pair.old].strip() if pair.old is not None else ""
    new = comparison.new.document.texts[pair.new].strip() if pair.new is not None else ""
    return marked(old, new) if pair.change is Change.CHANGED else old or new


def _findings(comparison: Comparison) -> Iterator[str]:
    changes = [one for one in comparison.findings if one.change is not Change.SAME]
    stayed = len(comparison.findings) - len(changes)
    went, came = comparison.count(changes, Change.WENT), comparison.count(changes, Change.CAME)
    yield f"问题：减少 {went} 处，新增 {came} 处，仍有 {stayed} 处"
    for one in changes:
        finding = one.new or one.old
        if finding is not None:
            yield f"  {SIGN[one.change]}  【{finding.text}】{finding.message}"


def _duties(comparison: Comparison) -> Iterator[str]:
    changes = [one for one in comparison.duties if one.change is not Change.SAME]
    counts = (
        f"{words} {comparison.count(changes, change)} 条"
        for change, words in ((Change.CHANGED, "变动"), (Change.CAME, "新增"), (Change.WENT, "减少"))
    )
    yield f"任务：{'，'.join(counts)}，不变 {len(comparison.duties) - len(changes)} 条"
    for one in changes:
        row = one.new or one.old
        if row is not None:
            yield f"  {SIGN[one.change]}  {row.task}"
        yield from (f"      {line}" for line in value_changes(one))


def value_changes(change: DutyChange) -> list[str]:
    """What a changed duty's values were and are, one a line; none for a duty that came or went."""
    if change.old is None or change.new is None:
        return []
    return [
        f"{name}：{value(change.old, name) or '（空）'} → {value(change.new, name) or '（空）'}"
        for name in change.differs
    ]
