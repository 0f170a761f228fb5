"""Who may do what: one table of roles and actions, read before something is offered and before it is done.

The table is the same everywhere but for what a tenant's content changes (`permissions:` of a tenant). What is
offered asks `Known.may`, what is done asks `Context.may`; both know the tenant. Whose records somebody sees
besides is decided by `storage.queries.visible` and the queries beside it: never those of another tenant but
what the level above may see.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from core.catalogue.fact_types import Role


class Action(StrEnum):
    #: the menu, help, the language, where the bot writes to
    USE_BOT = "use-bot"
    #: fill in forms of the kinds that the role may send, see and change one's own reports
    REPORT = "report"
    #: ask questions, and follow what one asked
    ASK = "ask"
    #: have barcodes checked, see the register of products
    CHECK_CODES = "check-codes"
    #: tell of one's business and its scales, agree by purpose, delete all
    OWN_BUSINESS = "own-business"
    READ_PROGRESS = "read-progress"
    READ_SUMMARY = "read-summary"
    #: have reports on plans written, and put down their numbers
    MAKE_REPORTS = "make-reports"
    #: take reports and registers out as files for other programs
    EXPORT_DATA = "export-data"
    #: see who changed what lately
    READ_TRAIL = "read-trail"
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
    #: see who is a member; move, suspend, hand over duties, give another role
    KEEP_PEOPLE = "keep-people"
    #: change a report that somebody else sent
    CORRECT_OTHERS = "correct-others"
    #: fill in what plans leave open: owners, lists, values, conditions
    SETTLE_PLANS = "settle-plans"
    #: make, rename, merge and end units
    KEEP_UNITS = "keep-units"
    #: see which messages were not understood, and teach words
    TEACH_WORDS = "teach-words"
    #: put products into the register, and take them out
    KEEP_PRODUCTS = "keep-products"
    #: take and answer what people ask
    ANSWER_REQUESTS = "answer-requests"
    #: have summaries sent to a group chat
    LINK_GROUPS = "link-groups"
    #: let the level above decide
    PASS_UP = "pass-up"
    #: approve answers as articles, see what was asked in vain
    KEEP_KNOWLEDGE = "keep-knowledge"
    #: see the register of organisations; names, merges, who closed
    KEEP_ORGANISATIONS = "keep-organisations"
    #: see and keep the register of instruments, and inspect them
    KEEP_REGISTER = "keep-register"
    #: let other systems read what the tenant has
    KEEP_TOKENS = "keep-tokens"
    #: see and keep incidents with personal data
    KEEP_INCIDENTS = "keep-incidents"
    #: write messages to many, and see what became of one's own
    PROPOSE_BROADCASTS = "propose-broadcasts"
    #: let messages to many go out, stop them and take them back
    RELEASE_BROADCASTS = "release-broadcasts"
    #: let messages go to people of the level below
    BROADCAST_BELOW = "broadcast-below"


_ALL = frozenset(Role)
_STAFF = frozenset({Role.OFFICER, Role.MANAGER, Role.ADMIN})
_HEADS = frozenset({Role.MANAGER, Role.ADMIN})
_ADMINS = frozenset({Role.ADMIN})

TABLE: Mapping[Action, frozenset[Role]] = MappingProxyType(
    {
        Action.USE_BOT: _ALL,
        Action.REPORT: _ALL,
        Action.ASK: _ALL,
        Action.CHECK_CODES: _ALL,
        Action.OWN_BUSINESS: frozenset({Role.HOUSEHOLD}),
        Action.READ_PROGRESS: _STAFF,
        Action.READ_SUMMARY: _HEADS,
        Action.MAKE_REPORTS: _HEADS,
        Action.EXPORT_DATA: _HEADS,
        Action.READ_TRAIL: _HEADS,
        Action.DECIDE_REPORTS: _STAFF,
        Action.DECIDE_RULES: _HEADS,
        Action.SEND_BACK: _HEADS,
        Action.REVIEW_BELOW: _HEADS,
        Action.CLOSE_PERIODS: _HEADS,
        Action.DECIDE_MEMBERS: _HEADS,
        Action.INVITE: _HEADS,
        Action.KEEP_PEOPLE: _HEADS,
        Action.CORRECT_OTHERS: _HEADS,
        Action.SETTLE_PLANS: _ADMINS,
        Action.KEEP_UNITS: _ADMINS,
        Action.TEACH_WORDS: _ADMINS,
        Action.KEEP_PRODUCTS: _STAFF,
        Action.ANSWER_REQUESTS: _STAFF,
        Action.LINK_GROUPS: _HEADS,
        Action.PASS_UP: _HEADS,
        Action.KEEP_KNOWLEDGE: _HEADS,
        Action.KEEP_ORGANISATIONS: _STAFF,
        Action.KEEP_REGISTER: _STAFF,
        Action.KEEP_TOKENS: _ADMINS,
        Action.KEEP_INCIDENTS: _HEADS,
        Action.PROPOSE_BROADCASTS: _STAFF,
        Action.RELEASE_BROADCASTS: _ADMINS,
        Action.BROADCAST_BELOW: _ADMINS,
    }
)

#: what no tenant changes: what everybody has, what a household does for itself, and what keeps a tenant
#: from locking itself out or letting in whoever it likes
FIXED = frozenset(
    {
        Action.USE_BOT,
        Action.REPORT,
        Action.ASK,
        Action.CHECK_CODES,
        Action.OWN_BUSINESS,
        Action.DECIDE_MEMBERS,
        Action.INVITE,
        Action.KEEP_PEOPLE,
        Action.SETTLE_PLANS,
        Action.KEEP_TOKENS,
        Action.KEEP_INCIDENTS,
        Action.KEEP_UNITS,
    }
)

#: what is done to somebody, who has a role, too
TOWARDS = frozenset({Action.INVITE, Action.DECIDE_MEMBERS, Action.KEEP_PEOPLE})

#: nobody lets in, or changes, somebody who may do more than they may themselves
INVITES: Mapping[Role, frozenset[Role]] = MappingProxyType(
    {Role.MANAGER: frozenset({Role.OFFICER, Role.HOUSEHOLD}), Role.ADMIN: _ALL}
)

#: what a tenant's content says: an action by its name, and who may do it there
Own = Mapping[str, Collection[Role]]


@dataclass(frozen=True, slots=True)
class Rights:
    """What somebody of a role may do in their tenant; nothing at all without a role."""

    role: Role | None
    own: Own = field(default_factory=lambda: MappingProxyType({}))

    def may(self, action: Action, target: Role | None = None) -> bool:
        """Whether they may act; for what is done to people also towards whom."""
        if self.role is None or self.role not in roles_that_may(action, self.own):
            return False
        if target is None or action not in TOWARDS:
            return True
        return target in INVITES.get(self.role, frozenset())

    def may_any(self, actions: Collection[Action]) -> bool:
        return any(self.may(action) for action in actions)

    def may_send_back(self, reporter: Role) -> bool:
        """Whether they may have a report looked at again; officers vouch for households, so they ask back."""
        return self.may(Action.DECIDE_REPORTS if reporter is Role.HOUSEHOLD else Action.SEND_BACK)


def roles_that_may(action: Action, own: Own) -> frozenset[Role]:
    """Who may act where a tenant's content says this."""
    if action in FIXED or action.value not in own:
        return TABLE[action]
    return frozenset(own[action.value])


def may(role: Role, action: Action, target: Role | None = None) -> bool:
    """The same by the table alone, for what belongs to no tenant."""
    return Rights(role).may(action, target)
