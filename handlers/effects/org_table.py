"""The effects about organisations, for the table of all."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from core.dialogue.org_effects import MergeOrgs, NameOrgToo, PartOrgs, RenameOrg, SetOrgStatus
from core.dialogue.steps import Message
from handlers.context import Context
from handlers.effects import keep_organisations

ORG_EFFECTS: Mapping[type, Callable[[Session, Any, Context], Sequence[Message]]] = {
    RenameOrg: keep_organisations.rename,
    NameOrgToo: keep_organisations.name_too,
    MergeOrgs: keep_organisations.merge,
    PartOrgs: keep_organisations.part,
    SetOrgStatus: keep_organisations.set_status,
}
