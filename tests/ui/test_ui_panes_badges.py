import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from reviewer.model.finding import Severity
from reviewer.ui import theme
from reviewer.ui.badges import Badge, BadgeKind, paint_badges, paint_severity, severity_pixmap


def canvas():
    image = QImage(120, 24, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    return image


def covered(image):
    return frozenset(
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() > 128
    )


@pytest.mark.parametrize("name", ["light", "dark"])
def test_severities_differ_in_shape_and_not_only_in_colour(qapp, name):
    shapes = []
    for severity in Severity:
        image = canvas()
        painter = QPainter(image)
        paint_severity(painter, QRectF(0, 0, 20, 20), severity, theme.load(name))
        painter.end()
        shapes.append(covered(image))
    assert all(shapes)
    for n, one in enumerate(shapes):
        for other in shapes[n + 1 :]:
            assert len(one ^ other) > 40, "pixels covered by one sign and not by the other"


def test_badges_end_at_the_right_and_say_where_they_begin(qapp):
    image = canvas()
    painter = QPainter(image)
    badges = [Badge(BadgeKind.FINDINGS, 3), Badge(BadgeKind.DUTIES, 12)]
    left = paint_badges(painter, 110, 12, badges, QFont(), theme.load("light"))
    painter.end()
    columns = {x for x, _ in covered(image)}
    assert left <= min(columns)
    assert min(columns) - left < 8
    assert max(columns) in (109, 110)


def test_what_counts_nothing_is_not_drawn(qapp):
    image = canvas()
    painter = QPainter(image)
    assert paint_badges(painter, 110, 12, [Badge(BadgeKind.FINDINGS, 0)], QFont(), theme.load("light")) == 110
    painter.end()
    assert not covered(image)


def test_badges_are_read_aloud_in_words():
    assert Badge(BadgeKind.FINDINGS, 3).words == "3 处问题"
    assert Badge(BadgeKind.DUTIES, 1).words == "1 条任务"


def test_pixmaps_are_sharp_on_dense_screens(qapp):
    pixmap = severity_pixmap(Severity.ERROR, 16, 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (32, 2.0)
    centre = pixmap.toImage().pixelColor(3, 16)
    assert centre.alpha() == 255
    assert centre == QColor(theme.current().error)


def luminance(colour):
    """Relative luminance after WCAG 2 of a colour as #rrggbb."""
    shares = (channel / 255 for channel in QColor(colour).getRgb()[:3])
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("words", ["text", "muted", "success", "accent", "error", "warning"])
@pytest.mark.parametrize("ground", ["panel", "hover", "accent_soft"])
def test_words_on_a_card_can_be_read_whether_it_is_chosen_or_not(name, words, ground):
    colours = theme.load(name)
    darker, lighter = sorted((luminance(getattr(colours, words)), luminance(getattr(colours, ground))))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5
