"""Whether this installation works, for a help desk: `reviewer-cli --self-test`, or 帮助 → 自检 in the window."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from reviewer import __version__, journal, resource
from reviewer.errors import DamagedError, ReviewerError
from reviewer.model.report import Report

Trial = tuple[str, Callable[[], str]]
"""What is tried: its name, and a function that returns what it saw or raises TrialError."""


@dataclass(frozen=True, slots=True)
class Result:
    """One thing tried: what it is called, whether it works, and what was seen or is to be done."""

    name: str
    works: bool
    words: str

    @property
    def line(self) -> str:
        """As one line of text."""
        return f"{'正常' if self.works else '异常'}  {self.name}：{self.words}"


class TrialError(Exception):
    """Something doesn't work; the message tells in Chinese what it is and what to do."""


def run(folder: Path, more: Sequence[Trial] = ()) -> Iterator[Result]:
    """Try one thing after another; `folder` is where the user's data are kept, `more` are trials of the caller's own."""
    trials = (
        ("版本", _version),
        ("词库", _lexicons),
        ("规则", _rules),
        ("放假安排", _calendar),
        ("审阅", _review),
        ("导出", _export),
        ("辅助进程", _helper),
        ("写入", lambda: _write(folder)),
        *more,
    )
    for name, trial in trials:
        try:
            yield Result(name, True, trial())
        except TrialError as error:
            yield Result(name, False, str(error))
        except ReviewerError as error:
            journal.note_error(error)
            yield Result(name, False, error.sentence)
        except Exception as error:
            journal.note_error(error)
            yield Result(name, False, f"出了意外（{type(error).__name__}），程序文件可能不完整，请重新安装。")


def _version() -> str:
    import platform

    return f"公文审阅 {__version__}，Python {platform.python_version()}，{platform.system()} {platform.release()}"


def _lexicons() -> str:
    folder = resource.path("lexicons")
    names = sorted(file.relative_to(folder).as_posix().removesuffix(".toml") for file in folder.rglob("*.toml"))
    for name in names:
        resource.lexicon(name)
    return f"{len(names)} 个词库都读得出来"


def _rules() -> str:
    from reviewer.rules.registry import RULES

    return f"{len(RULES)} 条规则"


def _calendar() -> str:
    from reviewer.times.calendar import STATUTORY, festival_day

    year = datetime.now().astimezone().year
    if festival_day("spring", year) is None:
        raise TrialError("算不出农历节日，请检查电脑的日期，或重新安装。")
    known = [one for one in range(2000, year + 3) if not STATUTORY.is_estimated(one)]
    if not known:
        raise TrialError("读不出放假安排，请重新安装。")
    return f"已有 {known[0]} 年至 {known[-1]} 年，今年是 {year} 年"


def _review() -> str:
    report = _sample()
    if not report.duties or not report.findings:
        raise TrialError("示例文稿里什么也没有查到，请重新安装。")
    return f"示例文稿查出 {len(report.findings)} 处问题、{len(report.duties)} 条任务"


def _export() -> str:
    from reviewer.exports.checklist import write_checklist

    with TemporaryDirectory(prefix="reviewer-") as name:
        target = Path(name, "清单.xlsx")
        rows = write_checklist(_sample(), target)
        from openpyxl import load_workbook

        book = load_workbook(target)
        book.close()
    return f"{rows} 条任务，表格打得开"


def _helper() -> str:
    from reviewer.readers.helper import Helper

    helper = Helper()
    try:
        helper.read("pdf", b"nothing", "")
    except DamagedError as error:
        if "意外" in error.message:
            raise TrialError("读 .doc、.pdf、.ofd 的辅助进程会中断，可能被安全软件拦住了。") from None
        return "读 .doc、.pdf、.ofd 的辅助进程能启动"
    finally:
        helper.close()
    raise TrialError("读 .pdf 的辅助进程没有正常回答。")


def _write(folder: Path) -> str:
    from reviewer import atomic

    folder.mkdir(parents=True, exist_ok=True)
    place = folder / "self-test.tmp"
    atomic.write_bytes(place, b"")
    place.unlink()
    return "设置和审阅决定存得下来"


def _sample() -> Report:
    from reviewer.readers import read
    from reviewer.review import review

    return review(read(resource.path("samples/讲话稿示例.txt")))
