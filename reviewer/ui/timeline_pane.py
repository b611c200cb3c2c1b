"""The timeline with what its signs mean above it."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from reviewer.ui.theme import GAP, current
from reviewer.ui.timeline_model import TimelineModel
from reviewer.ui.timeline_painter import SIGN, paint_mark
from reviewer.ui.timeline_view import TimelineView


class TimelinePane(QWidget):
    """A line of signs, and the months below it."""

    def __init__(self, model: TimelineModel) -> None:
        super().__init__()
        self._model = model
        self.view = TimelineView(model)
        self.silent = QLabel()
        self.silent.setProperty("role", "muted")
        self.silent.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.fold = QToolButton()
        self.fold.setProperty("role", "switch")
        self.fold.clicked.connect(self._fold_or_unfold)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(_Sign("截止", repeats=False))
        line.addWidget(_Sign("频次", repeats=True))
        line.addWidget(self.silent, 1)
        line.addWidget(self.fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addLayout(line)
        column.addWidget(self.view, 1)
        model.modelReset.connect(self._tell)
        self.view.expanded.connect(self._tell)
        self.view.collapsed.connect(self._tell)
        self._tell()

    def _is_open(self) -> bool:
        return any(self.view.isExpanded(self._model.index(row, 0)) for row in range(self._model.rowCount()))

    def _fold_or_unfold(self) -> None:
        if self._is_open():
            self.view.collapseAll()
        else:
            self.view.expandAll()
        self._tell()

    def _tell(self) -> None:
        silent, words = self._model.timeline.silent, "全部收起" if self._is_open() else "全部展开"
        self.silent.setText(f"另有 {silent} 条没写时限" if silent else "")
        self.silent.setToolTip("没有写明时限的任务不在时间轴上，在表格里看" if silent else "")
        self.fold.setText(words)
        self.fold.setAccessibleName(f"{words}各月")


class _Sign(QWidget):
    """What a sign of the timeline means."""

    def __init__(self, words: str, *, repeats: bool) -> None:
        super().__init__()
        self._words = words
        self._repeats = repeats
        self.setAccessibleName(f"{'圆圈' if repeats else '菱形'}：{words}")
        self.setToolTip("反复要做的，落在那一个月" if repeats else "到那一天为止；空心的是估算的，叠在一起的是同一天的")

    def sizeHint(self) -> QSize:
        """The sign and the words beside it."""
        metrics = self.fontMetrics()
        return QSize(SIGN + GAP // 2 + metrics.horizontalAdvance(self._words), metrics.height())

    def minimumSizeHint(self) -> QSize:
        """As the size."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sign, then the words."""
        theme, painter = current(), QPainter(self)
        paint_mark(painter, QPointF(SIGN / 2, self.height() / 2), theme, repeats=self._repeats)
        painter.setPen(QColor(theme.muted))
        left = SIGN + GAP // 2
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._words)
