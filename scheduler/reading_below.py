"""What is due below a tenant, read before a run that tells of it: each tenant by itself, outside the run.

A province has a hundred of them: within the transaction of the run nobody else could write meanwhile.
"""

import logging
from dataclasses import replace
from functools import partial

from reports.due.below import DueBelow, read_below
from scheduler.occasion import Occasion
from storage.db import Database

log = logging.getLogger(__name__)


async def with_below(db: Database, occasion: Occasion) -> Occasion:
    """The occasion with what is due below; a tenant that cannot be read is logged and stops no other."""
    catalogue, found = occasion.content.catalogue, list[DueBelow]()
    for code in catalogue.below(occasion.tenant.code):
        try:
            read = partial(read_below, catalogue=catalogue, code=code, now=occasion.now)
            below = await db.read(read)
        except Exception:
            log.exception("below_failed", extra={"job": occasion.job, "tenant": code})
            continue
        found.extend([below] if below else [])
    return replace(occasion, below=tuple(found))
