"""The commands on the program itself: rules, update, and the self-test."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reviewer.cli.status import NOTHING_FOUND, SOMETHING_FOUND
from reviewer.errors import UsageError

if TYPE_CHECKING:
    from reviewer.self_test import Trial


def add_commands(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the commands to the parser's."""
    rules = commands.add_parser("rules", help="列出全部规则，或说明一条")
    rules.add_argument("--explain", metavar="规则", help="说明这条规则：查什么、为什么、怎么改")
    rules.set_defaults(command=_rules)

    update = commands.add_parser("update", help="装入词库和放假安排的更新包，或退回上一版")
    what = update.add_mutually_exclusive_group()
    what.add_argument("package", nargs="?", metavar="更新包.zip", help="不写则显示现在用的是哪一版")
    what.add_argument("--back", action="store_true", help="退回上一版")
    update.set_defaults(command=_update)


def self_test(more: "Sequence[Trial]") -> int:
    """Print whether everything works; 0 where it does, else 1. `more` is what only the caller can try."""
    from reviewer import self_test as trials
    from reviewer.folders import data_folder

    works = True
    for result in trials.run(data_folder(), more):
        print(result.line, flush=True)
        works = works and result.works
    return NOTHING_FOUND if works else SOMETHING_FOUND


def _rules(options: argparse.Namespace) -> int:
    from reviewer.rules.help_page import explain
    from reviewer.rules.registry import RULES

    if options.explain:
        if not any(rule.id == options.explain for rule in RULES):
            raise UsageError(f"没有叫“{options.explain}”的规则。", "用 reviewer-cli rules 看全部规则。")
        print(explain(options.explain))
        return NOTHING_FOUND
    for rule in RULES:
        print(f"{rule.id}\t{rule.severity.value}\t{rule.name}")
    return NOTHING_FOUND


def _update(options: argparse.Namespace) -> int:
    from reviewer import updates
    from reviewer.folders import data_folder
    from reviewer.updates import package

    folder = data_folder()
    if options.back:
        package.go_back(folder)
    elif options.package:
        package.install(folder, Path(options.package))
    installed = updates.installed(folder)
    print(updates.describe(installed[0] if installed else None))
    return NOTHING_FOUND
