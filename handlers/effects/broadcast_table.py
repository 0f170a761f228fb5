"""The effects about messages to many, for the table of all."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from core.dialogue.broadcast_effects import (
    AnswerBroadcast,
    ChangeBroadcast,
    MoveBroadcast,
    RefuseBroadcast,
    ReleaseBroadcast,
    ScheduleBroadcast,
    WriteBroadcast,
)
from core.dialogue.steps import Message
from handlers.context import Context
from handlers.effects import answer_broadcast, release_broadcast, write_broadcast

BROADCAST_EFFECTS: Mapping[type, Callable[[Session, Any, Context], Sequence[Message]]] = {
    WriteBroadcast: write_broadcast.write,
    ChangeBroadcast: write_broadcast.change,
    ScheduleBroadcast: write_broadcast.schedule,
    RefuseBroadcast: write_broadcast.refuse,
    ReleaseBroadcast: release_broadcast.release,
    MoveBroadcast: release_broadcast.move,
    AnswerBroadcast: answer_broadcast.answer,
}
