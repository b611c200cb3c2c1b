"""What can go wrong, told so that a clerk knows what to do."""


class ReviewerError(Exception):
    """A failure that is shown to the clerk: what happened, and what she can do about it.

    `message` is one plain Chinese sentence without a path or a class name; `hint` says what to do next
    and may be empty. `kind` is the stable word that the command line prints in JSON.
    """

    kind = "error"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    @property
    def sentence(self) -> str:
        """Message and hint as they are shown together."""
        return f"{self.message}{self.hint}"


class ReadError(ReviewerError):
    """A file could not be read."""

    kind = "unreadable"


class MissingFileError(ReadError):
    """There is no such file."""

    kind = "missing"


class AccessError(ReadError):
    """The file exists but this user may not read it, or another program holds it."""

    kind = "no-access"


class EncryptedError(ReadError):
    """The file is protected by a password."""

    kind = "encrypted"


class UnsupportedError(ReadError):
    """The content is of a kind that the program does not read."""

    kind = "unsupported"


class DamagedError(ReadError):
    """The content starts like a known format but is broken beyond salvage."""

    kind = "damaged"


class TooLargeError(ReadError):
    """The content is larger, or unpacks to more, than the limits allow."""

    kind = "too-large"


class WriteError(ReviewerError):
    """An output file could not be written; the place it should have gone to is untouched."""

    kind = "unwritable"


class UsageError(ReviewerError):
    """The command line was called in a way that has no meaning."""

    kind = "usage"
