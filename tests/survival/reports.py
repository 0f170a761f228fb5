"""Reports that differ from person to person, and what each must look like in the database."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

#: code and label of the choices
SUBJECTS = (
    ("nscl", "Năng suất chất lượng"),
    ("5s", "5S - Kaizen"),
    ("do_luong", "Đo lường"),
    ("kiem_dinh", "Kiểm định phương tiện đo"),
    ("tcdlcl", "Tiêu chuẩn đo lường chất lượng chung"),
    ("tieu_chuan", "Tiêu chuẩn"),
    ("quy_chuan", "Quy chuẩn kỹ thuật"),
    ("iso_9001", "ISO 9001"),
)
ORGANIZERS = (
    ("tinh", "Sở / tỉnh"),
    ("xa", "Xã tự mở"),
    ("trung_uong", "Trung ương"),
    ("khac", "Nơi khác"),
)
FAMILIES = ("Lê", "Trần", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương")
GIVEN = ("An", "Bình", "Chi", "Dung", "Giang", "Hà", "Khánh", "Lan", "Minh", "Nga", "Oanh", "Phúc", "Quế")


@dataclass(frozen=True)
class Report:
    """Five answers; no two people give the same ones, nor any that look like the same happening."""

    subject: tuple[str, str]
    organizer: tuple[str, str]
    day: date
    officials: int
    owners: int
    name: str

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers as they are typed, in the order of the questions."""
        return (
            self.subject[1],
            self.organizer[1],
            f"{self.day:%d/%m/%Y}",
            f"{self.officials} cán bộ, {self.owners} chủ cơ sở",
            self.name,
        )

    @property
    def fields(self) -> dict[str, Any]:
        """The answers as they are to be stored."""
        return {
            "subject": self.subject[0],
            "organizer_level": self.organizer[0],
            "date": self.day.isoformat(),
            "audience": {"can_bo": self.officials, "chu_co_so_sx": self.owners},
            "attendances": self.officials + self.owners,
            "persons_named": [self.name],
        }


def report(number: int, today: date) -> Report:
    """The report of the person with this number, of the days before `today`."""
    days, kind = divmod(number, len(SUBJECTS) * len(ORGANIZERS))
    return Report(
        subject=SUBJECTS[kind % len(SUBJECTS)],
        organizer=ORGANIZERS[kind // len(SUBJECTS)],
        day=today - timedelta(days=1 + days),
        # unlike in every report, and of one size: far from the others it would be asked about
        officials=200 + number,
        owners=1 + number % 7,
        name=f"{FAMILIES[number % len(FAMILIES)]} {GIVEN[number % len(GIVEN)]}",
    )
