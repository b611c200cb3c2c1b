"""Rebuild resources/lexicons/idioms.toml: `python packaging/build_idioms.py`.

Needs jieba (MIT), whose dict.txt gives most of the four-character words; the table holds nothing else of it.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

LEXICONS = Path(__file__).resolve().parent.parent / "resources" / "lexicons"
PLAIN_TAGS = {"i": 4, "l": 4, "z": 5, "v": 5, "n": 8, "nz": 20, "j": 5, "nr": 5, "ns": 5, "d": 5, "a": 5, "b": 5}
TRANSLITERATED = frozenset("斯尔德特克拉尼亚巴里利维莱伊奥埃菲蒂戈蒙兰罗达姆沙哈基诺贝尤塔杜卡加")
AFFIXED = 5
COMMON = 800
NAMES = frozenset({"nr", "ns"})
NAME_PARTS = (
    "省",
    "市",
    "县",
    "州",
    "区",
    "岛",
    "山脉",
    "平原",
    "公司",
    "政府",
    "群岛",
    "半岛",
    "队",
    "大师",
    "皇帝",
    "公子",
    "老爷",
    "兄弟",
    "道人",
    "太监",
    "夫人",
    "小姐",
)
MISTAKEN = (
    "走头无路 名符其实 按步就班 再接再励 美仑美奂 鬼计多端 有情可原 胡里胡涂 明查暗访 一笔勾消 委靡不振 坚苦卓绝 "
    "进一步地 再进一步 更进一步 一老一少 充要条件 师范学校 四化建设 二十八宿 自动化系 不完全性 执业资格 "
    "相得益章 完壁归赵 默守成规 淋漓尽至 原形必露 出奇不意 绝无仅有 级服务器 令狐冲相 夏茸尕布 符合中国 多云间阴 "
    "一相情愿 唇枪舌箭 自名得意 丢三拉四 耳提面授 一如继往 迫不急待"
)
ADDED = (
    "谋取暴利 质优价良 自学成材 职业资格 一老一小 重要条件 拒绝接收 示范学校 整治建设 为人处世 可趁之机 因事制宜 "
    "久久为功 驰而不息 行稳致远 踔厉奋发 笃行不怠 美轮美奂 再接再厉 按部就班 一如既往 迫不及待 名副其实 廉洁奉公 车水马龙 "
    "阳奉阴违 一劳永逸 和蔼可亲 顾名思义 大展宏图 仁人志士 见微知著 抓铁有痕 踏石留印 善作善成 守正创新 勇毅前行 赓续血脉 "
    "凝心聚力 同向发力 同频共振 同题共答 接续奋斗 砥砺前行 栉风沐雨 薪火相传 不忘初心 牢记使命 担当作为 敢为人先 蹄疾步稳 "
    "行之有效 以点带面 挂图作战 压茬推进 应办尽办 应保尽保 应收尽收 应报尽报 有章可循 有案必查 有腐必反 有贪必肃 刀刃向内 "
    "刮骨疗毒 壮士断腕 激浊扬清 正本清源 固本培元 标本兼治 惩前毖后 治病救人 防微杜渐 抓早抓小 动辄得咎 令行禁止 如臂使指 "
    "统筹兼顾 综合施策 分类指导 精准施策 靶向治疗 对症下药 举一反三 查漏补缺 立行立改 即知即改 真抓实干 埋头苦干 紧锣密鼓 "
    "争先恐后 争先创优 创先争优 比学赶超 奋勇争先 奋起直追 迎头赶上 攻坚克难 爬坡过坎 滚石上山 逆水行舟 破釜沉舟 背水一战 "
    "久久为功 常抓不懈 持之以恒 善始善终 慎终如始 一抓到底 抓实抓细 落地见效 落地生根 开花结果 入脑入心 走深走实 知行合一 "
    "学以致用 融会贯通 以学促干 以知促行 真信笃行 学思践悟 深信笃行 表里如一 襟怀坦白 公道正派 清正廉洁 克己奉公 勤勉敬业 "
    "恪尽职守 忠于职守 尽职尽责 履职尽责 失职渎职 玩忽职守 滥用职权 徇私舞弊 贪赃枉法 中饱私囊 权钱交易 利益输送 官官相护 "
    "姑息迁就 养痈遗患 推诿扯皮 敷衍塞责 弄虚作假 欺上瞒下 阳奉阴违 口是心非 言行不一 形式主义 官僚主义 享乐主义 奢靡之风 "
    "铺张浪费 大操大办 公款吃喝 吃拿卡要 优亲厚友 与民争利 民心所向 民生福祉 安居乐业 柴米油盐 急难愁盼 枝繁叶茂 欣欣向荣 "
    "蒸蒸日上 日新月异 突飞猛进 硕果累累 成绩斐然 来之不易 殊为不易 弥足珍贵 有目共睹 众所周知 毋庸置疑 不容置疑 不言而喻 "
    "显而易见 由此可见 一叶障目 以偏概全 盲人摸象 坐井观天 井底之蛙 故步自封 墨守成规 因循守旧 裹足不前 踟蹰不前 停滞不前 "
    "徘徊不前 畏首畏尾 畏难发愁 瞻前顾后 患得患失 得过且过 安于现状 不思进取 贪图享乐 玩物丧志 麻痹大意 掉以轻心 高枕无忧 "
    "未雨绸缪 居安思危 有备无患 防患未然 关口前移 守土有责 守土负责 守土尽责 众志成城 同舟共济 守望相助 风雨同舟 和衷共济 "
    "戮力同心 勠力同心 齐抓共管 群策群力 群防群治 联防联控 统分结合 上下联动 左右协同 政令畅通 步调一致 一呼百应 星火燎原 "
    "燎原之势 中流砥柱 力挽狂澜 披荆斩棘 乘风破浪 扬帆起航 再启征程 策马扬鞭 时不我待 只争朝夕 分秒必争 争分夺秒 夜以继日 "
    "通宵达旦 废寝忘食 呕心沥血 殚精竭虑 鞠躬尽瘁 任劳任怨 无私奉献 默默无闻 甘为人梯 淡泊名利 两袖清风 一身正气 刚正不阿 "
    "铁面无私 执法必严 违法必究 有法必依 有法可依 依法行政 公平正义 秉公执法 明察暗访 一票否决 一岗双责 党政同责 失职追责 "
    "尽职免责 问责问效 跟踪问效 督查督办 对账销号 挂牌督办 限期整改 闭环管理 动态清零 应检尽检 应接尽接 应治尽治 应种尽种 "
    "颗粒归仓 藏粮于地 藏粮于技 精耕细作 靠天吃饭 旱涝保收 绿水青山 金山银山 蓝天碧水 碧水净土 山清水秀 天蓝地绿 鸟语花香 "
    "人民群众 人民政府 人民法院 人民代表 党的建设 组织领导 工作部署 政治建设 思想建设 作风建设 纪律建设 制度建设 队伍建设 "
    "能力建设 基层组织 领导干部 党员干部 从严治党 巡视巡察 巡视整改 监督检查 监督执纪 执纪问责 审查调查 主体责任 监督责任 "
    "第一责任 责任落实 责任追究 工作机制 工作方案 实施方案 实施细则 指导意见 征求意见 管理办法 规章制度 贯彻落实 贯彻执行 "
    "安排部署 统筹推进 协调推进 扎实推进 持续推进 深入推进 深入开展 广泛开展 有序开展 认真落实 严格落实 全面落实 切实加强 "
    "高度重视 高度负责 密切配合 大力弘扬 大力发展 乡村振兴 脱贫攻坚 营商环境 安全生产 隐患排查 应急处置 风险防控 "
    "疫情防控 社会稳定 信访维稳 社会治理 网格管理 基层治理 公共服务 社会保障 医疗保险 养老保险 义务教育 职业教育 产业结构 "
    "转型升级 科技创新 自主创新 改革创新 改革开放 深化改革 经济发展 生态文明 环境保护 污染防治 节能减排 项目建设 招商引资 "
    "基础设施 固定资产 财政收入 预算执行 资金管理 政府采购 公开透明 实事求是 求真务实 联系实际 调查研究 密切联系 服务群众 "
    "党纪国法 廉洁自律 廉政建设 反腐倡廉 腐败分子 违纪违法 严肃查处 通报曝光 警示教育 谈话函询 立案审查 移送司法 "
)


def dictionary() -> dict[str, tuple[int, str]]:
    """The words of jieba's dictionary, each with its frequency and tag."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise SystemExit("needs jieba")
    lines = Path(spec.origin).with_name("dict.txt").read_text("utf-8").splitlines()
    return {word: (int(frequency), tag) for word, frequency, tag in map(str.split, lines)}


def four_character_words(known: dict[str, tuple[int, str]]) -> list[str]:
    """The words that are checked for near misses: idioms and set words of the dictionary, and our own."""
    words, mistaken = set(ADDED.split()), set(MISTAKEN.split())
    for word, (frequency, tag) in known.items():
        if len(word) != 4 or frequency < PLAIN_TAGS.get(tag, sys.maxsize) or word in mistaken:
            continue
        if tag not in "ilvz" and max(known.get(w, (0,))[0] for w in (word[:3], word[1:])) >= AFFIXED:
            continue
        if tag in NAMES and (set(word) & TRANSLITERATED or word.endswith(NAME_PARTS)):
            continue
        words.add(word)
    return sorted(words)


def main() -> None:
    """Write the table."""
    known = dictionary()
    words = four_character_words(known)
    halves = dict.fromkeys(half for word in words for half in (word[:2], word[2:]))
    common = "".join(half for half in halves if known.get(half, (0,))[0] >= COMMON)
    rows = ["".join(words[i : i + 25]) for i in range(0, len(words), 25)]
    head = (
        "# 四字词：成语与固定四字词，用来发现只错一个字的写法。\n"
        "# Source: jieba 0.42.1, dict.txt (four-character words by tag and frequency), and words of our own; "
        "built by packaging/build_idioms.py.\n"
        "# Licence: MIT (jieba, Copyright 2013 Sun Junyi), and MIT as the project.\n"
        "# Date: 2026-11-21.\n\n"
    )
    ours = set(ADDED.split())
    plain = "".join(w for w in words if known.get(w, (0, "i"))[1] not in "il" and w not in ours)
    official = "".join(sorted(ours))
    body = f'# Halves so frequent that they are no clue.\ncommon = "{common}"\n'
    body += f'# Words of our own, set phrases of official writing.\nofficial = "{official}"\n'
    body += (
        f'# Plain compounds: two ordinary words beside each other may look like them by chance.\nplain = "{plain}"\n'
    )
    body += '# All of them.\nwords = """\\\n' + "".join(f"{row}\\\n" for row in rows) + '"""\n'
    (LEXICONS / "idioms.toml").write_text(head + body, "utf-8")


if __name__ == "__main__":
    main()
