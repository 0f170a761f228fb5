"""The table of who may do what, as it is printed and as it stands in docs/quyen.md."""

from collections.abc import Iterator

from core.catalogue.fact_types import Role
from core.permissions import TOWARDS, Action, Own, roles_that_may
from core.texts import Texts, say

_YES, _NO = "✓", "–"
#: those who may invite, approve and change some, but not everybody
_PARTLY = {(Role.MANAGER, action) for action in TOWARDS}


def permission_table(texts: Texts, locale: str, own: Own) -> str:
    """A Markdown table, a line an action; `own` is what a tenant's content changes."""
    return "\n".join(_lines(texts, locale, own)) + "\n"


def _lines(texts: Texts, locale: str, own: Own) -> Iterator[str]:
    roles = [texts.render(say(f"role-{role}"), locale) for role in Role]
    yield f"| {texts.render(say('permissions-what'), locale)} | {' | '.join(roles)} |"
    yield "|---|" + ":-:|" * len(Role)
    for action in Action:
        allowed = roles_that_may(action, own)
        cells = [_cell(role, action) if role in allowed else _NO for role in Role]
        yield f"| {texts.render(say(f'action-{action}'), locale)} | {' | '.join(cells)} |"
    yield ""
    yield f"{_YES}*: {texts.render(say('permissions-only-below'), locale)}."


def _cell(role: Role, action: Action) -> str:
    return f"{_YES}*" if (role, action) in _PARTLY else _YES
