"""Reading five-year-plan periods used as times: “十四五”末, “十四五”期间."""

import re

from reviewer.language.numerals import parse_number
from reviewer.times.periods import read_edge
from reviewer.times.raw import Edge, Found, Part, PlanPeriod
from reviewer.times.text import HAN

_PLAN = re.compile(
    rf"[“\"‘]?((?:[{HAN}]|二十)?[一二三四五六七八九十]五)(?:[”\"’](?:规划|计划)?|(?:规划|计划)?(?=期|末|时))"
    r"(?P<tail>(?:时)?期间|时期|期?内(?!容|部|涵)|期?末|末期|初期|初|中期|以来|前(?!期|三|两|后)|期(?=[，。、]))"
)
_PARTS = {"末": Part.END, "初": Part.START, "中": Part.MID}

PLAN_WORDS = [
    f"{q}{n}五" for n in ("九", "十", *(f"十{d}" for d in "一二三四五六七八九"), "二十") for q in ("“", '"', "")
]
PLAN_WORDS += [f"{q}{n}五" for n in "一二三四五六七八" for q in ("“", '"')]
"""How a plan period begins; the short names of the early plans only in quotation marks."""


def read_plan(text: str, pos: int) -> list[Found]:
    """A plan period where it is used as a time; the plan itself (“十四五”规划) is none."""
    match = _PLAN.match(text, pos)
    if match is None or (pos and text[pos - 1] in f"{HAN}第"):
        return []
    number = parse_number(match[1][:-1]) or 0
    tail, end = match["tail"], match.end()
    part = next((part for sign, part in _PARTS.items() if sign in tail), None)
    if part is Part.END:
        edge, behind = read_edge(text, end)
        return [(pos, behind if edge is Edge.BEFORE else end, PlanPeriod(number, part=part))]
    edge = {"以来": Edge.EVER_SINCE, "前": Edge.BEFORE}.get(tail, Edge.DURING)
    return [(pos, end, PlanPeriod(number, edge, part))]
