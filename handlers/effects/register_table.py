"""What conversations about instruments ask for, and who does it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from core.dialogue.register_effects import (
    DropInspection,
    KeepFinding,
    KeepInspectionPhotos,
    MakeLabels,
    OpenInspection,
    SignInspection,
)
from core.dialogue.steps import Message
from handlers.context import Context
from handlers.effects import inspection, make_labels, sign_inspection

REGISTER_EFFECTS: Mapping[type, Callable[[Session, Any, Context], Sequence[Message]]] = {
    OpenInspection: inspection.begin,
    KeepFinding: inspection.find,
    KeepInspectionPhotos: inspection.keep_photos,
    SignInspection: sign_inspection.sign,
    DropInspection: inspection.drop,
    MakeLabels: make_labels.make,
}
