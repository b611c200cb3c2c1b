"""Plain text files."""

from itertools import pairwise

from reviewer.model.document import Document, Origin, Paragraph
from reviewer.readers import limits
from reviewer.readers.deadline import check_time
from reviewer.readers.encoding import decode
from reviewer.readers.gather import CUT
from reviewer.readers.lines import one_line, split_lines, split_points

_STRIDE = 1000


def read_txt(data: bytes, path: str, encoding: str | None = None) -> Document:
    """The lines of a text file, blank ones counted and nothing stripped; addresses are `body/LINE`.

    A line longer than the limit is divided, the pieces addressed `body/LINE#1`, ….
    """
    if len(data) > limits.TEXT_BYTES:
        raise limits.too_large()
    decoded = decode(data, encoding)
    limits.check_amount(0, len(decoded.text))
    lines, newline = split_lines(decoded.text)
    paragraphs: list[Paragraph] = []
    warnings = decoded.warnings
    for number, line in enumerate(lines):
        if number % _STRIDE == 0:
            check_time()
        text, address = one_line(line), f"body/{number}"
        cuts = split_points(len(text))
        if not cuts:
            paragraphs.append(Paragraph(text, Origin(address)))
            continue
        for piece, (start, end) in enumerate(pairwise([0, *cuts, len(text)])):
            paragraphs.append(Paragraph(text[start:end], Origin(f"{address}#{piece}" if piece else address)))
        warnings = (*decoded.warnings, CUT)
    return Document(path, "txt", tuple(paragraphs), warnings, encoding=decoded.encoding, newline=newline)
