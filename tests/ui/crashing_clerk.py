"""Decides on one finding after another and says on standard output how many decisions are saved, until it is killed.

Arguments: the document, the folder in which decisions are kept.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop
from ui_core_material import outline, read, review

from reviewer.ui import finding_decisions as deeds
from reviewer.ui.ledger import keeper_in
from reviewer.ui.session import DocumentSession, Phase


def main(path: str, folder: str) -> None:
    application = QCoreApplication([])
    session = DocumentSession(read, review, outline, keeper=keeper_in(Path(folder)))
    session.open(path)
    while session.phase is not Phase.REVIEWED:
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    index = 0
    while True:
        deeds.accept(session, index, f"第{index}处")
        index += 1
        if index % 3 == 0:
            session.wait()
            print(len(session.decisions), flush=True)
        application.processEvents()


if __name__ == "__main__":
    main(*sys.argv[1:])
