"""Qt's own words in Chinese: its dialogs, its menus, its dates."""

from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator


@cache
def speak_chinese() -> bool:
    """Make Qt speak Chinese from now on; returns whether its translation is there."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    application = QCoreApplication.instance()
    translator = QTranslator(application)
    found = translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    if found and application is not None:
        QCoreApplication.installTranslator(translator)
    return found
