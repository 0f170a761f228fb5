"""What a manager has others do: a unit reminded of its report ("nhắc trạm y tế nộp báo cáo"), work handed out
("giao Hoa làm báo cáo năm").
"""

from collections.abc import Collection

from core.dialogue.commanding import cut_front
from core.dialogue.known import SUMMARY, Known
from core.dialogue.tokens import token
from core.folding import words_of
from core.permissions import Action
from core.rounds import Every, Round

#: words of the longest name that is no unit's
_LONGEST_NAME = 4


def order_page(known: Known, text: str) -> str:
    """The token of what is offered before anything is done; empty for other words, and for who may not."""
    if not known.may(Action.READ_SUMMARY):
        return ""
    said = words = words_of(text).split()
    while cut := cut_front(words, known.words.common.polite_before):
        words = cut
    return _nudge(known, words) or _assigned(known, words, said)


def _nudge(known: Known, words: list[str]) -> str:
    common = known.words.common
    rest = cut_front(words, common.nudging)
    if not rest or rest[0] in common.polite_before:
        # who wants to be reminded themselves
        return ""
    named = list(rest)
    while named and named[-1] in common.of_owed:
        named.pop()
    while named and named[0] in common.of_owed:
        named = named[1:]
    owed = _holds(rest, common.reports_owed)
    if not named:
        return SUMMARY if owed else ""
    units = _units(known, named)
    if len(units) == 1 and (owed or len(named) == len(rest)):
        return token("wk", "a", units[0])
    short = len(named) <= _LONGEST_NAME and not any(map(str.isdecimal, named))
    week = Round.of(Every.WEEK, known.today, "UTC")
    return token("wk", "u", week.code) if owed and short else ""


def _units(known: Known, named: list[str]) -> list[str]:
    """The codes of the units these words name: by the whole name, else by a part that only some have."""
    said = f" {' '.join(named)} "
    called = [(code, f" {words_of(name)} ") for code, name in known.look.units()]
    whole = [code for code, name in called if name in said]
    # one syllable of a name may be anything, a person too
    return whole or [code for code, name in called if len(named) > 1 and said in name]


def _assigned(known: Known, words: list[str], said: list[str]) -> str:
    """To a sentence that says how work is handed out. What was handed out already is a report."""
    common = known.words.common
    rest = cut_front(words, common.assigning)
    told = _holds(said, common.was_done) or any(map(str.isdecimal, rest))
    return "go:assign" if rest and not told and _holds(rest[1:], common.to_be_done) else ""


def _holds(words: list[str], phrases: Collection[str]) -> bool:
    said = f" {' '.join(words)} "
    return any(f" {phrase} " in said for phrase in phrases)
