"""One message as a whole: the intent, the records, and what to ask back."""

from dataclasses import replace
from datetime import date

from core.understanding.drafts import drafted
from core.understanding.earlier import answered, continued, corrected, meant, repeats
from core.understanding.explain import explained
from core.understanding.fields import Listener
from core.understanding.happened import happened, so_far
from core.understanding.hearing import Hearing
from core.understanding.intents import LEAST, features, intent_asks, weighed
from core.understanding.lexicon import Lexicon
from core.understanding.repeated import Repeats, once
from core.understanding.scene import Scene, see
from core.understanding.situation import Fields, Prior, Reading, Record, Situation
from core.understanding.targets import Question
from core.understanding.topics import ENOUGH, Part, parts_of
from core.understanding.unnamed import without_names

#: intents whose message makes records
_STORING = ("report", "request_support", "complain")

#: the one kind of report that an intent is told in
_KINDS = {"request_support": "support_need", "complain": "violation_tip"}


def read(message: str, situation: Situation, lexicon: Lexicon) -> Reading:
    """Never raises, whatever the text. Work grows with the length of the message, not with its square."""
    told_once = once(message)
    scene = see(told_once, lexicon, situation.today)
    parts = parts_of(scene, lexicon)
    own = features(scene, parts, situation, lexicon)
    weights = weighed(scene, own, situation.sender.role, lexicon)
    intent = weights[0][0] if weights and weights[0][1] >= LEAST else "unclear"
    others = [name for name, weight in weights[1:3] if weight >= LEAST]
    reading = Reading(
        intent, others=others, features=frozenset(own), message=scene.message, read_to=scene.read_to
    )
    reading.repeated = told_once != message
    reading.unnamed = without_names(scene)
    reading.explain = lambda: explained(scene, parts, weights, reading)
    _fill(reading, scene, parts, situation, lexicon)
    asks = intent_asks(reading.intent, own, lexicon)
    reading.asks.extend(ask for ask in asks if ask not in reading.asks)
    return reading


def _fill(reading: Reading, scene: Scene, parts: list[Part], situation: Situation, lexicon: Lexicon) -> None:
    match reading.intent:
        case "report":
            _report(reading, scene, parts, situation, lexicon)
        case "request_support" | "complain":
            _single(reading, scene, _KINDS[reading.intent], situation, lexicon)
        case "report_nil":
            reading.topic = "nil_report"
            reading.records = [
                Record("nil", "nil_report", _nil(scene, situation, lexicon), fact_type="nil_report")
            ]
        case "plan_ahead":
            reading.topic = _topic(parts, lexicon)
            reading.day = next((d.last for d in scene.days if d.after(situation.today)), None)
        case "make_report":
            reading.days = _several_days(scene)
        case "correct" | "withdraw":
            _change(reading, scene, parts, situation, lexicon)
        case "answer":
            _answer(reading, scene, situation, lexicon)
        case "query":
            reports = any(sense.about == "reporting_units" for _, sense in scene.said("named_feature"))
            question = _question(scene, parts)
            reading.topic = None if reports else lexicon.targets.meant(question, situation.sender.plans)
        case "ask":
            reading.topic = subject_of(scene)


def target_meant(message: str, today: date, lexicon: Lexicon) -> str | None:
    """The target of the tenant's plans that words speak of, whatever is said of it; None for none clearly."""
    scene = see(once(message), lexicon, today)
    return lexicon.targets.meant(_question(scene, parts_of(scene, lexicon)), ())


def _several_days(scene: Scene) -> tuple[date, date] | None:
    return next(((d.first, d.last) for d in scene.days if d.first and d.last and d.first < d.last), None)


def read_as(message: str, fact_type: str, situation: Situation, lexicon: Lexicon) -> list[Record]:
    """The same words taken as one kind of report, because the person says so."""
    if fact_type not in lexicon.hearings:
        return []
    scene = see(once(message), lexicon, situation.today)
    return drafted(scene, fact_type, lexicon, situation, scene)[0]


def _report(
    reading: Reading, scene: Scene, parts: list[Part], situation: Situation, lexicon: Lexicon
) -> None:
    telling = [part for part in parts if part.fact_type]
    single = len(telling) < 2
    told = happened(parts, situation.today)
    prior = meant(scene, parts, situation, lexicon)
    if not told and prior:
        hearing = lexicon.topics.get(prior[0].topic)
        told = [Part(scene, ((hearing.fact_type, 3.0),))] if hearing else []
    repeats_told = Repeats()
    for part in told:
        fact_type = part.fact_type
        assert fact_type is not None
        hearing = lexicon.hearings[fact_type]
        about = "" if hearing.absorbs else fact_type
        whole = so_far(scene if single else part.scene, situation.today, about)
        records, asks = drafted(whole, fact_type, lexicon, situation, scene)
        _carried(records, asks, reading.records, hearing)
        at = scene.words[part.scene.start].start
        if repeats_told.told_before(records, part.scene, at):
            continue
        earlier = next((p for p in prior if p.topic == hearing.name), None)
        again = next((a for r in records if (a := repeats(r, hearing, situation))), None)
        only_one = again is not None and bool(hearing.unique or hearing.same_asks)
        if earlier is not None and scene.has("more") and not only_one:
            records = [continued(r, earlier, hearing, whole, lexicon, situation) for r in records]
            asks = [
                ask for ask in asks if ask not in records[0].fields and not _settled(ask, records[0], hearing)
            ]
        elif again is not None:
            asks.append(again)
        likely = [code for code, score in part.scores[1:3] if score >= ENOUGH]
        likely += [each.rather for each in hearing.asks if each.rather and each.ask in asks]
        others = tuple(dict.fromkeys(likely))
        reading.records.extend(replace(record, others=others, at=at) for record in records)
        reading.asks.extend(ask for ask in asks if ask not in reading.asks)
    reading.repeated = reading.repeated or repeats_told.any
    if reading.records:
        reading.topic = reading.records[0].topic
    else:
        reading.asks.append("which_topic")


def _carried(records: list[Record], asks: list[str], before: list[Record], hearing: Hearing) -> None:
    """What a later happening needs and does not name anew is as in the one before it."""
    wanted = {ask.ask for ask in hearing.asks}
    for spec in hearing.fields:
        needed = spec.code in asks if spec.code in wanted else spec.carried or spec.kind == "org"
        if not (spec.carried or spec.kind in ("org", "place")) or not needed:
            continue
        same = [r for r in before if spec.code in wanted or r.topic == hearing.name]
        held = next((r.fields for r in reversed(same) if r.fields.get(spec.code)), None)
        if held is None:
            continue
        linked = [spec.code, *(f.code for f in hearing.fields if f.of == spec.code)]
        for record in records:
            if spec.code not in record.fields and (
                spec.carried or spec.kind == "place" or "count" not in record.fields
            ):
                record.fields.update({code: held[code] for code in linked if code in held})
        if spec.code in asks and all(spec.code in record.fields for record in records):
            asks.remove(spec.code)


def _settled(ask: str, record: Record, hearing: Hearing) -> bool:
    for each in hearing.asks:
        if each.ask == ask:
            return any(code in record.fields for code in (each.unless or (each.ask,)))
    return False


def _single(reading: Reading, scene: Scene, fact_type: str, situation: Situation, lexicon: Lexicon) -> None:
    if fact_type not in lexicon.hearings:
        return
    records, asks = drafted(scene, fact_type, lexicon, situation, scene)
    reading.topic, reading.records, reading.asks = lexicon.hearings[fact_type].name, records, asks


def _nil(scene: Scene, situation: Situation, lexicon: Lexicon) -> Fields:
    period = next((d.period for d in scene.days if d.period), None)
    if period is None:
        day = next((d.first for d in scene.days if d.first), None)
        year, week, _ = (day or situation.today).isocalendar()
        period = f"{year}-W{week:02d}"
    hearing = lexicon.hearings.get("nil_report")
    told = Listener(scene, hearing, lexicon, situation).listen().fields if hearing else {}
    return {**told, "period": period}


def _topic(parts: list[Part], lexicon: Lexicon) -> str | None:
    fact_type = max(parts, key=lambda p: p.sure).fact_type if parts else None
    return lexicon.hearings[fact_type].name if fact_type else None


def _change(
    reading: Reading, scene: Scene, parts: list[Part], situation: Situation, lexicon: Lexicon
) -> None:
    prior: list[Prior] = meant(scene, parts, situation, lexicon, by_day=reading.intent == "withdraw")
    reading.about = tuple(each.id for each in prior)
    if not prior:
        reading.topic = _topic(parts, lexicon)
        reading.asks.append("which_record")
        return
    target = prior[0]
    reading.topic = target.topic
    if len(prior) > 1:
        reading.asks.append("which_record")
        return
    hearing = lexicon.topics.get(target.topic)
    fields = corrected(scene, target, lexicon, situation) if reading.intent == "correct" else {}
    reading.records = [
        Record(reading.intent, target.topic, fields, target.id, hearing.fact_type if hearing else "")
    ]
    if reading.intent == "withdraw":
        reading.asks.append("confirm")


def _answer(reading: Reading, scene: Scene, situation: Situation, lexicon: Lexicon) -> None:
    drafts = [p for p in situation.prior if p.draft] or list(situation.prior)
    made = answered(scene, drafts[-1], lexicon, situation) if drafts else None
    if made is not None:
        record, reading.asks = made
        reading.topic, reading.records = record.topic, [record]


def subject_of(scene: Scene) -> str | None:
    """What a question is about: the heaviest subject, of equals the longer phrase, then the one said
    first.
    """
    said = [(s.weight, m.end - m.start, -m.start, s.about) for m, s in scene.said("subject")]
    groups: dict[str, set[str]] = {}
    for match, sense in scene.said("subject_part"):
        heard = groups.setdefault(sense.about, set())
        heard.add(sense.code)
        if len(heard) == int(sense.code.partition("/")[2]):
            said.append((sense.weight, len(heard), -match.start, sense.about))
    return max(said)[3] if said else None


def _question(scene: Scene, parts: list[Part]) -> Question:
    return Question(
        frozenset(word.folded for word in scene.words if not word.mark),
        frozenset(kind for part in parts for kind, _ in part.scores[:2])
        | frozenset(sense.about for _, sense in scene.said("cue") if sense.weight >= ENOUGH),
        frozenset({s.code for _, s in scene.said("option")} | {s.about for _, s in scene.said("subject")}),
        frozenset(float(n.value) for n in scene.numbers),
    )
