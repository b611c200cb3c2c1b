"""A session that keeps what is decided, and short ways to what the tests look at."""

from collections.abc import Sequence
from pathlib import Path

from ui_core_material import outline, read, review

from reviewer.errors import WriteError
from reviewer.model.decision import Decision
from reviewer.model.duty import Duty
from reviewer.ui.ledger import Keeper, keeper_in
from reviewer.ui.session import DocumentSession

SURVEY = "各街道要在6月30日前完成排查"
LIST = "水务科要于9月底前报送清单，，务必要实"


def keeping_session(folder: Path) -> DocumentSession:
    """A session on the made-up reader and reviewer that keeps decisions in `folder`."""
    return DocumentSession(read, review, outline, keeper=keeper_in(folder))


def refusing_keeper() -> Keeper:
    """A keeper whose disk is full."""

    def save(path: str, content: str, decisions: Sequence[Decision]) -> None:
        raise WriteError("没有保存成功。", "磁盘已满，请腾出空间。")

    return Keeper(lambda path, content: (), save)


def texts(session: DocumentSession) -> list[str]:
    """The words of all duties."""
    assert session.report is not None
    return [duty.text for duty in session.report.duties]


def duty(session: DocumentSession, words: str) -> Duty:
    """The duty whose words begin with `words`."""
    assert session.report is not None
    return next(duty for duty in session.report.duties if duty.text.startswith(words))
