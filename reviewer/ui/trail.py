"""Places that the reader came from, for going back and forward."""

from reviewer.ui.marks import Place

_STEP = 3  # paragraphs; a shorter move is reading on, not a jump
_MOST = 100


class Trail:
    """Places as a browser keeps pages: a jump leaves its place behind, going back can be taken back."""

    def __init__(self) -> None:
        self._back: list[Place] = []
        self._forward: list[Place] = []
        self._here: Place = (0, 0)

    def move(self, place: Place) -> None:
        """The reader is now at `place`."""
        if abs(place[0] - self._here[0]) >= _STEP:
            self._back = [*self._back[1 - _MOST :], self._here]
            self._forward = []
        self._here = place

    def back(self) -> Place | None:
        """Where the reader was before; None where there is nothing before."""
        return self._turn(self._back, self._forward)

    def forward(self) -> Place | None:
        """Where the reader went back from; None where there is nothing."""
        return self._turn(self._forward, self._back)

    def _turn(self, there: list[Place], behind: list[Place]) -> Place | None:
        if not there:
            return None
        behind.append(self._here)
        self._here = there.pop()
        return self._here
