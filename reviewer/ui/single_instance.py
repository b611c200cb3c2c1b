"""One window for each user: who starts the program again has the running one open the files, and ends.

The two speak by a local socket (on Windows a named pipe) that only this user may open; nothing reaches the network.
"""

import os
import sys
import time
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject

from reviewer import journal

_PATIENCE = 3.0  # seconds for the first one to begin to listen
_ANSWER = 2000  # milliseconds for it to answer; one that hangs does not keep the clerk from her file
_PAUSE = 0.05
_LONGEST = 1_000_000
_LONGEST_NAME = 100  # bytes; what a Unix socket's address can hold
_TAKEN = b"taken\n"


class Reply(Enum):
    """What the running one said: that it opens the files, nothing in time, or that there is none."""

    TAKEN = 1
    SILENT = 2
    NOBODY = 3


class SingleInstance(QObject):
    """This start of the program among others that keep their data in `folder`."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = socket_name(folder)
        place = Path(os.environ.get("XDG_RUNTIME_DIR") or folder)
        self._lock: QLockFile | None = None
        try:
            place.mkdir(parents=True, exist_ok=True)
        except OSError:
            return
        self._lock = QLockFile(str(place / f"{Path(self._name).name}.lock"))
        self._lock.setStaleLockTime(0)

    def is_first(self) -> bool:
        """Whether no other runs; it is then this one until it ends.

        False is not certain: on Windows the lock of one that was killed seems held where its number was given anew.
        """
        return self._lock is None or self._lock.isLocked() or self._lock.tryLock(0)

    def hand_over(self, files: list[str], patience: float = _PATIENCE, answer: int = _ANSWER) -> Reply:
        """Ask the running one to open `files` and come to the front.

        `patience` is in seconds, `answer` in milliseconds.
        """
        import json

        try:
            from PySide6.QtNetwork import QLocalSocket
        except ImportError:  # a library of the system is missing, without which all the rest works
            return Reply.NOBODY
        deadline = time.monotonic() + patience
        socket = QLocalSocket()
        while True:
            socket.connectToServer(self._name)
            if socket.waitForConnected(answer):
                break
            if time.monotonic() > deadline:
                return Reply.NOBODY
            time.sleep(_PAUSE)
        _let_others_come_to_front()
        socket.write(json.dumps([str(Path(file).absolute()) for file in files]).encode("ascii") + b"\n")
        while socket.bytesAvailable() < len(_TAKEN):
            if not socket.waitForReadyRead(answer):
                return Reply.SILENT
        return Reply.TAKEN if socket.readAll().data() == _TAKEN else Reply.SILENT

    def listen(self, take: Callable[[list[str]], None]) -> bool:
        """Hand what later starts want opened to `take`; False where that is not possible."""
        try:
            from PySide6.QtNetwork import QLocalServer
        except ImportError as error:
            journal.note_error(error)
            return False
        self._take = take
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        if self._server.listen(self._name):
            return True
        QLocalServer.removeServer(self._name)  # what a crash has left; the lock says that nobody listens there
        return self._server.listen(self._name)

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.setParent(self)
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(self._on_words)
        if socket.canReadLine():
            self._read(socket)

    def _on_words(self) -> None:
        self._read(self.sender())

    def _read(self, socket: "QObject | None") -> None:
        import json

        from PySide6.QtNetwork import QLocalSocket

        assert isinstance(socket, QLocalSocket)
        if socket.bytesAvailable() > _LONGEST:
            socket.abort()
        if not socket.canReadLine():
            return
        try:
            files = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            files = None
        if not isinstance(files, list) or not all(isinstance(file, str) for file in files):
            socket.abort()
            return
        socket.write(_TAKEN)
        socket.flush()
        self._take(files)


def socket_name(folder: Path) -> str:
    """Where to meet whoever keeps its data in `folder` and shows its windows on the same screen."""
    screen = _screen()
    known = f"{folder.absolute()}\n{screen}".encode("utf-8", "surrogateescape")
    digest = QCryptographicHash.hash(known, QCryptographicHash.Algorithm.Sha256).toHex().data()
    name = f"reviewer-{bytes(digest[:20]).decode('ascii')}"
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    place = str(Path(runtime, name)) if runtime else name
    return place if len(place.encode()) <= _LONGEST_NAME else name


def _screen() -> str:
    """Tells apart the screens, or on Windows the sessions, that one user may have."""
    if sys.platform == "win32":
        import ctypes

        session = ctypes.c_ulong()
        ctypes.windll.kernel32.ProcessIdToSessionId(os.getpid(), ctypes.byref(session))
        return str(session.value)
    return os.environ.get("DISPLAY", "") + os.environ.get("WAYLAND_DISPLAY", "")


def _let_others_come_to_front() -> None:
    """Give the running one the right to raise its window, which Windows gives only to who was started last."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # ASFW_ANY
