"""Decisions on findings: carried out, found again after an edit, turned into edits that never get in each other's way."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest
from findings_material import TEXT, finding, report_of, review_of
from hypothesis import given
from hypothesis import strategies as st

from reviewer.anchoring import anchor, index, words_hash
from reviewer.corrections import correct, renewed
from reviewer.edits import edits, minimal, remarks
from reviewer.model.anchor import Anchor
from reviewer.model.corrected import Corrected
from reviewer.model.decision import AcceptFinding, AddFinding, AddRemark, Decision, DropParagraph, IgnoreFinding
from reviewer.model.document import Document, Origin, Paragraph, Place, plain_document
from reviewer.model.edit import Change, Edit, Remark, StrikeParagraph
from reviewer.model.finding import OWN_RULE, Category
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.model.standing import Standing
from reviewer.model.verdict import State, Verdict

REPORT = review_of()
MASK, TWICE, COMMA, ADVERT, LAST = REPORT.findings


def at(span: Span, report: Report = REPORT) -> Anchor:
    return anchor(index(report.document), span)


def states(corrected: Corrected) -> list[State]:
    return [verdict.state for verdict in corrected.verdicts]


def applied(document: Document, changes: Sequence[Change]) -> list[str]:
    """The paragraphs after the changes, made from the last to the first."""
    texts: list[str | None] = list(document.texts)
    for change in reversed(changes):
        if isinstance(change, StrikeParagraph):
            texts[change.paragraph] = None
        else:
            text = texts[change.span.paragraph]
            assert text is not None
            texts[change.span.paragraph] = text[: change.span.start] + change.text + text[change.span.end :]
    return [text for text in texts if text is not None]


def test_without_decisions_everything_is_open() -> None:
    corrected = correct(REPORT, ())
    assert corrected.report is REPORT
    assert states(corrected) == [State.OPEN] * 5
    assert (edits(corrected), remarks(corrected), corrected.lost) == ((), (), ())


def test_accepted_ignored_and_open() -> None:
    decisions = [
        AcceptFinding(at(MASK.span), "mask", "四"),
        IgnoreFinding(at(TWICE.span), "twice"),
        AcceptFinding(at(COMMA.span), "comma", "，"),
    ]
    corrected = correct(REPORT, decisions)
    assert states(corrected) == [State.ACCEPTED, State.IGNORED, State.ACCEPTED, State.OPEN, State.OPEN]
    assert corrected.verdicts[0] == Verdict(State.ACCEPTED, "四")
    assert applied(REPORT.document, edits(corrected))[1] == "今天再讲四个问题。大家要认真真落实，抓好。"


def test_the_last_decision_on_a_finding_holds() -> None:
    decisions = [IgnoreFinding(at(MASK.span), "mask"), AcceptFinding(at(MASK.span), "mask", "三")]
    assert states(correct(REPORT, decisions))[0] is State.ACCEPTED
    assert states(correct(REPORT, decisions[::-1]))[0] is State.IGNORED


def test_a_decision_is_about_one_place() -> None:
    assert states(correct(REPORT, [IgnoreFinding(at(COMMA.span), "comma")]))[2:] == [
        State.IGNORED,
        State.OPEN,
        State.OPEN,
    ]


def test_what_was_decided_for_all_documents() -> None:
    standing = Standing(frozenset({("comma", words_hash("，，"))}), frozenset({"mask"}))
    corrected = correct(REPORT, [AcceptFinding(at(COMMA.span), "comma", "，")], standing=standing)
    assert states(corrected) == [State.SILENCED, State.OPEN, State.ACCEPTED, State.OPEN, State.PASSED]
    other = Standing(frozenset({("twice", words_hash("，，"))}))
    assert states(correct(REPORT, (), standing=other)) == [State.OPEN] * 5
    assert (standing | other) - standing == other


def test_her_own_finding_stands_among_the_others_and_can_be_corrected() -> None:
    span = Span(3, 3, 7)
    mark = AddFinding(at(span), "此处提法不妥")
    corrected = correct(REPORT, [mark])
    own = corrected.report.findings[4]
    assert (own.rule, own.category, own.text, own.message) == (OWN_RULE, Category.OWN, "戴上责任", "此处提法不妥")
    assert remarks(corrected) == (Remark(span, "此处提法不妥"),)
    corrected = correct(REPORT, [mark, AcceptFinding(at(span), OWN_RULE, "扛起责任")])
    assert states(corrected)[4] is State.ACCEPTED
    assert remarks(corrected) == ()
    assert edits(corrected) == (Edit(Span(3, 3, 5), "扛起"),)


def test_remarks_are_told_in_reading_order() -> None:
    made = [AddRemark(at(Span(3, 0, 2)), "哪些地方？"), AddRemark(at(Span(1, 0, 2)), "日期待定")]
    assert remarks(correct(REPORT, made)) == (Remark(Span(1, 0, 2), "日期待定"), Remark(Span(3, 0, 2), "哪些地方？"))


def test_a_dropped_paragraph_takes_what_stands_in_it_along() -> None:
    decisions = [
        AcceptFinding(at(MASK.span), "mask", "三"),
        DropParagraph(at(Span(1, 0, len(REPORT.document.texts[1])))),
    ]
    corrected = correct(REPORT, decisions)
    assert states(corrected) == [State.STRUCK] * 3 + [State.OPEN] * 2
    assert edits(corrected) == (StrikeParagraph(1),)


def test_a_paragraph_of_the_body_of_which_nothing_is_left_goes_whole() -> None:
    accept = AcceptFinding(at(ADVERT.span), "advert", "")
    assert edits(correct(REPORT, [accept])) == (StrikeParagraph(2),)
    cell = Document("", "docx", (Paragraph("甲甲", Origin("table/0", Place.TABLE)),))
    report = report_of(cell, finding(cell, "advert", Span(0, 0, 2), ""))
    corrected = correct(report, [AcceptFinding(at(Span(0, 0, 2), report), "advert", "")])
    assert edits(corrected) == (Edit(Span(0, 0, 2), ""),)


def test_the_correction_accepted_last_wins_over_those_in_its_way() -> None:
    document = plain_document("甲乙丙丁戊己庚辛。")
    spans = {"a": Span(0, 0, 4), "b": Span(0, 3, 6), "c": Span(0, 5, 8)}
    report = report_of(document, *(finding(document, rule, span) for rule, span in spans.items()))
    decisions = [AcceptFinding(at(span, report), rule, rule * 2) for rule, span in spans.items()]
    assert states(correct(report, decisions)) == [State.ACCEPTED, State.OVERRIDDEN, State.ACCEPTED]
    assert states(correct(report, [decisions[0], decisions[2], decisions[1]])) == [
        State.OVERRIDDEN,
        State.ACCEPTED,
        State.OVERRIDDEN,
    ]


def test_decisions_follow_their_words_through_an_edit() -> None:
    decisions: list[Decision] = [
        AcceptFinding(at(MASK.span), "mask", "三"),
        IgnoreFinding(at(LAST.span), "comma"),
        AddRemark(at(Span(3, 0, 2)), "哪些地方？"),
    ]
    edited = review_of("新的一段。\n" + TEXT.replace("大家要", "同志们要"))
    corrected = correct(edited, decisions)
    assert [verdict.state for verdict in corrected.verdicts] == [
        State.ACCEPTED,
        State.OPEN,
        State.OPEN,
        State.OPEN,
        State.IGNORED,
    ]
    assert remarks(corrected)[0].span == Span(4, 0, 2)
    assert corrected.lost == ()


def test_what_was_done_meanwhile_is_not_lost_but_what_has_no_place_is() -> None:
    done = AcceptFinding(at(TWICE.span), "twice", "认真")
    ignored = IgnoreFinding(at(TWICE.span), "twice")
    remark = AddRemark(at(Span(1, 10, 13)), "谁？")
    gone = AcceptFinding(at(TWICE.span), "twice", "踏实")
    edited = review_of(TEXT.replace("大家要认真真落实", "都要认真落实"))
    assert correct(edited, [done, ignored, remark, gone]).lost == (remark, gone)


def test_an_accepted_correction_outlives_its_rule() -> None:
    accept = AcceptFinding(at(TWICE.span), "a-rule-of-the-past", "真")
    assert states(correct(REPORT, [accept]))[1] is State.ACCEPTED
    silent = report_of(REPORT.document)
    corrected = correct(silent, [accept, IgnoreFinding(at(MASK.span), "mask")])
    assert [f.category for f in corrected.report.findings] == [Category.OWN]
    assert len(edits(corrected)) == 1


@pytest.mark.parametrize(
    ("words", "better", "edit"),
    [
        ("认真落实实", "认真落实", Edit(Span(0, 4, 5), "")),
        ("认真落", "认真落实", Edit(Span(0, 3, 3), "实")),
        ("带上紧箍咒", "戴上紧箍咒", Edit(Span(0, 0, 1), "戴")),
        ("𠮷😀甲", "𠮷甲", Edit(Span(0, 1, 2), "")),
        ("甲甲", "甲甲甲", Edit(Span(0, 2, 2), "甲")),
        ("甲", "甲", None),
        ("甲", "", Edit(Span(0, 0, 1), "")),
    ],
)
def test_edits_spare_what_stays(words: str, better: str, edit: Edit | None) -> None:
    assert minimal(Span(0, 0, len(words)), words, better) == edit


WORDS = st.text("甲乙丙，。𠮷 ", min_size=0, max_size=5)


@given(pieces=st.lists(st.tuples(WORDS, WORDS.filter(bool), WORDS), min_size=1, max_size=6), order=st.randoms())
def test_corrections_beside_each_other_are_all_made(pieces: list[tuple[str, str, str]], order: Random) -> None:
    text, wanted, spans = "", "", []
    for number, (between, words, better) in enumerate(pieces):
        text, wanted = f"{text}{between}{number}", f"{wanted}{between}{number}"
        spans.append((Span(0, len(text), len(text) + len(words)), better))
        text, wanted = text + words, wanted + better
    document = plain_document(text)
    report = report_of(document, *(finding(document, f"r{n}", span) for n, (span, _) in enumerate(spans)))
    decisions = [AcceptFinding(at(span, report), f"r{n}", better) for n, (span, better) in enumerate(spans)]
    order.shuffle(decisions)
    assert applied(document, edits(correct(report, decisions))) == [wanted]


@given(st.data())
def test_edits_never_overlap_and_the_last_one_is_made(data: st.DataObject) -> None:
    text = data.draw(st.text("甲乙丙丁，", min_size=1, max_size=12))
    document = plain_document(f"始{text}")
    bounds = st.tuples(st.integers(1, len(text)), st.integers(1, len(text) + 1)).map(sorted)
    spans = data.draw(
        st.lists(bounds.filter(lambda b: b[0] < b[1]).map(lambda b: Span(0, *b)), min_size=1, unique=True)
    )
    report = report_of(document, *(finding(document, f"{span}", span) for span in spans))
    decisions = [AcceptFinding(at(span, report), f"{span}", data.draw(WORDS)) for span in spans]
    corrected = correct(report, decisions)
    assert set(states(corrected)) <= {State.ACCEPTED, State.OVERRIDDEN}
    made = edits(corrected)
    changes = [change for change in made if isinstance(change, Edit)]
    assert len(changes) == len(made), "the first character stays"
    for before, after in pairwise(changes):
        assert before.span.end <= after.span.start
        assert before.span != after.span
    last = decisions[-1]
    span = spans[-1]
    edit = minimal(span, document.text(span), last.replacement)
    assert edit is None or edit in changes


def test_anchors_made_anew_follow_many_small_edits() -> None:
    decisions: tuple[Decision, ...] = (AcceptFinding(at(COMMA.span), "comma", "，"), AddRemark(at(Span(3, 0, 2)), "？"))
    edits_of_her = [
        ("同志们：", "各位同志："),
        ("今天再讲", "今天还要讲"),
        ("大家要", "都要"),
        ("更多范文", "范文"),
        ("抓好。\n", "抓实抓好。\n"),
        ("各位同志：", "各位同志：\n开场白。"),
        ("认真真", "认真"),
    ]
    text, first = TEXT, decisions
    for old, new in edits_of_her:
        assert old in text
        text = text.replace(old, new, 1)
        decisions = renewed(decisions, index(plain_document(text)))
    after = correct(review_of(text), decisions)
    assert after.lost == ()
    assert State.ACCEPTED in states(after)
    assert correct(review_of(text), first).lost != (), "the anchors of the first day would no longer do"


def test_anchors_of_words_that_are_gone_stay() -> None:
    decisions = (IgnoreFinding(at(MASK.span), "mask"),)
    elsewhere = index(plain_document("别的文稿。"))
    assert renewed(decisions, elsewhere) == decisions
    assert renewed(decisions, index(REPORT.document)) == decisions
