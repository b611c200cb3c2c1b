"""Short ways to what the tests of decisions on findings look at."""

from pathlib import Path

from ui_core_material import made_up_session

from reviewer.model.finding import Finding
from reviewer.model.verdict import State
from reviewer.ui.preferences import Preferences
from reviewer.ui.records import Records
from reviewer.ui.references import References
from reviewer.ui.session import DocumentSession
from reviewer.ui.settings_dialog import SettingsDialog

MASK, ADVERT, COMMA, SPACE = range(4)
"""The findings of the made-up speech, in reading order; the last is only worth a look."""


def states(session: DocumentSession) -> list[State]:
    """How the findings stand."""
    assert session.corrected is not None
    return [verdict.state for verdict in session.corrected.verdicts]


def finding(session: DocumentSession, index: int) -> Finding:
    """The finding at `index`."""
    assert session.report is not None
    return session.report.findings[index]


def settings_dialog(references: References, folder: Path) -> SettingsDialog:
    """The settings with preferences kept in `folder` and nothing open."""
    preferences, session = Preferences(folder), made_up_session()
    made = SettingsDialog(references, preferences, Records(preferences, session))
    session.setParent(made)
    return made
