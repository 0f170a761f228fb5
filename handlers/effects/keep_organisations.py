"""Officers keep the register of organisations: names, merges that can be undone, who closed."""

from sqlalchemy.orm import Session

from core.dialogue.org_effects import MergeOrgs, NameOrgToo, PartOrgs, RenameOrg, SetOrgStatus
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import token
from core.permissions import Action
from core.texts import say
from handlers.context import Context
from storage.models import Organisation, OrganisationMerge
from storage.repositories import organisations

STATUSES = ("active", "paused", "closed")


def rename(session: Session, effect: RenameOrg, context: Context) -> list[Message]:
    """Give it another name of its own, if no other organisation has it."""
    org = _org(session, effect.org_id, context)
    if org is None:
        return _gone()
    before = org.name
    if not organisations.renamed(session, org, effect.name, (context.person_id, context.now)):
        return [Message(say("org-name-taken", name=effect.name), (_card(org),))]
    context.note(session, "rename-org", org, old={"name": before}, new={"name": org.name})
    return [Message(say("org-renamed", before=before, name=org.name), (_card(org),))]


def name_too(session: Session, effect: NameOrgToo, context: Context) -> list[Message]:
    """Add a name it goes by."""
    org = _org(session, effect.org_id, context)
    if org is None:
        return _gone()
    name = " ".join(effect.name.split())
    if len(name) > organisations.LONGEST:
        return [Message(say("org-name-taken", name=name[:40]), (_card(org),))]
    if not organisations.add_name(session, org, name, (context.person_id, context.now)):
        return [Message(say("org-named-already", org=org.name, name=name), (_card(org),))]
    context.note(session, "name-org", org, new={"name": name})
    return [Message(say("org-named-too", org=org.name, name=name), (_card(org),))]


def merge(session: Session, effect: MergeOrgs, context: Context) -> list[Message]:
    """Make one of two; a second press finds it done."""
    org, into = _org(session, effect.org_id, context), _org(session, effect.into_id, context)
    if org is None or into is None:
        return _gone()
    done = organisations.merged(session, org, into, context.person_id, context.now)
    if done is None:
        return [Message(say("org-merged-already", org=org.name), (_card(into),))]
    context.note(session, "merge-org", org, new={"into": into.id})
    undo = Option(say("org-undo"), token("og", "part", done.id))
    return [Message(say("org-merged", org=org.name, into=into.name), ((*_card(into), undo),))]


def part(session: Session, effect: PartOrgs, context: Context) -> list[Message]:
    """Undo a merge."""
    found = session.get(OrganisationMerge, effect.merge_id)
    org = _org(session, found.organisation_id, context) if found else None
    if found is None or org is None:
        return _gone()
    if not organisations.parted(session, found, context.person_id, context.now):
        return [Message(say("org-parted-already", org=org.name), (_card(org),))]
    session.refresh(org)
    context.note(session, "part-org", org, old={"into": found.into_id})
    return [Message(say("org-parted", org=org.name), (_card(org),))]


def set_status(session: Session, effect: SetOrgStatus, context: Context) -> list[Message]:
    """Closed, at rest or at work, from today."""
    org = _org(session, effect.org_id, context)
    if org is None or effect.status not in STATUSES:
        return _gone()
    before = org.status
    organisations.set_status(session, org, effect.status, context.today)
    context.note(session, "set-org-status", org, old={"status": before}, new={"status": org.status})
    status = say(f"org-status-{org.status}")
    return [Message(say("org-status-set", org=org.name, status=status, day=context.today), (_card(org),))]


def _org(session: Session, number: int, context: Context) -> Organisation | None:
    org = session.get(Organisation, number)
    if org is None or org.tenant_id != context.speaker.tenant_id:
        return None
    return org if context.may(Action.KEEP_ORGANISATIONS) else None


def _card(org: Organisation) -> tuple[Option, ...]:
    return (Option(say("org-open"), token("og", "card", org.id)),)


def _gone() -> list[Message]:
    return [Message(say("org-gone"), ((Option(say("menu-button"), "go:menu"),),))]
