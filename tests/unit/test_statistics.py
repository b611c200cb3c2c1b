"""What a document is like as a text."""

from reviewer.model.document import Document, Origin, Paragraph, Place, plain_document
from reviewer.model.outline import Outline
from reviewer.outline import build_outline
from reviewer.statistics import LONG_SENTENCE, statistics
from reviewer.statistics.phrases import repeated_phrases


def test_sentences_end_in_full_stops_and_headings_are_none() -> None:
    document = plain_document("关于工作的通知\n　　要办好，要办快；要办实。“行吗？”他问。\n没有说完")
    sentences = statistics(document, Outline()).sentences
    longest = sentences.longest
    assert (sentences.count, sentences.characters) == (3, 12 + 5 + 3)
    assert longest is not None
    assert document.text(longest) == "要办好，要办快；要办实。"
    assert sentences.longest_characters == 12
    assert sentences.mean == 20 / 3


def test_long_sentences_are_counted_without_white_space() -> None:
    almost, long = "办 " * (LONG_SENTENCE - 2) + "。", "办 " * (LONG_SENTENCE - 1) + "。"
    sentences = statistics(plain_document(f"{almost}\n{long}"), Outline()).sentences
    assert (sentences.long, sentences.longest_characters) == (1, LONG_SENTENCE)


def test_an_empty_document_measures_nothing() -> None:
    measured = statistics(plain_document(""), Outline())
    assert (measured.characters, measured.paragraphs, measured.sentences.count) == (0, 0, 0)
    assert (measured.sentences.mean, measured.sentences.longest, measured.phrases) == (0.0, None, ())
    assert measured.share(measured.parts[0]) == 0.0


def test_parts_share_the_document() -> None:
    document = plain_document("讲话\n一、学习\n要学习好。\n二、落实\n要落实好，要落实快。")
    measured = statistics(document, build_outline(document))
    assert [part.title for part in measured.parts] == ["开头", "一、学习", "二、落实"]
    assert sum(measured.share(part) for part in measured.parts) == 1.0


def test_phrases_that_return_are_found_at_their_first_place() -> None:
    text = "先说窗口排队时间的事。\n窗口排队时间要压下来。\n大家都看窗口排队时间。"
    (phrase,) = repeated_phrases(plain_document(text))
    assert (phrase.text, phrase.count) == ("窗口排队时间", 3)
    assert (phrase.first.paragraph, phrase.first.start) == (0, 2)


def test_a_part_of_a_phrase_counts_only_where_it_stands_without_it() -> None:
    longer = ["先说窗口排队时间的事。", "再把窗口排队时间压下来。", "看窗口排队时间。"]
    alone = ["有窗口排队的人。", "问窗口排队吗？", "在窗口排队。"]
    found = repeated_phrases(plain_document("\n".join(longer + alone)))
    assert [(phrase.text, phrase.count) for phrase in found] == [("窗口排队", 6), ("窗口排队时间", 3)]
    fewer = repeated_phrases(plain_document("\n".join(longer + alone[:2])))
    assert [phrase.text for phrase in fewer] == ["窗口排队时间"]


def test_set_formulations_idioms_and_offices_are_left_out() -> None:
    sentence = "要推动高质量发展，持之以恒，报市财政局，送领导小组办公室。"
    assert repeated_phrases(plain_document("\n".join([sentence] * 4))) == ()


def test_twice_is_not_often_and_longer_texts_need_more() -> None:
    said = "在窗口排队。\n"
    assert repeated_phrases(plain_document(said * 2)) == ()
    filling = "".join(chr(0x4E00 + n) + "，" for n in range(18_000))
    assert repeated_phrases(plain_document(said * 3 + filling)) == ()


def test_running_heads_and_tables_are_not_prose() -> None:
    where = [Origin(f"header/{n}", Place.HEADER) for n in range(4)]
    paragraphs = tuple(Paragraph("看窗口排队时间。", origin) for origin in where)
    measured = statistics(Document("", "docx", paragraphs), Outline())
    assert (measured.phrases, measured.sentences.count) == ((), 0)
