"""Who may do what: one table, read by conversations before they offer and by effects before they act."""

from enum import StrEnum

from core.catalogue.fact_types import Role


class Action(StrEnum):
    READ_PROGRESS = "read-progress"
    READ_SUMMARY = "read-summary"
    #: have reports on plans written, and put down their numbers
    MAKE_REPORTS = "make-reports"
    DECIDE_REPORTS = "decide-reports"
    #: let a report stand that breaks a rule of a plan
    DECIDE_RULES = "decide-rules"
    #: have an officer look again at what they reported
    SEND_BACK = "send-back"
    #: see what the level below confirmed, and send it back
    REVIEW_BELOW = "review-below"
    #: close a period, and open it again
    CLOSE_PERIODS = "close-periods"
    DECIDE_MEMBERS = "decide-members"
    INVITE = "invite"
    #: change a report that somebody else sent
    CORRECT_OTHERS = "correct-others"
    #: fill in what plans leave open: owners, lists, values, conditions
    SETTLE_PLANS = "settle-plans"
    #: see which messages were not understood, and teach words
    TEACH_WORDS = "teach-words"
    #: put products into the register, and take them out
    KEEP_PRODUCTS = "keep-products"
    #: take and answer what people ask
    ANSWER_REQUESTS = "answer-requests"
    #: let the level above decide
    PASS_UP = "pass-up"
    #: approve answers as articles, see what was asked in vain
    KEEP_KNOWLEDGE = "keep-knowledge"
    #: see the register of organisations; names, merges, who closed
    KEEP_ORGANISATIONS = "keep-organisations"
    #: see and keep the register of instruments, and inspect them
    KEEP_REGISTER = "keep-register"


_MAY: dict[Action, frozenset[Role]] = {
    Action.READ_PROGRESS: frozenset({Role.OFFICER, Role.MANAGER, Role.ADMIN}),
    Action.READ_SUMMARY: frozenset({Role.MANAGER, Role.ADMIN}),
    Action.MAKE_REPORTS: frozenset({Role.MANAGER, Role.ADMIN}),
    Action.DECIDE_REPORTS: frozenset({Role.OFFICER, Role.MANAGER, Role.ADMIN}),
    Action.DECIDE_RULES: frozenset({Role.MANAGER, Role.ADMIN}),
    Action.SEND_BACK: frozenset({Role.MANAGER, Role.ADMIN}),
    Action.REVIEW_BELOW: frozenset({Role.MANAGER, Role.ADMIN}),
    Action.CLOSE_PERIODS: frozenset({Role.MANAGER, Role.ADMIN}),
    Action.DECIDE_MEMBERS: frozenset({Role.MANAGER, Role.ADMIN}),
    Action.INVITE: frozenset({Role.MANAGER, Role.ADMIN}),
    Action.CORRECT_OTHERS: frozenset({Role.MANAGER, Role.ADMIN}),
    Action.SETTLE_PLANS: frozenset({Role.ADMIN}),
    Action.TEACH_WORDS: frozenset({Role.ADMIN}),
    Action.KEEP_PRODUCTS: frozenset({Role.OFFICER, Role.MANAGER, Role.ADMIN}),
    Action.ANSWER_REQUESTS: frozenset({Role.OFFICER, Role.MANAGER, Role.ADMIN}),
    Action.PASS_UP: frozenset({Role.MANAGER, Role.ADMIN}),
    Action.KEEP_KNOWLEDGE: frozenset({Role.MANAGER, Role.ADMIN}),
    Action.KEEP_ORGANISATIONS: frozenset({Role.OFFICER, Role.MANAGER, Role.ADMIN}),
    Action.KEEP_REGISTER: frozenset({Role.OFFICER, Role.MANAGER, Role.ADMIN}),
}

#: nobody lets in somebody who may do more than they may themselves
_INVITES: dict[Role, frozenset[Role]] = {
    Role.MANAGER: frozenset({Role.OFFICER, Role.HOUSEHOLD}),
    Role.ADMIN: frozenset(Role),
}


def may(role: Role, action: Action, target: Role | None = None) -> bool:
    """Whether the role may act; for INVITE and DECIDE_MEMBERS also towards whom."""
    if role not in _MAY[action]:
        return False
    if target is None or action not in (Action.INVITE, Action.DECIDE_MEMBERS):
        return True
    return target in _INVITES.get(role, frozenset())


def may_send_back(role: Role, reporter: Role) -> bool:
    """Whether the role may have a report looked at again; officers vouch for households, so they ask back."""
    if reporter is Role.HOUSEHOLD:
        return may(role, Action.DECIDE_REPORTS)
    return may(role, Action.SEND_BACK)
