"""What conversations about instruments may ask to be done."""

from dataclasses import dataclass

from core.instruments.shown import Finding
from core.messages import Attachment


@dataclass(frozen=True, slots=True)
class OpenInspection:
    """Begin an inspection day at a place, or go on with the one that is open there."""

    place: str


@dataclass(frozen=True, slots=True)
class KeepFinding:
    """What was found of an instrument; a later finding takes the place of an earlier one."""

    inspection: int
    key: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class KeepInspectionPhotos:
    """Photos of an instrument taken on inspection day."""

    inspection: int
    key: str
    attachments: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class SignInspection:
    """Close an inspection day: its reports, its minutes, and reminders of what failed."""

    inspection: int


@dataclass(frozen=True, slots=True)
class DropInspection:
    """An inspection day was opened by mistake."""

    inspection: int


@dataclass(frozen=True, slots=True)
class MakeLabels:
    """A sheet of labels with the links of a place's instruments; of all places without one."""

    place: str


RegisterEffect = (
    OpenInspection | KeepFinding | KeepInspectionPhotos | SignInspection | DropInspection | MakeLabels
)
