"""The yearly report as a document: laid out as the decree wants, with the engine's figures, all cited."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from core.indicators.facts import Moment
from core.spans import Span
from core.texts import Label
from reports import office
from reports.plan_report import narrative
from reports.plan_report.chart import charted, twin
from reports.plan_report.document import write_document
from reports.plan_report.words import Words, estimate, state, value
from reports.reading import read_figures
from storage.db import Database
from tests import shipped
from tests.reports.plan_report.world import (
    AUTUMN,
    CATALOGUE,
    NASTY,
    a_year,
    everything,
    opened,
    report_of,
    store,
)

TEXTS = shipped.texts()
WORDS = Words(TEXTS, "vi")


async def test_paper_margins_letters_and_parts_are_those_of_the_decree(db: Database) -> None:
    await db.write(a_year)
    document = opened(write_document(await report_of(db, "dong_cuu", "DC1"), TEXTS))
    section = document.sections[0]
    sizes = (section.page_width, section.page_height)
    edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(size.cm, 2) for size in (*sizes, *edges) if size] == [21, 29.7, 2, 2, 3, 1.5]
    assert section.different_first_page_header_footer
    assert 'w:instr="PAGE"' in section.header.paragraphs[0]._p.xml
    normal = document.styles["Normal"].font
    assert (normal.name, normal.size) == ("Times New Roman", Pt(13))
    head, goals, foot, history = document.tables
    office, nation = head.rows[0].cells
    tenant = CATALOGUE.tenants["dong_cuu"].name
    assert office.text.splitlines()[:2] == [WORDS.say("paper-authority"), tenant.upper()]
    assert nation.text.splitlines()[:2] == [WORDS.say("paper-nation"), WORDS.say("paper-motto")]
    assert all(
        run.bold for cell in (office, nation) for each in cell.paragraphs for run in each.runs if run.text
    )
    assert head.cell(1, 0).text.endswith("/BC-UBND")
    assert head.cell(1, 1).text.endswith("2026")
    assert foot.cell(0, 0).text.startswith(WORDS.say("paper-receivers"))
    *others, filed = foot.cell(0, 0).text.splitlines()[1:]
    assert (filed, {each[-1] for each in others}) == ("- Lưu: VT, VHXH.", {";"})
    assert len(foot.cell(0, 0).paragraphs) == 1 + len(CATALOGUE.plans["DC1"].recipients)
    assert foot.cell(0, 1).text.splitlines() == [
        WORDS.say("paper-signs-for-xa"),
        WORDS.say("paper-signs-xa"),
    ]
    parts = ("general", "results", "followed", "work", "difficulties", "open", "ahead")
    told = [each.text for each in document.paragraphs]
    places = [told.index(WORDS.say(f"paper-part-{part}")) for part in parts]
    assert places == sorted(places)
    for table in (goals, history):
        assert "w:tblHeader" in table.rows[0]._tr.xml


@pytest.mark.parametrize(("tenant", "plan"), [("dong_cuu", "DC1"), ("dong_cuu", "DC2"), ("bac_ninh", "BN")])
async def test_every_target_is_cited_with_the_figure_the_engine_has(
    db: Database, tenant: str, plan: str
) -> None:
    await db.write(a_year)
    report = await report_of(db, tenant, plan)
    engine = await db.read(
        lambda session: read_figures(session, CATALOGUE, tenant, AUTUMN).progress(CATALOGUE.plans[plan])
    )
    assert [(each.item.value, each.item.state) for each in report.targets] == [
        (item.value, item.state) for item in engine
    ]
    document = opened(write_document(report, TEXTS))
    text = everything(document)
    assert [code for code in (f"[{item.target.code}]" for item in engine) if code not in text] == []
    rows = {row.cells[0].text: row for row in document.tables[1].rows[1:]}
    for item in engine:
        if item.target.code in rows:
            shown = rows[item.target.code].cells
            assert (shown[3].text, shown[5].text) == (WORDS(value(item)), WORDS(state(item)))
    assert set(rows) == {item.target.code for item in engine if item.target.kind in ("E", "A")}


async def test_it_tells_estimate_history_sources_and_the_last_day_to_send_it(db: Database) -> None:
    await db.write(a_year)
    report = await report_of(db, "dong_cuu", "DC1")
    text = everything(opened(write_document(report, TEXTS)))
    first = report.targets[0]
    assert (first.item.value, first.estimate) == (Decimal(18), Decimal(21))
    assert (first.reports, first.evidence) == (4, 4)
    assert [(day, item.value) for day, item in first.trend] == [
        (date(2026, 3, 31), Decimal(5)),
        (date(2026, 6, 30), Decimal(9)),
        (date(2026, 9, 30), Decimal(15)),
    ]
    stayed = {3: Decimal(4), 6: Decimal(4), 9: Decimal(9)}
    quiet = replace(
        first, trend=tuple((day, replace(item, value=stayed[day.month])) for day, item in first.trend)
    )
    told = WORDS(narrative.target(quiet, report))
    assert "30/6" in told
    assert "30/9" in told
    # of quarters alike the first tells less than the last
    assert "31/3" not in told
    paragraph = next(line for line in text.splitlines() if "[DC1-1]" in line)
    assert WORDS.say("paper-estimate", amount=estimate(first) or "") in paragraph
    assert WORDS.say("paper-sources", reports=4, evidence=4) in paragraph
    due = WORDS.say("paper-goal-due", goal="", day=date(2026, 11, 14)).strip()
    assert due in text
    sent = [each for each in CATALOGUE.plans["DC1"].duties if each.due]
    assert WORDS(sent[0].name) in text


async def test_difficulties_stand_as_they_were_reported_and_do_nothing(db: Database) -> None:
    await db.write(a_year)
    for tenant, plan in (("dong_cuu", "DC1"), ("bac_ninh", "BN")):
        document = opened(write_document(await report_of(db, tenant, plan), TEXTS))
        text = everything(document)
        assert NASTY.replace("\x0b", "").replace("**", "\u2217\u2217") in text
        assert "A" * 200 + " 091•••••78" in text
        assert "0912345678" not in text
        # a province names the commune a difficulty comes from
        assert any(CATALOGUE.tenants["dong_cuu"].name in each.text for each in document.paragraphs[6:])
        assert [part for part in document.part.rels.values() if part.is_external] == []


async def test_a_province_counts_what_its_communes_report(db: Database) -> None:
    await db.write(a_year)
    report = await report_of(db, "bac_ninh", "BN")
    own, commune = report.contributions
    assert (own.tenant.code, own.reports, own.evidence) == ("bac_ninh", 1, 1)
    assert (commune.tenant.code, commune.reports, commune.evidence) == ("dong_cuu", 4, 4)
    text = everything(opened(write_document(report, TEXTS)))
    assert WORDS.say("paper-from", name=commune.tenant.name, reports=4, evidence=4) in text


async def test_without_any_report_every_plan_still_has_its_report_in_both_languages(db: Database) -> None:
    await db.write(store)
    for tenant, spec in CATALOGUE.tenants.items():
        for plan in spec.plans:
            year = min(2026, (CATALOGUE.plans[plan].ends or date.max).year)
            report = await report_of(db, tenant, plan, replace(AUTUMN, date=date(year, 10, 31)))
            for locale in ("vi", "en"):
                text = everything(opened(write_document(report, TEXTS, locale)))
                words = Words(TEXTS, locale)
                assert words.say("paper-no-difficulties") in text
                assert words.say("paper-own", reports=0, evidence=0) in text


async def test_forty_targets_with_names_of_two_hundred_letters_each_have_their_row(db: Database) -> None:
    await db.write(a_year)
    plan = CATALOGUE.plans["DC1"]
    long = Label(vi=(plan.title.vi * 9)[:200], en="D" * 200)
    first = plan.targets[0]
    many = tuple(first.model_copy(update={"code": f"DC1-{n}", "name": long}) for n in range(1, 41))
    wide = plan.model_copy(update={"targets": many, "title": long})
    catalogue = replace(CATALOGUE, plans={**CATALOGUE.plans, "DC1": wide})
    report = await report_of(db, "dong_cuu", "DC1", catalogue=catalogue)
    document = opened(write_document(report, TEXTS))
    assert [row.cells[0].text for row in document.tables[1].rows[1:]] == [each.code for each in many]
    assert all(row.cells[1].text == long.vi for row in document.tables[1].rows[1:])
    pictures = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert "\n".join(pictures) == twin(charted(report), WORDS)
    assert len(pictures) == 4


async def test_a_quarter_tells_what_there_was_before_it_and_only_its_own_difficulties(db: Database) -> None:
    await db.write(a_year)
    summer, autumn = (Span.quarter(2026, quarter) for quarter in (3, 4))
    end = Moment(summer.last, AUTUMN.cutoff)
    report = await report_of(db, "dong_cuu", "DC1", end, span=summer)
    document = opened(write_document(report, TEXTS))
    goals = document.tables[1]
    assert goals.cell(0, 3).text == WORDS.say("paper-column-before", day=date(2026, 6, 30))
    row = next(row for row in goals.rows if row.cells[0].text == "DC1-1")
    before, now = (figure.cells[at].text.replace("/", " ").split()[0] for figure, at in ((row, 3), (row, 4)))
    assert (before, now) == ("9", "15")
    assert any(WORDS.say("paper-over-quarter", quarter=3, year="2026") in e.text for e in document.paragraphs)
    assert len(report.difficulties) == 2
    assert not (await report_of(db, "dong_cuu", "DC1", span=autumn)).difficulties


def test_no_line_ends_inside_a_code_among_words_and_one_that_stands_alone_can_be_looked_for() -> None:
    document = office.new_document()
    text = "Xem DC1-6, DC2-T11 và KT-0514-03 theo 37/KH-UBND, giai đoạn 2026-2030"
    told, alone = office.paragraph(document, text), office.paragraph(document, "DC1-6")
    assert told.text == text
    assert len(list(told._p.iter(qn("w:noBreakHyphen")))) == 4
    assert [each.text for each in alone._p.iter(qn("w:t"))] == ["DC1-6"]
