"""Pictures in README and help: there, true PNGs, small, and addressed so that they are found from everywhere."""

import re
import struct
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HELP = ROOT / "resources" / "help"
PAGES = [ROOT / "README.md", *sorted(HELP.glob("*.md"))]
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]*)\)")
SIGNATURE = b"\x89PNG\r\n\x1a\n"
LARGEST = 200 * 1024


def pictures(page: Path) -> list[tuple[str, str]]:
    """Words and address of each picture of a page; signs that the program draws are no files."""
    found = PICTURE.findall(page.read_text(encoding="utf-8"))
    return [(words, address) for words, address in found if not address.startswith("icon:")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pictures_are_there_and_have_words(page):
    folder = "resources/help/" if page.name == "README.md" else ""
    for words, address in pictures(page):
        assert words.strip(), address
        assert re.fullmatch(re.escape(folder) + r"[a-z-]+\.png", address), address
        assert (page.parent / address).is_file(), address


@pytest.mark.parametrize("picture", sorted(HELP.glob("*.png")), ids=lambda picture: picture.name)
def test_pictures_are_small_pngs_that_somebody_sees(picture):
    data = picture.read_bytes()
    assert data.startswith(SIGNATURE)
    assert data[12:16] == b"IHDR"
    width, height = struct.unpack(">II", data[16:24])
    assert 400 <= width <= 1600
    assert 300 <= height <= 1200
    assert len(data) <= LARGEST
    assert any(Path(address).name == picture.name for page in PAGES for _, address in pictures(page))


def test_readme_and_help_have_pictures():
    assert {page.name for page in PAGES if pictures(page)} >= {"README.md", "quick-start.md", "export.md"}
