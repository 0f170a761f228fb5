"""Instruments in words: a line of a list, a card, counts by place."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from core.catalogue.fact_types import Holds, Option
from core.dialogue.known import Known
from core.instruments.cycles import cycle_on
from core.instruments.due import ATTENTION, Due, due
from core.instruments.history import Happening
from core.instruments.shown import Card, DueTally, EventShown, InstrumentShown
from core.texts import Speech, lines, say

#: happenings on a card
LATEST = 5


def kind_option(kind: str, known: Known) -> Option | None:
    """The kind of instrument as the content has it."""
    field = known.catalogue.fact_types["instrument_listed"].field("instrument_kind")
    return field.option(kind) if field else None


def kind_label(kind: str, known: Known) -> Speech:
    option = kind_option(kind, known)
    return option.label if option else kind


def counts_text(counts: Mapping[Due, int]) -> Speech:
    """Those classes that are not empty, the most urgent first."""
    told = [
        say(f"instruments-{which}-count", count=counts[which]) for which in ATTENTION if counts.get(which)
    ]
    return lines(*told, separator=" · ") if told else say("instruments-all-well")


def tally_lines(tallies: Sequence[DueTally], known: Known, most: int) -> Iterator[Speech]:
    """Place by place, those with most that is due first."""
    by_place: dict[str | None, list[DueTally]] = {}
    for each in tallies:
        by_place.setdefault(each.place, []).append(each)
    ordered = sorted(by_place.values(), key=lambda some: -sum(sum(each.counts.values()) for each in some))
    for some in ordered[:most]:
        kinds = lines(
            *(
                say("instruments-kind", kind=kind_label(each.kind, known), counts=counts_text(each.counts))
                for each in some
            )
        )
        yield say("instruments-place", place=some[0].place_name or say("instruments-no-place"), kinds=kinds)
    if len(ordered) > most:
        yield say("instruments-more-places", count=len(ordered) - most)


def due_line(each: InstrumentShown, known: Known) -> Speech:
    """A button's worth: stall, owner, how it stands."""
    return lines(
        say("instrument-stall", stall=each.stall) if each.stall else None,
        each.owner,
        state_text(each, known.today),
        separator=" · ",
    )


def own_line(each: InstrumentShown, known: Known) -> Speech:
    """A button's worth for its owner: kind, stall, serial number, how it stands."""
    return lines(
        kind_label(each.kind, known),
        say("instrument-stall", stall=each.stall) if each.stall else None,
        each.serial or None,
        state_text(each, known.today),
        separator=" · ",
    )


def state_text(each: InstrumentShown, today: date) -> Speech:
    """How it stands today, in a few words."""
    if each.due_on is None:
        return say(f"instrument-{each.status.replace('_', '-')}", date=each.since)
    if each.trouble is not None:
        return say(f"instrument-{each.trouble}")
    if each.valid_until is None:
        return say("instrument-valid-open")
    return say(f"instrument-{due(each.due_on, today)}", date=each.valid_until)


def name_text(each: InstrumentShown, known: Known, *, place: bool = True) -> Speech:
    """What it is, where and whose; without the place where that is known."""
    capacity = say("instrument-capacity", kg=each.capacity) if each.capacity else None
    return lines(
        say("instrument-title", kind=kind_label(each.kind, known)),
        lines(
            each.place_name if place else None,
            say("instrument-stall", stall=each.stall) if each.stall else None,
            each.owner,
            separator=" · ",
        ),
        lines(
            capacity, say("instrument-serial", serial=each.serial) if each.serial else None, separator=" · "
        )
        if capacity or each.serial
        else None,
    )


def card_text(card: Card, known: Known, *, others: bool = True) -> Speech:
    """All there is to an instrument; with `others` how many like it at its place are verified."""
    each = card.instrument
    told = known.look.instruments().share(each.place, each.kind) if each.place and others else None
    share = (
        say("instrument-share", valid=told[0], there=told[1], kind=kind_label(each.kind, known))
        if told
        else None
    )
    return lines(
        name_text(each, known),
        state_text(each, known.today),
        _cycle(kind_option(each.kind, known), each, known.today),
        *(_event(event, known) for event in card.events[:LATEST]),
        share,
    )


def _cycle(option: Option | None, each: InstrumentShown, today: date) -> Speech | None:
    """How long its kind's verification holds by which text; what texts differ on is to be checked."""
    if option is None or option.holds is None:
        return None
    holds: Holds = cycle_on(option.holds, each.verified_on or today)
    said = say("instrument-cycle", months=holds.months, source=holds.source)
    other = option.holds.disputed
    if other is None:
        return said
    return lines(said, say("instrument-disputed", months=other.months, source=other.source))


def _event(event: EventShown, known: Known) -> Speech:
    what: Speech
    match event.kind:
        case Happening.VERIFIED if event.passed and event.valid_until:
            what = say("instrument-event-verified", body=event.body, until=event.valid_until)
        case Happening.VERIFIED | Happening.INSPECTED:
            what = say(
                f"instrument-event-{event.kind}-{'passed' if event.passed else 'failed'}", body=event.body
            )
        case Happening.UNSTAMPED | Happening.RETIRED:
            what = say(
                "instrument-event-reason",
                what=say(f"instrument-event-{event.kind}"),
                reason=_reason(event, known),
            )
        case _:
            what = say(f"instrument-event-{event.kind}")
    paper = say("instrument-certificate", number=event.certificate) if event.certificate else None
    return say(
        "instrument-event", date=event.day, what=lines(what, paper, separator=" · "), receipt=event.receipt
    )


def _reason(event: EventShown, known: Known) -> Speech:
    code = "instrument_unstamped" if event.kind is Happening.UNSTAMPED else "instrument_retired"
    field = known.catalogue.fact_types[code].field("reason")
    option = field.option(event.reason) if field else None
    return option.label if option else event.reason
