"""Checks of a plan's parameters: set or left to an admin, fit to stand in an indicator, and used in one."""

from collections.abc import Iterator
from decimal import Decimal

from core.catalogue.check_words import twice
from core.catalogue.documents import Path
from core.catalogue.parse import Parsed
from core.catalogue.plans import Parameter, Plan
from core.catalogue.problems import Problem, choose, quoted
from core.catalogue.sources import Sources
from core.indicators.parameters import is_value, parameters
from core.indicators.parse import IndicatorError, parse
from core.indicators.values import as_date, as_number


def check_parameters(sources: Sources) -> Iterator[Problem]:
    """All problems of the parameters of all plans. Names in indicators are checked with the indicators."""
    incomplete = [one.parsed for one in sources.salvaged if one.lost]
    for parsed in sources.plans:
        codes = ((("parameters", i, "code"), one.code) for i, one in enumerate(parsed.model.parameters))
        yield from twice(parsed.document, codes, "the parameter")
        used = None if parsed in incomplete else _used(parsed.model)
        for index, parameter in enumerate(parsed.model.parameters):
            yield from _check(parsed, index, parameter, sources)
            if used is not None and parameter.code not in used:
                what = f"no indicator of {parsed.model.code} names ${parameter.code}"
                path: Path = ("parameters", index, "code")
                do = choose(parameter.code, used, else_do="remove it")
                yield parsed.document.problem(path, what, do, "warning")


def _check(parsed: Parsed[Plan], index: int, parameter: Parameter, sources: Sources) -> Iterator[Problem]:
    path: Path = ("parameters", index)
    document, name, value = parsed.document, f"${parameter.code}", parameter.value
    options = _options(parameter, sources)
    if options is None:
        what = f"no list of options is called {quoted(parameter.options_from)}"
        do = choose(parameter.options_from, sources.lists())
        yield document.problem((*path, "options_from"), what, do)
    if value is None:
        one_of = f": one of {', '.join(options)}" if options else ""
        what = f"{name} of {parsed.model.code} has no value, so what hangs on it cannot be judged"
        yield document.problem((*path, "value"), what, f"an admin sets value{one_of}", "warning")
    elif not is_value(value):
        what = f"{name} is {quoted(value)}"
        yield document.problem((*path, "value"), what, "give one code, one number or one day")
    elif options and value not in options:
        what = f"{name} has no option {quoted(value)}"
        yield document.problem((*path, "value"), what, choose(value, options))
    elif not options:
        for what, do in _unfit(parameter, value):
            yield document.problem((*path, "value"), f"{name} is {quoted(value)}, {what}", do)
    yield from _bounds(parsed, path, parameter)


def _bounds(parsed: Parsed[Plan], path: Path, parameter: Parameter) -> Iterator[Problem]:
    """What is said of numbers where there are none, or bounds that let nothing in."""
    bounds = [key for key in ("minimum", "maximum") if getattr(parameter, key) is not None]
    name = f"${parameter.code}"
    if parameter.options_from is not None:
        said = [key for key in ("of", *bounds) if getattr(parameter, key) is not None]
        for key in said:
            yield parsed.document.problem((*path, key), f"{name} is chosen from a list", f"remove {key}")
    elif parameter.of == "day":
        for key in bounds:
            yield parsed.document.problem((*path, key), f"{name} is a day", f"remove {key}")
    elif len(bounds) == 2 and (parameter.minimum or 0) > (parameter.maximum or 0):
        what = f"{name} can be nothing: its minimum is above its maximum"
        yield parsed.document.problem((*path, "minimum"), what, "exchange minimum and maximum")


def _unfit(parameter: Parameter, value: str) -> Iterator[tuple[str, str]]:
    """Why a value is not what the parameter is of, and what to do."""
    if parameter.of == "day":
        if as_date(value) is None:
            yield "no day", "write year, month and day, e.g. 2026-01-31"
        return
    number = as_number(value)
    if number is None:
        if parameter.of is not None or (parameter.minimum, parameter.maximum) != (None, None):
            yield "no number", "write digits"
        return
    if parameter.of == "whole" and number != int(number):
        yield "no whole number", "write one without decimals"
    if parameter.minimum is not None and number < Decimal(str(parameter.minimum)):
        yield "below its minimum", f"give {parameter.minimum:g} or more"
    if parameter.maximum is not None and number > Decimal(str(parameter.maximum)):
        yield "above its maximum", f"give {parameter.maximum:g} or less"


def _options(parameter: Parameter, sources: Sources) -> list[str] | None:
    """The codes it is chosen from: none if any will do, None if there is no list of that name."""
    shared = sources.lists().get(parameter.options_from or "")
    if shared is not None:
        return [option.code for option in shared.options]
    return [] if parameter.options_from is None or "vocabulary" in sources.broken else None


def _used(plan: Plan) -> set[str] | None:
    """The parameters that the plan's indicators name; None if one of them cannot be read."""
    sentences = [target.indicator for target in plan.targets if target.indicator is not None]
    sentences += [side.indicator for target in plan.targets for side in target.also]
    try:
        return {code for sentence in sentences for code in parameters(parse(sentence))}
    except IndicatorError:
        return None
