"""Colours as data: `resources/themes/*.toml`, the palette and the style sheet that are made of them.

Widgets ask `current()` when they paint and repaint on `QEvent.Type.PaletteChange`, which Qt sends to all of them
when `apply` changes the theme.
"""

import tomllib
from dataclasses import dataclass, fields
from enum import StrEnum

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from reviewer import resource

GAP = 8
"""Logical pixels between things that belong together; twice that between groups."""

_NO_RULES = "/**/"


class ThemeChoice(StrEnum):
    """What the clerk chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    CONTRAST_LIGHT = "contrast_light"


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, each as `#rrggbb`; what each is for is said in `resources/themes/light.toml`.

    The `_soft` colours are backgrounds for text in the colour of the same name and in `text`.
    """

    title: str
    dark: bool
    window: str
    panel: str
    panel_alternate: str
    hover: str
    desk: str
    page: str
    border: str
    border_strong: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_soft: str
    accent_text: str
    error: str
    error_soft: str
    warning: str
    warning_soft: str
    info: str
    info_soft: str
    duty: str
    duty_soft: str
    deadline: str
    deadline_soft: str
    advert: str
    advert_soft: str
    current: str
    scroll: str
    success: str


def load(name: str, *, safe: bool = False) -> Theme:
    """The theme `resources/themes/NAME.toml`, where `safe` with the colours that nobody takes for each other.

    Raises KeyError or ValueError where it lacks or invents a colour.
    """
    data = tomllib.loads(resource.read_text(f"themes/{name}.toml"))
    colours: dict[str, str] = data["colours"] | (data["safe"] if safe else {})
    unknown = {*data["colours"], *data["safe"]} - {field.name for field in fields(Theme)}
    if unknown:
        raise ValueError(f"unknown colours in theme {name}: {sorted(unknown)}")
    return Theme(title=data["title"], dark=data["dark"], **colours)


class _State:
    theme: Theme | None = None


def current() -> Theme:
    """The theme in force; the light one before `apply` was called."""
    if _State.theme is None:
        _State.theme = load("light")
    return _State.theme


def system_theme() -> str:
    """The name of the theme that the system's preference asks for."""
    if _State.theme is None:
        # The palette is still the system's, and to ask it spares the start the 25 ms that Qt's enumerations take.
        return "dark" if QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else "light"
    if wants_contrast():
        return "contrast" if wants_dark() else "contrast_light"
    return "dark" if wants_dark() else "light"


def wants_dark() -> bool:
    """Whether the system asks for light words on a dark ground."""
    from PySide6.QtCore import Qt

    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def wants_contrast() -> bool:
    """Whether the system asks for high contrast, which Qt tells since 6.10."""
    from PySide6.QtCore import Qt

    hints = QGuiApplication.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def apply(application: QApplication, choice: ThemeChoice, *, safe: bool = False) -> Theme:
    """Give the whole program the colours of `choice`, or its safe ones; returns the theme now in force."""
    theme = load(system_theme() if choice is ThemeChoice.SYSTEM else str(choice), safe=safe)
    _State.theme = theme
    application.setPalette(palette(theme))
    wear(application, style_sheet(theme))
    return theme


def wear(application: QApplication, sheet: str) -> None:
    """Dress the whole program by `sheet`, or by no rules where it is "".

    Qt must never get "": it then throws away what it noted of every widget, but for those that were never on the
    screen it believes to have noted it, does not hear of their end, and crashes at the next sheet after it.
    """
    application.setStyleSheet(sheet or _NO_RULES)


def palette(theme: Theme) -> QPalette:
    """Qt's palette in the theme's colours."""
    made = QPalette()
    role = QPalette.ColorRole
    for colour_role, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.panel),
        (role.AlternateBase, theme.panel_alternate),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.panel),
        (role.ButtonText, theme.text),
        (role.ToolTipBase, theme.panel),
        (role.ToolTipText, theme.text),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.accent_text),
        (role.Accent, theme.accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Light, theme.panel),
        (role.Midlight, theme.panel_alternate),
        (role.Mid, theme.border),
        (role.Dark, theme.border_strong),
        (role.Shadow, theme.border_strong),
    ):
        made.setColor(colour_role, QColor(colour))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(theme.disabled))
    return made


def style_sheet(theme: Theme) -> str:
    """Rules for the few things that the palette cannot say; the quoted words are values of the property `role`."""
    return f"""
    QToolTip {{ color: {theme.text}; background: {theme.panel}; border: 1px solid {theme.border}; padding: 4px 6px; }}
    QLabel[role="muted"] {{ color: {theme.muted}; }}
    QLabel[role="title"] {{ color: {theme.text}; font-weight: 600; }}
    QMainWindow::separator {{ background: {theme.window}; width: 5px; height: 5px; }}
    QMainWindow::separator:hover {{ background: {theme.accent_soft}; }}
    QToolBar {{ background: {theme.window}; border: 0; border-bottom: 1px solid {theme.border}; padding: 3px 6px;
        spacing: 2px; }}
    QToolBar QToolButton {{ border: 1px solid transparent; border-radius: 4px; padding: 3px 8px; }}
    QToolBar QToolButton:hover {{ background: {theme.hover}; border-color: {theme.border}; }}
    QToolBar QToolButton:pressed {{ background: {theme.accent_soft}; }}
    QToolBar QToolButton:focus {{ border-color: {theme.accent}; }}
    QStatusBar {{ border-top: 1px solid {theme.border}; padding-left: 8px; }}
    QStatusBar::item {{ border: 0; }}
    QTabBar {{ background: {theme.window}; }}
    QTabBar::tab {{ background: transparent; color: {theme.muted}; border: 0; border-bottom: 2px solid transparent;
        padding: 8px 14px 6px 14px; }}
    QTabBar::tab:hover {{ color: {theme.text}; background: {theme.hover}; }}
    QTabBar::tab:selected {{ color: {theme.text}; border-bottom-color: {theme.accent}; font-weight: 600; }}
    QTabBar::tab:focus {{ color: {theme.accent}; background: {theme.accent_soft};
        border-bottom: 2px solid {theme.accent}; border-top: 2px solid {theme.accent}; padding-top: 6px; }}
    QLineEdit {{ background: {theme.panel}; border: 1px solid {theme.border_strong}; border-radius: 4px;
        padding: 3px 6px; }}
    QLineEdit:focus {{ border-color: {theme.accent}; }}
    QPlainTextEdit, QListWidget {{ background: {theme.panel}; border: 1px solid {theme.border_strong};
        border-radius: 4px; padding: 3px; }}
    QPlainTextEdit:focus, QListWidget:focus {{ border-color: {theme.accent}; }}
    QListWidget::item {{ padding: 3px 4px; border-radius: 3px; color: {theme.text}; }}
    QListWidget::item:selected {{ background: {theme.accent_soft}; }}
    QLineEdit:disabled {{ border-color: {theme.border}; color: {theme.disabled}; }}
    QPushButton {{ background: {theme.panel}; border: 1px solid {theme.border_strong}; border-radius: 4px;
        padding: 4px 14px; }}
    QPushButton:hover {{ background: {theme.hover}; }}
    QPushButton:pressed {{ background: {theme.accent_soft}; }}
    QPushButton:focus {{ border: 2px solid {theme.accent}; padding: 3px 13px; }}
    QPushButton:default {{ background: {theme.accent}; color: {theme.accent_text}; border-color: {theme.accent}; }}
    QPushButton:default:focus {{ border-color: {theme.text}; }}
    QPushButton:disabled {{ color: {theme.disabled}; border-color: {theme.border}; background: {theme.window}; }}
    QComboBox {{ background: {theme.panel}; border: 1px solid {theme.border_strong}; border-radius: 4px;
        padding: 3px 6px; }}
    QComboBox:focus {{ border-color: {theme.accent}; }}
    QComboBox::drop-down {{ border: 0; width: 20px; }}
    QComboBox::down-arrow {{ image: url("{_sign("chevron", theme)}"); width: 14px; height: 14px; }}
    QSpinBox {{ background: {theme.panel}; border: 1px solid {theme.border_strong}; border-radius: 4px;
        padding: 3px 6px; }}
    QSpinBox:focus {{ border-color: {theme.accent}; }}
    QSpinBox::up-button, QSpinBox::down-button {{ border: 0; background: transparent; width: 18px; }}
    QSpinBox::up-arrow {{ image: url("{_sign("chevron-up", theme)}"); width: 12px; height: 12px; }}
    QSpinBox::down-arrow {{ image: url("{_sign("chevron", theme)}"); width: 12px; height: 12px; }}
    QGroupBox {{ border: 1px solid {theme.border}; border-radius: 4px; margin-top: 10px; padding-top: 12px; }}
    QGroupBox::title {{ subcontrol-origin: margin; left: 8px; padding: 0 4px; }}
    QTreeWidget[role="field"] {{ border: 1px solid {theme.border_strong}; border-radius: 4px; }}
    QTreeWidget[role="field"]:focus {{ border-color: {theme.accent}; }}
    QTreeWidget[role="field"]::item:selected {{ background: {theme.accent_soft}; color: {theme.text}; }}
    QToolButton[role="field"] {{ background: {theme.panel}; border: 1px solid {theme.border_strong}; border-radius: 4px;
        padding: 3px 22px 3px 8px; }}
    QToolButton[role="field"]:hover {{ background: {theme.hover}; }}
    QToolButton[role="field"]:focus {{ border-color: {theme.accent}; }}
    QToolButton[role="field"]::menu-indicator {{ image: url("{_sign("chevron", theme)}"); width: 14px; height: 14px;
        subcontrol-origin: padding; subcontrol-position: center right; right: 5px; }}
    QToolButton[role="switch"] {{ border: 1px solid transparent; border-radius: 4px; padding: 3px 6px; }}
    QToolButton[role="switch"]:hover {{ background: {theme.hover}; }}
    QToolButton[role="switch"]:checked {{ background: {theme.accent_soft}; border-color: {theme.accent}; }}
    QToolButton[role="switch"]:focus {{ border-color: {theme.text}; }}
    QToolButton[role="switch"]:disabled {{ color: {theme.disabled}; }}
    QListView[role="drawer"] {{ border: 0; border-top: 1px solid {theme.border}; }}
    QFrame[role="popup"] {{ background: {theme.panel}; border: 1px solid {theme.border_strong}; border-radius: 6px; }}
    QProgressBar {{ background: {theme.border}; border: 0; border-radius: 2px; }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: 2px; }}
    QToolButton[role="deed"], QToolButton[role="primary"] {{ background: {theme.panel}; border-radius: 4px;
        border: 1px solid {theme.border_strong}; padding: 3px 8px; }}
    QToolButton[role="deed"]:hover {{ background: {theme.hover}; }}
    QToolButton[role="deed"]:pressed {{ background: {theme.accent_soft}; }}
    QToolButton[role="deed"]:focus {{ border-color: {theme.accent}; }}
    QToolButton[role="deed"]::menu-indicator {{ image: none; }}
    QToolButton[role="primary"] {{ background: {theme.accent}; color: {theme.accent_text}; border-color: {theme.accent}; }}
    QToolButton[role="primary"]:focus {{ border-color: {theme.text}; }}
    QToolButton[role="primary"][popupMode="1"] {{ padding-right: 22px; }}
    QToolButton[role="primary"]::menu-button {{ border: 0; width: 18px; }}
    QToolButton[role="primary"]::menu-arrow {{ image: url("{_sign("chevron", theme, inverse=True)}"); width: 12px;
        height: 12px; }}
    QCheckBox {{ spacing: 6px; }}
    QCheckBox::indicator, QTreeWidget::indicator {{ width: 14px; height: 14px; border: 1px solid {theme.border_strong}; border-radius: 3px;
        background: {theme.panel}; }}
    QCheckBox::indicator:hover, QCheckBox::indicator:focus {{ border-color: {theme.accent}; }}
    QCheckBox:focus {{ color: {theme.accent}; }}
    QCheckBox::indicator:disabled {{ border-color: {theme.border}; background: {theme.window}; }}
    QCheckBox::indicator:checked, QTreeWidget::indicator:checked {{ background: {theme.accent};
        border-color: {theme.accent}; image: url("{_sign("check", theme)}"); }}
    QTreeWidget::indicator:indeterminate {{ background: {theme.accent_soft}; border-color: {theme.accent};
        image: url("{_sign("dash", theme)}"); }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle {{ background: {theme.scroll}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {theme.border_strong}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _sign(name: str, theme: Theme, *, inverse: bool = False) -> str:
    """The sign for this theme's panels, or, where `inverse`, for its accent."""
    return resource.path(f"icons/{name}-{'dark' if theme.dark != inverse else 'light'}.svg").as_posix()
