"""The administrative units that run the bot, with their own units and places."""

from pydantic import Field

from core.catalogue.fact_types import Code, Level, Role, Strict
from core.catalogue.moments import Day


class UnitSpec(Strict):
    """A unit of a tenant. Institutions change: `since` and `until` bound its days."""

    code: Code
    name: str
    also: tuple[str, ...] = ()
    reports_weekly: bool = True
    since: Day | None = None
    #: its last day
    until: Day | None = None
    #: code of the unit of the same tenant that carries its work on
    successor: Code | None = None


class PlaceSpec(Strict):
    code: Code
    name: str
    #: cho, diem_kd, thon, truong, co_quan ...
    kind: Code
    also: tuple[str, ...] = ()


class TenantSpec(Strict):
    """The administrative unit that runs the bot, with its units and places."""

    code: Code
    name: str
    level: Level = Level.COMMUNE
    #: code of the tenant above it, whose figures include this one's
    parent: Code | None = None
    #: invented places and rosters, for the demo: to be replaced before real use
    sample: bool = False
    timezone: str = "Asia/Ho_Chi_Minh"
    plans: tuple[str, ...] = Field(min_length=1)
    units: tuple[UnitSpec, ...] = Field(min_length=1)
    places: tuple[PlaceSpec, ...] = ()
    #: where its people are met or called by who cannot use the bot: an office, a telephone
    contact: str = Field("", max_length=200)
    #: who may do what here, where it differs: an action of core.permissions and the roles that may do it
    permissions: dict[str, tuple[Role, ...]] = Field(default_factory=dict)
