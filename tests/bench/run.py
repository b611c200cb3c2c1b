"""Prints, side by side, what the program costs and what the like costs: `python tests/bench/run.py [core] [window]`.

Nothing is asserted. Machines differ: only the ratios of one run mean something, and only on a machine that does
nothing else meanwhile.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter_ns
from typing import Any

from texts import speech

HERE = Path(__file__).resolve().parent
SIZES = {7_000: 9, 70_000: 5, 700_000: 3}  # characters: rounds
STAGES = ("read", "outline", "times", "rules", "duties", "review")
STARTS = 7
OPENED = (7_000, 30_000, 500_000)
OPENINGS = 5
STAGES_SEEN = ("rest", "load", "review", "scroll")
ROUNDS = 50
ROUND_SIZE = 30_000


def main() -> None:
    parts = sys.argv[1:] or ["core", "window"]
    with tempfile.TemporaryDirectory() as folder:
        # As installed: modules compiled once, whatever this shell's settings, and nothing written into the tree.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        if "core" in parts:
            review()
            review_memory()
        if "window" in parts:
            start()
            opening()
            rounds()


def review() -> None:
    print("Review against one jieba.lcut of the same text (dictionary loaded), milliseconds, medians")
    row("characters", *STAGES, "jieba", "review/jieba", "µs/char")
    for characters, rounds in SIZES.items():
        took = child("core.py", "times", characters, rounds)
        figures = [f"{took[name] * 1000:.1f}" for name in (*STAGES, "jieba")]
        ratio = f"{took['review'] / took['jieba']:.2f}"
        row(f"{characters:,}", *figures, ratio, f"{took['review'] / characters * 1e6:.2f}")


def review_memory() -> None:
    print("\nPeak memory of a process that reviews, or only cuts, megabytes")
    row("characters", "nothing", "review", "jieba", "review/jieba")
    for characters in SIZES:
        peaks = [child("core.py", "memory", what, characters) for what in ("nothing", "review", "jieba")]
        row(f"{characters:,}", *(megabytes(size) for size in peaks), f"{peaks[1] / peaks[2]:.2f}")


def start() -> None:
    print(f"\nFrom the start of the process to the first painted window, {STARTS} starts in turn")
    row("window", "median ms", "least ms", "memory MB")
    times: dict[str, list[float]] = {"empty": [], "reviewer": []}
    peaks: dict[str, int] = {}
    for number in range(STARTS + 1):
        for kind, values in times.items():
            begun = perf_counter_ns()
            shown = child("windows.py", "start", kind)
            if number:  # the first start of each fills the caches
                values.append((shown["painted"] - begun) / 1e6)
            peaks[kind] = shown["memory"]
    for kind, values in times.items():
        row(kind, f"{statistics.median(values):.0f}", f"{min(values):.0f}", megabytes(peaks[kind]))
    ratio = statistics.median(times["reviewer"]) / statistics.median(times["empty"])
    row("ratio", f"{ratio:.2f}", "", f"{peaks['reviewer'] / peaks['empty']:.2f}")


def opening() -> None:
    print(
        "\nA speech in the window: longest stand-still of the event loop / most work of the main thread in one turn, "
        f"milliseconds; medians and most of {OPENINGS} times"
    )
    print("text, all: seconds until they are there / seconds of work of all threads")
    print("cold: as soon as the window is built; warm: some seconds later; rest: the seconds between")
    row("characters", "", *(f"{stage}{what}" for stage in STAGES_SEEN for what in ("", " most")), "text", "all", "MB")
    with tempfile.TemporaryDirectory() as folder:
        for characters in OPENED:
            path = Path(folder) / f"{characters}.txt"
            path.write_text(speech(characters), encoding="utf-8", newline="\n")
            for start in ("cold", "warm"):
                took = [child("windows.py", start, path) for _ in range(OPENINGS)]
                middle = {name: statistics.median(one[name] for one in took) for name in took[0]}
                most = {name: max(one[name] for one in took) for name in took[0]}
                gaps = [
                    f"{one[stage] * 1000:.0f}/{one[f'{stage} cpu'] * 1000:.0f}"
                    for stage in STAGES_SEEN
                    for one in (middle, most)
                ]
                times = [f"{middle[name]:.2f}/{middle[f'{name} cpu']:.2f} s" for name in ("text", "seconds")]
                row(f"{characters:,}", start, *gaps, *times, megabytes(int(middle["memory"])))


def rounds() -> None:
    print(f"\nMemory of a window that opens and closes a speech {ROUNDS} times, megabytes")
    row("characters", "after a tenth", "after all")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{ROUND_SIZE}.txt"
        path.write_text(speech(ROUND_SIZE), encoding="utf-8", newline="\n")
        took = child("windows.py", "rounds", path, ROUNDS)
        row(f"{ROUND_SIZE:,}", megabytes(took["early"]), megabytes(took["late"]))


def child(*command: object) -> Any:
    """What one of the measuring scripts prints."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    script, *arguments = map(str, command)
    done = subprocess.run(
        [sys.executable, str(HERE / script), *arguments], env=environment, stdout=subprocess.PIPE, check=True, text=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def row(*cells: str) -> None:
    print("  " + "".join(cell.rjust(14) for cell in cells), flush=True)


def megabytes(size: int) -> str:
    return f"{size / 1e6:.0f}"


if __name__ == "__main__":
    main()
