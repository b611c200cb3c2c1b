"""The page of the office's own words: saved, imported, restored, in force at once."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from pytestqt.qtbot import QtBot
from ui_findings_material import settings_dialog

from reviewer.model.document import plain_document
from reviewer.model.report import ReviewOptions
from reviewer.model.terms import NO_TERMS, Term, Terms
from reviewer.store import terms as store
from reviewer.ui.references import References
from reviewer.ui.settings_dialog import SettingsDialog
from reviewer.ui.terms_page import TermsPage

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")

TERMS = Terms(("青融码",), (Term("老百姓", "群众", "书面用语"),))


@pytest.fixture
def dialog(qtbot: QtBot, references: References, tmp_path: Path) -> SettingsDialog:
    made = settings_dialog(references, tmp_path / "kept")
    qtbot.addWidget(made)
    made.open()
    made.pages.setCurrentWidget(made.terms)
    return made


@pytest.fixture
def page(dialog: SettingsDialog) -> TermsPage:
    return dialog.terms


def rules(references: References, text: str) -> list[str]:
    return [f.rule for f in references.review(plain_document(text), ReviewOptions()).findings]


def test_saved_words_are_in_force_at_once_and_tomorrow(
    qtbot: QtBot, dialog: SettingsDialog, page: TermsPage, references: References, tmp_path: Path
) -> None:
    text = "让老百姓用上青融码，推广XX码。"
    assert "office-preferred" not in rules(references, text)
    page.kept.setPlainText("XX码")
    page.unwanted.setPlainText("老百姓 群众 书面用语")
    with qtbot.waitSignal(references.changed):
        page.save.click()
    assert rules(references, text) == ["office-preferred"]
    assert page.unwanted.toPlainText() == "老百姓　群众　书面用语"
    assert dialog.status.text().startswith("已保存 1 个不要报的词、1 个不用的词")
    assert references.wait()
    assert store.load(tmp_path / "kept").kept == ("XX码",)


def test_the_last_saving_can_be_taken_back_and_brought_back(page: TermsPage, references: References) -> None:
    assert not page.restore.isEnabled()
    page.kept.setPlainText("青融码")
    page.save.click()
    page.restore.click()
    assert references.terms() == NO_TERMS
    assert page.kept.toPlainText() == ""
    page.restore.click()
    assert references.terms().kept == ("青融码",)


def test_saving_what_is_in_force_changes_nothing(qtbot: QtBot, page: TermsPage, references: References) -> None:
    references.set_terms(NO_TERMS)
    with qtbot.assertNotEmitted(references.changed):
        page.save.click()
    assert not page.restore.isEnabled()


def test_words_are_imported_behind_what_stands_there(
    qtbot: QtBot, page: TermsPage, references: References, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Workbook()
    for row in (("不用的词", "改用", "说明"), ("老百姓", "群众", "书面用语"), ("有关人等", "", "")):
        book.worksheets[0].append(row)
    book.save(tmp_path / "词表.xlsx")
    monkeypatch.setattr(page, "ask_file", lambda _title: str(tmp_path / "词表.xlsx"))
    page.unwanted.setPlainText("搞 开展")
    with qtbot.waitSignal(references.unwanted_imported):
        page.take_unwanted.click()
    assert page.unwanted.toPlainText().splitlines() == ["搞　开展", "老百姓　群众　书面用语", "有关人等"]
    assert references.terms() == NO_TERMS
    (tmp_path / "专名.txt").write_text("青融码\n翠屏坊\n", "utf-8")
    monkeypatch.setattr(page, "ask_file", lambda _title: str(tmp_path / "专名.txt"))
    page.kept.setPlainText("翠屏坊")
    with qtbot.waitSignal(references.kept_imported):
        page.take_kept.click()
    assert page.kept.toPlainText().splitlines() == ["翠屏坊", "青融码"]


def test_a_file_that_cannot_be_read_is_told(
    qtbot: QtBot,
    dialog: SettingsDialog,
    page: TermsPage,
    references: References,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page, "ask_file", lambda _title: str(tmp_path / "没有"))
    for button in (page.take_kept, page.take_unwanted):
        with qtbot.waitSignal(references.failed):
            button.click()
        assert dialog.status.text().startswith("没有成功：没能打开词表。")


def test_no_file_chosen_changes_nothing(
    dialog: SettingsDialog, page: TermsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "ask_file", lambda _title: "")
    page.take_kept.click()
    page.take_unwanted.click()
    assert dialog.status.text() == ""


def test_words_kept_before_are_shown(qtbot: QtBot, tmp_path: Path) -> None:
    store.save(tmp_path, TERMS)
    references = References(tmp_path)
    made = TermsPage(references)
    qtbot.addWidget(made)
    assert made.kept.toPlainText() == "青融码"
    assert made.unwanted.toPlainText() == "老百姓　群众　书面用语"
    assert references.wait()
