"""The effects about organisations, tips, one's own data and workbooks, for the table of all."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from core.dialogue.import_effects import ChooseRegister, DropSheet, ReadSheet, StoreSheet
from core.dialogue.market_days import AnnounceMarketDay, CallOffMarketDay
from core.dialogue.org_effects import MergeOrgs, NameOrgToo, PartOrgs, RenameOrg, SetOrgStatus
from core.dialogue.own_data import EraseMe, SetConsent, SetOwnData
from core.dialogue.steps import Message
from core.dialogue.tip_effects import AnswerTip
from handlers.context import Context
from handlers.effects import (
    announce_market_day,
    answer_tip,
    import_sheet,
    keep_organisations,
    keep_own_data,
)

ORG_EFFECTS: Mapping[type, Callable[[Session, Any, Context], Sequence[Message]]] = {
    RenameOrg: keep_organisations.rename,
    NameOrgToo: keep_organisations.name_too,
    MergeOrgs: keep_organisations.merge,
    PartOrgs: keep_organisations.part,
    SetOrgStatus: keep_organisations.set_status,
    AnswerTip: answer_tip.answer,
    SetOwnData: keep_own_data.set_own,
    SetConsent: keep_own_data.set_consent,
    EraseMe: keep_own_data.erase,
    AnnounceMarketDay: announce_market_day.announce,
    CallOffMarketDay: announce_market_day.call_off,
    ReadSheet: import_sheet.read_sheet,
    ChooseRegister: import_sheet.choose,
    StoreSheet: import_sheet.store,
    DropSheet: import_sheet.drop,
}
