"""A copy of the content, and the commands of `tiendo plan` on it as an operator gives them."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook, load_workbook
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.content import CONTENT

SIXTH = Path(__file__).parent / "data" / "sixth_plan.yaml"


@dataclass
class PlanOffice:
    """`folder` is where the operator works, `content` what the settings name."""

    folder: Path
    templates: dict[str, bytes] = field(default_factory=dict)

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def copy_content(self) -> "PlanOffice":
        shutil.copytree(CONTENT, self.content)
        return self

    def plan(self, *arguments: object, answer: str = "") -> Result:
        """`tiendo plan ...`; errors of the operator are the result's `exception`."""
        settings = {"TIENDO_CONTENT_DIR": str(self.content)}
        return CliRunner().invoke(app, ["plan", *map(str, arguments)], env=settings, input=answer)

    def file(self, code: str) -> Path:
        return self.content / "plans" / f"{code.lower()}.yaml"

    def edited(self, change: Callable[[dict[str, Any]], object], source: Path = SIXTH) -> Path:
        """A plan file with a change."""
        data = yaml.load(source.read_text(encoding="utf-8"), yaml.CSafeLoader)
        change(data)
        path = self.folder / "edited.yaml"
        path.write_text(
            yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )
        return path

    def workbook(self, code: str, change: Callable[[Workbook], object] = lambda book: None) -> Path:
        """A workbook filled in from a plan of the content, with a change."""
        path = self.folder / "plan.xlsx"
        if code not in self.templates:
            path.unlink(missing_ok=True)
            result = self.plan("template", path, *(["--from", code] if code else []))
            assert result.exit_code == 0, result.exception
            self.templates[code] = path.read_bytes()
        path.write_bytes(self.templates[code])
        book = load_workbook(path)
        change(book)
        book.save(path)
        return path
