"""The child process: what goes wrong in it is one sentence here, and the next file is read all the same."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from readers_made_foreign import lines, ofd, pdf, word

import reviewer.readers
from reviewer.errors import DamagedError, EncryptedError, ReadError, TooLargeError
from reviewer.readers import helper, read_bytes
from reviewer.readers.helper import Helper

MISBEHAVING = Path(__file__).with_name("readers_misbehaving.py")
NAMES = ["hang", "spin", "abort", "leave", "eat", "raise_error", "refuse", "chatter", "lie"]


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Iterator[Helper]:
    """A child that also knows the misbehaving readers, with a short limit."""
    monkeypatch.syspath_prepend(str(MISBEHAVING.parent))
    install = f"from reviewer.readers import child; child.READERS |= {{n: ('readers_misbehaving', n) for n in {NAMES!r}}}; main()"
    monkeypatch.setattr(helper, "_START", helper._START.replace("main()", install))
    made = Helper(seconds=2)
    yield made
    made.close()


def process_of(child: Helper) -> int:
    return int(child.read("chatter", b"", "").texts[0].split()[1])


def test_each_format_is_read() -> None:
    assert read_bytes(pdf(lines("关于工作的通知")), "a.docx").texts == ("关于工作的通知",)
    assert read_bytes(ofd([(30, 40, 5, "通知")]), "a.pdf").format == "ofd"
    document = read_bytes(word("各单位要在六月底前完成。\r"), "/x/讲话.wps")
    assert (document.path, document.format, document.texts) == ("/x/讲话.wps", "doc", ("各单位要在六月底前完成。",))
    with pytest.raises(EncryptedError):
        read_bytes(word("密\r", flags=0x100), "a.doc")


def test_one_process_serves_one_file_after_another(child: Helper) -> None:
    first = process_of(child)
    assert process_of(child) == first
    with pytest.raises(EncryptedError):
        child.read("refuse", b"", "")
    with pytest.raises(DamagedError):
        child.read("raise_error", b"", "")
    assert process_of(child) == first


def test_what_readers_print_goes_nowhere(child: Helper, capfd: pytest.CaptureFixture[str]) -> None:
    assert child.read("chatter", bytes(3_000_000), "p").texts[0].startswith("3000000 ")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", ["hang", "spin"])
def test_a_reader_that_never_ends(child: Helper, name: str) -> None:
    with pytest.raises(ReadError, match="2 秒"):
        child.read(name, b"", "")
    assert process_of(child)


@pytest.mark.parametrize("name", ["abort", "leave", "lie"])
def test_a_reader_that_takes_the_process_with_it(child: Helper, name: str) -> None:
    with pytest.raises(DamagedError, match="意外"):
        child.read(name, b"", "")


@pytest.mark.skipif(sys.platform not in ("linux", "win32"), reason="no such limit here")
def test_a_reader_that_eats_memory(child: Helper) -> None:
    with pytest.raises(TooLargeError):
        child.read("eat", b"", "")


def test_a_process_that_was_killed_is_replaced(child: Helper) -> None:
    first = process_of(child)
    child._process.kill()
    child._process.wait()
    assert process_of(child) != first


def test_threads_take_turns(child: Helper) -> None:
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(child.read("chatter", b"x", "").texts[0])) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len(set(found)) == 1


def test_warming_starts_the_process_and_returns(child: Helper) -> None:
    child.warm()
    running = child._process
    assert running is not None
    assert process_of(child) == running.pid
    child.warm()
    assert child._process is running


def test_closing_ends_the_process(child: Helper) -> None:
    child.warm()
    running = child._process
    child.close()
    child.close()
    assert running.poll() is not None


def test_no_interpreter_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "公文审阅.exe"))
    monkeypatch.setattr(sys, "base_prefix", str(tmp_path))
    made = Helper()
    made.warm()
    with pytest.raises(ReadError, match="启动不了"):
        made.read("pdf", b"", "")
    beside = tmp_path / "pythonw.exe"
    beside.write_bytes(b"")
    assert helper.interpreter() == str(beside)


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_other_formats_start_no_process(tmp_path: Path) -> None:
    done = run(
        "import sys, reviewer.readers as r\n"
        "r.read_bytes(b'{\\\\rtf1 a}', 'a.rtf'); r.read_bytes(b'<html><p>a', 'a.html'); r.read_bytes(b'a', 'a.txt')\n"
        "print('subprocess' in sys.modules, 'reviewer.readers.helper' in sys.modules)"
    )
    assert done.stdout.split() == ["False", "False"], done.stderr


def test_the_process_ends_with_the_program(tmp_path: Path) -> None:
    """Both where the program ends by itself, while the child is at work or idle, and where it is killed."""
    code = (
        "import os, sys, reviewer.readers as r\n"
        "r.warm(); print(r._helper()._process.pid, flush=True)\n"
        "if sys.argv[1] == 'killed': os._exit(1)\n"
    )
    for way in ("ended", "killed"):
        pid = int(run(code, way).stdout)
        assert ended(pid)


def ended(pid: int) -> bool:
    """Whether the process is gone, given some time."""
    import os
    import time

    if sys.platform == "win32":
        return str(pid) not in subprocess.run(["tasklist"], capture_output=True, text=True, check=True).stdout
    for _ in range(100):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        state = Path(f"/proc/{pid}/stat")
        if state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False


def test_shutting_down_and_starting_anew() -> None:
    reviewer.readers.warm()
    reviewer.readers.shut_down()
    assert read_bytes(pdf(lines("通知")), "a").texts == ("通知",)


def test_the_child_knows_no_window() -> None:
    done = run("import sys, reviewer.readers.child; print(any(m.startswith('PySide6') for m in sys.modules))")
    assert done.stdout.strip() == "False", done.stderr
