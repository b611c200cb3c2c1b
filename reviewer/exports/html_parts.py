"""Pieces of a page of HTML: whatever comes from a document is escaped here and nowhere else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from reviewer import resource

_UNFIT = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `look` is its class, `badge` that of a frame around its words, "" for none.

    `html` says that `words` are escaped already.
    """

    words: str
    look: str = ""
    badge: str = ""
    html: bool = False


def escaped(text: str) -> str:
    """`text` as it may stand in a page, with line ends as breaks and what no page may hold as �."""
    return escape(text.translate(_UNFIT)).replace("\n", "<br>")


def facts(items: Iterable[tuple[str, str]]) -> str:
    """Values side by side, each above what it is."""
    return (
        '<ul class="facts">'
        + "".join(f"<li><b>{escaped(value)}</b><span>{escaped(words)}</span></li>" for value, words in items)
        + "</ul>"
    )


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A table whose head is repeated on every sheet of paper."""
    head = "".join(f'<th scope="col">{escaped(column)}</th>' for column in columns)
    body = "\n".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    above = f"<caption>{escaped(caption)}</caption>" if caption else ""
    return f"<table>{above}<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"


def page(title: str, body: Iterable[str]) -> str:
    """A whole page with its style; browsers are told to fetch nothing and to run nothing."""
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)}</title>\n<style>\n{resource.read_text('templates/report.css')}</style>\n"
        "</head>\n<body>\n" + "\n".join(body) + "\n</body>\n</html>\n"
    )


def _cell(cell: Cell) -> str:
    words = cell.words if cell.html else escaped(cell.words)
    if cell.badge:
        words = f'<span class="badge {cell.badge}">{words}</span>'
    return f'<td class="{cell.look}">{words}</td>' if cell.look else f"<td>{words}</td>"
