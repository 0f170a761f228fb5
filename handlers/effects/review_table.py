"""What is done for effects about reports that are reviewed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from core.dialogue.review_effects import (
    CloseRemarks,
    ConfirmReports,
    DoubtsRead,
    ExplainRemark,
    SendBack,
)
from core.dialogue.steps import Message
from handlers.context import Context
from handlers.effects import decide_report, keep_doubts, review_report

REVIEW_EFFECTS: Mapping[type, Callable[[Session, Any, Context], Sequence[Message]]] = {
    SendBack: review_report.send_back,
    ExplainRemark: review_report.explain,
    CloseRemarks: review_report.close,
    DoubtsRead: keep_doubts.read,
    ConfirmReports: decide_report.confirm_several,
}
