"""What stands behind the text of a printed review: notes and duties, line by line."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from reviewer.exports.checklist_rows import ChecklistRow
from reviewer.exports.review_notes import Note
from reviewer.model.verdict import State
from reviewer.ui import fonts
from reviewer.ui.mark_formats import mark_format
from reviewer.ui.marks import LOOK_NAME, MarkLook
from reviewer.ui.theme import Theme

SMALL = 0.75
"""The size of notes, as a part of that of the text."""
_TAIL = QTextFormat.Property.UserProperty.value
"""Marks blocks that stand behind the text."""


class PrintedTail:
    """Writes behind what `qt` holds by then; `em` is the width of the text's characters in pixels."""

    def __init__(self, qt: QTextDocument, em: int, colours: Theme) -> None:
        self._qt = qt
        self._em = em
        self._theme = colours

    def add_notes(self, notes: Sequence[Note], texts: Sequence[str]) -> Iterator[None]:
        """Add the notes on the document's paragraphs `texts`, one a step."""
        cursor = self._heading("审阅意见")
        self._legend(cursor)
        if not notes:
            self._line(cursor, "", "没有发现需要改的问题。", "")
        for note in notes:
            words = texts[note.span.paragraph][note.span.start : note.span.end]
            quoted = words if len(words) <= 24 else f"{words[:12]}…{words[-11:]}"
            about = f"{note.label}　{note.place}“{quoted}”"
            outcome = f"（{note.outcome}）" if note.outcome and note.state is not State.OPEN else ""
            self._line(cursor, f"[{note.number}]", about, f"{note.message}{note.advice}{outcome}")
            yield

    def add_duties(self, rows: Sequence[ChecklistRow]) -> Iterator[None]:
        """Add the duties, one a step."""
        cursor = self._heading("任务")
        if not rows:
            self._line(cursor, "", "没有可列入清单的任务。", "")
        for number, row in enumerate(rows, 1):
            self._line(cursor, f"{number}.", row.task, _facts(row))
            yield

    def _legend(self, cursor: QTextCursor) -> None:
        """Each kind of mark by its name."""
        plain = self.characters(SMALL)
        cursor.insertBlock(self._block(), plain)
        cursor.insertText("正文中的标记：", plain)
        for look in (
            *(MarkLook.ERROR, MarkLook.WARNING, MarkLook.INFO, MarkLook.ADVERT, MarkLook.ACCEPTED, MarkLook.REMARK),
            *(MarkLook.DUTY, MarkLook.DEADLINE),
        ):
            form = QTextCharFormat(plain)
            form.merge(mark_format(look, self._theme))
            cursor.insertText(LOOK_NAME[look], form)
            cursor.insertText("　", plain)

    def _heading(self, words: str) -> QTextCursor:
        """Begin a part behind the text, the first on a new sheet, and return where its lines go."""
        first = self._qt.lastBlock().blockFormat().property(_TAIL) is None
        cursor = QTextCursor(self._qt)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        form = self._block()
        form.setTopMargin(self._em)
        form.setBottomMargin(self._em * 0.4)
        if first:
            form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        cursor.insertBlock(form, self.characters(1.1, bold=True))
        cursor.insertText(words)
        return cursor

    def _line(self, cursor: QTextCursor, number: str, words: str, more: str) -> None:
        """A numbered line, what it is about in bold, with what there is to say below it."""
        form = self._block()
        indent = self._em * SMALL * 2.8
        form.setLeftMargin(indent)
        cursor.insertBlock(form, self.characters(SMALL))
        if number:
            form.setTextIndent(-indent)
            form.setTabPositions([QTextOption.Tab(indent, QTextOption.TabType.LeftTab)])
            cursor.setBlockFormat(form)
            cursor.insertText(f"{number}\t", self.characters(SMALL, colour=self._theme.accent, bold=True))
        cursor.insertText(words, self.characters(SMALL, bold=bool(more)))
        if more:
            cursor.insertText("\u2028" + more.replace("\n", "；"), self.characters(SMALL))

    def _block(self) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setProperty(_TAIL, True)
        form.setLineHeight(self._em * SMALL * 1.55, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        form.setBottomMargin(self._em * 0.25)
        return form

    def characters(self, size: float, *, colour: str = "", bold: bool = False) -> QTextCharFormat:
        """Letters of `size` times those of the text."""
        form = QTextCharFormat()
        form.setFont(self.font(size))
        form.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        if colour:
            form.setForeground(QColor(colour))
        return form

    def font(self, size: float) -> QFont:
        """A font of `size` times that of the text."""
        font = QFont()
        font.setFamilies(fonts.families(fonts.INTERFACE))
        font.setPixelSize(round(self._em * size))
        return font


def _facts(row: ChecklistRow) -> str:
    """Who, with whom, by when, and where it says so, in a line."""
    limit = row.limit.replace("\n", "、")
    due = row.due.isoformat() if row.due else ""
    when = f"{limit}（{due}）" if limit and due else limit or due
    parts = [
        row.lead.replace("\n", ""),
        f"配合：{row.support}" if row.support else "",
        f"时限：{when}" if when else "",
        row.frequency.replace("\n", "、") if row.frequency != row.limit else "",
        row.place,
    ]
    return "　".join(filter(None, parts))
