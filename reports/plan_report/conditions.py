"""What a report says beside its targets: work, money, difficulties, lists and what is still open."""

from itertools import groupby

from core.indicators.open_points import Point, PointKind
from core.indicators.work import StepState, TaskState
from core.texts import Label, Speech, lines, say
from reports.amounts import rounded
from reports.people import unit_name
from reports.plan_report.reading import DIFFICULTY, Difficulty, PlanReport
from reports.plan_report.words import reference, sentence, some


def drawn_from(report: PlanReport) -> list[Speech]:
    """Whose reports the figures are drawn from, and who below sent none that counts."""
    own, *below = report.contributions
    said: list[Speech] = [say("paper-own", reports=own.reports, evidence=own.evidence)]
    if not below:
        return said
    sent = [
        say("paper-from", name=each.tenant.name, reports=each.reports, evidence=each.evidence)
        for each in below
        if each.reports
    ]
    silent = [each.tenant.name for each in below if not each.reports]
    if sent:
        said.append(sentence(say("paper-below", count=len(below)), some(sent)))
    if silent:
        said.append(sentence(say("paper-below-silent"), some(silent)))
    return said


def work(report: PlanReport) -> list[Speech]:
    """How many tasks stand how, and the late ones."""
    if not report.tasks:
        return [say("paper-no-tasks")]
    counts = [(state, sum(each.state is state for each in report.tasks)) for state in TaskState]
    states = [say(f"paper-tasks-{state}", count=count) for state, count in counts if count]
    said: list[Speech] = [say("paper-tasks", count=len(report.tasks), states=lines(*states, separator="; "))]
    for each in report.tasks:
        if each.state in (TaskState.LATE, TaskState.OVER):
            owner = each.task.owner
            who = (
                unit_name(report.catalogue, report.tenant.code, owner, report.moment.date) if owner else None
            )
            late = each.count(StepState.LATE)
            said.append(
                say(
                    "paper-late-task",
                    name=each.task.name,
                    how=say("paper-steps-late", count=late) if late else say("paper-task-over"),
                    who=who or say("paper-nobody"),
                    code=reference(each.task.code),
                )
            )
    return said


def money(report: PlanReport) -> list[Speech]:
    """What was spent of what is set aside, and the lines that are exceeded."""
    budget = report.budget
    if budget is None:
        return []
    if not budget.spent and not budget.total:
        return [say("paper-money-none")]
    spent = rounded(budget.spent)
    said: list[Speech] = [say("paper-money-untold", spent=spent, plan=report.plan.code)]
    if budget.total:
        share = rounded(budget.spent / budget.total * 100)
        said = [say("paper-money", spent=spent, total=budget.total, share=share, plan=report.plan.code)]
    over = [each for each in budget.lines if each.exceeded and each.amount is not None]
    said += [
        say("paper-money-over", name=each.line.name, by=rounded(each.spent - (each.amount or 0)))
        for each in over
    ]
    return said


def difficulties(report: PlanReport) -> list[tuple[Speech, list[Speech]]]:
    """Difficulties and proposals as they were reported, by what they are about."""
    by_subject = sorted(report.difficulties, key=lambda each: each.subject)
    return [
        (subject_label(report, subject), [_difficulty(report, each) for each in found])
        for subject, found in groupby(by_subject, key=lambda each: each.subject)
    ]


def subject_label(report: PlanReport, code: str) -> Label | str:
    """What difficulties of that code are about."""
    kind = report.catalogue.fact_types.get(DIFFICULTY)
    field = kind.field("subject") if kind else None
    option = field.option(code) if field else None
    return option.label if option else code


def _difficulty(report: PlanReport, each: Difficulty) -> Speech:
    return lines(
        each.detail,
        say("paper-whose", whose=whose(report, each)),
        reference(each.receipt),
        separator=" ",
    )


def whose(report: PlanReport, each: Difficulty) -> Speech:
    """The business, unit and, of one below, the tenant it was reported by."""
    tenant = report.catalogue.tenants[each.tenant]
    unit = unit_name(report.catalogue, each.tenant, each.unit, report.moment.date) if each.unit else None
    place = tenant.name if each.tenant != report.tenant.code or not unit else None
    return lines(each.org, unit, place, separator=", ")


def lists_and_gaps(report: PlanReport) -> list[Speech]:
    """The lists figures are shares of, and what somebody still has to fill in."""
    said: list[Speech] = []
    if report.rosters:
        named = [say("paper-roster", name=name, count=count) for name, count in report.rosters]
        said.append(sentence(say("paper-rosters"), lines(*named, separator="; ")))
    for kind, found in groupby(report.gaps, key=lambda each: each.kind):
        names = [_gap(each) for each in found]
        said.append(sentence(say(f"paper-gaps-{kind}", count=len(names)), some(names)))
    if not report.gaps:
        said.append(say("paper-no-gaps"))
    return said


def _gap(point: Point) -> Speech:
    """Its name, with the reference where it is a target; other keys are no business of readers."""
    of_target = point.kind in (PointKind.OWNER, PointKind.CONDITION)
    return say("paper-gap", name=point.name, code=reference(point.key)) if of_target else point.name


def due(report: PlanReport) -> list[Speech]:
    """The reports the plan wants each year: to whom, and the last day they may be sent."""
    return [
        sentence(
            say("paper-due", name=duty.name, day=day),
            lines(*duty.to, separator="; "),
            reference(duty.target or duty.code),
        )
        for duty in report.plan.duties
        if duty.every == "year" and (day := duty.last_day(report.year)) is not None
    ]
