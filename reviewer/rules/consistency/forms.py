"""Pairs of spellings of which one document should keep to one."""

import re

from reviewer.model.finding import Category, Severity
from reviewer.rules.checks import Consistency
from reviewer.rules.rule import Example, Rule

RULES = (
    Rule(
        id="consistency-other",
        name="其他/其它",
        category=Category.CONSISTENCY,
        severity=Severity.INFO,
        what="同一份文件里有的写“其他”，有的写“其它”。",
        why="公文通常用“其他”，一份文件里应当统一。",
        instead="统一写作“其他”。",
        check=Consistency(
            {"其他": re.compile("其他"), "其它": re.compile("其它")}, "这里写“{text}”，别处多写“{main}”，请统一。"
        ),
        bad=(
            Example("其他单位参照执行。其他事项另行通知。其它问题及时反映。", "其它"),
            Example("其它单位配合。其他部门牵头，其他事项照旧。", "其它"),
            Example("其他人员、其他车辆一律登记，其它物品不得入内。", "其它"),
        ),
        good=("其他单位参照执行。", "其它单位参照执行。", "其他和其它各有用法。"),
        quotable=True,
    ),
    Rule(
        id="consistency-make",
        name="作出/做出",
        category=Category.CONSISTENCY,
        severity=Severity.INFO,
        what="同一份文件里“作出贡献”“做出贡献”混用。",
        why="公文通常用“作出”，一份文件里应当统一。",
        instead="统一写作“作出”。",
        check=Consistency(
            {
                "作出": re.compile("作出(?=[^，。；]{0,6}(?:贡献|部署|决定|安排|承诺|努力|成绩|规定|批示|指示))"),
                "做出": re.compile("做出(?=[^，。；]{0,6}(?:贡献|部署|决定|安排|承诺|努力|成绩|规定|批示|指示))"),
            },
            "这里写“{text}”，别处多写“{main}”，请统一。",
        ),
        bad=(
            Example("为发展作出贡献。省委作出部署。我们做出新的贡献。", "做出"),
            Example("市委作出决定，我们作出承诺，各级做出努力。", "做出"),
            Example("先做出安排。上级作出批示，市里作出部署。", "做出"),
        ),
        good=("为发展作出贡献。", "为发展做出贡献。", "做出一桌好菜，作出贡献。"),
        quotable=True,
    ),
    Rule(
        id="consistency-zero",
        name="〇/○",
        category=Category.CONSISTENCY,
        severity=Severity.INFO,
        what="汉字年份里有的写“〇”，有的写“○”或“零”。",
        why="国家标准规定汉字年份用“〇”，圆圈符号不是汉字。",
        instead="统一写作“〇”。",
        check=Consistency(
            {
                "〇": re.compile("〇(?<=[一二].)(?=[〇一二三四五六七八九]{2}年)"),
                "○": re.compile("○(?<=[一二].)(?=[○〇一二三四五六七八九]{2}年)"),
                "零": re.compile("零(?<=[一二].)(?=[零一二三四五六七八九]{2}年)"),
            },
            "这里写“{text}”，别处多写“{main}”，请统一。",
        ),
        bad=(
            Example("二〇二一年启动，二〇二二年推进，二○二三年完成。", "○"),
            Example("二〇二一年启动，二〇二二年推进，二零二三年完成。", "零"),
            Example("二○二一年启动。二〇二二年、二〇二三年推进。", "○"),
        ),
        good=("二〇二一年启动，二〇二二年完成。", "2021年启动。", "二○二一年启动，二○二二年完成。"),
        standard="GB/T 15835—2011 5.2.2",
        quotable=True,
    ),
)
