"""Chips that switch categories of findings on and off."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLayout, QLayoutItem, QMenu, QSizePolicy, QWidget

from reviewer.model.finding import Category
from reviewer.ui import labels
from reviewer.ui.theme import GAP, current

_PADDING = 10
_TICK = 12


class FilterChips(QWidget):
    """A chip for each category that was found, with its count; pressed chips are shown.

    The arrow keys move between the chips, Space presses one, and the context menu shows one category alone.
    """

    hidden_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("按类别筛选")
        self._chips: dict[Category, Chip] = {}
        self._hidden: frozenset[Category] = frozenset()
        self._flow = FlowLayout(self, GAP // 2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chips(self) -> Mapping[Category, "Chip"]:
        """The chips in the order of the categories."""
        return self._chips

    def show_counts(self, counts: Mapping[Category, int], hidden: frozenset[Category]) -> None:
        """Have a chip for each category counted, up where it is hidden."""
        self._hidden = hidden
        if list(counts) != list(self._chips):
            self._build(counts)
        for category, chip in self._chips.items():
            chip.show_count(counts[category], category not in hidden)
        self.setVisible(bool(counts))

    def show_only(self, category: Category) -> None:
        """Hide all categories but this one."""
        self._hide(frozenset(Category) - {category})

    def show_all(self) -> None:
        """Hide nothing."""
        self._hide(frozenset())

    def _build(self, counts: Mapping[Category, int]) -> None:
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = {category: Chip(category, self) for category in counts}
        for category, chip in self._chips.items():
            chip.clicked.connect(partial(self._toggle, category))
            self._flow.addWidget(chip)

    def _toggle(self, category: Category) -> None:
        self._hide(self._hidden ^ {category})

    def _hide(self, hidden: frozenset[Category]) -> None:
        self.hidden_changed.emit(hidden)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right, Home and End move between the chips."""
        chips = list(self._chips.values())
        focused = next((i for i, chip in enumerate(chips) if chip.hasFocus()), None)
        targets = {
            Qt.Key.Key_Left: -1 if focused is None else focused - 1,
            Qt.Key.Key_Right: 0 if focused is None else focused + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(chips) - 1,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None or not chips:
            super().keyPressEvent(event)
        else:
            chips[min(max(target, 0), len(chips) - 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to show one category alone, or all of them."""
        menu = self.menu_at(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu_at(self, position: QPoint) -> QMenu:
        """What can be done at this place of the widget."""
        menu = QMenu(self)
        chip = self.childAt(position)
        if isinstance(chip, Chip):
            only = QAction(f"只看“{labels.CATEGORY[chip.category]}”", menu)
            only.triggered.connect(partial(self.show_only, chip.category))
            menu.addAction(only)
        everything = QAction("全部显示", menu)
        everything.triggered.connect(self.show_all)
        menu.addAction(everything)
        return menu


class Chip(QAbstractButton):
    """One category with its count: ticked and tinted while it is shown, an empty outline while it is hidden."""

    def __init__(self, category: Category, parent: QWidget) -> None:
        super().__init__(parent)
        self.category = category
        self.setCheckable(True)
        self.setText(labels.CATEGORY[category])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._count = 0

    def show_count(self, count: int, shown: bool) -> None:
        """Have `count` on the chip and press it where its findings are shown."""
        self._count = count
        self.setChecked(shown)
        name = labels.CATEGORY[self.category]
        self.setAccessibleName(f"{name}，{count} 处")
        action = "点一下不再显示" if shown else "点一下重新显示"
        self.setToolTip(f"{name}：{labels.CATEGORY_HINT[self.category]}\n共 {count} 处，{action}；右键只看这一类")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Tick, name and count side by side."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(f"{self.text()} {self._count}")
        return QSize(width + _TICK + 2 * _PADDING, metrics.height() + GAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the row of chips; Qt's buttons would move on to any neighbour."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Leave the state to the session, which says it back through `show_count`."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """A pill; the tick says the same as the colour."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shown = self.isChecked()
        ground = theme.accent_soft if shown else theme.panel
        painter.setBrush(QColor(theme.hover if self.underMouse() and not shown else ground))
        edge = theme.accent if self.hasFocus() or shown else theme.border_strong
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        middle = rect.center().y()
        left = rect.left() + _PADDING - 2
        if shown:
            painter.setPen(QPen(QColor(theme.accent), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline([QPoint(round(left), round(middle)), QPoint(round(left + 3), round(middle + 3))])
            painter.drawLine(QPoint(round(left + 3), round(middle + 3)), QPoint(round(left + 8), round(middle - 3)))
        else:
            painter.setPen(QPen(QColor(theme.muted), 1))
            painter.drawEllipse(QRectF(left, middle - 4, 8, 8))
        words = rect.adjusted(_PADDING + _TICK - 2, 0, 0, 0)
        painter.setPen(QColor(theme.text if shown else theme.muted))
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, align, self.text())
        words.setLeft(words.left() + self.fontMetrics().horizontalAdvance(f"{self.text()} "))
        painter.setPen(QColor(theme.accent if shown else theme.muted))
        painter.drawText(words, align, str(self._count))


class FlowLayout(QLayout):
    """Widgets in lines that break where the width ends."""

    def __init__(self, parent: QWidget, gap: int) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Append `item` to the last line."""
        self._items.append(item)

    def count(self) -> int:
        """The items laid out."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at `index`, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the item at `index` out of the layout."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """A narrower parent needs more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at this width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items in `rect`."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """As little as it can do with."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The widest item alone on a line."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.sizeHint())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if line and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line - rect.y()
