"""`tiendo report` writes a file of the kind its name says, and names what is wrong with what was asked."""

from pathlib import Path

from tests.bot.test_cli import tiendo

KINDS = {"a.docx": b"PK", "a.XLSX": b"PK", "a.png": b"\x89PNG"}


def test_the_name_of_the_file_says_what_is_written_and_no_file_is_written_over(tmp_path: Path) -> None:
    tiendo("invite", "admin", "--tenant", "dong_cuu", data=tmp_path)
    for name, begins in KINDS.items():
        asked = ("report", "DC1", "--as-of", "2026-10-31", "--locale", "en", "--out", name)
        result = tiendo(*asked, data=tmp_path)
        assert (result.returncode, result.stderr) == (0, "")
        assert (tmp_path / name).read_bytes().startswith(begins)
        # who cannot see the chart reads it
        assert ("DC1-3" in result.stdout) == name.endswith(".png")
    again = tiendo("report", "DC1", "--as-of", "2026-10-31", "--out", "a.png", data=tmp_path)
    assert (again.returncode, "give another name" in again.stderr) == (2, True)


def test_what_cannot_be_written_is_one_line_that_says_why(tmp_path: Path) -> None:
    for arguments, out, words in (
        (("DC1",), "report.pdf", ".docx, .xlsx, .png"),
        (("XX",), "report.docx", "no plan 'XX'; known are BG, BN, DC1"),
        (("DC1", "--tenant", "bac_ninh"), "report.docx", "bac_ninh has no plan 'DC1'; it has BN"),
        (("DC1", "--as-of", "31/10"), "report.docx", "write 2026-10-31"),
        (("DC1", "--year", "2026q5"), "report.docx", "write 2026, 2026q3 or 20260701-20261015"),
    ):
        result = tiendo("report", *arguments, "--out", out, data=tmp_path)
        assert (result.returncode, result.stderr.count("\n")) == (2, 1)
        assert words in result.stderr
        assert not (tmp_path / out).exists()
