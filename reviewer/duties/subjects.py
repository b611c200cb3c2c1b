"""Subjects whose own words do not end like a unit's name, known by what stands before or behind them."""

import re

from reviewer.duties.lexicon import DutyWords
from reviewer.duties.names import plausible

_EACH_PLACE_NAME = "每个?(?:县|市|区|旗|乡镇|镇街|镇|乡|村|社区|街道)"
EACH_OF = re.compile(
    rf"{_EACH_PLACE_NAME}(?=[□推至最不应要须必可每限])|每[个家所名支座位](?=[\u4e00-\u9fff]{{1,6}}(?:[（□]|限|推荐|至少|最多|不|应|要|须|必须|可|每))(?!人)"
)
"""每个单位, 每所学校 as a subject that is told how much or what to do."""

_DEMANDED = r"(?=(?:都|也|均)?(?:应当|应(?![急用届])|要(?![素点求件])|(?<!必)须|必须|务必|不得))"
_EVERY = re.compile(rf"各(?![项类种方面式样级地个自处路条次批有不具])(?P<who>[\u4e00-\u9fff]{{2,6}}?){_DEMANDED}")
_TIER_NAMES = "省市县区州旗乡镇村街"
_LATEST_TOLD = 10
_TIERS = re.compile(
    rf"[{_TIER_NAMES}]{{2,4}}[两三四]级(?=都?(?:要(?![素点求件])|应(?!急)|须|必须|务必|不得|联动|同步|一起|分别|共同))"
)
_EACH_PLACE = re.compile(rf"{_EACH_PLACE_NAME}□*(?=推荐|至少|最多|不|应|要|须|必须|可|每|限)")
_TOLD = re.compile(r"(?P<who>[\u4e00-\u9fff]{2,8}?)(?<![自从在])(?=(?:接到|收到)[^，。；的]{1,14}[后时]，)")
_NO_AGENT = re.compile(
    r"(?:环节|领域|阶段|步骤|指标|渠道|工程|项目|标段|路段|流程|工序|部位|点位|区域|板块|方面|要素|工作|任务|措施|事项|问题|内容|数据|档案|资料|"
    r"材料|设备|设施|楼栋|路口|资金|经费|房源|年度|季度|时段|系统|线路|品种|产品|案件|线索|科目|岗位|行业|产业|条款|表格|文件|要求|程序|活动|建筑|"
    r"道路|河道|车辆|船舶|场所|场地|小区|栏目|平台|专题|时期|时间|节点|费用|标准|制度|政策|机制|奖项|类别|证照|证件|票据|合同|账目|账户|药品|食品)$"
)
_BODY_END = re.compile(
    r"(?:[局厅院]|部(?![门长分队位件署副])|委(?![托员派培])|办(?!事处|公|理)|政府|公司|中心|办公室|街道|办事处|支队|大队|派出所)(?=[\u4e00-\u9fff]{2})"
)
_LONGEST_BODY = 16
_JOINS = re.compile("[和与或及、□]")
_NO_DEED = re.compile(
    r"[\u4e00-\u9fff]{0,14}?(?:部门|机关|机构|领导|同志|部长|局长|主任|书记)|队|[的和与及等之间内外上下中者级性、（）□▣\d]|[两三四五六七八九十](?![次轮遍])|职工|干部|人员|负责人|领导|主要|工作|有关|相关|主管|职能|其他|组成|系统|党组|党委|班子|所属|下属|"
    r"以下|以上|联系|关系|人民|下设|[局委办厅部院站所科股处室队组会]"
)


def subject_by_place(text: str, start: int, end: int, words: DutyWords) -> int | None:
    """Where a subject that begins at `start` of a masked text ends, None where its place shows none.

    It stands before a demand (各工坊应当……, 县乡两级要……), is told something (蜂农接到通知后，……), or is handed a task by
    由 whose verb may be any (由县教育局增派车辆).
    """
    first = text[start]
    if first in _TIER_NAMES and (tiers := _TIERS.match(text, start, end)):
        return tiers.end()
    if first == "每" and (place := _EACH_PLACE.match(text, start, end)):
        return place.end()
    if first == "各":
        every = _EVERY.match(text, start, end)
        return every.end() if every is not None and _is_noun(every["who"], words) else None
    if text.find("到", start, min(end, start + _LATEST_TOLD)) > 0:
        told = _TOLD.match(text, start, min(len(text), end + 1))
        if told is not None and _is_noun(told["who"], words):
            return told.end()
    return _handed(text, start, end, words) if text.endswith("由", 0, start) else None


def _is_noun(name: str, words: DutyWords) -> bool:
    """Whether a name may be that of somebody, and is no matter or act."""
    if _NO_AGENT.search(name) or "的" in name:
        return False
    return not any(len(words.verbs.at(name, at, len(name))) == len(name) - at for at in range(len(name) - 1))


def _handed(text: str, start: int, end: int, words: DutyWords) -> int | None:
    """The end of the official name behind 由 where whatever follows can only be its deed."""
    for match in _BODY_END.finditer(text, start + 2, min(end, start + _LONGEST_BODY)):
        at = match.end()
        name = text[start:at]
        ending = words.actor_endings.before(name, 0, len(name))
        if _JOINS.search(name):
            return None
        if ending and not _NO_DEED.match(text, at, end) and plausible(name, ending, words):
            return at
    return None
