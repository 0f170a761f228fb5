"""A plan's data as text with a line of its own for every value, so that a line leads back to one value."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from core.catalogue.documents import Data, Path, read_document
from core.catalogue.plan_places import Place, place_of

#: what JSON leaves as it is and YAML breaks lines at, or refuses
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True)
class PlacedText:
    """A text that reads as a plan file, and where in the workbook each of its lines comes from."""

    text: str
    lines: Mapping[int, Path]
    places: Mapping[Path, Place]

    def place(self, line: int) -> Place:
        """The cell or the row a line comes from."""
        return place_of(self.lines.get(line, ()), self.places)


def placed_text(data: Data, places: Mapping[Path, Place]) -> PlacedText:
    """The data as text, which reads back as the same data."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    text = _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    document, _ = read_document("", text)
    lines = document.lines if document else {}
    return PlacedText(text, {line: path for path, line in lines.items()}, places)
