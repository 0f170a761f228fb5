"""What conversations about taking data out may ask to be done."""

from dataclasses import dataclass

from core.exports import Wanted


@dataclass(frozen=True, slots=True)
class AskExport:
    """Have a file of data made, and sent when it is ready."""

    wanted: Wanted
