"""An inspection day as it is shown: the instruments of its place, what was found, and how many photos."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.instruments.shown import Finding, InspectionShown, by_stall
from storage.models import Evidence, Inspection, Place
from storage.queries.instruments import at_place, by_keys_shown
from storage.repositories.inspections import entries


def photo_key(inspection_id: int, key: str = "") -> str:
    """Under what photos of an instrument on an inspection day are kept; without a key what all begin with."""
    return f"inspect-{inspection_id}-{key}"


def shown(session: Session, row: Inspection) -> InspectionShown:
    """The list by stall. Instruments looked at stay on it, whatever became of them since."""
    place = session.get_one(Place, row.place_id)
    found = {key: Finding(result) for key, result in entries(session, row.id).items()}
    there = {each.key: each for each in at_place(session, row.tenant_id, place.code)}
    gone = [key for key in found if key not in there]
    instruments = [*there.values(), *by_keys_shown(session, row.tenant_id, gone)]
    return InspectionShown(
        id=row.id,
        place=place.code,
        place_name=place.name,
        day=row.day,
        status=row.status,
        opened_at=row.opened_at,
        instruments=tuple(sorted(instruments, key=by_stall)),
        found=found,
        photos=_photos(session, row.id),
    )


def _photos(session: Session, inspection_id: int) -> dict[str, int]:
    start = photo_key(inspection_id)
    rows = session.execute(
        select(Evidence.draft_key, func.count())
        .where(Evidence.draft_key.between(start, start + "~"))
        .group_by(Evidence.draft_key)
    )
    return {key.removeprefix(start): number for key, number in rows}
