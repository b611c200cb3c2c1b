"""The contract's JSON."""

import dataclasses
import json

from reviewer.errors import EncryptedError
from reviewer.exports.report_json import error_line, report_line, text_line
from reviewer.model.document import plain_document

KEYS = {
    "document": ["path", "format", "title", "year", "year_source", "kind", "paragraphs", "characters"],
    "outline": ["level", "number", "title", "paragraph", "start", "end"],
    "times": ["paragraph", "start", "end", "text", "type", "role", "due", "recurrence", "status"],
    "duties": [
        "paragraph",
        "start",
        "end",
        "text",
        "action",
        "modality",
        "trigger",
        "tier",
        "lead",
        "support",
        "actor_source",
        "times",
        "quantity",
        "section",
    ],
    "findings": ["rule", "category", "severity", "paragraph", "start", "end", "text", "message", "suggestions"],
}


def test_exactly_the_contracts_keys(report):
    line = json.loads(report_line(report))
    assert list(line) == ["schema", "document", "outline", "times", "duties", "findings"]
    assert line["schema"] == "reviewer/1"
    assert list(line["document"]) == KEYS["document"]
    for part in ("outline", "times", "duties", "findings"):
        assert line[part]
        for item in line[part]:
            assert list(item) == KEYS[part]


def test_values(report):
    line = json.loads(report_line(report))
    assert line["document"] == {
        "path": "文件夹/宣讲会讲话.txt",
        "format": "txt",
        "title": "在全区《档案管理办法》宣讲会上的讲话",
        "year": 2023,
        "year_source": "title",
        "kind": "speech",
        "paragraphs": 6,
        "characters": 150,
    }
    assert line["outline"][1] == {
        "level": 2,
        "number": "（一）",
        "title": "摸清底数",
        "paragraph": 3,
        "start": 0,
        "end": 7,
    }
    assert line["times"][0]["due"] == "2023-06-30"
    assert line["times"][1]["recurrence"] == "FREQ=MONTHLY;INTERVAL=3"
    assert line["duties"][0]["times"] == [0]
    assert line["duties"][0]["section"] == ["一、抓好清查", "（一）摸清底数"]
    assert line["findings"][2]["suggestions"] == [""]
    for part in ("outline", "times", "duties", "findings"):
        for item in line[part]:
            text = report.document.texts[item["paragraph"]][item["start"] : item["end"]]
            assert text == item.get("text", text)


def test_it_is_one_line_of_readable_chinese(report):
    breaks = "一\r二\v三\f四\x85五\u2028六\u2029七\x1e八"
    document = dataclasses.replace(report.document, path=breaks)
    line = report_line(dataclasses.replace(report, document=document))
    assert len(line.splitlines()) == 1
    assert "抓好清查" in line
    assert json.loads(line)["document"]["path"] == breaks


def test_a_name_that_is_no_utf8_survives():
    line = error_line("坏\udcff名.txt", EncryptedError("文件有密码。", "请先去掉密码。"))
    line.encode("utf-8")
    assert json.loads(line) == {
        "schema": "reviewer/1",
        "document": {"path": "坏\udcff名.txt"},
        "error": {"kind": "encrypted", "message": "文件有密码。请先去掉密码。"},
    }


def test_text_line():
    document = plain_document("一、开头\n\n𠮷😀", "a.txt")
    assert json.loads(text_line(document)) == {"path": "a.txt", "format": "txt", "paragraphs": ["一、开头", "", "𠮷😀"]}
