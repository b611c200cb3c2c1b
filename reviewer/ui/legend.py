"""What the marks mean; each kind can be switched off."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from reviewer.ui import theme
from reviewer.ui.marks import LOOK_NAME, SWITCH, MarkLook
from reviewer.ui.session import Change, DocumentSession, MarkKind
from reviewer.ui.theme import GAP, Theme

_BARE_SWITCH = 18  # pixels of a switch without words
_KINDS = (
    (MarkKind.FINDINGS, "问题", (MarkLook.ERROR, MarkLook.WARNING, MarkLook.INFO, MarkLook.ADVERT)),
    (MarkKind.DUTIES, "任务", (MarkLook.DUTY,)),
    (MarkKind.DEADLINES, "时限", (MarkLook.DEADLINE,)),
    (MarkKind.DECISIONS, "您的处理", (MarkLook.ACCEPTED, MarkLook.REMARK)),
)


class Legend(QWidget):
    """A line above the page: a switch for each kind with samples of its marks; those of findings are switches too."""

    def __init__(self, session: DocumentSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setAccessibleName("图例")
        self.setWhatsThis("正文里的记号各是什么意思。去掉勾，那一种就不在正文里标出。")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, GAP // 2, 2 * GAP, GAP // 2)
        row.setSpacing(GAP)
        row.addStretch(1)
        self.switches: dict[MarkKind, QCheckBox] = {}
        self.samples: dict[MarkKind, QAbstractButton] = {}
        for kind, name, shown in _KINDS:
            switch = QCheckBox(name if kind is MarkKind.FINDINGS else "")
            if not switch.text():
                switch.setFixedWidth(_BARE_SWITCH)
            switch.setToolTip(f"在正文中标出{name}")
            switch.setAccessibleName(f"在正文中标出{name}")
            switch.toggled.connect(partial(self._toggle, kind))
            self.switches[kind] = switch
            row.addWidget(switch)
            for look in shown:
                sample = _Sample(look, own=look in SWITCH)
                if look in SWITCH:
                    sample.toggled.connect(partial(self._toggle, SWITCH[look]))
                    self.samples[SWITCH[look]] = sample
                else:
                    sample.clicked.connect(switch.toggle)
                row.addWidget(sample)
            row.addSpacing(2 * GAP)
        row.addStretch(1)
        session.changed.connect(self._on_changed)
        self._show_state()

    def _toggle(self, kind: MarkKind, on: bool) -> None:
        shown = self._session.kinds_shown
        self._session.set_kinds_shown(shown | {kind} if on else shown - {kind})

    def _on_changed(self, change: Change) -> None:
        if change.filters:
            self._show_state()

    def _show_state(self) -> None:
        for kind, switch in self.switches.items():
            switch.setChecked(kind in self._session.kinds_shown)
        for kind, sample in self.samples.items():
            sample.setChecked(kind in self._session.kinds_shown)
            sample.setEnabled(MarkKind.FINDINGS in self._session.kinds_shown)


class _Sample(QAbstractButton):
    """A short piece of text as the mark shows it, with its name, or bare while it is not shown.

    With a switch of its `own` it takes the focus; else the box beside it is for the keyboard.
    """

    def __init__(self, look: MarkLook, *, own: bool) -> None:
        super().__init__()
        self._look = look
        self.setCheckable(own)
        self.setChecked(own)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if own else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"在正文中标出{LOOK_NAME[look]}" if own else LOOK_NAME[look])
        self.setToolTip(f"{LOOK_NAME[look]}：点一下标出或者不标出" if own else LOOK_NAME[look])

    def sizeHint(self) -> QSize:
        """As wide as its name needs."""
        words = self.fontMetrics().horizontalAdvance(LOOK_NAME[self._look])
        return QSize(words + 6, self.fontMetrics().height() + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name as its mark looks in the text."""
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0, 1, 0, -3)
        shown = self.isEnabled() and (self.isChecked() or not self.isCheckable())
        colour = _paint_ground(painter, self._look, ground, colours) if shown else colours.muted
        painter.setPen(QColor(colour))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, LOOK_NAME[self._look])
        if shown:
            _paint_line(painter, self._look, ground, colours)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


def _paint_ground(painter: QPainter, look: MarkLook, ground: QRectF, colours: Theme) -> str:
    """Paint what lies behind the words; returns the colour of the words."""
    if look is MarkLook.ADVERT:
        painter.fillRect(ground, QBrush(QColor(colours.advert_soft), Qt.BrushStyle.BDiagPattern))
        return colours.advert
    if look is MarkLook.DUTY:
        painter.fillRect(ground, QColor(colours.duty_soft))
        painter.fillRect(QRectF(ground.left(), ground.top(), 2, ground.height()), QColor(colours.duty))
    elif look is MarkLook.DEADLINE:
        painter.fillRect(ground, QColor(colours.deadline_soft))
        return colours.deadline
    elif look is MarkLook.ERROR:
        painter.fillRect(ground, QColor(colours.error_soft))
    elif look is MarkLook.ACCEPTED:
        return colours.muted
    return colours.text


def _paint_line(painter: QPainter, look: MarkLook, ground: QRectF, colours: Theme) -> None:
    low = ground.bottom() + 0.5
    if look in (MarkLook.ERROR, MarkLook.WARNING):
        colour = colours.error if look is MarkLook.ERROR else colours.warning
        painter.setPen(QPen(QColor(colour), 1.2))
        wave = QPainterPath(QPointF(ground.left() + 2, low))
        x = ground.left() + 2
        up = True
        while x < ground.right() - 3:
            wave.quadTo(QPointF(x + 1.5, low + (-2 if up else 2)), QPointF(x + 3, low))
            x += 3
            up = not up
        painter.drawPath(wave)
    elif look is MarkLook.INFO:
        painter.setPen(QPen(QColor(colours.info), 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(ground.left() + 2, low), QPointF(ground.right() - 2, low))
    elif look is MarkLook.DEADLINE:
        painter.setPen(QPen(QColor(colours.deadline), 1.5))
        painter.drawLine(QPointF(ground.left() + 2, low), QPointF(ground.right() - 2, low))
    elif look is MarkLook.REMARK:
        painter.setPen(QPen(QColor(colours.accent), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(ground.left() + 2, low), QPointF(ground.right() - 2, low))
    elif look in (MarkLook.ADVERT, MarkLook.ACCEPTED):
        painter.setPen(QPen(QColor(colours.advert if look is MarkLook.ADVERT else colours.muted), 1.2))
        middle = ground.center().y()
        painter.drawLine(QPointF(ground.left() + 2, middle), QPointF(ground.right() - 2, middle))
