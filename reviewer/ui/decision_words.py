"""What decisions are called, and what is said of them."""

from reviewer.model.decision import (
    AcceptFinding,
    AddDuty,
    AddFinding,
    AddRemark,
    Decision,
    DropParagraph,
    DutyChanges,
    EditDuty,
    IgnoreFinding,
    ListDuty,
    MergeDuty,
    SplitDuty,
    StrikeDuty,
)

RESTORED = "恢复原样"
FOUND_AGAIN = "找回任务"
EDITED = "修改任务"
PASSED_OVER = "总是忽略"
DISABLED = "停用规则"
REOPENED = "恢复未处理"
UNMARKED = "取消标记"
REMARK_GONE = "删去批注"
KEPT = "保留整段"
TAKEN_OVER = "导入审阅记录"
ALL_DONE = "问题都处理完了。"

_KINDS: dict[type[Decision], str] = {
    StrikeDuty: "删去任务",
    AddDuty: "列为任务",
    SplitDuty: "拆成两条",
    MergeDuty: "与下一条合并",
    AcceptFinding: "采纳",
    IgnoreFinding: "忽略此处",
    AddFinding: "标为问题",
    AddRemark: "批注",
    DropParagraph: "删去整段",
}
_FIELDS = {
    "action": "改任务名称",
    "lead": "改牵头单位",
    "support": "改配合单位",
    "due": "改截止日期",
    "recurrence": "改频次",
}


def name_of(decision: Decision) -> str:
    """What a decision is called in the menu that undoes it."""
    if isinstance(decision, ListDuty):
        return listed_words(decision.listed, 1)
    if not isinstance(decision, EditDuty):
        return _KINDS[type(decision)]
    return name_of_fields(fields_of(decision.changes))


def listed_words(listed: bool, count: int) -> str:
    """What it is called to put so many duties into the checklist, or to leave them out."""
    words = "列入清单" if listed else "不列入清单"
    return words if count == 1 else f"{words} {count} 条"


def name_of_fields(fields: list[str]) -> str:
    """What a change of these fields of `DutyChanges` is called."""
    return _FIELDS[fields[0]] if len(fields) == 1 else EDITED


def fields_of(changes: DutyChanges) -> list[str]:
    """The names of the fields that get new values."""
    return [name for name in _FIELDS if getattr(changes, name) is not None]


def accepted_words(count: int) -> str:
    """What it is called to accept so many suggestions."""
    return _KINDS[AcceptFinding] if count == 1 else f"采纳 {count} 处"


def ignored_words(count: int) -> str:
    """What it is called to ignore so many findings."""
    return _KINDS[IgnoreFinding] if count == 1 else f"忽略 {count} 处"


def lost_words(count: int, edited: bool) -> str:
    """That so many decisions have lost their place, in a text that was edited since or in the same."""
    where = "在新文稿里" if edited else ""
    return f"有 {count} 处修改{where}找不到原来的位置，已搁置。"


def reread_words(changes: str, made: int, lost: int) -> str:
    """That the file was read again, what `changes` there are, and what became of the decisions."""
    kept = lost_words(lost, edited=True) if lost else "您的修改都保留着。" if made else ""
    return f"文件已在别处修改，已重新审阅{changes}。{kept}"


def change_words(changed: int, came: int, went: int) -> str:
    """How many paragraphs are others than before, "" where none is."""
    counts = ((changed, "改动"), (came, "新增"), (went, "删去"))
    words = "，".join(f"{name} {count} 段" for count, name in counts if count)
    return f"：{words}" if words else ""


def decoded_words(lost: int) -> str:
    """That the file was read in another encoding, and what became of the decisions."""
    return "已换编码重新打开。" + (lost_words(lost, edited=True) if lost else "")


FILE_GONE = "原来的文件找不到了，可能已被移动、改名或删除。这里仍显示原来的内容。"
FILE_NOT_REREAD = "文件已在别处修改，但没能重新读出。这里仍显示原来的内容。"
