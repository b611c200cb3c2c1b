"""自检: whether everything works, and what somebody who helps needs to know, to be copied; without any document text."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QWidget

from reviewer import journal, self_test
from reviewer.folders import data_folder
from reviewer.ui import chinese, fonts
from reviewer.ui.dialog_parts import closing, column_of, prose
from reviewer.ui.worker import Background, Outcome

_SIZE = (680, 460)
_WAITING = "正在检查…"


class DiagnosticsDialog(QDialog):
    """Checks the installation when it opens; `folder` is where the user's data are kept, None for the usual place.

    `works` says after that whether everything does.
    """

    def __init__(self, folder: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("自检")
        self.setAccessibleName("自检")
        about = prose("需要技术支持时，请把下面的内容复制给他们。里面没有文稿的内容和名称。")
        self.words = QPlainTextEdit(_WAITING)
        self.words.setReadOnly(True)
        self.words.setAccessibleName("自检结果和诊断信息")
        self.words.setTabChangesFocus(True)
        self.copy_button = QPushButton("复制")
        self.copy_button.setAccessibleName("复制诊断信息")
        self.copy_button.clicked.connect(self._copy)
        buttons, self.close_button = closing(self, self.copy_button)
        column_of(self, about, self.words, buttons)
        self.resize(*_SIZE)
        self._background = Background(self, threads=1)
        self._background.finished.connect(self._on_finished)
        self.works = False
        self._background.start("self test", 0, partial(_try_all, folder or data_folder()))

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Whether all is checked within the time."""
        return self._background.wait(milliseconds)

    def done(self, result: int) -> None:
        """Close when the check has ended."""
        self.wait()
        super().done(result)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words.toPlainText())
        self.copy_button.setText("已复制")

    def _on_finished(self, outcome: Outcome) -> None:
        results: list[self_test.Result] = outcome.value or []
        self.works = bool(results) and all(result.works for result in results)
        checks = [result.line for result in results] or [outcome.error.sentence if outcome.error is not None else ""]
        self.words.setPlainText("\n".join((*checks, "", *particulars(), "", *journal.recent())))
        self.words.moveCursor(QTextCursor.MoveOperation.Start)


def particulars() -> list[str]:
    """What the program runs on, line by line."""
    screens = [
        f"{screen.size().width()}×{screen.size().height()} {screen.devicePixelRatio() * 100:.0f}%"
        for screen in QGuiApplication.screens()
    ]
    return [journal.system(), f"Qt {qVersion()}, {QGuiApplication.platformName()}, {', '.join(screens)}"]


def window_trials() -> list[self_test.Trial]:
    """What only works, or doesn't, where there is a window."""
    return [("字体", fonts_there), ("界面文字", qt_speaks_chinese)]


def fonts_there() -> str:
    """Which Chinese fonts there are; raises TrialError where there is none."""
    there = set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    if not there:
        raise self_test.TrialError("没有中文字体，文字会显示成方框，请安装一种。")
    body = next((name for name in fonts.families(fonts.BODY) if name in there), "")
    return f"{len(there)} 种中文字体，正文用 {body or '系统的字体'}"


def qt_speaks_chinese() -> str:
    """Whether the words of the system's dialogs are Chinese; raises TrialError where they aren't."""
    if not chinese.speak_chinese():
        raise self_test.TrialError("缺少中文翻译文件，请重新安装。")
    return "按钮和菜单是中文"


def _try_all(folder: Path) -> list[self_test.Result]:
    return list(self_test.run(folder, window_trials()))
