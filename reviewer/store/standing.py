"""What the clerk decided for all documents, kept between sessions; of words only their hashes."""

from pathlib import Path

from reviewer.model.standing import Standing
from reviewer.store import files

FILE = "standing.json"


def load(folder: Path) -> Standing:
    """What is kept in `folder`; what cannot be understood is left out."""
    kept = files.load(folder / FILE)
    ignored, disabled = kept.get("ignored"), kept.get("disabled")
    pairs = (tuple(pair) for pair in ignored if isinstance(pair, list)) if isinstance(ignored, list) else ()
    return Standing(
        frozenset(pair for pair in pairs if len(pair) == 2 and all(isinstance(part, str) for part in pair)),
        frozenset(rule for rule in disabled if isinstance(rule, str)) if isinstance(disabled, list) else frozenset(),
    )


def save(folder: Path, standing: Standing) -> None:
    """Keep `standing` in `folder`, or no file where it is empty; raises WriteError."""
    if standing:
        files.save(folder / FILE, {"ignored": sorted(standing.ignored), "disabled": sorted(standing.disabled)})
    else:
        (folder / FILE).unlink(missing_ok=True)
