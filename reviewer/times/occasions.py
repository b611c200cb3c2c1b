"""The day of the document's own meeting and of its issue, where the text itself gives them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reviewer.model.document import Document
from reviewer.model.outline import Outline
from reviewer.model.time import Dating, Occasion
from reviewer.times.bounds import Bounds, bounds
from reviewer.times.dating import Evidence, date_line
from reviewer.times.meetings import held, is_minutes
from reviewer.times.raw import Anchor, Event, Length, RawTime
from reviewer.times.text import fold

_ANCHORED = (Anchor.MEETING, Anchor.ISSUE)
_SPEECH = re.compile("讲话|发言|致辞|主持词|讲稿|演讲|在.{2,40}(?:会|会议|仪式)上的")
_UNDER_TITLE = 6
_ENACTED = re.compile("通过|批准|修订|修正|公布|施行|会议")


def with_occasions(document: Document, outline: Outline, dating: Dating, raw: Sequence[RawTime]) -> Dating:
    """`dating` with the days of the document's meeting and issue, read only where a time counts from one of them.

    A meeting's day stands in minutes as 时间：… or at the head of what they tell, in a speech under its title; the day
    of issue is that of the date line. A day of another year than the document's settles nothing.
    """
    if dating.given or not any(isinstance(t.form, Length | Event) and t.form.anchor in _ANCHORED for t in raw):
        return dating
    lines = [fold(text) for text in document.texts]
    title = outline.title or ""
    line = date_line(document, lines, outline)
    meeting = issue = None
    if is_minutes(title):
        meeting = _held(lines, dating)
        issue = _occasion(document, line) if line and line.span.paragraph > len(lines) // 2 else None
    elif _SPEECH.search(title):
        last_title = max((span.paragraph for span in outline.title_spans), default=0)
        below = line is not None and line.span.paragraph <= last_title + _UNDER_TITLE
        meeting = _occasion(document, line) if below else None
    elif line is not None and not _ENACTED.search(lines[line.span.paragraph]):
        issue = _occasion(document, line)
    return replace(dating, meeting=_in_year(meeting, dating), issue=_in_year(issue, dating))


def _in_year(occasion: Occasion | None, dating: Dating) -> Occasion | None:
    return occasion if occasion is not None and occasion.day.year == dating.year else None


def _occasion(document: Document, line: Evidence | None) -> Occasion | None:
    """What a date line says, None where it gives no day."""
    if line is None or line.day is None:
        return None
    span = line.span
    return Occasion(line.day, document.texts[span.paragraph][span.start : span.end].strip())


def _held(lines: Sequence[str], dating: Dating) -> Occasion | None:
    """When minutes say that their meeting was held; None where it took several days."""
    for meeting in held(lines):
        found = bounds(meeting.piece.stretch, dating)
        if isinstance(found, Bounds) and found.first == found.last:
            return Occasion(found.first, meeting.words)
    return None
