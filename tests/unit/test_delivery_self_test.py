"""The self-test passes here, says so in Chinese, and tells what doesn't work."""

import os
import subprocess
import sys
from pathlib import Path

import reviewer
from reviewer import self_test


def test_everything_works_here(tmp_path):
    results = list(self_test.run(tmp_path / "资料", [("字体", lambda: "有")]))
    assert [result.line for result in results if not result.works] == []
    assert {result.name for result in results} >= {"词库", "规则", "放假安排", "审阅", "导出", "写入", "字体"}
    assert list((tmp_path / "资料").iterdir()) == []


def test_what_fails_is_told_and_the_rest_goes_on(tmp_path):
    def broken() -> str:
        raise OSError("/home/someone")

    def refused() -> str:
        raise self_test.TrialError("没有中文字体。")

    blocked = tmp_path / "file"
    blocked.write_text("")
    results = {one.name: one for one in self_test.run(blocked, [("甲", broken), ("乙", refused)])}
    assert not results["写入"].works
    assert results["乙"].line == "异常  乙：没有中文字体。"
    assert "OSError" in results["甲"].line
    assert "someone" not in results["甲"].line
    assert results["审阅"].works


def test_the_command_prints_it_and_says_by_its_status(tmp_path):
    command = [sys.executable, "-X", "utf8", "-m", "reviewer", "--self-test"]
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "APPDATA": str(tmp_path)}
    if sys.platform == "win32":
        environment.pop("QT_QPA_PLATFORM", None)  # Qt's offscreen platform has no fonts there
    root = Path(reviewer.__file__).resolve().parents[1]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False)
    lines = done.stdout.decode("utf-8").splitlines()
    assert done.returncode == 0, lines
    assert all(line.startswith("正常  ") for line in lines)
    assert any(reviewer.__version__ in line for line in lines)
