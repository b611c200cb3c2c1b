"""Pictures of the window without a screen."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QPixmap

from reviewer.errors import ReviewerError, WriteError
from reviewer.ui import theme
from reviewer.ui.app import make_application
from reviewer.ui.main_window import MainWindow
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import DocumentSession, Phase

_PATIENCE = 120.0  # seconds


def render_window(
    path_in: str | Path | None,
    picture_out: str | Path,
    size: tuple[int, int] = (1366, 768),
    theme_name: str = "light",
    scale: float = 1.0,
    prepare: Callable[[DocumentSession], None] | None = None,
    session: DocumentSession | None = None,
) -> None:
    """Show `path_in` in a window of `size` logical pixels, wait for its review, and save a PNG; None is no document.

    `theme_name` is `light` or `dark`, `scale` the picture's pixels a logical pixel; `prepare` may select something
    first. Raises the reader's ReviewerError, and WriteError where the picture cannot be saved. Set
    `QT_QPA_PLATFORM=offscreen` before where there is no screen.
    """
    application = make_application()
    theme.apply(application, theme.ThemeChoice(theme_name))
    window = MainWindow(Preferences(), session)
    try:
        window.resize(*size)
        if path_in is not None:
            window.open_files([str(path_in)])
        window.show()
        _wait_for(window, Phase.EMPTY if path_in is None else Phase.REVIEWED)
        if prepare is not None:
            prepare(window.session)
        let_pass(300)
        picture = QPixmap(round(size[0] * scale), round(size[1] * scale))
        picture.setDevicePixelRatio(scale)
        window.render(picture, QPoint())
        if not picture.save(str(picture_out), "PNG"):
            raise WriteError("截图没有保存成功。", "请换一个文件夹再试。")
    finally:
        window.close()
        window.deleteLater()


def _wait_for(window: MainWindow, phase: Phase) -> None:
    deadline = monotonic() + _PATIENCE
    workbench = window.workbench
    session = workbench.session
    while monotonic() < deadline:
        let_pass(20)
        if session.error is not None:
            raise session.error
        if session.phase is phase and window.furnished and not workbench.reading.view.filling:
            return
    raise ReviewerError("审阅时间过长，没有等到结果。")


def let_pass(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
