"""Checks of an indicator: it can be read, every name in it exists, and its goals are of its kind."""

from collections.abc import Iterator

from core.catalogue import Catalogue
from core.catalogue.documents import Path
from core.catalogue.fact_types import FieldType
from core.catalogue.parse import Parsed
from core.catalogue.plans import Plan, Target
from core.catalogue.problems import Problem, choose, quoted
from core.catalogue.sources import Sources
from core.indicators.check import problems as names_and_uses
from core.indicators.expression import Compare, Expression, Growth, Ratio
from core.indicators.parameters import is_value, parameters, resolve
from core.indicators.parse import IndicatorError, parse
from core.indicators.references import atoms, leaves
from core.indicators.references import sources as read_by

#: where the names in an indicator come from
_NAMES_FROM = {"fact_types", "vocabulary", "rosters", "tenants"}


def check_indicator(
    parsed: Parsed[Plan], path: Path, sentence: str, target: Target, sources: Sources, catalogue: Catalogue
) -> Iterator[Problem]:
    """All problems of one sentence that stands at `path`: the target's indicator, or that of a side figure.

    `catalogue` is built of the same sources.
    """
    plan, document = parsed.model, parsed.document
    name = f"the indicator of {target.code}"
    try:
        written = parse(sentence)
    except IndicatorError as error:
        what = f"{name}, column {error.column}: {error.message}"
        yield document.problem(path, what, "correct the sentence there")
        return
    known = [parameter.code for parameter in plan.parameters]
    for code in parameters(written):
        if code not in known:
            what = f"{name}: the plan has no parameter {quoted(code)}"
            yield document.problem(path, what, choose(code, known, else_do="add it under parameters:"))
    findings = [*_goal_findings(written, target)] if sentence == target.indicator else []
    if not sources.broken & _NAMES_FROM:
        expression = _with_values(sentence, plan)
        findings += [*names_and_uses(expression, catalogue, plan), *_order_findings(expression, sources)]
    for finding in findings:
        what, _, do = finding.partition("; ")
        yield document.problem(path, f"{name}: {what}", do or "correct it")


def _with_values(sentence: str, plan: Plan) -> Expression:
    """With the values that can stand in a sentence; the others are reported where they are set."""
    usable = [each for each in plan.parameters if each.value is None or is_value(each.value)]
    return resolve(sentence, plan.model_copy(update={"parameters": tuple(usable)}))


def _goal_findings(expression: Expression, target: Target) -> Iterator[str]:
    measured = [goal for goal in target.goals if goal.op != "increase"]
    is_share = isinstance(expression, Ratio | Growth)
    if is_share and any(not goal.percent for goal in measured):
        yield "it is a share and a goal is no percent; write percent: true there"
    if not is_share and any(goal.percent for goal in measured):
        yield "it is no share and a goal is a percent; remove percent: there"


def _order_findings(expression: Expression, sources: Sources) -> Iterator[str]:
    """A comparison by order needs options whose order means something."""
    for leaf in leaves(expression):
        for source in read_by(leaf):
            for atom in atoms(source.where):
                if isinstance(atom, Compare) and atom.op not in ("=", "!="):
                    yield from _unordered(source.type, atom.field, sources)


def _unordered(type_: str, name: str, sources: Sources) -> Iterator[str]:
    kind = sources.types().get(type_)
    field = kind.field(name) if kind else None
    if field is None or field.type not in (FieldType.CHOICE, FieldType.CHOICES):
        return
    shared = sources.lists().get(field.options_from or "")
    if shared is None or not shared.ordered:
        do = "take its options from a list with ordered: true, or compare with = or in"
        yield f"the options of {type_}.{name} have no order; {do}"
