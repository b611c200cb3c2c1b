"""What the clerk is asked before a copy is written, and what she is told could not go into it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from reviewer.model.span import Span
from reviewer.ui.dialog_parts import answers, closing, column_of, prose
from reviewer.ui.preferences import Preferences
from reviewer.ui.theme import GAP

_WIDTH = 460
_SPAN = Qt.ItemDataRole.UserRole


class _CopyDialog(QDialog):
    """A line on what will be in the copy, switches below it, and the step on to its name."""

    def __init__(self, title: str, summary: str, preferences: Preferences, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._preferences = preferences
        self._switches: dict[str, QCheckBox] = {}
        self.summary = prose(summary)
        self.rows = column_of(self, self.summary)
        self.rows.setSpacing(2 * GAP)

    def switch(self, name: str, text: str) -> QCheckBox:
        """A switch that is as the clerk left it."""
        box = QCheckBox(text)
        box.setChecked(self._preferences.settings.flag(name))
        self._switches[name] = box
        self.rows.addWidget(box)
        return box

    def finish(self) -> None:
        """Put the buttons under what was added."""
        buttons, accept = answers(self, "选择保存位置…")
        accept.setFocus()
        self.rows.addStretch(1)
        self.rows.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)

    def accept(self) -> None:
        """Remember the switches."""
        for name, box in self._switches.items():
            self._preferences.set(name, box.isChecked())
        super().accept()


class CorrectedDialog(_CopyDialog):
    """Asks how the corrected copy is wanted; `as_text` says that it can be a text file again."""

    def __init__(
        self, summary: str, remarks: int, *, word: bool, as_text: bool, preferences: Preferences, parent: QWidget | None
    ) -> None:
        super().__init__("导出修订稿", summary, preferences, parent)
        self._word, self._as_text = word, as_text
        self.tracked = self.switch("last_copy_tracked", "用修订标记显示改动，由作者逐条接受(&T)")
        self.author = QLineEdit(preferences.settings.words("last_copy_author"))
        self.author.setAccessibleName("修订人")
        self.author.setPlaceholderText("不填就写“公文审阅”")
        form = QFormLayout()
        form.setContentsMargins(3 * GAP, 0, 0, 0)
        form.addRow("修订人：", self.author)
        self.rows.addLayout(form)
        self.remarks = self.switch("last_copy_remarks", f"带上我写的 {remarks} 条批注(&R)")
        self.remarks.setVisible(remarks > 0)
        self._has_remarks = remarks > 0
        self.result_words = prose("", muted=True)
        self.rows.addWidget(self.result_words)
        self.tracked.toggled.connect(self._show_result)
        self.remarks.toggled.connect(self._show_result)
        self._show_result()
        self.finish()

    @property
    def with_remarks(self) -> bool:
        """Whether there are remarks and she wants them in it."""
        return self._has_remarks and self.remarks.isChecked()

    @property
    def as_text(self) -> bool:
        """Whether the copy will be a text file."""
        return self._as_text and not self.tracked.isChecked() and not self.with_remarks

    def accept(self) -> None:
        """Remember the name too."""
        self._preferences.set("last_copy_author", self.author.text().strip())
        super().accept()

    def _show_result(self) -> None:
        self.author.setEnabled(self.tracked.isChecked())
        if self._word:
            words = "字体、编号、表格和图片都和原稿一样；原稿不动。"
        elif self.as_text:
            words = "仍是文本文件，编码和换行不变；原稿不动。"
        else:
            words = "原稿不是 .docx 文档，修订稿按公文格式（GB/T 9704—2012）排成 Word 文档，图片、页眉和页脚不带过来；原稿不动。"
        self.result_words.setText(words)


class CommentedDialog(_CopyDialog):
    """Asks how the commented copy is wanted; `counts` are the comments without and with hints."""

    def __init__(
        self, counts: tuple[int, int], *, word: bool, preferences: Preferences, parent: QWidget | None
    ) -> None:
        super().__init__("导出批注稿", "", preferences, parent)
        self._counts = counts
        self.hints = self.switch("last_copy_hints", "“提示”一级的问题也写成批注(&I)")
        self.highlight = self.switch("last_copy_highlight", "标出任务（黄色）和时限（青色）(&H)")
        if word:
            words = "批注挂在问题所在的字上，正文一个字也不改；原稿不动。"
        else:
            words = "原稿不是 .docx 文档，批注稿按公文格式（GB/T 9704—2012）排成 Word 文档，图片、页眉和页脚不带过来；原稿不动。"
        self.rows.addWidget(prose(words, muted=True))
        self.hints.toggled.connect(self._count)
        self._count()
        self.finish()

    def _count(self) -> None:
        number = self._counts[self.hints.isChecked()]
        words = (
            f"还没有处理的问题和您写的批注，共 {number} 条，写成 Word 批注。" if number else "没有要写成批注的问题。"
        )
        self.summary.setText(words)


class RefusedDialog(QDialog):
    """Lists what could not be written; choosing a line shows its place in the text."""

    chosen = Signal(object)

    def __init__(self, lines: Sequence[tuple[str, Span]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("没有写进副本的地方")
        self.setAccessibleName("没有写进副本的地方")
        self.list = QListWidget()
        self.list.setAccessibleName("没有写进副本的地方")
        self.list.setWordWrap(True)
        self.list.setAlternatingRowColors(True)
        for words, span in lines:
            item = QListWidgetItem(words)
            item.setData(_SPAN, span)
            self.list.addItem(item)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        buttons, _ = closing(self)
        column_of(self, self.list, buttons)
        self.resize(_WIDTH + 100, 320)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_SPAN))
