"""What a conversation may ask to be done about organisations."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RenameOrg:
    """Its own name from now on; it is found under the old one, too."""

    org_id: int
    name: str


@dataclass(frozen=True, slots=True)
class NameOrgToo:
    """One more name that people call it by."""

    org_id: int
    name: str


@dataclass(frozen=True, slots=True)
class MergeOrgs:
    """The first turned out to be the second."""

    org_id: int
    into_id: int


@dataclass(frozen=True, slots=True)
class PartOrgs:
    """A merge was a mistake."""

    merge_id: int


@dataclass(frozen=True, slots=True)
class SetOrgStatus:
    """It closed, rests, or is at work again; from today on."""

    org_id: int
    status: str


OrgEffect = RenameOrg | NameOrgToo | MergeOrgs | PartOrgs | SetOrgStatus
