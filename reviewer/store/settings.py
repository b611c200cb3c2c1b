"""The clerk's settings: one table of name, default and text, from which dialog and help are made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reviewer.store import files
from reviewer.words import CATEGORY

Value = bool | int | str
FILE = "settings.json"
_CATEGORIES = {category.value: words for category, words in CATEGORY.items()}


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; its type is that of `default`.

    `text` is what the clerk reads, "" for what the window remembers by itself, `note` what it comes to; `page` is
    where it is set, a key of `PAGES`, "" where that is elsewhere. Whole numbers lie between `least` and `most`;
    words are among the keys of `choices`, whose values the clerk reads, where there are any. Where there are
    `parts`, words name those that are left out, joined by +.
    """

    name: str
    default: Value
    text: str = ""
    page: str = ""
    note: str = ""
    least: int = 0
    most: int = 0
    choices: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[str, ...] = ()

    def accepts(self, value: object) -> bool:
        """Whether `value` is of the type and in the range."""
        if type(value) is not type(self.default):
            return False
        if isinstance(value, int) and not isinstance(value, bool):
            return self.least <= value <= self.most
        if self.parts and isinstance(value, str):
            return set(left_out(value)) <= set(self.parts)
        return not self.choices or value in self.choices


def left_out(value: str) -> tuple[str, ...]:
    """The parts that a setting with `parts` leaves out."""
    return tuple(part for part in value.split("+") if part)


def part_name(part: str) -> str:
    """A part as the clerk reads it: a category's name, else the part's own."""
    return _CATEGORIES.get(part, part)


PAGES = {"look": "外观", "marks": "显示", "proofreading": "校对", "checklist": "清单", "general": "通用"}
"""The pages of the settings that show nothing but settings of this table."""
SETTINGS = (
    Setting(
        "theme",
        "system",
        "外观",
        "look",
        "系统开了高对比时，“跟随系统”也用高对比。",
        choices={
            "system": "跟随系统",
            "light": "浅色",
            "dark": "深色",
            "contrast_light": "高对比（白底）",
            "contrast": "高对比（黑底）",
        },
    ),
    Setting(
        "palette",
        "standard",
        "标记的颜色",
        "look",
        "红、绿不易分清，请选“色觉友好”。",
        choices={"standard": "标准", "safe": "色觉友好"},
    ),
    Setting(
        "interface_size",
        "100",
        "界面字号",
        "look",
        "菜单、列表和按钮的字。",
        choices={"100": "标准", "115": "大", "130": "特大"},
    ),
    Setting(
        "page_font",
        "fangsong",
        "正文字体",
        "look",
        "只管屏幕上怎么看，不改文稿。",
        choices={"fangsong": "仿宋", "song": "宋体", "hei": "黑体", "kai": "楷体"},
    ),
    Setting("zoom", 100, "正文显示比例（%）", "look", least=50, most=300),
    Setting(
        "line",
        "standard",
        "页面宽度",
        "look",
        choices={
            "narrow": "窄（每行 22 字）",
            "standard": "标准（每行 28 字）",
            "wide": "宽（每行 36 字）",
            "window": "适合窗口",
        },
    ),
    Setting("show_legend", True, "显示图例", "marks"),
    Setting("mark_findings", True, "在正文中标出问题", "marks"),
    Setting("mark_errors", True, "在正文中标出必改的问题", "marks"),
    Setting("mark_warnings", True, "在正文中标出建议改的问题", "marks"),
    Setting("mark_hints", True, "在正文中标出提示", "marks"),
    Setting("mark_adverts", True, "在正文中标出广告", "marks"),
    Setting("mark_duties", True, "在正文中标出任务", "marks"),
    Setting("mark_deadlines", True, "在正文中标出时限", "marks"),
    Setting("mark_decisions", True, "在正文中标出您的处理", "marks"),
    Setting("show_info", False, "显示“提示”一级的问题", "marks"),
    Setting("show_general_duties", False, "显示一般要求", "marks"),
    Setting(
        "duty_view",
        "table",
        "任务的列法",
        "marks",
        choices={"table": "表格", "timeline": "时间轴", "unit": "按单位", "part": "按部分"},
    ),
    Setting(
        "hidden_categories",
        "",
        "列出哪些类别的问题",
        "marks",
        parts=(
            "placeholder",
            "advert",
            "numbering",
            "count",
            "punctuation",
            "spacing",
            "typo",
            "formulation",
            "consistency",
            "date",
            "format",
            "privacy",
            "own",
        ),
    ),
    Setting(
        "strictness",
        "usual",
        "错字检查",
        "proofreading",
        "“严格”时，把握不大的也提示，没有错的也会多提示一些。",
        choices={"usual": "一般", "strict": "严格"},
    ),
    Setting("rule_severities", "", "规则的轻重"),
    Setting(
        "layout_check",
        "auto",
        "检查 Word 文稿的版式",
        choices={
            "auto": "只查按公文格式排的文稿",
            "standard": "一律按 GB/T 9704—2012 查",
            "own": "一律按本单位的版式查",
            "none": "不查",
        },
    ),
    Setting(
        "hidden_columns",
        "",
        "责任清单里有哪些列",
        "checklist",
        "“序号”和“工作任务”两列总是有的。",
        parts=("任务类别", "牵头单位", "配合单位", "完成时限", "截止日期", "频次", "依据", "完成情况", "备注"),
    ),
    Setting("reading_speed", 240, "朗读速度（字/分钟）", "general", least=80, most=600),
    Setting(
        "language",
        "zh",
        "界面语言",
        "general",
        "下次打开程序时换用。英文只译了菜单、开始页和设置。",
        choices={"zh": "中文", "en": "English"},
    ),
    Setting("restore_documents", True, "启动时打开上次没有关闭的文稿", "general"),
    Setting("last_copy_tracked", False),
    Setting("last_copy_author", ""),
    Setting("last_copy_remarks", True),
    Setting("last_copy_hints", False),
    Setting("last_copy_highlight", False),
    Setting("keep_records", True, "保留审阅记录"),
    Setting("window_place", ""),
    Setting("window_panes", ""),
    Setting("last_folder", ""),
)
_BY_NAME = {setting.name: setting for setting in SETTINGS}


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force; what was never set has its default."""

    chosen: Mapping[str, Value] = field(default_factory=dict)

    def flag(self, name: str) -> bool:
        """The yes-or-no setting `name`."""
        return bool(self._value(name))

    def number(self, name: str) -> int:
        """The whole-number setting `name`."""
        return int(self._value(name))

    def words(self, name: str) -> str:
        """The text setting `name`."""
        return str(self._value(name))

    def left_out(self, name: str) -> frozenset[str]:
        """The parts that the setting `name` leaves out."""
        return frozenset(left_out(self.words(name)))

    def with_value(self, name: str, value: Value) -> "Settings":
        """These settings but for one, the same where it has that value; raises ValueError where it doesn't accept it."""
        if not _BY_NAME[name].accepts(value):
            raise ValueError(f"{name}: {value!r}")
        if value == self._value(name):
            return self
        return Settings({**self.chosen, name: value})

    def _value(self, name: str) -> Value:
        return self.chosen.get(name, _BY_NAME[name].default)


def load(folder: Path) -> Settings:
    """The settings kept in `folder`; a value that its setting doesn't accept is as if it had never been set."""
    values = files.load(folder / FILE).get("values")
    kept = values if isinstance(values, dict) else {}
    return Settings({s.name: kept[s.name] for s in SETTINGS if s.name in kept and s.accepts(kept[s.name])})


def save(folder: Path, settings: Settings) -> None:
    """Keep `settings` in `folder`; raises WriteError."""
    files.save(folder / FILE, {"values": dict(settings.chosen)})
