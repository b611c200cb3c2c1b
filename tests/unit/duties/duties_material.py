"""What tests of duties share: how documents of each kind begin, and tables of sentences."""

from pathlib import Path

HEADS = {
    "notice": "关于做好有关工作的通知\n各科室、各单位：\n一、工作安排\n",
    "plan": "全县专项整治行动方案\n为做好工作，制定本方案。\n一、重点任务\n",
    "opinion": "关于促进茶产业发展的实施意见\n为促进茶产业发展，提出如下意见。\n一、主要任务\n",
    "minutes": "县政府专题会议纪要\n2025年9月3日，县长主持召开专题会议。现纪要如下：\n一、关于工程建设\n",
    "present": "县政府专题会议纪要\n2025年9月3日下午，县长主持召开专题会议，研究供水问题。",
    "back": "政府工作报告\n一、2024年工作回顾\n完成投资20亿元，建成了三个园区。\n",
    "summary": "2024年工作总结\n一、主要工作\n开展了走访，解决了问题。\n二、下一步打算\n",
    "speech": "在全县工作会议上的讲话\n（2025年2月10日）\n同志们：\n一、下一步工作要求\n",
    "talk": "在全乡春耕工作会上的讲话\n（2025年2月10日）\n大家坐，今天就说一件事。丑话说在前头，谁都别想糊弄，老百姓看着咱们呢。\n",
    "report": "政府工作报告\n一、2024年工作回顾\n完成投资20亿元，建成了三个园区。\n二、2025年工作安排\n",
}
"""The beginning of a document by its kind; a sentence behind it stands where work is set out, unless named otherwise."""


def table(name: str) -> list[list[str]]:
    """The rows of `data/NAME.tsv`, comments left out."""
    lines = (Path(__file__).parent / "data" / f"{name}.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
