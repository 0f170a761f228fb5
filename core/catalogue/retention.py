"""How long data of each kind are kept, and why that long."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from core.catalogue.fact_types import Strict
from core.texts import Label


class Kept(StrEnum):
    """What is deleted by itself. Reports, registers and the trail are not: figures and the law need them."""

    #: free messages and questions, as they were typed
    MESSAGES = "messages"
    #: what channels handed in, as it came
    UPDATES = "updates"
    #: what was sent, or given up
    SENT = "sent"
    #: what people told who never came in
    STRANGERS = "strangers"
    #: photos and files of reports that were never sent
    PHOTOS = "photos"
    #: workbooks nobody said yes to
    WORKBOOKS = "workbooks"
    #: codes to link a contact that were not used
    CODES = "codes"
    #: incidents with personal data, counted from their close
    INCIDENTS = "incidents"


class Keep(Strict):
    """The longest something is kept."""

    days: Annotated[int, Field(ge=2, le=3650)]
    why: Label
