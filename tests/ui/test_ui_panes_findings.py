from itertools import pairwise

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from ui_panes_material import FINDINGS, report, session_with

from reviewer.errors import DamagedError
from reviewer.model.document import plain_document
from reviewer.model.finding import Category, Finding, Severity
from reviewer.model.span import Span
from reviewer.ui import theme
from reviewer.ui.finding_explained import explanation
from reviewer.ui.finding_words import suggestion_words
from reviewer.ui.findings_model import FindingsModel, FindingsRole, Grouping, quotation, rule_name
from reviewer.ui.findings_pane import FindingsPane
from reviewer.ui.session import DocumentSession, Phase

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

SHOWN = (0, 1, 2, 3, 4)
"""What is visible at first: all but the last, which is only worth a look."""


@pytest.fixture
def session(report_session):
    return report_session


@pytest.fixture
def pane(show_pane):
    return show_pane(FindingsPane, 360, 600)


def cards(model):
    return [i for row in range(model.rowCount()) if (i := model.finding_at(model.index(row))) >= 0]


def headers(model):
    rows = (model.index(row) for row in range(model.rowCount()))
    return [
        (index.data(FindingsRole.HEADER), index.data(FindingsRole.COUNT))
        for index in rows
        if model.finding_at(index) < 0
    ]


@pytest.mark.parametrize("grouping", Grouping)
def test_the_model_keeps_qts_contract(qtbot, grouping):
    model = FindingsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for words in ("", "句号", "没有的话"):
        model.show(report(), (), SHOWN, grouping, words)
    model.show(None, (), (), grouping)
    assert tester.model() is model


def test_cards_are_grouped_by_category_below_a_header_with_a_count(qtbot, pane):
    assert cards(pane.model) == [1, 0, 2, 3, 4]
    assert headers(pane.model) == [
        ("占位", 1),
        ("序号", 1),
        ("标点", 2),
        ("空格", 1),
    ]
    assert pane.model.index(0).flags() == Qt.ItemFlag.NoItemFlags, "headers are passed over"


def test_cards_can_stand_in_reading_order(qtbot, pane):
    pane.grouping.setCurrentIndex(pane.grouping.findData(Grouping.READING))
    assert cards(pane.model) == list(SHOWN)
    assert headers(pane.model) == []


def test_a_card_knows_its_sentence_and_its_place(qtbot, pane):
    index = pane.model.index_of(3)
    quoted = index.data(FindingsRole.QUOTATION)
    assert (quoted.before, quoted.marked, quoted.after) == ("各科室要高度重视,认真整改", "。。", "")
    assert index.data(FindingsRole.PLACE) == "第5段"
    assert index.data() == "必改，标点：。。。句号重复。"


@pytest.mark.parametrize(
    ("text", "start", "end", "before", "after"),
    [
        ("甲。  乙丙丁；戊", 5, 6, "乙", "丁；"),
        ("甲乙", 0, 1, "", "乙"),
        ("𠮷😀乙！", 2, 3, "𠮷😀", "！"),
        ("前" * 200 + "错" + "后" * 200, 200, 201, "前" * 80, "后" * 80),
    ],
)
def test_quotations_end_with_the_sentence_or_at_some_distance(text, start, end, before, after):
    quoted = quotation(plain_document(text), Span(0, start, end))
    assert (quoted.before, quoted.marked, quoted.after) == (before, text[start:end], after)


def test_a_rule_that_is_no_more_goes_by_its_category():
    assert rule_name(FINDINGS[1]) == "占位"


def test_a_known_rule_goes_by_its_name_and_explains_itself():
    from reviewer.rules.registry import RULES

    rule = RULES[0]
    finding = Finding(rule.id, rule.category, rule.severity, Span(4, 8, 10), "**", "星号。")
    assert rule_name(finding) == rule.name
    html = explanation(report(findings=(finding,)), finding)
    assert rule.why[:10] in html
    assert rule.instead[:10] in html


def test_the_text_filter_looks_at_message_rule_and_sentence(qtbot, pane):
    for words, found in (("句号", [3]), ("占位", [1]), ("高度重视", [2, 3]), ("", [1, 0, 2, 3, 4])):
        pane.search.setText(words)
        assert cards(pane.model) == found
    pane.search.setText("没有的话")
    assert pane.words == "没有含“没有的话”的问题。"


def test_the_list_is_described_by_its_counts(qtbot, pane, session):
    assert pane.list.accessibleDescription() == "5 处：必改 3，建议改 2"
    session.set_show_info(True)
    assert pane.list.accessibleDescription() == "6 处：必改 3，建议改 2，提示 1"


def test_hints_are_shown_by_choice(qtbot, pane, session):
    assert pane.info.text() == "显示提示（1）"
    qtbot.mouseClick(pane.info, Qt.MouseButton.LeftButton, pos=pane.info.rect().center() / 4)
    assert session.show_info
    assert cards(pane.model) == [1, 0, 2, 3, 4, 5]
    session.set_show_info(False)
    assert not pane.info.isChecked()


def test_choosing_a_card_selects_the_finding_once(qtbot, pane, session):
    said = []
    session.finding_selected.connect(said.append)
    pane.list.setCurrentIndex(pane.model.index_of(2))
    assert (session.selected_finding, said) == (2, [2])


def test_a_selected_finding_is_chosen_in_the_list_without_an_echo(qtbot, pane, session):
    said = []
    session.finding_selected.connect(said.append)
    session.select_finding(4)
    assert pane.model.finding_at(pane.list.currentIndex()) == 4
    assert [pane.model.finding_at(i) for i in pane.list.selectedIndexes()] == [4]
    assert said == [4]
    session.select_finding(-1)
    assert pane.list.selectedIndexes() == []
    assert said == [4, -1]


def test_the_list_scrolls_to_the_selected_finding_and_keeps_it_in_sight(qtbot, session):
    many = tuple(Finding("none", Category.TYPO, Severity.ERROR, Span(3, 0, 1), "（", f"第{n}处。") for n in range(300))
    session = session_with(report(findings=many))
    pane = FindingsPane(session)
    qtbot.addWidget(pane)
    pane.resize(360, 500)
    pane.show()
    session.open("x")
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    session.select_finding(250)
    qtbot.waitUntil(pane.panel.isVisible)
    pane.resize(360, 420)
    shown = pane.list.visualRect(pane.model.index_of(250))
    qtbot.waitUntil(lambda: pane.list.viewport().rect().contains(shown) or _inside(pane))


def _inside(pane):
    return pane.list.viewport().rect().contains(pane.list.visualRect(pane.list.currentIndex()))


def test_the_selection_survives_a_filter(qtbot, pane, session):
    session.select_finding(3)
    session.set_hidden_categories(frozenset({Category.PLACEHOLDER}))
    assert [pane.model.finding_at(i) for i in pane.list.selectedIndexes()] == [3]
    session.set_hidden_categories(frozenset({Category.PUNCTUATION}))
    assert pane.list.selectedIndexes() == []
    assert session.selected_finding == 3


def test_tabbing_into_the_list_moves_nothing(qtbot, pane, session):
    with qtbot.assertNotEmitted(session.finding_selected):
        pane.list.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    assert session.selected_finding >= 0


def test_a_double_click_goes_to_the_place(qtbot, pane, session):
    with qtbot.waitSignal(session.place_requested) as asked:
        pane.list.doubleClicked.emit(pane.model.index_of(2))
    assert asked.args == [FINDINGS[2].span]


def test_the_buttons_step_through_the_findings(qtbot, pane, session):
    pane.next.click()
    first = session.selected_finding
    session.move_cursor(FINDINGS[first].span.paragraph, FINDINGS[first].span.start)
    pane.next.click()
    assert (first, session.selected_finding) == (0, 1)
    session.move_cursor(FINDINGS[1].span.paragraph, FINDINGS[1].span.start)
    pane.previous.click()
    assert session.selected_finding == 0


def test_the_detail_tells_message_and_suggestions(qtbot, pane, session):
    assert pane.panel.isHidden()
    session.select_finding(2)
    told = pane.panel.detail.toPlainText()
    assert "半角逗号。" in told
    assert "高度重视,，认真整改" in told
    assert pane.panel.accept.text() == "采纳“，”"
    assert not pane.panel.isHidden()
    session.select_finding(4)
    assert pane.panel.accept.text() == "采纳：删去"
    session.select_finding(-1)
    assert pane.panel.isHidden()


def test_related_places_are_links(qtbot, pane, session):
    session.select_finding(0)
    with qtbot.waitSignal(session.place_requested) as asked:
        pane.panel.detail.anchorClicked.emit(QUrl("place:0"))
    assert asked.args == [FINDINGS[0].related[0]]


def test_text_of_the_document_is_never_taken_for_html():
    finding = Finding("none", Category.TYPO, Severity.ERROR, Span(0, 0, 3), "<b>", "<i>", ("<u>",), (Span(0, 0, 3),))
    html = explanation(report(document=plain_document("<b>&"), findings=(finding,)), finding)
    assert not {"<i>", "<u>", "<b>&"} & set(html.split("'"))
    assert "&lt;b&gt;" in html
    assert "&lt;i&gt;" in html
    assert "&lt;u&gt;" in html


def test_a_suggested_blank_is_named():
    assert suggestion_words(" ") == "（一个空格）"
    assert suggestion_words("一") == "一"


@pytest.mark.parametrize(
    ("findings", "hidden", "words"),
    [
        ((), frozenset(), "没有发现问题。"),
        (FINDINGS[-1:], frozenset(), "没有发现问题。"),
        (FINDINGS, frozenset(Category), "查出的问题都被筛掉了，点上面的类别可以重新显示。"),
        (FINDINGS, frozenset(), ""),
    ],
)
def test_an_empty_list_says_why(qtbot, findings, hidden, words):
    session = session_with(report(findings=findings))
    pane = FindingsPane(session)
    qtbot.addWidget(pane)
    assert pane.words == "打开文稿后，这里列出要改的地方。"
    session.set_hidden_categories(hidden)
    session.open("x")
    assert pane.words == "正在审阅…"
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    assert pane.words == words
    assert pane.next.isEnabled() == (not words)


def test_a_failure_is_said_in_its_own_words(qtbot):
    def fail(path):
        raise DamagedError("这个文件已损坏。", "请重新发一份。")

    session = DocumentSession(reader=fail)
    pane = FindingsPane(session)
    qtbot.addWidget(pane)
    session.open("x")
    qtbot.waitUntil(lambda: session.phase is Phase.FAILED)
    assert pane.words == "这个文件已损坏。请重新发一份。"


def test_a_new_theme_repaints_the_detail(qtbot, pane, session):
    session.select_finding(2)
    application = QApplication.instance()
    try:
        dark = theme.apply(application, theme.ThemeChoice.DARK)
        qtbot.waitUntil(lambda: dark.warning in pane.panel.detail.toHtml())
    finally:
        light = theme.apply(application, theme.ThemeChoice.LIGHT)
    qtbot.waitUntil(lambda: light.warning in pane.panel.detail.toHtml())


def test_cards_are_painted_in_both_themes(qtbot, pane, session):
    application = QApplication.instance()
    pictures = []
    try:
        for choice in (theme.ThemeChoice.DARK, theme.ThemeChoice.LIGHT):
            theme.apply(application, choice)
            pictures.append(pane.list.viewport().grab().toImage())
    finally:
        theme.apply(application, theme.ThemeChoice.LIGHT)
    for picture in pictures:
        rows = range(0, min(picture.height(), 120), 4)
        assert len({picture.pixel(x, y) for x in range(20, min(picture.width(), 320)) for y in rows}) > 5
    assert pictures[0] != pictures[1]


def test_tab_goes_from_the_top_to_the_bottom(qtbot, pane):
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    order = [pane.search, pane.grouping, pane.decided, pane.info, pane.previous, pane.next, pane.list]
    order[0].setFocus()
    for here, following in pairwise(order):
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        assert following.hasFocus(), following.accessibleName()


@pytest.fixture
def long_pane(show_pane):
    """A pane with more findings than are laid out at once."""
    lines = ["讲话", *(f"第{number}句。。" for number in range(900))]
    findings = tuple(
        Finding(
            "none", Category.PUNCTUATION, Severity.ERROR, Span(n, len(lines[n]) - 2, len(lines[n])), "。。", "重复。"
        )
        for n in range(1, len(lines))
    )
    document = plain_document("\n".join(lines), "/somewhere/讲话.txt")
    session = session_with(report(document=document, findings=findings))
    yield show_pane(FindingsPane, 360, 600, session)
    session.wait()


def in_sight(pane, finding):
    return pane.list.viewport().rect().contains(pane.list.visualRect(pane.model.index_of(finding)).center())


@pytest.mark.parametrize("finding", [899, 450, 0])
def test_a_far_card_is_scrolled_to_once_it_is_laid_out(qtbot, long_pane, finding):
    long_pane.session.select_finding(finding)
    qtbot.waitUntil(lambda: in_sight(long_pane, finding))


def test_another_document_begins_at_the_first_card(qtbot, long_pane):
    session = long_pane.session
    session.select_finding(600)
    qtbot.waitUntil(lambda: in_sight(long_pane, 600))
    session.open("/somewhere/别的.txt")
    qtbot.waitUntil(lambda: session.phase is Phase.REVIEWED)
    qtbot.waitUntil(lambda: in_sight(long_pane, 0))
