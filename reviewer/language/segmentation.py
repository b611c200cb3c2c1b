"""Chinese words, by jieba's dictionary, loaded when the first word is asked for."""

import warnings
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _tokenizer() -> Any:
    """A tokenizer filled from the dictionary in the package, past jieba's cache in the shared temporary folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel("ERROR")
    tokenizer = jieba.Tokenizer()
    with Path(jieba.__file__).with_name("dict.txt").open("rb") as file:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(file)
    tokenizer.initialized = True
    return tokenizer


def cut(text: str) -> list[str]:
    """The words of `text` in order; joined they give it back unchanged."""
    words: list[str] = _tokenizer().lcut(text)
    return words


def is_word(text: str) -> bool:
    """Whether the dictionary lists `text` as a word of its own."""
    return bool(_tokenizer().FREQ.get(text, 0))


def frequencies() -> Mapping[str, int]:
    """How often the dictionary counted each word; 0 for what only begins one."""
    counted: Mapping[str, int] = _tokenizer().FREQ
    return counted
