from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from sqlalchemy.orm import Session

from core.catalogue.fact_types import Role
from core.indicators.facts import FactRow, ListedFacts, Moment
from core.indicators.movement import movements
from core.indicators.progress import TargetProgress
from core.texts import Speech
from reports.progress import movement_line, target_line, target_progress
from reports.reading import Figures, read_figures
from reports.states import states_line
from reports.target_page import target_page, target_view
from storage.db import Database
from storage.queries.visible import facts_by_ids
from tests import shipped
from tests.storage.queries.commune import MORNING, report, settle
from tests.tables import over

CATALOGUE = shipped.catalogue()
TEXTS = shipped.texts()
TARGETS = {target.code: (plan, target) for plan in CATALOGUE.plans.values() for target in plan.targets}
AUTUMN = Moment(date(2026, 11, 10), datetime(2026, 11, 10, 9, tzinfo=UTC))
COURSE: dict[str, Any] = {"organizer_level": "tinh", "subject": "5s"}


def _fact(id_: int, kind: str, day: date = date(2026, 5, 14), **fields: Any) -> FactRow:
    place = str(fields.get("place") or fields.get("site") or "")
    known = next((each for each in CATALOGUE.tenants["dong_cuu"].places if each.code == place), None)
    return FactRow(
        id=id_,
        type=kind,
        occurred_from=day,
        occurred_to=day,
        place=known.code if known else None,
        place_kind=known.kind if known else None,
        unit=None,
        fields=fields,
        status="confirmed",
        recorded_at=MORNING,
        confirmed_at=MORNING,
    )


def _figures(code: str, *rows: FactRow, as_of: Moment = AUTUMN) -> Figures:
    """The figures of the first tenant that carries out the target's plan."""
    plan, _ = TARGETS[code]
    tenant = next(each for each, spec in CATALOGUE.tenants.items() if plan.code in spec.plans)
    return Figures(CATALOGUE, tenant, ListedFacts(rows, CATALOGUE), as_of)


def _item(code: str, *rows: FactRow, as_of: Moment = AUTUMN) -> TargetProgress:
    return _figures(code, *rows, as_of=as_of).stands(*TARGETS[code])


def _say(speech: Speech, locale: str = "vi") -> str:
    return TEXTS.render(speech, locale)


def test_a_line_tells_figure_pace_and_state() -> None:
    item = _item("DC1-1", _fact(1, "training_attendance", **COURSE, audience={"can_bo": 14}))
    name = item.target.name
    assert _say(target_line(item)) == f"• **{name.vi}**\n14/20 lượt · đến nay cần 17 · 🟡 chậm nhịp"
    line = _say(target_line(item), "en")
    assert line == f"• **{name.en}**\n14/20 attendances · 17 needed by now · 🟡 behind"


def test_what_waits_is_told_apart() -> None:
    row = _fact(1, "training_attendance", **COURSE, audience={"can_bo": 2})
    item = _item("DC1-1", replace(row, status="pending", confirmed_at=None))
    assert "0/20 lượt · đến nay cần 17 · +2 chờ xác nhận · 🔴" in _say(target_line(item))


@pytest.mark.parametrize(
    ("code", "rows", "words"),
    [
        (
            "DC2-4",
            (
                _fact(1, "instrument_registered", place="cho_ngu", instrument_kind="can_ban", count=1300),
                _fact(2, "instrument_verified", place="cho_ngu", instrument_kind="can_ban", passed=1000),
            ),
            "76,9 % (1.000/1.300) · mục tiêu 100 % · 🟢 đúng nhịp",
        ),
        ("DC2-4", (), "⚪ chưa đủ số liệu"),
        ("DC1-3", (), "chưa bắt đầu"),
        (
            "DC1-3",
            (_fact(1, "model_site", site="tram_y_te", tool="5s", stage="dang_ky"),),
            "bước “Đã đăng ký” · 🟢 đúng nhịp",
        ),
        (
            "DC1-5c",
            (_fact(1, "external_stat", series="hai_long_mot_cua", value=92.4),),
            "92,4 % · kỳ trước chưa có số liệu để so",
        ),
        ("DC2-18", (_fact(1, "measuring_inspection", team="xa"),), "1 cuộc · 🔹 đang theo dõi"),
        (
            "DC2-5",
            (_fact(1, "report_sent", plans=["dc2"], year=2026, receivers=["cap_tren"], date="2026-05-14"),),
            "1/2 phần đã xong",
        ),
    ],
)
def test_every_kind_of_figure_has_its_words(code: str, rows: tuple[FactRow, ...], words: str) -> None:
    assert words in _say(target_line(_item(code, *rows)))


@over(product(TARGETS, ["vi", "en"]))
def test_every_target_has_a_line_and_a_page_before_anything_is_reported(code: str, locale: str) -> None:
    figures = _figures(code)
    item = figures.stands(*TARGETS[code])
    assert item.target.name.in_(locale) in _say(target_line(item), locale)
    page = _say(target_page(target_view(figures, item), figures, ()), locale)
    assert code in page
    assert all(side.name.in_(locale) in page for side in item.target.also)


def test_states_are_counted_and_those_without_targets_left_out() -> None:
    items = [_item("DC1-1"), _item("DC2-2"), _item("DC2-3")]
    assert _say(states_line(items)) == "🟢 đúng nhịp: 2 · 🔴 chậm nhiều: 1"


def test_a_report_says_from_what_to_what_it_moved_a_target() -> None:
    row = _fact(2, "training_attendance", **COURSE, audience={"can_bo": 6})
    before = ListedFacts((_fact(1, "training_attendance", **COURSE, audience={"can_bo": 14}),), CATALOGUE)
    movement = movements(row, CATALOGUE, "dong_cuu", before, AUTUMN)[0]
    name = movement.target.name.vi
    assert _say(movement_line(movement, AUTUMN.date)) == (
        f"Tính vào **{name}** (DC1-1): 14 → 20/20 lượt · ✅ đã đạt"
    )


def test_a_report_says_why_it_does_not_move_a_target() -> None:
    row = _fact(1, "training_attendance", organizer_level="xa", subject="5s", audience={"can_bo": 6})
    found = movements(row, CATALOGUE, "dong_cuu", ListedFacts((), CATALOGUE), AUTUMN)
    assert _say(movement_line(found[0], AUTUMN.date)).endswith(
        "là “Xã tự mở”, chỉ tiêu chỉ tính “Cấp trên tổ chức”."
    )


async def test_a_page_lists_the_reports_behind_a_figure_the_reader_may_see(db: Database) -> None:
    def run(session: Session) -> str:
        commune = settle(session)
        for by, number, receipt in (("An", 4, "TH-0514-01"), ("Chi", 2, "TH-0514-02")):
            fields = {**COURSE, "audience": {"can_bo": number, "ho_kd": 9}}
            report(session, commune, by, "training_attendance", fields=fields, receipt=receipt)
        figures = read_figures(session, CATALOGUE, "dong_cuu", AUTUMN, whole=True)
        item = figures.stands(*TARGETS["DC1-1"])
        officer = commune.viewer("An", Role.OFFICER, commune.economy)
        seen = facts_by_ids(session, officer, item.measure.facts)
        return _say(target_page(target_view(figures, item), figures, seen))

    page = await db.write(run)
    assert "6/20 lượt · 🔴 chậm nhiều" in page
    assert "Mục tiêu: ít nhất 20 lượt · hạn 31/12/2026" in page
    assert "đến nay cần 17 · cứ nhịp này, đến hạn được khoảng 6 lượt" in page
    assert "Các báo cáo đã tính (2):" in page
    assert "• TH-0514-01 · 14/5/2026 · " in page
    assert page.endswith("4 lượt\n… và 1 báo cáo khác")


async def test_the_day_of_a_figure_is_the_tenant_s_own(db: Database) -> None:
    def run(session: Session) -> Decimal | None:
        commune = settle(session)
        fields = {**COURSE, "audience": {"can_bo": 3}}
        day = date(2027, 1, 1)
        recorded = datetime(2026, 12, 31, 18, tzinfo=UTC)
        report(
            session,
            commune,
            "An",
            "training_attendance",
            fields=fields,
            occurred_from=day,
            occurred_to=day,
            recorded_at=recorded,
        )
        items = target_progress(session, CATALOGUE, "dong_cuu", recorded)
        return next(item.value for item in items if item.target.code == "DC1-1")

    assert await db.write(run) == 3


async def test_every_target_of_the_tenant_is_there_in_the_order_of_its_plans(db: Database) -> None:
    def run(session: Session) -> list[str]:
        settle(session)
        items = target_progress(session, CATALOGUE, "dong_cuu", MORNING)
        return [item.target.code for item in items]

    wanted = [target.code for plan in CATALOGUE.plans_of("dong_cuu") for target in plan.targets]
    assert await db.write(run) == wanted
