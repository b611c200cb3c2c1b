"""A Word document set to a layout profile where it stands: its words, pictures, tables and notes stay."""

from collections.abc import Mapping

from reviewer.errors import WriteError
from reviewer.exports.copy import Copy
from reviewer.exports.docx.leaves import Leaves
from reviewer.exports.docx.markup import PICTURES, Node, attributes, nodes
from reviewer.exports.docx.original import Original
from reviewer.exports.docx.part import Part
from reviewer.exports.official.blocks import run_in_headings, signature_indents
from reviewer.exports.official.classify import looks
from reviewer.exports.official.looks import Look, Setting, fonts, indent
from reviewer.exports.official.manner import Manner, manner
from reviewer.exports.text_width import ems
from reviewer.model.document import Document, Paragraph, Place
from reviewer.model.layout import LayoutProfile
from reviewer.model.outline import Outline
from reviewer.readers.docx import read_docx

# The order of properties (ECMA-376 part 1, CT_PPr and CT_RPr) as far as those that are set here need it.
_PARAGRAPH_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers"),
    *("pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct"),
    *("autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"),
    *("mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl"),
    *("divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
_RUN_ORDER = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow"),
    *("emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern"),
    *("position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em"),
    *("lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange"),
)
_STRICT = {"left": "start", "right": "end"}
_ROUNDED = 113  # twips, 2 mm
_TYPED_SPACE = " \u3000\t"


def set_anew(document: Document, outline: Outline, original: bytes, profile: LayoutProfile) -> Copy:
    """`original`, from which `document` was read, with the paragraphs of its body and its pages set as `profile` wants.

    Raises WriteError where the original is no longer what was read, or is damaged.
    """
    fresh = read_docx(original, document.path)
    if fresh.texts != document.texts:
        raise WriteError("原稿在打开之后改动过。", "请重新打开原稿，再导出。")
    source = Original(original)
    part = source.part(None)
    leaves = Leaves(source.part)
    found = looks(document, outline)
    wanted = manner(profile)
    leads = run_in_headings(document, outline)
    rights = signature_indents(document, [n for n, look in found.items() if look is Look.SIGNATURE])
    # Before the paragraphs, whose properties may hold those of a section.
    for section in [node for node in part.root.walk() if node.name == f"{part.word}sectPr"]:
        _set_page(part, section, wanted)
    done: set[Node] = set()
    for number, look in found.items():
        paragraph = fresh.paragraphs[number]
        node = part.at(paragraph.origin.address)
        if paragraph.origin.place is not Place.BODY or node is None or _stays(paragraph, node):
            continue
        lead = leads.get(number) if look is Look.BODY else None
        for leaf in leaves.of(paragraph):
            if leaf.run.name == f"{part.word}r" and leaf.run not in done:
                done.add(leaf.run)
                heading = lead is not None and leaf.end <= lead[1]
                font = wanted.run_in(lead[0]) if heading and lead is not None else wanted.settings[look].font
                _set_run(part, leaf.run, wanted.settings[look], font)
        if "#" not in paragraph.origin.address:
            ind, align = rights.get(number) or _indent(paragraph, wanted.settings[look]), wanted.settings[look].align
            if source.strict:
                ind, align = ind.replace("w:left", "w:start").replace("w:right", "w:end"), _STRICT.get(align, align)
            _set_paragraph(part, node, wanted.settings[look], ind, align)
    data = source.copy()
    if read_docx(data, document.path).texts != document.texts:
        raise WriteError("这份原稿的内部结构特殊，副本核对没有通过，没有保存。", "请在 Word 中排版。")
    return Copy(data, len(found))


def _stays(paragraph: Paragraph, node: Node) -> bool:
    """Whether a paragraph is not set anew: a line of the contents, or one whose picture a fixed line would cut off."""
    return node.local != "p" or paragraph.style.is_contents or any(n.local in PICTURES for n in node.walk())


def _indent(paragraph: Paragraph, setting: Setting) -> str:
    """The indent of a paragraph, in which the spaces count that somebody typed for it."""
    text = paragraph.text[paragraph.label :]
    typed = ems(text[: len(text) - len(text.lstrip(_TYPED_SPACE))])
    first = max(0.0, setting.first - typed) if setting.first else 0.0
    return indent(first=first, size=setting.size)


def _set_run(part: Part, run: Node, setting: Setting, font: str) -> None:
    wanted = {
        "rFonts": fonts(font),
        "spacing": f'<w:spacing w:val="{setting.spacing}"/>',
        "sz": f'<w:sz w:val="{round(setting.size * 2)}"/>',
        "szCs": f'<w:szCs w:val="{round(setting.size * 2)}"/>',
    }
    properties = run.child("rPr")
    if properties is None:
        part.insert(run.inner, _whole(part, "rPr", {}, wanted, _RUN_ORDER))
    else:
        kept = _kept(part, properties)
        part.replace(properties.start, properties.end, _whole(part, "rPr", kept, wanted, _RUN_ORDER))


def _set_paragraph(part: Part, node: Node, setting: Setting, ind: str, align: str) -> None:
    line = setting.line or 0
    wanted = {
        "autoSpaceDE": '<w:autoSpaceDE w:val="0"/>',
        "autoSpaceDN": '<w:autoSpaceDN w:val="0"/>',
        "spacing": '<w:spacing w:before="0" w:beforeLines="0" w:beforeAutospacing="0" w:after="0" w:afterLines="0"'
        f' w:afterAutospacing="0" w:line="{round(line * 20)}" w:lineRule="exact"/>',
        "ind": ind,
        "jc": f'<w:jc w:val="{align}"/>',
    }
    if setting.page_break:
        wanted["pageBreakBefore"] = "<w:pageBreakBefore/>"
    properties = node.child("pPr")
    if properties is not None:
        kept = _kept(part, properties)
        part.replace(properties.start, properties.end, _whole(part, "pPr", kept, wanted, _PARAGRAPH_ORDER))
    elif node.end > node.inner:
        part.insert(node.inner, _whole(part, "pPr", {}, wanted, _PARAGRAPH_ORDER))


def _kept(part: Part, properties: Node) -> dict[str, bytes]:
    return {child.name: part.rendered(child.start, child.end) for child in properties.children if child.name}


def _whole(
    part: Part, name: str, kept: Mapping[str, bytes], wanted: Mapping[str, str], order: tuple[str, ...]
) -> bytes:
    """The properties `kept`, but for those `wanted`, each at its place."""
    found = {**kept, **{part.word + key: _in_prefix(part, content) for key, content in wanted.items()}}
    places = {part.word + key: number for number, key in enumerate(order)}
    extension = len(order) - 1.5  # such as w14:shadow, before the record of changes
    ordered = sorted(found, key=lambda key: places.get(key, extension))
    return part.tag(name, empty=False) + b"".join(found[key] for key in ordered) + part.end_tag(name)


def _in_prefix(part: Part, content: str) -> bytes:
    """An element without content in the prefix of the part."""
    data = content.encode()
    node = nodes(data)
    return part.element(node.local, attributes(data, node))


def _set_page(part: Part, section: Node, wanted: Manner) -> None:
    """Set the paper, the margins and the grid of an upright section; one that lies across is left to its tables."""
    size = section.child("pgSz")
    if size is not None:
        paper = attributes(part.data, size)
        if paper.get("orient") == "landscape":
            return
        if any(_is_other(paper.get(side), length) for side, length in wanted.paper.items()):
            part.replace(size.start, size.end, part.element("pgSz", wanted.paper))
    margins = section.child("pgMar")
    if margins is not None:
        values = {**attributes(part.data, margins), **wanted.margins}
        part.replace(margins.start, margins.end, part.element("pgMar", values))
    grid = section.child("docGrid")
    if grid is not None:
        part.replace(grid.start, grid.end, part.element("docGrid", wanted.grid))


def _is_other(length: str | None, wanted: str) -> bool:
    """Whether a side of the paper is another than wanted, by more than programs round it; so is one not understood."""
    return length is None or not length.isdecimal() or abs(int(length) - int(wanted)) > _ROUNDED
