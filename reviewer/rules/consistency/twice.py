"""What every rule of this family says: of two forms of one thing the rarer is marked, and both are shown."""

from collections.abc import Iterable, Iterator, Sequence

from reviewer.model.span import Span
from reviewer.rules.context import RuleContext
from reviewer.rules.rule import Raw

MOST_SHOWN = 8
Place = tuple[int, int]


def rarer(
    context: RuleContext, places: Sequence[Place], others: Sequence[Place], better: str = "", doubt: str = "请统一"
) -> Iterator[Raw]:
    """A remark on each of `places`, which write what `others` write in the usual way; `better` replaces it."""
    usual = spans(context, others[:MOST_SHOWN])
    main = context.text[slice(*others[0])]
    for place in places:
        if span := context.span(*place):
            words = context.text[slice(*place)]
            alike = spans(context, [other for other in places if other != place][:MOST_SHOWN])
            message = f"这里写“{words}”，别处写“{main}”（{len(others)}处），{doubt}。"
            yield Raw(span, message, (better,) if better else (), (*usual, *alike))


def spans(context: RuleContext, places: Iterable[Place]) -> tuple[Span, ...]:
    """The places as spans, without those that run over a paragraph's end."""
    return tuple(span for place in places if (span := context.span(*place)))
