"""Offsets between the joined text and the document."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.document import plain_document
from reviewer.model.outline import Outline
from reviewer.model.span import Span
from reviewer.model.time import Dating
from reviewer.rules.context import RuleContext

LINES = st.lists(st.text(alphabet="甲乙𠮷 X", max_size=6), min_size=1, max_size=6)


@given(LINES, st.data())
def test_every_stretch_of_a_paragraph_has_its_span(lines: list[str], data: st.DataObject) -> None:
    context = RuleContext(plain_document("\n".join(lines)), Outline(), (), Dating())
    start = data.draw(st.integers(0, len(context.text)))
    end = data.draw(st.integers(start, len(context.text)))
    span = context.span(start, end)
    stretch = context.text[start:end]
    if not stretch or "\n" in stretch:
        assert span is None
    else:
        assert span is not None
        assert context.document.text(span) == stretch
        assert context.offset(span) == start


def test_nearby_stays_in_its_paragraph(context_of: Callable[[str], RuleContext]) -> None:
    context = context_of("第一段\n第二段有字\n第三段")
    assert context.nearby(context.offset(Span(1, 2, 3))) == "第二段有字"
    long = context_of("甲" * 1000 + "乙" + "丙" * 1000)
    assert "乙" in long.nearby(1000)
    assert len(long.nearby(1000)) < 1000


def test_markdown_is_recognised(context_of: Callable[[str], RuleContext]) -> None:
    assert context_of("# 标题\n正文").markdown
    assert context_of("**小标题**\n正文").markdown
    assert not context_of("**县大力推进作风建设，**镇紧随其后。").markdown


def test_sentences_lie_in_their_paragraphs(context_of: Callable[[str], RuleContext]) -> None:
    context = context_of("一要学。二要干！\n\n“三要查。”")
    assert [context.document.text(span) for span in context.sentences] == ["一要学。", "二要干！", "“三要查。”"]
