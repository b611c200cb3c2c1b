"""Decisions on duties: carried out, found again after an edit, lost when their place is gone."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reviewer.anchoring import anchor, find, index
from reviewer.corrections import correct
from reviewer.duties.extract import find_duties
from reviewer.model.decision import AddDuty, DutyChanges, EditDuty, ListDuty, MergeDuty, SplitDuty, StrikeDuty
from reviewer.model.document import plain_document
from reviewer.model.duty import DocumentKind, Part, PartFunction
from reviewer.model.outline import Outline
from reviewer.model.report import Report
from reviewer.model.span import Span
from reviewer.model.time import Dating
from reviewer.outline import build_outline

TEXT = "同志们：\n各科室要建立台账。办公室要按月通报，逐项销号。\n天气转凉。\n各支部要组织学习。"


def report(text: str) -> Report:
    document = plain_document(text)
    parts = (Part((0, 0), (len(document.texts), 0), PartFunction.WORK, "布置工作"),)
    outline = build_outline(document)
    duties = find_duties(document, outline, DocumentKind.SPEECH, parts, (), ())
    return Report(document, DocumentKind.SPEECH, Dating(), Outline(), parts, (), duties, ())


def actions(found: Report) -> list[str]:
    return [duty.action for duty in found.duties]


def test_strike_and_add() -> None:
    before = report(TEXT)
    at = index(before.document)
    assert actions(before) == ["建立台账", "按月通报，逐项销号", "组织学习"]
    strike = StrikeDuty(anchor(at, before.duties[0].span))
    add = AddDuty(anchor(at, Span(2, 0, 5)))
    after = correct(before, [strike, add])
    assert [d.text for d in after.report.duties] == ["办公室要按月通报，逐项销号。", "天气转凉。", "各支部要组织学习。"]
    assert after.report.duties[1].decided
    assert after.lost == ()


def test_edit_split_and_merge() -> None:
    before = report(TEXT)
    at = index(before.document)
    second = anchor(at, before.duties[1].span)
    changes = DutyChanges(
        action="通报进展", lead=("综合科",), support=("各科室",), due=date(2024, 6, 30), recurrence="FREQ=MONTHLY"
    )
    edited = correct(before, [EditDuty(second, changes)]).report.duties[1]
    assert (edited.action, edited.lead, edited.support) == ("通报进展", ("综合科",), ("各科室",))
    assert (edited.set_due, edited.set_recurrence, edited.decided) == (date(2024, 6, 30), "FREQ=MONTHLY", True)
    halves = correct(before, [SplitDuty(second, 9)]).report.duties[1:3]
    assert [d.text for d in halves] == ["办公室要按月通报，", "逐项销号。"]
    merged = correct(before, [MergeDuty(anchor(at, before.duties[0].span))]).report.duties
    assert merged[0].text == "各科室要建立台账。办公室要按月通报，逐项销号。"
    assert merged[0].lead == ("各科室", "办公室")
    assert len(merged) == 2


def test_what_is_left_out_stays_a_duty() -> None:
    before = report(TEXT)
    at = index(before.document)
    first, second = (anchor(at, duty.span) for duty in before.duties[:2])
    out = ListDuty(first, False)
    after = correct(before, [out])
    assert [duty.listed for duty in after.report.duties] == [False, True, True]
    assert not after.report.duties[0].decided
    assert after.lost == ()
    assert correct(before, [out, ListDuty(first, True)]).report.duties[0].listed
    halves = correct(before, [ListDuty(second, False), SplitDuty(second, 9)]).report.duties[1:3]
    assert [half.listed for half in halves] == [False, False]
    assert correct(before, [out, MergeDuty(first)]).report.duties[0].listed, "one of the two was to be listed"
    assert correct(before, [StrikeDuty(first), out]).lost == (out,)


def test_impossible_splits_and_merges_are_told() -> None:
    before = report(TEXT)
    at = index(before.document)
    last = anchor(at, before.duties[2].span)
    decisions = [SplitDuty(last, 0), SplitDuty(last, 99), MergeDuty(last)]
    after = correct(before, decisions)
    assert list(after.lost) == decisions
    assert after.report.duties == before.duties


def test_a_decision_follows_its_words_through_an_edit() -> None:
    before = report(TEXT)
    strike = StrikeDuty(anchor(index(before.document), before.duties[2].span))
    moved = report("会议纪要\n\n" + TEXT.replace("建立台账", "建立问题台账"))
    assert actions(correct(moved, [strike]).report) == ["建立问题台账", "按月通报，逐项销号"]


def test_a_decision_follows_its_sentence_when_its_own_words_are_corrected() -> None:
    before = report(TEXT)
    edit = EditDuty(anchor(index(before.document), before.duties[1].span), DutyChanges(lead=("综合科",)))
    corrected = report(TEXT.replace("逐项销号", "逐条销号"))
    after = correct(corrected, [edit])
    assert after.lost == ()
    assert after.report.duties[1].lead == ("综合科",)


def test_a_decision_on_words_that_are_gone_is_lost_and_harms_nothing() -> None:
    before = report(TEXT)
    strike = StrikeDuty(anchor(index(before.document), before.duties[1].span))
    gone = report("同志们：\n天气转凉。")
    after = correct(gone, [strike])
    assert after.lost == (strike,)
    assert after.report.duties == gone.duties


def test_equal_sentences_are_told_apart_by_their_neighbours() -> None:
    text = "甲要做好准备。\n要抓好落实。\n乙要做好准备。\n要抓好落实。"
    document = plain_document(text)
    mark = anchor(index(document), Span(3, 0, 6))
    edited = plain_document("新增一段。\n" + text)
    assert find(index(edited), mark) == Span(4, 0, 6)


def test_anchors_hold_no_text() -> None:
    document = plain_document(TEXT)
    mark = anchor(index(document), Span(1, 0, 9))
    assert not any("台账" in str(value) for value in (mark.quote, mark.sentence, mark.before, mark.after))


_LINES = st.lists(
    st.sampled_from(["各科室要建立台账。", "要抓好落实。办公室要通报。", "", "天气转凉", "😀要𠮷利。"]),
    min_size=1,
    max_size=8,
)


@given(_LINES, st.data())
def test_what_did_not_change_is_found_where_it_was(lines: list[str], data: st.DataObject) -> None:
    document = plain_document("\n".join(lines))
    at = index(document)
    for paragraph, start, end in at.sentences:
        a = data.draw(st.integers(start, end - 1))
        b = data.draw(st.integers(a + 1, end))
        span = Span(paragraph, a, b)
        assert find(at, anchor(at, span)) == span
