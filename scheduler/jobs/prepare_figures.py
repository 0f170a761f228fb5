"""Makes ready what the figures of a tenant read, so that the first who asks in the morning does not wait."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from reports.reading import read_figures
from scheduler.occasion import Occasion

NAME = "prepare_figures"
#: reports of a kind; fewer are read as fast from the reports themselves
LEAST = 50


def run(session: Session, occasion: Occasion) -> Mapping[str, int]:
    """`made` counts the answers that were made now, `ready` all there are."""
    figures = read_figures(session, occasion.content.catalogue, occasion.tenant.code, occasion.now)
    made, ready = figures.prepare(LEAST)
    return {"made": made, "ready": ready}
