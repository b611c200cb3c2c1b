"""Word documents made from a few words: the fixtures of the reader tests."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from xml.sax.saxutils import escape

from reviewer.errors import ReadError
from reviewer.model.document import Document
from reviewer.readers import read_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:m="{M}"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def r(text: str, props: str = "") -> str:
    """A run; `props` names its properties, such as `b sz=32 vanish rStyle=隐`."""
    rpr = _properties(props)
    return f"<w:r>{f'<w:rPr>{rpr}</w:rPr>' if rpr else ''}<w:t>{escape(text)}</w:t></w:r>"


def p(*content: str, props: str = "", mark: str = "") -> str:
    """A paragraph of runs (plain words become one); `props` as for runs, or `num=1/0` for list and level."""
    inner = "".join(c if c.startswith("<") else r(c) for c in content)
    ppr = _properties(props) + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{inner}</w:p>"


def _properties(props: str) -> str:
    out = ""
    for prop in props.split():
        name, _, value = prop.partition("=")
        if name == "num":
            number, _, level = value.partition("/")
            out += "<w:numPr>" + (f'<w:ilvl w:val="{level}"/>' if level else "")
            out += (f'<w:numId w:val="{number}"/>' if number else "") + "</w:numPr>"
        else:
            out += f'<w:{name} w:val="{value}"/>' if value else f"<w:{name}/>"
    return out


def table(*rows: str) -> str:
    """A table; cells of a row are divided by `|`, and a cell may be XML."""
    out = "<w:tbl><w:tblPr/><w:tblGrid/>"
    for row in rows:
        out += (
            "<w:tr>" + "".join(f"<w:tc>{c if c.startswith('<') else p(c)}</w:tc>" for c in row.split("|")) + "</w:tr>"
        )
    return out + "</w:tbl>"


def box(*paragraphs: str) -> str:
    """A run with a text box, written twice as Word does: as a choice and as a fallback."""
    text = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><inner>'
        f"{text}</inner></w:drawing></mc:Choice><mc:Fallback><w:pict>{text}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def field(code: str, result: str) -> str:
    """A complex field."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        mark.format("begin")
        + f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        + mark.format("separate")
        + (result if result.startswith("<") else r(result))
        + mark.format("end")
    )


def levels(*specs: str) -> str:
    """The levels of a list: `chineseCounting:%1、` or `decimal:%1.:start=3 suff=nothing`."""
    out = ""
    for depth, spec in enumerate(specs):
        kind, text, *rest = spec.split(":")
        out += (
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{text}"/>{_properties("".join(rest))}</w:lvl>'
        )
    return out


def lists(*abstracts: str, nums: str = "") -> str:
    """numbering.xml with the abstract lists 0, 1, … (their levels) and a list 1, 2, … on each, then `nums`."""
    out = "".join(f'<w:abstractNum w:abstractNumId="{i}">{a}</w:abstractNum>' for i, a in enumerate(abstracts))
    out += "".join(f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(len(abstracts)))
    return root("numbering", out + nums)


def style(
    identifier: str, ppr: str = "", rpr: str = "", based: str = "", kind: str = "paragraph", name: str = ""
) -> str:
    """A style with the properties named as for runs and paragraphs."""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identifier}"><w:name w:val="{name or identifier}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + f"<w:pPr>{_properties(ppr)}</w:pPr><w:rPr>{_properties(rpr)}</w:rPr></w:style>"
    )


def root(name: str, content: str) -> str:
    """A part with the root element `name`."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_SPACES}>{content}</w:{name}>'


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def relations(**targets: str) -> str:
    """A relationships part: identifier=`type:target`."""
    out = "".join(
        f'<Relationship Id="{identifier}" Type="{R}/{target.partition(":")[0]}" Target="{target.partition(":")[2]}"/>'
        for identifier, target in targets.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{out}</Relationships>'


def docx(body: str, **parts: str) -> bytes:
    """A Word document; `body` is XML, or paragraphs of plain words divided by `|`; `parts` go into word/NAME.xml."""
    if not body.startswith("<"):
        body = "".join(p(text) for text in body.split("|"))
    named = {f"r{name}": f"{name.rstrip('0123456789')}:{name}.xml" for name in parts}
    return package(
        {
            "_rels/.rels": relations(main="officeDocument:word/document.xml"),
            "word/document.xml": root("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(**named),
            **{f"word/{name}.xml": content for name, content in parts.items()},
        }
    )


def doc(body: str, **parts: str) -> Document:
    """What is read in `docx(body, …)`."""
    return read_bytes(docx(body, **parts), "made.docx")


def texts(body: str, **parts: str) -> list[str]:
    """The paragraphs that are read in `docx(body, …)`."""
    return list(doc(body, **parts).texts)


def outcome(data: bytes, name: str) -> Document | None:
    """What is read in `data`; None where it was refused, in one sentence and not because something broke."""
    try:
        return read_bytes(data, name)
    except ReadError as error:
        refused = error
    assert refused.__cause__ is None
    assert refused.sentence.endswith("。")
    assert "\n" not in refused.sentence
    return None


def outcome_of(read: Callable[[bytes, str], Document], data: bytes) -> Document | None:
    """What this reader finds in `data`; None where it refused it in one sentence."""
    try:
        return read(data, "made")
    except ReadError as error:
        refused = error
    assert refused.sentence.endswith("。")
    return None
