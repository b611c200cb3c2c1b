"""Two drafts side by side: their words, findings and duties that came, went or changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.comparison import Change
from reviewer.comparison.rows import Row, Rows
from reviewer.model.report import Report
from reviewer.ui import opening
from reviewer.ui.compare_list import ROW, CompareList, CompareModel
from reviewer.ui.names import told_apart
from reviewer.ui.open_document import OpenDocument
from reviewer.ui.pane_parts import ListOrWords
from reviewer.ui.session import DocumentSession
from reviewer.ui.theme import GAP
from reviewer.ui.worker import Background, Outcome

_SIZE = (1180, 760)
_LATER = 300  # milliseconds after which other reviews are compared anew
_PAGES = (("paragraphs", "文字", "段"), ("findings", "问题", "处"), ("duties", "任务", "条"))
_COUNTED = ((Change.CHANGED, "改"), (Change.CAME, "增"), (Change.WENT, "删"))


@dataclass(frozen=True, slots=True)
class Draft:
    """One side: an open document, what it was `before` another program changed it, or a file that is not open."""

    name: str
    document: OpenDocument | None = None
    before: bool = False
    path: str | None = None

    @property
    def report(self) -> Report | None:
        """Its review, None while there is none or for a file that is still to be read."""
        if self.document is None:
            return None
        return self.document.before if self.before else self.document.report


class CompareWindow(QWidget):
    """Two fields choose the drafts; lists show what differs. `place_asked` brings a draft and a place in it."""

    place_asked = Signal(object, object)

    def __init__(
        self, session: DocumentSession, review_file: Callable[[str], Report], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._session = session
        self._review_file = review_file
        self._files: list[str] = []
        self._compared: tuple[object, object] | None = None
        self._revision = 0
        self._background = Background(self, threads=1)
        self._background.finished.connect(self._on_compared)
        self.setWindowTitle("对比两稿")
        self.setAccessibleName("对比两稿")
        self.resize(*_SIZE)
        self.old, self.new = _drafts_box("前稿"), _drafts_box("后稿")
        self.same = QCheckBox("也显示没有变化的")
        self.pages = QTabWidget()
        self.pages.setAccessibleName("对比结果")
        self.pages.setDocumentMode(True)
        self.models: dict[str, CompareModel] = {}
        self.lists: dict[str, CompareList] = {}
        self._places: dict[str, ListOrWords] = {}
        self._lay_out()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self._offer)
        self._connect()

    def choose(self, old: OpenDocument | None, new: OpenDocument | None, *, before: bool = False) -> None:
        """Compare two open documents, or one with what it was before another program changed it."""
        self._offer()
        for box, document, earlier in ((self.old, old, before), (self.new, new, False)):
            for number in range(box.count()):
                draft = box.itemData(number)
                if draft.document is document and document is not None and draft.before == earlier:
                    box.setCurrentIndex(number)
        self._compare()

    def choose_files(self, old: str, new: str) -> None:
        """Compare two files, whether they are open or not."""
        for box, path in ((self.old, old), (self.new, new)):
            self._choose_file(box, path)

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether nothing is being compared any more within the time."""
        return self._background.wait(milliseconds)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for view in self.lists.values():
                view.viewport().update()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        for words, box in (("前稿：", self.old), ("后稿：", self.new)):
            label = QLabel(words)
            label.setBuddy(box)
            browse = QPushButton("选择文件…")
            browse.setAccessibleName(f"选择{words[:2]}文件")
            browse.clicked.connect(partial(self._browse, box))
            top.addWidget(label)
            top.addWidget(box, 1)
            top.addWidget(browse)
            if box is self.old:
                self.swap = QToolButton()
                self.swap.setText("⇄")
                self.swap.setAccessibleName("前后互换")
                self.swap.setToolTip("前后互换")
                top.addWidget(self.swap)
        for name, title, _ in _PAGES:
            model = CompareModel()
            view = CompareList(model, f"{title}的对比")
            place = ListOrWords(view, f"{title}的对比")
            view.activated.connect(self._go_to)
            self.models[name], self.lists[name], self._places[name] = model, view, place
            self.pages.addTab(place, title)
        self.previous, self.next = QPushButton("上一处变化"), QPushButton("下一处变化")
        for button, key in ((self.previous, "Shift+F8"), (self.next, "F8")):
            button.setAccessibleName(button.text())
            button.setToolTip(f"{button.text()}（{key}）")
        below = QHBoxLayout()
        below.setSpacing(GAP)
        below.addWidget(self.same)
        hint = QLabel("双击一行，翻到原文")
        hint.setProperty("role", "muted")
        below.addWidget(hint)
        below.addStretch(1)
        below.addWidget(self.previous)
        below.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, GAP)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self.pages, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        self._session.documents_changed.connect(self._later.start)
        for box in (self.old, self.new):
            box.activated.connect(lambda _number: self._compare())
        self.swap.clicked.connect(self._swap)
        for model in self.models.values():
            self.same.toggled.connect(model.show_same)
        self.same.toggled.connect(lambda _on: self._say_empty())
        self.next.clicked.connect(lambda: self._step(1))
        self.previous.clicked.connect(lambda: self._step(-1))
        QShortcut(QKeySequence("F8"), self, lambda: self._step(1))
        QShortcut(QKeySequence("Shift+F8"), self, lambda: self._step(-1))
        QShortcut(QKeySequence("Esc"), self, self.close)

    def _offer(self) -> None:
        """Offer the open documents and the files chosen here, keep the choice, and compare anew what is other."""
        documents = [one for one in self._session.documents if one.document is not None]
        names = told_apart([one.path or one.name for one in documents])
        drafts = [Draft(name, one) for name, one in zip(names, documents, strict=True)]
        drafts += [
            Draft(f"{name}（改动前）", one, before=True)
            for name, one in zip(names, documents, strict=True)
            if one.before is not None
        ]
        drafts += [Draft(Path(path).name, path=path) for path in self._files]
        for box in (self.old, self.new):
            chosen = box.currentData()
            box.clear()
            for draft in drafts:
                box.addItem(draft.name, draft)
            box.setCurrentIndex(drafts.index(chosen) if chosen in drafts else -1)
        if self.isVisible():
            self._compare()

    def _browse(self, box: QComboBox) -> None:
        chosen = opening.ask_files(self, "")
        if chosen:
            self._choose_file(box, chosen[0])

    def _choose_file(self, box: QComboBox, path: str) -> None:
        if path not in self._files:
            self._files.append(path)
        self._offer()
        box.setCurrentIndex(next(n for n in range(box.count()) if box.itemData(n).path == path))
        self._compare()

    def _swap(self) -> None:
        old, new = self.old.currentIndex(), self.new.currentIndex()
        self.old.setCurrentIndex(new)
        self.new.setCurrentIndex(old)
        self._compare()

    def _compare(self) -> None:
        old, new = (_matter(box.currentData()) for box in (self.old, self.new))
        if old is None or new is None:
            self._compared = None
            self._revision += 1
            self._show(Rows((), (), ()), "请在上面选好前稿和后稿。")
            return
        if self._compared is not None and self._compared[0] is old and self._compared[1] is new:
            return
        self._compared = (old, new)
        self._revision += 1
        self._show(Rows((), (), ()), "正在对比…")
        self._background.start("compare", self._revision, partial(_rows_of, old, new, self._review_file))

    def _on_compared(self, outcome: Outcome) -> None:
        if outcome.revision != self._revision:
            return
        if outcome.error is not None:
            self._compared = None
            self._show(Rows((), (), ()), outcome.error.sentence)
        else:
            self._show(outcome.value, "")

    def _show(self, rows: Rows, words: str) -> None:
        for number, (name, title, unit) in enumerate(_PAGES):
            found: tuple[Row, ...] = getattr(rows, name)
            self.models[name].set_rows(found)
            counts = [f"{sign} {n}" for change, sign in _COUNTED if (n := sum(row.change is change for row in found))]
            told = f"{title}：{'，'.join(counts)} {unit}" if counts else title if words else f"{title}：没有变化"
            self.pages.setTabText(number, told)
        self._say_empty(words)

    def _say_empty(self, words: str = "") -> None:
        for name, title, _ in _PAGES:
            empty = self.models[name].rowCount() == 0
            self._places[name].show_words(words or (f"{title}没有变化。" if empty else ""))

    def _step(self, steps: int) -> None:
        view = self.lists[_PAGES[self.pages.currentIndex()][0]]
        view.setFocus()
        view.step(steps)

    def _go_to(self, index: QModelIndex) -> None:
        row: Row = index.data(ROW)
        if row.new_at is not None:
            self.place_asked.emit(self.new.currentData(), row.new_at)
        elif row.old_at is not None:
            self.place_asked.emit(self.old.currentData(), row.old_at)


def _drafts_box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.view().setAccessibleName(f"{name}可选的文稿")
    box.setMinimumWidth(120)
    box.setPlaceholderText("请选择")
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _matter(draft: Draft | None) -> Report | str | None:
    """What is compared of a draft: its review or the path of its file; None where there is nothing yet."""
    return None if draft is None else draft.path or draft.report


def _rows_of(old: Report | str, new: Report | str, review_file: Callable[[str], Report]) -> Rows:
    from reviewer.comparison import compare
    from reviewer.comparison.rows import rows

    first, second = (review_file(one) if isinstance(one, str) else one for one in (old, new))
    return rows(compare(first, second))
