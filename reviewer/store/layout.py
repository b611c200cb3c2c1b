"""An office's own layout profile, a small TOML file."""

from pathlib import Path

from reviewer.errors import ReadError
from reviewer.model.layout import LayoutProfile
from reviewer.rules.format.profile import profile_of

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
        raise ReadError("版式文件的写法不对。", "请照着程序自带的 gbt9704.toml 修改后再用。") from None
