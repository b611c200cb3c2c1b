"""Renews the pictures in `resources/help/`: `python packaging/screenshots.py`, in the environment that dev.py sets up.

The window is painted without a screen. The checklist goes through LibreOffice and pdftoppm; where one of them is
missing, its old picture stays.
"""

from __future__ import annotations

import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from reviewer import resource
from reviewer.exports.checklist import write_checklist
from reviewer.readers import read
from reviewer.review import review
from reviewer.ui.screens import render_window
from reviewer.ui.session import DocumentSession

SAMPLE = resource.path("samples/讲话稿示例.txt")
PICTURES = resource.path("help")
MADE_ON = date(2024, 3, 15)  # a fixed day, so that the picture only changes with the program
FINDING, DUTY = "二是要", "建成线上预约系统"  # places of the sample with much to see around them

_DOTS_AN_INCH = 100
_MARGIN = 12  # pixels left around the sheet
_COLOURS = 256
_SMALLEST = 0  # among Qt's qualities for PNG; no pixel is lost


def main(folder: Path = PICTURES) -> int:
    """Make every picture in `folder`; the exit status is 1 where one could not be made."""
    render_window(SAMPLE, folder / "window-light.png", theme_name="light", prepare=select_finding)
    render_window(SAMPLE, folder / "window-dark.png", theme_name="dark", prepare=select_duty)
    render_window(None, folder / "start.png", size=(1000, 600))
    missing = [tool for tool in ("soffice", "pdftoppm") if shutil.which(tool) is None]
    if missing:
        print(f"没有 {'、'.join(missing)}，checklist.png 没有更新 / not renewed: {' and '.join(missing)} not found")
    else:
        picture_checklist(folder / "checklist.png")
    for picture in sorted(folder.glob("*.png")):
        reduced(QImage(str(picture))).save(str(picture), quality=_SMALLEST)
        print(f"{picture.name}  {picture.stat().st_size // 1024} KB")
    return 1 if missing else 0


def select_finding(session: DocumentSession) -> None:
    """Go to a finding that stands among duties and deadlines."""
    assert session.report is not None
    session.select_finding(next(i for i, finding in enumerate(session.report.findings) if FINDING in finding.text))


def select_duty(session: DocumentSession) -> None:
    """Go to a duty with all that a duty can have."""
    assert session.report is not None
    session.select_duty(next(i for i, duty in enumerate(session.report.duties) if DUTY in duty.text))


def picture_checklist(target: Path) -> None:
    """Print the sample's checklist and keep its first page, cropped to what is on it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_checklist(review(read(SAMPLE)), folder / "list.xlsx", made_on=MADE_ON)
        forget_today(folder / "list.xlsx")
        office = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        to_pdf = [*office, "--convert-to", "pdf", "--outdir", name, f"{name}/list.xlsx"]
        subprocess.run(to_pdf, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        to_png = ["pdftoppm", "-png", "-r", str(_DOTS_AN_INCH), "-f", "1", "-l", "1", "-singlefile"]
        subprocess.run([*to_png, f"{name}/list.pdf", f"{name}/page"], check=True)
        cropped(QImage(f"{name}/page.png")).save(str(target))


def forget_today(checklist: Path) -> None:
    """Take out the colours for days that have passed, which would change from day to day."""
    from openpyxl import load_workbook
    from openpyxl.formatting.formatting import ConditionalFormattingList

    book = load_workbook(checklist)
    for sheet in book:
        sheet.conditional_formatting = ConditionalFormattingList()
    book.save(checklist)


def cropped(page: QImage) -> QImage:
    """The page without the white around it, but for a margin."""
    grey = page.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height, stride = grey.width(), grey.height(), grey.bytesPerLine()
    pixels = bytes(grey.constBits())
    rows = [pixels[y * stride : y * stride + width] for y in range(height)]
    used = [y for y, row in enumerate(rows) if row.strip(b"\xff")]
    left = min(len(row) - len(row.lstrip(b"\xff")) for row in rows)
    right = max(len(row.rstrip(b"\xff")) for row in rows)
    sheet = QRect(left, used[0], right - left, used[-1] - used[0] + 1)
    return page.copy(sheet.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN).intersected(page.rect()))


def reduced(picture: QImage) -> QImage:
    """The picture in 256 colours: the most frequent that differ enough, every other one as its nearest."""
    opaque = picture.convertToFormat(QImage.Format.Format_RGB32)
    frequent = [pixel for pixel, _ in Counter(memoryview(opaque.constBits()).cast("I")).most_common()]
    least = 0
    while len(chosen := _apart(frequent, least)) > _COLOURS:
        least += 4
    return opaque.convertToFormat(QImage.Format.Format_Indexed8, chosen)


def _apart(pixels: list[int], least: float) -> list[int]:
    """The first of the colours, each further than `least` from all before it; one too many where there are more."""
    chosen: list[int] = []
    places: list[tuple[int, int, int]] = []
    for pixel in pixels:
        place = (pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255)
        if all(math.dist(place, other) > least for other in places):
            chosen.append(pixel)
            places.append(place)
            if len(chosen) > _COLOURS:
                break
    return chosen


if __name__ == "__main__":
    sys.exit(main())
