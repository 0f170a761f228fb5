"""What somebody wants with a message: features of it, weighed by the cues that content holds."""

from collections import defaultdict

from core.answers.tokens import phrase
from core.understanding.hearing import IntentCue
from core.understanding.lexicon import Lexicon
from core.understanding.scene import Scene
from core.understanding.situation import Situation
from core.understanding.topics import ENOUGH, Part

#: an intent needs this much; else the message is unclear
LEAST = 1.5


def features(scene: Scene, parts: list[Part], situation: Situation) -> set[str]:
    """What cues of intents may name with "#": who speaks, what was asked, what the message holds.

    #officer #household #manager #admin #citizen (the role), #pending, #prior, #draft, #topic (some kind of report is spoken of),
    #strong (certainly so), #number, #date, #future (a day still to come), #past, #planned, #done, #question (ends in a question mark),
    #place, #org, #person, #short (up to three words), #empty, #money, #subject, #own, #file.
    """
    words = [w for w in scene.words if not w.mark]
    found = {f"#{situation.sender.role}"}
    tests = {
        "#pending": bool(situation.pending),
        "#prior": bool(situation.prior),
        "#draft": any(p.draft for p in situation.prior),
        "#topic": any(p.fact_type for p in parts),
        "#strong": any(p.sure >= ENOUGH + 1 for p in parts),
        "#number": bool(scene.numbers),
        "#date": bool(scene.days),
        "#future": any(d.after(situation.today) for d in scene.days),
        "#past": any(d.first and d.first <= situation.today for d in scene.days),
        "#planned": scene.has("planned"),
        "#done": scene.has("done"),
        "#question": "?" in scene.text,
        "#place": any(n.kind == "place" for n in scene.names),
        "#org": any(n.kind == "org" for n in scene.names),
        "#person": any(n.kind == "person" for n in scene.names),
        "#short": len(words) <= 3,
        "#brief": len(words) <= 6,
        "#empty": not words,
        "#money": any(n.money for n in scene.numbers),
        "#subject": scene.has("subject"),
        "#more": scene.has("more"),
        "#own": scene.has("own"),
    }
    return found | {name for name, holds in tests.items() if holds}


def weighed(
    scene: Scene, parts: list[Part], situation: Situation, lexicon: Lexicon
) -> list[tuple[str, float]]:
    """Every intent with some weight, the heaviest first."""
    own = features(scene, parts, situation)
    scores: dict[str, float] = defaultdict(float)
    counted: set[tuple[str, int]] = set()
    said = sorted(scene.said("intent"), key=lambda pair: (pair[0].start, -pair[0].end))
    spans: dict[str, int] = {}
    for match, sense in said:
        if match.start < spans.get(sense.about, -1) or (sense.about, match.start) in counted:
            continue
        counted.add((sense.about, match.start))
        spans[sense.about] = match.end
        scores[sense.about] += sense.weight
    standing = _standing(scene)
    for spec in lexicon.intents.intents:
        for cue in spec.cues:
            if _holds(cue, own, standing):
                scores[spec.intent] += cue.weight
        if spec.roles and situation.sender.role not in spec.roles:
            scores.pop(spec.intent, None)
    return sorted(((k, v) for k, v in scores.items() if v > 0), key=lambda pair: -pair[1])


def _standing(scene: Scene) -> set[str]:
    """The folded phrases of cues that stand in the message with fitting marks."""
    return {
        " ".join(w.folded for w in scene.words[m.start : m.end])
        for kind in ("feature", "intent")
        for m, _ in scene.said(kind)
    }


def _holds(cue: IntentCue, own: set[str], standing: set[str]) -> bool:
    def stands(each: str) -> bool:
        return each in own if each[0] == "#" else phrase(each) in standing

    return (
        (not cue.any or any(map(stands, cue.any)))
        and all(map(stands, cue.all))
        and not any(map(stands, cue.none))
    )
