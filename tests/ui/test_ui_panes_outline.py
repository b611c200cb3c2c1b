import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from ui_panes_material import DUTIES, FINDINGS, OUTLINE, report, session_with

from reviewer.model.document import plain_document
from reviewer.model.finding import Category
from reviewer.model.outline import LabelStyle, Outline, OutlineEntry
from reviewer.model.span import Span
from reviewer.ui.outline_model import OutlineModel, OutlineRole
from reviewer.ui.outline_pane import OutlinePane
from reviewer.ui.session import Phase

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def session(report_session):
    return report_session


@pytest.fixture
def pane(qtbot, session):
    shown = OutlinePane(session)
    qtbot.addWidget(shown)
    shown.resize(280, 400)
    shown.show()
    return shown


def opened(qtbot, session):
    session.open("/somewhere/讲话.txt")
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)


def counts(model, entry, role):
    return [badge.count for badge in model.index_of(entry).data(role)]


@pytest.mark.parametrize("words", ["", "整改", "没有的话"])
def test_the_model_keeps_qts_contract(qtbot, words):
    model = OutlineModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_report(report(), words)
    model.set_counts(range(len(FINDINGS)), range(len(DUTIES)))
    assert tester.model() is model


def test_entries_stand_below_those_that_enclose_them(qtbot):
    model = OutlineModel()
    model.set_report(report())
    tops = [model.index(row, 0).data() for row in range(model.rowCount())]
    below = [model.index(row, 0, model.index(0, 0)).data() for row in range(model.rowCount(model.index(0, 0)))]
    assert tops == ["一、加强学习", "二、严明纪律"]
    assert below == ["（一）办好讲堂", "（三）抓好整改"]
    assert model.parent(model.index(1, 0, model.index(0, 0))) == model.index(0, 0)


def test_counts_stand_where_the_finding_stands_and_roll_up(qtbot):
    model = OutlineModel()
    model.set_report(report())
    model.set_counts(range(len(FINDINGS)), range(len(DUTIES)))
    assert counts(model, 0, OutlineRole.OWN_BADGES) == [0, 0]
    assert counts(model, 0, OutlineRole.ALL_BADGES) == [4, 4]
    assert counts(model, 2, OutlineRole.OWN_BADGES) == [4, 2]
    assert [badge.count for badge in model.totals] == [len(FINDINGS), len(DUTIES)]
    assert "4 处问题" in model.index_of(0).data(Qt.ItemDataRole.ToolTipRole)


def test_a_faulty_number_is_marked_and_told(qtbot):
    model = OutlineModel()
    model.set_report(report())
    model.set_counts(range(len(FINDINGS)), ())
    assert [model.index_of(i).data(OutlineRole.FAULTS) for i in range(4)] == [(), (), FINDINGS[:1], ()]
    assert "（一）后面缺（二）。" in model.index_of(2).data(Qt.ItemDataRole.ToolTipRole)


def test_badges_follow_the_filters(qtbot, pane, session):
    opened(qtbot, session)
    assert counts(pane.model, 2, OutlineRole.OWN_BADGES) == [4, 1]
    session.set_hidden_categories(frozenset({Category.PUNCTUATION}))
    session.set_show_general_duties(True)
    assert counts(pane.model, 2, OutlineRole.OWN_BADGES) == [2, 2]


@pytest.mark.parametrize(
    ("paragraph", "offset", "heading"),
    [(2, 1, "一、加强学习"), (4, 20, "（三）抓好整改"), (7, 9, "二、严明纪律"), (1, 0, None)],
)
def test_the_tree_follows_the_cursor(qtbot, pane, session, paragraph, offset, heading):
    opened(qtbot, session)
    session.move_cursor(paragraph, offset)
    assert pane.tree.followed.data() == heading


def test_a_closed_branch_is_highlighted_in_place_of_what_it_hides(qtbot, pane, session):
    opened(qtbot, session)
    session.move_cursor(4, 20)
    pane.show_level(1)
    assert pane.tree.followed.data() == "一、加强学习"
    assert not pane.tree.isExpanded(pane.model.index_of(0))
    pane.show_level(4)
    assert pane.tree.followed.data() == "（三）抓好整改"


def test_following_asks_for_no_place(qtbot, pane, session):
    opened(qtbot, session)
    with qtbot.assertNotEmitted(session.place_requested):
        session.move_cursor(4, 20)
        pane.show_level(1)


def test_a_click_goes_there(qtbot, pane, session):
    opened(qtbot, session)
    where = pane.tree.visualRect(pane.model.index_of(2)).center()
    with qtbot.waitSignal(session.place_requested) as asked:
        qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked.args == [OUTLINE.entries[2].span]


def test_enter_goes_there(qtbot, pane, session):
    opened(qtbot, session)
    pane.tree.setCurrentIndex(pane.model.index_of(3))
    with qtbot.waitSignal(session.place_requested) as asked:
        qtbot.keyClick(pane.tree, Qt.Key.Key_Return)
    assert asked.args == [OUTLINE.entries[3].span]


def test_the_title_stands_above_with_the_counts_of_all_and_leads_to_the_top(qtbot, pane, session):
    opened(qtbot, session)
    assert pane.title.text() == "在工作会议上的讲话"
    with qtbot.waitSignal(session.place_requested) as asked:
        qtbot.mouseClick(pane.title, Qt.MouseButton.LeftButton)
    assert asked.args == [OUTLINE.title_spans[0]]


def test_without_a_title_the_file_is_named(qtbot):
    session = session_with(report(outline=Outline(OUTLINE.entries)))
    pane = OutlinePane(session)
    qtbot.addWidget(pane)
    opened(qtbot, session)
    assert pane.title.text() == "讲话.txt"
    with qtbot.assertNotEmitted(session.place_requested):
        pane.title.click()


def test_searching_keeps_what_matches_and_what_encloses_it(qtbot, pane, session):
    opened(qtbot, session)
    pane.show_level(1)
    pane.search.setText("整改")
    assert pane.model.rowCount() == 1
    assert pane.tree.isExpanded(pane.model.index_of(0))
    assert not pane.model.index_of(1).isValid()
    pane.search.setText("没有的话")
    assert pane.words == "没有含“没有的话”的标题。"
    qtbot.keyClick(pane.search, Qt.Key.Key_Escape)
    assert pane.model.rowCount() == 2
    assert not pane.tree.isExpanded(pane.model.index_of(0)), "the level chosen before comes back"
    assert pane.words == ""


def test_levels_open_by_level_not_by_depth(qtbot):
    entries = (
        OutlineEntry(2, "（一）", 1, "甲", Span(0, 0, 4), LabelStyle.HAN_BRACKET, None),
        OutlineEntry(3, "1.", 1, "乙", Span(1, 0, 3), LabelStyle.ARABIC, 0),
    )
    session = session_with(report(outline=Outline(entries), findings=(), duties=()))
    pane = OutlinePane(session)
    qtbot.addWidget(pane)
    opened(qtbot, session)
    expanded = []
    for action in pane.levels.menu().actions():
        action.trigger()
        expanded.append(pane.tree.isExpanded(pane.model.index_of(0)))
    assert expanded == [False, False, True, True]


@pytest.mark.parametrize(("outline", "words"), [(Outline(), "文中没有发现标题层次。"), (OUTLINE, "")])
def test_a_document_without_headings_says_so(qtbot, outline, words):
    session = session_with(report(outline=outline))
    pane = OutlinePane(session)
    qtbot.addWidget(pane)
    assert pane.words == "打开文稿后，这里显示它的标题层次。"
    opened(qtbot, session)
    assert pane.words == words


def test_closing_empties_the_tree(qtbot, pane, session):
    opened(qtbot, session)
    session.close()
    assert pane.model.rowCount(QModelIndex()) == 0
    assert pane.title.isHidden()


def _long_report(tops, points):
    """A made-up report with so many headings, each with so many points below it."""
    lines, entries = [], []
    for _ in range(tops):
        parent = len(entries)
        for level, style in ((1, LabelStyle.HAN), *[(2, LabelStyle.HAN_BRACKET)] * points):
            entries.append(
                OutlineEntry(
                    *(level, "一、", 1, "工作", Span(len(lines), 0, 4), style), parent=None if level == 1 else parent
                )
            )
            lines.append("一、工作")
    document = plain_document("\n".join(lines), "/somewhere/讲话.txt")
    return report(document=document, outline=Outline(tuple(entries)), findings=(), duties=(), times=())


@pytest.mark.parametrize(("points", "open_at_first"), [(4, True), (9, False)])
def test_a_very_long_outline_is_opened_only_as_far_as_it_is_an_overview(qtbot, points, open_at_first):
    session = session_with(_long_report(60, points))
    pane = OutlinePane(session)
    qtbot.addWidget(pane)
    opened(qtbot, session)
    assert pane.tree.isExpanded(pane.model.index(0, 0)) is open_at_first
    pane.show_level(2)
    assert pane.tree.isExpanded(pane.model.index(59, 0))
    session.wait()


def test_another_document_begins_before_the_first_heading(qtbot, pane, session):
    opened(qtbot, session)
    session.move_cursor(5, 3)
    assert pane.tree.followed.isValid()
    session.close()
    opened(qtbot, session)
    assert not pane.tree.followed.isValid()
