"""The one message of a half-day: what is due, most urgent first, with a button for each thing."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.dialogue.tokens import KEEP, token
from core.due.answers import Reply, offered
from core.due.matters import Audience, Kind, Matter
from core.due.telling import Item, named
from core.texts import Speech, lines, say
from reports.due.below import NOTHING, Below, DueBelow, place_blocks
from reports.due.reading import DueNow
from reports.due.words import ahead_line, matter_line
from reports.people import clipped, listed, unit_name


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its label, its token, whether it is the main one."""

    label: Speech
    token: str
    main: bool = False


@dataclass(frozen=True, slots=True)
class Digest:
    """A message in words, with rows of choices."""

    text: Speech
    rows: tuple[tuple[Choice, ...], ...]


def digest(found: DueNow, name: str, told: Sequence[Item], below: Below = NOTHING) -> Digest:
    """What a person is told of, `found` in their own tenant and `below` it.

    Of more than are shown the others are counted, and so is what was skipped.
    """
    current = [each for each in told if not each.skipped]
    waiting = [each for each in current if each.matter.kind is Kind.PENDING]
    shown = [each for each in current if len(waiting) == 1 or each not in waiting]
    most = found.setting.reminders.shown
    rest = len(shown) - most
    skipped = len(told) - len(current) + below.skipped
    parts = [
        _title(found, name, len(current), below),
        *(item_lines(each, found) for each in shown[:most]),
        say("digest-pending", count=len(waiting)) if len(waiting) > 1 else None,
        say("digest-more", count=rest) if rest > 0 else None,
        _below_title(below) if current and below.shown else None,
        *place_blocks(below),
        say("digest-skipped", count=skipped) if skipped else None,
    ]
    rows = (*_rows(shown[:most], found), *_places(below, main=not shown))
    return Digest(lines(*parts, separator="\n\n"), (*rows, _last(len(waiting), below)))


def _title(found: DueNow, name: str, count: int, below: Below) -> Speech:
    """What is their own comes first; of the level below alone the title tells."""
    if count or not below.shown:
        return say("digest-title", name=clipped(name, 60), day=found.today, count=count)
    return say(
        "digest-title-below",
        name=clipped(name, 60),
        day=found.today,
        count=below.all_matters,
        places=below.all_places,
    )


def _below_title(below: Below) -> Speech:
    return say("digest-below", count=below.all_matters, places=below.all_places)


def _rows(shown: Sequence[Item], found: DueNow) -> tuple[tuple[Choice, ...], ...]:
    if len(shown) == 1:
        matter = shown[0].matter
        return answers(matter, own=shown[0].person in named(matter, found.setting.staff))
    choices = [
        Choice(say("digest-open", number=number), KEEP + token("dv", each.matter.key), number == 1)
        for number, each in enumerate(shown, 1)
    ]
    return tuple(tuple(choices[at : at + 3]) for at in range(0, len(choices), 3))


def _places(below: Below, *, main: bool) -> tuple[tuple[Choice, ...], ...]:
    """A button for each tenant that is named: what is late in it is seen there, and answered by itself."""
    choices = [_place(each, main=main and number == 0) for number, each in enumerate(below.shown)]
    return tuple(tuple(choices[at : at + 2]) for at in range(0, len(choices), 2))


def _place(each: DueBelow, *, main: bool) -> Choice:
    label = say("digest-place-open", tenant=clipped(each.tenant.name, 24), count=len(each.current))
    return Choice(label, KEEP + token("du", "at", each.tenant.id), main)


def _last(waiting: int, below: Below) -> tuple[Choice, ...]:
    every = Choice(say("digest-all"), KEEP + "go:dues")
    pending = Choice(say("digest-see-pending", count=waiting), KEEP + "go:pending")
    places = Choice(say("digest-places"), KEEP + token("du", "all"))
    return (*((pending,) if waiting > 1 else ()), *((places,) if below.places else ()), every)


def item_lines(item: Item, found: DueNow) -> Speech:
    """One thing: what and by when; to others than those in charge whose it is; why it takes time."""
    own = item.stage.audience is Audience.OFFICER and not item.alone
    return lines(
        matter_line(item.matter, found.today),
        None if own else whose(item.matter, found, item.stage.audience),
        say("digest-alone") if item.alone and item.matter.units else None,
        say("due-doing", reason=item.doing) if item.doing else None,
        ahead_line(item.ahead if own else [e for e in item.ahead if e.audience is Audience.ABOVE]),
    )


def whose(matter: Matter, found: DueNow, audience: Audience) -> Speech:
    """The units in charge; to the level above also which tenant they are of."""
    known = found.figures
    units = [unit_name(known.catalogue, known.tenant, code, found.today) for code in matter.units]
    named: Speech = listed(units) if units else say("due-no-unit")
    if audience is Audience.ABOVE:
        return say("digest-whose-below", tenant=found.tenant.name, units=named)
    return say("digest-whose", units=named)


def answers(matter: Matter, *, own: bool) -> tuple[tuple[Choice, ...], ...]:
    """What may be done about a matter: do it, put it off, say why it takes time; of their own (`own`) also
    that it is not theirs.
    """
    may = offered(matter.kind, own=own)

    def said(*replies: Reply) -> tuple[Choice, ...]:
        return tuple(
            Choice(say(f"due-say-{each}"), token("dv", matter.key, each)) for each in replies if each in may
        )

    doing = Choice(say(f"due-do-{matter.kind}"), KEEP + matter.link, main=True)
    look = (Choice(say(f"due-look-{matter.kind}"), KEEP + matter.look),) if matter.look else ()
    rows = (
        (doing, *said(Reply.DONE), *look),
        said(Reply.LATER, Reply.DOING),
        said(Reply.NOT_MINE, Reply.NOTHING),
    )
    return tuple(row for row in rows if row)
