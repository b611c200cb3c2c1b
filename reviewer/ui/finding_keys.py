"""Keys for the finding that the clerk looks at, the same in the list and in the text."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea

from reviewer.ui import finding_decisions as deeds
from reviewer.ui import finding_prompts as prompts
from reviewer.ui.finding_menu import fixes_menu
from reviewer.ui.session import DocumentSession

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindingKeys(QObject):
    """Enter accepts, Delete ignores, Alt+Enter offers everything, while `area` has the focus.

    `order` gives the indices of the findings in which the next one moves in, None for the order of the text.
    """

    def __init__(
        self, session: DocumentSession, area: QAbstractScrollArea, order: Callable[[], Sequence[int]] | None = None
    ) -> None:
        super().__init__(area)
        self._session = session
        self._area = area
        self._order = order
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are about findings."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take(event)
        return False

    def _take(self, event: QKeyEvent) -> bool:
        finding, plain = self._session.selected_finding, event.modifiers() in _PLAIN
        if finding < 0:
            return False
        if event.key() in _ENTER and plain:
            self._accept(finding)
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._offer(finding)
        elif event.key() == Qt.Key.Key_Delete and plain:
            if deeds.is_open(self._session, finding):
                deeds.ignore(self._session, finding, self._indices())
        else:
            return False
        return True

    def _indices(self) -> Sequence[int] | None:
        return self._order() if self._order is not None else None

    def _accept(self, finding: int) -> None:
        """Accept the first suggestion, ask for words where there is none; what is decided stays as it is."""
        report = self._session.report
        if report is None or not deeds.is_open(self._session, finding):
            return
        suggestions = report.findings[finding].suggestions
        if suggestions:
            deeds.accept(self._session, finding, suggestions[0], self._indices())
        else:
            prompts.ask_replacement(self._session, finding, self._area, self._indices())

    def _offer(self, finding: int) -> None:
        menu = fixes_menu(self._session, finding, self._area, self._indices())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._area.viewport().mapToGlobal(self._area.viewport().rect().center()))
