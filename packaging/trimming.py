"""What of Python and the packages is not shipped, and why; whatever is not named here is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from environment import ROOT

_QT_MODULE = re.compile(r"\bPySide6\.(Qt\w+)")

WINDOWS_PLUGINS = (
    "iconengines/qsvgicon.dll",
    "imageformats/qico.dll",
    "imageformats/qjpeg.dll",
    "imageformats/qsvg.dll",
    "platforms/qoffscreen.dll",
    "platforms/qwindows.dll",
    "styles/qmodernwindowsstyle.dll",
)
LINUX_PLUGINS = (
    "iconengines/libqsvgicon.so",
    "imageformats/libqico.so",
    "imageformats/libqjpeg.so",
    "imageformats/libqsvg.so",
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "platforminputcontexts/libibusplatforminputcontextplugin.so",
    "platforms/libqoffscreen.so",
    "platforms/libqwayland.so",
    "platforms/libqxcb.so",
    "platformthemes/libqxdgdesktopportal.so",
    "printsupport/libcupsprintersupport.so",
    "wayland-decoration-client/libbradient.so",
    "wayland-shell-integration/libxdg-shell.so",
)
"""Qt's plugins that are shipped: no database, no TLS, no debugging, no virtual keyboard."""

KEPT = ("PySide6/translations/qtbase_zh_CN.qm", "PySide6/Qt/translations/qtbase_zh_CN.qm", "*.dist-info/METADATA")
"""What stays although a row below names it: Qt's Chinese, and what importlib.metadata reads for the about dialog."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Files that stay behind: a pattern of paths with forward slashes, below the folder in question."""

    pattern: str
    why: str


WINDOWS_PYTHON = (
    Dropped("python.exe", "pythonw.exe serves the child process"),
    Dropped("python.cat", "signs the whole Python distribution; every file carries its own signature"),
    Dropped("_ssl.pyd", "no network"),
    Dropped("_hashlib.pyd", "hashes are built in"),
    Dropped("libssl-3.dll", "no network"),
    Dropped("libcrypto-3.dll", "only for the two above"),
    Dropped("_asyncio.pyd", "not used"),
    Dropped("_overlapped.pyd", "part of asyncio"),
    Dropped("_multiprocessing.pyd", "not used"),
    Dropped("_sqlite3.pyd", "no database"),
    Dropped("sqlite3.dll", "no database"),
    Dropped("_msi.pyd", "not used"),
    Dropped("winsound.pyd", "not used"),
)

LINUX_PYTHON = (
    Dropped("test/*", "tests"),
    Dropped("idlelib/*", "not used"),
    Dropped("lib2to3/*", "not used"),
    Dropped("pydoc_data/*", "documentation"),
    Dropped("ensurepip/*", "nothing is installed into it"),
    Dropped("turtle*.py", "not used"),
    Dropped("sqlite3/*", "no database"),
    Dropped("__pycache__/*", "compiled anew"),
    *(
        Dropped(f"lib-dynload/{name}.*", "not used, and would need libraries of the system")
        for name in (
            *("_asyncio", "_crypt", "_curses", "_curses_panel", "_dbm", "_hashlib", "_lsprof", "_multiprocessing"),
            *("_posixshmem", "_sqlite3", "_ssl", "_test*", "_uuid", "_xx*", "audioop", "nis", "ossaudiodev"),
            *("readline", "xxlimited*"),
        )
    ),
)

LIBRARIES = (
    Dropped("*.pyi", "types are for development"),
    Dropped("*.pyx", "source of compiled modules"),
    Dropped("*.pxi", "source of compiled modules"),
    Dropped("*.pxd", "source of compiled modules"),
    Dropped("*.h", "headers are for compiling"),
    Dropped("bin/*", "commands of the packages"),
    Dropped("*.dist-info/*", "licences are gathered in licenses/"),
    Dropped("jieba/finalseg/*.p", "tables for Jython"),
    Dropped("jieba/lac_small/*", "another engine's model"),
    Dropped("jieba/analyse/*", "keyword extraction"),
    Dropped("jieba/posseg/*", "word classes"),
    Dropped("docx/templates/default-docx-template/*", "the unpacked twin of default.docx"),
    Dropped("lxml/isoschematron/*", "not used"),
    Dropped("lxml/html/*", "not used"),
    Dropped("lxml/objectify.*", "not used"),
    Dropped("lxml/includes/*", "headers are for compiling"),
    Dropped("pypdfium2_cli/*", "a command"),
    Dropped("doc2docx/__main__.py", "a command"),
    Dropped("PySide6/*.exe", "tools for development"),
    Dropped("PySide6/scripts/*", "tools for development"),
    Dropped("PySide6/doc/*", "documentation"),
    Dropped("PySide6/glue/*", "for building bindings"),
    Dropped("PySide6/include/*", "headers"),
    Dropped("PySide6/lib/*", "for linking"),
    Dropped("PySide6/*.lib", "for linking"),
    Dropped("PySide6/metatypes/*", "for building"),
    Dropped("PySide6/qml/*", "QML"),
    Dropped("PySide6/resources/*", "for QML and the web engine"),
    Dropped("PySide6/translations/*", "other languages"),
    Dropped("PySide6/typesystems/*", "for building bindings"),
    *(
        Dropped(f"PySide6/{tool}", "tools for development")
        for tool in ("assistant", "designer", "linguist", "svgtoqml")
    ),
    *(Dropped(f"PySide6/{tool}", "tools for development") for tool in ("lrelease", "lupdate", "qml*", "balsam*")),
    *(Dropped(f"PySide6/Qt/{name}/*", "for development") for name in ("libexec", "metatypes", "qml", "translations")),
    Dropped("shiboken6/*.lib", "for linking"),
)


def dropped(path: str, rows: tuple[Dropped, ...]) -> bool:
    """Whether `path` stays behind."""
    return any(fnmatchcase(path, row.pattern) for row in rows) and not any(fnmatchcase(path, kept) for kept in KEPT)


def qt_modules() -> set[str]:
    """The modules of PySide6 that the program imports anywhere."""
    sources = (ROOT / "reviewer").rglob("*.py")
    return {name for file in sources for name in _QT_MODULE.findall(file.read_text(encoding="utf-8"))}


def unneeded(
    binaries: set[Path], wanted: set[Path], closure: Callable[[Iterable[Path], Iterable[Path]], set[Path]]
) -> set[Path]:
    """Those of `binaries` that none of `wanted` loads; raises FileNotFoundError where one of these isn't there."""
    missing = sorted(str(file) for file in wanted - binaries)
    if missing:
        raise FileNotFoundError(", ".join(missing))
    return binaries - closure(sorted(wanted), binaries)
