"""The register of organisations: search by name, a card, other names, two made one, closing.

Verb: og (card, find, name: rename, too: another name, join: with which other, into: really, do, part: undo a
merge, state: ask, set).
"""

from core.dialogue.known import ORGS, Known
from core.dialogue.org_effects import MergeOrgs, NameOrgToo, PartOrgs, RenameOrg, SetOrgStatus
from core.dialogue.state import State
from core.dialogue.steps import Message, Option, Turn, rows_of
from core.dialogue.tokens import token, whole_number
from core.folding import clean
from core.messages import Inbound
from core.organisations.known import OrgCard
from core.organisations.names import OrgNamed
from core.permissions import Action
from core.texts import Lines, Speech, lines, say
from handlers.conversations.instrument_words import own_line
from handlers.conversations.refusing import not_allowed
from handlers.conversations.trail import history_option

VERBS = frozenset({"og"})

#: found at most so many at once
LISTED = 8
#: a name is at most so long
LONGEST = 120
_SUPPORT, _CERTIFIED, _NEED = "support_granted", "org_certified", "support_need"
#: of its instruments and products so many open from the card
OPENED = 4
_FIND = Option(say("org-search-again"), token("og", "find"))
_MENU = Option(say("menu-button"), "go:menu")


def overview(state: State, known: Known) -> Turn:
    """How many there are, and the question for a name."""
    if not _allowed(known):
        return not_allowed(state)
    counts = known.look.orgs.counts()
    total = sum(count for _, count in counts)
    shown = [say("org-count", kind=_kind(known, kind), count=count) for kind, count in counts]
    waits = state.model_copy(update={"asking": "org", "about": "find"})
    text = lines(
        say("orgs-title", count=total), Lines(tuple(shown), " · ") if shown else None, say("org-find")
    )
    return Turn(waits, (Message(text, ((Option(say("import-button"), "go:import"), _MENU),), in_place=True),))


def commanded(state: State, known: Known, text: str) -> Turn | None:
    """The command for the register with a name behind it; None for any other text."""
    command, *rest = text.split(maxsplit=1)
    if not rest or known.commands.get(command.split("@")[0].casefold()) != ORGS:
        return None
    asked = state.model_copy(update={"asking": "org", "about": "find"})
    return _named(asked, known, rest[0])


def press(state: State, known: Known, verb: str, args: tuple[str, ...]) -> Turn:
    what, first, second = (*args, "", "", "")[:3]
    if not _allowed(known):
        return not_allowed(state)
    idle = state.model_copy(update={"asking": None, "about": None})
    if what == "find":
        return overview(state, known)
    if what == "part":
        return Turn(idle, (PartOrgs(whole_number(first) or 0),))
    card = known.look.orgs.card(whole_number(first) or 0)
    if card is None:
        return Turn(idle, (Message(say("org-gone"), ((_FIND, _MENU),)),))
    match what:
        case "name" | "too" | "join":
            waits = state.model_copy(update={"asking": "org", "about": f"{what}:{card.org.id}"})
            back = Option(say("request-back"), token("og", "card", card.org.id))
            return Turn(waits, (Message(say(f"org-ask-{what}", org=card.org.name), ((back,),)),))
        case "into":
            return _really(idle, known, card, second)
        case "do":
            return Turn(idle, (MergeOrgs(card.org.id, whole_number(second) or 0),))
        case "set":
            return Turn(idle, (SetOrgStatus(card.org.id, second),))
        case "state":
            return Turn(idle, (_states(card),))
        case _:
            return Turn(idle, (shown_card(card, known),))


def typed(state: State, known: Known, inbound: Inbound) -> Turn:
    """The name that was asked for."""
    return _named(state, known, inbound.text)


def _named(state: State, known: Known, said: str) -> Turn:
    what, _, number = (state.about or "").partition(":")
    text = " ".join(clean(said).split())
    if not _allowed(known):
        return not_allowed(state)
    if not 2 <= len(text) <= LONGEST:
        return Turn(state, (Message(say("org-name-length", most=LONGEST)),))
    done = state.model_copy(update={"asking": None, "about": None})
    org_id = whole_number(number) or 0
    match what:
        case "name":
            return Turn(done, (RenameOrg(org_id, text),))
        case "too":
            return Turn(done, (NameOrgToo(org_id, text),))
        case _:
            return _found(state, known, text, org_id if what == "join" else None)


def shown_card(card: OrgCard, known: Known) -> Message:
    """All that is known of one, and what can be done."""
    org = card.org
    also = [name for name in org.names if name != org.name]
    counted = [
        say("org-reports-of", kind=kind.label, count=count)
        for code, count in card.reports.items()
        if (kind := known.fact_type(code))
    ]
    support = [
        say(
            "org-support",
            content=_option(known, _SUPPORT, "content", content),
            stage=_option(known, _SUPPORT, "stage", stage),
        )
        for content, stage in card.supports
    ]
    certified = [
        say("org-certificate", standard=_option(known, _CERTIFIED, "kind", code), day=day)
        for code, day in card.certificates
    ]
    text = lines(
        say("org-title", name=org.name, kind=_kind(known, org.kind)),
        say("org-status-since", status=say(f"org-status-{card.status}"), day=card.since)
        if card.status != "active" and card.since
        else None,
        say("org-also", names=", ".join(also)) if also else None,
        say("org-place", place=where(org)) if where(org) else None,
        say("org-trade", trade=card.trade) if card.trade else None,
        say("org-tax-code", code=card.tax_code) if card.tax_code else None,
        Lines(tuple(counted), " · ") if counted else say("org-no-reports"),
        lines(say("org-supports"), *support) if support else None,
        lines(*certified) if certified else None,
        _needs(card, known),
        say("org-instruments", count=len(card.instruments)) if card.instruments else None,
        say("org-products", count=len(card.products)) if card.products else None,
        say("org-people", count=card.people) if card.people else None,
        say("org-contact-yes" if card.contactable else "org-contact-no") if card.people else None,
    )
    options = [
        Option(say("org-rename"), token("og", "name", org.id)),
        Option(say("org-name-too"), token("og", "too", org.id)),
        Option(say("org-merge"), token("og", "join", org.id)),
        Option(say("org-set-status"), token("og", "state", org.id)),
        history_option("organisation", org.id),
        *(
            Option(say("org-part", name=name), token("og", "part", number))
            for number, name in card.merged[:3]
        ),
        _FIND,
        _MENU,
    ]
    opened = [Option(own_line(each, known), token("ic", each.key)) for each in card.instruments[:OPENED]]
    opened += [
        Option(say("org-product", name=each.name), token("po", each.id)) for each in card.products[:OPENED]
    ]
    return Message(text, (*rows_of(opened, 1), *rows_of(options)), in_place=True)


def _needs(card: OrgCard, known: Known) -> Speech | None:
    """What it wants to be guided on."""
    told = (
        say("org-need", subject=_option(known, _NEED, "subject", subject), day=day)
        for subject, day in card.needs
    )
    return lines(say("org-needs"), *told) if card.needs else None


def where(org: OrgNamed) -> str:
    """Where it is: the place and the stall."""
    return ", ".join(part for part in (org.spot, org.place_name) if part)


def labelled(org: OrgNamed) -> Speech:
    """Its name with where it is, so that two of one name are told apart."""
    place = where(org)
    return say("org-label", name=org.name, place=place) if place and place not in org.name else org.name


def _found(state: State, known: Known, text: str, joining: int | None) -> Turn:
    found = [org for org in known.look.orgs.names().containing(text, LISTED + 1) if org.id != joining]
    if not found:
        return Turn(state, (Message(say("org-none", name=text), ((_MENU,),)),))
    if joining is None and len(found) == 1 and (card := known.look.orgs.card(found[0].id)):
        return Turn(state.model_copy(update={"asking": None, "about": None}), (shown_card(card, known),))
    options = [
        Option(
            labelled(org),
            token("og", "card", org.id) if joining is None else token("og", "into", joining, org.id),
        )
        for org in found[:LISTED]
    ]
    more = say("org-found-more") if len(found) > LISTED else None
    return Turn(state, (Message(lines(say("org-found"), more), rows_of((*options, _MENU), 1)),))


def _really(state: State, known: Known, card: OrgCard, other: str) -> Turn:
    into = known.look.orgs.card(whole_number(other) or 0)
    if into is None or into.org.id == card.org.id:
        return Turn(state, (Message(say("org-gone"), ((_FIND, _MENU),)),))
    text = say(
        "org-merge-really",
        org=labelled(card.org),
        into=labelled(into.org),
        count=sum(card.reports.values()),
        others=sum(into.reports.values()),
    )
    yes = token("og", "do", card.org.id, into.org.id)
    options = (
        Option(say("org-merge-yes"), yes, main=True),
        Option(say("request-back"), token("og", "card", card.org.id)),
    )
    return Turn(state, (Message(text, (options,), yes=yes),))


def _states(card: OrgCard) -> Message:
    options = [
        Option(say(f"org-state-{status}"), token("og", "set", card.org.id, status))
        for status in ("active", "paused", "closed")
        if status != card.status
    ]
    back = Option(say("request-back"), token("og", "card", card.org.id))
    return Message(say("org-ask-state", org=card.org.name), rows_of((*options, back)))


def _kind(known: Known, code: str) -> Speech:
    return _option(known, _SUPPORT, "org_type", code) if code else say("org-kind-unknown")


def _option(known: Known, fact_type: str, field: str, code: str) -> Speech:
    kind = known.fact_type(fact_type)
    spec = kind.field(field) if kind else None
    option = spec.option(code) if spec else None
    return option.label if option else code


def _allowed(known: Known) -> bool:
    return known.may(Action.KEEP_ORGANISATIONS)
