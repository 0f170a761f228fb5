"""What is doubtful in a report, seen beside all that is known: its sender is asked before it is sent.

It may be right all the same: then it is stored as it is. What breaks a rule of a plan is another matter, see
core.indicators.rules.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from core.catalogue import Catalogue
from core.catalogue.plans import Plan, Target
from core.indicators.expression import Combinations, Expression, Ratio, Register, Source, Valid
from core.indicators.facts import ChangedFacts, FactRow, Facts, Moment
from core.indicators.outcome import Scope
from core.indicators.parameters import expression_of, missing, resolve
from core.indicators.references import Leaf, leaves, nodes, sources
from core.indicators.registers import registered
from core.indicators.rules import RULE
from core.indicators.told import Told
from core.indicators.values import number_of, spec_of, values_of
from core.indicators.wording import field_label, listed, value_label
from core.indicators.work import FINISHED, STATUS, STEP, STEP_REPORT, last_said
from core.texts import Speech, say

#: a step that has to be done before those after it
_APPROVAL = "approval"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question about a report. `key` tells it from others, and from the same about another answer.

    `field` is the answer that may be wrong, or that is not given.
    """

    key: str
    text: Speech
    field: str


def doubts(
    fact: FactRow, catalogue: Catalogue, tenant: str, facts: Facts, as_of: Moment, asked: Collection[str]
) -> tuple[Doubt, ...]:
    """What to ask about a report before it is sent, each thing once. `asked` are the fields of its form.

    `facts` may hold the report already or not.
    """
    scope = Scope(ChangedFacts(facts, without=fact.id), catalogue, as_of, None)
    found: list[Doubt] = []
    for plan in catalogue.plans_of(tenant):
        here = replace(scope, plan=plan)
        found += _before_approval(fact, plan, here)
        for target in plan.targets:
            found += _more_than_there_are(fact, plan, target, here)
            found += _unseen_by_rule(fact, plan, target, here, asked)
    return tuple({each.key: each for each in found}.values())


def _more_than_there_are(fact: FactRow, plan: Plan, target: Target, scope: Scope) -> Iterator[Doubt]:
    """More verified, or taken out of use, than were registered there on that day."""
    on_the_day = replace(scope, as_of=Moment(fact.occurred_from, scope.as_of.cutoff))
    for expression in _expressions(plan, target):
        for register, field in _limits(expression, fact.type):
            key = scope.key(fact, register.by)
            known = registered(register, on_the_day).get(key)
            said = number_of(fact, field)
            if known is not None and said > known[0]:
                names = (
                    (each, value) for each, values in zip(register.by, key, strict=True) for value in values
                )
                text = say(
                    "doubt-register",
                    where=listed(
                        value_label(scope.catalogue, fact.type, each, value) for each, value in names
                    ),
                    there=known[0],
                    field=field_label(scope.catalogue, fact.type, field),
                    said=said,
                )
                yield Doubt(f"register:{key}:{said}:{known[0]}", text, field)


def _limits(expression: Expression, type_: str) -> Iterator[tuple[Register, str]]:
    """The registers that limit a number of reports of a type, with the field of that number."""
    for node in nodes(expression):
        match node:
            case Ratio(numerator=Valid() as verified, denominator=Register() as register):
                if verified.source.type == type_ and verified.by == register.by:
                    yield register, verified.of or verified.source.field or ""
            case Register():
                for change in node.adjustments:
                    if change.type == type_ and change.sign == "minus":
                        yield node, change.field


def _before_approval(fact: FactRow, plan: Plan, scope: Scope) -> Iterator[Doubt]:
    """A step done while one before it, at which somebody has to approve, is not."""
    if fact.type != STEP_REPORT or fact.fields.get(STATUS) != FINISHED:
        return
    said = fact.fields.get(STEP)
    for task in plan.tasks:
        at = next((n for n, step in enumerate(task.steps) if task.step_option(step) == said), 0)
        before = [step for step in task.steps[:at] if step.kind == _APPROVAL]
        known = last_said(scope.facts, scope.as_of) if before else {}
        for step in before:
            code = task.step_option(step)
            row = known.get(code)
            if row is None or row.fields.get(STATUS) != FINISHED:
                text = say("doubt-approval", step=step.name, code=f"{task.code}.{step.code}")
                yield Doubt(f"approval:{code}", text, STEP)


def _unseen_by_rule(
    fact: FactRow, plan: Plan, target: Target, scope: Scope, asked: Collection[str]
) -> Iterator[Doubt]:
    """A rule that would see the report, were it not for answers that it leaves out."""
    expression = expression_of(target, plan, scope.as_of.date) if target.kind == RULE else None
    if expression is None:
        return
    told = Told(fact, scope)
    read = [
        (leaf, source)
        for leaf in leaves(expression)
        for source in sources(leaf)
        if source.type == fact.type and told.on_time(source)
    ]
    lacking = [_lacking(leaf, source, told, asked) for leaf, source in read]
    if lacking and () not in lacking:
        left_out = min((fields for fields in lacking if fields), key=len, default=None)
        if left_out:
            labels = listed(field_label(scope.catalogue, fact.type, field) for field in left_out)
            text = say("doubt-rule", code=target.code, name=target.name, fields=labels)
            yield Doubt(f"rule:{target.code}:{','.join(left_out)}", text, left_out[0])


def _lacking(leaf: Leaf, source: Source, told: Told, asked: Collection[str]) -> tuple[str, ...] | None:
    """The unanswered fields that alone keep a report out of a source: none if it is let in; None if anything
    else does."""
    catalogue, row = told.scope.catalogue, told.row
    failing = [atom.field for atom in told.failing(source)]
    named = leaf.fields if isinstance(leaf, Combinations) else (source.field,) if source.field else ()
    fields = dict.fromkeys([*failing, *named])
    empty = tuple(each for each in fields if not values_of(row, each, spec_of(catalogue, row.type, each)))
    return empty if set(failing) <= set(empty) and set(empty) <= set(asked) else None


def _expressions(plan: Plan, target: Target) -> Iterator[Expression]:
    """All that is measured for a target, as far as its parameters are set."""
    for sentence in (target.indicator, *(side.indicator for side in target.also)):
        if sentence is not None and not missing(sentence, plan):
            yield resolve(sentence, plan)
