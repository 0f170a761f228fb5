"""The effects about organisations and tips, for the table of all."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from core.dialogue.org_effects import MergeOrgs, NameOrgToo, PartOrgs, RenameOrg, SetOrgStatus
from core.dialogue.steps import Message
from core.dialogue.tip_effects import AnswerTip
from handlers.context import Context
from handlers.effects import answer_tip, keep_organisations

ORG_EFFECTS: Mapping[type, Callable[[Session, Any, Context], Sequence[Message]]] = {
    RenameOrg: keep_organisations.rename,
    NameOrgToo: keep_organisations.name_too,
    MergeOrgs: keep_organisations.merge,
    PartOrgs: keep_organisations.part,
    SetOrgStatus: keep_organisations.set_status,
    AnswerTip: answer_tip.answer,
}
