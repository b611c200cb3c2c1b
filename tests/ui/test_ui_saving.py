"""Files to take home: asked for, written in the background, told."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from ui_core_material import Gate

from reviewer.atomic import write_bytes
from reviewer.ui import outside
from reviewer.ui.message_bar import MessageBar, Tone
from reviewer.ui.saving import Saving, Told, Wanted

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

Chooser = Callable[[str], None]


@pytest.fixture
def messages(qtbot: QtBot) -> MessageBar:
    made = MessageBar()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def saving(messages: MessageBar) -> Iterator[Saving]:
    made = Saving(messages, messages)
    yield made
    assert made.wait()


@pytest.fixture
def asked() -> list[tuple[str, str, str]]:
    """Title, proposed name and kinds of every dialog."""
    return []


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch, asked: list[tuple[str, str, str]]) -> Chooser:
    """Has the system's dialog answered with a name."""

    def answer(name: str) -> None:
        def dialog(_window: object, title: str, proposed: str, kinds: str) -> tuple[str, str]:
            asked.append((title, proposed, kinds))
            return name, ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)

    return answer


def sheet(folder: Path) -> Wanted:
    return Wanted("PDF", str(folder / "稿.pdf"), "PDF 文件", (".pdf",), opens=True)


def write(target: str) -> int:
    write_bytes(target, b"sheet")
    return len(b"sheet")


@pytest.mark.parametrize(
    ("chosen", "endings", "name"),
    [
        ("/甲/表", (".xlsx",), "/甲/表.xlsx"),
        ("/甲/表.XLSX", (".xlsx",), "/甲/表.XLSX"),
        ("/甲/稿.docx", (".DOCX",), "/甲/稿.docx"),
        ("/甲/报告.HTM", (".html", ".htm"), "/甲/报告.HTM"),
        ("/甲/2.0", (".html", ".htm"), "/甲/2.0.html"),
        ("", (".pdf",), ""),
    ],
)
def test_a_name_gets_its_ending(
    saving: Saving, choose: Chooser, chosen: str, endings: tuple[str, ...], name: str
) -> None:
    choose(chosen)
    assert saving.ask_target(Wanted("表", "", "表格", endings)) == name


def test_the_dialog_says_what_is_saved(
    saving: Saving, choose: Chooser, asked: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    choose("")
    saving.save(sheet(tmp_path), write)
    saving.save(Wanted("责任清单", "清单.xlsx", "Excel 工作簿", (".xlsx",)), write)
    assert asked == [
        ("导出 PDF", str(tmp_path / "稿.pdf"), "PDF 文件 (*.pdf)"),
        ("导出责任清单", "清单.xlsx", "Excel 工作簿 (*.xlsx)"),
    ]


def test_a_written_file_is_told_and_can_be_looked_at(
    qtbot: QtBot,
    saving: Saving,
    messages: MessageBar,
    choose: Chooser,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[tuple[str, str]] = []
    monkeypatch.setattr(outside, "open_file", lambda path: seen.append(("file", path)))
    monkeypatch.setattr(outside, "open_folder", lambda path: seen.append(("folder", path)))
    target = str(tmp_path / "稿.pdf")
    choose(target)
    with qtbot.waitSignal(saving.notice) as notice:
        saving.save(sheet(tmp_path), write, lambda size: Told(f"，{size} 字节。", tone=Tone.NOTE))
    assert notice.args == ["正在导出…"]
    qtbot.waitUntil(messages.isVisible)
    assert (messages.text, messages.tone) == ("PDF 已导出：稿.pdf，5 字节。", Tone.NOTE)
    assert [button.text() for button in messages.buttons] == ["打开看看", "打开文件夹"]
    for button in messages.buttons:
        button.click()
    assert seen == [("file", target), ("folder", target)]


def test_where_writing_fails_another_name_is_offered(
    qtbot: QtBot,
    saving: Saving,
    messages: MessageBar,
    choose: Chooser,
    asked: list[tuple[str, str, str]],
    tmp_path: Path,
) -> None:
    choose(str(tmp_path / "没有" / "稿.pdf"))
    saving.save(sheet(tmp_path), write)
    qtbot.waitUntil(messages.isVisible)
    assert (messages.text, messages.tone) == ("要保存到的文件夹不存在。请换一个文件夹。", Tone.FAILURE)
    (again,) = messages.buttons
    assert again.text() == "换个名字保存…"
    choose(str(tmp_path / "稿.pdf"))
    again.click()
    qtbot.waitUntil(lambda: messages.text == "PDF 已导出：稿.pdf")
    assert [proposed for _, proposed, _ in asked] == [
        str(tmp_path / "稿.pdf"),
        str(tmp_path / "没有" / "稿（2）.pdf"),
    ]


def test_two_files_of_one_name_are_both_told(
    qtbot: QtBot, saving: Saving, messages: MessageBar, tmp_path: Path
) -> None:
    gate, told = Gate(), list[str]()
    for word in ("一", "二"):
        tell = partial(lambda word, _size: told.append(word) or Told(), word)
        saving.write(sheet(tmp_path), str(tmp_path / "稿.pdf"), gate.before(write), tell)
    gate.open()
    qtbot.waitUntil(lambda: sorted(told) == ["一", "二"])
