"""Control words and signs of RTF that stand for characters or say what a group is."""

from reviewer.model.document import Place
from reviewer.readers.rtf.flow import PAGE

SIGNS = {"~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}
CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "page": PAGE,
    "column": PAGE,
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
}
SKIPPED = frozenset(
    {
        *("aftncn", "aftnsep", "aftnsepc", "atnauthor", "atndate", "atnid", "atnparent", "atnref", "atntime"),
        *("bkmkend", "bkmkstart", "category", "colortbl", "company", "doccomm", "fldinst", "ftncn", "ftnsep"),
        *("ftnsepc", "info", "nonesttables", "nonshppict", "pict", "pn", "pntxta", "pntxtb", "rxe", "shprslt"),
        *("sp", "tc", "template", "title", "txe", "upr", "xe"),
    }
)
"""Groups whose text is none of the document's, or is there a second time."""

STARRED = frozenset({"annotation", "do", "moMath", "moMathPara", "nesttableprops", "shpinst", "ud"})
"""Groups that may be passed over by those who do not know them and are not passed over here."""

MARGINS = {f"{place.value}{side}": place for place in (Place.HEADER, Place.FOOTER) for side in ("", "l", "r", "f")}
_NOTE_FORMATS = {
    "ar": "decimal",
    "alc": "lowerLetter",
    "auc": "upperLetter",
    "rlc": "lowerRoman",
    "ruc": "upperRoman",
    "chi": "chicago",
    "cnum": "decimalEnclosedCircle",
    "dbnum": "chineseCounting",
}
NOTE_FORMATS = {
    f"{prefix}nn{key}": (place, form)
    for prefix, place in (("ft", Place.FOOTNOTE), ("aft", Place.ENDNOTE))
    for key, form in _NOTE_FORMATS.items()
}
"""The words that say how notes are numbered, with the kind of notes and the number format."""
