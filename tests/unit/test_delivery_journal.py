"""The journal tells where something went wrong and never what was in a document."""

import faulthandler
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer import journal

SECRET = "某某同志的讲话"


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "资料 夹"
    journal._lines.clear()
    assert not journal.keep_in(folder)
    yield folder
    journal.close()
    journal.keep_in(None)
    faulthandler.enable(sys.__stderr__)


def fail(text: str) -> None:
    try:
        int(text)
    except ValueError as error:
        raise RuntimeError(text) from error


def test_an_error_is_told_by_kind_and_place_alone(kept):
    with pytest.raises(RuntimeError) as caught:
        fail(SECRET)
    journal.note_error(caught.value)
    (line,) = journal.recent()
    assert "RuntimeError at " in line
    assert "caused by ValueError at " in line
    assert "test_delivery_journal.py" in line
    assert SECRET not in line
    assert str(Path(__file__).parents[2]) not in line


@pytest.mark.parametrize("words", [f"QImage: cannot open {SECRET}.docx", 'cannot open "speech.docx" now', "a\nb"])
def test_what_others_say_is_blotted_out(kept, words):
    journal.note(words)
    text = (kept / journal.FILE).read_text(encoding="utf-8")
    assert text.count("\n") == 1
    assert SECRET not in text
    assert "speech" not in text


def test_the_file_is_put_aside_when_it_grows(kept, monkeypatch):
    monkeypatch.setattr(journal, "_LARGEST", 500)
    for number in range(40):
        journal.note(f"line {number}")
    sizes = {file.name: file.stat().st_size for file in kept.glob("journal*")}
    assert set(sizes) == {journal.FILE, journal.OLD_FILE}
    assert all(size < 700 for size in sizes.values())
    assert journal.recent()[-1].endswith("line 39")


def test_a_place_that_cannot_be_written_costs_nothing(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    journal._lines.clear()
    assert not journal.keep_in(blocked / "below")
    journal.note("still here")
    assert journal.recent()[-1].endswith("still here")
    journal.keep_in(None)


def test_a_crash_is_noticed_at_the_next_start_and_an_orderly_end_is_not(kept):
    journal.close()
    assert (kept / journal.CRASH_FILE).read_bytes() == b""
    assert not journal.keep_in(kept)
    journal.close()
    trace = 'Fatal Python error: Segmentation fault\n\n  File "/home/someone/reviewer/ui/app.py", line 3 in run\n'
    (kept / journal.CRASH_FILE).write_text(trace, encoding="utf-8")
    assert journal.keep_in(kept)
    said = "\n".join(journal.recent())
    assert "app.py, line 3 in run" in said
    assert "someone" not in said
    journal.close()
    assert not journal.keep_in(kept)


def test_without_a_folder_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    journal.keep_in(None)
    journal.note("only here")
    assert journal.recent()[-1].endswith("only here")
    assert list(tmp_path.iterdir()) == []
