"""The pages behind a summary: its targets in words, units, late steps, difficulties."""

from collections.abc import Sequence
from datetime import datetime

from core.catalogue import Catalogue
from core.catalogue.fact_types import FieldType
from core.dialogue.steps import Message, Option, Rows, rows_of
from core.dialogue.tokens import token
from core.indicators.progress import TargetProgress
from core.indicators.work import StepStanding, TaskStanding
from core.periods import local_date
from core.round_words import round_named
from core.rounds import Round
from core.texts import Label, Speech, lines, say
from reports.people import clipped, short
from reports.progress import coded_line
from reports.summary.chart import PAGE, pictures
from reports.summary.words import counts, shortened
from storage.queries.silent import SilentUnit
from storage.queries.weekly import DIFFICULTY, Told, UnitCount
from storage.repositories.nudges import Reachable

#: lines of a page with nothing to press on each
_LINES = 12
_MENU = Option(say("menu-button"), "go:menu")
_SUMMARY = Option(say("summary-back"), "go:summary")
_PLANS = Option(say("menu-progress"), "go:progress")


def pages_of(count: int, on_one: int) -> int:
    """How many pages so many lines take, at least one."""
    return max(-(-count // on_one), 1)


def targets_page(targets: tuple[TargetProgress, ...], page: int) -> Message:
    """What the picture of the same page shows, in words; each target with a button to its own page."""
    pages = pages_of(len(targets), PAGE)
    page %= pages
    shown = targets[page * PAGE : (page + 1) * PAGE]
    title = say("summary-targets", page=page + 1, pages=pages)
    told = (coded_line(shortened(item, 120)) for item in shown)
    text = lines(lines(title, counts(targets)), lines(*told), separator="\n\n")
    buttons = [Option(item.target.code, token("tg", item.target.code)) for item in shown]
    picture = ((Option(say("summary-see"), token("wk", "p", page)),),) if page < pictures(targets) else ()
    rows = (*rows_of(buttons, 3), *picture, *_more(page, pages, "t"), (_PLANS, _SUMMARY), (_MENU,))
    return Message(text, rows, in_place=True)


def picture_rows(targets: tuple[TargetProgress, ...], page: int) -> Rows:
    """Below a picture: the same in words, and the next one."""
    words = Option(say("summary-in-words"), token("wk", "t", page))
    return ((words,), *_more(page, pictures(targets), "p"), (_SUMMARY, _MENU))


def units_page(
    when: Round,
    silent: Sequence[SilentUnit],
    units: Sequence[UnitCount],
    reachable: Reachable,
    runs: bool,
) -> Message:
    """Who reported and who did not, and who of them can be reminded, while the round `runs`."""
    quiet = [_quiet(unit, when.zone, reachable) for unit in silent]
    told = [
        say(
            "summary-unit",
            unit=clipped(unit.name, 60) if unit.name else say("summary-no-unit"),
            count=unit.reports,
        )
        for unit in units
    ]
    text = lines(
        lines(say("summary-units", time=round_named(when))),
        lines(say("summary-units-silent", count=len(quiet)), *quiet) if quiet else say("summary-none-silent"),
        lines(say("summary-units-reported", count=len(told)), *told) if told else None,
        separator="\n\n",
    )
    left = reachable.manned - reachable.nudged if runs else frozenset[str]()
    nudge = Option(say("summary-button-nudge", count=len(left)), token("wk", "n", when.code), main=True)
    unmanned = any(unit.code not in reachable.manned for unit in silent)
    invite = Option(say("summary-invite"), "go:members")
    ways = (*(((nudge,),) if left else ()), *(((invite,),) if unmanned else ()))
    return Message(text, (*ways, (_SUMMARY, _MENU)), in_place=True)


def _quiet(unit: SilentUnit, zone: str, reachable: Reachable) -> Speech:
    name = clipped(unit.name, 60)
    last: datetime | None = unit.last
    since = say("summary-last", day=local_date(last, zone)) if last else say("summary-never")
    if unit.code not in reachable.manned:
        heard: Speech | None = say("summary-unmanned")
    else:
        heard = say("summary-nudged") if unit.code in reachable.nudged else None
    return lines(say("summary-quiet", unit=name), since, heard, separator=" · ")


def steps_page(late: Sequence[tuple[TaskStanding, StepStanding]], page: int) -> Message:
    """The steps whose time has gone by, each with a button to its task."""
    pages = pages_of(len(late), PAGE)
    page %= pages
    shown = late[page * PAGE : (page + 1) * PAGE]
    told = (
        lines(
            say("task-line", code=f"{task.task.code}.{step.step.code}", name=step.step.name),
            short(task.task.name, 80),
        )
        for task, step in shown
    )
    title = say("summary-steps", count=len(late), page=page + 1, pages=pages)
    text = lines(title, *told, separator="\n") if late else say("summary-no-steps")
    codes = dict.fromkeys(task.task.code for task, _ in shown)
    buttons = [Option(code, token("tk", code)) for code in codes]
    return Message(text, (*rows_of(buttons, 3), *_more(page, pages, "l"), (_SUMMARY, _MENU)), in_place=True)


def difficulties_page(when: Round, told: Sequence[Told], catalogue: Catalogue) -> Message:
    """The difficulties reported in a round; their numbers open them."""
    shown = [_difficulty(each, catalogue) for each in told[:_LINES]]
    rest = len(told) - len(shown)
    text = lines(
        say("summary-stuck", time=round_named(when), count=len(told)),
        *shown,
        say("summary-stuck-more", count=rest) if rest > 0 else None,
        say("summary-stuck-open") if shown else None,
    )
    return Message(text, ((_SUMMARY, _MENU),), in_place=True)


def _difficulty(told: Told, catalogue: Catalogue) -> Speech:
    """Details are as long as people write them: they stand beside texts, not in them."""
    who = clipped(told.unit, 40) if told.unit else say("summary-no-unit")
    head = say("summary-difficulty", receipt=told.receipt)
    return lines(
        head, who, _subject(told.subject, catalogue), clipped(told.detail, 120) or None, separator=" · "
    )


def _subject(code: str, catalogue: Catalogue) -> Label | str | None:
    kind = catalogue.fact_types.get(DIFFICULTY)
    field = kind.field("subject") if kind else None
    if field is None or field.type is not FieldType.CHOICE:
        return code or None
    return next((option.label for option in field.options if option.code == code), code or None)


def _more(page: int, pages: int, what: str) -> Rows:
    if pages <= 1:
        return ()
    label = say("form-more", page=page + 1, pages=pages)
    return ((Option(label, token("wk", what, (page + 1) % pages)),),)
