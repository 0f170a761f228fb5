"""Messages that tell of a wrong somebody saw: they are kept with their report, and nowhere else."""

from core.confidential import TIP
from core.understanding.lexicon import Lexicon
from core.understanding.scene import Scene, see
from core.understanding.situation import Reading, Situation


def may_be_tip(text: str, reading: Reading, situation: Situation, lexicon: Lexicon) -> bool:
    """Whether a message may tell of a wrong.

    In what makes no record, and in what a household says, any word that speaks of one is enough; in what a
    household says, a hint.
    """
    kinds = {r.fact_type for r in reading.records} | {code for r in reading.records for code in r.others}
    if TIP in kinds or "complain" in (reading.intent, *reading.others):
        return True
    if reading.records and situation.sender.role != "household":
        return False
    scene = see(text, lexicon, situation.today)
    if _speaks_of_wrong(scene):
        return True
    return situation.sender.role == "household" and scene.has("hint", TIP)


def asked_of_somebody(text: str, reading: Reading, situation: Situation, lexicon: Lexicon) -> bool:
    """Whether a question is about a wrong and says whose or where: its words may be told as a tip, too."""
    if reading.intent != "ask" or reading.features.isdisjoint(("#org", "#place", "#person")):
        return False
    return _speaks_of_wrong(see(text, lexicon, situation.today))


def _speaks_of_wrong(scene: Scene) -> bool:
    return any(sense.weight > 0 for _, sense in scene.said("cue", TIP))
