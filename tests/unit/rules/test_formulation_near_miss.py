import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.rules.formulation.edits import Edit, Kind, several, single
from reviewer.rules.formulation.index import candidates
from reviewer.rules.formulation.lexicon import entries
from reviewer.rules.formulation.near_miss import near_misses

LONG = sorted(text for text in entries() if len(text) >= 6 and all("\u4e00" <= c <= "\u9fff" for c in text))


@pytest.mark.parametrize(
    ("found", "right", "edit"),
    [
        ("重大决部署", "重大决策部署", Edit(Kind.MISSING, 3, "", "策")),
        ("重大决策策部署", "重大决策部署", Edit(Kind.EXTRA, 4, "策", "")),
        ("重大决测部署", "重大决策部署", Edit(Kind.SUBSTITUTED, 3, "测", "策")),
        ("重大策决部署", "重大决策部署", Edit(Kind.SWAPPED, 2, "策决", "决策")),
        ("重大决策部署", "重大决策部署", None),
        ("重大部署", "重大决策部署", None),
        ("重要决定部署", "重大决策部署", None),
    ],
)
def test_single_slip(found: str, right: str, edit: Edit | None) -> None:
    assert single(found, right) == edit


def test_two_slips() -> None:
    edits = several("巩故拓展脱贫功坚成果", "巩固拓展脱贫攻坚成果")
    assert [(edit.at, edit.wrong, edit.right) for edit in edits] == [(1, "故", "固"), (6, "功", "攻")]
    assert several("巩固拓展脱贫攻坚成果", "巩固拓展脱贫攻坚成果") == ()
    assert several("乡村建设行动方案成果", "巩固拓展脱贫攻坚成果") == ()


@given(st.sampled_from(LONG), st.data())
def test_a_character_lost_inside_a_formulation_is_a_candidate(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(text) - 2))
    broken = text[:at] + text[at + 1 :]
    if broken in entries() or any(entry in broken for entry in entries() if len(entry) >= 3):
        return
    assert text in {candidate.entry.text for candidate in candidates(f"要{broken}。")}


@given(st.sampled_from(LONG))
def test_formulations_themselves_are_silent(text: str) -> None:
    assert near_misses(f"，{text}。") == ()


@given(st.text(alphabet="社会主义意党的建设全面从严治风廉政\n、，。“”", max_size=60))
def test_misses_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for miss in near_misses(text):
        assert end <= miss.start < miss.end <= len(text)
        assert text[miss.start : miss.end] != miss.right
        end = miss.end


@pytest.mark.parametrize(
    ("text", "right", "certain"),
    [
        ("加强对全力运行的监督。", "权力运行的监督", False),
        ("推进党凤廉政建设。", "党风廉政建设", True),
        ("持续优化营商环竟。", "优化营商环境", True),
        ("以习近平时代中国特色社会主义思想为指导。", "习近平新时代中国特色社会主义思想", False),
    ],
)
def test_known_slips(text: str, right: str, certain: bool) -> None:
    assert [(miss.right, miss.certain) for miss in near_misses(text)] == [(right, certain)]
