"""Checks of rosters, groups, shared lists, and of the names of files."""

from collections.abc import Iterator

from core.catalogue.check_words import alike, twice
from core.catalogue.documents import Document
from core.catalogue.parse import Parsed
from core.catalogue.plans import Roster
from core.catalogue.problems import Problem, choose, quoted
from core.catalogue.sources import Sources


def check_rosters(sources: Sources) -> Iterator[Problem]:
    """Members that exist, once each; an empty list is an admin's work to do."""
    for parsed in sources.rosters:
        roster, document = parsed.model, parsed.document
        members = ((("members", i, "code"), one.code) for i, one in enumerate(roster.members))
        yield from twice(document, members, "the member")
        yield from _check_members(parsed, sources)
        if roster.duty and roster.of != "person":
            yield document.problem(("duty",), "only people have a duty", "remove duty, or write of: person")
        if not roster.members:
            what = f"the roster {quoted(roster.code)} is empty, so no share of it can be shown"
            do = f"an admin lists every {roster.of} under members:, with since: and until: where known"
            if roster.duty:
                do = f"officers report who has the duty {roster.duty}, or an admin lists them under members:"
            yield document.problem(("code",), what, do, "warning")


def _check_members(parsed: Parsed[Roster], sources: Sources) -> Iterator[Problem]:
    roster, document = parsed.model, parsed.document
    known = sources.codes_of(roster.of) if roster.of in ("place", "unit") else None
    for index, member in enumerate(roster.members):
        path = ("members", index)
        if member.since and member.until and member.until < member.since:
            what = f"{quoted(member.code)} leaves before it joins"
            yield document.problem((*path, "until"), what, "correct since or until")
        if known is not None and not sources.knows("tenants", member.code, known):
            what = f"no {roster.of} has the code {quoted(member.code)}"
            yield document.problem((*path, "code"), what, choose(member.code, known))


def check_vocabulary(sources: Sources) -> Iterator[Problem]:
    """Shared lists and groups: nothing twice, groups made of codes that an answer can have."""
    for lists in sources.options:
        document = lists.document
        codes = ((("lists", i, "code"), one.code) for i, one in enumerate(lists.model.lists))
        yield from twice(document, codes, "the list")
        for index, one in enumerate(lists.model.lists):
            path = ("lists", index, "options")
            places = [((*path, i), option) for i, option in enumerate(one.options)]
            yield from twice(document, (((*p, "code"), o.code) for p, o in places), "the option")
            yield from alike(document, ((p, o.code, (o.label.vi, *o.also)) for p, o in places), "option")
    known = sources.option_codes()
    for groups in sources.groups:
        codes = ((("groups", i, "code"), one.code) for i, one in enumerate(groups.model.groups))
        yield from twice(groups.document, codes, "the group")
        for index, group in enumerate(groups.model.groups):
            yield from _check_group(groups.document, index, group.members, known, sources)


def _check_group(
    document: Document, index: int, members: tuple[str, ...], known: set[str], sources: Sources
) -> Iterator[Problem]:
    path = ("groups", index, "members")
    yield from twice(document, (((*path, i), member) for i, member in enumerate(members)), "the member")
    if sources.broken & {"vocabulary", "fact_types", "tenants"}:
        return
    for place, member in enumerate(members):
        if member not in known:
            what = f"no option, place, kind of place or unit has the code {quoted(member)}"
            yield document.problem(
                (*path, place), what, choose(member, known, else_do="correct or remove it")
            )


def check_file_names(sources: Sources) -> Iterator[Problem]:
    """A file is called like what it holds, so that it can be found; and no code stands in two files."""
    for kind in (sources.fact_types, sources.plans, sources.rosters, sources.tenants):
        for parsed in kind:
            code = parsed.model.code
            stem = parsed.document.file.rsplit("/", 1)[-1].removesuffix(".yaml")
            if stem != code.lower():
                what = f"the code is {quoted(code)} and the file is called {stem}.yaml"
                yield parsed.document.problem(("code",), what, f"call the file {code.lower()}.yaml")
