"""Runs pytest inside the shipped Python: `pythonw.exe smoke_tests.py LIBRARIES TESTS REPORT [ARGUMENT…]`.

The bundle's Python looks only into its own folders, so the tests' libraries are put behind them here.
"""

import os
import sys
from pathlib import Path

libraries, tests, report, *arguments = sys.argv[1:]
sys.path.append(libraries)
os.chdir(tests)
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
sys.dont_write_bytecode = True
with Path(report).open("w", encoding="utf-8", buffering=1) as file:
    sys.stdout = sys.stderr = file

    import pytest

    plugins = ["-p", "pytestqt.plugin", "-p", "no:cacheprovider"]
    status = pytest.main([*plugins, "-q", "--capture=no", *arguments])
    print(f"exit status {int(status)}", flush=True)
    os._exit(int(status))  # before Qt's objects are taken down in whatever order
