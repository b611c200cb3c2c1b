"""Who made this, under which licence, and what it stands on."""

from html import escape
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtWidgets import QDialog, QLabel, QWidget

from reviewer import __version__
from reviewer.ui.dialog_parts import closing, column_of, prose
from reviewer.ui.pane_parts import Detail, strong
from reviewer.ui.theme import GAP

PARTS = (
    ("PySide6-Essentials", "Qt for Python，界面", "LGPL-3.0"),
    ("jieba", "中文分词和词典", "MIT"),
    ("python-docx", "写 Word 文件", "MIT"),
    ("openpyxl", "写 Excel 文件", "MIT"),
    ("lxml", "读文件里的 XML", "BSD-3-Clause"),
    ("msdoc2docx", "读 .doc 和 .wps 文件", "MIT"),
    ("ofdkit", "读 OFD 文件", "Apache-2.0"),
    ("pypdfium2", "读 PDF 文件", "BSD-3-Clause"),
    ("borax", "农历和节气", "MIT"),
    ("chinesecalendar", "节假日和调休", "MIT"),
    ("ahocorasick-rs", "查找词语", "Apache-2.0"),
)


class AboutDialog(QDialog):
    """Version, licence, and the works of others that are shipped along."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("关于公文审阅")
        self.setAccessibleName("关于公文审阅")
        name = QLabel(f"公文审阅 {__version__}")
        font = strong(name.font())
        font.setPointSizeF(font.pointSizeF() * 1.5)
        name.setFont(font)
        what = prose("审阅讲话稿、通知和方案：查出遗漏和差错，理出任务和时限，导出责任清单。")
        privacy = prose("本机处理，不联网。文稿内容不会离开这台电脑，原文件不会被改动。")
        self.notices = Detail("许可和第三方组件", notices)
        self.notices.refresh()
        buttons, self.close_button = closing(self)
        self.labels = (name, what, privacy)
        column = column_of(self, *self.labels, self.notices, buttons)
        column.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 2 * GAP)
        self.resize(520, 420)


def notices() -> str:
    """Our licence and those of others, as HTML."""
    rows = "".join(
        f"<tr><td>{escape(name)} {_version(name)}</td><td>{escape(use)}</td><td>{escape(licence)}</td></tr>"
        for name, use, licence in PARTS
    )
    return (
        "<p>本程序按 MIT 许可发布，可以自由使用、复制、修改和分发，不附带任何担保。</p>"
        "<p>下列组件由各自的作者提供，按各自的许可使用：</p>"
        f"<table cellpadding='3'>{rows}</table>"
        "<p>Qt 按 LGPL 第三版以动态库的形式随程序提供，可以换成自行编译的版本。</p>"
        "<p>推断错字用的词语搭配表取自 libime 1.0.16（LGPL 2.1 或以后的版本），是单独的文件，可以另换。</p>"
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
