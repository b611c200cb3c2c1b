"""The clerk's settings: one table of name, default and text, from which dialog and help are made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reviewer.store import files

Value = bool | int | str
FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; its type is that of `default`.

    `text` is what the clerk reads, "" for what the window remembers by itself. Whole numbers lie between `least` and
    `most`; words are among the keys of `choices`, whose values the clerk reads, where there are any.
    """

    name: str
    default: Value
    text: str = ""
    least: int = 0
    most: int = 0
    choices: Mapping[str, str] = field(default_factory=dict)

    def accepts(self, value: object) -> bool:
        """Whether `value` is of the type and in the range."""
        if type(value) is not type(self.default):
            return False
        if isinstance(value, int) and not isinstance(value, bool):
            return self.least <= value <= self.most
        return not self.choices or value in self.choices


SETTINGS = (
    Setting("theme", "system", "外观", choices={"system": "跟随系统", "light": "浅色", "dark": "深色"}),
    Setting("zoom", 100, "正文显示比例（%）", least=50, most=300),
    Setting(
        "line",
        "standard",
        "页面宽度",
        choices={
            "narrow": "窄（每行 22 字）",
            "standard": "标准（每行 28 字）",
            "wide": "宽（每行 36 字）",
            "window": "适合窗口",
        },
    ),
    Setting("reading_speed", 240, "朗读速度（字/分钟）", least=80, most=600),
    Setting("strictness", "usual", "错字检查", choices={"usual": "一般", "strict": "严格"}),
    Setting("show_legend", True, "显示图例"),
    Setting("mark_findings", True, "在正文中标出问题"),
    Setting("mark_errors", True, "在正文中标出必改的问题"),
    Setting("mark_warnings", True, "在正文中标出建议改的问题"),
    Setting("mark_hints", True, "在正文中标出提示"),
    Setting("mark_adverts", True, "在正文中标出广告"),
    Setting("mark_duties", True, "在正文中标出任务"),
    Setting("mark_deadlines", True, "在正文中标出时限"),
    Setting("mark_decisions", True, "在正文中标出您的处理"),
    Setting("show_info", False, "显示“提示”一级的问题"),
    Setting("show_general_duties", False, "显示一般要求"),
    Setting(
        "duty_view",
        "table",
        "任务的列法",
        choices={"table": "表格", "timeline": "时间轴", "unit": "按单位", "part": "按部分"},
    ),
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
    Setting("restore_documents", True, "启动时打开上次没有关闭的文稿"),
    Setting("hidden_categories", "", "不显示的问题类别"),
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

    def with_value(self, name: str, value: Value) -> "Settings":
        """These settings but for one; raises ValueError where the setting doesn't accept the value."""
        if not _BY_NAME[name].accepts(value):
            raise ValueError(f"{name}: {value!r}")
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
