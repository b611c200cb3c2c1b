"""Which characters of a part Word makes itself and would make anew: results of fields, bound content controls."""

from reviewer.exports.docx.markup import Node, attributes, unescaped
from reviewer.exports.docx.part import Part

CONTENTS = "这里是自动生成的目录，更新目录时会恢复原样，请改正文里的标题。"
FIELD = "这里的文字由域自动生成（如页码、交叉引用、日期），更新时会恢复原样，请在 Word 中修改。"
BOUND = "这里的文字与文档属性绑定，Word 会自动改回，请在 Word 中修改。"
PROMPT = "这里是内容控件的提示文字，不是正文，请在 Word 中填写。"
# Fields whose result is written by hand and kept: ECMA-376 part 1, 17.16.5.
_BY_HAND = frozenset({"HYPERLINK", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "MACROBUTTON", "GOTOBUTTON", "ADDIN"})
_LEAVES = frozenset({"t", "tab", "ptab", "noBreakHyphen", "sym", "br", "cr"})


class _Field:
    __slots__ = ("code", "result")

    def __init__(self) -> None:
        self.code = ""
        self.result = False


def generated(part: Part) -> dict[Node, str]:
    """The elements that hold generated characters, each with the sentence that says why it cannot be changed."""
    data = part.data
    if not any(sign in data for sign in (b"fldChar", b"fldSimple", b"dataBinding", b"showingPlcHdr")):
        return {}
    found: dict[Node, str] = {}
    _scan(part, part.root, [], None, found)
    return found


def _scan(part: Part, top: Node, fields: list[_Field], bound: str | None, found: dict[Node, str]) -> None:
    pending: list[tuple[Node, str | None]] = [(top, bound)]
    while pending:
        node, why = pending.pop()
        local = node.local
        if local == "txbxContent" and node is not top:
            _scan(part, node, [], None, found)
            continue
        if local == "fldChar":
            _mark(part, node, fields)
        elif local == "instrText" and fields:
            fields[-1].code += unescaped(part.data[node.inner : node.close].decode("utf-8", "replace"))
        elif local == "fldSimple":
            why = _reason(attributes(part.data, node).get("instr", "")) or why
        elif local == "sdt":
            names = {child.local for child in _properties(node)}
            why = BOUND if "dataBinding" in names else PROMPT if "showingPlcHdr" in names else why
        elif local in _LEAVES:
            reason = next((r for f in fields if f.result and (r := _reason(f.code))), None) or why
            if reason:
                found[node] = reason
        pending.extend((child, why) for child in reversed(node.children))


def _mark(part: Part, node: Node, fields: list[_Field]) -> None:
    kind = attributes(part.data, node).get("fldCharType")
    if kind == "begin":
        fields.append(_Field())
    elif kind == "separate" and fields:
        fields[-1].result = True
    elif kind == "end" and fields:
        fields.pop()


def _properties(node: Node) -> list[Node]:
    properties = node.child("sdtPr")
    return [] if properties is None else properties.children


def _reason(code: str) -> str | None:
    """Why the result of a field with this code cannot be changed by hand, None where it can."""
    kind = code.split(None, 1)[0].upper() if code.strip() else ""
    if kind in _BY_HAND:
        return None
    return CONTENTS if kind in ("TOC", "INDEX") else FIELD
