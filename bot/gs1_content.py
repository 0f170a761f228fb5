"""Reads content/gs1/gs1.yaml from the disk, when somebody first asks about a barcode."""

from pathlib import Path

from bot.content import read_text
from core.catalogue.documents import read_document
from core.catalogue.parse import parse
from core.catalogue.problems import Problem
from core.errors import ContentError
from core.gs1.table import Gs1Table

FILE = "gs1/gs1.yaml"


def load_gs1(content: Path) -> Gs1Table:
    """What prefixes and identifiers mean. Raises ContentError naming each line that is wrong."""
    name = f"content/{FILE}"
    problems: list[Problem] = []
    document, found = read_document(name, read_text(content / FILE, name, problems) or "")
    parsed, wrong = parse(Gs1Table, document) if document else (None, [])
    problems = problems or [*found, *wrong]
    if parsed is None or problems:
        raise ContentError("\n".join(map(str, problems)))
    return parsed.model
