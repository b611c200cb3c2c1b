"""The parts of a Word document that are the same for every official document: page, page number, settings."""

from collections.abc import Mapping

from reviewer.exports.official.looks import Look, font_table_xml, style_id, styles_xml
from reviewer.exports.official.manner import Manner, twips

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ABOVE_EDGE = 12  # the page number's distance from the foot of the type area, 7 mm (7.5), and its own height


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f' w:{name}="{value}"' for name, value in values.items())


def _section(manner: Manner) -> str:
    footer = max(0, int(manner.margins["bottom"]) - twips(_ABOVE_EDGE))
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
        f"<w:pgSz{_attributes(manner.paper)}/>"
        f'<w:pgMar{_attributes(manner.margins)} w:header="{twips(15)}" w:footer="{footer}" w:gutter="0"/>'
        f"<w:docGrid{_attributes(manner.grid)}/></w:sectPr>"
    )


def parts(body: str, manner: Manner) -> dict[str, str]:
    """The parts of a document with these blocks."""
    related = (
        ("rId1", "styles", "styles.xml"),
        ("rId2", "settings", "settings.xml"),
        ("rId3", "fontTable", "fontTable.xml"),
        ("rId4", "footer", "footer1.xml"),
        ("rId5", "footer", "footer2.xml"),
    )
    links = "".join(
        f'<Relationship Id="{identifier}" Type="{_KINDS}/{kind}" Target="{target}"/>'
        for identifier, kind, target in related
    )
    kinds = "".join(
        f'<Override PartName="/word/{target}" ContentType="{_OFFICE}.{kind}+xml"/>' for _, kind, target in related
    )
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>{kinds}</Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1"'
        f' Type="{_KINDS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'{_HEAD}<w:document xmlns:w="{WORD}" xmlns:r="{_KINDS}"><w:body>{body}{_section(manner)}</w:body>'
        "</w:document>",
        "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{links}</Relationships>',
        "word/styles.xml": _HEAD + styles_xml(WORD, manner.settings),
        "word/settings.xml": f'{_HEAD}<w:settings xmlns:w="{WORD}"><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>',
        "word/fontTable.xml": _HEAD + font_table_xml(WORD),
        "word/footer1.xml": _footer("right"),
        "word/footer2.xml": _footer("left"),
    }


def _footer(side: str) -> str:
    """The page number between dashes, one character from the outer edge of the type area."""
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    number = field.format("begin") + code + field.format("separate") + run.format("1") + field.format("end")
    return (
        f'{_HEAD}<w:ftr xmlns:w="{WORD}"><w:p><w:pPr><w:pStyle w:val="{style_id(Look.FOOTER)}"/>'
        f'<w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>'
        f"{run.format('— ')}{number}{run.format(' —')}</w:p></w:ftr>"
    )
