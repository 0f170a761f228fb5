"""What every button, every place of the menu and every effect needs: one of the actions of core.permissions.

This is the outer door. The engine asks it before a conversation sees a press, `handlers.effects.apply` before
anything is done, so that a forwarded button, a forged one, and one from before somebody's role changed come
to the same. Conversations and effects look closer: whose record it is, and what of it this role may change.
"""

from collections.abc import Mapping
from types import MappingProxyType

from core.permissions import Action as A

#: for strangers, too: coming in, linking what somebody writes from, and what the bot keeps of who asks
ANYBODY: frozenset[A] = frozenset()


def _table(*rows: tuple[str, frozenset[A] | A]) -> Mapping[str, frozenset[A]]:
    """Names, set apart by blanks, and what they need: any one of several actions."""
    pairs = [
        (name, needs if isinstance(needs, frozenset) else frozenset({needs}))
        for names, needs in rows
        for name in names.split()
    ]
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a name stands twice in a table of permissions")
    return MappingProxyType(dict(pairs))


_OWN_OR_REGISTER = frozenset({A.OWN_BUSINESS, A.KEEP_REGISTER})
_SHEETS = frozenset({A.KEEP_ORGANISATIONS, A.KEEP_REGISTER, A.SETTLE_PLANS})
_REVIEW = frozenset({A.DECIDE_REPORTS, A.SEND_BACK})

#: by the verb of a button's token
PRESSES = _table(
    ("join lk dt", ANYBODY),
    ("set ch bn", A.USE_BOT),
    ("b del dup e ed ev f hn jt new ok p r res rule s sure t td x", A.REPORT),
    ("wd wh fix why lf lfd lfq ph mi mn as rem rest tl evi rep u rk", A.REPORT),
    ("ka kb kg ot rp rq", A.ASK),
    ("bc po pp pr", A.CHECK_CODES),
    ("pa pd pv", A.KEEP_PRODUCTS),
    ("me", A.OWN_BUSINESS),
    ("ic", _OWN_OR_REGISTER),
    ("ia if il iq kc kd ke kf kl ko kq ks kx sv", A.KEEP_REGISTER),
    ("md og", A.KEEP_ORGANISATIONS),
    ("im", _SHEETS),
    ("bd bh pg pl tg tk ts tv tw dv lv kp", A.READ_PROGRESS),
    ("wk", A.READ_SUMMARY),
    ("gr", A.LINK_GROUPS),
    ("gs", A.READ_PROGRESS),
    ("pn", A.MAKE_REPORTS),
    ("xp", A.EXPORT_DATA),
    ("at", A.KEEP_TOKENS),
    ("sc", A.KEEP_INCIDENTS),
    # everybody may say that something went wrong
    ("st", A.ASK),
    ("hs", A.READ_PROGRESS),
    ("tr", A.READ_TRAIL),
    ("w w+ w- wm tp", A.DECIDE_REPORTS),
    ("sb", _REVIEW),
    ("bl du", A.REVIEW_BELOW),
    ("wl", A.ANSWER_REQUESTS),
    ("kn", A.KEEP_KNOWLEDGE),
    ("m+ m- mw", A.DECIDE_MEMBERS),
    ("inv", A.INVITE),
    ("pe", A.KEEP_PEOPLE),
    ("tb ba", A.PROPOSE_BROADCASTS),
    ("un", A.KEEP_UNITS),
    ("cl fa fb fl fo fp fx", A.SETTLE_PLANS),
    ("va vb vd vl vm vp vt vx", A.TEACH_WORDS),
)

#: by the place a `go` leads to: from the menu, a /command or words
PLACES = _table(
    ("data", ANYBODY),
    ("menu no sorry who confirm off help settings channels link own", A.USE_BOT),
    ("report area continue cancel nil later mine progress", A.REPORT),
    ("ask asked officer", A.ASK),
    ("barcode products", A.CHECK_CODES),
    ("register", A.OWN_BUSINESS),
    ("scale instruments", _OWN_OR_REGISTER),
    ("due inspect", A.KEEP_REGISTER),
    ("orgs", A.KEEP_ORGANISATIONS),
    ("market", frozenset({A.OWN_BUSINESS, A.KEEP_ORGANISATIONS})),
    ("import", _SHEETS),
    ("week budget dues leave back periods", A.READ_PROGRESS),
    ("summary calendar assign", A.READ_SUMMARY),
    ("papers", A.MAKE_REPORTS),
    ("export", A.EXPORT_DATA),
    ("api", A.KEEP_TOKENS),
    ("incidents", A.KEEP_INCIDENTS),
    ("changes", A.READ_TRAIL),
    ("pending tips", A.DECIDE_REPORTS),
    # who does not answer is shown what they asked themselves
    ("requests", frozenset({A.ASK, A.ANSWER_REQUESTS})),
    ("classes", A.ANSWER_REQUESTS),
    ("vain", A.KEEP_KNOWLEDGE),
    ("groups", A.LINK_GROUPS),
    ("members", A.DECIDE_MEMBERS),
    ("people", A.KEEP_PEOPLE),
    ("broadcasts", A.PROPOSE_BROADCASTS),
    ("units", A.KEEP_UNITS),
    ("settle parameters", A.SETTLE_PLANS),
    ("words teach", A.TEACH_WORDS),
)

#: by the name of the effect
EFFECTS = _table(
    ("JoinTenant TryLinkCode DeclineLink LinkContact", ANYBODY),
    ("ShowMyData CopyMyData ClaimRight SetConsent EraseMe LiftRestriction", ANYBODY),
    ("SetLocale MakeLinkCode PreferContact PartContact AnswerBroadcast", A.USE_BOT),
    ("SubmitReport ShowReceipt WithdrawReport KeepEvidence MoveEvidence DropEvidence ShowEvidence", A.REPORT),
    ("RemindLater RemindToReport KeepHeard ExplainRemark", A.REPORT),
    ("KeepQuestion RateAnswer OpenRequest SayToRequest CloseRequest", A.ASK),
    ("TellCodes TellList ShowProducts ShowProduct AskOwner PrintProduct", A.CHECK_CODES),
    ("AddProduct RemoveProduct", A.KEEP_PRODUCTS),
    ("SetOrgType SetOwnData", A.OWN_BUSINESS),
    ("OpenInspection KeepFinding KeepInspectionPhotos SignInspection DropInspection", A.KEEP_REGISTER),
    ("MakeLabels", A.KEEP_REGISTER),
    ("RenameOrg NameOrgToo MergeOrgs PartOrgs SetOrgStatus", A.KEEP_ORGANISATIONS),
    ("AnnounceMarketDay CallOffMarketDay", A.KEEP_ORGANISATIONS),
    ("ReadSheet ChooseRegister StoreSheet DropSheet", _SHEETS),
    ("ShowOwnWeek", A.READ_PROGRESS),
    ("ShowProgress ShowPlan ShowTarget ShowReports ShowTasks ShowTask ShowBudget", A.READ_PROGRESS),
    ("ShowReason FindFigure", A.READ_PROGRESS),
    ("ShowDues ShowDue AnswerDue TakeLeave AskToReopen", A.READ_PROGRESS),
    ("ShowSummary ShowSummaryTargets ShowUnits ShowLateSteps ShowDifficulties NudgeUnits", A.READ_SUMMARY),
    ("ShowPlacesBelow ShowDueBelow", A.REVIEW_BELOW),
    ("ShowCalendar", A.READ_SUMMARY),
    ("MakePaper", A.MAKE_REPORTS),
    ("AskExport", A.EXPORT_DATA),
    ("ShowTokens", A.KEEP_TOKENS),
    ("ShowIncidents ShowIncident OpenIncident ShowStep SettleStep", A.KEEP_INCIDENTS),
    ("CloseIncident MakeIncidentMinutes", A.KEEP_INCIDENTS),
    ("TellIncident", A.ASK),
    ("MakeToken", A.KEEP_TOKENS),
    ("RevokeToken", A.KEEP_TOKENS),
    ("NoteClaim EraseFor RestrictFor", A.DECIDE_MEMBERS),
    ("ShowHistory", A.READ_PROGRESS),
    ("ShowChanges", A.READ_TRAIL),
    ("ShowGroups OfferGroup LinkGroup DeclineGroup UnlinkGroup", A.LINK_GROUPS),
    ("DecideReport ConfirmReports AnswerTip", A.DECIDE_REPORTS),
    ("SendBack CloseRemarks DoubtsRead", _REVIEW | {A.REVIEW_BELOW}),
    ("ClosePeriod ReopenPeriod EndLock DecideReopening", A.CLOSE_PERIODS),
    ("TakeRequest AnswerRequest HandOverRequest AnnounceClass DraftArticle", A.ANSWER_REQUESTS),
    ("PassUpRequest", A.PASS_UP),
    ("DecideArticle SettleQuestion", A.KEEP_KNOWLEDGE),
    ("DecideMember", A.DECIDE_MEMBERS),
    ("MakeInvite RevokeInvite PrintInvite", A.INVITE),
    ("ChangePerson HandOverDuties", A.KEEP_PEOPLE),
    ("WriteBroadcast ChangeBroadcast ScheduleBroadcast MoveBroadcast", A.PROPOSE_BROADCASTS),
    ("ReleaseBroadcast RefuseBroadcast", A.RELEASE_BROADCASTS),
    ("MakeUnit RenameUnit EndUnit KeepUnit", A.KEEP_UNITS),
    ("SetOwner SetParameter DecideCondition AddMembers EndMember", A.SETTLE_PLANS),
    ("AddDay ShowSetDays DropDay DecideDay SetDeadline ShowHours SetHours", A.SETTLE_PLANS),
    ("TeachWord RemoveWord", A.TEACH_WORDS),
)


#: of what stands in no row of a table; a test names it
_MEMBERS = frozenset({A.USE_BOT})


def press_needs(verb: str, args: tuple[str, ...]) -> frozenset[A]:
    """Which of several actions a button needs."""
    if verb == "go":
        return PLACES.get(args[0] if args else "menu", _MEMBERS)
    return PRESSES.get(verb, _MEMBERS)


def effect_needs(name: str) -> frozenset[A]:
    """Which of several actions an effect needs, by its name."""
    return EFFECTS.get(name, _MEMBERS)
