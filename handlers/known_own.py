"""What is stored of the speaker, as a conversation may look it up."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from core.dialogue.own_data import OwnData
from core.periods import local_date
from storage.models import Fact, Place
from storage.queries.reminded import next_market_day
from storage.repositories import consents, organisations
from storage.repositories.conversations import Speaker
from storage.repositories.facts import STANDING


def own_data(session: Session, speaker: Speaker, now: datetime) -> OwnData | None:
    """The speaker's own business and what they agreed to; None for a stranger."""
    if speaker.person_id is None:
        return None
    org = organisations.of_person(session, speaker.person_id)
    place = session.get(Place, org.place_id) if org and org.place_id else None
    agreed = consents.standing(session, speaker.person_id)
    reports = select(func.count()).where(Fact.reporter_id == speaker.person_id, Fact.status.in_(STANDING))
    return OwnData(
        organisation=org.name if org else speaker.organisation or "",
        place_name=place.name if place else "",
        spot=org.spot if org else "",
        trade=org.trade if org else "",
        tax_code=org.tax_code if org else "",
        consents={code: local_date(at, speaker.timezone) for code, at in agreed.items()},
        reports=session.scalar(reports) or 0,
        market_day=next_market_day(session, org.place_id if org else None, local_date(now, speaker.timezone)),
    )
