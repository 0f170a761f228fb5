"""Units by name: an office that is no more is named by the one in its place."""

from datetime import date, timedelta

from reports.people import unit_name
from tests import shipped


def test_a_unit_goes_by_its_successor_from_the_day_after_its_last() -> None:
    catalogue = shipped.catalogue()
    for tenant in catalogue.tenants.values():
        units = {unit.code: unit for unit in tenant.units}
        for unit in tenant.units:
            if unit.until is None or unit.successor is None:
                continue
            day = timedelta(days=1)
            assert unit_name(catalogue, tenant.code, unit.code, unit.until) == unit.name
            assert (
                unit_name(catalogue, tenant.code, unit.code, unit.until + day) == units[unit.successor].name
            )
    assert unit_name(catalogue, "bac_ninh", "so_khdt", date(2026, 5, 1)) != "so_khdt"
    assert unit_name(catalogue, "bac_ninh", "nowhere", date(2026, 5, 1)) == "nowhere"
