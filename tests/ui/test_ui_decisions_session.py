"""Decisions on duties: carried out, undone, kept, found again and told of when they are lost."""

from datetime import date
from pathlib import Path
from random import Random

import pytest
from pytestqt.qtbot import QtBot
from ui_core_material import SPEECH, outline, read, review
from ui_decisions_material import LIST, SURVEY, duty, keeping_session, refusing_keeper, texts

from reviewer.model.decision import DutyChanges, EditDuty, StrikeDuty
from reviewer.model.span import Span
from reviewer.model.time import TimeRole
from reviewer.store import decisions as store
from reviewer.ui import duty_decisions
from reviewer.ui.duty_values import Correction
from reviewer.ui.session import Change, DocumentSession, Phase

GENERAL = "要提高认识，统一思想"


@pytest.fixture
def session(kept_session: DocumentSession) -> DocumentSession:
    return kept_session


def reviewed(qtbot: QtBot, session: DocumentSession, path: str) -> None:
    session.open(path)
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED and session.path == path)


def changed(session: DocumentSession, words: str, **values: object) -> None:
    duty_decisions.edit(session, duty(session, words), Correction(DutyChanges(**values)))  # type: ignore[arg-type]


def test_a_struck_duty_is_gone_undone_and_gone_again(opened: DocumentSession) -> None:
    changes: list[Change] = []
    opened.changed.connect(changes.append)
    assert (opened.undo_text, opened.redo_text) == ("", "")
    duty_decisions.strike(opened, duty(opened, SURVEY))
    assert texts(opened) == [LIST, GENERAL]
    assert (opened.undo_text, opened.redo_text) == ("删去任务", "")
    opened.undo()
    assert texts(opened) == [SURVEY, LIST, GENERAL]
    assert (opened.undo_text, opened.redo_text) == ("", "删去任务")
    opened.redo()
    assert texts(opened) == [LIST, GENERAL]
    opened.redo()
    assert changes == [Change(report=True)] * 3


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"action": "排查"}, "改任务名称"),
        ({"lead": ("甲局",)}, "改牵头单位"),
        ({"support": ("甲局",)}, "改配合单位"),
        ({"due": date(2024, 5, 1)}, "改截止日期"),
        ({"recurrence": "FREQ=MONTHLY"}, "改频次"),
        ({"action": "排查", "lead": ("甲局",)}, "修改任务"),
    ],
)
def test_each_change_has_its_name(opened: DocumentSession, values: dict[str, object], name: str) -> None:
    changed(opened, SURVEY, **values)
    assert opened.undo_text == name
    after = duty(opened, SURVEY)
    assert after.decided
    opened.undo()
    assert not duty(opened, SURVEY).decided


def test_values_in_force(opened: DocumentSession) -> None:
    changed(opened, SURVEY, due=date(2024, 5, 1))
    changed(opened, SURVEY, lead=("甲局", "乙局"))
    after = duty(opened, SURVEY)
    assert (after.set_due, after.lead) == (date(2024, 5, 1), ("甲局", "乙局"))


def test_a_value_can_be_as_found_again(opened: DocumentSession) -> None:
    changed(opened, SURVEY, due=date(2024, 5, 1), lead=("甲局",))
    duty_decisions.edit(opened, duty(opened, SURVEY), Correction(as_found=frozenset({"due"})))
    assert opened.undo_text == "改截止日期"
    assert (duty(opened, SURVEY).set_due, duty(opened, SURVEY).lead) == (None, ("甲局",))
    duty_decisions.edit(opened, duty(opened, SURVEY), Correction(as_found=frozenset({"lead"})))
    assert opened.decisions == ()
    opened.undo()
    opened.undo()
    assert duty(opened, SURVEY).set_due == date(2024, 5, 1)


def test_nothing_changed_is_no_step(opened: DocumentSession) -> None:
    duty_decisions.edit(opened, duty(opened, SURVEY), Correction())
    duty_decisions.edit(opened, duty(opened, SURVEY), Correction(as_found=frozenset({"due"})))
    duty_decisions.restore(opened, duty(opened, SURVEY))
    assert opened.undo_text == ""


def test_split_and_merge(opened: DocumentSession) -> None:
    whole = duty(opened, LIST)
    (cut,) = duty_decisions.cuts(whole.text)
    duty_decisions.split(opened, whole, cut)
    assert opened.undo_text == "拆成两条"
    assert texts(opened)[1:3] == ["水务科要于9月底前报送清单，，", "务必要实"]
    duty_decisions.merge(opened, duty(opened, "水务科"))
    assert opened.undo_text == "与下一条合并"
    assert texts(opened) == [SURVEY, LIST, GENERAL]
    assert opened.decisions != ()


def test_duties_of_different_paragraphs_are_not_merged(opened: DocumentSession) -> None:
    assert duty_decisions.next_of(opened, duty(opened, SURVEY)) is None
    duty_decisions.merge(opened, duty(opened, SURVEY))
    assert opened.decisions == ()


def test_restoring_drops_all_that_was_decided_on_a_duty_and_its_parts(opened: DocumentSession) -> None:
    changed(opened, SURVEY, lead=("甲局",))
    changed(opened, LIST, action="报清单")
    duty_decisions.split(opened, duty(opened, LIST), 15)
    changed(opened, "水务科", lead=("乙局",))
    duty_decisions.strike(opened, duty(opened, "务必"))
    duty_decisions.restore(opened, duty(opened, "水务科"))
    assert opened.undo_text == "恢复原样"
    assert texts(opened) == [SURVEY, LIST, GENERAL]
    assert not duty(opened, LIST).decided
    assert duty(opened, SURVEY).lead == ("甲局",)
    opened.undo()
    assert duty(opened, "水务科").lead == ("乙局",)


def test_words_become_a_duty(opened: DocumentSession) -> None:
    duty_decisions.add(opened, Span(7, 2, 12))
    assert opened.undo_text == "列为任务"
    assert opened.report is not None
    added = opened.report.duties[opened.selected_duty]
    assert added.decided
    assert opened.document is not None
    assert added.text == opened.document.text(Span(7, 2, 12)).strip()
    duty_decisions.restore(opened, added)
    assert texts(opened) == [SURVEY, LIST, GENERAL]


def test_what_is_a_duty_already_is_only_selected(qtbot: QtBot, opened: DocumentSession) -> None:
    with qtbot.waitSignal(opened.notice) as notice:
        duty_decisions.add(opened, duty(opened, LIST).span)
    assert notice.args == ["这些文字已经列为任务了。"]
    assert opened.decisions == ()
    assert opened.selected_duty == 1


def test_a_struck_duty_comes_back_as_it_was(opened: DocumentSession) -> None:
    before = duty(opened, SURVEY)
    duty_decisions.strike(opened, before)
    duty_decisions.add(opened, before.span)
    assert opened.decisions == ()
    assert duty(opened, SURVEY) == before


def test_a_general_duty_made_firm_by_hand_stays_one_duty(opened: DocumentSession) -> None:
    span = duty(opened, GENERAL).span
    duty_decisions.add(opened, span)
    assert texts(opened) == [SURVEY, LIST, GENERAL]
    assert len(opened.visible_duties()) == 3
    assert duty_decisions.strikes(opened) == ()
    duty_decisions.strike(opened, duty(opened, GENERAL))
    (struck,) = duty_decisions.strikes(opened)
    duty_decisions.find_again(opened, (struck,))
    assert texts(opened) == [SURVEY, LIST, GENERAL]
    assert len(opened.visible_duties()) == 3


def test_struck_duties_are_counted_and_found_again(opened: DocumentSession) -> None:
    duty_decisions.strike(opened, duty(opened, SURVEY))
    duty_decisions.strike(opened, duty(opened, LIST))
    first, second = duty_decisions.strikes(opened)
    duty_decisions.find_again(opened, (first,))
    assert texts(opened) == [SURVEY, GENERAL]
    assert duty_decisions.strikes(opened) == (second,)
    assert opened.undo_text == "找回任务"


def test_times_follow_their_duties(opened: DocumentSession) -> None:
    def role() -> TimeRole:
        assert opened.report is not None
        return opened.report.times[0].role

    survey = duty(opened, SURVEY)
    duty_decisions.strike(opened, survey)
    assert role() is TimeRole.BACKGROUND
    duty_decisions.add(opened, Span(survey.span.paragraph, survey.span.start, survey.span.end - 1))
    assert role() is TimeRole.DEADLINE
    assert duty(opened, SURVEY[:-1]).times == (0,)


def test_the_selection_stays_with_its_duty(opened: DocumentSession) -> None:
    opened.select_duty(1)
    opened.select_finding(2)
    duty_decisions.strike(opened, duty(opened, SURVEY))
    assert texts(opened)[opened.selected_duty] == LIST
    assert opened.selected_finding == 2
    opened.undo()
    assert texts(opened)[opened.selected_duty] == LIST
    duty_decisions.split(opened, duty(opened, LIST), 15)
    assert texts(opened)[opened.selected_duty].startswith("水务科")


def test_where_the_selected_duty_is_struck_the_next_one_is_chosen(opened: DocumentSession) -> None:
    opened.select_duty(0)
    duty_decisions.strike(opened, duty(opened, SURVEY))
    assert texts(opened)[opened.selected_duty] == LIST
    duty_decisions.strike(opened, duty(opened, LIST))
    assert opened.selected_duty == -1, "the general one is not shown"


def test_another_year_keeps_decisions_and_steps(qtbot: QtBot, opened: DocumentSession) -> None:
    changed(opened, SURVEY, lead=("甲局",))
    opened.set_year(2031)
    qtbot.waitUntil(lambda: opened.phase is Phase.REVIEWED)
    assert duty(opened, SURVEY).lead == ("甲局",)
    opened.undo()
    assert duty(opened, SURVEY).lead == ("街道",)
    assert opened.report is not None
    assert opened.report.dating.year == 2031


def test_decisions_are_there_again_tomorrow(
    qtbot: QtBot, session: DocumentSession, speech: str, tmp_path: Path
) -> None:
    reviewed(qtbot, session, speech)
    duty_decisions.strike(session, duty(session, SURVEY))
    changed(session, LIST, due=date(2024, 10, 1))
    session.close()
    assert session.decisions == ()
    assert session.undo_text == ""
    tomorrow = keeping_session(tmp_path / "kept")
    assert session.wait()
    reviewed(qtbot, tomorrow, speech)
    assert texts(tomorrow) == [LIST, GENERAL]
    assert duty(tomorrow, LIST).set_due == date(2024, 10, 1)
    assert tomorrow.undo_text == ""
    kept = "".join(file.read_text("utf-8") for file in (tmp_path / "kept").rglob("*.json"))
    assert "清单" not in kept
    assert tomorrow.wait()


def test_what_is_being_saved_is_read_when_the_file_is_opened_at_once(
    qtbot: QtBot, session: DocumentSession, speech: str
) -> None:
    reviewed(qtbot, session, speech)
    duty_decisions.strike(session, duty(session, SURVEY))
    session.close()
    session.open(speech)
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    assert texts(session) == [LIST, GENERAL]


def test_another_document_has_its_own_decisions(
    qtbot: QtBot, session: DocumentSession, speech: str, tmp_path: Path
) -> None:
    other = tmp_path / "另一份.txt"
    other.write_text(SPEECH + "完。\n", "utf-8")
    reviewed(qtbot, session, speech)
    duty_decisions.strike(session, duty(session, SURVEY))
    reviewed(qtbot, session, str(other))
    assert texts(session) == [SURVEY, LIST, GENERAL]
    assert session.undo_text == ""


def test_a_failed_save_is_told_and_loses_nothing(qtbot: QtBot, speech: str) -> None:
    session = DocumentSession(read, review, outline, keeper=refusing_keeper())
    reviewed(qtbot, session, speech)
    with qtbot.waitSignal(session.failed) as failed:
        duty_decisions.strike(session, duty(session, SURVEY))
    assert failed.args == ["修改没有保存成功，关闭文稿后会丢失。磁盘已满，请腾出空间。"]
    assert texts(session) == [LIST, GENERAL]
    session.close()
    assert session.wait()


def test_lost_decisions_are_told_once_and_kept(
    qtbot: QtBot, session: DocumentSession, speech: str, tmp_path: Path
) -> None:
    reviewed(qtbot, session, speech)
    duty_decisions.strike(session, duty(session, SURVEY))
    changed(session, LIST, lead=("甲局",))
    before = session.decisions
    session.close()
    assert session.wait()
    Path(speech).write_text("完全不同的讲话\n水务科要于9月底前报送清单，，务必要实。", "utf-8")
    told: list[str] = []
    session.told.connect(told.append)
    reviewed(qtbot, session, speech)
    assert told == ["有 1 处修改在新文稿里找不到原来的位置，已搁置。"]
    assert duty(session, LIST).lead == ("甲局",)
    changed(session, LIST, support=("乙局",))
    session.set_year(2030)
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    assert len(told) == 1
    assert session.wait()
    lost, renewed = store.load(tmp_path / "kept", speech)[:2]
    assert lost == before[0]
    assert isinstance(renewed, EditDuty)
    assert isinstance(before[1], EditDuty)
    assert (renewed.changes, renewed.anchor.paragraph) == (before[1].changes, 1)  # anchored where it stands now


def test_nothing_is_decided_before_the_review(qtbot: QtBot, session: DocumentSession, speech: str) -> None:
    reviewed(qtbot, session, speech)
    strike = StrikeDuty(session.anchor(duty(session, SURVEY).span))
    session.close()
    session.decide(strike)
    session.undo()
    assert session.decisions == ()


@pytest.mark.parametrize("seed", range(12))
def test_any_row_of_decisions_can_be_undone_and_redone(opened: DocumentSession, seed: int) -> None:
    chance = Random(seed)
    assert opened.document is not None
    assert opened.report is not None
    found = opened.report
    for _ in range(25):
        duties = opened.report.duties
        chosen = chance.choice(duties) if duties else None
        deed = chance.choice(["strike", "split", "merge", "edit", "restore", "add", "find"])
        if deed == "add":
            paragraph = chance.randrange(len(opened.document.texts))
            ends = sorted(chance.randrange(len(opened.document.texts[paragraph]) + 1) for _ in range(2))
            duty_decisions.add(opened, Span(paragraph, *ends))
        elif deed == "find":
            duty_decisions.find_again(opened, duty_decisions.strikes(opened)[:1])
        elif chosen is None:
            continue
        elif deed == "split":
            duty_decisions.split(opened, chosen, max(1, len(chosen.span) // 2))
        elif deed == "edit":
            back = frozenset(chance.sample(["due", "action"], chance.randrange(3)))
            duty_decisions.edit(opened, chosen, Correction(DutyChanges(lead=(f"{seed}局",)), back))
        else:
            getattr(duty_decisions, deed)(opened, chosen)
        assert -1 <= opened.selected_duty < len(opened.report.duties)
        assert all(opened.document.text(duty.span) == duty.text for duty in opened.report.duties)
    final = opened.report
    steps = 0
    while opened.undo_text:
        opened.undo()
        steps += 1
    assert steps
    assert opened.decisions == ()
    assert opened.report == found
    while opened.redo_text:
        opened.redo()
    assert opened.report == final
