"""A household's own data: told question by question, shown, corrected, agreed to by purpose, deleted.

Verb: me (show, ask: a question, skip, place: chosen, yes and no: to a purpose, del: really, erase).
"""

from stdnum.exceptions import ValidationError
from stdnum.vn import mst

from core.catalogue.fact_types import Role
from core.consents import purpose_of, purposes_of
from core.dialogue.known import YES, Known
from core.dialogue.own_data import PURPOSES, QUESTIONS, EraseMe, OwnData, OwnField, SetConsent, SetOwnData
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token
from core.folding import clean, words_of
from core.messages import Inbound
from core.texts import Speech, lines, say
from handlers.conversations import saying
from handlers.conversations.refusing import not_allowed
from handlers.conversations.remembering import in_vain

VERBS = frozenset({"me"})

LONGEST = 80
#: what waits for a yes or no, before the purpose
_AGREES = "agree"
#: where a household may sell or work
_PLACES = ("cho", "diem_kd", "thon")
_MENU = Option(say("menu-button"), "go:menu")


def register(state: State, known: Known) -> Turn:
    """The first question about one's own business."""
    return _ask(state, known, QUESTIONS[0]) if _household(known) else not_allowed(state)


def overview(state: State, known: Known, first: Speech | None = None) -> Turn:
    """All that is stored of the speaker, and what they may do about it."""
    own = known.look.own_data()
    if own is None or not _household(known):
        return not_allowed(state)
    idle = _idle(state)
    purposes = [each.code for each in purposes_of(Role.HOUSEHOLD)]
    consents = (
        say("own-consent-given", purpose=say(f"own-purpose-{each}"), day=own.consents[each])
        if each in own.consents
        else say("own-consent-none", purpose=say(f"own-purpose-{each}"))
        for each in purposes
    )
    told = (say(f"own-{field}", value=value) for field, value in _told(own) if value)
    day = own.market_day
    text = lines(
        first,
        say("own-title"),
        *told,
        *consents,
        say("own-market-day", place=own.place_name, day=day) if day else None,
        say("own-reports", count=own.reports),
    )
    options = [Option(say(f"own-fix-{field}"), token("me", "ask", field, "one")) for field in QUESTIONS]
    for purpose in purposes:
        answer = "no" if purpose in own.consents else "yes"
        options.append(Option(say(f"own-{answer}-{purpose}"), token("me", answer, purpose)))
    options += [Option(say("verification-mine"), "go:instruments"), Option(say("menu-mine"), "go:mine")]
    options += [Option(say("own-delete"), token("me", "del")), _MENU]
    return Turn(idle, (Message(text, rows_of(options), in_place=True),))


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    what, value, alone = (*args, "", "", "")[:3]
    if not _household(known):
        return not_allowed(state)
    match what:
        case "ask":
            return _ask(state, known, _field(value), alone=alone == "one")
        case "skip":
            return _next(state, known, _field(value), alone=alone == "one")
        case "place":
            name = next((each.name for each in known.places if each.code == value), "")
            noted = say("own-noted", what=say("own-place", value=name)) if name else None
            after = _next(state, known, "place", noted, alone=alone == "one")
            return Turn(after.state, (SetOwnData("place", value), *after.steps))
        case "yes" | "no" if purpose_of(Role.HOUSEHOLD, value):
            given = SetConsent(value, what == "yes")
            rest = PURPOSES[PURPOSES.index(value) + 1 :] if value in PURPOSES else ()
            if rest and alone == "on":
                more = _consent(state, rest[0])
                return Turn(more.state, (given, *more.steps))
            return Turn(_idle(state), (given, _done()))
        case "del":
            options = (
                Option(say("own-delete-yes"), token("me", "erase"), main=True),
                Option(say("own-keep"), token("me", "show")),
            )
            return Turn(state, (Message(say("own-delete-really"), (options,)),))
        case "erase":
            return Turn(State(here=state.here), (EraseMe(),))
        case _:
            return overview(state, known)


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The answer to the open question."""
    about, _, alone = (state.about or "").partition(":")
    if about == _AGREES:
        return _agreed(state, known, inbound, alone)
    field, text = _field(about), " ".join(clean(inbound.text).split())
    if not (1 if field == "spot" else 2) <= len(text) <= LONGEST:
        return Turn(state, (Message(say("own-length", most=LONGEST)),))
    if field == "tax":
        try:
            text = str(mst.validate(text))
        except ValidationError:
            return Turn(state, (Message(say("own-tax-wrong"), _past(field, alone)),))
    if field == "place":
        said = words_of(text)
        named = [p for p in known.places if said in map(words_of, (p.name, *p.also))]
        if not named:
            unknown = say("own-place-unknown", said=text)
            return in_vain(_ask(state, known, field, unknown, alone=alone == "one"), known, inbound.text)
        stored, text = named[0].code, named[0].name
    else:
        stored = text
    noted = say("own-noted", what=say(f"own-{field}", value=text))
    after = _next(state, known, field, noted, alone=alone == "one")
    return Turn(after.state, (SetOwnData(field, stored), *after.steps))


def _ask(
    state: State, known: Known, field: OwnField, first: Speech | None = None, *, alone: bool = False
) -> Turn:
    mode = "one" if alone else "all"
    waits = state.model_copy(update={"asking": "own", "about": f"{field}:{mode}"})
    rows = _past(field, mode)
    if field == "place":
        places = [place for place in known.places if place.kind in _PLACES]
        rows = (*rows_of(Option(p.name, token("me", "place", p.code, mode)) for p in places[:12]), *rows)
    return Turn(waits, (Message(lines(first, say(f"own-ask-{field}")), rows, numbered=field == "place"),))


def _next(state: State, known: Known, field: OwnField, noted: Speech | None = None, *, alone: bool) -> Turn:
    """The question after this one, below what was `noted` of it."""
    if alone:
        return Turn(_idle(state), (_done(noted),))
    rest = QUESTIONS[QUESTIONS.index(field) + 1 :]
    return _ask(state, known, rest[0], noted) if rest else _consent(state, PURPOSES[0], noted)


def _agreed(state: State, known: Known, inbound: Inbound, purpose: str) -> Turn:
    """A yes in other words than the button's; anything else is no consent: it is answered, or asked again."""
    if purpose not in PURPOSES:
        return overview(_idle(state), known)
    if known.commands.get(words_of(clean(inbound.text))) == YES:
        return press(state, known, "me", ("yes", purpose, "on"))
    other = saying.understood(_idle(state), known, inbound.text)
    return other or in_vain(_consent(state, purpose), known, inbound.text)


def _consent(state: State, purpose: str, noted: Speech | None = None) -> Turn:
    options = (
        Option(say("own-agree"), token("me", "yes", purpose, "on"), main=True),
        Option(say("own-disagree"), token("me", "no", purpose, "on")),
    )
    waits = state.model_copy(update={"asking": "own", "about": f"{_AGREES}:{purpose}"})
    return Turn(waits, (Message(lines(noted, say(f"own-ask-{purpose}")), (options,), yes=options[0].token),))


def _idle(state: State) -> State:
    return state.model_copy(update={"asking": None, "about": None})


def _done(noted: Speech | None = None) -> Message:
    show = Option(say("own-show"), token("me", "show"))
    scales = Option(say("own-add-scales"), "go:scale")
    return Message(lines(noted, say("own-stored")), ((show, scales), (_MENU,)))


def _past(field: OwnField, mode: str) -> tuple[tuple[Option, ...], ...]:
    """The way past a question that needs no answer."""
    if field == "name":
        return ((_MENU,),)
    return ((Option(say("own-skip"), token("me", "skip", field, mode)), _MENU),)


def _told(own: OwnData) -> tuple[tuple[str, str], ...]:
    return (
        ("name", own.organisation),
        ("place", own.place_name),
        ("spot", own.spot),
        ("trade", own.trade),
        ("tax", own.tax_code),
    )


def _field(text: str) -> OwnField:
    return next((field for field in QUESTIONS if field == text), QUESTIONS[0])


def _household(known: Known) -> bool:
    return known.person is not None and known.person.role is Role.HOUSEHOLD
