"""Everything in the window: which rooms there are, and which of them the clerk sees."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from reviewer.errors import ReviewerError
from reviewer.model.report import Report, ReviewOptions
from reviewer.store import severities
from reviewer.ui import icons, loading, outside
from reviewer.ui.actions import DUTY_VIEWS, ENCODING, RECENT, THEMES, Actions
from reviewer.ui.announcer import Announcer
from reviewer.ui.desk_keeper import DeskKeeper
from reviewer.ui.docks import PANES, Docks
from reviewer.ui.document_commands import DocumentCommands
from reviewer.ui.document_tabs import DocumentTabs
from reviewer.ui.encoding_menu import EncodingMenu
from reviewer.ui.exporting import Writer, writer_for
from reviewer.ui.finding_commands import FindingCommands
from reviewer.ui.kept_filters import keep_filters
from reviewer.ui.ledger import keeper_in
from reviewer.ui.main_window import PROGRAM
from reviewer.ui.message_bar import Deed, MessageBar, Tone
from reviewer.ui.opening_bar import OpeningBar
from reviewer.ui.preferences import Preferences
from reviewer.ui.program_dialogs import ProgramDialogs
from reviewer.ui.reading_area import ReadingArea
from reviewer.ui.reading_commands import ReadingSwitches, connect_reading
from reviewer.ui.recent_menu import RecentMenu
from reviewer.ui.records import Records
from reviewer.ui.references import References
from reviewer.ui.session import Change, DocumentSession, DutyView
from reviewer.ui.standing_orders import StandingOrders
from reviewer.ui.start_page import StartPage
from reviewer.ui.status_bar import StatusBar
from reviewer.ui.taking_home import TakingHome
from reviewer.ui.translation import speak


class Workbench(QObject):
    """Menus, tool bar and status bar of `window` around start page or reading area, and the panes beside them.

    Reading area and panes are built by `furnish_next`, or when a document needs them.
    """

    def __init__(
        self,
        window: QMainWindow,
        preferences: Preferences,
        session: DocumentSession | None = None,
        writer: Writer | None = None,
    ) -> None:
        super().__init__(window)
        speak(preferences.settings.words("language"))
        self._window = window
        self.preferences = preferences
        self.references = References(preferences.folder, self)
        self.session = session or self._made_session()
        self.session.office = self.references.office
        self.actions = Actions(window)
        self.messages = MessageBar()
        self.start_page = StartPage(self.session)
        self.tabs = DocumentTabs(self.session)
        self.opening_bar = OpeningBar(self.session)
        self.documents = DocumentCommands(
            self.session, preferences, self.messages, window, self._review_file, self.references.office
        )
        self.stack = QStackedWidget()
        self.docks = Docks(window, self.session)
        office, writer = self.references.office, writer or writer_for(self.references.office, self._columns_left_out)
        self.taking_home = TakingHome(
            self.actions,
            self.session,
            self.messages,
            preferences,
            window,
            office,
            self.references.layout,
            writer,
        )
        self.status = StatusBar(self.session, preferences)
        self.announcer = Announcer(self.session, window)
        self.recent_menu = RecentMenu(preferences, window)
        self._desk_keeper = DeskKeeper(self.session, preferences, self)
        self._reading: ReadingArea | None = None
        self.findings = FindingCommands(self.actions, self.session, lambda: self.reading, self.docks, window)
        self.records = Records(preferences, self.session, self)
        self.dialogs = ProgramDialogs(self.actions, self.references, preferences, self.records, window)
        keep_filters(preferences, self.session)
        self.docks.restore(preferences.settings.words("window_panes"))
        self._lay_out()
        self._connect()
        self._show_recent()
        self._show_preferences()
        self._show_state()

    def _made_session(self) -> DocumentSession:
        folder = self.preferences.folder
        keeper = keeper_in(folder, partial(self.preferences.flag, "keep_records")) if folder is not None else None
        return DocumentSession(
            reviewer=self.references.review, parent=self, keeper=keeper, standing=StandingOrders(folder)
        )

    def _review_file(self, path: str) -> Report:
        """Read and review a file by what is in force now; safe in any thread."""
        return self.references.review(loading.read(path), ReviewOptions())

    def _columns_left_out(self) -> frozenset[str]:
        return self.preferences.settings.left_out("hidden_columns")

    @property
    def reading(self) -> ReadingArea:
        """The reading area, built at the latest when it is asked for."""
        if self._reading is None:
            self._reading = ReadingArea(self.session, self.preferences)
            self.stack.addWidget(self._reading)
            self.switches.follow(self._reading)
        return self._reading

    @property
    def furnished(self) -> bool:
        """Whether reading area and panes are built."""
        return self._reading is not None and not self.docks.steps()

    def furnish_next(self) -> None:
        """Build one of the things that are not built yet."""
        steps: list[Callable[[], object]] = [*([] if self._reading else [lambda: self.reading]), *self.docks.steps()]
        if steps:
            steps[0]()

    def lay_out(self, paths: list[str]) -> None:
        """Open what lay open last time, and `paths`, of which the first is shown."""
        self._desk_keeper.lay_out(paths)

    def leave(self) -> None:
        """Keep the panes' places and what lies open, let go of it, and wait for what still runs."""
        self._desk_keeper.leave()
        self.documents.leave()
        self.preferences.set("window_panes", self.docks.state())
        self.session.close_all()
        self.taking_home.wait()
        self.references.wait()
        self.session.wait()

    def take_colours(self) -> None:
        """Draw the icons in the colours of the theme in force."""
        self.actions.load_icons()
        self.status.load_icons()

    def say_failure(self, sentence: str, *deeds: Deed) -> None:
        """Show what went wrong, and what can be done."""
        self.messages.show_message(Tone.FAILURE, sentence, *deeds)

    def open_files(self, paths: list[str]) -> None:
        """Open `paths` and show the first."""
        self.documents.open_files(paths)

    def ask_year(self) -> None:
        """Ask for the document's year and date everything anew."""
        report = self.session.report
        known = report.dating.year if report is not None else None
        words = "文稿写于哪一年（例如 2025）；填 0 则由程序从文中推断："
        year, given = QInputDialog.getInt(self._window, "设定年份", words, known or 0, 0, 2100)
        if given:
            self.session.set_year(year or None)

    def ask_speed(self) -> None:
        """Ask how fast the speech is read aloud."""
        now = self.preferences.settings.number("reading_speed")
        speed, given = QInputDialog.getInt(self._window, "朗读速度", "每分钟朗读多少字：", now, 80, 600, 10)
        if given:
            self.preferences.set("reading_speed", speed)

    def add_duty(self) -> None:
        """Make a duty of what is selected in the text, or of the sentence at the cursor."""
        from reviewer.ui.speech_menu import list_words

        list_words(self.session, self.reading.view.selected_span(), self.session.cursor)

    def _lay_out(self) -> None:
        window = self._window
        window.setWindowIcon(icons.program_icon())
        window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.stack.addWidget(self.start_page)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.opening_bar)
        column.addWidget(self.messages)
        column.addWidget(self.stack, 1)
        window.setCentralWidget(centre)
        self.actions.fill_menus(
            window.menuBar(), {RECENT: self.recent_menu, ENCODING: EncodingMenu(self.session, window)}
        )
        self.take_colours()
        tool_bar = window.addToolBar("工具栏")
        tool_bar.setAccessibleName("工具栏")
        tool_bar.setMovable(False)
        self.actions.fill_tool_bar(tool_bar)
        window.setStatusBar(self.status)

    def _connect(self) -> None:
        session, preferences = self.session, self.preferences
        session.changed.connect(self._show_state)
        session.failed.connect(self.say_failure)
        self.references.changed.connect(session.review_again)
        self.references.failed.connect(self._on_reference)
        preferences.changed.connect(self._show_preferences)
        preferences.recent_changed.connect(self._show_recent)
        preferences.failed.connect(self._on_unsaved)
        self.start_page.open_requested.connect(session.open)
        self.start_page.browse_requested.connect(self.documents.browse)
        self.messages.spoke.connect(self.status.clearMessage)
        self.recent_menu.chosen.connect(session.open)
        self.status.year_asked.connect(self.ask_year)
        self.status.speed_asked.connect(self.ask_speed)
        self.tabs.folder_asked.connect(outside.open_folder)
        self.docks.wanted_changed.connect(self._show_preferences)
        self.actions.connect(
            open=self.documents.browse,
            paste=self.documents.paste,
            compare=self.documents.compare,
            batch=self.documents.batch,
            show_folder=lambda: outside.open_folder(session.path or ""),
            close=session.close,
            close_all=session.close_all,
            next_document=session.show_next,
            previous_document=lambda: session.show_next(-1),
            quit=self._window.close,
            undo=session.undo,
            redo=session.redo,
            add_duty=self.add_duty,
            next_finding=session.next_finding,
            previous_finding=session.previous_finding,
            set_year=self.ask_year,
            set_speed=self.ask_speed,
        )
        connect_reading(self.actions, lambda: self.reading)
        self.switches = ReadingSwitches(self.actions, self.preferences, self._window, self.docks)
        self.actions.connect_switches(
            show_legend=lambda on: preferences.set("show_legend", on),
            show_info=session.set_show_info,
            show_general_duties=session.set_show_general_duties,
            **{f"pane_{name}": partial(self.docks.want, name) for name in PANES},
            **{name: partial(self._choose_theme, name.removeprefix("theme_")) for name in THEMES},
            **{name: partial(self._choose_duty_view, name.removeprefix("duties_")) for name in DUTY_VIEWS},
        )

    def _on_reference(self, error: ReviewerError) -> None:
        if self.dialogs.settings is None or not self.dialogs.settings.isVisible():
            self.say_failure(error.sentence)

    def _on_unsaved(self, error: ReviewerError) -> None:
        self.say_failure(error.sentence)

    def _show_state(self, _change: Change | None = None) -> None:
        session = self.session
        there = session.document is not None
        self.actions.allow(document=there, report=session.report is not None)
        self.actions["show_folder"].setEnabled(session.path is not None)
        self.actions.show_steps(undo=session.undo_text, redo=session.redo_text)
        self.actions["show_info"].setChecked(session.show_info)
        self.actions["show_general_duties"].setChecked(session.show_general_duties)
        self.actions[f"duties_{session.duty_view}"].setChecked(True)
        name = session.current.name
        self._window.setWindowTitle(f"{name} — {PROGRAM}" if name else PROGRAM)
        wanted = self.reading if there else self.start_page
        if self.stack.currentWidget() is not wanted:
            self._show_recent()
            self.stack.setCurrentWidget(wanted)
            wanted.setFocus()
        self.docks.show(there)

    def _show_preferences(self, _name: str = "") -> None:
        settings = self.preferences.settings
        self.references.set_layout_check(settings.words("layout_check"))
        self.references.set_strict(settings.words("strictness") == "strict")
        self.references.set_severities(severities.parse(settings.words("rule_severities")))
        self.actions["show_legend"].setChecked(settings.flag("show_legend"))
        self.actions[f"theme_{settings.words('theme')}"].setChecked(True)
        for pane in PANES:
            self.actions[f"pane_{pane}"].setChecked(self.docks.wants(pane))

    def _show_recent(self) -> None:
        if self.session.document is None:
            self.start_page.set_recent([path for path in self.preferences.recent if Path(path).exists()])

    def _choose_duty_view(self, view: str, _on: bool = True) -> None:
        self.session.set_duty_view(DutyView(view))

    def _choose_theme(self, name: str, _on: bool) -> None:
        self.preferences.set("theme", name)
