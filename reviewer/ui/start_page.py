"""What stands in the window while nothing is open."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reviewer import resource
from reviewer.ui.opening import refusal_words
from reviewer.ui.pane_parts import paint_row_state, strong
from reviewer.ui.session import Change, DocumentSession, Phase
from reviewer.ui.theme import GAP, current
from reviewer.ui.translation import tr

SAMPLE = "samples/讲话稿示例.txt"
_WIDTH = 720
_RECENT = 6
_STEPS = (
    ("打开文稿", "拖进来，或者点“打开文件”"),
    ("逐条过一遍", "按 F8 看下一处，说明为什么"),
    ("导出责任清单", "谁牵头、何时完成，列成表格"),
)


class StartPage(QScrollArea):
    """An invitation to open a file, the files opened last, and how it goes on.

    `open_requested` brings a path; `browse_requested` asks for the dialog that finds one. Dropped files are left
    to the window.
    """

    open_requested = Signal(str)
    browse_requested = Signal()

    def __init__(self, session: DocumentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("开始")
        self.session = session
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.open = QPushButton(tr("打开文件…"))
        self.open.setAccessibleName(tr("打开文件"))
        self.open.setDefault(True)
        self.sample = QPushButton(tr("看看示例"))
        self.sample.setToolTip(tr("打开一份虚构的讲话稿，先看看效果"))
        self.message = QLabel()
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.message.setAccessibleName("打开的情况")
        self._recent_title = _title(tr("最近打开"))
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * GAP)
        column.addStretch(2)
        column.addWidget(_DropArea(self.open, self.sample, self.message))
        column.addLayout(_steps())
        recent = QVBoxLayout()
        recent.setSpacing(GAP // 2)
        recent.addWidget(self._recent_title)
        recent.addLayout(self._recent)
        column.addLayout(recent)
        column.addStretch(3)
        privacy = QLabel(tr("本机处理，不联网；原文件不会被改动。"))
        privacy.setProperty("role", "muted")
        privacy.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(privacy)
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 3 * GAP)
        across.addWidget(middle)
        self.setWidget(page)
        self.setFocusProxy(self.open)
        self.open.clicked.connect(self.browse_requested)
        self.sample.clicked.connect(self._open_sample)
        session.changed.connect(self._on_changed)
        self.set_recent([])
        self._say()

    def set_recent(self, paths: Sequence[str]) -> None:
        """Offer these files, the latest first; only the first few are shown."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for path in paths[:_RECENT]:
            row = RecentFile(path)
            row.clicked.connect(partial(self.open_requested.emit, path))
            self._recent.addWidget(row)
        self._recent_title.setVisible(bool(paths))

    @property
    def recent(self) -> list["RecentFile"]:
        """The rows of the files offered."""
        items = (self._recent.itemAt(i) for i in range(self._recent.count()))
        return [row for item in items if item and isinstance(row := item.widget(), RecentFile)]

    def _open_sample(self) -> None:
        self.open_requested.emit(str(resource.path(SAMPLE)))

    def _on_changed(self, change: Change) -> None:
        if change.phase:
            self._say()

    def _say(self) -> None:
        session = self.session
        if session.phase is Phase.FAILED and session.error is not None:
            self.message.setText(refusal_words(session.not_read))
        else:
            self.message.setText(tr("正在打开…") if session.phase is Phase.LOADING else "")
        self.message.setVisible(bool(self.message.text()))


class _DropArea(QFrame):
    """A dashed field with a sheet of paper, as where files are let go."""

    def __init__(self, open_button: QPushButton, sample: QPushButton, message: QLabel) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        heading = QLabel(tr("把文稿拖到这里"))
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = QFont(strong(heading.font()))
        font.setPointSizeF(font.pointSizeF() * 1.6)
        heading.setFont(font)
        kinds = QLabel(tr("Word、WPS、PDF、OFD 和文本文件"))
        kinds.setProperty("role", "muted")
        kinds.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addStretch(1)
        for button in (open_button, sample):
            button.setMinimumSize(QSize(120, 2 * GAP + button.fontMetrics().height()))
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GAP, 12 * GAP, 3 * GAP, 4 * GAP)
        column.setSpacing(GAP)
        column.addWidget(heading)
        column.addWidget(kinds)
        column.addSpacing(GAP)
        column.addLayout(buttons)
        column.addWidget(message)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(theme.border_strong), 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(QColor(theme.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        _paint_sheet(painter, QRectF(self.width() / 2 - 22, 4 * GAP, 44, 54))
        painter.end()


def _paint_sheet(painter: QPainter, rect: QRectF) -> None:
    """A sheet with lines of text, one of them marked and ticked."""
    theme = current()
    painter.setPen(QPen(QColor(theme.accent), 1.6))
    painter.setBrush(QColor(theme.accent_soft))
    painter.drawRoundedRect(rect, 4, 4)
    left, width = rect.left() + 8, rect.width() - 16
    for n, share in enumerate((0.6, 1.0, 1.0, 0.75)):
        colour = theme.warning if n == 2 else theme.accent
        painter.setPen(QPen(QColor(colour), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        y = rect.top() + 11 + n * 9
        painter.drawLine(int(left), int(y), int(left + width * share), int(y))


def _title(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "title")
    return label


def _steps() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * GAP)
    for number, (title, words) in enumerate(_STEPS, 1):
        row.addWidget(_Step(number, tr(title), tr(words)), 1)
    return row


class _Step(QWidget):
    """A numbered step: its name and what happens in it."""

    def __init__(self, number: int, title: str, words: str) -> None:
        super().__init__()
        self._number = number
        self.setAccessibleName(f"第 {number} 步：{title}")
        text = QLabel(words)
        text.setWordWrap(True)
        text.setProperty("role", "muted")
        text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * GAP, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(_title(title))
        column.addWidget(text, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(2, 1, 28, 28)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent_soft))
        painter.drawEllipse(disc)
        painter.setFont(strong(self.font()))
        painter.setPen(QColor(theme.accent))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class RecentFile(QAbstractButton):
    """One file opened lately: its name, and in muted words the folder."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._name = Path(path).name
        self._folder = str(Path(path).parent)
        self.setText(self._name)
        self.setToolTip(path)
        self.setAccessibleName(f"打开 {self._name}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, self.fontMetrics().height() + 2 * GAP - 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The name at the left, the folder behind it as far as there is room."""
        theme = current()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_row_state(painter, rect, theme, selected=False, hovered=self.underMouse(), focused=self.hasFocus())
        rect.adjust(GAP, 0, -GAP, 0)
        metrics = QFontMetricsF(self.font())
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(theme.accent))
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideMiddle, rect.width() * 0.7)
        painter.drawText(rect, align, name)
        rect.setLeft(rect.left() + metrics.horizontalAdvance(name) + 2 * GAP)
        painter.setPen(QColor(theme.muted))
        painter.drawText(rect, align, metrics.elidedText(self._folder, Qt.TextElideMode.ElideMiddle, rect.width()))
        painter.end()
