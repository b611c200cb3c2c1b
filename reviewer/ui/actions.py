"""Menus, tool bar and shortcuts as one table.

Chinese input methods own Ctrl+Space, Shift+Space, Ctrl+. and Ctrl+Shift+F: none of them is used.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton

from reviewer.ui import icons
from reviewer.ui.translation import tr


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the clerk can ask for; `group` names those of which exactly one is on.

    `needs` says what must be there for it: a `document`, a `report`, a `finding`, a `step` to be undone or redone.
    """

    name: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    group: str = ""
    needs: str = ""

    @property
    def plain(self) -> str:
        """The text without mnemonic and dots, in the language that is spoken."""
        return tr(self.text).split("(&")[0].replace("…", "").replace("&", "")


COMMANDS = (
    Command("open", "打开(&O)…", "打开文稿，可以一次选几份", ("Ctrl+O",), "open"),
    Command("paste", "从剪贴板新建(&V)", "审阅从别的程序复制来的文字", ("Ctrl+Shift+N",)),
    Command(
        "export", "导出责任清单(&E)…", "把任务、单位和时限导出为 Excel 表格", ("Ctrl+E",), "export", needs="report"
    ),
    Command("correct", "导出修订稿(&M)…", "把采纳的修改写进原稿的副本", needs="report"),
    Command("comment", "导出批注稿(&N)…", "把问题写成 Word 批注，给作者看", needs="report"),
    Command("layout", "按公文格式排版(&T)…", "按 GB/T 9704—2012 排成 Word 文档，另存一份", needs="report"),
    Command(
        "report",
        "导出审阅报告（HTML）(&H)…",
        "问题和处理、任务、时间节点和文稿统计，存成一个网页文件",
        needs="report",
    ),
    Command("pdf", "导出 PDF(&F)…", "带标记和审阅意见的审阅稿，存成 PDF 文件", needs="report"),
    Command("preview", "打印预览(&W)…", "看审阅稿打印出来是什么样", needs="report"),
    Command("print", "打印(&P)…", "打印带标记和审阅意见的审阅稿", ("Ctrl+P",), needs="report"),
    Command("show_folder", "打开所在文件夹(&D)", "打开文稿所在的文件夹", needs="document"),
    Command("close", "关闭文稿(&C)", "关闭打开的文稿", ("Ctrl+W",), needs="document"),
    Command("close_all", "全部关闭(&L)", "关闭所有打开的文稿", needs="document"),
    Command("next_document", "下一份文稿(&N)", "到右边一份打开的文稿", ("Ctrl+Tab", "Ctrl+PgDown"), needs="document"),
    Command(
        "previous_document", "上一份文稿(&P)", "到左边一份打开的文稿", ("Ctrl+Shift+Tab", "Ctrl+PgUp"), needs="document"
    ),
    Command("batch", "批量审阅(&L)…", "审阅许多文件或整个文件夹，每份一行", ("Ctrl+Shift+O",)),
    Command("compare", "对比两稿(&B)…", "并排看两稿的文字、问题和任务有什么变化", ("Ctrl+Shift+B",)),
    Command("settings", "设置(&S)…", "外观、规则、用词、本单位名单和别的设置", ("Ctrl+,",)),
    Command("quit", "退出(&X)", "退出公文审阅", ("Ctrl+Q",)),
    Command("undo", "撤销(&U)", "撤销上一次修改", ("Ctrl+Z",), needs="step"),
    Command("redo", "重做(&R)", "重做刚才撤销的修改", ("Ctrl+Y",), needs="step"),
    Command("add_duty", "列为任务(&T)", "把选中的文字或光标所在的一句列为任务", ("Ctrl+D",), needs="report"),
    Command("copy", "复制(&C)", "复制选中的文字", ("Ctrl+C",), needs="document"),
    Command("select_all", "全选(&A)", "选中全文", ("Ctrl+A",), needs="document"),
    Command("find", "查找(&F)…", "在正文中查找文字", ("Ctrl+F",), "find", needs="document"),
    Command("find_next", "查找下一处(&N)", "到下一处查到的文字", ("F3",), needs="document"),
    Command("find_previous", "查找上一处(&P)", "到上一处查到的文字", ("Shift+F3",), needs="document"),
    Command("go_to", "转到(&G)…", "转到某个标题或者第几段", ("Ctrl+G",), needs="document"),
    Command("go_back", "后退(&B)", "回到刚才看的地方", ("Alt+Left",), needs="document"),
    Command("go_forward", "前进(&W)", "回到后退之前的地方", ("Alt+Right",), needs="document"),
    Command("pane_outline", "大纲(&O)", "显示或隐藏大纲", ("Ctrl+1",), checkable=True, needs="document"),
    Command("pane_findings", "问题(&W)", "显示或隐藏问题", ("Ctrl+2",), checkable=True, needs="document"),
    Command("pane_duties", "任务(&R)", "显示或隐藏任务", ("Ctrl+3",), checkable=True, needs="document"),
    Command("zoom_in", "放大(&I)", "放大正文", ("Ctrl+=", "Ctrl++"), needs="document"),
    Command("zoom_out", "缩小(&U)", "缩小正文", ("Ctrl+-",), needs="document"),
    Command("zoom_reset", "原大(&Z)", "正文恢复原大", ("Ctrl+0",), needs="document"),
    Command("line_narrow", "窄(&N)", "每行 22 字", checkable=True, group="line"),
    Command("line_standard", "标准(&S)", "每行 28 字，公文的版心", checkable=True, group="line"),
    Command("line_wide", "宽(&W)", "每行 36 字", checkable=True, group="line"),
    Command("line_window", "适合窗口(&F)", "窗口多宽，每行就放多少字", checkable=True, group="line"),
    Command("focus", "专注模式(&F)", "只看正文，占满屏幕", ("F11",), checkable=True, needs="document"),
    Command(
        "aloud", "朗读视图(&V)", "大字显示，看每一部分要念多久、还剩多久", ("Ctrl+R",), checkable=True, needs="document"
    ),
    Command(
        "fold_part",
        "收起或展开本部分(&T)",
        "收起光标所在标题下面的文字，再按一次展开",
        ("Alt+Shift+-",),
        needs="document",
    ),
    Command("fold_all", "全部收起(&M)", "只留下标题", ("Alt+Shift+0",), needs="document"),
    Command("unfold_all", "全部展开(&E)", "展开收起的文字", ("Alt+Shift+=",), needs="document"),
    Command("show_legend", "图例(&L)", "显示或隐藏图例", checkable=True),
    Command("duties_table", "表格(&T)", "一条任务一行", checkable=True, group="duties"),
    Command("duties_timeline", "时间轴(&L)", "按月看截止日期和频次", checkable=True, group="duties"),
    Command("duties_unit", "按单位(&U)", "每个单位牵头和配合的任务", checkable=True, group="duties"),
    Command("duties_part", "按部分(&P)", "文中每一部分布置的任务", checkable=True, group="duties"),
    Command("theme_system", "跟随系统(&S)", "外观跟随系统", checkable=True, group="theme"),
    Command("theme_light", "浅色(&L)", "浅色外观", checkable=True, group="theme"),
    Command("theme_dark", "深色(&D)", "深色外观", checkable=True, group="theme"),
    Command("theme_contrast_light", "高对比（白底）(&W)", "白底黑字，对比最强", checkable=True, group="theme"),
    Command("theme_contrast", "高对比（黑底）(&B)", "黑底白字，对比最强", checkable=True, group="theme"),
    Command("start_findings", "从头审阅(&F)", "从第一处还没处理的问题看起", ("F7",), needs="report"),
    Command("accept_finding", "采纳建议(&A)", "按第一条建议改；在正文和问题栏里按回车也行", needs="finding"),
    Command("change_finding", "改为(&C)…", "换成您自己的写法", needs="finding"),
    Command("ignore_finding", "忽略此处(&X)", "这里保持原样；在正文和问题栏里按 Delete 也行", needs="finding"),
    Command("pass_over", "总是忽略(&Z)", "这几个字在所有文稿里都不再提醒", needs="finding"),
    Command("disable_rule", "停用此规则(&D)", "所有文稿都不再查这一条", needs="finding"),
    Command("remark", "批注(&M)…", "给选中的文字或这一处问题写一句话", ("Ctrl+Alt+M",), needs="report"),
    Command("mark_finding", "标为问题(&W)…", "把选中的文字标为问题", needs="report"),
    Command("show_decided", "显示已处理(&H)", "也列出已经采纳、忽略的各处", checkable=True),
    Command("give_review", "导出审阅记录(&G)…", "把您的处理存成文件，交给同事接着审", needs="report"),
    Command("take_review", "导入审阅记录(&I)…", "接着同事的处理审这份文稿", needs="report"),
    Command("next_finding", "下一处问题(&N)", "到光标后面的下一处问题", ("F8", "Alt+F7"), "next", needs="report"),
    Command("previous_finding", "上一处问题(&P)", "到光标前面的上一处问题", ("Shift+F8",), "previous", needs="report"),
    Command("show_info", "显示提示(&I)", "也显示值得看一眼的地方", checkable=True),
    Command("show_general_duties", "显示一般性要求(&G)", "也显示不便逐项检查的要求", checkable=True),
    Command("statistics", "文稿统计(&K)", "字数、朗读用时、句子长短、各部分长短和反复出现的词句", needs="document"),
    Command("set_year", "设定年份(&Y)…", "指定文稿的年份，重新推算时限", needs="document"),
    Command("set_speed", "朗读速度(&S)…", "设定每分钟朗读的字数", ()),
    Command("help", "使用帮助(&H)", "查看使用帮助", ("F1",), "help"),
    Command("whats_this", "这是什么(&W)", "再点窗口里的一处，看它是做什么的", ("Shift+F1",)),
    Command("diagnostics", "自检(&T)…", "检查程序是否完好，复制诊断信息"),
    Command("about", "关于(&A)", "版本和许可"),
)

RECENT = "recent"
ENCODING = "encoding"
THEME = "theme"
LINE = "line"
DUTIES = "duties"
MENUS: tuple[tuple[str, tuple[str | None, ...]], ...] = (
    (
        "文件(&F)",
        (
            "open",
            "paste",
            RECENT,
            ENCODING,
            None,
            "export",
            "correct",
            "comment",
            "layout",
            "report",
            "pdf",
            None,
            "preview",
            "print",
            None,
            "give_review",
            "take_review",
            None,
            "show_folder",
            "close",
            "close_all",
            None,
            "settings",
            None,
            "quit",
        ),
    ),
    (
        "编辑(&E)",
        (
            *("undo", "redo", None, "copy", "select_all", None),
            *("add_duty", None, "find", "find_next", "find_previous", None),
            *("go_to", "go_back", "go_forward"),
        ),
    ),
    (
        "查看(&V)",
        (
            *("pane_outline", "pane_findings", "pane_duties", DUTIES, None),
            *("next_document", "previous_document", None),
            *("zoom_in", "zoom_out", "zoom_reset", LINE, None),
            *("fold_part", "fold_all", "unfold_all", None),
            *("focus", "aloud", None, "show_legend", THEME),
        ),
    ),
    (
        "审阅(&R)",
        (
            *("start_findings", "next_finding", "previous_finding", None),
            *("accept_finding", "change_finding", "ignore_finding", "pass_over", "disable_rule", None),
            *("remark", "mark_finding", None),
            *("show_decided", "show_info", "show_general_duties", None),
            *("compare", "batch", "statistics", None, "set_year", "set_speed"),
        ),
    ),
    ("帮助(&H)", ("help", "whats_this", None, "diagnostics", "about")),
)
LINES = ("line_narrow", "line_standard", "line_wide", "line_window")
DUTY_VIEWS = ("duties_table", "duties_timeline", "duties_unit", "duties_part")
THEMES = ("theme_system", "theme_light", "theme_dark", "theme_contrast_light", "theme_contrast")
_SUBMENUS = {THEME: ("外观(&A)", THEMES), LINE: ("页面宽度(&W)", LINES), DUTIES: ("任务的列法(&K)", DUTY_VIEWS)}
TOOL_BAR = ("open", None, "previous_finding", "next_finding", "find", None, "export")


class Actions:
    """The commands as Qt actions that `parent` owns; they do nothing until they are connected."""

    def __init__(self, parent: QObject) -> None:
        self._by_name: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for command in COMMANDS:
            action = QAction(tr(command.text), parent)
            action.setIconText(command.plain)
            keys = "、".join(command.keys[:1])
            action.setToolTip(f"{command.tip}（{keys}）" if keys else command.tip)
            action.setShortcuts([QKeySequence(k) for k in command.keys])
            action.setCheckable(command.checkable)
            action.setIconVisibleInMenu(False)
            if command.group:
                group = groups.setdefault(command.group, QActionGroup(parent))
                group.addAction(action)
            self._by_name[command.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def connect(self, **deeds: Callable[[], object]) -> None:
        """Let each named command do its deed when it is chosen."""
        for name, deed in deeds.items():
            self._by_name[name].triggered.connect(lambda _checked=False, deed=deed: deed())

    def connect_switches(self, **deeds: Callable[[bool], object]) -> None:
        """Let each named command do its deed with the new state when it is switched by hand."""
        for name, deed in deeds.items():
            self._by_name[name].triggered.connect(lambda on, deed=deed: deed(on))

    def allow(self, *, document: bool, report: bool) -> None:
        """Enable what needs a document or a report only where there is one."""
        there = {"document": document, "report": report, "": True}
        for command in COMMANDS:
            if command.needs in there:
                self._by_name[command.name].setEnabled(there[command.needs])

    def show_steps(self, *, undo: str, redo: str) -> None:
        """Say what would be undone and redone, "" where there is nothing."""
        for name, step in (("undo", undo), ("redo", redo)):
            words, bracket, key = tr(next(c.text for c in COMMANDS if c.name == name)).partition("(")
            self._by_name[name].setText(f"{words}：{step}{bracket}{key}" if step else f"{words}{bracket}{key}")
            self._by_name[name].setEnabled(bool(step))

    def load_icons(self) -> None:
        """Give the actions their icons in the colours of the theme in force."""
        for command in COMMANDS:
            if command.icon:
                self._by_name[command.name].setIcon(icons.icon(command.icon))

    def fill_menus(self, bar: QMenuBar, inner: Mapping[str, QMenu]) -> None:
        """Build the menus; the menus `inner` come where the table has their names."""
        for title, names in MENUS:
            menu = bar.addMenu(tr(title))
            for name in names:
                if name is None:
                    menu.addSeparator()
                elif name in inner:
                    menu.addMenu(inner[name])
                elif name in _SUBMENUS:
                    text, choices = _SUBMENUS[name]
                    menu.addMenu(tr(text)).addActions([self._by_name[choice] for choice in choices])
                else:
                    menu.addAction(self._by_name[name])

    def fill_tool_bar(self, bar: QToolBar) -> None:
        """Put the few most used commands on the tool bar, each with its name."""
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for name in TOOL_BAR:
            if name is None:
                bar.addSeparator()
                continue
            bar.addAction(self._by_name[name])
            button = bar.widgetForAction(self._by_name[name])
            if isinstance(button, QToolButton):
                button.setAccessibleName(self._by_name[name].iconText())
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
