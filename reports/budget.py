"""A plan's money in words: line by line what is set aside and what was spent, what is exceeded, the total."""

from core.indicators.spending import BudgetStanding, LineStanding
from core.texts import Speech, lines, say
from reports.amounts import rounded

_DOT = " · "
#: lines on one page
PAGE = 14


def budget_pages(money: BudgetStanding) -> int:
    """How many pages the lines take, at least one."""
    return max(-(-len(money.lines) // PAGE), 1)


def budget_page(money: BudgetStanding, page: int) -> Speech:
    """One page, counted from 0: the total on each, the sources on the last."""
    pages = budget_pages(money)
    shown = money.lines[page * PAGE : (page + 1) * PAGE]
    return lines(
        lines(
            say("budget-title", plan=money.plan.code, page=page + 1, pages=pages)
            if pages > 1
            else say("budget-title-alone", plan=money.plan.code),
            _total(money),
            say("budget-settled", amount=rounded(money.settled)) if money.settled else None,
            _exceeded_lines(money),
        ),
        lines(*(_line(each) for each in shown)),
        _sources(money) if page == pages - 1 else None,
        separator="\n\n",
    )


def _total(money: BudgetStanding) -> Speech:
    spent = rounded(money.spent)
    if money.total is None:
        return lines(say("budget-no-total"), say("budget-spent", spent=spent) if spent else None)
    share = say("budget-share", percent=rounded(money.spent / money.total * 100)) if money.total else None
    over = say("budget-over", amount=rounded(money.spent - money.total)) if money.exceeded else None
    return lines(say("budget-total", spent=spent, total=money.total), share, over, separator=_DOT)


def _exceeded_lines(money: BudgetStanding) -> Speech | None:
    exceeded = sum(1 for each in money.lines if each.exceeded)
    return say("budget-exceeded", count=exceeded) if exceeded else None


def _line(standing: LineStanding) -> Speech:
    """Groups in bold, what they are split into below them."""
    head = say(
        "budget-group" if standing.depth == 0 else "budget-line",
        code=standing.line.code,
        name=standing.line.name,
    )
    return lines(head, _amount(standing), separator=": ")


def _amount(standing: LineStanding) -> Speech:
    spent = rounded(standing.spent)
    if standing.amount is None:
        return say("budget-unsplit", spent=spent)
    against = say("budget-of", spent=spent, amount=standing.amount)
    if not standing.exceeded:
        return against
    return lines(against, say("budget-over", amount=rounded(standing.spent - standing.amount)), separator=" ")


def _sources(money: BudgetStanding) -> Speech | None:
    sources = money.budget.sources
    return (
        lines(say("budget-sources"), *(say("budget-source", source=each) for each in sources))
        if sources
        else None
    )
