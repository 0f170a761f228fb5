"""A person's own contacts, as a conversation shows them."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy.orm import Session

from core.dialogue.known import ContactKnown
from core.periods import local_time
from storage.repositories.contacts import contacts
from storage.repositories.conversations import Speaker


def known_contacts(session: Session, speaker: Speaker) -> Sequence[ContactKnown]:
    """The contacts of who speaks, in the order they came; none of a stranger."""
    if speaker.person_id is None:
        return ()
    found = contacts(session, speaker.person_id)
    first = next((one.id for one in found if one.reachable), None)
    on_channel, before = Counter(one.address.channel for one in found), Counter[str]()
    known = []
    for one in sorted(found, key=lambda each: each.id):
        channel = one.address.channel
        before[channel] += 1
        known.append(
            ContactKnown(
                id=one.id,
                channel=channel,
                nth=before[channel] if on_channel[channel] > 1 else None,
                here=one.id == speaker.contact_id,
                written_to=one.id == first,
                reachable=one.reachable,
                last_seen=local_time(one.last_seen_at, speaker.timezone).date(),
                since=one.linked_at,
            )
        )
    return known
