"""The files made for messages: minutes, labels, barcodes, workbooks to fill in, reports, pictures."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.texts import Texts
from reports import (
    barcode_symbols,
    incident_minutes,
    invite_sheet,
    labels,
    minutes,
    own_data,
    register_template,
)
from reports.broadcasts import sheet as broadcast_sheet
from reports.made_file import MadeFile
from reports.plan_report import making as plan_report
from reports.summary import chart as summary_chart


class Maker(Protocol):
    """Reads what a file is made of; what it gives writes the file, which takes long and needs no database."""

    def __call__(self, session: Session, of: tuple[str, ...]) -> Callable[[], MadeFile]: ...


def makers(catalogue: Catalogue, texts: Texts) -> Mapping[str, Maker]:
    """The makers by the name a message carries."""
    return {
        "minutes": partial(minutes.maker, catalogue=catalogue, texts=texts),
        incident_minutes.NAME: partial(incident_minutes.maker, texts=texts),
        "labels": partial(labels.maker, catalogue=catalogue, texts=texts),
        "barcode": barcode_symbols.maker,
        "invite": partial(invite_sheet.maker, texts=texts),
        "template": partial(register_template.maker, catalogue=catalogue, texts=texts),
        "plan-report": partial(plan_report.maker, catalogue=catalogue, texts=texts),
        own_data.NAME: partial(own_data.maker, catalogue=catalogue, texts=texts),
        broadcast_sheet.NAME: partial(broadcast_sheet.maker, catalogue=catalogue, texts=texts),
        summary_chart.NAME: partial(summary_chart.maker, catalogue=catalogue, texts=texts),
    }
