"""What menus and keys ask of the reading area."""

from collections.abc import Callable

from reviewer.ui.actions import Actions
from reviewer.ui.reading_area import ReadingArea


def connect_reading(actions: Actions, reading: Callable[[], ReadingArea]) -> None:
    """Let the commands on the text act on the reading area that `reading` returns when they are chosen."""
    actions.connect(
        copy=lambda: reading().view.copy(),
        select_all=lambda: reading().view.selectAll(),
        find=lambda: reading().find_bar.open_bar(),
        find_next=lambda: reading().find_bar.next(),
        find_previous=lambda: reading().find_bar.previous(),
        go_to=lambda: reading().open_go_to(),
        go_back=lambda: reading().go_back(),
        go_forward=lambda: reading().go_forward(),
        zoom_in=lambda: reading().zoom(1),
        zoom_out=lambda: reading().zoom(-1),
        zoom_reset=lambda: reading().zoom(0),
    )
