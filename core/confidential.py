"""Which reports only the people in charge may see, and nobody counts, lists or exports beside them."""

from collections.abc import Mapping
from typing import Any

#: what somebody saw that is wrong, with who may be named in it
TIP = "violation_tip"
#: kinds of report that stay between who sent them, the unit in charge and its manager
CONFIDENTIAL = frozenset({TIP})
#: the subject of questions whose desk is in charge of tips
TIP_SUBJECT = "gian_lan_do_luong"
#: the answer with which a sender keeps their name back, and what it says then
ANONYMOUS, YES = "anonymous", "co"


def keeps_name_back(fact_type: str, fields: Mapping[str, Any]) -> bool:
    """Whether nobody may be shown who sent it."""
    return fact_type in CONFIDENTIAL and fields.get(ANONYMOUS) == YES
