import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.language import steps


@pytest.fixture(autouse=True, scope="module")
def _small_steps():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(steps, "_STEP", 7)
        yield


@pytest.mark.parametrize("pattern", [r"\d+", r"(?<!a)b", r"^a|b$", r"[ab]+(?!\d)", r"(?<=\n)a", r"a(?=\n|$)"])
@given(st.text("ab1 \n", max_size=80))
def test_steps_find_what_one_search_finds(pattern, text):
    compiled = re.compile(pattern, re.MULTILINE)
    found = [match.span() for match in steps.find_in_steps(compiled, text)]
    assert found == [match.span() for match in compiled.finditer(text)]


@given(st.text(max_size=60))
def test_steps_translate_what_one_call_translates(text):
    table = {ord("a"): ord("b"), ord("\n"): ord("x")}
    assert steps.translate_in_steps(text, table) == text.translate(table)
