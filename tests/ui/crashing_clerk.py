"""Decides on one finding after another and says on standard output how many show as decided, until it is killed.

Arguments: the document, the folder in which decisions are kept.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop
from ui_core_material import outline, read, review

from reviewer.ui import finding_decisions as deeds
from reviewer.ui import ledger
from reviewer.ui.session import DocumentSession, Phase


def main(path: str, folder: str) -> None:
    ledger.AT_MOST = 30_000  # no disk of a test machine is as slow
    application = QCoreApplication([])
    session = DocumentSession(read, review, outline, keeper=ledger.keeper_in(Path(folder)))
    session.open(path)
    while session.phase is not Phase.REVIEWED:
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    session.changed.connect(lambda _change: print(len(session.decisions), flush=True))
    index = 0
    while True:
        deeds.accept(session, index, f"第{index}处")
        index += 1
        application.processEvents()


if __name__ == "__main__":
    main(*sys.argv[1:])
