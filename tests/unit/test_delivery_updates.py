"""Updates: a good package comes into force, a bad one is refused and what was there stays."""

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reviewer import __version__, resource, updates
from reviewer.cli import main
from reviewer.errors import ReviewerError
from reviewer.updates import package

HOLIDAYS = json.dumps({"2031": {"off": ["2031-01-01", "2031-01-02"], "work": ["2031-01-04"]}}).encode()
WITHDRAWN = b'withdrawn = ["placeholder-asterisk"]\n'


def made(
    folder: Path,
    files: dict[str, bytes],
    name: str = "更新 包.zip",
    changes: dict[str, object] | None = None,
    number: str = "2031.1.1",
) -> Path:
    """A package of `files`; `changes` replace entries of its manifest."""
    manifest = {
        "product": package.PRODUCT,
        "format": package.FORMAT,
        "number": number,
        "program": __version__,
        "notes": "放假安排",
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in files.items()},
        **(changes or {}),
    }
    target = folder / name
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(package.MANIFEST, json.dumps(manifest))
        for path, data in files.items():
            archive.writestr(path, data)
    return target


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "资料"


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_passes_trial", lambda _place: True)


def in_new_process(data: Path, code: str) -> str:
    start = f"from pathlib import Path; from reviewer import updates; updates.put_in_force(Path({str(data)!r})); "
    command = [sys.executable, "-X", "utf8", "-c", start + code]
    root = Path(updates.__file__).resolve().parents[2]
    return subprocess.run(
        command, cwd=root, capture_output=True, check=True, text=True, encoding="utf-8"
    ).stdout.strip()


def test_a_package_comes_into_force_at_the_next_start(tmp_path, data):
    adverts = resource.read_text("lexicons/adverts.toml").replace("threshold = ", "threshold = 1")
    files = {"holidays.json": HOLIDAYS, "rules.toml": WITHDRAWN, "lexicons/adverts.toml": adverts.encode()}
    update = package.install(data, made(tmp_path, files))
    assert updates.installed(data) == [update]
    said = in_new_process(
        data,
        "from reviewer.times.calendar import STATUTORY; from datetime import date; "
        "from reviewer.rules.engine import withdrawn; from reviewer import resource; "
        "print(STATUTORY.is_workday(date(2031, 1, 2)), STATUTORY.is_workday(date(2031, 1, 4)), "
        "STATUTORY.is_estimated(2031), *withdrawn(), resource.lexicon('adverts')['threshold'])",
    )
    shipped = resource.lexicon("adverts")["threshold"]
    assert said == f"False True False placeholder-asterisk 1{shipped}"


def test_a_trial_that_fails_refuses_the_package(tmp_path, data):
    broken = made(tmp_path, {"rules.toml": b'withdrawn = ["no-such-rule"]\n'})
    with pytest.raises(package.UpdateError, match="试用"):
        package.install(data, broken)
    assert updates.installed(data) == []
    assert list((data / updates.FOLDER).iterdir()) == []


BAD = {
    "another product": ({"holidays.json": HOLIDAYS}, {"product": "else"}),
    "a later format": ({"holidays.json": HOLIDAYS}, {"format": 2}),
    "another version": ({"holidays.json": HOLIDAYS}, {"program": "99.0.0"}),
    "no number": ({"holidays.json": HOLIDAYS}, {"number": "new"}),
    "a number that is a path": ({"holidays.json": HOLIDAYS}, {"number": "../../x"}),
    "a wrong digest": ({"holidays.json": HOLIDAYS}, {"files": {"holidays.json": "0" * 64}}),
    "a digest missing": ({"holidays.json": HOLIDAYS, "rules.toml": WITHDRAWN}, {"files": {}}),
    "digests that are none": ({"holidays.json": HOLIDAYS}, {"files": 5}),
    "nothing in it": ({}, {}),
    "code": ({"reviewer/cli.py": b"print()"}, {}),
    "a way out": ({"../holidays.json": HOLIDAYS}, {}),
    "an absolute way": ({"/etc/holidays.json": HOLIDAYS}, {}),
    "an unknown lexicon": ({"lexicons/unknown.toml": b""}, {}),
    "no TOML": ({"lexicons/adverts.toml": b"= ="}, {}),
    "another form": ({"lexicons/adverts.toml": b"x = 1\n"}, {}),
    "another encoding": ({"lexicons/adverts.toml": "词".encode("gbk")}, {}),
    "days of another year": ({"holidays.json": b'{"2031": {"off": ["2030-01-01"]}}'}, {}),
    "no calendar": ({"holidays.json": b"[]"}, {}),
    "no list of rules": ({"rules.toml": b"withdrawn = 3\n"}, {}),
}


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize(("files", "changes"), BAD.values(), ids=BAD)
def test_a_bad_package_is_refused_and_the_old_one_stays(tmp_path, data, files, changes):
    old = package.install(data, made(tmp_path, {"holidays.json": HOLIDAYS}, number="2030.12.1"))
    bad = made(tmp_path, files, "bad.zip", changes)
    with pytest.raises(ReviewerError) as caught:
        package.install(data, bad)
    assert caught.value.sentence.endswith("。")
    assert updates.installed(data) == [old]
    assert (data / updates.FOLDER / old.number / "holidays.json").read_bytes() == HOLIDAYS


@pytest.mark.usefixtures("trusting")
@pytest.mark.parametrize(
    "content", [b"", b"PK", b"text", b"PK\x05\x06" + b"\0" * 18], ids=["empty", "start", "text", "none"]
)
def test_what_is_no_zip_is_refused(tmp_path, data, content):
    file = tmp_path / "x.zip"
    file.write_bytes(content)
    with pytest.raises(package.UpdateError):
        package.install(data, file)


@pytest.mark.usefixtures("trusting")
def test_a_cut_off_or_changed_zip_is_refused(tmp_path, data):
    whole = made(tmp_path, {"holidays.json": HOLIDAYS}).read_bytes()
    for damaged in (whole[:-30], whole[: len(whole) // 2], whole.replace(b"2031-01-02", b"2031-01-03")):
        (tmp_path / "damaged.zip").write_bytes(damaged)
        with pytest.raises(package.UpdateError):
            package.install(data, tmp_path / "damaged.zip")


def test_what_unpacks_to_too_much_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", "{}")
        archive.writestr("holidays.json", b"0" * 70_000_000)
    with pytest.raises(package.UpdateError, match="太大"):
        package.unpack(stream.getvalue())


def test_no_file_is_one_sentence(tmp_path, data):
    with pytest.raises(ReviewerError, match="读不出"):
        package.install(data, tmp_path / "none.zip")


@pytest.mark.usefixtures("trusting")
def test_an_older_one_is_refused_and_one_can_go_back(tmp_path, data):
    first = package.install(data, made(tmp_path, {"holidays.json": HOLIDAYS}, number="2031.1.9"))
    second = package.install(data, made(tmp_path, {"rules.toml": WITHDRAWN}, number="2031.1.10"))
    with pytest.raises(package.UpdateError, match="不比它新"):
        package.install(data, made(tmp_path, {"holidays.json": HOLIDAYS}, number="2031.1.9"))
    assert updates.installed(data) == [second, first]
    assert package.go_back(data) == first
    assert updates.installed(data) == [first]
    assert package.go_back(data) is None
    assert updates.installed(data) == []
    assert [place.name for place in (data / updates.FOLDER).iterdir()] == [updates.CURRENT]


@pytest.mark.usefixtures("trusting")
def test_an_update_for_another_version_rests(tmp_path, data, monkeypatch):
    package.install(data, made(tmp_path, {"holidays.json": HOLIDAYS}))
    monkeypatch.setattr(updates, "__version__", "99.0.0")
    assert updates.installed(data) == []


@pytest.mark.parametrize("content", ["", "{", "[]", '{"program": 1}', '{"updates": 5}'])
def test_a_damaged_state_counts_as_none(data, content):
    (data / updates.FOLDER).mkdir(parents=True)
    (data / updates.FOLDER / updates.CURRENT).write_text(content, encoding="utf-8")
    assert updates.installed(data) == []


@pytest.mark.usefixtures("trusting")
def test_a_lexicon_damaged_later_is_replaced_by_the_shipped_one(tmp_path, data):
    lexicon = resource.read_bytes("lexicons/adverts.toml")
    package.install(data, made(tmp_path, {"lexicons/adverts.toml": lexicon}))
    (data / updates.FOLDER / "2031.1.1" / "lexicons" / "adverts.toml").write_bytes(b"= =")
    said = in_new_process(data, "from reviewer import resource; print(resource.lexicon('adverts')['threshold'])")
    assert said == str(resource.lexicon("adverts")["threshold"])


@pytest.mark.usefixtures("trusting")
def test_the_command_line_takes_shows_and_goes_back(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("reviewer.folders.data_folder", lambda: tmp_path / "资料")
    assert main(["update"]) == 0
    assert main(["update", str(made(tmp_path, {"holidays.json": HOLIDAYS}))]) == 0
    assert main(["update", "--back"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == said[2] == f"用的是 {__version__} 版自带的词库和放假安排。"
    assert said[1].startswith("用的是 2031.1.1 的更新：放假安排（校验码 ")
    assert main(["update", str(tmp_path / "none.zip")]) == 2
