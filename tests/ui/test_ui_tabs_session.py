"""Several documents in one session: each keeps what is its own, and one is shown."""

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from ui_core_material import Gate, come_to_rest, outline, read, review
from ui_decisions_material import LIST, SURVEY, duty, keeping_session, texts

from reviewer.model.document import Document
from reviewer.model.report import Report, ReviewOptions
from reviewer.ui import duty_decisions
from reviewer.ui.session import Change, DocumentSession, Phase


@pytest.fixture
def session(kept_session: DocumentSession) -> DocumentSession:
    return kept_session


def reviewed(qtbot: QtBot, session: DocumentSession) -> None:
    qtbot.waitUntil(lambda: all(one.phase is Phase.REVIEWED for one in session.documents))


def names(session: DocumentSession) -> list[str]:
    return [one.name for one in session.documents]


def open_all(qtbot: QtBot, session: DocumentSession, paths: list[str]) -> None:
    session.open_all(paths)
    reviewed(qtbot, session)


def test_all_are_opened_and_the_first_is_shown(qtbot: QtBot, session: DocumentSession, paths: list[str]) -> None:
    open_all(qtbot, session, paths)
    assert names(session) == ["甲.txt", "乙.txt", "丙.txt"]
    assert session.current is session.documents[0]
    assert session.report is not None
    assert session.report.document.texts[0].startswith("在甲区")


def test_another_document_comes_as_one_change(qtbot: QtBot, session: DocumentSession, paths: list[str]) -> None:
    open_all(qtbot, session, paths)
    changes: list[Change] = []
    session.changed.connect(changes.append)
    session.show(session.documents[1])
    assert changes == [Change(document=True, report=True, phase=True, options=True)]
    assert session.document is not None
    assert session.document.texts[0].startswith("在乙区")


def test_each_keeps_its_choice_its_place_and_its_year(qtbot: QtBot, session: DocumentSession, paths: list[str]) -> None:
    open_all(qtbot, session, paths[:2])
    first, second = session.documents
    session.set_year(2031)
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    session.select_finding(2)
    session.move_cursor(5, 3)
    session.scroll(4, 0)
    session.show(second)
    assert (session.selected_finding, session.cursor, session.options.year) == (-1, (0, 0), None)
    session.show(first)
    assert (session.selected_finding, session.cursor, session.options.year) == (2, (5, 3), 2031)
    assert session.current.top == (4, 0)


def test_each_has_its_own_decisions_and_steps(qtbot: QtBot, session: DocumentSession, paths: list[str]) -> None:
    open_all(qtbot, session, paths[:2])
    first, second = session.documents
    duty_decisions.strike(session, duty(session, SURVEY))
    session.show(second)
    assert session.undo_text == ""
    assert texts(session)[0] == SURVEY
    duty_decisions.strike(session, duty(session, LIST))
    session.show(first)
    assert session.undo_text == "删去任务"
    session.undo()
    assert texts(session)[:2] == [SURVEY, LIST]
    session.show(second)
    assert LIST not in texts(session)


def test_decisions_of_each_are_kept(qtbot: QtBot, session: DocumentSession, paths: list[str], tmp_path: Path) -> None:
    open_all(qtbot, session, paths[:2])
    duty_decisions.strike(session, duty(session, SURVEY))
    session.show_next()
    duty_decisions.strike(session, duty(session, LIST))
    session.close_all()
    assert session.wait()
    again = keeping_session(tmp_path / "kept")
    open_all(qtbot, again, paths[:2])
    assert SURVEY not in texts(again)
    again.show_next()
    assert LIST not in texts(again)
    assert SURVEY in texts(again)
    again.close_all()


def test_an_open_file_is_not_opened_twice(qtbot: QtBot, session: DocumentSession, paths: list[str]) -> None:
    open_all(qtbot, session, paths)
    session.show(session.documents[2])
    session.open_all([paths[1], paths[1]])
    assert names(session) == ["甲.txt", "乙.txt", "丙.txt"]
    assert session.path == paths[1]


def test_steps_go_round_the_tabs(qtbot: QtBot, session: DocumentSession, paths: list[str]) -> None:
    open_all(qtbot, session, paths)
    seen = []
    for steps in (1, 1, 1, -1, -1):
        session.show_next(steps)
        seen.append(session.current.name)
    assert seen == ["乙.txt", "丙.txt", "甲.txt", "丙.txt", "乙.txt"]


def test_after_closing_the_neighbour_is_shown(qtbot: QtBot, session: DocumentSession, paths: list[str]) -> None:
    open_all(qtbot, session, paths)
    session.show_next()
    session.close()
    assert session.current.name == "丙.txt"
    session.close()
    assert session.current.name == "甲.txt"
    session.close()
    assert session.phase is Phase.EMPTY
    assert session.document is None


def test_closing_another_leaves_what_is_shown(qtbot: QtBot, session: DocumentSession, paths: list[str]) -> None:
    open_all(qtbot, session, paths)
    changes: list[Change] = []
    session.changed.connect(changes.append)
    session.close(session.documents[1])
    assert names(session) == ["甲.txt", "丙.txt"]
    assert not any(change.document for change in changes)


def test_a_tab_moves(qtbot: QtBot, session: DocumentSession, paths: list[str]) -> None:
    open_all(qtbot, session, paths)
    session.move(session.documents[0], 2)
    assert names(session) == ["乙.txt", "丙.txt", "甲.txt"]
    assert session.current.name == "甲.txt"


def test_a_review_ends_in_its_own_document(qtbot: QtBot, paths: list[str]) -> None:
    gate = Gate()

    def slow(document: Document, options: ReviewOptions) -> Report:
        return gate.before(review)(document, options) if document.path == paths[0] else review(document, options)

    session = DocumentSession(read, slow, outline)
    session.open_all(paths[:2])
    first, second = session.documents
    qtbot.waitUntil(lambda: second.phase is Phase.REVIEWED and first.document is not None)
    session.show(second)
    gate.open()
    qtbot.waitUntil(lambda: first.phase is Phase.REVIEWED)
    assert session.current is second
    assert first.report is not None
    assert first.report.document.texts[0].startswith("在甲区")
    session.show(first)
    assert session.report is first.report
    session.close_all()
    assert session.wait()


def test_files_that_cannot_be_read_are_told_together(
    qtbot: QtBot, session: DocumentSession, paths: list[str], tmp_path: Path
) -> None:
    missing = [str(tmp_path / "没有.txt"), str(tmp_path / "也没有.txt")]
    with qtbot.waitSignal(session.refused) as refused:
        session.open_all([missing[0], *paths, missing[1]])
    assert sorted(one.name for one in refused.args[0]) == ["也没有.txt", "没有.txt"]
    reviewed(qtbot, session)
    assert names(session) == ["甲.txt", "乙.txt", "丙.txt"]
    assert session.current in session.documents


def test_what_was_being_read_for_is_cancelled_by_closing(
    qtbot: QtBot, session: DocumentSession, paths: list[str]
) -> None:
    open_all(qtbot, session, paths[:1])
    session.open(paths[1])
    (loading,) = session.being_read
    session.close(loading)
    come_to_rest(session)
    assert names(session) == ["甲.txt"]
    assert session.current.name == "甲.txt"


def test_a_hidden_document_that_changed_tells_when_it_is_shown(
    qtbot: QtBot, session: DocumentSession, paths: list[str]
) -> None:
    open_all(qtbot, session, paths[:2])
    second = session.documents[1]
    told: list[str] = []
    session.told.connect(told.append)
    text = Path(paths[1]).read_text("utf-8").replace("共同", "一起").replace("一、认清", "新的一段。\n一、认清")
    Path(paths[1]).write_text(text, "utf-8")
    os.utime(paths[1], (1_800_000_000, 1_800_000_000))
    session.check_files()
    qtbot.waitUntil(lambda: second.document is not None and "新的一段。" in second.document.texts)
    assert told == []
    session.show(second)
    assert len(told) == 1
    assert "文件已在别处修改" in told[0]
    session.show_next()
    session.show(second)
    assert len(told) == 1


def test_filters_are_the_same_for_all(qtbot: QtBot, session: DocumentSession, paths: list[str]) -> None:
    open_all(qtbot, session, paths[:2])
    second = session.documents[1]
    before = session.open_findings(second)
    session.set_show_info(True)
    assert session.open_findings(second) == before + 1
    session.show(second)
    assert len(session.visible_findings()) == before + 1


def test_reviewing_again_is_for_all(qtbot: QtBot, session: DocumentSession, paths: list[str]) -> None:
    open_all(qtbot, session, paths[:2])
    before = [one.report for one in session.documents]
    session.review_again()
    assert [one.phase for one in session.documents] == [Phase.READING] * 2
    reviewed(qtbot, session)
    assert all(new.report is not old for new, old in zip(session.documents, before, strict=True))
