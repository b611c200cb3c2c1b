"""Sets everything up, then runs the program or its tests: `python3 packaging/dev.py run [FILE]`, `… test [ARGUMENT…]`.

Needs nothing but Python 3.11 or newer; on Windows `py packaging\\dev.py …`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import environment
import system_needs
from environment import ROOT, RUN, TEST, SetupError

SAMPLE = ROOT / "resources" / "samples" / "讲话稿示例.txt"
OUTPUT = ROOT / "build"
USAGE = """用法 / usage:
  python3 packaging/dev.py run [文件 FILE]       装好一切并打开窗口 / set up and open the window
  python3 packaging/dev.py test [参数 ARGUMENT…]  装好一切并跑测试 / set up and run the tests（参数交给 pytest）
Windows: py packaging\\dev.py …"""

_OLDEST = (3, 11)
_DRAW = "import sys; from reviewer.ui.screens import render_window; render_window(*sys.argv[1:])"


def main(arguments: list[str]) -> int:
    """Run one command and return the exit status: 0 where everything that it promises was done."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        if arguments[:1] == ["run"] and len(arguments) <= 2:
            return run(Path(arguments[1]) if len(arguments) == 2 else SAMPLE)
        if arguments[:1] == ["test"]:
            return test(arguments[1:])
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    print(USAGE, file=sys.stderr)
    return 2


def run(file: Path) -> int:
    """Open the window on `file`; where no window can be shown, do the same job in the terminal."""
    file = file.absolute()
    if not file.exists():
        raise SetupError(f"没有这个文件：{file}\nThere is no such file.")
    screen = system_needs.has_screen()
    lacking = _system(with_screen=screen)
    interpreter = environment.prepare(RUN)
    if screen and not lacking:
        return _run([interpreter, "-m", "reviewer", file])
    return _without_screen(interpreter, file, can_draw=not lacking)


def test(arguments: list[str]) -> int:
    """Run formatter, linter, type checker and tests, all of them, and say which failed."""
    lacking = _system(with_screen=False)
    if lacking:
        raise SetupError("缺少上面列出的系统软件包，测试没有运行。\nThe packages above are missing; no test was run.")
    interpreter = environment.prepare(TEST)
    steps = {
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "ruff check": ["-m", "ruff", "check", "."],
        "mypy": ["-m", "mypy"],
        "pytest": ["-m", "pytest", *arguments],
    }
    failed = []
    for name, command in steps.items():
        print(f"== {name}", flush=True)
        if _run([interpreter, *command], QT_QPA_PLATFORM="offscreen") != 0:
            failed.append(name)
    print("没有通过 / failed: " + ", ".join(failed) if failed else "全部通过 / all passed")
    return 1 if failed else 0


def _system(with_screen: bool) -> list[str]:
    """Install what the operating system lacks, or say how; the packages of Qt libraries that are still missing."""
    venv = [] if environment.exists() else system_needs.missing_venv()
    libraries = system_needs.missing_libraries(with_screen)
    packages = [*venv, *libraries, *system_needs.missing_font()]
    if not packages:
        return []
    if system_needs.can_install():
        print(f"正在安装系统软件包 / Installing system packages: {' '.join(packages)}", flush=True)
        if not system_needs.install(packages):
            raise SetupError(_by_hand(packages, "系统软件包没有装好，请检查网络，或自己运行", "Installing failed; run"))
        return []
    print(_by_hand(packages, "缺少系统软件包，请先运行", "System packages are missing; run"), flush=True)
    if venv:
        raise SetupError("没有上面的软件包就建不成虚拟环境。\nWithout them no virtual environment can be made.")
    return libraries


def _by_hand(packages: list[str], chinese: str, english: str) -> str:
    if system_needs.is_debian():
        return f"{chinese} / {english}:\n  {system_needs.install_line(packages)}"
    return f"{chinese}与下列 Debian 软件包对应的安装 / {english} the equivalent of: {' '.join(packages)}"


def _without_screen(interpreter: Path, file: Path, can_draw: bool) -> int:
    OUTPUT.mkdir(exist_ok=True)
    checklist, picture = OUTPUT / f"{file.stem}-责任清单.xlsx", OUTPUT / f"{file.stem}-窗口.png"
    done = _run([interpreter, "-m", "reviewer", "check", file]) in (0, 1)
    done = _run([interpreter, "-m", "reviewer", "export", file, "--xlsx", checklist]) == 0 and done
    made = [f"责任清单 / checklist: {checklist}"] if done else []
    if can_draw:
        drawn = _run([interpreter, "-c", _DRAW, file, picture], QT_QPA_PLATFORM="offscreen") == 0
        made += [f"窗口的样子 / picture of the window: {picture}"] if drawn else []
        done = done and drawn
    print("\n没有显示器，已在终端完成审阅 / There is no screen; reviewed in the terminal.")
    print("\n".join(made))
    return 0 if done and can_draw else 1


def _run(command: list[str | Path], **variables: str) -> int:
    return subprocess.run(command, cwd=ROOT, env=environment.child_environment(**variables), check=False).returncode


if __name__ == "__main__":
    if sys.version_info < _OLDEST:
        sys.exit("需要 Python 3.11 或更新的版本。 / Python 3.11 or newer is needed.")
    sys.exit(main(sys.argv[1:]))
