"""What a conversation may ask to be done about where a person is reached: part of core.dialogue.effects."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MakeLinkCode:
    """A one-time code by which the person links one more contact of theirs."""


@dataclass(frozen=True, slots=True)
class TryLinkCode:
    """A code was typed at another contact: say whom it would link, and ask."""

    code: str


@dataclass(frozen=True, slots=True)
class DeclineLink:
    """The code that was typed here is not to link anything: it has to be typed again to do so."""


@dataclass(frozen=True, slots=True)
class LinkContact:
    """The contact that speaks is one more of this person's, whose code was typed there."""

    person_id: int


@dataclass(frozen=True, slots=True)
class PreferContact:
    """Write to the person at this contact of theirs first."""

    contact_id: int


@dataclass(frozen=True, slots=True)
class PartContact:
    """This contact is not the person's any more; `disowned`: they say that it never was."""

    contact_id: int
    disowned: bool = False


ContactEffect = MakeLinkCode | TryLinkCode | DeclineLink | LinkContact | PreferContact | PartContact
