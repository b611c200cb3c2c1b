"""The settings: the office's units, the holidays, speed and looks; each is in force at once."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QListWidget, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot
from ui_findings_material import settings_dialog
from ui_saving_material import answer_names

from reviewer.errors import WriteError
from reviewer.exports.checklist import DUTY_COLUMNS
from reviewer.model.finding import Category, Severity
from reviewer.model.office import Office, Unit
from reviewer.model.report import ReviewOptions
from reviewer.rules.registry import RULES
from reviewer.store import files, holidays
from reviewer.store import office as office_store
from reviewer.store.settings import SETTINGS
from reviewer.ui import fonts
from reviewer.ui.main_window import MainWindow
from reviewer.ui.references import References
from reviewer.ui.session import MarkKind, Phase
from reviewer.ui.settings_dialog import SettingsDialog
from reviewer.words import CATEGORY

pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise)")

NOTICE = """关于做好档案工作的通知
各有关单位：
一、工作要求
翠屏坊要建立台账，6月底前报送。
各单位要在会后3个工作日内上报名单。
某某局
2031年5月6日
"""
OFFICE = Office((Unit("青山区翠屏街道办事处", ("翠屏坊", "翠屏办")),))


@pytest.fixture
def dialog(qtbot: QtBot, references: References, tmp_path: Path) -> SettingsDialog:
    made = settings_dialog(references, tmp_path / "kept")
    qtbot.addWidget(made)
    made.open()
    return made


@pytest.fixture
def window(program: Callable[[Path], MainWindow], tmp_path: Path) -> MainWindow:
    """The program as it starts, with a notice reviewed by its true rules."""
    path = tmp_path / "通知.txt"
    path.write_text(NOTICE, "utf-8")
    return program(path)


def settings(window: MainWindow) -> SettingsDialog:
    window.workbench.actions["settings"].trigger()
    dialog = window.workbench.dialogs.settings
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def leads(window: MainWindow) -> list[str]:
    assert window.session.report is not None
    return [unit for duty in window.session.report.duties for unit in duty.lead]


def test_to_open_the_settings_changes_none_of_them(window: MainWindow) -> None:
    before = window.preferences.settings
    settings(window)
    assert window.preferences.settings is before


def test_saved_units_are_in_force_at_once_and_tomorrow(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "翠屏坊" not in leads(window)
    dialog = settings(window)
    dialog.office.names.setPlainText("青山区翠屏街道办事处 翠屏坊、翠屏办")
    dialog.office.save.click()
    assert dialog.status.text() == "已保存 1 个单位，现在就按新名单审阅。"
    assert dialog.office.names.toPlainText() == office_store.as_text(OFFICE)
    qtbot.waitUntil(lambda: window.session.phase is Phase.REVIEWED)
    assert "翠屏坊" in leads(window)
    assert window.workbench.references.wait()
    assert office_store.load(tmp_path / "kept") == OFFICE
    target = tmp_path / "表.xlsx"
    answer_names(monkeypatch, window, str(target))
    window.workbench.actions["export"].trigger()
    assert window.workbench.taking_home.saving.wait()
    remarks = [row[10].value for row in load_workbook(target)["责任清单"].iter_rows(min_row=4)]
    assert any("规范名称：青山区翠屏街道办事处" in (remark or "") for remark in remarks)


def test_units_are_imported_behind_what_stands_there(
    qtbot: QtBot, dialog: SettingsDialog, references: References, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("单位名称", "简称"), ("青山区翠屏街道办事处", "翠屏坊、翠屏办"), ("青山区财政局", "区财政局")):
        sheet.append(row)
    book.save(tmp_path / "名单.xlsx")
    monkeypatch.setattr(dialog.office, "ask_file", lambda: str(tmp_path / "名单.xlsx"))
    dialog.office.names.setPlainText("青山区民政局\n青山区财政局 财政局")
    with qtbot.waitSignal(references.imported):
        dialog.office.take.click()
    assert dialog.office.names.toPlainText().splitlines() == [
        "青山区民政局",
        "青山区财政局　财政局",
        "青山区翠屏街道办事处　翠屏坊　翠屏办",
    ]
    assert "核对后请点“保存”" in dialog.status.text()
    assert references.office() == Office()


@pytest.mark.parametrize("kind", ["office", "holidays"])
def test_a_file_that_cannot_be_read_is_told(
    qtbot: QtBot,
    dialog: SettingsDialog,
    references: References,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
) -> None:
    page = getattr(dialog, kind)
    dialog.show_page(page)
    monkeypatch.setattr(page, "ask_file", lambda: str(tmp_path / "没有"))
    with qtbot.waitSignal(references.failed):
        page.take.click()
    assert dialog.status.text().startswith("没有成功：没能")


def test_no_file_chosen_changes_nothing(dialog: SettingsDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    for page in (dialog.office, dialog.holidays):
        monkeypatch.setattr(page, "ask_file", lambda: "")
        page.take.click()
    assert dialog.status.text() == ""


def test_a_list_that_cannot_be_saved_is_in_force_all_the_same(
    qtbot: QtBot, dialog: SettingsDialog, references: References, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, value: object) -> None:
        raise WriteError("没有保存成功。", "磁盘已满。")

    monkeypatch.setattr(files, "save", refuse)
    dialog.office.names.setPlainText("青山区财政局")
    with qtbot.waitSignal(references.failed):
        dialog.office.save.click()
    assert dialog.status.text() == "没有成功：没有保存成功。磁盘已满。"
    assert references.office().names == ("青山区财政局",)


def test_a_failure_is_told_in_the_window_once_the_dialog_is_closed(qtbot: QtBot, window: MainWindow) -> None:
    dialog = settings(window)
    messages = window.workbench.messages
    window.workbench.references.failed.emit(WriteError("没有保存成功。"))
    assert not messages.isVisible()
    dialog.close()
    window.workbench.references.failed.emit(WriteError("没有保存成功。"))
    assert messages.text == "没有保存成功。"


def test_imported_holidays_are_in_force_at_once_and_tomorrow(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def due() -> set[str]:
        assert window.session.report is not None
        return {time.due.isoformat() for time in window.session.report.times if time.due and "工作日" in time.text}

    assert window.session.report is not None
    window.session.current.options = ReviewOptions(day=date(2031, 5, 6))
    window.session.review_again()
    qtbot.waitUntil(lambda: window.session.phase is Phase.REVIEWED)
    assert due() == {"2031-05-09"}
    plan = tmp_path / "放假.json"
    plan.write_text(json.dumps({"2031": {"off": ["2031-05-07", "2031-05-08"], "work": ["2031-05-11"]}}), "utf-8")
    dialog = settings(window)
    monkeypatch.setattr(dialog.holidays, "ask_file", lambda: str(plan))
    with qtbot.waitSignal(window.workbench.references.holidays_taken):
        dialog.holidays.take.click()
    qtbot.waitUntil(lambda: window.session.phase is Phase.REVIEWED)
    assert due() == {"2031-05-12"}
    assert dialog.holidays.years.item(0).text() == "2031年：工作日放假 2 天，周末上班 1 天"
    assert 2031 in holidays.load(tmp_path / "kept").plans


def test_the_years_known_are_told(dialog: SettingsDialog) -> None:
    assert [dialog.holidays.years.item(n).text() for n in range(dialog.holidays.years.count())] == ["还没有导入"]


def test_speed_and_looks_follow_each_other(qtbot: QtBot, window: MainWindow) -> None:
    tables = settings(window).tables
    speed, look = tables["general"].fields["reading_speed"], tables["look"].fields["theme"]
    assert isinstance(speed, QSpinBox)
    assert isinstance(look, QComboBox)
    speed.setValue(300)
    assert window.preferences.settings.number("reading_speed") == 300
    window.preferences.set("reading_speed", 200)
    assert speed.value() == 200
    choose(look, "contrast")
    assert window.preferences.settings.words("theme") == "contrast"
    assert window.workbench.actions["theme_contrast"].isChecked()
    window.preferences.set("theme", "light")
    assert look.currentText() == "浅色"


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_what_is_shown_works_at_once_and_both_ways(window: MainWindow) -> None:
    fields = settings(window).tables["marks"].fields
    info, duties, categories = (fields[name] for name in ("show_info", "mark_duties", "hidden_categories"))
    assert isinstance(info, QCheckBox)
    assert isinstance(duties, QCheckBox)
    info.setChecked(True)
    assert window.session.show_info
    window.session.set_show_info(False)
    assert not info.isChecked()
    duties.setChecked(False)
    assert MarkKind.DUTIES not in window.session.kinds_shown
    date_box = next(box for box in categories.findChildren(QCheckBox) if box.text() == "日期")
    date_box.click()
    assert window.session.hidden_categories == {Category.DATE}
    window.session.set_hidden_categories(frozenset())
    assert date_box.isChecked()


def test_the_page_is_set_in_the_chosen_font(window: MainWindow) -> None:
    field = settings(window).tables["look"].fields["page_font"]
    assert isinstance(field, QComboBox)
    choose(field, "kai")
    assert window.reading.view.document().defaultFont().families()[: len(fonts.KAI)] == list(fonts.KAI)


def test_columns_left_out_are_not_exported(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    boxes = settings(window).tables["checklist"].fields["hidden_columns"].findChildren(QCheckBox)
    for box in boxes:
        if box.text() in ("频次", "完成情况"):
            box.click()
    target = tmp_path / "表.xlsx"
    answer_names(monkeypatch, window, str(target))
    window.workbench.actions["export"].trigger()
    assert window.workbench.taking_home.saving.wait()
    headers = [cell.value for cell in load_workbook(target)["责任清单"][3]]
    assert headers == [c.header for c in DUTY_COLUMNS if c.header not in ("频次", "完成情况")]


def test_defaults_come_back_for_one_page(window: MainWindow) -> None:
    window.preferences.set("zoom", 150)
    window.preferences.set("reading_speed", 300)
    settings(window).tables["look"].restore.click()
    assert window.preferences.settings.number("zoom") == 100
    assert window.preferences.settings.number("reading_speed") == 300


def test_a_rule_is_switched_off_and_on_where_it_is_explained(qtbot: QtBot, window: MainWindow) -> None:
    page = settings(window).rules
    item = page.item("placeholder-asterisk")
    page.tree.setCurrentItem(item)
    rule = next(rule for rule in RULES if rule.id == "placeholder-asterisk")
    assert rule.why in page.detail.toPlainText()
    item.setCheckState(0, Qt.CheckState.Unchecked)
    assert window.session.standing.value.disabled == {rule.id}
    item.setCheckState(0, Qt.CheckState.Checked)
    assert not window.session.standing.value.disabled


def test_a_category_is_switched_off_as_a_whole(window: MainWindow) -> None:
    page = settings(window).rules
    group = page.item("placeholder-asterisk").parent()
    group.setCheckState(0, Qt.CheckState.Unchecked)
    wanted = {rule.id for rule in RULES if rule.category is Category.PLACEHOLDER}
    assert window.session.standing.value.disabled == wanted
    page.restore.click()
    assert window.session.standing.value.disabled == wanted
    page.restore.click()
    assert not window.session.standing.value.disabled


def test_a_rule_is_taken_as_seriously_as_the_clerk_says(qtbot: QtBot, window: MainWindow) -> None:
    def heard() -> set[Severity]:
        report = window.session.report
        return {f.severity for f in report.findings if f.rule == found.rule} if report is not None else set()

    assert window.session.report is not None
    found = window.session.report.findings[0]
    other = next(severity for severity in Severity if severity is not found.severity)
    page = settings(window).rules
    page.tree.setCurrentItem(page.item(found.rule))
    page.weight.setCurrentIndex(list(Severity).index(other))
    page.weight.activated.emit(page.weight.currentIndex())
    qtbot.waitUntil(lambda: heard() == {other})
    assert window.preferences.settings.words("rule_severities") == f"{found.rule}:{other.value}"
    assert "改过" in page.item(found.rule).text(1)
    page.restore.click()
    page.restore.click()
    qtbot.waitUntil(lambda: heard() == {found.severity})


def test_one_search_goes_over_all_pages(dialog: SettingsDialog) -> None:
    def listed() -> list[str]:
        return [item.text() for n in range(dialog.list.count()) if not (item := dialog.list.item(n)).isHidden()]

    everything = listed()
    dialog.search.setText("朗读")
    assert listed() == ["通用"]
    assert dialog.pages.currentWidget() is dialog.tables["general"]
    assert not dialog.tables["general"].fields["restore_documents"].isVisible()
    assert dialog.tables["general"].fields["reading_speed"].isVisible()
    dialog.search.setText("星号")
    assert listed() == ["规则"]
    assert not dialog.rules.item("placeholder-asterisk").isHidden()
    dialog.search.setText("没有这种说法")
    assert listed() == []
    assert not dialog.pages.isVisible()
    dialog.search.clear()
    assert listed() == everything
    assert dialog.pages.isVisible()


def test_categories_and_columns_have_a_box_each() -> None:
    parts = {setting.name: setting.parts for setting in SETTINGS if setting.parts}
    assert parts["hidden_categories"] == tuple(category.value for category in CATEGORY)
    always = ("序号", "工作任务")
    assert parts["hidden_columns"] == tuple(c.header for c in DUTY_COLUMNS if c.header not in always)


def test_what_is_typed_stays_until_it_is_saved(window: MainWindow) -> None:
    dialog = settings(window)
    dialog.office.names.setPlainText("青山区财政局")
    dialog.close_button.click()
    assert not dialog.isVisible()
    assert settings(window).office.names.toPlainText() == "青山区财政局"


def test_without_a_folder_everything_holds_for_this_run(qtbot: QtBot, tmp_path: Path) -> None:
    references = References(None)
    changes: list[bool] = []
    references.changed.connect(lambda: changes.append(True))
    references.set_office(OFFICE)
    assert references.office() == OFFICE
    plan = tmp_path / "放假.json"
    plan.write_text('{"2031": {"off": [], "work": []}}', "utf-8")
    with qtbot.waitSignal(references.holidays_taken):
        references.take_holidays(str(plan))
    assert list(references.calendar().plans) == [2031]
    assert changes == [True, True]
    assert references.wait()


def test_every_control_has_a_name(dialog: SettingsDialog) -> None:
    kinds: tuple[type[QWidget], ...] = (QPlainTextEdit, QListWidget, QSpinBox, QComboBox)
    for widget in dialog.findChildren(QWidget):
        if isinstance(widget, kinds) and not isinstance(widget.parent(), QComboBox):
            assert widget.accessibleName(), widget
        inside = isinstance(widget.parent(), QComboBox | QSpinBox) or not widget.isVisibleTo(dialog)
        if isinstance(widget, QAbstractButton) and not inside and not widget.objectName():
            assert widget.text() or widget.accessibleName(), widget
