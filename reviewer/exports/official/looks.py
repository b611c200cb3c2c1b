"""How each element of an official document is set (GB/T 9704—2012), as styles of a Word document."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from xml.sax.saxutils import quoteattr

TITLE_FONT, BODY_FONT, HEADING_FONT, KAI_FONT, SONG_FONT = (
    "方正小标宋简体",
    "仿宋_GB2312",
    "黑体",
    "楷体_GB2312",
    "宋体",
)
# What stands in where a computer lacks the font, nearest first; Word reads it from the font table.
FALLBACKS = {
    TITLE_FONT: "方正小标宋_GBK,华文中宋,宋体",
    BODY_FONT: "仿宋,FangSong,华文仿宋",
    HEADING_FONT: "SimHei,Noto Sans CJK SC",
    KAI_FONT: "楷体,KaiTi,华文楷体",
    SONG_FONT: "SimSun,Noto Serif CJK SC",
}
LINE = 28  # points, fixed
TIGHT = -5  # twips; 28 characters of 16 points in 156 mm (5.2.3), which a character grid gives in Word alone


class Look(StrEnum):
    """The elements of an official document; the value is the name of the style in Word."""

    BODY = "Normal"
    TITLE = "公文标题"
    UNDER_TITLE = "题下署名"
    ADDRESSEE = "主送机关"
    HEADING_1 = "heading 1"
    HEADING_2 = "heading 2"
    HEADING_3 = "heading 3"
    APPENDIX_NOTE = "附件说明"
    SIGNATURE = "落款"
    APPENDIX = "附件序号"
    APPENDIX_TITLE = "附件标题"
    CELL = "表格文字"
    FOOTER = "页码"


@dataclass(frozen=True, slots=True)
class Setting:
    """How an element is set: font, size and fixed line distance in points, indents in characters, spacing in twips."""

    font: str = BODY_FONT
    size: float = 16
    align: str = "both"
    first: float = 2
    outline: int | None = None
    page_break: bool = False
    line: float | None = LINE
    spacing: int = 0


SETTINGS = {
    Look.BODY: Setting(spacing=TIGHT),
    Look.TITLE: Setting(TITLE_FONT, 22, "center", 0, line=35),
    Look.UNDER_TITLE: Setting(KAI_FONT, align="center", first=0, spacing=TIGHT),
    Look.ADDRESSEE: Setting(align="left", first=0, spacing=TIGHT),
    Look.HEADING_1: Setting(HEADING_FONT, outline=0, spacing=TIGHT),
    Look.HEADING_2: Setting(KAI_FONT, outline=1, spacing=TIGHT),
    Look.HEADING_3: Setting(spacing=TIGHT, outline=2),
    Look.APPENDIX_NOTE: Setting(align="left", first=0, spacing=TIGHT),
    Look.SIGNATURE: Setting(align="right", first=0, spacing=TIGHT),
    Look.APPENDIX: Setting(HEADING_FONT, align="left", first=0, page_break=True),
    Look.APPENDIX_TITLE: Setting(TITLE_FONT, 22, "center", 0, line=35),
    Look.CELL: Setting(align="left", first=0, size=12, line=None),
    Look.FOOTER: Setting(SONG_FONT, 14, "right", 0, line=None),
}


def style_id(look: Look) -> str:
    """The identifier of an element's style in the document."""
    return f"GW{list(Look).index(look)}"


def fonts(name: str) -> str:
    """The `w:rFonts` that sets all scripts in one font."""
    value = quoteattr(name)
    return f'<w:rFonts w:ascii={value} w:hAnsi={value} w:eastAsia={value} w:cs={value} w:hint="eastAsia"/>'


def styles_xml(space: str, settings: Mapping[Look, Setting]) -> str:
    """The styles part."""
    inner = "".join(_style(look, setting) for look, setting in settings.items())
    body = settings[Look.BODY]
    return (
        f'<w:styles xmlns:w="{space}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts(body.font)}'
        f'{sizes(body)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault/></w:docDefaults>{inner}{_TABLE}</w:styles>"
    )


def sizes(setting: Setting) -> str:
    """The `w:sz` and `w:szCs` of a setting."""
    half_points = round(setting.size * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def font_table_xml(space: str) -> str:
    """The font table, which names what stands in for a font that is not there."""
    inner = "".join(
        f'<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(others)}/><w:charset w:val="86"/></w:font>'
        for name, others in FALLBACKS.items()
    )
    return f'<w:fonts xmlns:w="{space}">{inner}</w:fonts>'


_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="GWTable"><w:name w:val="Normal Table"/><w:tblPr>'
    '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def _style(look: Look, setting: Setting) -> str:
    default = ' w:default="1"' if look is Look.BODY else ""
    based = "" if look is Look.BODY else f'<w:basedOn w:val="{style_id(Look.BODY)}"/>'
    line = "" if setting.line is None else f'<w:spacing w:line="{round(setting.line * 20)}" w:lineRule="exact"/>'
    if setting.line is None:
        line = '<w:spacing w:line="240" w:lineRule="auto"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style_id(look)}"><w:name w:val={quoteattr(look.value)}/>'
        f"{based}<w:qFormat/><w:pPr>{'<w:pageBreakBefore/>' if setting.page_break else ''}"
        f'<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f"{line}{indent(first=setting.first, size=setting.size)}"
        f'<w:jc w:val="{setting.align}"/>'
        + (f'<w:outlineLvl w:val="{setting.outline}"/>' if setting.outline is not None else "")
        + f"</w:pPr><w:rPr>{fonts(setting.font)}"
        f'<w:spacing w:val="{setting.spacing}"/>{sizes(setting)}</w:rPr></w:style>'
    )


def indent(*, left: float = 0, right: float = 0, first: float = 0, hanging: float = 0, size: float = 16) -> str:
    """The `w:ind` of these indents in characters of `size` points."""
    said = ""
    for name, chars in (("left", left), ("right", right), ("hanging", hanging) if hanging else ("firstLine", first)):
        said += f' w:{name}Chars="{round(chars * 100)}" w:{name}="{round(chars * size * 20)}"'
    return f"<w:ind{said}/>"
