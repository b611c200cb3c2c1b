"""A sentence ready to be judged."""

from dataclasses import dataclass, replace

from reviewer.duties import cues
from reviewer.duties.actors import Actor, actor_at, topic_at
from reviewer.duties.clauses import TIME, Clause
from reviewer.duties.lexicon import DutyWords
from reviewer.duties.persons import person_at, together_with


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence ready to be judged: its own words, the masked ones, its clauses and their subjects."""

    text: str
    masked: str
    clauses: tuple[Clause, ...]
    actors: tuple[Actor | None, ...]
    words: DutyWords


def prepare(text: str, masked_text: str, parts: list[Clause], words: DutyWords) -> Sentence:
    """Find the subject of each clause: at its head or, failing that, behind 由 or 请.

    Whoever is only the case that somebody above deals with (……的，予以通报) is no subject.
    """
    actors: list[Actor | None] = []
    handing = "由" in masked_text or "请" in masked_text
    for number, clause in enumerate(parts):
        actor = actor_at(text, masked_text, clause.head, clause.end, words)
        if actor is None and words.spoken:
            after = parts[number + 1] if number + 1 < len(parts) else None
            called = after is not None and (
                masked_text.startswith("你", after.head) or masked_text.startswith(TIME, after.start)
            )
            actor = person_at(masked_text, clause.head, clause.end, words, called=called)
        if actor is not None and words.spoken:
            actor = together_with(masked_text, actor, clause.end, words)
        if actor is None or masked_text.startswith("由", actor.end):
            handed = cues.BY.search(masked_text, actor.end if actor else clause.head, clause.end) if handing else None
            charged = actor_at(text, masked_text, handed.start(), clause.end, words) if handed else None
            actor = charged or actor
        if actor is None and number == 0:
            actor = topic_at(masked_text, clause.head, words)
        if actor and actor.units == ("村里",) and actors and actors[0] and len(actors[0].units) == 1:
            actor = replace(actor, units=actors[0].units)
        if actors and actor is None and masked_text[parts[number - 1].end - 1] == "的":
            dealt = cues.DEALS_WITH.match(masked_text, clause.head, clause.end)
            actors[-1] = None if dealt else actors[-1]
        actors.append(actor)
    return Sentence(text, masked_text, tuple(parts), tuple(actors), words)
