"""What the clerk chose to see, kept from one document and one day to the next."""

from functools import partial

from reviewer.model.finding import Category
from reviewer.ui.preferences import Preferences
from reviewer.ui.session import Change, DocumentSession, DutyView, MarkKind

_MARKS = {
    MarkKind.FINDINGS: "mark_findings",
    MarkKind.ERRORS: "mark_errors",
    MarkKind.WARNINGS: "mark_warnings",
    MarkKind.HINTS: "mark_hints",
    MarkKind.ADVERTS: "mark_adverts",
    MarkKind.DUTIES: "mark_duties",
    MarkKind.DEADLINES: "mark_deadlines",
    MarkKind.DECISIONS: "mark_decisions",
}


def keep_filters(preferences: Preferences, session: DocumentSession) -> None:
    """Give `session` the filters kept, and keep what becomes of them there."""
    settings = preferences.settings
    session.set_show_info(settings.flag("show_info"))
    session.set_show_general_duties(settings.flag("show_general_duties"))
    session.set_duty_view(DutyView(settings.words("duty_view")))
    names = settings.words("hidden_categories").split("+")
    session.set_hidden_categories(frozenset(category for category in Category if category.value in names))
    session.set_kinds_shown(frozenset(kind for kind, name in _MARKS.items() if settings.flag(name)))
    session.changed.connect(partial(_keep, preferences, session))


def _keep(preferences: Preferences, session: DocumentSession, change: Change) -> None:
    if change.filters:
        preferences.set("show_info", session.show_info)
        preferences.set("hidden_categories", "+".join(sorted(session.hidden_categories)))
        preferences.set("show_general_duties", session.show_general_duties)
        preferences.set("duty_view", str(session.duty_view))
        for kind, name in _MARKS.items():
            preferences.set(name, kind in session.kinds_shown)
