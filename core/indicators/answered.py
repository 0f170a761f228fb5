"""Who asked and was answered: about everything they asked, on the day they asked it last or later."""

from collections.abc import Mapping
from datetime import date

from core.indicators.combinations import Combination, Found, spelled, spoken
from core.indicators.expression import Answered, Said
from core.indicators.facts import FactRow
from core.indicators.outcome import Scope

#: the facts that say each combination, in order of happening
Told = dict[Combination, list[FactRow]]


def answered(node: Answered, scope: Scope) -> Found:
    """The names with no open question, with the facts that ask and answer."""
    asked, answers = both(node, scope)
    waiting = {name for name, matters in still_open(node, asked, answers).items() if matters}
    found: list[tuple[Combination, int]] = []
    for said, rows in asked.items():
        name = said[: len(node.questions.fields)]
        if name not in waiting:
            told = (*rows, *_since(rows[0].occurred_from, answers[said]))
            found.extend((name, row.id) for row in told)
    return found


def still_open(node: Answered, asked: Told, answers: Told) -> dict[Combination, list[Combination]]:
    """Each name that asked, with what of its questions has no answer yet."""
    found: dict[Combination, list[Combination]] = {}
    for said, rows in asked.items():
        matters = found.setdefault(said[: len(node.questions.fields)], [])
        if not _since(rows[-1].occurred_from, answers.get(said, [])):
            matters.append(said)
    return found


def both(node: Answered, scope: Scope) -> tuple[Told, Told]:
    """The questions and the answers, name by name and matter by matter, in the same spelling."""
    asked, answers = pairs(node.questions, scope), pairs(node.answers, scope)
    names = spelled(said for _, said in (*asked, *answers))
    return _grouped(asked, names), _grouped(answers, names)


def pairs(said: Said, scope: Scope) -> list[tuple[FactRow, Combination]]:
    """Each combination of name and matter; what names nobody asks and answers nothing."""
    found = spoken(said.source, said.fields + said.by, scope)
    return [(row, each) for row, each in found if any(each[: len(said.fields)])]


def _grouped(listed: list[tuple[FactRow, Combination]], names: Mapping[Combination, Combination]) -> Told:
    found: Told = {}
    for row, said in listed:
        found.setdefault(names[said], []).append(row)
    return found


def _since(day: date, rows: list[FactRow]) -> list[FactRow]:
    return [row for row in rows if row.occurred_from >= day]
