"""What conversations about workbooks for the registers may ask to be done."""

from dataclasses import dataclass

from core.catalogue.plan_headers import Table


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """Check a table, and show what it changes. `kind`: the register it is for; empty: ask which roster."""

    table: Table
    kind: str


@dataclass(frozen=True, slots=True)
class ChooseRegister:
    """A workbook that was sent is for this register."""

    import_id: int
    kind: str


@dataclass(frozen=True, slots=True)
class StoreSheet:
    """Store what a workbook changes, all of it or nothing."""

    import_id: int


@dataclass(frozen=True, slots=True)
class DropSheet:
    """Forget a workbook."""

    import_id: int


ImportEffect = ReadSheet | ChooseRegister | StoreSheet | DropSheet
