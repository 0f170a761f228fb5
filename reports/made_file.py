"""A file made for a message."""

from dataclasses import dataclass

_OFFICE = "application/vnd.openxmlformats-officedocument"
DOCX = f"{_OFFICE}.wordprocessingml.document"
XLSX = f"{_OFFICE}.spreadsheetml.sheet"
PDF, PNG, SVG = "application/pdf", "image/png", "image/svg+xml"


@dataclass(frozen=True, slots=True)
class MadeFile:
    """Its bytes, the name people see (a picture may have none), what it is.

    `whole`: never sent as a picture that is made smaller.
    """

    content: bytes
    name: str
    mime: str
    whole: bool = False
