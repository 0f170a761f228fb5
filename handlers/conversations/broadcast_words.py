"""Messages to many in words: to whom one goes, when, what is asked, what became of it."""

from collections.abc import Iterator

from core.broadcasts.audience import ALL_COMMUNES, EVERYBODY, Audience, Group
from core.broadcasts.known import BroadcastKnown, ReachKnown, ResultKnown
from core.broadcasts.states import MISSED_BY, Ask, BroadcastKind, BroadcastState, Fate
from core.broadcasts.timing import Repeat
from core.catalogue.fact_types import Option as Choice
from core.dialogue.known import Known
from core.texts import Lines, Speech, lines, say

#: letters of a message on its card; names of one kind that are written out
_QUOTED, _NAMED = 600, 6
#: the kind of report whose field says what there is of businesses
_SUPPORT, _ORG_TYPE = "support_granted", "org_type"


def kinds(known: Known) -> tuple[Choice, ...]:
    """What a business may be, as the content lists it."""
    kind = known.fact_type(_SUPPORT)
    field = kind.field(_ORG_TYPE) if kind else None
    return field.options if field else ()


def described(audience: Audience, known: Known) -> Speech:
    """To whom it goes, in words; several groups are told one below the other."""
    if not audience.chosen:
        return say("broadcast-nobody")
    told = audience.tidy()
    groups, without = ([_group(group, known) for group in side] for side in (told.groups, told.without))
    joined = Lines(tuple(groups), " + ")
    if not without:
        return joined
    return say("broadcast-without", groups=joined, without=Lines(tuple(without), "; "))


def _group(group: Group, known: Known) -> Speech:
    return Lines(tuple(_told(group, known)), " · ")


def _told(group: Group, known: Known) -> Iterator[Speech]:
    """Who they are, then what else holds of them."""
    if group.role == EVERYBODY.groups[0].role:
        yield say("broadcast-everybody")
    elif group.role:
        yield Lines(tuple(say(f"broadcast-role-{role}") for role in group.role), ", ")
    if group.unit:
        yield _named(group.unit, dict(known.look.units()))
    if group.place:
        yield _named(group.place, {place.code: place.name for place in known.places})
    if group.kind:
        labels = {option.code: option.label for option in kinds(known)}
        yield Lines(tuple(labels.get(code, code) for code in group.kind), ", ")
    if group.trade:
        yield say("broadcast-trades", trades=Lines(group.trade[:_NAMED], ", "))
    if group.commune:
        yield _communes(group, known)
    yield from _flags(group)


def _flags(group: Group) -> Iterator[Speech]:
    if group.silent:
        yield say("broadcast-silent")
    if group.quiet:
        yield say("broadcast-quiet-commune")
    if group.expires is not None:
        yield say("broadcast-expires", days=group.expires)
    if group.got is not None:
        yield say("broadcast-got", number=group.got)
    if group.unread is not None:
        yield say("broadcast-unread", number=group.unread)


def _communes(group: Group, known: Known) -> Speech:
    if ALL_COMMUNES in group.commune:
        return say("broadcast-communes-every")
    return _named(group.commune, dict(known.look.broadcasts.communes()))


def _named(codes: tuple[str, ...], names: dict[str, str]) -> Speech:
    told = Lines(tuple(names.get(code, code) for code in codes[:_NAMED]), ", ")
    rest = len(codes) - _NAMED
    return say("broadcast-more", names=told, count=rest) if rest > 0 else told


def title(one: BroadcastKnown) -> Speech:
    """Its number and how it stands."""
    return say(
        "broadcast-title", number=one.id, state=say(f"broadcast-state-{one.state}"), kind=one.kind.value
    )


def details(one: BroadcastKnown, known: Known, reach: ReachKnown | None = None) -> Speech:
    """The whole card but for its title."""
    recalls = one.kind is BroadcastKind.RECALL
    return lines(
        say("broadcast-by", name=one.author) if not one.own else None,
        say("broadcast-quoted", text=_shortened(one.text)) if one.text else None,
        say("broadcast-file", name=one.file.name or "none") if one.file else None,
        _asked(one) if not recalls else None,
        say("broadcast-to", audience=described(one.audience, known)) if not recalls else None,
        say("broadcast-incident") if one.audience.incident is not None and not recalls else None,
        reached(reach) if reach is not None else None,
        when(one) if not recalls else None,
        say("broadcast-refused", why=one.refused_why) if one.refused_why and one.own else None,
    )


def reached(reach: ReachKnown) -> Speech:
    """How many get it, where, and how many cannot."""
    where = [
        say("broadcast-on", channel=say("channel-name", channel=name), count=count)
        for name, count in reach.channels.items()
    ]
    out = [
        say(f"broadcast-unreached-{how}", count=count)
        for how, count in (("never", reach.never), ("blocked", reach.blocked))
        if count
    ]
    told = Lines(tuple(where), ", ")
    below = say("broadcast-count-below", count=reach.below, communes=reach.communes) if reach.below else None
    return lines(_count(reach, told), below, *out)


def _count(reach: ReachKnown, where: Speech) -> Speech:
    """How many; by channel where there are several."""
    if len(reach.channels) > 1:
        return say("broadcast-count-where", count=reach.reached, where=where)
    if reach.reached:
        return say("broadcast-count", count=reach.reached)
    # whoever cannot be reached is told of below; where there is nobody at all, what to do
    return say("broadcast-count-none" if reach.never or reach.blocked else "broadcast-count-nobody")


def when(one: BroadcastKnown) -> Speech | None:
    """When it goes out, while it has not."""
    if one.state not in (BroadcastState.DRAFT, BroadcastState.PROPOSED, BroadcastState.SCHEDULED):
        return None
    again = (
        say("broadcast-repeats", repeat=one.repeat.value, until=one.repeat_until)
        if one.repeat is not Repeat.ONCE and one.repeat_until
        else None
    )
    at = say("broadcast-at", at=one.start_at) if one.start_at else say("broadcast-at-once")
    key = "broadcast-quiet" if one.start_at else "broadcast-quiet-now"
    quiet = say(key, at=one.opens_at) if one.opens_at and not one.any_hour else None
    return lines(at, again, quiet)


def outcome(result: ResultKnown, one: BroadcastKnown) -> Speech:
    """What became of it so far, a line for each fate that met anybody."""
    counts = ((fate, result.fates.get(fate, 0)) for fate in Fate)
    return lines(
        *(say(f"broadcast-fate-{fate}", count=count) for fate, count in counts if count),
        _answers(result, one),
    )


def _answers(result: ResultKnown, one: BroadcastKnown) -> Speech | None:
    sent = result.count(Fate.SENT)
    match one.ask:
        case Ask.RECEIVED:
            return say("broadcast-acknowledged", count=result.answered, sent=sent)
        case Ask.QUESTION:
            return say("broadcast-answered", count=result.answered, sent=sent)
        case Ask.POLL:
            each = (
                say("broadcast-votes", option=option, count=result.choices.get(option, 0))
                for option in one.options
            )
            return lines(say("broadcast-voted", count=result.answered, sent=sent), *each)
        case Ask.NOTHING:
            return None


def missed(result: ResultKnown) -> int:
    """How many it did not reach."""
    return result.count(*MISSED_BY)


def _asked(one: BroadcastKnown) -> Speech:
    if one.ask is Ask.POLL:
        return say("broadcast-asks-poll", options=Lines(one.options, " / "))
    return say(f"broadcast-asks-{one.ask}")


def _shortened(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"
