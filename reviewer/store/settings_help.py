"""The help page on settings, made from their table; run as a module, renews the page."""

from reviewer import resource
from reviewer.store.settings import PAGES, SETTINGS, Setting, part_name

_OPENING = """# 设置

**文件 → 设置**（Ctrl+,）。左边是分页，最上面的“查找设置”在所有分页里找，规则的名称和说明也在内。每一项改了就生效，不用确定；“恢复默认”让这一页回到最初的样子。

除了下面这些，还有：

- **规则**：每条规则的说明和例子；去掉勾就不再查，也可以改它的轻重（必改、建议改、提示）。
- **用词**：不要报的词和不用的词。
- **公文版式**：要不要查 Word 文稿的版式，按国家标准还是按本单位的版式。
- **本单位**：单位的全称和简称。
- **放假安排**：导入新一年的放假安排。
- **审阅记录**：不保留记录、清空全部记录、恢复“总是忽略”的词句。
- **更新**：装入更新包。程序从不自己联网找更新。
"""


def page() -> str:
    """The whole page in Markdown, as shipped in `resources/help/settings.md`."""
    parts = [_OPENING]
    for name, title in PAGES.items():
        lines = [_line(setting) for setting in SETTINGS if setting.page == name]
        parts.append(f"## {title}\n\n" + "\n".join(lines) + "\n")
    return "\n".join(parts)


def _line(setting: Setting) -> str:
    offered = "、".join([*setting.choices.values(), *(part_name(part) for part in setting.parts)])
    if setting.most:
        offered = f"{setting.least}～{setting.most}，原为 {setting.default}"
    told = [offered] if offered else []
    return f"- **{setting.text}**" + "".join(f"：{words}。" for words in told) + setting.note


if __name__ == "__main__":
    resource.path("help/settings.md").write_text(page(), encoding="utf-8", newline="\n")
