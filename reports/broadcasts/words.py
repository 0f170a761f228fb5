"""How far a message to many is and what became of it, for who released it and for the units of the missed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.broadcasts.states import BroadcastState, Fate
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import KEEP, token
from core.texts import Speech, lines, say
from reports.people import clipped
from storage.queries.broadcasts import Tally

_BAR = 10
#: people named to the head of a unit; the workbook has all
_NAMED = 20
#: letters of a message that admins of the level below read of
_QUOTED = 200


def bar(done: int, size: int) -> str:
    """ "▓▓▓▓▓▓▓░░░" """
    full = min(_BAR, done * _BAR // size) if size else _BAR
    return "▓" * full + "░" * (_BAR - full)


@dataclass(frozen=True, slots=True)
class Going:
    """A message that goes out, to `size` people where that was counted; `of`: the one that it takes back."""

    number: int
    state: BroadcastState
    size: int
    of: int | None = None


def progress(going: Going, tally: Tally, at: datetime) -> Message:
    """How far it is, with the button that stops it; in the end what became of it. `at` is local time."""
    number, state, size = going.number, going.state, going.size
    what = say("broadcast-progress-what", number=number)
    if going.of is not None:
        what = say("broadcast-progress-recall", of=going.of)
    # those who could not be written to from the start are not of those it was counted to go to
    done = tally.everybody - tally.count(Fate.WAITING, Fate.NEVER, Fate.BLOCKED)
    card = Option(say("broadcast-back", number=number), KEEP + token("tb", "card", number))
    fates = [say(f"broadcast-fate-{fate}", count=tally.fates[fate]) for fate in Fate if tally.fates.get(fate)]
    if state is BroadcastState.SENDING:
        stop = Option(say("broadcast-stop"), token("tb", "stop", number), main=True)
        text = say("broadcast-progress", what=what, done=done, size=max(size, done), bar=bar(done, size))
        return Message(
            text if done else say("broadcast-progress-begins", what=what, size=size), ((stop, card),)
        )
    if state is BroadcastState.STOPPED:
        go_on = Option(say("broadcast-go-on"), token("tb", "go-on", number), main=True)
        text = say("broadcast-progress-stopped", what=what, done=done, size=max(size, done))
        return Message(lines(text, *fates), ((go_on, card),))
    return Message(lines(say("broadcast-progress-done", what=what, at=at), *fates), ((card,),))


def below(sender: str, tenant: str, text: str, people: int) -> Message:
    """To the admins of a tenant below: its people are written to, how many, and what."""
    quoted: Speech = clipped(" ".join(text.split()), _QUOTED) if text else say("broadcast-below-news-file")
    return Message(say("broadcast-below-news", sender=sender, tenant=tenant, count=people, text=quoted))


def unit_missed(number: int, sender: str, unit: str, people: Sequence[tuple[str, Fate]]) -> Message:
    """To the head of a unit: whom of theirs it did not reach, and why."""
    names = [
        say("broadcast-missed-name", name=clipped(name, 60), why=say(f"broadcast-word-{fate}"))
        for name, fate in people[:_NAMED]
    ]
    more = len(people) - len(names)
    told = lines(*names, f"… +{more}" if more > 0 else None)
    count = len(people)
    told_of = say("broadcast-unit-missed", number=number, sender=sender, count=count, unit=unit, names=told)
    return Message(told_of)
