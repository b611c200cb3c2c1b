import pytest
from PySide6.QtCore import Qt

from reviewer.model.finding import Category
from reviewer.ui.filter_chips import FilterChips

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

COUNTS = {Category.PLACEHOLDER: 5, Category.PUNCTUATION: 12, Category.DATE: 1}


@pytest.fixture
def chips(qtbot):
    made = FilterChips()
    qtbot.addWidget(made)
    made.show_counts(COUNTS, frozenset())
    made.hidden_changed.connect(lambda hidden: made.show_counts(COUNTS, hidden))
    made.resize(400, 80)
    made.show()
    return made


def shown(chips):
    return [category for category, chip in chips.chips.items() if chip.isChecked()]


def test_each_category_found_has_a_chip_with_its_count(chips):
    assert list(chips.chips) == list(COUNTS)
    assert chips.chips[Category.PUNCTUATION].accessibleName() == "标点，12 处"


def test_a_click_hides_and_shows_again(qtbot, chips):
    chip = chips.chips[Category.PUNCTUATION]
    with qtbot.waitSignal(chips.hidden_changed) as said:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert said.args == [frozenset({Category.PUNCTUATION})]
    assert shown(chips) == [Category.PLACEHOLDER, Category.DATE]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert shown(chips) == list(COUNTS)


def test_a_chip_waits_for_the_session_to_agree(qtbot):
    chips = FilterChips()
    qtbot.addWidget(chips)
    chips.show_counts(COUNTS, frozenset())
    chips.chips[Category.DATE].click()
    assert shown(chips) == list(COUNTS)


def test_arrows_move_and_space_presses(qtbot, chips):
    first, second, last = chips.chips.values()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert shown(chips) == [Category.PLACEHOLDER, Category.DATE]
    qtbot.keyClick(second, Qt.Key.Key_End)
    qtbot.keyClick(last, Qt.Key.Key_Right)
    assert last.hasFocus()
    qtbot.keyClick(last, Qt.Key.Key_Home)
    qtbot.keyClick(first, Qt.Key.Key_Left)
    assert first.hasFocus()


def test_the_menu_shows_one_category_alone_and_all_again(qtbot, chips):
    where = chips.chips[Category.DATE].geometry().center()
    only, everything = chips.menu_at(where).actions()
    assert only.text() == "只看“日期”"
    only.trigger()
    assert shown(chips) == [Category.DATE]
    everything.trigger()
    assert shown(chips) == list(COUNTS)
    assert [action.text() for action in chips.menu_at(chips.rect().bottomRight()).actions()] == ["全部显示"]


def test_chips_break_into_lines_and_none_is_cut(qtbot, chips):
    wide = chips.layout().heightForWidth(800)
    assert chips.layout().heightForWidth(120) > wide
    chips.resize(120, chips.layout().heightForWidth(120))
    chips.layout().activate()
    assert all(chips.rect().contains(chip.geometry()) for chip in chips.chips.values())


def test_new_counts_replace_the_chips(qtbot, chips):
    chips.show_counts({Category.TYPO: 2}, frozenset({Category.TYPO}))
    assert list(chips.chips) == [Category.TYPO]
    assert shown(chips) == []
    assert chips.layout().count() == 1
    chips.show_counts({}, frozenset())
    assert chips.isHidden()
