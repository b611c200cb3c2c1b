"""The office's own words: those that are right, and those that it does not want to read."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from reviewer.model.terms import Term, Terms
from reviewer.store import terms as store
from reviewer.ui.dialog_parts import prose
from reviewer.ui.references import References
from reviewer.ui.theme import GAP

_ABOUT_KEPT = "不要报的词：本单位的专名、行话，每行一个。"
_KEPT_EXAMPLE = "青融码\n翠屏坊"
_ABOUT_UNWANTED = "不用的词：每行写不用的词、改用的词、说明，用空格隔开。"
_UNWANTED_EXAMPLE = "老百姓　群众　书面用语\n有关人等　禁用　指称不明"
_KINDS = "词表 (*.xlsx *.txt);;所有文件 (*)"


class TermsPage(QWidget):
    """Nothing is in force before it is saved; one button goes back to what was in force before the last saving."""

    said = Signal(str)

    def __init__(self, references: References, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._references = references
        self._before: Terms | None = None
        self.kept = self._editor("不要报的词", _ABOUT_KEPT, _KEPT_EXAMPLE)
        self.unwanted = self._editor("不用的词", _ABOUT_UNWANTED, _UNWANTED_EXAMPLE)
        self.take_kept = QPushButton("导入…")
        self.take_kept.setAccessibleName("导入不要报的词")
        self.take_kept.setToolTip("从 Excel 或文本文件导入，每行一个词")
        self.take_unwanted = QPushButton("导入…")
        self.take_unwanted.setAccessibleName("导入不用的词")
        self.take_unwanted.setToolTip("从 Excel 或文本文件导入：第一列不用的词，第二列改用的词，第三列说明")
        self.restore = QPushButton("恢复上次的词表")
        self.restore.setToolTip("回到这次保存以前的词表")
        self.restore.setEnabled(False)
        self.save = QPushButton("保存")
        self.save.setAccessibleName("保存词表")
        for button in (self.take_kept, self.take_unwanted, self.restore, self.save):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 2 * GAP, GAP, GAP)
        column.setSpacing(GAP)
        for about, editor, button, share in (
            (_ABOUT_KEPT, self.kept, self.take_kept, 2),
            (_ABOUT_UNWANTED, self.unwanted, self.take_unwanted, 3),
        ):
            column.addLayout(self._head(about, editor, button))
            column.addWidget(editor, share)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.restore)
        row.addStretch(1)
        row.addWidget(self.save)
        column.addLayout(row)
        self._show(references.terms())
        self.take_kept.clicked.connect(lambda: self._import("导入不要报的词", references.import_kept))
        self.take_unwanted.clicked.connect(lambda: self._import("导入不用的词", references.import_unwanted))
        self.restore.clicked.connect(self._restore)
        self.save.clicked.connect(self._save)
        references.kept_imported.connect(self._join_kept)
        references.unwanted_imported.connect(self._join_unwanted)

    def ask_file(self, title: str) -> str:
        """The list that the clerk chooses, "" for none."""
        return QFileDialog.getOpenFileName(self, title, "", _KINDS)[0]

    def _editor(self, name: str, about: str, example: str) -> QPlainTextEdit:
        editor = QPlainTextEdit()
        editor.setAccessibleName(name)
        editor.setAccessibleDescription(about)
        editor.setPlaceholderText(example)
        editor.setTabChangesFocus(True)
        return editor

    def _head(self, about: str, editor: QPlainTextEdit, button: QPushButton) -> QHBoxLayout:
        label = prose(about)
        label.setBuddy(editor)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(label, 1)
        row.addWidget(button)
        return row

    def _import(self, title: str, read: Callable[[str], None]) -> None:
        path = self.ask_file(title)
        if path:
            read(path)

    def _join_kept(self, imported: tuple[str, ...]) -> None:
        """Put what was read behind what stands there."""
        joined = store.parse_kept(f"{self.kept.toPlainText()}\n{store.kept_as_text(imported)}")
        self.kept.setPlainText(store.kept_as_text(joined))
        self.said.emit(f"读到 {len(imported)} 个词。核对后请点“保存”。")

    def _join_unwanted(self, imported: tuple[Term, ...]) -> None:
        joined = store.parse_unwanted(f"{self.unwanted.toPlainText()}\n{store.unwanted_as_text(imported)}")
        self.unwanted.setPlainText(store.unwanted_as_text(joined))
        self.said.emit(f"读到 {len(imported)} 个词。核对后请点“保存”。")

    def _save(self) -> None:
        terms = Terms(store.parse_kept(self.kept.toPlainText()), store.parse_unwanted(self.unwanted.toPlainText()))
        before = self._references.terms()
        self._show(terms)
        if terms != before:
            self._before = before
            self.restore.setEnabled(True)
            self._references.set_terms(terms)
        self.said.emit(f"已保存 {len(terms.kept)} 个不要报的词、{len(terms.unwanted)} 个不用的词，现在就按新词表审阅。")

    def _restore(self) -> None:
        """Change places with what was in force before the last saving."""
        if self._before is None:
            return
        self._before, terms = self._references.terms(), self._before
        self._show(terms)
        self._references.set_terms(terms)
        self.said.emit("已恢复上次的词表，再点一次又换回来。")

    def _show(self, terms: Terms) -> None:
        self.kept.setPlainText(store.kept_as_text(terms.kept))
        self.unwanted.setPlainText(store.unwanted_as_text(terms.unwanted))
