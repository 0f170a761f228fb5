"""How much one person may send in a day: photos and files; and as much again of lists to be read in."""

from dataclasses import dataclass
from enum import StrEnum

from core.messages import Attachment, AttachmentKind

#: endings of what is sent to be read in: registers, plans, lists of numbers
_LISTS = (".xlsx", ".xls", ".csv", ".txt")


class Sort(StrEnum):
    """What is counted together, so that who reads lists in can still send photos, and the other way round."""

    FILE = "file"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Sent:
    """What somebody sent today of one sort: how many, and how much of them was kept, in kilobytes."""

    files: int = 0
    kilobytes: int = 0


@dataclass(frozen=True, slots=True)
class Daily:
    """The most of each sort in a day; 0 means no limit."""

    files: int = 0
    megabytes: int = 0

    def is_full(self, sent: Sent) -> bool:
        """Whether the next one has to wait for tomorrow. The last may go beyond the megabytes."""
        many = self.files > 0 and sent.files >= self.files
        return many or (self.megabytes > 0 and sent.kilobytes >= self.megabytes * 1000)


def sort_of(attachment: Attachment) -> Sort:
    """By its name, which is known before it is fetched: a wrong one only counts elsewhere."""
    listed = attachment.kind is AttachmentKind.DOCUMENT and attachment.name.lower().endswith(_LISTS)
    return Sort.LIST if listed else Sort.FILE
