"""What a receipt says beside the targets moved: budget lines overspent, a list with another number."""

from collections.abc import Iterator

from core.catalogue import Catalogue
from core.dialogue.kinds import ROSTER_COUNT
from core.indicators.facts import FactRow, Facts, Moment
from core.indicators.rosters import membership
from core.indicators.spending import EXPENSE, KIND, LINE, SPENT, LineStanding, budget_on
from core.indicators.values import number_of
from core.texts import Speech, say
from reports.amounts import rounded

#: of a count of what is on a list: which list, and how many
_ROSTER, _TOTAL = "roster", "total"


def notices(
    fact: FactRow, catalogue: Catalogue, tenant: str, facts: Facts, as_of: Moment
) -> Iterator[Speech]:
    """A line for each thing to notice about a confirmed report, which `facts` holds."""
    if fact.type == EXPENSE and fact.fields.get(KIND) in SPENT:
        yield from _overspent(fact, catalogue, tenant, facts, as_of)
    if fact.type == ROSTER_COUNT:
        yield from _disagreeing(fact, catalogue, facts, as_of)


def _overspent(
    fact: FactRow, catalogue: Catalogue, tenant: str, facts: Facts, as_of: Moment
) -> Iterator[Speech]:
    """The lines, and the whole, that cost more than planned, of those the payment is on."""
    on = str(fact.fields.get(LINE, ""))
    for plan in catalogue.plans_of(tenant):
        money = budget_on(plan, facts, as_of)
        if money is None:
            continue
        around = [each for each in money.lines if on in (line.option(plan.code) for line in each.line.all())]
        for standing in around:
            if standing.exceeded:
                yield _over(standing.line.full_code(plan.code), standing)
        if money.exceeded and money.total is not None and (around or on == plan.option()):
            yield say(
                "notice-overspent-plan",
                plan=plan.code,
                spent=rounded(money.spent),
                planned=money.total,
                over=rounded(money.spent - money.total),
            )


def _over(code: str, standing: LineStanding) -> Speech:
    planned = standing.amount or 0
    return say(
        "notice-overspent",
        code=code,
        name=standing.line.name,
        spent=rounded(standing.spent),
        planned=planned,
        over=rounded(standing.spent - planned),
    )


def _disagreeing(fact: FactRow, catalogue: Catalogue, facts: Facts, as_of: Moment) -> Iterator[Speech]:
    """How many are on the list, where the report counts another number: figures go by the list."""
    code = str(fact.fields.get(_ROSTER, ""))
    roster = catalogue.rosters.get(code)
    listed = len(membership(catalogue, facts, code, as_of).members)
    said = number_of(fact, _TOTAL)
    if roster is not None and said != listed:
        yield say("notice-roster", roster=roster.label, listed=listed, said=said)
