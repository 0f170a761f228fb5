"""A manager takes data out in the chat: the file is made aside, comes once, and is gone after three days."""

import csv
import io
import zipfile
from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.export_maker import ExportMaker
from bot.files import FileStore
from bot.knowledge import Knowledge
from core.exports import Format, Wanted
from core.messages import FileRef, Outbound
from reports.exports.columns import Cell
from reports.exports.reading import Table
from reports.exports.writing import ExportBroken, export_of, write_export
from storage.db import Database
from storage.models import Audit, DataExport, Fact, Outbox, Person, Tenant
from storage.queries.visible import open_to_all
from tests import shipped
from tests.handlers.village import Village, send_inspection


class Cut:
    """An export of which a row gets lost on the way."""

    texts, locale = shipped.texts(), "en"

    def tables(self, session: Session) -> Iterator[Table]:
        yield Table("a", "A", ("x",), ("X",), iter([("1",)]))

    def count(self, session: Session) -> int:
        return 2

    def explained(self, kinds: Collection[str]) -> Iterator[tuple[Cell, ...]]:
        return iter(())


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return shipped.knowledge()


@pytest.fixture
async def village(db: Database, knowledge: Knowledge) -> Village:
    return await Village(db, knowledge).build()


@pytest.fixture
def maker(village: Village, tmp_path: Path) -> ExportMaker:
    files = FileStore(tmp_path / "files")
    content = village.knowledge
    return ExportMaker(village.db, files, content.catalogue, content.texts, lambda: village.now)


async def sent(village: Village, who: str) -> list[Outbound]:
    """The files that were sent to somebody, oldest first."""

    def read(session: Session) -> Sequence[Outbox]:
        return session.scalars(select(Outbox).where(Outbox.chat == f"demo-{who}").order_by(Outbox.id)).all()

    rows = await village.db.read(read)
    return [out for row in rows if (out := Outbound.from_json(row.payload)).file is not None]


def path_of(maker: ExportMaker, out: Outbound) -> Path:
    assert isinstance(out.file, FileRef)
    return maker.files.path(out.file.stored)


async def test_what_is_asked_for_comes_once_with_every_row_and_goes_again(
    village: Village, maker: ExportMaker
) -> None:
    await send_inspection(village, "an")
    await village.say("dung", "/xuat")
    assert "Excel" in await village.press("dung", "xp:go:xlsx")
    assert "Xuất số liệu" in await village.press("dung", "xp:go:xlsx"), "the choice was used up"
    await village.say("dung", "/xuat")
    assert "đang làm" in await village.press("dung", "xp:go:xlsx"), "the same is not made twice"
    assert await maker.make_all() == 1
    (out,) = await sent(village, "dung")
    book = load_workbook(io.BytesIO(path_of(maker, out).read_bytes()))
    counted = sum(page.max_row - 1 for page in book.worksheets[:-3])

    def stored(session: Session) -> int:
        own = select(Tenant.id).where(Tenant.code == "dong_cuu")
        return len(session.scalars(select(Fact.id).where(Fact.tenant_id.in_(own), open_to_all())).all())

    assert counted == await village.db.read(stored)
    trail = await village.db.read(
        lambda session: [
            (line.action, line.new)
            for line in session.scalars(select(Audit).where(Audit.entity == "data_export").order_by(Audit.id))
        ]
    )
    assert [action for action, _ in trail] == ["export-asked", "export-made"]
    assert trail[1][1] is not None
    assert trail[1][1]["rows"] == counted
    assert await maker.make_all() == 0
    village.now += timedelta(days=3, minutes=1)
    assert await maker.forget() == 1
    assert not path_of(maker, out).exists()


async def test_days_unit_kind_and_csv_are_kept_to(village: Village, maker: ExportMaker) -> None:
    await send_inspection(village, "an")
    await village.say("chi", "xuất số liệu")
    shown = ""
    for token in ("xp:what:do_luong", "xp:span:20260514-20260514", "xp:unit:phong_kinh_te"):
        shown = await village.press("chi", token)
    assert "Đo lường" in shown
    assert "14/5/2026" in shown
    await village.press("chi", "xp:go:csv")
    await maker.make_all()
    (out,) = await sent(village, "chi")
    with zipfile.ZipFile(path_of(maker, out)) as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("measuring_inspection.csv").decode("utf-8-sig"))))
        totals = list(csv.DictReader(io.StringIO(archive.read("totals.csv").decode("utf-8-sig"))))
    assert [row["checked"] for row in rows] == ["21"]
    assert ("checked", "21") in [(row["column"], row["confirmed"]) for row in totals]
    # days that are typed, and what is no choice at all
    await village.press("chi", "xp")
    await village.press("chi", "xp:span:days")
    assert "cần ngày đầu" in await village.say("chi", "ba bốn")
    assert "1/4/2026" in await village.say("chi", "1/4 - 30/4")
    for forged in ("xp:span:99999999-1", "xp:what:x", "xp:unit:x' OR 1=1 --", "xp:go:exe", "xp:x:y"):
        await village.press("chi", forged)
    assert "không tìm thấy" in await village.press("chi", "xp:go:csv")
    # nothing to be found there: no file, and it is said
    await village.say("chi", "/xuat")
    await village.press("chi", "xp:span:20200101-20200102")
    await village.press("chi", "xp:go:csv")
    await maker.make_all()
    assert len(await sent(village, "chi")) == 1
    assert (
        await village.db.read(
            lambda session: session.scalar(select(DataExport.error).order_by(DataExport.id.desc()))
        )
        == "empty"
    )


async def test_only_managers_and_admins_get_data_and_only_while_they_are(
    village: Village, maker: ExportMaker
) -> None:
    await send_inspection(village, "an")
    for who in ("an", "binh"):
        assert "chưa được giao quyền" in await village.say(who, "/xuat")
        assert "chưa được giao quyền" in await village.press(who, "xp:go:xlsx")
    assert "mã mời" in await village.press("nobody", "xp:go:xlsx")
    await village.say("giang", "/xuat")
    await village.press("giang", "xp:go:xlsx")
    await village.say("dung", "/xuat")
    await village.press("dung", "xp:go:xlsx")
    dung = await village.person_id("dung")
    await village.db.write(
        lambda session: session.execute(update(Person).where(Person.id == dung).values(status="blocked"))
    )
    assert await maker.make_all() == 2
    assert await sent(village, "dung") == [], "who was suspended meanwhile gets nothing"
    assert await sent(village, "giang") == [], "another tenant's admin has no reports of ours"


async def test_registers_are_exported_and_a_file_that_is_not_whole_is_not_given(
    village: Village, maker: ExportMaker, tmp_path: Path
) -> None:
    await village.say("dung", "/xuat")
    shown = await village.press("dung", "xp:what:instruments")
    assert "Sổ cân" in shown
    assert "Thời gian" not in shown
    read = village.knowledge.catalogue, village.knowledge.texts, "vi"
    for what in ("instruments", "organisations"):
        for form in Format:
            export = export_of(Wanted(what), open_to_all(), ("dong_cuu",), village.now.date(), read)
            path = tmp_path / f"{what}.{form}"
            await village.db.read(lambda session: write_export(session, export, form, path))  # noqa: B023
            assert path.stat().st_size > 0
    with pytest.raises(ExportBroken):
        await village.db.read(lambda session: write_export(session, Cut(), Format.CSV, tmp_path / "cut.zip"))
