"""How much a file may hold: enough for any real document, too little for a hostile one to stop the program."""

from reviewer.errors import TooLargeError

FILE_BYTES = 300_000_000
TEXT_BYTES = 80_000_000
RTF_BYTES = 100_000_000  # most of it pictures
UNPACKED_BYTES = 200_000_000
RATIO = 100
RATIO_FROM_BYTES = 20_000_000
TREE_BYTES = 600_000_000
CHARACTERS = 20_000_000
PARAGRAPHS = 500_000
PARAGRAPH_CHARACTERS = 200_000
TOKENS = 6_000_000
NESTED_GROUPS = 10_000
CHILD_SECONDS = 20
READ_SECONDS = 25
CHILD_BYTES = 1_000_000_000
NESTED_TABLES = 50
NESTED_INLINE = 60

_HINT = "请把它拆成几个较小的文件，或只保留需要审阅的部分另存后再打开。"


def too_large(what: str = "这个文件太大，超出了能够审阅的范围。", hint: str = _HINT) -> TooLargeError:
    """The error for content over a limit; `what` is one Chinese sentence that says which."""
    return TooLargeError(what, hint)


def check_amount(paragraphs: int, characters: int) -> None:
    """Raise TooLargeError where a document of so many paragraphs and characters is more than can be reviewed."""
    if paragraphs > PARAGRAPHS or characters > CHARACTERS:
        raise too_large("这个文件的文字太多，超出了能够审阅的范围。")
