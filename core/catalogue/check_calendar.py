"""Checks of the notices of years: each in a file of its own, its days within it, none both off and worked."""

from collections.abc import Iterator

from core.catalogue.check_words import twice
from core.catalogue.problems import Problem, quoted
from core.catalogue.sources import Sources


def check_calendar(sources: Sources) -> Iterator[Problem]:
    for parsed in sources.calendar:
        year, document = parsed.model, parsed.document
        stem = document.file.rsplit("/", 1)[-1].removesuffix(".yaml")
        if stem != str(year.year):
            what = f"the year is {year.year} and the file is called {stem}.yaml"
            yield document.problem(("year",), what, f"call the file {year.year}.yaml")
        days = [
            *((("off", index, "day"), one.day) for index, one in enumerate(year.off)),
            *((("worked", index), day) for index, day in enumerate(year.worked)),
        ]
        yield from twice(document, ((path, day.isoformat()) for path, day in days), "the day")
        for path, day in days:
            if day.year != year.year:
                what = f"{quoted(day.isoformat())} is not in {year.year}"
                yield document.problem(path, what, f"move it to {day.year}.yaml")
