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


_KINDS = {name: kind for kind, name in _MARKS.items()}


def keep_filters(preferences: Preferences, session: DocumentSession) -> None:
    """Give `session` the filters kept, and keep the two in step from now on."""
    for name in ("show_info", "show_general_duties", "duty_view", "hidden_categories", *_KINDS):
        _follow(preferences, session, name)
    session.changed.connect(partial(_keep, preferences, session))
    preferences.changed.connect(partial(_follow, preferences, session))


def _follow(preferences: Preferences, session: DocumentSession, name: str) -> None:
    settings = preferences.settings
    if name == "show_info":
        session.set_show_info(settings.flag(name))
    elif name == "show_general_duties":
        session.set_show_general_duties(settings.flag(name))
    elif name == "duty_view":
        session.set_duty_view(DutyView(settings.words(name)))
    elif name == "hidden_categories":
        hidden = settings.left_out(name)
        session.set_hidden_categories(frozenset(category for category in Category if category.value in hidden))
    elif (kind := _KINDS.get(name)) is not None:
        shown = session.kinds_shown
        session.set_kinds_shown(shown | {kind} if settings.flag(name) else shown - {kind})


def _keep(preferences: Preferences, session: DocumentSession, change: Change) -> None:
    if change.filters:
        preferences.set("show_info", session.show_info)
        preferences.set("hidden_categories", "+".join(sorted(session.hidden_categories)))
        preferences.set("show_general_duties", session.show_general_duties)
        preferences.set("duty_view", str(session.duty_view))
        for kind, name in _MARKS.items():
            preferences.set(name, kind in session.kinds_shown)
