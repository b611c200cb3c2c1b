from pathlib import Path

from pytestqt.qtbot import QtBot
from ui_core_material import Gate, come_to_rest, outline, read, review

from reviewer.errors import MissingFileError
from reviewer.model.document import Document
from reviewer.model.finding import Category
from reviewer.model.report import Report, ReviewOptions
from reviewer.ui.session import Change, DocumentSession, MarkKind, Phase


def test_document_comes_before_the_report(qtbot: QtBot, speech: str) -> None:
    gate = Gate()
    session = DocumentSession(read, gate.before(review), outline)
    seen: list[tuple[Phase, Change]] = []
    session.changed.connect(lambda change: seen.append((session.phase, change)))
    session.open(speech)
    assert session.phase is Phase.LOADING
    assert [one.path for one in session.being_read] == [speech]
    qtbot.waitUntil(lambda: session.phase is Phase.READING)
    assert session.document is not None
    assert session.outline is not None
    assert session.outline.title == "在全区河道整治推进会上的讲话"
    assert session.report is None
    assert session.visible_findings() == ()
    gate.open()
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    assert session.report is not None
    assert [phase for phase, _ in seen] == [Phase.LOADING, Phase.READING, Phase.REVIEWED]
    assert seen[1][1].document
    assert seen[2][1].report


def test_missing_file_is_told_plainly(qtbot: QtBot, session: DocumentSession, tmp_path: Path) -> None:
    session.open(str(tmp_path / "没有.txt"))
    qtbot.waitUntil(lambda: session.phase is Phase.FAILED)
    assert isinstance(session.error, MissingFileError)
    assert session.document is None


def test_failure_keeps_what_was_open(qtbot: QtBot, opened: DocumentSession, tmp_path: Path) -> None:
    report, path = opened.report, opened.path
    opened.open(str(tmp_path / "没有.txt"))
    qtbot.waitUntil(lambda: opened.error is not None)
    assert opened.phase is Phase.REVIEWED
    assert (opened.report, opened.path) == (report, path)
    assert opened.being_read == ()


def test_failure_while_the_review_runs_starts_it_again(qtbot: QtBot, speech: str, tmp_path: Path) -> None:
    gate = Gate()
    session = DocumentSession(read, gate.before(review), outline)
    session.open(speech)
    qtbot.waitUntil(lambda: session.phase is Phase.READING)
    session.open(str(tmp_path / "没有.txt"))
    qtbot.waitUntil(lambda: session.error is not None)
    gate.open()
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    assert session.path == speech


def test_a_slow_file_does_not_push_aside_what_was_opened_after_it(qtbot: QtBot, speech: str, tmp_path: Path) -> None:
    other = tmp_path / "另一份.txt"
    other.write_text("另一份讲话\n正文。", "utf-8")
    gate = Gate()

    def slow_read(path: str) -> Document:
        return gate.before(read)(path) if path == speech else read(path)

    session = DocumentSession(slow_read, review, outline)
    session.open(speech)
    session.open(str(other))
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    gate.open()
    qtbot.waitUntil(lambda: [one.phase for one in session.documents] == [Phase.REVIEWED] * 2)
    assert session.path == str(other)
    assert session.document is not None
    assert session.document.texts[0] == "另一份讲话"


def test_results_for_a_closed_document_are_dropped(qtbot: QtBot, speech: str) -> None:
    gate = Gate()
    session = DocumentSession(read, gate.before(review), outline)
    session.open(speech)
    qtbot.waitUntil(lambda: session.phase is Phase.READING)
    closed = session.current
    session.close()
    gate.open()
    come_to_rest(session)
    assert closed.report is None
    assert session.phase is Phase.EMPTY


def test_unforeseen_failure_of_the_review_is_told_plainly(qtbot: QtBot, speech: str) -> None:
    def broken(document: Document, options: ReviewOptions) -> Report:
        raise ValueError(document.texts[0])

    session = DocumentSession(read, broken, outline)
    session.open(speech)
    qtbot.waitUntil(lambda: session.phase is Phase.FAILED)
    assert session.error is not None
    assert "讲话" not in session.error.sentence
    assert session.document is not None


def test_year_is_taken_and_forgotten_with_the_document(qtbot: QtBot, opened: DocumentSession, speech: str) -> None:
    opened.set_year(2031)
    assert opened.phase is Phase.READING
    qtbot.waitUntil(lambda: opened.phase is Phase.REVIEWED)
    assert opened.report is not None
    assert {time.due.year for time in opened.report.times if time.due} == {2031}
    opened.close()
    opened.open(speech)
    qtbot.waitUntil(lambda: opened.phase is Phase.REVIEWED)
    assert opened.options.year is None


def test_filters(opened: DocumentSession) -> None:
    changes: list[Change] = []
    opened.changed.connect(changes.append)
    assert opened.report is not None
    everything = len(opened.report.findings)
    assert len(opened.visible_findings()) == everything - 1
    opened.set_show_info(True)
    assert len(opened.visible_findings()) == everything
    opened.set_hidden_categories(frozenset({Category.ADVERT, Category.SPACING}))
    categories = [opened.report.findings[i].category for i in opened.visible_findings()]
    assert categories == [Category.PLACEHOLDER, Category.PUNCTUATION]
    firm = len(opened.visible_duties())
    opened.set_show_general_duties(True)
    assert len(opened.visible_duties()) == firm + 1
    opened.set_kinds_shown(frozenset({MarkKind.DUTIES}))
    assert changes == [Change(filters=True)] * 4
    opened.set_show_info(True)
    assert len(changes) == 4


def test_steps_go_round_from_the_cursor(opened: DocumentSession) -> None:
    chosen: list[int] = []
    notices: list[str] = []
    opened.finding_selected.connect(chosen.append)
    opened.notice.connect(notices.append)
    report = opened.report
    assert report is not None

    def step(forward: bool) -> None:
        (opened.next_finding if forward else opened.previous_finding)()
        span = report.findings[opened.selected_finding].span
        opened.move_cursor(span.paragraph, span.start)

    for _ in range(4):
        step(forward=True)
    assert chosen == [0, 1, 2, 0]
    assert notices == ["已到文末，从头再找。"]
    step(forward=False)
    assert chosen[-1] == 2
    assert notices[-1] == "已到文首，从末尾再找。"
    opened.move_cursor(5, 3)
    step(forward=True)
    assert chosen[-1] == 1
    opened.move_cursor(5, 3)
    step(forward=False)
    assert chosen[-1] == 0


def test_a_finding_right_at_the_cursor_comes_first(opened: DocumentSession) -> None:
    assert opened.report is not None
    span = opened.report.findings[1].span
    opened.move_cursor(span.paragraph, span.start)
    opened.next_finding()
    assert opened.selected_finding == 1


def test_nothing_to_step_to(qtbot: QtBot, session: DocumentSession, opened: DocumentSession) -> None:
    opened.set_hidden_categories(frozenset(Category))
    with qtbot.waitSignal(opened.notice) as notice:
        opened.next_finding()
    assert notice.args == ["没有要看的问题。"]


def test_selection_outside_the_report_is_refused(opened: DocumentSession) -> None:
    opened.select_finding(999)
    opened.select_duty(-2)
    assert (opened.selected_finding, opened.selected_duty) == (-1, -1)


def test_close_forgets_everything(qtbot: QtBot, opened: DocumentSession) -> None:
    opened.select_finding(1)
    opened.close()
    assert opened.phase is Phase.EMPTY
    assert (opened.document, opened.report, opened.path, opened.outline) == (None, None, None, None)
    assert opened.selected_finding == -1
    with qtbot.waitSignal(opened.notice) as notice:
        opened.next_finding()
    assert notice.args == ["还没有审阅结果。"]


def test_closed_while_reading(qtbot: QtBot, speech: str) -> None:
    gate = Gate()
    session = DocumentSession(gate.before(read), review, outline)
    session.open(speech)
    session.close()
    gate.open()
    come_to_rest(session)
    assert session.phase is Phase.EMPTY
