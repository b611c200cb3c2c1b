import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import resource
from reviewer.store import settings, settings_help
from reviewer.store.settings import SETTINGS, Settings

JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists, max_leaves=4)


def test_defaults_are_accepted_and_in_force() -> None:
    for setting in SETTINGS:
        assert setting.accepts(setting.default)
    assert len({setting.name for setting in SETTINGS}) == len(SETTINGS)
    fresh = Settings()
    assert (fresh.number("reading_speed"), fresh.words("theme"), fresh.flag("show_info")) == (240, "system", False)


def test_kept_and_read_again(tmp_path: Path) -> None:
    changed = Settings().with_value("theme", "dark").with_value("zoom", 150).with_value("show_info", True)
    settings.save(tmp_path / "新的", changed)
    assert settings.load(tmp_path / "新的") == changed


@pytest.mark.parametrize(
    ("name", "value"),
    [("zoom", 10), ("zoom", "150"), ("zoom", True), ("show_info", 1), ("theme", "pink"), ("last_folder", 3)],
)
def test_what_does_not_fit_is_refused(name: str, value: bool | int | str) -> None:
    with pytest.raises(ValueError, match=name):
        Settings().with_value(name, value)


def test_one_bad_value_costs_only_itself(tmp_path: Path) -> None:
    kept = {"version": 1, "values": {"theme": "dark", "zoom": 9999, "show_info": "yes", "unknown": 1}}
    (tmp_path / settings.FILE).write_text(json.dumps(kept), "utf-8")
    assert settings.load(tmp_path) == Settings({"theme": "dark"})


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe\x00", b"[1]", b'{"version": 99, "values": {}}', b"[" * 100_000])
def test_a_damaged_file_is_put_aside(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / settings.FILE
    file.write_bytes(data)
    assert settings.load(tmp_path) == Settings()
    assert not file.exists()
    assert (tmp_path / f"{settings.FILE}.damaged").read_bytes() == data


def test_no_file_is_no_damage(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "没有") == Settings()
    assert list(tmp_path.iterdir()) == []


@given(st.dictionaries(st.sampled_from([s.name for s in SETTINGS]), JSON))
def test_any_values_give_settings_in_range(values: dict[str, object]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / settings.FILE).write_text(json.dumps({"version": 1, "values": values}), "utf-8")
        loaded = settings.load(Path(folder))
    for setting in SETTINGS:
        assert setting.accepts(loaded.chosen.get(setting.name, setting.default))


def test_what_the_clerk_sets_has_words() -> None:
    for setting in SETTINGS:
        assert setting.text or setting.name.startswith(("window_", "last_"))


def test_the_help_page_is_made_from_the_table() -> None:
    assert resource.read_text("help/settings.md") == settings_help.page()


def test_every_page_has_settings_and_every_setting_for_the_clerk_words() -> None:
    pages = {setting.page for setting in SETTINGS if setting.page}
    assert pages == set(settings.PAGES)
    assert all(setting.text for setting in SETTINGS if setting.page)


@pytest.mark.parametrize("value", ["频次", "频次+备注", ""])
def test_parts_left_out_are_named(value: str) -> None:
    assert Settings().with_value("hidden_columns", value).left_out("hidden_columns") == set(settings.left_out(value))


@pytest.mark.parametrize("value", ["序号", "频次+没有", "频次 备注"])
def test_parts_that_there_are_not_are_refused(value: str) -> None:
    with pytest.raises(ValueError, match="hidden_columns"):
        Settings().with_value("hidden_columns", value)
