"""Who changed what and when, in words: of a record to who may see it, and lately to who leads."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.dialogue.steps import Message, Option, Rows, rows_of
from core.dialogue.tokens import token
from core.dialogue.trail_effects import GROUPS, ShowChanges, ShowHistory
from core.knowledge.subjects import Subject
from core.periods import local_time
from core.permissions import Action
from core.personal import hidden_in
from core.texts import Speech, lines, say
from handlers.context import Context
from handlers.conversations.card import changed_lines
from handlers.effects.pages import MENU
from handlers.effects.trail_values import MOST, Around, setting_words, value_words
from reports.people import clipped
from storage.models import Fact, Organisation, Person
from storage.queries import trail
from storage.queries.trail import TrailLine
from storage.queries.visible import visible_facts

#: lines on a page
PAGE = 6
#: what a line tells beside the change itself
TECHNICAL = frozenset({"id", "fields", "key", "lines", "sha256", "version", "sure"})
#: a made-up code beside the name it was made of
_CODED = "code"


def history(session: Session, effect: ShowHistory, context: Context) -> list[Message]:
    """All that became of one record."""
    found = _FIND[effect.record](session, effect.key, context)
    if found is None:
        return [Message(say("trail-nothing"), ((MENU,),))]
    entity, ids, name, back = found
    page = trail.of_record(session, entity, ids, effect.page, PAGE)
    if not page.lines:
        return [Message(say("trail-nothing"), (back,))]
    kinds = trail.kinds_of(session, page.lines)
    told = [_line(each, None, kinds, context) for each in _told(session, page.lines)]
    text = lines(say("trail-of", name=clipped(name, MOST)), *told, separator="\n\n")
    rows = _more(page.pages, effect.page, ("hs", effect.record, effect.key))
    return [Message(text, (*rows, back), in_place=True)]


def changes(session: Session, effect: ShowChanges, context: Context) -> list[Message]:
    """What was changed in the whole tenant, newest first."""
    if not context.may(Action.READ_TRAIL):
        return [Message(say("not-allowed"))]
    page = trail.latest(session, context.viewer, GROUPS.get(effect.group, ()), effect.page, PAGE)
    names = trail.names_of(session, page.lines)
    kinds = trail.kinds_of(session, page.lines)
    told = [
        _line(each, names.get((each.entity, each.entity_id)), kinds, context)
        for each in _told(session, page.lines)
    ]
    group = effect.group or "all"
    title = say("trail-title", group=say(f"trail-group-{group}"))
    text = lines(title, *(told or [say("trail-nothing")]), separator="\n\n")
    others = [
        Option(say(f"trail-group-{each}"), token("tr", each)) for each in ("all", *GROUPS) if each != group
    ]
    rows = (*_more(page.pages, effect.page, ("tr", group)), *rows_of(others, 3), (MENU,))
    return [Message(text, rows, in_place=True)]


def _told(session: Session, told: Sequence[TrailLine]) -> Sequence[TrailLine]:
    """The lines with people's names, but for who sent a report and keeps theirs back."""
    kept_back = trail.nameless(session, told)
    return [
        replace(each, who=None)
        if each.entity == "fact" and (each.entity_id, each.actor_id) in kept_back
        else each
        for each in trail.with_names(session, told)
    ]


def _more(pages: int, page: int, where: Sequence[str]) -> Rows:
    page %= pages
    if pages == 1:
        return ()
    label = say("form-more", page=page + 1, pages=pages)
    return ((Option(label, token(where[0], *where[1:], (page + 1) % pages)),),)


def _line(line: TrailLine, name: str | None, kinds: Mapping[int, str], context: Context) -> Speech:
    """ "09:30 14/5/2026 · Vũ Minh: rút báo cáo · KT-0514-03", and below what changed."""
    who: Speech = line.who or say("tip-anonymous" if line.actor_id else "trail-nobody")
    at = local_time(line.at, context.speaker.timezone)
    first = say("trail-line", at=at, who=who, action=say("trail-action", action=line.action))
    called = (
        setting_words(name, _around(context))
        if name and line.entity == "plan_setting"
        else clipped(name or "", MOST)
    )
    named = say("trail-about", name=called) if name else None
    erased = say("trail-erased") if line.erased else None
    return lines(lines(first, named, separator=""), *_changes(line, kinds, context), erased)


def _around(context: Context) -> Around:
    def subjects() -> Mapping[str, Subject]:
        return context.known.base().subjects

    tenant, zone = context.speaker.tenant_code, context.speaker.timezone
    return Around(context.catalogue, tenant, zone, context.today, subjects)


def _changes(line: TrailLine, kinds: Mapping[int, str], context: Context) -> Iterator[Speech]:
    before, after = hidden_in(line.old), hidden_in(line.new)
    fields, said = after.get("fields"), before.get("fields")
    kind = context.catalogue.fact_types.get(kinds.get(line.entity_id, ""))
    if isinstance(fields, dict) and isinstance(said, dict) and kind is not None:
        yield changed_lines(kind, fields, context.known, said)
    around = _around(context)
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key), after.get(key)
        coded = key == _CODED and ("name" in before or "name" in after)
        if key in TECHNICAL or coded or old == new or (old in (None, "") and new in (None, "")):
            continue
        label = say("trail-key", what=key)
        if old in (None, ""):
            yield say("trail-value", what=label, value=value_words(key, new, kind, around))
        else:
            yield say(
                "trail-change",
                what=label,
                old=value_words(key, old, kind, around),
                new=value_words(key, new, kind, around),
            )


Found = tuple[str, Sequence[int], str, tuple[Option, ...]]


def _fact(session: Session, key: str, context: Context) -> Found | None:
    query = select(Fact).where(Fact.id == _number(key), visible_facts(context.viewer))
    fact = session.scalar(query)
    if fact is None:
        return None
    back = Option(say("evidence-back", receipt=fact.receipt), token("rep", fact.id))
    return "fact", trail.versions_of(session, fact), fact.receipt, (back, MENU)


def _organisation(session: Session, key: str, context: Context) -> Found | None:
    org = session.get(Organisation, _number(key))
    own = org is not None and org.tenant_id == context.speaker.tenant_id
    if org is None or not own or not context.may(Action.KEEP_ORGANISATIONS):
        return None
    back = Option(say("form-back"), token("og", "card", org.id))
    return "organisation", [org.id], org.name, (back, MENU)


def _person(session: Session, key: str, context: Context) -> Found | None:
    person = session.get(Person, _number(key))
    own = person is not None and person.tenant_id == context.speaker.tenant_id
    if person is None or not own or not context.may(Action.DECIDE_MEMBERS):
        return None
    return "person", [person.id], person.name, (Option(say("menu-members"), "go:members"), MENU)


def _target(session: Session, key: str, context: Context) -> Found | None:
    back = Option(say("form-back"), token("tg", key))
    ids = trail.settings_of(session, context.speaker.tenant_id, key)
    return ("plan_setting", ids, key, (back, MENU)) if ids and context.may(Action.READ_PROGRESS) else None


def _number(key: str) -> int:
    return int(key) if key.isdecimal() and len(key) < 18 else 0  # more digits are no row's number


_FIND: Mapping[str, Callable[[Session, str, Context], Found | None]] = {
    "fact": _fact,
    "organisation": _organisation,
    "person": _person,
    "target": _target,
}
