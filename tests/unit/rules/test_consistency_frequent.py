"""Words that a document writes often: what the language model must leave alone."""

from reviewer.rules.consistency.frequent import frequent_words


def test_words_written_three_times_count_and_rarer_ones_do_not() -> None:
    found = frequent_words("落实整改。督促整改。验收整改。开展督查。")
    assert "整改" in found
    assert "督查" not in found


def test_a_name_that_no_dictionary_knows_is_a_word() -> None:
    text = "请覃韬汐牵头。覃韬汐汇报，覃韬汐总结。"
    assert "覃韬汐" in frequent_words(text)


def test_single_characters_and_other_scripts_are_none() -> None:
    assert frequent_words("要要要，X1、X1、X1。") == frozenset()


def test_how_often_is_often_may_be_told() -> None:
    assert "整改" in frequent_words("整改。整改。", 2)
    assert frequent_words("") == frozenset()
