"""The arrows of the design: who may import whom, what waits until it is needed, what is never imported."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "reviewer"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Rooms on one line do not know each other; each may import the rooms on the lines above.
FLOORS = (
    ("model", "errors"),
    ("resource", "atomic", "words", "folders", "journal"),
    ("language",),
    ("readers", "labels", "anchoring", "reading_time"),
    ("title", "edits"),
    ("times", "outline", "verdicts"),
    ("duties", "rules"),
    ("review", "corrections", "statistics"),
    ("exports", "store"),
    ("comparison", "batch", "self_test", "updates"),
    ("cli", "ui"),
    ("__main__",),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
NETWORK = {
    "asyncio",
    "ftplib",
    "http",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib",
    "xmlrpc",
}
QT_NETWORK = {"QtNetwork", "QtWebSockets", "QtWebEngineCore", "QtWebEngineWidgets"}
LOCAL = {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}
"""What two starts of the program speak by; it never leaves the machine."""

HEAVY = {"jieba", "openpyxl", "docx", "lxml", "borax", "chinese_calendar", "ahocorasick_rs"}
LONGEST = 400


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(module: Path) -> set[str]:
    """Every dotted name that a module imports anywhere, `from a import b` as `a.b`; type checking included."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def name(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


@pytest.fixture(params=MODULES, ids=name)
def module(request) -> Path:
    return request.param


def test_every_room_has_its_floor():
    rooms = {room(module) for module in MODULES} - {"__init__"}
    assert rooms - set(FLOOR) == set()


def test_arrows_run_one_way(module):
    own = room(module)
    if own == "__init__":
        assert not any(name.startswith("reviewer") for name in imports(module))
        return
    rooms = {
        parts[1] for parts in (name.split(".") for name in imports(module)) if parts[0] == "reviewer" and parts[1:]
    }
    wrong = {other for other in rooms if other in FLOOR and other != own and FLOOR[other] >= FLOOR[own]}
    assert not wrong, f"{name(module)} must not know {sorted(wrong)}"


def test_only_the_user_interface_knows_qt(module):
    if room(module) != "ui":
        assert not any(name.partition(".")[0] in {"PySide6", "shiboken6"} for name in imports(module))


def test_only_main_starts_faces(module):
    """`reviewer.ui` may import its own rooms; nobody but `__main__` imports the command line or the window."""
    own = room(module)
    for imported in imports(module):
        for face in ("ui", "cli"):
            if imported.startswith(f"reviewer.{face}"):
                assert own in {face, "__main__"}, f"{name(module)} imports {imported}"


def test_no_network(module):
    for imported in imports(module) - (LOCAL if module.name == "single_instance.py" else set()):
        parts = imported.split(".")
        assert parts[0] not in NETWORK, f"{name(module)} imports {imported}"
        assert not QT_NETWORK & set(parts), f"{name(module)} imports {imported}"


def test_no_module_is_two(module):
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


BLOCKER = """
import sys

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in BLOCKED:
            raise ImportError(f"{name} is blocked")

sys.meta_path.insert(0, Blocker())
"""


def test_the_core_runs_without_qt(tmp_path):
    speech = tmp_path / "讲话.txt"
    speech.write_text("在全县会议上的讲话\n一、抓紧落实\n各单位要在2023年6月30日前完成自查。\n", encoding="utf-8")
    said = run(
        f"BLOCKED = {{'PySide6', 'shiboken6'}}\n{BLOCKER}\n"
        "from reviewer.cli import main\n"
        f"status = main(['check', '--format', 'jsonl', {str(speech)!r}])\n"
        "assert status in (0, 1), status\n"
    )
    assert "2023-06-30" in said


@pytest.mark.parametrize("start", ["reviewer.cli", "reviewer.review", "reviewer.ui.main_window"])
def test_a_face_starts_without_heavy_packages(start):
    loaded = run(f"import sys, {start}\nprint(' '.join(sys.modules))").split()
    assert start in loaded
    assert not HEAVY & set(loaded)


def test_the_core_imports_without_any_heavy_package():
    run(f"BLOCKED = {HEAVY | {'PySide6', 'shiboken6'}!r}\n{BLOCKER}\nimport reviewer.cli, reviewer.review")


def test_these_checks_see_what_they_look_for(tmp_path):
    guilty = tmp_path / "guilty.py"
    guilty.write_text(
        "import socket\nfrom PySide6 import QtNetwork\nif True:\n    import jieba\n"
        "def later():\n    import openpyxl\n    from reviewer.ui import theme\n",
        encoding="utf-8",
    )
    assert imports(guilty) == {"socket", "PySide6.QtNetwork", "jieba", "openpyxl", "reviewer.ui.theme"}
