"""The command that the builders share: what it takes, what it gets first, how it ends."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TypeVar

import environment
from environment import SetupError
from locked import Lock
from system_tools import provide

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class BuildCommand:
    """One builder's command: its `script` and what that says of itself, its lock, and the tools that it needs."""

    script: str
    about: str
    lock: Lock
    tools: Mapping[str, str]
    check_tools: Mapping[str, str]

    def parser(self) -> argparse.ArgumentParser:
        """Takes what all builders take; a builder may add more."""
        made = argparse.ArgumentParser(description=self.about, formatter_class=argparse.RawDescriptionHelpFormatter)
        made.add_argument("--check", action="store_true")
        made.add_argument("--lock", action="store_true")
        return made

    def run(
        self,
        arguments: list[str],
        parser: argparse.ArgumentParser,
        build: Callable[[argparse.Namespace], Made],
        check: Callable[[Made], int],
    ) -> int:
        """Do what is asked; 0 where everything that it promises was done."""
        options = parser.parse_args(arguments)
        try:
            if find_spec("PySide6") is None:
                command = [str(environment.prepare(environment.RUN)), self.script, *arguments]
                return subprocess.run(command, env=environment.child_environment(), check=False).returncode
            if options.lock:
                self.lock.renew()
                return 0
            provide({**self.tools, **(self.check_tools if options.check else {})})
            made = build(options)
            return check(made) if options.check else 0
        except SetupError as error:
            print(f"\n{error}", file=sys.stderr)
            return 1
