"""What somebody wants with a message: features of it, weighed by the cues that content holds."""

from collections import defaultdict

from core.answers.tokens import phrase
from core.understanding.earlier import says_again
from core.understanding.happened import begun, coming, own_days, planned, undone
from core.understanding.lexicon import Lexicon
from core.understanding.scene import Scene
from core.understanding.situation import Situation
from core.understanding.syllables import is_syllable
from core.understanding.topics import ENOUGH, Part
from core.understanding.wordless import wordless

#: an intent needs this much; else the message is unclear
LEAST = 1.5


#: what people may want; content/vocabulary/intents.yaml says how each is heard
INTENTS = (
    "report",
    "report_nil",
    "plan_ahead",
    "correct",
    "withdraw",
    "ask",
    "request_support",
    "complain",
    "query",
    "make_report",
    "broadcast",
    "set_reminder",
    "register",
    "incident",
    "confirm",
    "deny",
    "answer",
    "greet",
    "off_topic",
    "refuse",
    "unclear",
)

#: who may write: the roles, and whoever has none
SPEAKERS = ("officer", "household", "manager", "admin", "citizen")

#: what cues may name with "#" besides the speakers and the features of content/vocabulary/intents.yaml
FEATURES = {
    "pending": "the bot has asked something",
    "prior": "there are earlier reports",
    "draft": "one of them is not finished",
    "topic": "some kind of report is spoken of",
    "strong": "certainly so",
    "number": "a number is said",
    "date": "a day or a period is said",
    "future": "a day is still to come",
    "past": "a day is not",
    "planned": "it is said to be planned",
    "done": "it is said to be done",
    "question": "there is a question mark",
    "place": "a place is named",
    "org": "an organisation is named",
    "person": "a person is named",
    "short": "up to three words",
    "brief": "up to six words",
    "long": "more than eight words",
    "empty": "no words",
    "money": "a sum of money is said",
    "subject": "a subject of questions is named",
    "more": "more of the same is said",
    "own": "the speaker's own unit is named",
    "colon": "something stands behind a colon",
    "clock": "a time of day is said",
    "week": "a week is said",
    "period": "a period is said",
    "yesno": "what was asked wants yes or no",
    "body": "there is a text to pass on",
    "foreign": "several words of nothing known",
    "gibberish": "no word can be Vietnamese",
    "wordless": "it is of no language, as texts of machines are",
    "before": "a day before today is said",
    "mixed": "some of it is told as done, and some as still to come",
    "undone": "none of it happened, or nobody is sure",
    "old": "a value of an earlier report is said again",
    "same": "it is of the same kind as an earlier report",
    "talk": "more than three words with a meaning of their own",
    "one_plan": "the sender has one plan only",
    "part_of_year": "a period shorter than a year is said",
}


def features(scene: Scene, parts: list[Part], situation: Situation, lexicon: Lexicon) -> set[str]:
    """What the message has of `FEATURES`, of the speakers and of content's features, each with its "#"."""
    found = {situation.sender.role, *(sense.about for _, sense in scene.said("named_feature"))}
    found |= {name for name, holds in features_of(scene, parts, situation, lexicon).items() if holds}
    found |= _endings(scene)
    return {f"#{name}" for name in found}


def features_of(scene: Scene, parts: list[Part], situation: Situation, lexicon: Lexicon) -> dict[str, bool]:
    """Each of `FEATURES`, and whether the message has it."""
    words = [w for w in scene.words if not w.mark]
    telling = [part for part in parts if part.fact_type]
    topics = {lexicon.hearings[p.fact_type].name for p in telling if p.fact_type}
    return {
        "pending": bool(situation.pending),
        "prior": bool(situation.prior),
        "draft": any(p.draft for p in situation.prior),
        "topic": any(p.fact_type for p in parts),
        "strong": any(p.sure >= ENOUGH + 1 for p in parts),
        "number": bool(scene.numbers),
        "date": bool(scene.days),
        "future": any(d.after(situation.today) for d in own_days(scene)),
        "past": any(d.first and d.first <= situation.today for d in scene.days),
        "planned": planned(scene, {p.fact_type for p in parts}),
        "done": scene.has("done"),
        "question": "?" in scene.text,
        "place": any(n.kind == "place" for n in scene.names),
        "org": any(n.kind == "org" for n in scene.names),
        "person": any(n.kind == "person" for n in scene.names),
        "short": len(words) <= 3,
        "brief": len(words) <= 6,
        "empty": not words,
        "money": any(n.money for n in scene.numbers),
        "subject": scene.has("subject"),
        "more": scene.has("more"),
        "own": scene.has("own"),
        "colon": any(w.text == ":" for w in scene.words[: len(scene.words) - 2]),
        "clock": _clock(scene, lexicon),
        "week": any(d.period and "-W" in d.period for d in scene.days),
        "period": any(d.period for d in scene.days),
        "yesno": _yes_or_no(situation.pending, lexicon),
        "long": len(words) > 8,
        "body": _body(scene),
        "foreign": _foreign(scene) > 2,
        "gibberish": _gibberish(scene),
        "wordless": wordless(scene),
        "before": any(d.last and d.last < situation.today for d in scene.days),
        "mixed": len({coming(p, situation.today) for p in telling}) > 1
        or begun(scene, {p.fact_type for p in parts}, situation.today),
        "undone": bool(telling) and all(map(undone, telling)),
        "old": says_again(scene, situation.prior),
        "same": any(p.topic in topics for p in situation.prior),
        "talk": _meaning(scene) > 3,
        "one_plan": len(situation.sender.plans) == 1,
        "part_of_year": any(d.period and len(d.period) > 4 for d in scene.days),
    }


def _yes_or_no(pending: str, lexicon: Lexicon) -> bool:
    """Whether a question wants a yes or a no: it ends so, or has no word that asks for more."""
    asked = phrase(pending)
    plain = f" {asked.rstrip(' ?')} "
    if not asked.endswith("?"):
        return False
    ends = any(plain.endswith(f" {phrase(each)} ") for each in lexicon.intents.yes_no)
    return ends or not any(f" {phrase(each)} " in plain for each in lexicon.intents.open_words)


def _body(scene: Scene) -> bool:
    """A text to pass on: behind a colon, or well behind those it is for."""
    colon = next((at for at, word in enumerate(scene.words) if word.text == ":"), None)
    if colon is not None:
        return len(scene.words) - colon > 3
    ends = [m.end for m, s in scene.said("named_feature") if s.about == "audience"]
    left = len(scene.words) - max(ends, default=len(scene.words))
    return left > 6 or (left > 3 and any(d.start >= max(ends) for d in scene.days))


def _clock(scene: Scene, lexicon: Lexicon) -> bool:
    """A time of day: "8h", "7 giờ 30"."""
    words = scene.words
    return any(
        words[at].figure and words[at + 1].folded in lexicon.numbers.clock for at in range(len(words) - 1)
    )


def _foreign(scene: Scene) -> int:
    """How many words are known to no phrase at all: talk of something else."""
    known = {at for m in scene.matches for at in range(m.start, m.end)}
    known |= {at for d in scene.days for at in range(d.start, d.end)}
    known |= {at for n in scene.numbers for at in range(n.start, n.end)}
    known |= {at for n in scene.names for at in range(n.start, n.end)}
    return sum(
        at not in known and word.kind == "word" and is_syllable(word.folded)
        for at, word in enumerate(scene.words)
    )


def _meaning(scene: Scene) -> int:
    """How many words are more than those of any talk and of a greeting."""
    talk = (*scene.said("common"), *scene.said("tail"), *scene.said("intent", "greet"))
    empty = {at for m, _ in talk for at in range(m.start, m.end)}
    return sum(at not in empty and word.kind == "word" for at, word in enumerate(scene.words))


def _endings(scene: Scene) -> set[str]:
    """The features of content that hold for how the message ends."""
    tails = {at for m, _ in scene.said("tail") for at in range(m.start, m.end)}
    last = len(scene.words)
    found = set[str]()
    while last:
        found |= {sense.about for match, sense in scene.said("ending") if match.end == last}
        if not (scene.words[last - 1].mark or last - 1 in tails):
            break
        last -= 1
    return found


def _gibberish(scene: Scene) -> bool:
    words = [word for word in scene.words if word.kind == "word"]
    return bool(words) and all(not is_syllable(word.folded) for word in words) and not scene.matches


def weighed(scene: Scene, own: set[str], role: str, lexicon: Lexicon) -> list[tuple[str, float]]:
    """Every intent with its weight, heaviest first. `own`: the message's features; `role`: the
    sender's.
    """
    scores: dict[str, float] = defaultdict(float)
    for intent, weight in _said(scene):
        scores[intent] += weight
    for clue in lexicon.intent_clues.held(own | {sense.about for _, sense in scene.said("feature")}):
        scores[clue.about] += clue.weight
    for spec in lexicon.intents.intents:
        if spec.roles and role not in spec.roles:
            scores.pop(spec.intent, None)
    return sorted(((k, v) for k, v in scores.items() if v > 0), key=lambda pair: -pair[1])


def _said(scene: Scene) -> list[tuple[str, float]]:
    """The phrases of each intent with their weights; of phrases over each other the weightiest counts."""
    found: dict[str, list[tuple[int, int, float]]] = defaultdict(list)
    for match, sense in sorted(scene.said("intent"), key=lambda pair: -pair[1].weight):
        spans = found[sense.about]
        if all(match.end <= a or match.start >= b for a, b, _ in spans):
            spans.append((match.start, match.end, sense.weight))
    return [(intent, weight) for intent, spans in found.items() for _, _, weight in spans]


def intent_asks(intent: str, own: set[str], lexicon: Lexicon) -> list[str]:
    """What an intent needs to be asked back before it can be followed. `own`: the message's features."""
    specs = (spec for spec in lexicon.intents.intents if spec.intent == intent)
    return [
        each.ask
        for spec in specs
        for each in spec.asks
        if own.isdisjoint(each.missing) and own.issuperset(each.given)
    ]
