"""The sheets of a plan's workbook. Their words are those of plan files, so who knows one knows the other."""

from typing import get_args

from core.catalogue.fact_types import Level
from core.catalogue.goals import Goal
from core.catalogue.plan_columns import EACH, Column, Kind, Parent, Row, Sheet, both
from core.catalogue.plans import Duty, ParameterKind, Relation, Target
from core.catalogue.tasks import Step

_YES_NO = ("yes", "no")


def _words(model: type[Target | Goal | Step | Duty | Relation], key: str) -> tuple[str, ...]:
    return tuple(get_args(model.model_fields[key].annotation))


def _value(key: str, kind: Kind = Kind.TEXT, words: tuple[str, ...] = ()) -> Row:
    """A row of the sheet Plan that is one value of the plan."""
    return Row((Column("value", (key,), kind, words),))


def _text(key: str) -> Row:
    """A row of the sheet Plan that is one text of the plan, in both languages."""
    return Row((Column("vi", (key, "vi")), Column("en", (key, "en"))))


def _relation(kind: str) -> tuple[str, Row]:
    return kind, Row((Column("value", ("document",)),), key=("relations",), fixed=(("kind", kind),))


PLAN = Sheet(
    "Plan",
    {
        "code": _value("code"),
        "title": _text("title"),
        "short": _text("short"),
        "issuer": _text("issuer"),
        "number": _value("number"),
        "issued_on": _value("issued_on", Kind.DAY),
        "starts": _value("starts", Kind.DAY),
        "ends": _value("ends", Kind.DAY),
        "level": _value("level", words=tuple(Level)),
        "legal_basis": Row((Column("value", ()),), key=("legal_bases",)),
        "recipient": Row((Column("vi", ("vi",)), Column("en", ("en",))), key=("recipients",)),
        **dict(map(_relation, _words(Relation, "kind"))),
        "phase": Row(
            (
                Column("value", ("code",)),
                Column("vi", ("name", "vi")),
                Column("en", ("name", "en")),
                Column("starts", ("starts",), Kind.DAY),
                Column("ends", ("ends",), Kind.DAY),
            ),
            key=("phases",),
        ),
    },
)

TARGETS = Sheet(
    "Targets",
    {
        "": Row(
            (
                Column("code", ("code",)),
                Column("section", ("section",)),
                Column("kind", ("kind",), words=_words(Target, "kind")),
                *both("name"),
                *both("unit"),
                Column("indicator", ("indicator",)),
                Column("owner", ("owner",), known="units"),
                Column("partners", ("partners",), Kind.CODES),
                *both("conditional"),
                *both("note"),
                Column("linked", ("linked",), Kind.CODES),
                Column("baseline value", ("baseline", "value"), Kind.NUMBER),
                Column("baseline period", ("baseline", "period")),
                Column("baseline met", ("baseline", "met"), Kind.YES_NO, _YES_NO),
            ),
            key=("targets",),
        )
    },
)

GOALS = Sheet(
    "Goals",
    {
        "": Row(
            (
                Column("target", (), known="Targets"),
                Column("op", ("op",), words=_words(Goal, "op")),
                Column("value", ("value",), Kind.NUMBER),
                Column("low", ("low",), Kind.NUMBER),
                Column("high", ("high",), Kind.NUMBER),
                Column("tolerance", ("tolerance",), Kind.NUMBER),
                Column("percent", ("percent",), Kind.YES_NO, _YES_NO),
                Column("due", ("due",), Kind.DAY),
                Column("years first", ("years", 0), Kind.WHOLE),
                Column("years last", ("years", 1), Kind.WHOLE),
            ),
            parent=Parent("target", "Targets", "goals"),
        )
    },
)

SIDE_FIGURES = Sheet(
    "Side figures",
    {
        "": Row(
            (
                Column("target", (), known="Targets"),
                *both("name"),
                *both("unit"),
                Column("indicator", ("indicator",)),
            ),
            parent=Parent("target", "Targets", "also"),
        )
    },
)

TASKS = Sheet(
    "Tasks",
    {
        "": Row(
            (
                Column("code", ("code",)),
                Column("section", ("section",)),
                *both("name"),
                Column("owner", ("owner",), known="units"),
                *both("partners", "partners", EACH),
                Column("starts", ("starts",), Kind.DAY),
                Column("ends", ("ends",), Kind.DAY),
                Column("serves", ("serves",), Kind.CODES),
                *both("output"),
                Column("sub_plan", ("sub_plan",), Kind.YES_NO, _YES_NO),
                Column("also", ("also",), Kind.NAMES),
                *both("procurement"),
                *both("note"),
            ),
            key=("tasks",),
        )
    },
)

STEPS = Sheet(
    "Steps",
    {
        "": Row(
            (
                Column("task", (), known="Tasks"),
                Column("code", ("code",)),
                *both("name"),
                Column("also", ("also",), Kind.NAMES),
                Column("kind", ("kind",), words=_words(Step, "kind")),
                Column("starts", ("starts",), Kind.MONTH),
                Column("ends", ("ends",), Kind.MONTH),
            ),
            parent=Parent("task", "Tasks", "steps"),
        )
    },
)

BUDGET = Sheet(
    "Budget",
    {
        "total": Row((Column("amount", ("budget", "total"), Kind.NUMBER),), makes=("budget",)),
        "source": Row(
            (Column("name (vi)", ("vi",)), Column("name (en)", ("en",))),
            key=("budget", "sources"),
        ),
        "line": Row(
            (
                Column("code", ("code",)),
                Column("under", (), known="Budget"),
                *both("name"),
                Column("amount", ("amount",), Kind.NUMBER),
                Column("task", ("task",), known="Tasks"),
                *both("note"),
            ),
            key=("budget", "lines"),
            parent=Parent("under", "Budget", "lines", required=False),
        ),
    },
)

PARAMETERS = Sheet(
    "Parameters",
    {
        "": Row(
            (
                Column("code", ("code",)),
                *both("name"),
                Column("value", ("value",), Kind.VALUE),
                Column("options_from", ("options_from",), known="option_lists"),
                Column("of", ("of",), words=get_args(ParameterKind)),
                Column("minimum", ("minimum",), Kind.NUMBER),
                Column("maximum", ("maximum",), Kind.NUMBER),
                *both("note"),
            ),
            key=("parameters",),
        )
    },
)

DUTIES = Sheet(
    "Duties",
    {
        "": Row(
            (
                Column("code", ("code",)),
                *both("name"),
                Column("every", ("every",), words=_words(Duty, "every")),
                Column("due", ("due",), Kind.YEAR_DAY),
                Column("moved from", ("moved", 0), Kind.WHOLE),
                Column("moved due", ("moved", 1), Kind.YEAR_DAY),
                *both("to", "to", EACH),
                Column("target", ("target",), known="Targets"),
            ),
            key=("duties",),
        )
    },
)

#: in the order in which they are read: what a row belongs to comes before it
SHEETS = (PLAN, TARGETS, GOALS, SIDE_FIGURES, TASKS, STEPS, BUDGET, PARAMETERS, DUTIES)
