"""How a clerk finds a paragraph again."""

from reviewer.model.document import Document, Origin, Place
from reviewer.words import PLACE


def place_names(document: Document) -> tuple[str, ...]:
    """A name for every paragraph: 第12段, 表1第3行, 脚注2; "" for blank ones.

    Only paragraphs of the body that hold text are counted, from 1, the title included.
    """
    names: list[str] = []
    counted = 0
    for paragraph in document.paragraphs:
        if not paragraph.text.strip():
            names.append("")
        elif paragraph.origin.place is Place.BODY:
            counted += 1
            names.append(f"第{counted}段")
        else:
            names.append(_outside_body(paragraph.origin))
    return tuple(names)


def _outside_body(origin: Origin) -> str:
    if origin.place is Place.TABLE:
        table = "" if origin.table is None else str(origin.table + 1)
        return f"{PLACE[Place.TABLE]}{table}" + ("" if origin.row is None else f"第{origin.row + 1}行")
    return PLACE[origin.place] + (origin.note or "")
