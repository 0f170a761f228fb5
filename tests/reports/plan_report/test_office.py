"""The report as an office program lays it out: the paper, margins and head of Decree 30/2020."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from reports.plan_report.document import write_document
from reports.plan_report.words import Words
from storage.db import Database
from tests import shipped
from tests.reports.plan_report.world import a_year, report_of

NEEDED = {"soffice": "libreoffice-writer-nogui", "pdftotext": "poppler-utils", "pdffonts": "poppler-utils"}
#: points in a centimetre
CM = 72 / 2.54
LEFT, RIGHT, ABOVE, BELOW = 3 * CM, 1.5 * CM, 2 * CM, 2 * CM
#: points by which a letter may stand over
OVER = 1.5
#: the first half of a code that goes on in the next line
_BROKEN = re.compile(r"\W*DC[12][-\N{NON-BREAKING HYPHEN}]")
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@dataclass(frozen=True)
class Word:
    """A word on a page, and its edges in points from the upper left corner."""

    left: float
    upper: float
    right: float
    lower: float
    text: str


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    words: tuple[Word, ...]


def run(*command: str, home: Path) -> str:
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        env={**os.environ, "HOME": str(home)},
    )
    return done.stdout


def pages_of(pdf: Path) -> list[Page]:
    """The pages with their words, the heading of later pages too."""
    boxes = run("pdftotext", "-bbox", str(pdf), "-", home=pdf.parent)
    return [
        Page(
            float(width),
            float(height),
            tuple(_word(*found) for found in _WORD.findall(inside)),
        )
        for width, height, inside in _PAGE.findall(boxes)
    ]


def _word(left: str, upper: str, right: str, lower: str, text: str) -> Word:
    return Word(float(left), float(upper), float(right), float(lower), text)


@pytest.fixture
def office() -> None:
    for program, package in NEEDED.items():
        if shutil.which(program) is None:
            if os.environ.get("CI"):
                pytest.fail(f"{program} is not installed: apt-get install {package}")
            pytest.skip(f"{program} is not installed")


@pytest.mark.usefixtures("office")
async def test_an_office_program_lays_it_out_as_the_decree_wants(db: Database, tmp_path: Path) -> None:
    await db.write(a_year)
    paper = tmp_path / "report.docx"
    paper.write_bytes(write_document(await report_of(db, "dong_cuu", "DC1"), shipped.texts()))
    run("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(paper), home=tmp_path)
    pdf = tmp_path / "report.pdf"
    pages = pages_of(pdf)
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert (round(page.width / CM, 1), round(page.height / CM, 1)) == (21.0, 29.7)
        above = [word for word in page.words if word.lower < ABOVE]
        assert [word.text for word in above] == ([str(number)] if number > 1 else [])
        assert all(abs((word.left + word.right) / 2 - (LEFT + page.width - RIGHT) / 2) < CM for word in above)
        for word in set(page.words) - set(above):
            assert word.left > LEFT - OVER, word
            assert word.right < page.width - RIGHT + OVER, word
            assert word.lower < page.height - BELOW + OVER, word
    assert not [word for page in pages for word in page.words if _BROKEN.fullmatch(word.text)]
    words = Words(shipped.texts(), "vi")
    nation = words.say("paper-nation").split()
    first = pages[0].words
    at = next(n for n in range(len(first)) if [word.text for word in first[n : n + len(nation)]] == nation)
    head = first[at : at + len(nation)]
    assert len({round(word.upper) for word in head}) == 1
    assert head[0].left > pages[0].width * 0.4
    letters = run("pdffonts", str(pdf), home=tmp_path)
    # its letters are as wide, and it stands for the other where that is not installed
    assert re.search(r"TimesNewRoman|LiberationSerif", letters)
