"""From sentences to duties."""

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reviewer.duties import cues
from reviewer.duties.action import condition, gist_of, quantity
from reviewer.duties.apparatus import content_start, is_apparatus, is_heading, issuers
from reviewer.duties.clauses import clauses, masked
from reviewer.duties.decide import judge, may_bind
from reviewer.duties.fields import Field, joined
from reviewer.duties.items import Items
from reviewer.duties.kind import is_spoken
from reviewer.duties.lexicon import DutyWords, duty_words
from reviewer.duties.names import is_unit, unit_list
from reviewer.duties.parts import part_at
from reviewer.duties.roles import named_units
from reviewer.duties.rows import Row, rows
from reviewer.duties.sentence import Sentence, prepare
from reviewer.duties.tables import table_duties
from reviewer.language.sentences import sentences
from reviewer.model.document import Document
from reviewer.model.duty import ActorSource, DocumentKind, Duty, Part, PartFunction, Tier
from reviewer.model.outline import Outline, OutlineEntry
from reviewer.model.span import Span
from reviewer.model.time import TimeExpression, TimeRole, TimeType

_SOME_OF = ("每", "有条件的", "具备条件的", "有需", "有能力", "有基础")
_STAGE = re.compile(r"[（(][^（）()]*[）)][。：:]?$")


def find_duties(
    document: Document,
    outline: Outline,
    kind: DocumentKind,
    parts: Sequence[Part],
    times: Sequence[TimeExpression],
    excluded: Sequence[Span],
    units: tuple[str, ...] = (),
) -> tuple[Duty, ...]:
    """The duties of the document in reading order.

    Nothing inside `excluded` (advertisements) is one. `units` are names of the office's own units, short ones too.
    """
    words = duty_words(units, spoken=is_spoken(document, kind))
    prose = _Finder(document, outline, kind, parts, times, excluded, words).run()
    rows = table_duties(document, outline, times, words)
    return tuple(sorted((*prose, *rows), key=lambda duty: duty.span))


class _Finder:
    """One pass over a document; remembers who was last addressed and what a field may still have to govern."""

    def __init__(
        self,
        document: Document,
        outline: Outline,
        kind: DocumentKind,
        parts: Sequence[Part],
        times: Sequence[TimeExpression],
        excluded: Sequence[Span],
        words: DutyWords,
    ) -> None:
        self.words = words
        self.issuers = issuers(document, outline)
        self.document = document
        self.outline = outline
        self.kind = kind
        self.parts = parts
        self.times = times
        self.begins = [part.begin for part in parts]
        self.timed = {time.span.paragraph for time in times if time.role is not TimeRole.BACKGROUND}
        self.time_starts = [(time.span.paragraph, time.span.start) for time in times]
        self.entry_at = {(e.span.paragraph, e.span.start): e for e in outline.entries}
        self.entry_starts: dict[int, list[int]] = {}
        for entry in outline.entries:
            self.entry_starts.setdefault(entry.span.paragraph, []).append(entry.span.start)
        self.excluded: dict[int, list[Span]] = {}
        for span in excluded:
            self.excluded.setdefault(span.paragraph, []).append(span)
        self.sections: dict[int | None, tuple[str, ...]] = {}
        self.looking_back = False
        self.duties: list[Duty] = []
        self.addressee: tuple[str, ...] = ()
        self.scope: int | None = None
        self.scope_begin = 0
        self.last_times: tuple[int, tuple[int, ...]] = (-1, ())
        self.items = Items(document, outline, words)
        self.stages: dict[int, tuple[int, ...]] = {}
        self.waiting: list[tuple[int, Field]] = []

    def run(self) -> list[Duty]:
        for index, text in self.items.paragraphs:
            fields = self.items.fields.get(index, [])
            if index in self.items.alone:
                self._alone(index, fields)
            elif fields or not is_apparatus(text, labelled=(index, 0) in self.entry_at):
                self._paragraph(index, text, fields)
        return self.duties

    def _alone(self, index: int, fields: Sequence[Field]) -> None:
        """Fields in lines of their own govern the whole item before them, together with those of the next line."""
        self.waiting.extend((index, field) for field in fields)
        if index not in self.items.last_alone:
            return
        units = joined([field for _, field in self.waiting])
        limits = tuple(i for at, field in self.waiting for i in self._limits(at, field.start, field.end))
        self._govern(range(self.scope_begin, len(self.duties)), units, limits)
        self.scope_begin = len(self.duties)
        self.waiting.clear()

    def _paragraph(self, index: int, text: str, fields: Sequence[Field]) -> None:
        spans = self._sentences(index, text)
        begun = len(self.duties)
        if self.scope is None or self.outline.entries[self.scope].level == 1:
            self.addressee = ()
        self.looking_back = self._looks_back(index, text)
        last_field = fields[-1].start if fields else -1
        if index in self.items.charged:
            last_field = len(text)
        pending = deque(fields)
        for number, (start, end) in enumerate(spans):
            while pending and pending[0].end <= start:
                pending.popleft()
            if pending and pending[0].start <= start:
                start = pending[0].end
            if not text[start:end].strip("。；，") or self._is_advert(index, start, end):
                continue
            followed = number + 1 < len(spans) and (index, spans[number + 1][0]) not in self.entry_at
            self._sentence(index, text, start, end, followed=followed, governed=start < last_field)
        for field in fields:
            begun = self._apply(field, index, begun)

    def _looks_back(self, index: int, text: str) -> bool:
        """Whether a paragraph tells of the past although its part sets out work."""
        entry = self.entry_at.get((index, len(text) - len(text.lstrip())))
        return cues.LOOKS_BACK.match(text, entry.span.end if entry else 0) is not None

    def _sentences(self, index: int, text: str) -> list[tuple[int, int]]:
        """Sentences, cut also where a running point begins inside one."""
        inner = self.entry_starts.get(index)
        whole = sentences(text)
        if inner is None:
            return whole
        found: list[tuple[int, int]] = []
        for start, end in whole:
            cuts = inner[bisect_right(inner, start) : bisect_left(inner, end)]
            found.extend(zip([start, *cuts], [*cuts, end], strict=True))
        return found

    def _is_advert(self, index: int, start: int, end: int) -> bool:
        covered = sum(max(0, min(end, span.end) - max(start, span.start)) for span in self.excluded.get(index, ()))
        return covered * 2 >= end - start

    def _sentence(self, index: int, text: str, start: int, end: int, *, followed: bool, governed: bool) -> None:
        entry = self.entry_at.get((index, start))
        content = start
        if entry is not None:
            self._enter(entry, index, start)
            content = content_start(entry, start)
            if is_heading(entry, text, content, end, followed=followed) and not self._charges(
                entry, index, content, end
            ):
                self._announce(text[content:end])
                self._open_stage(index, content, end)
                return
        part = part_at(self.parts, self.begins, (index, start))
        function = part.function if part and not governed else PartFunction.WORK
        self.looking_back = self.looking_back and cues.TURNS.match(text, content) is None
        if self.looking_back and function is PartFunction.WORK:
            function = PartFunction.RETROSPECT
        words = text[content:end]
        if not may_bind(words, function):
            return
        hidden = masked(words, self._time_spans(index, content, end))
        sentence = prepare(words, hidden, clauses(hidden), self.words)
        verdict = judge(sentence, function, self.kind, self.issuers, charged=governed)
        if verdict is None:
            return
        found = rows(sentence, verdict)
        for row in found:
            self._add(index, content, start, sentence, row, first=row is found[0], part=part)

    def _charges(self, entry: OutlineEntry, index: int, content: int, end: int) -> bool:
        """Whether the short first sentence of a running point is no title: it names a time, a number or a unit."""
        if not entry.is_point:
            return False
        hidden = masked(self.document.texts[index][content:end])
        if self._limits(index, content, end) or quantity(hidden):
            return True
        sentence = prepare(self.document.texts[index][content:end], hidden, clauses(hidden), self.words)
        return len(sentence.clauses) > 1 and any(actor and actor.units for actor in sentence.actors)

    def _announce(self, title: str) -> None:
        """A title that is nothing but the name of a unit charges it with what stands under it (（一）县教育局。)."""
        name = title.strip().rstrip("。：:；")
        if units := unit_list(name, self.words):
            self.addressee = units

    def _open_stage(self, index: int, start: int, end: int) -> None:
        """A title that ends in a bracketed time sets it for all that stands under it (（一）动员部署（4月）。)."""
        match = _STAGE.search(self.document.texts[index], start, end)
        limits = self._limits(index, match.start(), match.end()) if match else ()
        at = self.outline.index_at(index, start)
        if limits and at is not None:
            self.stages[at] = limits

    def _stage(self, index: int, offset: int) -> tuple[int, ...]:
        """The times of the stage in which a place lies."""
        at = self.outline.index_at(index, offset) if self.stages else None
        while at is not None and at not in self.stages:
            at = self.outline.entries[at].parent
        return self.stages[at] if at is not None else ()

    def _enter(self, entry: OutlineEntry, index: int, start: int) -> None:
        """A new numbered item begins: nobody has been addressed in it yet, unless it lies inside the last one."""
        found = self.outline.index_at(index, start)
        nested = entry.is_point and entry.parent is not None and self.outline.entries[entry.parent].is_point
        if not nested:
            self.addressee = ()
            self.scope = found
            self.scope_begin = len(self.duties)

    def _time_spans(self, index: int, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches of a sentence, from its beginning, that name a time ahead."""
        found = (self.times[i].span for i in self._limits(index, start, end))
        return [(span.start - start, span.end - start) for span in found]

    def _limits(self, index: int, start: int, end: int) -> tuple[int, ...]:
        """Indices of the times that bind between two offsets of a paragraph."""
        if index not in self.timed:
            return ()
        low = bisect_left(self.time_starts, (index, start))
        high = bisect_right(self.time_starts, (index, end))
        return tuple(
            i
            for i in range(low, high)
            if self.times[i].role is not TimeRole.BACKGROUND and self.times[i].span.end <= end
        )

    def _add(
        self, index: int, content: int, start: int, sentence: Sentence, row: Row, *, first: bool, part: Part | None
    ) -> None:
        begin = start if first else content + row.start
        stop = content + row.end
        text = self.document.texts[index][content + row.start : stop]
        words = sentence.masked[row.start : row.end]
        lead, support, source = self._who(text, words, row)
        times = self._times(index, content + row.start, stop, row, first)
        times = (*times, *(i for i in self._stage(index, begin) if i not in times))
        inside = row.actor is not None and row.actor.start >= row.start
        predicate = row.actor.end if row.actor is not None and inside else max(row.start, row.verdict.at)
        short = gist_of(sentence.text, sentence.masked, sentence.clauses, predicate, row.end)
        number = quantity(words)
        bound = any(self.times[i].type is not TimeType.DATE or self.times[i].role is TimeRole.DEADLINE for i in times)
        firm = short.firm or number is not None or bound
        reason = f"{row.verdict.why}（{part.why}）" if part else row.verdict.why
        self.duties.append(
            Duty(
                span=Span(index, begin, stop),
                text=self.document.texts[index][begin:stop],
                action=short.action,
                modality=row.verdict.modality,
                trigger=row.verdict.trigger,
                tier=Tier.FIRM if firm else Tier.GENERAL,
                lead=lead,
                support=support,
                actor_source=source,
                times=times,
                quantity=number,
                condition=condition(text),
                section=self._section(index, begin),
                why=reason,
            )
        )

    def _section(self, index: int, offset: int) -> tuple[str, ...]:
        """The headings around a place, worked out once for each."""
        at = self.outline.index_at(index, offset)
        if at not in self.sections:
            self.sections[at] = self.outline.path(index, offset)
        return self.sections[at]

    def _who(self, text: str, words: str, row: Row) -> tuple[tuple[str, ...], tuple[str, ...], ActorSource]:
        """Lead and supporting units of a row, and how they are known; remembers whom it addresses.

        `words` is the row's `text` with quotations and times out of the way.
        """

        named, helpers = named_units(text, words, self.words)
        lead: tuple[str, ...] = ()
        if row.actor is not None and row.actor.units:
            lead = row.actor.units
            if lead != ("我",) and not lead[0].startswith(_SOME_OF):
                self.addressee = lead
        lead = (*lead, *(unit for unit in named if unit not in lead and not self._goes_on(unit, lead)))
        support = tuple(unit for unit in dict.fromkeys(helpers) if unit not in lead)
        if lead:
            return lead, support, ActorSource.EXPLICIT
        if row.actor is None and self.addressee:
            return self.addressee, support, ActorSource.INHERITED
        return (), support, ActorSource.ASSUMED

    def _goes_on(self, unit: str, lead: tuple[str, ...]) -> bool:
        """Whether a name is only that of a leading unit with its deed behind it (县局劝导其在)."""
        return any(unit.startswith(name) for name in lead) and not is_unit(unit, self.words)

    def _times(self, index: int, start: int, stop: int, row: Row, first: bool) -> tuple[int, ...]:
        """The times of a row: its own, or those of the sentence before where it only spells that one out."""
        own = self._limits(index, start, stop)
        if own:
            self.last_times = (index, own)
            return own
        if first and row.verdict.trigger == "重点是" and self.last_times[0] == index:
            return self.last_times[1]
        self.last_times = (-1, ()) if first and row.verdict.trigger != "重点是" else self.last_times
        return ()

    def _apply(self, field: Field, index: int, begun: int) -> int:
        """Let a field govern the duties from number `begun` to its place.

        Returns the number from which the next field of the paragraph governs.
        """
        after = next(
            (i for i in range(begun, len(self.duties)) if self.duties[i].span.start >= field.start), len(self.duties)
        )
        self._govern(range(begun, after), field, self._limits(index, field.start, field.end))
        return after

    def _govern(self, governed: Iterable[int], field: Field, limits: tuple[int, ...]) -> None:
        """Charge the duties of these numbers with a field's units, and set them its limits."""
        for i in governed:
            duty = self.duties[i] if field.empty else _charged(self.duties[i], field)
            if limits and not set(limits) <= set(duty.times):
                duty = replace(duty, times=(*duty.times, *(t for t in limits if t not in duty.times)), tier=Tier.FIRM)
            self.duties[i] = duty


def _charged(duty: Duty, field: Field) -> Duty:
    """The duty with the units of its field: a subject of its own stays in the lead unless the field names it too."""
    named = (*field.lead, *field.support)
    if set(duty.lead) == set(named):
        return duty
    if duty.actor_source is ActorSource.EXPLICIT and not set(duty.lead) <= set(named):
        support = dict.fromkeys(unit for unit in (*duty.support, *named) if unit not in duty.lead)
        return replace(duty, support=tuple(support))
    return replace(duty, lead=field.lead, support=field.support, actor_source=ActorSource.FIELD)
