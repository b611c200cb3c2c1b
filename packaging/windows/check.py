"""Tries the installer under Wine, as a clerk and an administrator would: `python packaging/windows/build.py --check`.

What only a real Windows can show (input methods, fonts and DPI, printers, antivirus, SmartScreen) is not tried here.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

from bundled_tests import run_tests
from checking import CheckError, expect, verdict
from environment import ROOT, SetupError, child_environment
from installer import KEYS, PROGID, make_installer
from product import IDENTIFIER, NAME, build_time, version
from wine import Wine, screen

PLACE = "用户 程序/公文 审阅"
PAPERS = "文稿 夹"
SPEECH, CHECKLIST = "讲话 稿.docx", "责任 清单.xlsx"
OLD_VERSION = "0.0.1"
_RUNNING, _SETTLED = 3, 1.5

_WRITE_SPEECH = """
import sys
from docx import Document
source, target = sys.argv[1:]
speech = Document()
for line in open(source, encoding="utf-8").read().splitlines():
    speech.add_paragraph(line)
speech.save(target)
"""
_EMPTY_WINDOW = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setWindowTitle("empty-window")
window.resize(1000, 600)
window.show()
application.exec()
"""


def check(installer: Path, work: Path) -> int:
    """Try everything; 0 where all of it works. Pictures and the tests' report are left in `work`/check."""
    left = work / "check"
    shutil.rmtree(left, ignore_errors=True)
    left.mkdir(parents=True)
    return verdict(lambda: _try_under_wine(installer, work, left))


def _try_under_wine(installer: Path, work: Path, left: Path) -> None:
    with screen() as display:
        wine = Wine(work / "prefix", display)
        began = time.monotonic()
        try:
            wine.make()
            _say("Wine", began)
            _try_all(wine, installer, work, left)
        except (CheckError, subprocess.SubprocessError):
            wine.picture(left / "failed.png")
            raise
        finally:
            wine.stop()


def _try_all(wine: Wine, installer: Path, work: Path, left: Path) -> None:
    files, registry = _snapshot(wine), _keys(wine.registry())
    papers = wine.path(PAPERS)
    papers.mkdir()
    speech = papers / SPEECH
    sample = ROOT / "resources" / "samples" / "讲话稿示例.txt"
    _own_python("-c", _WRITE_SPEECH, str(sample), str(speech))
    before = speech.read_bytes()

    for step in (_install_old, _upgrade):
        began = time.monotonic()
        step(wine, installer, work)
        _say(step.__name__.strip("_"), began)
    place = wine.path(PLACE)
    _offered(wine.registry())
    _command_line(wine, place, papers)
    _open_windows(wine, installer, place, left)
    began = time.monotonic()
    expect(run_tests(wine, place, work, left / "tests.txt"), "tests fail, see tests.txt")
    _say("tests", began)
    expect(speech.read_bytes() == before, "the original was written to")
    began = time.monotonic()
    _uninstall(wine, place)
    _say("uninstall", began)
    shutil.rmtree(papers)
    _nothing_left(wine, files, registry)
    _walk_through(wine, installer, left)
    _nothing_left(wine, files, registry)


def _install_old(wine: Wine, installer: Path, work: Path) -> None:
    """Install what stands for an older version: fewer files, one that the new one lacks."""
    folder = work / "old"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "lib" / "gone").mkdir(parents=True)
    (folder / "lib" / "gone" / "stale.pyd").write_bytes(b"stale")
    shutil.copyfile(work / "bundle" / "reviewer.exe", folder / "reviewer.exe")
    old = work / "old-setup.exe"
    make_installer(folder, old, work / "app.ico", OLD_VERSION, build_time())
    target = "C:\\" + PLACE.replace("/", "\\")
    # NSIS wants no quotation marks around the folder, and Wine sets them around words with spaces.
    status, _ = wine.run(old, "/S", *f"/D={target}".split(" "))
    expect(status == 0 and (wine.path(PLACE) / "lib" / "gone" / "stale.pyd").is_file(), f"old installer: {status}")
    kept = _data(wine) / "settings.json"
    kept.parent.mkdir(parents=True)
    kept.write_text('{"version": 1, "values": {"reading_speed": 200}}', encoding="utf-8")


def _upgrade(wine: Wine, installer: Path, _work: Path) -> None:
    """Install over it without saying where."""
    status, _ = wine.run(installer, "/S", timeout=300)
    place = wine.path(PLACE)
    expect(status == 0 and (place / "python" / "python311.dll").is_file(), f"installer: {status}")
    expect(not (place / "lib" / "gone").exists(), "files of the old version are still there")
    expect('"reading_speed": 200' in (_data(wine) / "settings.json").read_text(encoding="utf-8"), "settings are gone")
    expect(f'"DisplayVersion"="{version()}"' in wine.registry(), "the version is not the new one")
    menu = wine.drive.glob(f"users/*/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/{NAME}.lnk")
    expect(any(menu), "no entry in the start menu")


def _offered(registry: str) -> None:
    """The program can be chosen for our kinds of files, and is the default for none."""
    for suffix in (".docx", ".doc", ".wps", ".txt", ".rtf"):
        expect(rf"Software\\Classes\\{suffix}\\OpenWithProgids" in registry, f"{suffix} is not offered")
        expect(f"[Software\\\\Classes\\\\{suffix}]" not in registry, f"{suffix} has a default of ours")
    expect(f'"{PROGID}"' in registry, "the kind of file is not known")


def _command_line(wine: Wine, place: Path, papers: Path) -> None:
    """Version, self-test, check and export by the console program, on a Chinese path with spaces."""
    program = place / "reviewer-cli.exe"
    status, said = wine.run(program, "--version")
    expect(status == 0 and version() in said, f"--version: {status} {said}")
    status, said = wine.run(program, "--self-test")
    print(said.strip())
    expect(status == 0, "the self-test fails")
    target = papers / CHECKLIST
    status, said = wine.run(program, "export", _windows(wine, papers / SPEECH), "--xlsx", _windows(wine, target))
    expect(status == 0, f"export: {said}")
    code = "import sys, openpyxl; print(openpyxl.load_workbook(sys.argv[1]).active.max_row)"
    rows = int(_own_python("-c", code, str(target)))
    expect(rows > 10, f"the checklist has {rows} rows")
    print(f"清单 / checklist: {rows} 行 / rows")


def _open_windows(wine: Wine, installer: Path, place: Path, left: Path) -> None:
    """Open a document by the launcher's argument; a second start hands over; the installer refuses meanwhile."""
    starter = place / "reviewer.exe"
    speech = _windows(wine, wine.path(PAPERS) / SPEECH)
    for title, command in (("empty-window", ["python/pythonw.exe", "-c", _EMPTY_WINDOW]), (NAME, ["reviewer.exe"])):
        for attempt in range(3):
            started = wine.start(place / command[0], *command[1:])
            seconds = wine.wait_for(title)
            expect(seconds is not None, f"no window of {title} came up")
            print(f"{seconds:7.2f} s   启动到窗口 / start to window: {title} {attempt + 1}", flush=True)
            time.sleep(_SETTLED)
            _close(wine, started, Path(command[0]).name)
    first = wine.start(starter)
    expect(wine.wait_for(NAME) is not None, "no window came up")
    began = time.monotonic()
    status, said = wine.run(starter, speech)
    expect(status == 0, f"the second start: {status} {said}")
    print(f"{time.monotonic() - began:7.2f} s   第二次启动到退出 / second start to its end", flush=True)
    expect(wine.wait_for("讲话 稿.docx") is not None, "the running window did not open the file")
    wine.picture_at_rest(left / "window.png")
    status, _ = wine.run(installer, "/S")
    expect(status == _RUNNING, f"the installer does not mind that the program runs: {status}")
    _close(wine, first, "reviewer.exe")


def _close(wine: Wine, process: subprocess.Popen[bytes], name: str) -> None:
    """Close the program as its window's cross does, and see that it ends."""
    wine.run("taskkill", "/IM", name)
    process.wait(timeout=30)
    expect(process.returncode == 0, f"{name} ended with {process.returncode}")


def _uninstall(wine: Wine, place: Path) -> None:
    """Silently: settings stay; then, installed once more, with them."""
    uninstaller = _windows(wine, place / "uninstall.exe")
    status, said = wine.run(place / "uninstall.exe", "/S")
    expect(status == 0, f"uninstaller {uninstaller}: {status} {said}")
    _vanish(place)
    expect((_data(wine) / "settings.json").is_file(), "settings are gone without a question")


def _nothing_left(wine: Wine, files: set[str], registry: set[str]) -> None:
    shutil.rmtree(_data(wine), ignore_errors=True)
    for folder in ("用户 程序", PAPERS):
        shutil.rmtree(wine.path(folder), ignore_errors=True)
    more = sorted(_snapshot(wine) - files)
    expect(not more, f"files are left: {more[:10]}")
    keys = sorted(
        key for key in _keys(wine.registry()) - registry if "eviewer" in key or any(k in key for k in KEYS.values())
    )
    expect(not keys, f"keys are left: {keys}")


def _walk_through(wine: Wine, installer: Path, left: Path) -> None:
    """By hand, with pictures: next, next, install, finish; then uninstall and answer that everything may go."""
    process = wine.start(installer)
    expect(wine.wait_for("安装") is not None, "the installer shows no window")
    time.sleep(_SETTLED)
    wine.picture(left / "installer-1.png")
    wine.press("Return")
    time.sleep(_SETTLED)
    wine.picture(left / "installer-2.png")
    wine.press("Return")
    place = next(wine.drive.glob("users/*"), wine.drive)
    began = time.monotonic()
    while time.monotonic() - began < 120 and not list(
        wine.drive.glob(f"users/*/AppData/Local/Programs/{IDENTIFIER}/uninstall.exe")
    ):
        time.sleep(0.5)
    time.sleep(2 * _SETTLED)
    wine.picture(left / "installer-3.png")
    wine.press("Return")
    process.wait(timeout=60)
    expect(wine.wait_for(NAME) is not None, "the installed program was not opened")
    wine.picture_at_rest(left / "installed.png")
    wine.stop()
    place = next(wine.drive.glob(f"users/*/AppData/Local/Programs/{IDENTIFIER}"))
    status, _ = wine.run(place / "uninstall.exe", "/S", "/REMOVEDATA")
    expect(status == 0, "uninstaller")
    _vanish(place)
    expect(not _data(wine).exists(), "data are left although they were to go")


def _vanish(place: Path) -> None:
    """Wait until the uninstaller, which works on from a copy of itself, has removed `place`."""
    began = time.monotonic()
    while place.exists() and time.monotonic() - began < 60:
        time.sleep(0.2)
    left = sorted(str(file.relative_to(place)) for file in place.rglob("*")) if place.exists() else []
    expect(not place.exists(), f"{place.name} is left with {left[:10]}")


def _data(wine: Wine) -> Path:
    (user,) = (one for one in wine.path("users").iterdir() if one.name != "Public")
    return user / "AppData" / "Roaming" / IDENTIFIER


def _windows(wine: Wine, file: Path) -> str:
    return "C:\\" + str(file.relative_to(wine.drive)).replace("/", "\\")


def _snapshot(wine: Wine) -> set[str]:
    wine.settle()
    ignored = ("windows/", "ProgramData/")
    files = (str(file.relative_to(wine.drive)) for file in wine.drive.rglob("*") if file.is_file())
    return {file for file in files if not file.startswith(ignored) and "/Temp/" not in file}


def _keys(registry: str) -> set[str]:
    return {line.partition("]")[0] for line in registry.splitlines() if line.startswith("[")}


def _own_python(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", *words], env=child_environment(), stdout=subprocess.PIPE, check=False, text=True
    )
    if done.returncode != 0:
        raise SetupError(f"{' '.join(words[:3])}: {done.returncode}")
    return done.stdout


def _say(what: str, began: float) -> None:
    print(f"{time.monotonic() - began:7.1f} s   {what}", flush=True)
