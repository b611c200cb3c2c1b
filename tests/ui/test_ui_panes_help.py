import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication

from reviewer import __version__, resource
from reviewer.ui import help_window, theme
from reviewer.ui.about_dialog import PARTS, AboutDialog
from reviewer.ui.actions import COMMANDS
from reviewer.ui.help_window import HelpWindow, pages

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

WRITTEN = {page.name: page for page in pages() if page.name != "rules"}
LINK = re.compile(r"!?\[[^\]]*\]\(([^)]*)\)")


@pytest.fixture
def window(qtbot):
    made = HelpWindow()
    qtbot.addWidget(made)
    made.show()
    return made


def listed(window):
    tops = (window.contents.topLevelItem(n) for n in range(window.contents.topLevelItemCount()))
    return {top.text(0): [top.child(n).text(0) for n in range(top.childCount())] for top in tops}


def test_all_pages_that_we_write_ship():
    assert [page.title for page in WRITTEN.values()] == [
        "快速上手",
        "处理查出的问题",
        "同时看几份文稿",
        "看正文、找地方",
        "看懂标记",
        "任务与时限怎么认的",
        "导出责任清单",
        "修订稿、批注稿、排版稿和审阅报告",
        "公文版式",
        "设置",
        "快捷键",
        "常见问题",
        "查得全不全",
        "安装、更新和求助",
        "版本说明",
    ]


@pytest.mark.parametrize("page", WRITTEN.values(), ids=WRITTEN)
def test_links_and_pictures_lead_somewhere(page):
    for target in LINK.findall(page.markdown):
        if target.startswith("icon:"):
            assert target in ("icon:error", "icon:warning", "icon:info")
        else:
            name = target.removesuffix(".md")
            assert name in help_window.PAGES if target.endswith(".md") else resource.path(f"help/{target}").is_file()


def test_the_shortcuts_page_names_every_shortcut_of_the_window():
    text = WRITTEN["shortcuts"].markdown
    missing = [key for command in COMMANDS for key in command.keys if key not in text and key != "Ctrl++"]
    assert missing == []


def test_it_opens_on_the_first_page_with_all_in_the_contents(window):
    assert window.page == "quick-start"
    assert window.browser.document().firstBlock().text() == "快速上手"
    assert set(listed(window)) >= {page.title for page in WRITTEN.values()}
    assert "文件打不开" in listed(window)["常见问题"]


def test_choosing_a_section_scrolls_there(qtbot, window):
    window.resize(900, 300)
    anywhere = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    item = window.contents.findItems("原文件会不会被改动", anywhere)[0]
    window.contents.setCurrentItem(item)
    assert window.page == "faq"
    assert window.browser.verticalScrollBar().value() > 0
    window.contents.setCurrentItem(item.parent())
    assert window.browser.verticalScrollBar().value() == 0


def test_searching_narrows_the_contents_and_tints_the_words(window):
    window.search.setText("密码")
    assert listed(window) == {"常见问题": ["文件打不开"]}
    assert window.page == "faq"
    tinted = {selection.cursor.selectedText() for selection in window.browser.extraSelections()}
    assert tinted == {"密码"}
    window.search.setText("绝无此词")
    assert window.words == "帮助里没有这个词，换个说法试试。"
    window.search.clear()
    assert window.words == ""
    assert window.browser.extraSelections() == []


def test_links_between_pages_are_followed(window):
    window.show_page("quick-start")
    window.browser.anchorClicked.emit(QUrl("export.md"))
    assert window.page == "export"
    assert window.contents.currentItem().text(0) == "导出责任清单"


def test_an_unknown_page_changes_nothing(window):
    window.show_page("no-such-page")
    assert window.page == "quick-start"


def test_signs_in_the_text_are_those_of_the_theme(qtbot, window):
    window.show_page("marks")
    application = QApplication.instance()
    signs = []
    try:
        for choice in (theme.ThemeChoice.DARK, theme.ThemeChoice.LIGHT):
            theme.apply(application, choice)
            signs.append(window.browser.loadResource(2, QUrl("icon:error")).toImage())
    finally:
        theme.apply(application, theme.ThemeChoice.LIGHT)
    assert signs[0] != signs[1]
    assert window.browser.document().firstBlock().text() == "看懂标记"


def test_about_tells_version_licence_and_whose_work_is_in_it(qtbot):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    told = dialog.notices.toPlainText()
    assert all(name in told and licence in told for name, _, licence in PARTS)
    assert "MIT" in told
    labels = " ".join(label.text() for label in dialog.labels)
    assert __version__ in labels
    assert "本机处理，不联网" in labels


def test_about_names_every_package_that_ships():
    project = resource.root().parent / "pyproject.toml"
    if not project.is_file():
        pytest.skip("not run from a checkout")
    declared = re.search(r"^dependencies = \[(.*?)^\]", project.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    names = re.findall(r'"([A-Za-z0-9_-]+)', declared[1])
    assert sorted(names, key=str.lower) == sorted((name for name, _, _ in PARTS), key=str.lower)


def test_pictures_are_as_wide_as_the_page(qtbot, window):
    window.show_page("quick-start")
    widths = []
    for width in (1000, 700):
        window.resize(width, 600)
        qtbot.waitUntil(lambda: window.browser.document().idealWidth() <= window.browser.viewport().width())
        widths.append(window.browser.loadResource(2, QUrl("window-light.png")).deviceIndependentSize().width())
        assert window.browser.document().idealWidth() > 0.9 * window.browser.viewport().width()
    assert widths[0] - widths[1] > 200
