"""What a conversation asked for is done here: one file an effect (or a pair of them), one line in this table.

Each function takes the session (it never commits), the effect and the context, and returns what to say.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from core.dialogue.contact_effects import (
    DeclineLink,
    LinkContact,
    MakeLinkCode,
    PartContact,
    PreferContact,
    TryLinkCode,
)
from core.dialogue.effects import (
    DecideMember,
    DecideReport,
    DropEvidence,
    Effect,
    JoinTenant,
    KeepEvidence,
    KeepHeard,
    MoveEvidence,
    RemindLater,
    RemindToReport,
    RemoveWord,
    SetLocale,
    ShowEvidence,
    ShowReceipt,
    ShowSummary,
    SubmitReport,
    TeachWord,
    WithdrawReport,
)
from core.dialogue.export_effects import AskExport
from core.dialogue.paper_effects import MakePaper
from core.dialogue.people_effects import ChangePerson, HandOverDuties, MakeInvite, PrintInvite, RevokeInvite
from core.dialogue.plan_effects import (
    AddMembers,
    DecideCondition,
    EndMember,
    FindFigure,
    SetOwner,
    SetParameter,
    ShowBudget,
    ShowPlan,
    ShowProgress,
    ShowReason,
    ShowReports,
    ShowTarget,
    ShowTask,
    ShowTasks,
)
from core.dialogue.rights_effects import (
    ClaimRight,
    CopyMyData,
    EraseFor,
    LiftRestriction,
    NoteClaim,
    RestrictFor,
    ShowMyData,
)
from core.dialogue.steps import Message
from core.dialogue.summary_effects import (
    NudgeUnits,
    ShowDifficulties,
    ShowLateSteps,
    ShowOwnWeek,
    ShowSummaryTargets,
    ShowUnits,
)
from core.dialogue.trail_effects import ShowChanges, ShowHistory
from core.dialogue.unit_effects import EndUnit, KeepUnit, MakeUnit, RenameUnit
from core.texts import say
from handlers.context import Context
from handlers.conversations.permitted import effect_needs
from handlers.effects import (
    ask_export,
    change_person,
    change_roster,
    decide_member,
    decide_report,
    evidence,
    hand_over_duties,
    hear,
    join_tenant,
    keep_units,
    link_code,
    link_contact,
    make_invite,
    make_papers,
    nudge_units,
    own_contacts,
    own_rights,
    remind_later,
    remind_to_report,
    restrict_data,
    set_locale,
    settle_plan,
    show_evidence,
    show_figures,
    show_reason,
    show_summary,
    show_target,
    show_trail,
    show_work,
    submit_report,
    teach_word,
    withdraw_report,
)
from handlers.effects.api_tokens import API_EFFECTS
from handlers.effects.barcode_table import BARCODE_EFFECTS
from handlers.effects.broadcast_table import BROADCAST_EFFECTS
from handlers.effects.chat_groups import GROUP_EFFECTS
from handlers.effects.closed_periods import LOCK_EFFECTS
from handlers.effects.due_table import DUE_EFFECTS
from handlers.effects.keep_incidents import INCIDENT_EFFECTS
from handlers.effects.org_table import ORG_EFFECTS
from handlers.effects.register_table import REGISTER_EFFECTS
from handlers.effects.request_table import REQUEST_EFFECTS
from handlers.effects.review_table import REVIEW_EFFECTS

EFFECTS: Mapping[type, Callable[[Session, Any, Context], Sequence[Message]]] = {
    SubmitReport: submit_report.submit,
    ShowReceipt: submit_report.show_receipt,
    WithdrawReport: withdraw_report.withdraw,
    KeepEvidence: evidence.keep,
    MoveEvidence: evidence.move,
    DropEvidence: evidence.drop,
    ShowEvidence: show_evidence.show,
    ChangePerson: change_person.change,
    HandOverDuties: hand_over_duties.hand_over,
    MakeUnit: keep_units.make,
    RenameUnit: keep_units.rename,
    EndUnit: keep_units.end,
    KeepUnit: keep_units.keep_on,
    JoinTenant: join_tenant.join,
    DecideMember: decide_member.decide,
    DecideReport: decide_report.decide,
    SetLocale: set_locale.set_locale,
    MakeInvite: make_invite.make_invite,
    RevokeInvite: make_invite.revoke,
    PrintInvite: make_invite.print_sheet,
    MakePaper: make_papers.make,
    AskExport: ask_export.ask,
    ShowMyData: own_rights.show,
    CopyMyData: own_rights.copy,
    ClaimRight: own_rights.claim,
    NoteClaim: own_rights.note,
    EraseFor: own_rights.erase_for,
    RestrictFor: restrict_data.restrict_for,
    LiftRestriction: restrict_data.lift,
    ShowHistory: show_trail.history,
    ShowChanges: show_trail.changes,
    RemindLater: remind_later.remind_later,
    RemindToReport: remind_to_report.remind_to_report,
    ShowProgress: show_figures.progress,
    ShowPlan: show_figures.plan,
    ShowTarget: show_target.target,
    ShowReports: show_target.reports,
    ShowReason: show_reason.reason,
    FindFigure: show_reason.find,
    ShowTasks: show_work.tasks,
    ShowTask: show_work.task,
    ShowBudget: show_work.budget,
    ShowSummary: show_summary.summary,
    ShowSummaryTargets: show_summary.targets,
    ShowUnits: show_summary.units,
    ShowLateSteps: show_summary.steps,
    ShowDifficulties: show_summary.difficulties,
    NudgeUnits: nudge_units.nudge,
    ShowOwnWeek: show_summary.own_week,
    SetOwner: settle_plan.set_owner,
    SetParameter: settle_plan.set_parameter,
    DecideCondition: settle_plan.decide_condition,
    AddMembers: change_roster.add,
    EndMember: change_roster.end,
    KeepHeard: hear.keep,
    TeachWord: teach_word.teach,
    RemoveWord: teach_word.remove,
    MakeLinkCode: link_code.make,
    TryLinkCode: link_code.attempt,
    DeclineLink: link_code.decline,
    LinkContact: link_contact.link,
    PreferContact: own_contacts.prefer,
    PartContact: own_contacts.part,
    **API_EFFECTS,
    **REQUEST_EFFECTS,
    **REVIEW_EFFECTS,
    **LOCK_EFFECTS,
    **ORG_EFFECTS,
    **BARCODE_EFFECTS,
    **BROADCAST_EFFECTS,
    **DUE_EFFECTS,
    **GROUP_EFFECTS,
    **INCIDENT_EFFECTS,
    **REGISTER_EFFECTS,
}


def apply(session: Session, effect: Effect, context: Context) -> Sequence[Message]:
    """Do it, for who may. An effect nobody does is a mistake in the program and says so (KeyError)."""
    needed = effect_needs(type(effect).__name__)
    if needed and not context.rights.may_any(needed):
        return [Message(say("not-allowed"))]
    return EFFECTS[type(effect)](session, effect, context)
