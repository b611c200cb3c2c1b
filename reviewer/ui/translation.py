"""The window's words in another language, by Qt's translation files: `resources/translations/*.ts`, compiled to `.qm`.

The Chinese words are the keys. Renew a compiled file with `pyside6-lrelease resources/translations/reviewer_en.ts`.
"""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from reviewer import resource
from reviewer.ui.chinese import speak_chinese

CONTEXT = "reviewer"


def tr(words: str) -> str:
    """`words` in the language that is spoken, themselves where they have no translation."""
    return QCoreApplication.translate(CONTEXT, words)


def speak(language: str) -> QTranslator | None:
    """Speak `language`, a value of the setting of that name, in all that is built from now on.

    Returns what translates, None where nothing is to be translated: in Chinese.
    """
    if language == "zh":
        speak_chinese()
        return None
    QLocale.setDefault(QLocale(language))
    translator = QTranslator(QCoreApplication.instance())
    translator.load(str(resource.path(f"translations/reviewer_{language}.qm")))
    QCoreApplication.installTranslator(translator)
    return translator
