"""What is promised in English is there, and the compiled translation is that of its source."""

import re
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QTranslator

from reviewer import resource
from reviewer.store.settings import PAGES, SETTINGS
from reviewer.ui import actions, docks, start_page


def messages() -> dict[str, str]:
    """What the source of the translation says."""
    root = ElementTree.fromstring(resource.read_text("translations/reviewer_en.ts"))
    return {m.findtext("source") or "": m.findtext("translation") or "" for m in root.iter("message")}


def wanted() -> set[str]:
    """What is promised in English: menus, pane titles, start page, settings of the table."""
    found = {command.text for command in actions.COMMANDS} | {title for title, _ in actions.MENUS}
    found |= {text for text, _ in actions._SUBMENUS.values()} | set(docks._TITLES.values())
    found |= {words for step in start_page._STEPS for words in step} | set(PAGES.values())
    for module in Path(actions.__file__).parent.glob("*.py"):
        found |= set(re.findall(r'\btr\("([^"]+)"\)', module.read_text("utf-8")))
    for setting in SETTINGS:
        if setting.page:
            found |= {setting.text, setting.note, *setting.choices.values()} - {"", "English"}
    return found


def test_nothing_promised_is_missing() -> None:
    missing = sorted(wanted() - set(messages()))
    assert missing == [], "add them to resources/translations/reviewer_en.ts, then run pyside6-lrelease on it"


def test_the_compiled_file_says_what_its_source_says() -> None:
    translator = QTranslator()
    assert translator.load(str(resource.path("translations/reviewer_en.qm")))
    assert {words: translator.translate("reviewer", words) for words in messages()} == messages()
