"""A section whose heading names a year of its own lends it to the times in it."""

from datetime import date

from reviewer.model.document import plain_document
from reviewer.review import review

TEXT = (
    "某局2025年工作总结和2026年计划\n一、2025年工作总结\n3月召开了动员会。\n二、2026年工作计划\n（一）抓改造\n"
    "各科室要在6月底前完成改造，春节前走访住户，国庆节后5个工作日内上报，今年遗留的问题一并解决。\n2025年12月20日"
)


def due(text: str) -> dict[str, date | None]:
    return {time.text: time.due or time.begin for time in review(plain_document(text)).times}


def test_dates_of_the_coming_year_are_in_it() -> None:
    found = due(TEXT)
    assert found["6月底前"] == date(2026, 6, 30)
    assert found["春节前"] == date(2026, 2, 16)
    assert found["国庆节后5个工作日内"] == date(2026, 10, 13)


def test_without_a_year_of_its_own_a_section_is_in_the_documents() -> None:
    assert due(TEXT.replace("2026年工作计划", "下一步计划"))["6月底前"] == date(2025, 6, 30)
