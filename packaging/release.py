"""Says whether what lies here may be published: `python packaging/release.py`, in the environment that dev.py sets up.

Refuses stale pictures, rule pages, notices and locks, a version without notes, and work that is not committed. Whether
the program works is for `dev.py test` and the checks of the packages to say.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from environment import ROOT, SetupError
from locked import LINUX, REQUIREMENTS, WINDOWS, normalised
from product import version

CHANGES = ROOT / "resources" / "help" / "changes.md"
HELP = ROOT / "resources" / "help"
_ENTRY = re.compile(r"^## (\d+\.\d+\.\d+)(?:（(\d{4}年\d{1,2}月\d{1,2}日)）)?\n+((?:(?!## ).*\n?)*)", re.MULTILINE)
_MOST_CHANGED = 0.0001  # of a picture's pixels; made twice on one machine they are the same


def main() -> int:
    """Print what holds and what does not; 1 where something does not."""
    checks: dict[str, Callable[[], list[str]]] = {
        "版本说明 / release notes": notes,
        "规则页 / rule page": rule_page,
        "第三方说明 / notices": notices,
        "依赖锁定 / locks": locks,
        "图片 / pictures": pictures,
        "已提交 / committed": committed,
    }
    failed = 0
    for name, check in checks.items():
        wrong = check()
        print(f"{'✗' if wrong else '✓'} {name}", *wrong, sep="\n    ", flush=True)
        failed += bool(wrong)
    return 1 if failed else 0


def notes(text: str | None = None) -> list[str]:
    """What is wrong with the release notes: the first entry must be this version's, dated, and say something."""
    entries = _ENTRY.findall(text if text is not None else CHANGES.read_text(encoding="utf-8"))
    if not entries:
        return ["没有一条 / there is none"]
    number, day, words = entries[0]
    wrong = []
    if number != version():
        wrong.append(f"最上面是 {number}，程序是 {version()} / the first is {number}, the program {version()}")
    if not day:
        wrong.append("没有写日期（2026年11月21日）/ no date")
    if len(words.strip()) < 20:
        wrong.append("没有写变化 / nothing is said")
    numbers = [tuple(map(int, entry[0].split("."))) for entry in entries]
    if numbers != sorted(set(numbers), reverse=True):
        wrong.append("次序不对 / out of order")
    return wrong


def rule_page() -> list[str]:
    """Whether the shipped page of rules is that of the rules."""
    from reviewer.rules import help_page

    shipped = (HELP / "rules.md").read_text(encoding="utf-8")
    return [] if shipped == help_page.page() else ["请运行 / run: python -m reviewer.rules.help_page"]


def notices() -> list[str]:
    """What ships and is not in notices or about dialog."""
    from third_party import Part, licences

    from reviewer.ui.about_dialog import PARTS

    wrong = []
    pinned = re.findall(r"^([\w.-]+)==(\S+)", REQUIREMENTS.read_text(encoding="utf-8"), re.MULTILINE)
    for name, number in pinned:
        try:
            licences([Part(name, number, {"LICENSE": b""})], "")
        except SetupError as error:
            wrong.append(str(error).replace("\n", " "))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {normalised(re.split(r"[<>=!~\[; ]", line)[0]) for line in project["dependencies"]}
    told = {normalised(name) for name, *_ in PARTS}
    wrong += [f"“关于”里没有 / the about dialog lacks {name}" for name in sorted(wanted - told)]
    missing = wanted - {normalised(name) for name, _ in pinned}
    return wrong + [f"requirements.txt 里没有 / lacks {name}" for name in sorted(missing)]


def locks() -> list[str]:
    """Locks that are not of the required versions."""
    wrong = []
    for lock in (WINDOWS, LINUX):
        try:
            lock.check()
        except SetupError as error:
            wrong.append(str(error).replace("\n", " "))
    return wrong


def pictures() -> list[str]:
    """Pictures that look otherwise when they are made now, and those that could not be made."""
    import screenshots
    from PySide6.QtGui import QImage

    with tempfile.TemporaryDirectory() as name:
        screenshots.main(Path(name))
        wrong = []
        for shipped in sorted(HELP.glob("*.png")):
            now = Path(name, shipped.name)
            if not now.exists():
                wrong.append(f"{shipped.name} 没能重做 / could not be made anew")
            elif (share := changed(QImage(str(shipped)), QImage(str(now)))) > _MOST_CHANGED:
                wrong.append(f"{shipped.name} 已过时 / is stale ({share:.1%}): python packaging/screenshots.py")
    return wrong


def changed(one: object, other: object) -> float:
    """The share of pixels that differ, 1 where the sizes do."""
    from PySide6.QtGui import QImage

    assert isinstance(one, QImage)
    assert isinstance(other, QImage)
    if one.size() != other.size():
        return 1.0
    first, second = (
        memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
        for picture in (one, other)
    )
    return sum(a != b for a, b in zip(first, second, strict=True)) / max(len(first), 1)


def committed() -> list[str]:
    """Whether everything is in the repository."""
    done = subprocess.run(["git", "status", "--porcelain"], cwd=ROOT, capture_output=True, text=True, check=False)
    return [line for line in done.stdout.splitlines()[:5] if line] if done.returncode == 0 else ["没有 git / no git"]


if __name__ == "__main__":
    sys.exit(main())
