"""An office's own layout profile, a small TOML file, as she gave it and as it is kept."""

from contextlib import suppress
from pathlib import Path

from reviewer import atomic, resource
from reviewer.errors import ReadError
from reviewer.model.layout import LayoutProfile
from reviewer.rules.format.profile import STANDARD, profile_of

FILE = "layout.toml"
_LONGEST = 100_000


def read(path: Path) -> LayoutProfile:
    """The profile in the file at `path`; raises ReadError."""
    try:
        if path.stat().st_size > _LONGEST:
            raise ValueError(path)
        return profile_of(path.read_text("utf-8-sig"))
    except OSError:
        raise ReadError("没能打开版式文件。", "请确认文件还在，并且可以读取。") from None
    except (ValueError, TypeError, KeyError, AttributeError):
        raise ReadError("版式文件的写法不对。", "请照着程序自带的版式文件修改后再用。") from None


def load(folder: Path) -> LayoutProfile | None:
    """The profile kept in `folder`, None where there is none that can be understood."""
    try:
        return read(folder / FILE)
    except ReadError:
        return None


def save(folder: Path, path: Path) -> LayoutProfile:
    """Take over the profile in the file at `path` into `folder`, checked; raises ReviewerError."""
    profile = read(path)
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    atomic.write_bytes(folder / FILE, path.read_bytes())
    return profile


def save_standard(target: Path) -> None:
    """Write the shipped profile to `target`, to be changed into an office's own; raises WriteError."""
    atomic.write_bytes(target, resource.read_bytes(STANDARD))
