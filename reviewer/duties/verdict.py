"""Why a sentence binds."""

from dataclasses import dataclass

from reviewer.model.duty import Modality


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a sentence binds: the words, how, and a Chinese reason. `at` is the trigger's offset in the sentence."""

    trigger: str
    at: int
    modality: Modality
    why: str
