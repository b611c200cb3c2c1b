"""Decisions on findings: carried out, undone, kept, held for all documents; the next one moves in."""

from pathlib import Path
from random import Random

import pytest
from pytestqt.qtbot import QtBot
from ui_core_material import SPEECH, outline, read, review
from ui_decisions_material import keeping_session
from ui_findings_material import ADVERT, COMMA, MASK, SPACE, finding, states

from reviewer.edits import edits, remarks
from reviewer.model.edit import Edit, Remark, StrikeParagraph
from reviewer.model.finding import OWN_RULE
from reviewer.model.span import Span
from reviewer.model.verdict import State
from reviewer.store import decisions as store
from reviewer.ui import decision_words
from reviewer.ui import finding_decisions as deeds
from reviewer.ui.ledger import keeper_in
from reviewer.ui.session import DocumentSession, Phase
from reviewer.ui.standing_orders import StandingOrders

OPEN, ACCEPTED, IGNORED = State.OPEN, State.ACCEPTED, State.IGNORED


@pytest.fixture
def session(kept_session: DocumentSession) -> DocumentSession:
    return kept_session


def standing_session(folder: Path) -> DocumentSession:
    return DocumentSession(read, review, outline, keeper=keeper_in(folder), standing=StandingOrders(folder))


def reviewed(qtbot: QtBot, session: DocumentSession, path: str) -> None:
    session.open(path)
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED and session.path == path)


def test_an_accepted_suggestion_becomes_an_edit_and_the_next_one_moves_in(opened: DocumentSession) -> None:
    selected: list[int] = []
    opened.finding_selected.connect(selected.append)
    deeds.accept(opened, MASK, "三")
    assert states(opened) == [ACCEPTED, OPEN, OPEN, OPEN]
    assert selected == [ADVERT]
    assert opened.pending_findings() == (ADVERT, COMMA)
    assert opened.undo_text == "采纳"
    assert opened.corrected is not None
    assert edits(opened.corrected) == (Edit(finding(opened, MASK).span, "三"),)


def test_undo_and_redo_show_what_they_are_about(opened: DocumentSession) -> None:
    deeds.accept(opened, MASK, "三")
    deeds.ignore(opened, COMMA)
    assert (opened.undo_text, opened.selected_finding) == ("忽略此处", ADVERT)
    opened.undo()
    assert (states(opened), opened.selected_finding) == ([ACCEPTED, OPEN, OPEN, OPEN], COMMA)
    opened.undo()
    assert (states(opened), opened.selected_finding) == ([OPEN] * 4, MASK)
    opened.redo()
    assert (states(opened)[MASK], opened.selected_finding) == (ACCEPTED, MASK)
    assert opened.redo_text == "忽略此处"


def test_the_next_one_is_the_next_in_the_order_given(opened: DocumentSession) -> None:
    deeds.ignore(opened, ADVERT, [COMMA, ADVERT, MASK])
    assert opened.selected_finding == MASK
    deeds.ignore(opened, MASK, [COMMA, MASK])
    assert opened.selected_finding == COMMA


def test_the_last_one_says_so(qtbot: QtBot, opened: DocumentSession) -> None:
    deeds.ignore_all(opened, [MASK, ADVERT])
    assert opened.undo_text == "忽略 2 处"
    with qtbot.waitSignal(opened.notice) as notice:
        deeds.accept(opened, COMMA, "，")
    assert notice.args == [decision_words.ALL_DONE]
    assert opened.selected_finding == -1


def test_a_decision_takes_the_place_of_the_one_before(opened: DocumentSession) -> None:
    deeds.ignore(opened, MASK)
    deeds.accept(opened, MASK, "四")
    assert len(opened.decisions) == 1
    deeds.reopen(opened, MASK)
    assert (opened.decisions, opened.undo_text) == ((), decision_words.REOPENED)
    assert states(opened)[MASK] is OPEN


def test_all_suggestions_are_accepted_at_once(opened: DocumentSession) -> None:
    deeds.accept_all(opened, range(4))
    assert (states(opened), opened.undo_text) == ([ACCEPTED] * 4, "采纳 4 处")
    assert opened.corrected is not None
    assert StrikeParagraph(6) not in edits(opened.corrected), "more than the advertisement stands there"
    opened.undo()
    assert states(opened) == [OPEN] * 4


def test_words_are_marked_remarked_and_struck(opened: DocumentSession) -> None:
    span = Span(9, 2, 6)
    deeds.mark(opened, span, "重复")
    index = opened.selected_finding
    assert finding(opened, index).rule == OWN_RULE
    assert index in opened.pending_findings()
    deeds.remark(opened, span, "请改写")
    deeds.remark(opened, span, "请删去")
    assert opened.undo_text == "批注"
    assert opened.corrected is not None
    assert remarks(opened.corrected) == (Remark(span, "请删去"), Remark(span, "重复"))
    found = deeds.remark_on(opened, span)
    assert found is not None
    deeds.take_back_remark(opened, found)
    assert deeds.remark_on(opened, span) is None
    deeds.reopen(opened, index)
    assert (len(states(opened)), opened.undo_text) == (4, "取消标记")
    deeds.drop_paragraph(opened, 6)
    assert states(opened)[ADVERT] is State.STRUCK
    assert opened.corrected is not None
    assert edits(opened.corrected) == (StrikeParagraph(6),)
    deeds.reopen(opened, ADVERT)
    assert (states(opened)[ADVERT], opened.undo_text) == (OPEN, "保留整段")


def test_words_are_passed_over_in_all_documents(qtbot: QtBot, speech: str, tmp_path: Path) -> None:
    session = standing_session(tmp_path / "kept")
    reviewed(qtbot, session, speech)
    assert not deeds.can_pass_over(finding(session, COMMA)), "two commas would silence the rule"
    deeds.pass_over(session, COMMA)
    assert states(session)[COMMA] is OPEN
    deeds.pass_over(session, ADVERT)
    assert (states(session)[ADVERT], session.undo_text) == (State.PASSED, "总是忽略")
    assert session.selected_finding == COMMA
    other = tmp_path / "另一份.txt"
    other.write_text("别的话。\n" + SPEECH, "utf-8")
    reviewed(qtbot, session, str(other))
    assert states(session)[ADVERT] is State.PASSED
    assert session.wait()
    kept = (tmp_path / "kept" / "standing.json").read_text("utf-8")
    assert "范文" not in kept
    session.close_all()
    again = standing_session(tmp_path / "kept")
    reviewed(qtbot, again, str(other))
    assert states(again)[ADVERT] is State.PASSED
    deeds.reopen(again, ADVERT)
    assert states(again)[ADVERT] is OPEN
    again.undo()
    assert states(again)[ADVERT] is State.PASSED
    again.close_all()
    assert again.wait()


def test_a_rule_is_switched_off_and_on_in_all_open_documents(qtbot: QtBot, speech: str, tmp_path: Path) -> None:
    session = standing_session(tmp_path / "kept")
    other = tmp_path / "另一份.txt"
    other.write_text("别的话。\n" + SPEECH, "utf-8")
    reviewed(qtbot, session, speech)
    reviewed(qtbot, session, str(other))
    first = next(one for one in session.documents if one.path == speech)
    deeds.disable_rule(session, MASK)
    assert states(session) == [State.SILENCED] * 4, "the made-up findings are all of one rule"
    assert session.open_findings(first) == 0
    session.undo()
    assert states(session) == [OPEN] * 4
    assert session.open_findings(first) == 3
    session.redo()
    deeds.reopen(session, MASK)
    assert states(session) == [OPEN] * 4
    session.close_all()
    assert session.wait()


def test_decisions_on_findings_are_kept_without_text(qtbot: QtBot, speech: str, tmp_path: Path) -> None:
    first = keeping_session(tmp_path / "kept")
    reviewed(qtbot, first, speech)
    deeds.accept(first, MASK, "三")
    deeds.ignore(first, ADVERT)
    deeds.remark(first, Span(9, 0, 2), "请核实")
    assert first.wait()
    first.close_all()
    (record,) = (tmp_path / "kept" / "decisions").iterdir()
    text = record.read_text("utf-8")
    assert "请核实" in text
    assert not any(line in text for line in SPEECH.split() if len(line) > 2)
    moved = tmp_path / "移动" / "改了名.txt"
    moved.parent.mkdir()
    Path(speech).rename(moved)
    again = keeping_session(tmp_path / "kept")
    reviewed(qtbot, again, str(moved))
    assert states(again) == [ACCEPTED, IGNORED, OPEN, OPEN]
    again.close_all()
    assert again.wait()


def test_any_order_of_steps_undone_leads_back(opened: DocumentSession) -> None:
    random = Random(11)
    history = [states(opened)]
    for _ in range(40):
        index = random.randrange(4)
        deed = random.choice(
            (
                lambda i: deeds.accept(opened, i, "甲"),
                lambda i: deeds.ignore(opened, i),
                lambda i: deeds.reopen(opened, i),
                lambda i: deeds.pass_over(opened, i),
                lambda i: deeds.disable_rule(opened, i),
            )
        )
        deed(index)
        if states(opened) != history[-1]:
            history.append(states(opened))
    while opened.undo_text:
        opened.undo()
        if states(opened) != history[-1]:
            history.pop()
            assert states(opened) == history[-1]
    assert history == [[OPEN] * 4]
    assert not opened.standing.value


def test_hints_and_filters_decide_what_is_next(opened: DocumentSession) -> None:
    opened.set_show_info(True)
    deeds.accept(opened, COMMA, "，")
    assert opened.selected_finding == SPACE
    opened.set_show_decided(True)
    assert opened.visible_findings() == (MASK, ADVERT, COMMA, SPACE)
    assert opened.pending_findings() == (MASK, ADVERT, SPACE)
    opened.next_finding()
    assert opened.selected_finding in (MASK, SPACE)


def test_decisions_are_anchored_anew_once_the_file_was_edited(
    qtbot: QtBot, opened: DocumentSession, speech: str, tmp_path: Path
) -> None:
    deeds.accept(opened, MASK, "三")
    (before,) = opened.decisions
    text = Path(speech).read_text("utf-8")
    Path(speech).write_text(text.replace("今天开会", "今天在这里开会"), "utf-8")
    opened.check_files()
    qtbot.waitUntil(lambda: opened.decisions != (before,))
    assert states(opened)[MASK] is ACCEPTED
    assert opened.wait()
    (kept,) = store.load(tmp_path / "kept", speech)
    assert kept == opened.decisions[0]
    opened.undo()
    assert states(opened)[MASK] is OPEN
    opened.redo()
    assert states(opened)[MASK] is ACCEPTED
