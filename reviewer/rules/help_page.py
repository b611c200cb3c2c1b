"""What each rule says of itself, as the help page and the command line show it; run as a module, renews the page."""

import re
from collections.abc import Callable

from reviewer import resource
from reviewer.model.finding import Category, Severity
from reviewer.model.terms import Term
from reviewer.rules.registry import RULES
from reviewer.rules.rule import Example, Rule
from reviewer.words import CATEGORY, SEVERITY

_INVISIBLE = {
    "\u200b": "〈零宽空格〉",
    "\ufeff": "〈零宽字符〉",
    "\u00ad": "〈软连字符〉",
    "\u200d": "〈连接符〉",
    "\ufffd": "〈乱码〉",
}
_MARKUP = re.compile(r"[*_#<>\[\]`|~]")
_TITLE = "# 审阅规则"
_SETTING = "例子里〔〕中写的是前面这一段的字体、字号（磅）、对齐、首行缩进和行距；没有写明的，就是公文正文的排法。"
_OPENING = (
    "本页由程序根据规则自动生成。每条规则说明是什么、为什么、例子和怎么改。"
    f"“{SEVERITY[Severity.ERROR]}”是确定的错误，“{SEVERITY[Severity.WARNING]}”是很可能的错误，"
    f"“{SEVERITY[Severity.INFO]}”只供参考，默认不显示。"
)


def explain(rule_id: str) -> str:
    """The help text of the rule `rule_id` as plain text; KeyError if there is none."""
    for rule in RULES:
        if rule.id == rule_id:
            return _explained(rule, str)
    raise KeyError(rule_id)


def page() -> str:
    """The whole help page in Markdown, as shipped in `resources/help/rules.md`."""
    parts = [_TITLE, _OPENING]
    for category, name in CATEGORY.items():
        rules = [rule for rule in RULES if rule.category is category]
        if rules:
            parts.append(f"## {name}")
            if category is Category.FORMAT:
                parts.append(_SETTING)
            parts.extend(_explained(rule, _escaped) for rule in rules)
    return "\n\n".join(parts) + "\n"


def _escaped(text: str) -> str:
    """`text` so that Markdown shows its stars, lines and brackets and does not read them."""
    return _MARKUP.sub(r"\\\g<0>", text)


def _explained(rule: Rule, prose: Callable[[str], str]) -> str:
    standard = f"\n\n依据：{prose(rule.standard)}。" if rule.standard else ""
    bad = "\n".join(f"- 查出：{_example(example, prose)}" for example in rule.bad)
    good = "\n".join(f"- 不查：{_line(text)}" for text in rule.good)
    supposed = f"设用词表里写着：{'；'.join(map(_term, rule.supposed.unwanted))}。\n\n" if rule.supposed else ""
    return (
        f"### {prose(rule.name)}（{rule.id}，{SEVERITY[rule.severity]}）\n\n"
        f"**是什么**　{prose(rule.what)}\n\n"
        f"**为什么**　{prose(rule.why)}{standard}\n\n"
        f"**例子**\n\n{supposed}{bad}\n{good}\n\n"
        f"**怎么改**　{prose(rule.instead)}"
    )


def _term(term: Term) -> str:
    return f"“{term.words}”" + (f"改用“{term.better}”" if term.better else "不用")


def _example(example: Example, prose: Callable[[str], str]) -> str:
    better = f" → {_line(example.better)}" if example.better else ""
    return f"{_line(example.text)}（标出“{prose(_shown(example.marked))}”）{better}"


def _line(text: str) -> str:
    """An example as inline code, paragraphs parted by ⏎."""
    shown = _shown(text)
    fence = "``" if "`" in shown else "`"
    return f"{fence}{shown}{fence}"


def _shown(text: str) -> str:
    """`text` on one line, with what cannot be seen named; private-use characters have no form to show."""
    out = text.replace("\n", " ⏎ ").replace("\t", "〈制表符〉")
    for character, name in _INVISIBLE.items():
        out = out.replace(character, name)
    return "".join("〈私有字符〉" if "\ue000" <= c <= "\uf8ff" else c for c in out)


if __name__ == "__main__":
    resource.path("help/rules.md").write_text(page(), encoding="utf-8", newline="\n")
