"""Read a text file again in the encoding that the clerk chooses."""

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.ui.change import Phase
from reviewer.ui.session import DocumentSession

ENCODINGS: tuple[tuple[str, str | None], ...] = (
    ("自动识别(&A)", None),
    ("简体中文 GB18030(&G)", "gb18030"),
    ("统一码 UTF-8(&U)", "utf-8"),
    ("统一码 UTF-16(&W)", "utf-16"),
    ("繁体中文 Big5(&B)", "big5"),
)
_DECODED = frozenset({"txt", "html"})


class EncodingMenu(QMenu):
    """One entry an encoding; open only where the document that is shown was decoded from a text file."""

    def __init__(self, session: DocumentSession, parent: QWidget | None = None) -> None:
        super().__init__("换编码重开(&H)", parent)
        self._session = session
        self._group = QActionGroup(self)
        for words, codec in ENCODINGS:
            action = QAction(words, self)
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, codec=codec: session.decode(codec))
            self._group.addAction(action)
            self.addAction(action)
        self.aboutToShow.connect(self._show_chosen)
        session.documents_changed.connect(self._show_state)
        self._show_state()

    def _show_state(self) -> None:
        shown = self._session
        decoded = shown.document is not None and shown.document.format in _DECODED
        self.setEnabled(decoded and shown.path is not None and shown.phase is Phase.REVIEWED)

    def _show_chosen(self) -> None:
        chosen = self._session.current.encoding
        for action, (_, codec) in zip(self._group.actions(), ENCODINGS, strict=True):
            action.setChecked(codec == chosen)
