"""Checks of tenants, rosters, groups, shared lists and the schedule."""

from collections.abc import Iterator

from core.catalogue.check_words import alike, twice
from core.catalogue.documents import Document
from core.catalogue.parse import Parsed
from core.catalogue.plans import PlaceSpec, Roster, TenantSpec, UnitSpec
from core.catalogue.problems import Problem, choose, quoted
from core.catalogue.sources import Sources


def check_tenants(sources: Sources) -> Iterator[Problem]:
    """Units and places told apart, plans that exist."""
    plans = {each.model.code for each in sources.plans}
    for parsed in sources.tenants:
        yield from _check_tenant(parsed)
        for index, plan in enumerate(parsed.model.plans):
            if not sources.knows("plans", plan, plans):
                what = f"no plan is called {quoted(plan)}"
                yield parsed.document.problem(("plans", index), what, choose(plan, plans))


def _check_tenant(parsed: Parsed[TenantSpec]) -> Iterator[Problem]:
    tenant, document = parsed.model, parsed.document
    named: dict[str, tuple[UnitSpec | PlaceSpec, ...]] = {"units": tenant.units, "places": tenant.places}
    for key, things in named.items():
        noun = key.removesuffix("s")
        names = [((key, i), one.code, (one.name, *one.also)) for i, one in enumerate(things)]
        yield from twice(document, (((*path, "code"), code) for path, code, _ in names), f"the {noun}")
        yield from alike(document, names, noun)
    if tenant.sample:
        what, do = "a sample tenant: its places are invented", "replace it before real use"
        yield document.problem(("sample",), what, do, "warning")


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
            yield document.problem(("code",), what, "an admin fills it in", "warning")


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
